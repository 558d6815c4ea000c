"""`python -m timeline_tui`."""

from timeline_tui.cli.main import run

if __name__ == "__main__":
    raise SystemExit(run())
