"""What the explorer imports before its first frame, and before its first answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.small_store import write_store
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal

PACKAGE = "timeline_tui."
READING = b"\x1b[?1004h"
"""What Textual writes when it starts to read the keys."""
MOST_MODULES = 170
"""So many modules of ours at most; each takes a tenth of a millisecond or more."""
NOT_YET = (
    "cli.commands",
    "cli.copies",
    "cli.found",
    "cli.own_copy",
    "library.build",
    "library.gather",
    "render.comparison",
    "render.document",
    "render.figures",
    "render.html",
    "render.lanes",
    "render.legend",
    "render.markdown",
    "render.matrix",
    "store.document",
    "store.reader",
    "store.recognise",
    "store.texts",
    "store.toml",
    "store.verify",
    "tui.screens.document_lines",
    "tui.screens.first_screen",
    "tui.state.document",
)
"""What comes when a view, a document, a copy or a citation is first asked for."""
NEVER = {"dateutil", "argparse", "tomllib", "importlib.metadata"}
"""What the first screen has no use for, and Textual does not bring."""
RUN = """
import os, sys
from timeline_tui.cli import explore
from timeline_tui.cli.main import run

def note(name):
    path = os.path.join(os.environ["NOTES"], name)
    if not os.path.exists(path):
        with open(path, "w") as file:
            file.write(" ".join(sys.modules))

class Watched(explore.FirstFrame):
    def ask_background(self):
        note("frame")
        super().ask_background()

    def end_if_asked(self):
        from timeline_tui.tui.app import ExplorerApp
        display = ExplorerApp._display
        def displayed(app, screen, shown):
            display(app, screen, shown)
            note("painted")
        ExplorerApp._display = displayed
        super().end_if_asked()

explore.FirstFrame = Watched
sys.exit(run())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_store(tmp_path / "store")
    return tmp_path


def noted(home: Path, *argv: str) -> tuple[set[str], set[str]]:
    """The modules there are when the first frame stands, and when a key is answered."""
    environ = neutral_environ(
        KGTL_STORE=str(home / "store" / "events.toml"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
        NOTES=str(home),
    )
    listed = [sys.executable, "-m", "timeline_tui", "list"]
    subprocess.run(listed, env=environ, check=True, capture_output=True)
    with Terminal([sys.executable, "-c", RUN, *argv], environ=environ) as terminal:
        terminal.send("j")
        terminal.wait_for_bytes(READING)
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0
    frame, painted = ((home / name).read_text() for name in ("frame", "painted"))
    return set(frame.split()), set(painted.split())


@pytest.mark.parametrize(
    "argv",
    [(), ("--view", "lanes"), ("--view", "matrix"), ("--view", "figures")],
    ids=str,
)
def test_nothing_of_textual_is_imported_before_the_first_frame(
    home: Path, argv: tuple[str, ...]
) -> None:
    frame, painted = noted(home, *argv)
    assert not {"textual", "rich", "asyncio"} & frame
    assert "textual" in painted


def test_the_first_key_waits_for_nothing_that_only_later_ones_need(home: Path) -> None:
    _, painted = noted(home)
    ours = {name for name in painted if name.startswith(PACKAGE)}
    too_early = {name for name in ours if name.removeprefix(PACKAGE) in NOT_YET}
    assert not too_early
    assert not painted & NEVER
    assert len(ours) <= MOST_MODULES, (
        f"{len(ours)}: import what is new where it is used"
    )
