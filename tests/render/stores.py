"""The stores that every format is written of: curated, invented and hostile."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

from render.fake_library import library_of, selection_of
from render.harbour import ACTORS, THEMES, harbour
from render.hostile import hostile_event, hostile_sources
from timeline_tui.library.library import Library, open_library
from timeline_tui.library.selection import Selection
from timeline_tui.query.syntax import parse
from timeline_tui.render.formats import Options, write
from timeline_tui.store.locate import Where

TODAY = date(2026, 11, 22)
NAMES = ("curated", "harbour", "hostile")


@cache
def curated() -> Library:
    """The shipped store."""
    path = Path(__file__).parents[2] / "events.toml"
    return open_library(Where("file", str(path)), cache=None)


def found(query: str = "") -> Selection:
    """The events of the shipped store that a query finds."""
    return curated().select(parse(query, TODAY), TODAY)


def selection(name: str) -> Selection:
    """All events of a store."""
    if name == "curated":
        return found()
    if name == "harbour":
        return selection_of(harbour())
    event = hostile_event()
    library = library_of(event, sources=hostile_sources(), actors=ACTORS, themes=THEMES)
    return selection_of(library)


def written(chosen: Selection, options: Options) -> str:
    """What a format writes of some events."""
    out = io.StringIO()
    write(chosen, chosen.library, out, options)
    return out.getvalue()
