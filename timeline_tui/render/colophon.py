"""What stands at the end of a document: the query, the counts, the store."""

from __future__ import annotations

from timeline_tui.render.cells import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source


def colophon(selection: Selection, library: Library) -> list[tuple[str, str]]:
    """Label and text of what a reader needs to get the same document again."""
    query = str(selection.query)
    lines = [
        ("Query", shown(query) if query else "none, every event of the store"),
        ("Events", _counts(selection, library)),
        ("Store", f"{shown(library.title)}, version {shown(library.version)}"),
    ]
    if library.set_aside:
        lines.append(("Left out", f"{_events(library.set_aside)} with faults"))
    return lines


def told_sources(event: Event) -> list[str]:
    """The ids of the sources of an event: of its accounts, figures and links."""
    told = [*event.sources, *[figure.source for figure in event.figures]]
    told += [link.source for link in event.links]
    return [source for source in dict.fromkeys(told) if source]


def sources_of(selection: Selection, library: Library) -> list[Source]:
    """The sources of the events of a selection, in the order of the store."""
    told: set[str] = set()
    for event in library.events(selection):
        told.update(told_sources(event))
    return [source for source in library.sources if source.id in told]


def _counts(selection: Selection, library: Library) -> str:
    """How many events there are, of how many, and how they meet the dates."""
    count, whole = len(selection), selection.whole
    text = f"{count:,} of {library.count:,}"
    if count < whole:
        text = f"{count:,} of the {whole:,} found, of {library.count:,} in all"
    if selection.dated:
        inside, under_way, possible = selection.counts_by_class
        text += f" ({inside:,} inside, {under_way:,} under way, {possible:,} possible)"
    return text


def _events(count: int) -> str:
    """A number of events in words."""
    return "1 event" if count == 1 else f"{count:,} events"
