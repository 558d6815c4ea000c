"""Draws the pictures of the README with the program itself: `make pictures`.

Each picture is the explorer on the shipped store, at a size, after some keys, as an SVG
that names only fonts of the reader's own machine.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
os.environ.update(COLORTERM="truecolor", TERM="xterm-256color")
os.environ.pop("NO_COLOR", None)

FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """What to draw: the file's name, and how the explorer gets there."""

    name: str
    query: str
    size: tuple[int, int]
    """Columns and rows."""
    keys: tuple[str, ...]
    theme: str = "kgtl-dark"


PICTURES = (
    Picture("explorer", "actor:putin,japarov", (120, 36), ("]", "]", "]", "]", "j")),
    Picture("comparison", "id:power-change-2020", (120, 30), ("c",)),
    Picture("lanes", "since:2022", (120, 30), ("v", "l"), "kgtl-light"),
)


def plain_fonts(svg: str) -> str:
    """Drop what would be fetched from elsewhere; keep the reader's own fonts."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


async def draw(picture: Picture) -> Path:
    """Run the explorer without a terminal, press the keys, write the picture."""
    from timeline_tui.library.library import open_library
    from timeline_tui.query.syntax import parse
    from timeline_tui.store.locate import locate
    from timeline_tui.tui.app import ExplorerApp
    from timeline_tui.tui.state import Setup

    today = date(2026, 1, 1)
    library = open_library(locate(None, {}), cache=None)
    setup = Setup(today=today, theme=picture.theme)
    app = ExplorerApp(library, parse(picture.query, today), setup)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
        await pilot.pause()
        svg = app.export_screenshot(title=f"kgtl {picture.query}")
    path = HERE / f"{picture.name}.svg"
    path.write_text(plain_fonts(svg), encoding="utf-8")
    return path


def main() -> int:
    """Draw every picture, or those that are named."""
    wanted = sys.argv[1:]
    for picture in PICTURES:
        if not wanted or picture.name in wanted:
            print(asyncio.run(draw(picture)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
