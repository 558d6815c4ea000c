from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = [
    "dataclasses",
    "json",
    "pathlib",
    "argparse",
    "hashlib",
    "textwrap",
    "difflib",
    "shutil",
    "tempfile",
    "importlib.resources",
    "rich",
    "textual",
    "dateutil",
    "timeline_tui.model.event",
]
PIPED = ["safe", "cells", "lines", "formats", "formats.text"]
FIRST_FRAME = ["palette", "screen", "rows", "row_parts", "density", "frame", "canvas"]


@pytest.mark.parametrize("module", [*PIPED, *FIRST_FRAME])
def test_what_is_drawn_first_imports_nothing_heavy(module: str) -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        f"import timeline_tui.render.{module}\n"
        f"print(*sorted((set(sys.modules) - before) & set({HEAVY!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("module", PIPED)
def test_piped_text_does_without_typing(module: str) -> None:
    code = f"import sys, timeline_tui.render.{module}; print('typing' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "."},
    )
    assert done.stdout.strip() == "False"
