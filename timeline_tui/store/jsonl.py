"""The one codec between values and JSON: exact, lossless, in a fixed order of keys.

A record leaves out what has its default. `*_from` trusts a record that `*_record` made;
JSON from elsewhere is read by `lines`.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from timeline_tui.model.dates import parse as parse_date
from timeline_tui.model.event import (
    Account,
    Actor,
    Cite,
    Event,
    Figure,
    Link,
    Theme,
    Timeline,
)
from timeline_tui.model.source import Paragraph, Source
from timeline_tui.store.fields import OWN, SCHEMA, TABLES
from timeline_tui.store.live import LIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from _typeshed import DataclassInstance

    from timeline_tui.store.fields import Key

Record = dict[str, Any]
"""A record as JSON has it."""
_T = TypeVar("_T", bound="DataclassInstance")

_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":")
).encode
_own = attrgetter("x")
_parse = lru_cache(maxsize=4096)(parse_date)

_WRITES: dict[str, Callable[[Any], object]] = {
    "date": attrgetter("text"),
    "ids": list,
    "texts": list,
}
_READS: dict[str, Callable[[Any], object]] = {
    "date": _parse,
    "ids": tuple,
    "texts": tuple,
}

_LIVE = re.compile(f"[{LIVE}\ud800-\udfff]")  # what stands raw in JSON otherwise

_ASTRAL = 0x10000  # from here on, JSON escapes a character as two halves


class _Codec(Generic[_T]):
    """Writes and reads the values of one class."""

    def __init__(self, table: str, make: type[_T]) -> None:
        defaults = {
            field.name: None if field.default is MISSING else field.default
            for field in fields(make)
        }
        keys = [key for key in TABLES[table] if key.attribute in defaults]
        self._make = make
        self._writes = [
            (key.line_name, key.attribute, defaults[key.attribute], _written(key))
            for key in keys
        ]
        self._reads = {key.line_name: (key.attribute, _read(key)) for key in keys}
        self._keeps_own = "x" in defaults

    def record(self, value: _T) -> Record:
        """Give the keys that differ from their default, then the curator's own."""
        record: Record = {}
        for name, attribute, default, write in self._writes:
            field = getattr(value, attribute)
            if field != default:
                record[name] = write(field) if write else field
        if self._keeps_own:
            record.update(_own(value))
        return record

    def value(self, record: Mapping[str, Any]) -> _T:
        """Make the value that a record was made from."""
        found: Record = {}
        own: Record = {}
        for name, value in record.items():
            entry = self._reads.get(name)
            if entry is not None:
                found[entry[0]] = entry[1](value) if entry[1] else value
            elif name.startswith(OWN):
                own[name] = value
        if own:
            found["x"] = MappingProxyType(own)
        return self._make(**found)


def _written(key: Key) -> Callable[[Any], object] | None:
    """Give what turns a field into JSON; None where it is the same."""
    if key.form == "rows":
        record = _ROWS[key.of].record
        return lambda rows: [record(row) for row in rows]
    return _WRITES.get(key.form)


def _read(key: Key) -> Callable[[Any], object] | None:
    """Give what turns JSON back into a field; None where it is the same."""
    if key.form == "rows":
        value = _ROWS[key.of].value
        return lambda rows: tuple([value(row) for row in rows])
    return _READS.get(key.form)


_ROW_CLASSES: dict[str, type[Any]] = {
    "cite": Cite,
    "account": Account,
    "figure": Figure,
    "link": Link,
    "paragraph": Paragraph,
}
_ROWS: dict[str, _Codec[Any]] = {}
for _table, _class in _ROW_CLASSES.items():
    _ROWS[_table] = _Codec(_table, _class)
_ROW_TABLES = {row: table for table, row in _ROW_CLASSES.items()}
_EVENT = _Codec("event", Event)
_ACTOR = _Codec("actor", Actor)
_THEME = _Codec("theme", Theme)
_SOURCE = _Codec("source", Source)
_TIMELINE = _Codec("timeline", Timeline)


def event_record(event: Event) -> Record:
    """Give the record of an event."""
    return {"type": "event", **_EVENT.record(event)}


def actor_record(actor: Actor) -> Record:
    """Give the record of an actor."""
    return {"type": "actor", **_ACTOR.record(actor)}


def theme_record(theme: Theme) -> Record:
    """Give the record of a theme."""
    return {"type": "theme", **_THEME.record(theme)}


def source_record(source: Source) -> Record:
    """Give the record of a source; its own `type` is called `csl_type` here."""
    return {"type": "source", **_SOURCE.record(source)}


def timeline_record(timeline: Timeline) -> Record:
    """Give the record of a store's head, with the version of the format."""
    head = {"type": "timeline", "schema": SCHEMA}
    return {**head, **_TIMELINE.record(timeline)}


def row_record(row: Account | Cite | Figure | Link | Paragraph) -> Record:
    """Give the record of a part of an event or a source."""
    return _ROWS[_ROW_TABLES[type(row)]].record(row)


def event_from(record: Mapping[str, Any]) -> Event:
    """Make the event that `event_record` was given."""
    return _EVENT.value(record)


def actor_from(record: Mapping[str, Any]) -> Actor:
    """Make the actor that `actor_record` was given."""
    return _ACTOR.value(record)


def theme_from(record: Mapping[str, Any]) -> Theme:
    """Make the theme that `theme_record` was given."""
    return _THEME.value(record)


def source_from(record: Mapping[str, Any]) -> Source:
    """Make the source that `source_record` was given."""
    return _SOURCE.value(record)


def timeline_from(record: Mapping[str, Any]) -> Timeline:
    """Make the head that `timeline_record` was given."""
    return _TIMELINE.value(record)


def line(record: Mapping[str, object]) -> str:
    """Write a record as one line of JSON, without its line end; see `harmless`."""
    return harmless(_encode(record))


def harmless(text: str) -> str:
    """Escape in JSON what would act on a terminal or break a line.

    The text can then be shown, and the values in it are still the same.
    """
    return _LIVE.sub(_escaped, text)


def head_lines(
    timeline: Timeline,
    actors: Iterable[Actor],
    themes: Iterable[Theme],
    sources: Iterable[Source],
) -> Iterator[str]:
    """Give the lines that stand before the events of a store."""
    yield line(timeline_record(timeline))
    yield from (line(actor_record(actor)) for actor in actors)
    yield from (line(theme_record(theme)) for theme in themes)
    yield from (line(source_record(source)) for source in sources)


def event_line(event: Event) -> str:
    """Give the line of an event."""
    return line(event_record(event))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < _ASTRAL:
        return f"\\u{code:04x}"
    high, low = divmod(code - _ASTRAL, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
