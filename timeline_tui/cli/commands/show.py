"""`kgtl show ID…`: events in full, or the cards of actors, themes and sources."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND
from timeline_tui.cli.known import find
from timeline_tui.cli.opening import open_timeline
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.styled import painter, write_lines
from timeline_tui.errors import UsageError
from timeline_tui.query.terms import Query, Term
from timeline_tui.render.card import actor_card, source_card, theme_card
from timeline_tui.render.detail import detail_lines
from timeline_tui.render.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.cli.found import Passages
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Event
    from timeline_tui.render.lines import Line


def run(command: Command, outside: Outside) -> int:
    """Print each in turn, a blank line between; none if one of them is not known."""
    look = _passages(command, outside)
    library = open_timeline(command, outside)
    known = [find(library, typed) for typed in command.words]
    width = outside.size[0] if outside.size else None
    paint = painter(command.get("color"), outside)
    with Printing(command, outside) as out:
        for number, (kind, value) in enumerate(known):
            if number:
                out.write("\n")
            lines: Sequence[Line]
            if kind != "event":
                query = Query([Term(kind, (value,))])
                selection = library.select(query, outside.today)
                lines = _card(kind, value, selection, width)
            elif look is None:
                lines = Record(_event(library, value), library, width).lines
            else:
                event = _event(library, value)
                found = look(event, library)
                lines = detail_lines(event, library, width, found=found)
            write_lines(lines, out, paint)
    return FOUND


def _event(library: Library, event_id: str) -> Event:
    row = library.row_of(event_id)
    assert row is not None  # noqa: S101 - it was found by this id
    return library.event(row)


def _passages(command: Command, outside: Outside) -> Passages | None:
    """What finds the passages of an event, if they are asked for."""
    if not command.has("passages"):
        if command.has("texts"):
            raise UsageError("--texts is for --passages: add it")
        return None
    from timeline_tui.cli.found import Passages  # noqa: PLC0415 - only if asked for

    texts = command.get("texts")
    return Passages(outside, [texts] if texts else [])


def _card(
    kind: str, value: str, selection: Selection, width: int | None
) -> Sequence[Line]:
    library = selection.library
    if kind == "actor":
        return actor_card(library.actor(value), library, selection, width)
    if kind == "theme":
        return theme_card(library.theme(value), selection, width)
    return source_card(library.source(value), library, selection, width)
