"""Writes what an index knows of values: facets, tellings, dates, names, things."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from pyroaring import BitMap

from timeline_tui.library.dates import (
    CORE_FIRST,
    CORE_LAST,
    FIRST,
    LAST,
    SEVERAL,
    pack_column,
    written,
)
from timeline_tui.library.names import ACTOR, SOURCE, THEME, TIMELINE
from timeline_tui.library.words import NAMED
from timeline_tui.model.dates import parse
from timeline_tui.model.event import IMPORTANCES, KINDS, STANCES
from timeline_tui.query.fold import fold, joined
from timeline_tui.query.terms import FLAGS
from timeline_tui.store.jsonl import (
    actor_record,
    line,
    source_record,
    theme_record,
    timeline_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from sqlite3 import Connection

    from timeline_tui.library.entry import Facet
    from timeline_tui.library.pieces import Blobs
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Actor
    from timeline_tui.store.reader import Reader

    Rows = dict[str, BitMap]
    Spelling = tuple[str, str, str, int]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_SHARED = "+"
_VOCABULARIES = {
    "kind": KINDS,
    "importance": IMPORTANCES,
    "stance": STANCES,
    "is": FLAGS,
}
"""Values that exist even where no event has them."""


def write_things(connection: Connection, contents: Reader) -> str:
    """Write timeline, actors, themes and sources, and give all of it as one text."""
    head, actors, themes = contents.timeline, contents.actors, contents.themes
    rows = [("", TIMELINE, head.title, timeline_record(head))]
    rows += [(a.id, ACTOR, a.name, actor_record(a)) for a in actors.values()]
    rows += [(t.id, THEME, t.name, theme_record(t)) for t in themes.values()]
    rows += [
        (s.id, SOURCE, s.label, source_record(s)) for s in contents.sources.values()
    ]
    lines = [
        (thing_id, kind, name, place, line(record))
        for place, (thing_id, kind, name, record) in enumerate(rows)
    ]
    connection.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?)", lines)
    return "\n".join(each[-1] for each in lines)


def write_facets(
    connection: Connection,
    blobs: Blobs,
    contents: Reader,
    found: Mapping[Facet, BitMap],
) -> None:
    """Write the rows of each value of each field, and of each way of telling."""
    fields: dict[str, Rows] = {
        field: {value: BitMap() for value in values}
        for field, values in _VOCABULARIES.items()
    }
    fields |= {
        field: {} for field in ("actor", "theme", "place", "source", "by", "side")
    }
    fields["actor"] = {actor: BitMap() for actor in contents.actors}
    fields["theme"] = {theme: BitMap() for theme in contents.themes}
    fields["source"] = {source: BitMap() for source in contents.sources}
    for (field, *values), rows in found.items():
        if field == "telling":
            _add_telling(fields, values, rows)
            connection.execute(
                "INSERT INTO telling VALUES (?, ?, ?, ?)",
                (*values, blobs.put_rows(rows)),
            )
        elif field != "date":
            fields[field][values[0]] = rows
    fields["side"] = _sides(contents.actors, fields["actor"])
    names = _display_names(contents)
    connection.executemany(
        "INSERT INTO facet VALUES (?, ?, ?, ?, ?)",
        [
            (
                field,
                value,
                names.get((field, value), value),
                len(rows),
                blobs.put_rows(rows),
            )
            for field, values in fields.items()
            for value, rows in values.items()
        ],
    )


def write_dates(
    connection: Connection, blobs: Blobs, found: Mapping[Facet, BitMap]
) -> None:
    """Write the four columns of days, and the dates of several parts."""
    numbers = (FIRST, LAST, CORE_FIRST, CORE_LAST)
    columns: dict[int, dict[int, BitMap]] = {number: {} for number in numbers}
    several = BitMap()
    for (field, text, *_), rows in found.items():
        if field != "date":
            continue
        date = parse(text)
        days = [date.widened[0][0], date.widened[-1][1], *(date.core or ())]
        for number, day in zip(numbers, days, strict=False):
            columns[number].setdefault(day.toordinal(), BitMap()).update(rows)
        if len(date.widened) > 1:
            several |= rows
            _write_shapes(connection, date, rows)
    for number, rows_of in columns.items():
        blobs.put(pack_column(rows_of), number)
    blobs.put(several.serialize(), SEVERAL)


def write_names(
    connection: Connection, contents: Reader, places: Iterable[str]
) -> None:
    """Write all ways to spell a value, folded."""
    spellings: set[Spelling] = set()
    for actor in contents.actors.values():
        spellings.update(_spelled("actor", actor.id, (actor.name, *actor.aliases)))
    for theme in contents.themes.values():
        spellings.update(_spelled("theme", theme.id, (theme.name, *theme.aliases)))
    for source in contents.sources.values():
        names = filter(None, (source.short, source.publisher, source.title))
        spellings.update(_spelled("source", source.id, names))
    for field, values in (*_VOCABULARIES.items(), ("place", tuple(places))):
        for value in values:
            spellings.update(_spelled(field, value, (value,)))
    # One that is both an id and a name is found by words.
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)",
        sorted(spellings, key=itemgetter(3), reverse=True),
    )


def source_letters(contents: Reader) -> dict[str, str]:
    """Give each source a capital letter of its own: that of its record, or its name's.

    Sources beyond the alphabet take small letters, then digits, and then share `+`.
    """
    letters = {s.id: s.letter for s in contents.sources.values() if s.letter}
    free = [letter for letter in _LETTERS if letter not in letters.values()]
    for source in contents.sources.values():
        if source.id not in letters:
            own = [char for char in source.label.upper() if char in free]
            letter = (own or free or [_SHARED])[0]
            letters[source.id] = letter
            if letter in free:
                free.remove(letter)
    return letters


def _spelled(field: str, value: str, names: Iterable[str]) -> Iterator[Spelling]:
    """Give the folded spellings of a value; words find some of them."""
    yield field, fold(value), value, 0
    searched = int(field in NAMED)
    for name in names:
        yield field, fold(name), value, searched
        if together := joined(name):
            yield field, " ".join(together), value, searched


def _add_telling(fields: dict[str, Rows], telling: Iterable[str], rows: BitMap) -> None:
    """Add the rows of a way of telling to its three fields."""
    source, speaker, stance = telling
    for field, value in (("source", source), ("by", speaker), ("stance", stance)):
        if value:
            fields[field].setdefault(value, BitMap()).update(rows)


def _sides(actors: Mapping[str, Actor], rows_of: Rows) -> Rows:
    """Give the rows of each side: an actor that others belong to, and all of them."""
    sides: Rows = {}
    for actor in actors.values():
        rows = rows_of.get(actor.id, BitMap())
        for side in _belonging(actors, actor):
            sides.setdefault(side, BitMap()).update(rows)
        if actor.kind == "state":
            sides.setdefault(actor.id, BitMap()).update(rows)
    for side, rows in sides.items():
        rows.update(rows_of.get(side, BitMap()))
    return sides


def _belonging(actors: Mapping[str, Actor], actor: Actor) -> list[str]:
    """Give the sides that an actor is on, from the nearest to the widest."""
    sides: list[str] = []
    while actor.of and actor.of not in sides:
        sides.append(actor.of)
        if actor.of not in actors:
            break
        actor = actors[actor.of]
    return sides


def _display_names(contents: Reader) -> dict[tuple[str, str], str]:
    """Give the names of the values that have one besides their id."""
    names = {("theme", theme.id): theme.name for theme in contents.themes.values()}
    for source in contents.sources.values():
        names["source", source.id] = source.label
    for actor in contents.actors.values():
        for field in ("actor", "by", "side"):
            names[field, actor.id] = actor.name
    return names


def _write_shapes(connection: Connection, date: EdtfDate, rows: BitMap) -> None:
    """Write a date of several parts for each row that has it."""
    core = written([date.core]) if date.core else ""
    values = (written(date.widened), core, date.precision == "all-of")
    connection.executemany(
        "INSERT INTO shape VALUES (?, ?, ?, ?)", [(row, *values) for row in rows]
    )
