"""What an index keeps of one event: its row, its words, its facets."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.library.layout import BREAK, FIELD
from timeline_tui.query.fold import fold, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Event

Facet = tuple[str, ...]
"""A field and its value; or `telling`, source, speaker and stance."""
LINKED = ("is", "linked")
"""The facet that another event's link gives as well."""
_ORDER = Struct(">IBII?")
_GAP = f" {BREAK} "
_SEVERAL = 2
_REMEMBERED = 200_000
_MARKS = (
    ("d", lambda event: bool(event.disputed)),
    ("a", lambda event: event.date.approximate),
    ("u", lambda event: event.date.uncertain),
    ("f", lambda event: bool(event.figures)),
    ("l", lambda event: bool(event.links)),
    ("s", lambda event: event.status == "scheduled"),
    ("e", lambda event: event.status == "expected"),
)


class Dating(NamedTuple):
    """What a list needs of a date; the same for all events that have it."""

    order: bytes
    """Sorts as the date does; of equal dates, the one without doubt comes first."""
    columns: tuple[str, str, str, str, str]
    """EDTF, plain, place, first and last day."""


def dating(date: EdtfDate) -> Dating:
    """Work a date out for a list."""
    first, last = date.first.isoformat(), date.last.isoformat()
    columns = (date.text, date.plain, date.place, first, last)
    doubtful = date.approximate or date.uncertain
    return Dating(_ORDER.pack(*date.order, doubtful), columns)


def row_values(event: Event, columns: tuple[str, ...]) -> list[str]:
    """Give the columns of a row without its number."""
    marks = "".join(mark for mark, holds in _MARKS if holds(event))
    sources = " ".join(event.sources)
    return [event.id, *columns, event.title, event.kind, sources, marks]


def marked_linked(row: bytes) -> bytes:
    """Add to a packed row that another event links to it."""
    head, field, marks = row.rpartition(FIELD)
    letters = marks.decode() + "l"
    return head + field + "".join(m for m, _ in _MARKS if m in letters).encode()


class Folder:
    """Folds texts; remembers their words, most of which come again.

    `fold` and `joined` look at no character beyond the blanks around a word, so that
    a text may be folded word by word.
    """

    __slots__ = ("_folded", "_joined")

    def __init__(self) -> None:
        """Start without words."""
        self._folded: dict[str, str] = {}
        self._joined: dict[str, str] = {}

    def words(self, event: Event) -> tuple[str, str]:
        """Give an event's folded text, and its hyphenated words written together."""
        if len(self._folded) > _REMEMBERED:
            self._folded.clear()
            self._joined.clear()
        texts = [event.title, event.summary, event.disputed]
        for account in event.accounts:
            texts += (account.says, account.via)
        split = [text.split() for text in texts if text]
        folded, hyphened = self._folded, self._joined
        together = []
        for word in [word for words in split for word in words]:
            if word not in folded:
                folded[word] = fold(word)
                if parts := " ".join(joined(word)):
                    hyphened[word] = parts
            if word in hyphened:
                together.append(hyphened[word])
        lines = [" ".join([folded[word] for word in words]) for words in split]
        return _GAP.join(lines), " ".join(together)


def facets(event: Event) -> Iterator[Facet]:
    """Give the facet values of an event, some of them more than once."""
    yield "kind", event.kind
    yield "importance", event.importance
    yield from (("actor", actor) for actor in event.actors)
    yield from (("theme", theme) for theme in event.themes)
    yield from (("place", place) for place in event.places)
    for account in event.accounts:
        yield from (("actor", actor) for actor in account.who)
        for speaker in account.by or ("",):
            yield "telling", account.source, speaker, account.stance
    for figure in event.figures:
        for speaker in figure.by or ("",):
            yield "telling", figure.source, speaker, ""
    yield from (("is", flag) for flag in _flags(event))


def _flags(event: Event) -> Iterator[str]:
    """Give the flags that an event has by itself."""
    if event.disputed:
        yield "disputed"
    if event.date.approximate:
        yield "approximate"
    if len(event.sources) >= _SEVERAL:
        yield "multi-source"
    if event.figures:
        yield "figure"
    if event.links:
        yield LINKED[1]
