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

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
os.environ.update(COLORTERM="truecolor", TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
os.environ.pop("NO_COLOR", None)

FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
PICTURES: tuple[tuple[str, str, tuple[int, int], tuple[str, ...], str], ...] = (
    ("explorer", "actor:putin,japarov", (120, 36), ("]", "]", "]", "]"), "kgtl-dark"),
    ("filters", "since:2022", (150, 40), ("j", "j"), "kgtl-dark"),
    ("light", "theme:war", (100, 30), ("j", "j", "j", "j"), "kgtl-light"),
)
"""Name, query, size in cells, keys, theme."""


def plain_fonts(svg: str) -> str:
    """Drop what would be fetched from elsewhere; keep the reader's own fonts."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


async def draw(
    name: str, query: str, size: tuple[int, int], keys: tuple[str, ...], theme: str
) -> Path:
    """Run the explorer without a terminal, press the keys, write the picture."""
    from timeline_tui.library.library import open_library
    from timeline_tui.query.syntax import parse
    from timeline_tui.store.locate import locate
    from timeline_tui.tui.app import ExplorerApp
    from timeline_tui.tui.state import Setup

    today = date(2026, 1, 1)
    library = open_library(locate(None, {}), cache=None)
    app = ExplorerApp(library, parse(query, today), Setup(today=today, theme=theme))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        svg = app.export_screenshot(title=f"kgtl {query}")
    path = HERE / f"{name}.svg"
    path.write_text(plain_fonts(svg), encoding="utf-8")
    return path


def main() -> int:
    """Draw every picture, or those that are named."""
    wanted = sys.argv[1:]
    for picture in PICTURES:
        if not wanted or picture[0] in wanted:
            print(asyncio.run(draw(*picture)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
