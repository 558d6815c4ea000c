"""`kgtl pick`: the explorer as a filter, its choice on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli.small_store import IDS, write_store
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal

KGTL = (sys.executable, "-m", "timeline_tui", "pick")


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("home")
    return neutral_environ(
        KGTL_STORE=str(write_store(folder / "store")),
        XDG_CACHE_HOME=str(folder),
        XDG_STATE_HOME=str(folder),
    )


def picked(
    environ: dict[str, str], path: Path, *keys: str, argv: tuple[str, ...] = ()
) -> tuple[int, list[str]]:
    """Pick with these keys; the exit code and the ids that reach the pipe."""
    with Terminal([*KGTL, *argv], environ=environ, streams={1: str(path)}) as terminal:
        terminal.wait_for_bytes(b"\x1b[?1004h")  # Textual reads the keys
        terminal.settle()
        for key in keys:
            terminal.send(key)
            terminal.settle(0.15)
        code = terminal.wait()
    return code, [line.split()[-1] for line in path.read_text().splitlines()]


def test_enter_takes_the_current_event(environ: dict[str, str], tmp_path: Path) -> None:
    assert picked(environ, tmp_path / "out", "enter") == (0, [IDS[0]])


def test_escape_leaves_with_130(environ: dict[str, str], tmp_path: Path) -> None:
    code, ids = picked(environ, tmp_path / "out", "escape", "escape")
    assert (code, ids) == (130, [])


def test_ids_alone(environ: dict[str, str], tmp_path: Path) -> None:
    code, ids = picked(environ, tmp_path / "out", "enter", argv=("--ids",))
    assert (code, ids) == (0, [IDS[0]])


def test_contradiction_is_told_before_the_screen_is_taken(
    environ: dict[str, str],
) -> None:
    with Terminal([*KGTL, "--long", "--format", "tsv"], environ=environ) as terminal:
        assert terminal.wait() == 2
        assert "--long is for text" in terminal.text
        assert not terminal.private_modes
