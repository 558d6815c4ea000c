"""Makes events of rows, and a store of a file.

What is kept passes the rules of the store; what cannot is set aside, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.errors import DateError, Fault
from timeline_tui.model.dates import EdtfDate
from timeline_tui.model.event import (
    IMPORTANCES,
    KINDS,
    Account,
    Actor,
    Event,
    Theme,
    Timeline,
)
from timeline_tui.model.source import Source
from timeline_tui.store.event_rules import EVENT_RULES, MOST_SENTENCES, sentences
from timeline_tui.store.fields import TABLES
from timeline_tui.store.foreign.cells import (
    acting,
    is_plain,
    kept,
    lines_of,
    one_line,
    several,
    short_title,
)
from timeline_tui.store.foreign.mapping import mapped, own_keys
from timeline_tui.store.foreign.names import Ids, Register, slug
from timeline_tui.store.foreign.text import Row
from timeline_tui.store.source_rules import is_address
from timeline_tui.store.values import Misread, identifier, own_value, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_tui.store.foreign.text import ForeignText, Table

ReadDate = Callable[[str, str], EdtfDate]
"""Reads the cells of a date and its end, which may be empty; raises `DateError`."""
_ID_KEY = TABLES["event"][0]
_NO_LIMITS = Timeline()
_SHARP = {"day": 10, "month": 7}  # characters of a date that say as much
_YEAR = 4


class Imported(NamedTuple):
    """A store made of a file, the rows it is without, and what a person should know."""

    timeline: Timeline
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    file: Source
    events: list[Event]
    set_aside: list[Fault]
    warnings: list[Fault]


def imported(
    text: ForeignText,
    table: Table,
    *,
    name: str,
    asked_for: Mapping[str, str],
    read_date: ReadDate,
) -> Imported:
    """Turn the rows of a file into a store.

    Args:
        text: the file, which is the document that is cited.
        table: what was read of it.
        name: what it is called.
        asked_for: the columns of fields, where their names do not tell.
        read_date: how dates are read.

    Raises:
        UsageError: a column is not there, or nothing tells which date and title are.
    """
    fields: dict[str, str] = {}
    if table.rows or not table.faults:
        fields = mapped(table.columns, asked_for, text.shown)
    keys = own_keys(table.columns)
    file = _file(text, one_line(name))
    maker = _Maker(text, file.id, fields, keys, read_date=read_date)
    events: list[Event] = []
    aside = list(table.faults)
    for row in table.rows:
        try:
            events.append(maker.event(row))
        except DateError as error:
            what = f"{shown(error.text)} is not read as a date: {error.reason}"
            aside.append(text.fault(row.line, what, error.advice))
        except Misread as misread:
            aside += [text.fault(row.line, p.what, p.advice) for p in misread.problems]
        except ValueError as error:
            aside.append(text.fault(row.line, str(error)))
    doubts = [
        text.fault(line, what)
        for register in (maker.actors, maker.themes)
        for line, what in register.doubtful()
    ]
    return Imported(
        Timeline(title=one_line(table.title) or file.title),
        tuple(
            Actor(id=made, name=names[0], aliases=tuple(names[1:]))
            for made, names in maker.actors.names.items()
        ),
        tuple(
            Theme(id=made, name=names[0], aliases=tuple(names[1:]))
            for made, names in maker.themes.names.items()
        ),
        file,
        events,
        sorted(aside, key=lambda fault: fault.line),
        sorted([*maker.warnings, *doubts], key=lambda fault: fault.line),
    )


def _file(text: ForeignText, name: str) -> Source:
    """Describe the file as a document: what has been read, and can be cited."""
    return Source(
        id=slug(name) or "file",
        title=name,
        type="dataset",
        genre="imported file; each of its lines is a paragraph",
        fingerprint=text.fingerprint,
    )


class _Maker:
    """Makes the events of one file."""

    def __init__(
        self,
        text: ForeignText,
        file: str,
        fields: Mapping[str, str],
        keys: Mapping[str, str],
        *,
        read_date: ReadDate,
    ) -> None:
        """Take the id of the file, the columns of fields, and the key of each column.

        The key is what a column is kept under that goes into no field.
        """
        self._text = text
        self._fields = fields
        self._keys = keys
        self._read_date = read_date
        self._ids = Ids()
        self._file = file
        self.actors = Register("actor")
        self.themes = Register("theme")
        self.warnings: list[Fault] = []

    def event(self, row: Row) -> Event:
        """Make the event of a row.

        Raises:
            DateError: its date is none.
            Misread: something in it cannot stand in a store.
            ValueError: it has no title or no date.
        """
        row = Row(row.line, {name: own_value(row.cells[name]) for name in row.cells})
        own = self._own(row)
        title, when = (self._needed(row, field) for field in ("title", "date"))
        end = one_line(self._cell(row, "end"))
        date = self._read_date(when, end)
        read_from = f"{when} – {end}" if end else when
        short = short_title(title)
        self._keep(own, row, "title", unless=short == title)
        account, summary = self._account(row, own)
        event = Event(
            id="x",
            date=date,
            title=short,
            date_basis="" if date.text == when else f"read from {read_from!r}",
            summary=summary,
            kind=self._choice(row, own, "kind", KINDS) or "event",
            importance=self._choice(row, own, "importance", IMPORTANCES) or "secondary",
            places=tuple(several(self._cell(row, "places"))),
            accounts=(account,),
            x=MappingProxyType(own),
        )
        problems = [p for rule in EVENT_RULES for p in rule(event, _NO_LIMITS)]
        if problems:
            raise Misread(*problems)
        return self._named(event, row, own)

    def _own(self, row: Row) -> dict[str, object]:
        """Give what no field holds: other columns, and objects instead of text."""
        taken = set(self._fields.values())
        return {
            self._keys[column]: kept(value)
            for column, value in row.cells.items()
            if value not in ("", None) and not (column in taken and is_plain(value))
        }

    def _named(self, event: Event, row: Row, own: dict[str, object]) -> Event:
        """Give an event that is kept its id, actors and themes: others declare none."""
        if any(acting(value) for value in row.cells.values()):
            what = "characters that are not seen or act on a terminal were taken out"
            self.warnings.append(self._text.fault(row.line, what))
        actors = several(self._cell(row, "actors"))
        themes = several(self._cell(row, "themes"), commas=True)
        return replace(
            event,
            id=self._id(row, event, own),
            actors=self._registered(self.actors, actors, row),
            themes=self._registered(self.themes, themes, row),
            x=MappingProxyType(own),
        )

    def _registered(
        self, register: Register, names: list[str], row: Row
    ) -> tuple[str, ...]:
        ids: dict[str, None] = {}
        for name in names:
            made, warning = register.id_of(name, row.line)
            ids[made] = None
            if warning:
                self.warnings.append(self._text.fault(row.line, warning))
        return tuple(ids)

    def _account(self, row: Row, own: dict[str, object]) -> tuple[Account, str]:
        """Give what the file tells, which alone was read and can be cited; the summary.

        It leans on the documents that the row names, with their addresses. A text too
        long for a summary is what the file says.
        """
        titles = several(self._cell(row, "source"))
        urls = [u for part in several(self._cell(row, "url")) for u in part.split()]
        good = [url for url in urls if is_address(url)]
        self._keep(own, row, "url", unless=good == urls)
        named = zip_longest(titles, good, fillvalue="")
        via = [", ".join(filter(None, one)) for one in dict.fromkeys(named)]
        summary = lines_of(self._cell(row, "summary"))
        long = sentences(summary) > MOST_SENTENCES
        account = Account(
            source=self._file,
            stance="supports",
            via="; ".join(via),
            says=summary if long else "",
            cite=(self._text.cite(row.line),),
        )
        return account, "" if long else summary

    def _id(self, row: Row, event: Event, own: dict[str, object]) -> str:
        """Take the row's own id if it is good; else make one of date and title."""
        given = one_line(self._cell(row, "id"))
        try:
            good = given and not given.isdecimal() and identifier(_ID_KEY, given)
        except Misread:
            good = False
        if good and self._ids.free(given):
            return self._ids.fresh(given)
        self._keep(own, row, "id", unless=not given)
        title = slug(event.title) or "event"
        if event.date.open_start:
            return self._ids.fresh(title)
        sharp = _SHARP.get(event.date.precision, _YEAR)
        return self._ids.fresh(f"{event.date.first.isoformat()[:sharp]}-{title}")

    def _choice(
        self, row: Row, own: dict[str, object], field: str, known: tuple[str, ...]
    ) -> str:
        value = one_line(self._cell(row, field)).lower()
        self._keep(own, row, field, unless=value in ("", *known))
        return value if value in known else ""

    def _keep(
        self, own: dict[str, object], row: Row, field: str, *, unless: bool
    ) -> None:
        """Keep a cell whole that did not go into its field as it is."""
        if not unless:
            column = self._fields[field]
            own[self._keys[column]] = kept(row.cells[column])

    def _needed(self, row: Row, field: str) -> str:
        value = one_line(self._cell(row, field))
        if not value:
            raise ValueError(f"has no {field} in {self._fields[field]!r}")
        return value

    def _cell(self, row: Row, field: str) -> object:
        return row.cells.get(self._fields.get(field, ""))
