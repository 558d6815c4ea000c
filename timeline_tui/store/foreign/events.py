"""Makes events of rows, and a store of a file.

What is kept passes the rules of the store; what cannot is set aside, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.errors import DateError, Fault
from timeline_tui.model.dates import EdtfDate, parse
from timeline_tui.model.event import (
    IMPORTANCES,
    KINDS,
    Account,
    Actor,
    Event,
    Theme,
    Timeline,
)
from timeline_tui.store.event_rules import EVENT_RULES, summary_length
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
from timeline_tui.store.foreign.documents import Documents, is_address
from timeline_tui.store.foreign.mapping import mapped, own_keys
from timeline_tui.store.foreign.names import Ids, Register, slug
from timeline_tui.store.foreign.text import Row
from timeline_tui.store.string_rules import live_characters
from timeline_tui.store.values import Misread, identifier, own_value, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_tui.store.foreign.text import ForeignText, Table

ReadDate = Callable[[str, str], EdtfDate]
"""Reads the cells of a date and its end, which may be empty; raises `DateError`."""
_ID_KEY = TABLES["event"][0]
_ANY_DATE = parse("2000")
_SHARP = {"day": 10, "month": 7}  # characters of a date that say as much
_YEAR = 4


class Imported(NamedTuple):
    """A store made of a file, the rows it is without, and what a person should know."""

    timeline: Timeline
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    documents: Documents
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
    maker = _Maker(text, Documents(text, name), fields, keys, read_date=read_date)
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
        Timeline(title=one_line(table.title) or name),
        tuple(
            Actor(id=made, name=names[0], aliases=tuple(names[1:]))
            for made, names in maker.actors.names.items()
        ),
        tuple(
            Theme(id=made, name=names[0], aliases=tuple(names[1:]))
            for made, names in maker.themes.names.items()
        ),
        maker.documents,
        events,
        sorted(aside, key=lambda fault: fault.line),
        sorted([*maker.warnings, *doubts], key=lambda fault: fault.line),
    )


class _Maker:
    """Makes the events of one file."""

    def __init__(
        self,
        text: ForeignText,
        documents: Documents,
        fields: Mapping[str, str],
        keys: Mapping[str, str],
        *,
        read_date: ReadDate,
    ) -> None:
        """Take the columns of fields, and the key that each column is kept under."""
        self._text = text
        self._fields = fields
        self._keys = keys
        self._read_date = read_date
        self._ids = Ids()
        self.documents = documents
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
        accounts, summary = self._accounts(row, own)
        event = Event(
            id="x",
            date=date,
            title=short,
            date_basis="" if date.text == when else f"read from {read_from!r}",
            summary=summary,
            kind=self._choice(row, own, "kind", KINDS) or "event",
            importance=self._choice(row, own, "importance", IMPORTANCES) or "secondary",
            places=tuple(several(self._cell(row, "places"))),
            accounts=accounts,
            x=MappingProxyType(own),
        )
        problems = [p for rule in EVENT_RULES for p in rule(event, Timeline())]
        problems += live_characters("event", event)
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

    def _accounts(
        self, row: Row, own: dict[str, object]
    ) -> tuple[tuple[Account, ...], str]:
        """Give who tells it, and the summary.

        The file tells it, and can be cited. A document that the row names was not
        read: it has an account without a citation. A text too long for a summary is
        what the file says.
        """
        titles = several(self._cell(row, "source"))
        urls = [u for part in several(self._cell(row, "url")) for u in part.split()]
        good = [url for url in urls if is_address(url)]
        self._keep(own, row, "url", unless=good == urls)
        sources = self.documents.named(titles, good)
        summary = lines_of(self._cell(row, "summary"))
        probe = Event(id="x", date=_ANY_DATE, title="x", summary=summary)
        long = any(summary_length(probe, Timeline()))
        file = Account(
            source=self.documents.file.id,
            stance="supports",
            via="; ".join(source.title or source.publisher for source in sources),
            says=summary if long else "",
            cite=(self._text.cite(row.line),),
        )
        named = (Account(source=s.id, stance="supports") for s in sources)
        return (*named, file), "" if long else summary

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
