"""What an account or a figure says, in spans: for records, Markdown and pages."""

from __future__ import annotations

from timeline_tui.render.cells import shown
from timeline_tui.render.words import (
    LINK_WORDS,
    STANCE_WORDS,
    figure_when,
    figure_words,
    measure_words,
    names,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Event, Figure, Link
    from timeline_tui.render.lines import Span


def account_spans(account: Account, library: Library) -> list[Span]:
    """Who says what, through whom, and how it stands to the event."""
    stance = STANCE_WORDS.get(account.stance, shown(account.stance))
    role = f"stance-{account.stance}" if account.stance in STANCE_WORDS else "text"
    whence = [
        f"by {names(library, account.by, ', ')}" if account.by else "",
        f"via {shown(account.via)}" if account.via else "",
    ]
    told = ", ".join([part for part in whence if part])
    who = shown(library.source(account.source).label)
    who += f" ({told})" if told else ""
    spans: list[Span] = [
        (who, "label"),
        (" ", "space"),
        (stance, role),
        (": " if account.says else "", "label"),
        (shown(account.says), "text"),
    ]
    if account.date is not None:
        spans.append((f" (gives the date as {account.date.words})", "disputed"))
    if account.who:
        spans.append((f" (also names {names(library, account.who, ', ')})", "muted"))
    return spans


def figure_spans(figure: Figure, library: Library) -> list[Span]:
    """What is measured, how much it is, and of when, of what and by whom."""
    facts = [figure_when(figure)]
    if figure.counts:
        facts.append(f"counts {shown(figure.counts)}")
    if figure.by:
        facts.append(f"by {names(library, figure.by, ', ')}")
    known = ", ".join([fact for fact in facts if fact])
    return [
        (f"Figure, {measure_words(figure.measure)}: ", "label"),
        (figure_words(figure), "value"),
        (f" ({known})" if known else "", "muted"),
    ]


def link_words(link: Link, library: Library) -> str:
    """The event that another one belongs to, how, and whose claim that is."""
    title = library.title_of(link.to) or link.to
    told = f"{LINK_WORDS.get(link.kind, link.kind)}: {title}"
    if link.source:
        told += f" (says {library.source(link.source).label})"
    return shown(told)


def facts(event: Event, library: Library) -> list[tuple[str, str]]:
    """Label and text of who, where, about what, and how the date is known."""
    found = (
        ("Who", names(library, event.actors)),
        ("Where", " · ".join([shown(place) for place in event.places])),
        ("About", names(library, event.themes)),
        ("Date", shown(event.date_basis)),
    )
    return [(label, text) for label, text in found if text]
