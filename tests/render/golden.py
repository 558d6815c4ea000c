"""Goldens: plain text files that a person reads, one for each picture."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from timeline_tui.render.lines import Line, plain

FOLDER = Path(__file__).parent / "goldens"


def text_of(lines: Iterable[Line]) -> str:
    """The text of lines, as a person reads it in a golden."""
    return "".join(f"{plain(line)}\n" for line in lines)


def check_golden(name: str, text: str) -> None:
    """Compare a text with its golden; KGTL_UPDATE_GOLDENS=1 writes it instead."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("KGTL_UPDATE_GOLDENS") == "1":
        path.write_text(text, encoding="utf-8")
    golden = path.read_text(encoding="utf-8")
    assert golden.strip(), f"{path} is empty"
    assert text == golden
