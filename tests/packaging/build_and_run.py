"""Build the wheel, install it into a fresh environment and run it; for `make wheel`.

In a flat layout the tests import the checkout, so only this proves that the installed
program finds its store, its records and its style sheet.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command to its end and give its standard output; raise when it fails."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def main() -> int:
    """Build, install and run; exit 1 when the installed program prints no event."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = Path(sys.executable)
        build = (python, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
        run(*build, cwd=CHECKOUT)
        wheel = next(folder.glob("kgtl-*.whl"))
        venv.create(folder / "fresh", with_pip=True)
        installed = folder / "fresh" / "bin"
        pip = (installed / "python", "-m", "pip", "install", "--quiet")
        quiet = ("--disable-pip-version-check", "-c", CHECKOUT / "constraints.txt")
        run(*pip, *quiet, wheel, cwd=folder)
        events = run(installed / "kgtl", "--format", "jsonl", cwd=folder).splitlines()
        said = run(installed / "kgtl", "--version", cwd=folder).strip()
        print(f"{wheel.name}: {said}; {len(events)} events from the installed program")
    return 0 if events else 1


if __name__ == "__main__":
    raise SystemExit(main())
