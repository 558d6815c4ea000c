"""What a search found: where it stands in a text, and a piece of text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.query.fold import spans, united
from timeline_tui.query.terms import Query
from timeline_tui.render.cells import cell_width, cut, shown
from timeline_tui.render.words import STANCE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.tui.screens.contents import Find

_BEFORE = 24


def finder_of(*queries: Query) -> Find | None:
    """Return what finds the words and phrases of queries in a text; None for none."""
    words: list[str] = []
    phrases: list[str] = []
    for query in queries:
        for term in query.terms:
            if term.negated:
                continue
            if term.field in ("word", "text"):
                words += term.values
            elif term.field == "phrase":
                phrases += term.values
    if not words and not phrases:
        return None

    def find(text: str) -> list[tuple[int, int]]:
        found = spans(text, words) if words else []
        found += spans(text, phrases, phrase=True) if phrases else []
        return united(found)

    return find


def snippet(event: Event, library: Library, searched: Query, width: int) -> str:
    """Return where outside the title an event holds what is searched for.

    At most `width` cells: who tells it and the words around it. Nothing when the
    title holds all of it.
    """
    finders = [finder_of(Query((term,))) for term in searched.terms]
    missing = [find for find in finders if find and not find(event.title)]
    for label, text in _texts(event, library):
        for find in missing:
            if found := find(text):
                return _around(label, text, found[0][0], width)
    return ""


def _around(label: str, text: str, at: int, width: int) -> str:
    """Return the label and the words around a place of a text."""
    start = max(at - _BEFORE, 0)
    start = text.rfind(" ", 0, start + 1) + 1 if start else 0
    words = ("… " if start else "") + shown(text[start:])
    room = max(width - cell_width(shown(label)) - 2, 1)
    return f"{shown(label)}: {cut(words, room)}"


def _texts(event: Event, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each text of an event that a search looks into, with what it is."""
    yield "summary", event.summary
    yield "disputed", event.disputed
    for account in event.accounts:
        label = library.source(account.source).label
        yield f"{label} {STANCE_WORDS.get(account.stance, '')}".rstrip(), account.says
        yield f"{label} via", account.via
    for name in (*event.actors, *event.themes):
        also = library.actor(name) if name in event.actors else library.theme(name)
        yield also.name, " · ".join((also.name, *also.aliases))
    yield "where", " · ".join(event.places)
