"""JSON Lines, version `kgtl.jsonl/1`: an event a line, with its accounts and sources.

An interface: every key is always there, in one order, and new ones come only at the
end. Days are ISO, `null` where a date is open or not known.
"""

from __future__ import annotations

from timeline_tui.store.jsonl import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Account, Cite, Event, Figure
    from timeline_tui.render.formats import Options


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line an event; gives how many."""
    del options  # the format has none
    count = 0
    rows = iter(selection)
    for event in library.events(selection):
        match = selection.match(next(rows))
        out.write(line(event_object(event, match, library)) + "\n")
        count += 1
    return count


def event_object(event: Event, match: str, library: Library) -> dict[str, object]:
    """An event as the interface has it; `match` is how it answers the query."""
    date = event.date
    return {
        "id": event.id,
        "date": date.text,
        "first": None if date.open_start else date.first.isoformat(),
        "last": None if date.open_end else date.last.isoformat(),
        "precision": date.precision,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "match": match,
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "status": event.status,
        "importance": event.importance,
        "actors": event.actors,
        "themes": event.themes,
        "places": event.places,
        "figures": [_figure(figure) for figure in event.figures],
        "links": [
            {"to": link.to, "kind": link.kind, "source": link.source}
            for link in event.links
        ],
        "disputed": event.disputed,
        "date_basis": event.date_basis,
        "accounts": [_account(account, library) for account in event.accounts],
        "x": dict(event.x),
    }


def _account(account: Account, library: Library) -> dict[str, object]:
    """An account, with what its source is called and where it is found."""
    source = library.source(account.source)
    return {
        "source": account.source,
        "stance": account.stance,
        "by": account.by,
        "via": account.via,
        "who": account.who,
        "says": account.says,
        "date": _text(account.date),
        "cite": [_cite(cite) for cite in account.cite],
        "title": source.title,
        "publisher": source.publisher,
        "published": _text(source.published),
        "url": source.url,
    }


def _cite(cite: Cite) -> dict[str, object]:
    """A citation."""
    return {"para": cite.para, "start": cite.start, "end": cite.end, "hash": cite.hash}


def _figure(figure: Figure) -> dict[str, object]:
    """A figure."""
    return {
        "measure": figure.measure,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "about": figure.about,
        "over": figure.over,
        "under": figure.under,
        "unit": figure.unit,
        "as_of": _text(figure.as_of),
        "period": _text(figure.period),
        "counts": figure.counts,
        "source": figure.source,
        "by": figure.by,
        "cite": [_cite(cite) for cite in figure.cite],
    }


def _text(date: EdtfDate | None) -> str | None:
    """The EDTF string of a date, if there is one."""
    return date.text if date is not None else None
