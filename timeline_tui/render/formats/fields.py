"""The fields of a record that can be printed one by one, at every grain.

A record is an event, one account of it or one of its figures. Each field has a value
as JSON holds it; `cell` turns that into the text of a table's cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.dates import EdtfDate
from timeline_tui.render.formats.jsonl import event_object
from timeline_tui.render.note import account_note, figure_note
from timeline_tui.render.words import figure_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Account, Event, Figure


class Record(NamedTuple):
    """What one line tells of: an event and, where the grain is finer, a part of it."""

    event: Event
    match: str
    library: Library
    part: Account | Figure | None = None


DEFAULTS = {
    "event": (
        *("first", "last", "date", "id", "title", "kind", "sources", "match"),
        *("summary", "status", "importance", "actors", "themes", "places", "disputed"),
    ),
    "account": ("date", "id", "title", "source", "by", "stance", "para", "says"),
    "figure": (
        *("date", "id", "title", "measure", "amount", "value", "low", "high", "unit"),
        *("period", "counts", "source", "by", "para", "about", "over", "under"),
    ),
}
"""The columns of each grain that are printed unless others are asked for. New ones
come only at the end."""
IN_TEXT = {
    "figure": (
        *("date", "id", "title", "measure", "amount", "period", "counts", "source"),
        *("by", "para"),
    ),
}
"""The columns of text where they are fewer: the amount in words tells all of it."""
OPEN = {"first": "0001-01-01", "last": "9999-12-31"}
"""What stands for an open start or end where `sort` and `awk` compare days."""

_IN_JSON = (
    *("id", "date", "first", "last", "precision", "approximate", "uncertain", "match"),
    *("title", "summary", "kind", "status", "importance", "actors", "themes"),
    *("places", "figures", "links", "disputed", "date_basis", "accounts", "x"),
)
_OF_SOURCE: dict[str, Callable[[Record], object]] = {
    "publisher": lambda record: _of_source(record, "publisher"),
    "published": lambda record: _of_source(record, "published"),
    "url": lambda record: _of_source(record, "url"),
}
_OWN: dict[str, dict[str, Callable[[Record], object]]] = {
    "event": {
        "plain": lambda record: record.event.date.plain,
        "words": lambda record: record.event.date.words,
        "sources": lambda record: record.event.sources,
    },
    "account": {
        "source": lambda record: _account(record).source,
        "by": lambda record: _account(record).by,
        "stance": lambda record: _account(record).stance,
        "para": lambda record: _paragraphs(_account(record)),
        "says": lambda record: _account(record).says,
        "via": lambda record: _account(record).via,
        "who": lambda record: _account(record).who,
        "note": lambda record: account_note(_account(record), record.library),
        **_OF_SOURCE,
    },
    "figure": {
        "measure": lambda record: _figure(record).measure,
        "amount": lambda record: figure_words(_figure(record)),
        "value": lambda record: _figure(record).value,
        "low": lambda record: _figure(record).low,
        "high": lambda record: _figure(record).high,
        "unit": lambda record: _figure(record).unit,
        "period": lambda record: _period(_figure(record)),
        "counts": lambda record: _figure(record).counts,
        "source": lambda record: _figure(record).source,
        "by": lambda record: _figure(record).by,
        "para": lambda record: _paragraphs(_figure(record)),
        "about": lambda record: _figure(record).about,
        "over": lambda record: _figure(record).over,
        "under": lambda record: _figure(record).under,
        "note": lambda record: figure_note(_figure(record), record.library),
        **_OF_SOURCE,
    },
}
"""The fields that a grain has beside those of the event."""


def names(grain: str) -> tuple[str, ...]:
    """The names of all fields of a grain: its own, then those of the event."""
    own = dict.fromkeys(_OWN[grain]) | dict.fromkeys(_OWN["event"])
    return tuple(dict.fromkeys([*DEFAULTS[grain], *own, *_IN_JSON]))


def records(selection: Selection, library: Library, grain: str) -> Iterator[Record]:
    """Give the records of a selection, in its order."""
    rows = iter(selection)
    for event in library.events(selection):
        record = Record(event, selection.match(next(rows)), library)
        if grain == "event":
            yield record
            continue
        parts = event.accounts if grain == "account" else event.figures
        yield from [record._replace(part=part) for part in parts]


def values(record: Record, fields: Iterable[str], grain: str) -> dict[str, object]:
    """The values of some fields as JSON holds them, in the order asked for."""
    whole: dict[str, object] = {}
    found: dict[str, object] = {}
    for field in fields:
        own = _OWN[grain].get(field) or _OWN["event"].get(field)
        if own is not None:
            found[field] = own(record)
            continue
        whole = whole or event_object(record.event, record.match, record.library)
        found[field] = whole[field]
    return found


def cell(field: str, record: Record, value: object) -> str:
    """The value of a field as text: several values with a blank between them.

    Places have "; " between them; figures, links and accounts are told in short:
    `2,000 people`, `part-of:event-id`, `source-id:stance`.
    """
    told = _SHORT.get(field)
    if told is not None:
        return told(record)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return str(value)


def _short_figures(record: Record) -> str:
    return "; ".join([figure_words(figure) for figure in record.event.figures])


def _short_links(record: Record) -> str:
    return " ".join([f"{link.kind}:{link.to}" for link in record.event.links])


def _short_accounts(record: Record) -> str:
    accounts = record.event.accounts
    return " ".join([f"{account.source}:{account.stance}" for account in accounts])


def _short_own(record: Record) -> str:
    from timeline_tui.store.jsonl import line  # noqa: PLC0415 - for one rare field

    return line(record.event.x) if record.event.x else ""


_SHORT: dict[str, Callable[[Record], str]] = {
    "places": lambda record: "; ".join(record.event.places),
    "figures": _short_figures,
    "links": _short_links,
    "accounts": _short_accounts,
    "x": _short_own,
}


def _account(record: Record) -> Account:
    """The account that a record of that grain is of."""
    part: Account = record.part  # type: ignore[assignment]
    return part


def _figure(record: Record) -> Figure:
    """The figure that a record of that grain is of."""
    part: Figure = record.part  # type: ignore[assignment]
    return part


def _paragraphs(part: Account | Figure) -> list[int]:
    """The numbers of the paragraphs that an account or a figure cites, each once."""
    return list(dict.fromkeys([cite.para for cite in part.cite]))


def _of_source(record: Record, field: str) -> object:
    """What is known of the source of an account or a figure; a date as EDTF.

    None where a figure has no source.
    """
    part = record.part
    if part is None or not part.source:
        return None
    known = getattr(record.library.source(part.source), field)
    return known.text if isinstance(known, EdtfDate) else known


def _period(figure: Figure) -> str | None:
    """The time that a figure is of, EDTF."""
    date = figure.as_of or figure.period
    return date.text if date is not None else None


def plain_date(field: str, record: Record) -> str | None:
    """The date of a field as plain text has it; None where the field is no date."""
    found = _DATES[field](record) if field in _DATES else None
    return found.plain if found is not None else None


def _published(record: Record) -> EdtfDate | None:
    part = record.part
    if part is None or not part.source:
        return None
    return record.library.source(part.source).published


_DATES: dict[str, Callable[[Record], EdtfDate | None]] = {
    "date": lambda record: record.event.date,
    "period": lambda record: _figure(record).as_of or _figure(record).period,
    "published": _published,
}
