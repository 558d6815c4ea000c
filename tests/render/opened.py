"""Made-up events, opened as a library through an index in memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from examples import event
from timeline_tui.library.library import Library, open_library
from timeline_tui.library.selection import Selection
from timeline_tui.model.dates import parse as parse_date
from timeline_tui.model.event import Actor, Event, Timeline
from timeline_tui.model.source import Source
from timeline_tui.query.syntax import parse
from timeline_tui.store.jsonl import event_line, head_lines
from timeline_tui.store.locate import Where

TODAY = date(2026, 11, 22)


def opened(
    events: Iterable[Event],
    *,
    coverage: str = "",
    actors: Iterable[Actor] = (),
    sources: Iterable[Source] = (),
) -> Library:
    """Write events into a store of their own and open it."""
    covered = parse_date(coverage) if coverage else None
    timeline = Timeline(title="Mill and weir", coverage=covered)
    head = head_lines(timeline, actors, (), sources)
    lines = [*head, *map(event_line, events)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return open_library(Where("lines", str(path)), cache=None)


def asked(library: Library, query: str = "") -> Selection:
    """Give what a query finds."""
    return library.select(parse(query, TODAY), TODAY)


def dated(*whens: str, actor: str = "ada") -> list[Event]:
    """Make an event of one actor on each of these dates."""
    return [event(f"e{n}", when, actors=(actor,)) for n, when in enumerate(whens)]
