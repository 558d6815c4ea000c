"""Turns the records of a store into values of the model, or says all that is wrong.

One pass over `fields.TABLES` serves TOML and JSON Lines; nothing of a record is passed
over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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
from timeline_tui.store.fields import DERIVED, OWN, TABLES, WITHOUT_OWN, Key
from timeline_tui.store.values import (
    Convert,
    Misread,
    Problem,
    day,
    flag,
    identifier,
    listed,
    missing,
    nearest,
    number,
    own_value,
    shown,
    text,
    undeclared,
    whole,
    wrong,
)

if TYPE_CHECKING:
    from timeline_tui.model.dates import EdtfDate

Record = Mapping[str, object]
"""A table of TOML or an object of JSON, as it was read."""
Fields = dict[str, Any]
"""Values for the fields of a class of the model."""

_RECORDS = ("event", "actor", "theme", "source", "timeline")
_ROWS: dict[str, Callable[..., object]] = {
    "account": Account,
    "cite": Cite,
    "figure": Figure,
    "link": Link,
    "paragraph": Paragraph,
}
_MOST_DATES = 50_000  # different dates that are kept read


class _Table:
    """Reads the records of one table: fields for the model, and problems."""

    def __init__(
        self, name: str, convert: Callable[[Key], Convert], *, toml: bool
    ) -> None:
        keys = TABLES[name]
        self._converts = {
            key.name if toml else key.line_name: (key.attribute, convert(key))
            for key in keys
        }
        self._required = {key.name: key for key in keys if key.required}
        self._passed_over = frozenset(() if toml else DERIVED.get(name, ()))
        self._homeless = name in WITHOUT_OWN
        self._toml = toml

    def gather(self, record: Record) -> tuple[Fields, list[Problem]]:
        """Read what is right in a record, and say what is not."""
        converts = self._converts
        fields: Fields = {}
        own: dict[str, object] = {}
        problems: list[Problem] = []
        for name, value in record.items():
            entry = converts.get(name)
            try:
                if entry is None:
                    self._keep(own, name, value)
                elif value is not None:
                    fields[entry[0]] = entry[1](value)
            except Misread as misread:
                problems += misread.inside(name)
        if not fields.keys() >= self._required.keys():
            problems += [
                missing(key)
                for name, key in self._required.items()
                if name not in fields and not _told(problems, name)
            ]
        if own:
            fields["x"] = MappingProxyType(own)
        return fields, problems

    def _keep(self, own: dict[str, object], name: str, value: object) -> None:
        """Keep a key of the curator's own.

        Raises:
            Misread: it does not begin as such keys do, or has nowhere to stand.
        """
        if name == "x" and not self._toml and type(value) is dict:
            for inner, inner_value in value.items():
                self._keep(own, inner, inner_value)
        elif name.startswith(OWN) and not self._homeless:
            own[name] = own_value(value)
        elif name not in self._passed_over:
            advice = nearest(name, self._converts)
            if not advice and name.startswith(OWN):
                advice = "keys of your own stand one level further out"
            advice = advice or f"keys of your own begin with {OWN}"
            what = f"unknown key {shown(name)}"
            raise Misread(Problem((), what, advice, "unknown-key"))


class Shaper:
    """Reads the records of one store.

    Args:
        declared: the ids of each of actor, theme and source.
        implied: JSON Lines: where ids that nobody declared are collected, in the order
            in which they are met. None: TOML, where they are faults.
    """

    def __init__(
        self,
        declared: Mapping[str, Mapping[str, object]],
        implied: Mapping[str, dict[str, None]] | None = None,
    ) -> None:
        self._declared = declared
        self._implied = implied
        self._dates: dict[str, EdtfDate] = {}
        self._tables = {name: self._table(name) for name in _RECORDS}

    def event(self, record: Record) -> Event:
        """Read an event.

        Raises:
            Misread: with every problem; such an event is set aside whole.
        """
        fields, problems = self._tables["event"].gather(record)
        if problems:
            raise Misread(*problems)
        return Event(**fields)

    def actor(self, record: Record) -> tuple[Actor | None, list[Problem]]:
        """Read what can be read of an actor, so that its events do not go with it."""
        fields, problems = self._tables["actor"].gather(record)
        return (Actor(**_named(fields)) if "id" in fields else None), problems

    def theme(self, record: Record) -> tuple[Theme | None, list[Problem]]:
        """Read what can be read of a theme."""
        fields, problems = self._tables["theme"].gather(record)
        return (Theme(**_named(fields)) if "id" in fields else None), problems

    def source(self, record: Record) -> tuple[Source | None, list[Problem]]:
        """Read what can be read of a source."""
        fields, problems = self._tables["source"].gather(record)
        return (Source(**fields) if "id" in fields else None), problems

    def timeline(self, record: Record) -> tuple[Timeline, list[Problem]]:
        """Read what can be read of the head of a store."""
        fields, problems = self._tables["timeline"].gather(record)
        fields.pop("sources", None)
        return Timeline(**fields), problems

    def _table(self, name: str) -> _Table:
        return _Table(name, self._convert, toml=self._implied is None)

    def _convert(self, key: Key) -> Convert:
        """Make the reader of the values of one key."""
        if key.form == "ids":
            one = self._id(key)
            return lambda value: listed(value, key, one)
        if key.form == "texts":
            string = text(key)
            return lambda value: listed(value, key, string)
        makers: dict[str, Callable[[Key], Convert]] = {
            "text": text,
            "id": self._id,
            "date": self._date,
            "whole": whole,
            "number": number,
            "flag": flag,
            "rows": self._rows,
        }
        return makers[key.form](key)

    def _rows(self, key: Key) -> Convert:
        gather = self._table(key.of).gather
        make = _ROWS[key.of]

        def row(value: object) -> object:
            if type(value) is not dict:
                raise wrong(key, value, "a table")
            fields, problems = gather(value)
            if problems:
                raise Misread(*problems)
            return make(**fields)

        return lambda value: listed(value, key, row)

    def _id(self, key: Key) -> Convert:
        kind = key.of
        known = self._declared.get(kind, {})
        met = (self._implied or {}).get(kind, {})
        may_be_empty = (
            self._implied is not None and key.form == "id" and not key.required
        )  # as `--format jsonl` writes what is not there

        def convert(value: object) -> object:
            if type(value) is str and (value in known or value in met):
                return value
            if may_be_empty and value == "":
                return value
            found = identifier(key, value)
            if kind and self._implied is None:
                raise undeclared(kind, found, known)
            if kind:
                met[found] = None
            return found

        return convert

    def _date(self, key: Key) -> Convert:
        dates = self._dates

        def convert(value: object) -> object:
            if type(value) is str and value in dates:
                return dates[value]
            if len(dates) >= _MOST_DATES:
                dates.clear()
            found = dates[str(value)] = day(key, value)
            return found

        return convert


def _named(fields: Fields) -> Fields:
    """Give a record without a readable name its id for one."""
    return {"name": fields["id"], **fields}


def _told(problems: list[Problem], name: str) -> bool:
    return any(problem.path[:1] == (name,) for problem in problems)
