"""The sources pane: an event, and side by side who says what about it."""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.render.blocks import Block
from timeline_tui.render.cells import shown
from timeline_tui.render.detail_account import add_account, add_figure
from timeline_tui.render.words import LINK_WORDS, names, status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.render.lines import Line
    from timeline_tui.render.passage import Found


class Detail(NamedTuple):
    """The lines of the pane and the line at which each account starts, in order."""

    lines: list[Line]
    account_starts: list[int]


def detail(
    event: Event, library: Library, width: int | None, *, found: Found | None = None
) -> Detail:
    """The pane of an event, each line at most `width` cells; for None, any number.

    In this order: title, date and how it is known, kind, who, where, summary, what is
    disputed, the accounts, figures, links to other events, the silent sources. `found`
    tells what a check against the reader's copies saw.
    """
    block = Block(width)
    add_head(block, event, library)
    starts = []
    for number, account in enumerate(event.accounts, 1):
        block.blank()
        starts.append(len(block.lines))
        add_account(block, number, account, library, found=found or {})
    _add_figures(block, event, library, found or {})
    add_links(block, event, library)
    block.blank()
    add_silence(block, event, library)
    return Detail(block.lines, starts)


def detail_lines(
    event: Event, library: Library, width: int | None, *, found: Found | None = None
) -> list[Line]:
    """The lines of the pane, each at most `width` cells; see `detail`."""
    return detail(event, library, width, found=found).lines


def add_head(block: Block, event: Event, library: Library) -> None:
    """Add what an event is: title, date, kind, then its description."""
    block.add([(shown(event.title), "heading")], hang=2)
    block.add(
        [(event.date.words, "date"), (" · ", "faint"), (status_words(event), "kind")],
        hang=2,
    )
    add_description(block, event, library)


def add_description(
    block: Block, event: Event, library: Library, *, indent: int = 0
) -> None:
    """Add how the date is known, who, where, about what, summary and dispute."""
    if event.date_basis:
        basis = [("Date: ", "label"), (shown(event.date_basis), "muted")]
        block.add(basis, indent=indent, hang=2)
    block.blank()
    for label, text, role in (
        ("who", names(library, event.actors), "actor"),
        ("where", " · ".join([shown(place) for place in event.places]), "place"),
        ("about", names(library, event.themes), "theme"),
    ):
        if text:
            block.labelled(label, [(text, role)], indent=indent)
    if event.summary:
        block.blank()
        block.text(event.summary, indent=indent)
    if event.disputed:
        block.blank()
        dispute = [("≠ Disputed: ", "disputed"), (shown(event.disputed), "text")]
        block.add(dispute, indent=indent, hang=2)


def add_links(block: Block, event: Event, library: Library, *, indent: int = 0) -> None:
    """Add the events that this one belongs to, each with whose claim that is."""
    if not event.links:
        return
    block.blank()
    block.add([("Linked", "heading")], indent=indent)
    for link in event.links:
        title = library.title_of(link.to) or link.to
        spans = [
            (LINK_WORDS.get(link.kind, shown(link.kind)), "label"),
            (": ", "label"),
            (shown(title), "title"),
        ]
        if link.source:
            label = shown(library.source(link.source).label)
            spans += [(" ", "space"), (f"(says {label})", "muted")]
        block.add(spans, indent=indent + 3, hang=2)


def add_silence(
    block: Block, event: Event, library: Library, *, indent: int = 0
) -> None:
    """Add who does not tell the event, apart from who could not have known of it."""
    for label, text in silence(event, library):
        spans = [(f"{label}: ", "label"), (text, "muted")]
        block.add(spans, indent=indent, hang=2)


def silence(event: Event, library: Library) -> list[tuple[str, str]]:
    """Label and names of the sources that do not tell an event, if there are any.

    Those that are older than the event, and could not know of it, stand apart.
    """
    told = set(event.sources)
    silent: list[str] = []
    earlier: list[str] = []
    for source in library.sources:
        if source.id not in told:
            (earlier if is_earlier(source, event) else silent).append(source.label)
    parts = (("Silent", silent), ("Earlier than the event", earlier))
    return [
        (label, ", ".join([shown(name) for name in sources]))
        for label, sources in parts
        if sources
    ]


def is_earlier(source: Source, event: Event) -> bool:
    """Whether a source was published before anything of the event could be known."""
    return source.published is not None and source.published.last < event.date.first


def _add_figures(block: Block, event: Event, library: Library, found: Found) -> None:
    """Add the figures of an event."""
    if event.figures:
        block.blank()
        block.heading("Figures")
        for figure in event.figures:
            add_figure(block, figure, library, found=found)
