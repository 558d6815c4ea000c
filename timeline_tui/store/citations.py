"""Walks through the citations of events, each with where it stands in its record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.model.event import Cite, Event
    from timeline_tui.store.positions import Trail


class Cited(NamedTuple):
    """A citation of an event.

    Attributes:
        event: the id of the event.
        trail: where the citation stands in the event's record.
        source: the id of the document.
        cite: the passage.
    """

    event: str
    trail: Trail
    source: str
    cite: Cite


def citations(event: Event) -> Iterator[Cited]:
    """Give the citations of all accounts and figures of an event."""
    for place, account in enumerate(event.accounts):
        for number, cite in enumerate(account.cite):
            trail = ("account", place, "cite", number)
            yield Cited(event.id, trail, account.source, cite)
    for place, figure in enumerate(event.figures):
        for number, cite in enumerate(figure.cite):
            trail = ("figure", place, "cite", number)
            yield Cited(event.id, trail, figure.source, cite)


def cites_by_source(events: Iterable[Event]) -> dict[str, list[Cite]]:
    """Collect the passages that events cite of each source."""
    found: dict[str, list[Cite]] = {}
    for event in events:
        for cited in citations(event):
            found.setdefault(cited.source, []).append(cited.cite)
    return found
