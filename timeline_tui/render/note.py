"""Citation notes that can be used as they stand, in a footnote or an e-mail.

Speaker, author or outlet, title, date as far as it is known, address, and the words
at which the passage is found.
"""

from __future__ import annotations

from timeline_tui.render.safe import safe
from timeline_tui.render.words import anchor_words, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Cite, Event, Figure
    from timeline_tui.model.source import Source

NO_ADDRESS = "no address known"
NO_DATE = "no date known"


def source_note(source: Source) -> str:
    """A document as a note names it: author or outlet, title, date, address."""
    authors = " and ".join([_forename_first(name) for name in source.authors])
    title = f"“{source.title}”" if source.title else ""
    parts = [
        authors,
        "" if authors else source.publisher or source.label,
        title,
        source.publisher if authors else "",
        published_words(source),
        address(source),
    ]
    return safe(", ".join([part for part in parts if part]))


def account_note(account: Account, library: Library) -> str:
    """The note for an account."""
    return _note(account, library, account.via)


def figure_note(figure: Figure, library: Library) -> str:
    """The note for a figure; nothing where no source is named."""
    if not figure.source:
        return ""
    return _note(figure, library)


def teller_note(teller: Account | Figure, library: Library) -> str:
    """The note for an account, or for a figure that has a source."""
    return _note(teller, library, getattr(teller, "via", ""))


def event_notes(event: Event, library: Library, source: str = "") -> list[str]:
    """The notes for an event, each once: of its accounts, then of its figures.

    Where `source` names one, only the notes on that document.
    """
    notes = [
        account_note(account, library)
        for account in event.accounts
        if source in ("", account.source)
    ]
    notes += [
        figure_note(figure, library)
        for figure in event.figures
        if figure.source and source in ("", figure.source)
    ]
    return list(dict.fromkeys(notes))


def published_words(source: Source) -> str:
    """When a document came out, as far as that is known."""
    published = source.published
    if published is None:
        return NO_DATE
    words = published.words
    if published.precision == "one-of":
        words = words.removeprefix("some time ").replace("since ", "after ", 1)
    return words


def address(source: Source) -> str:
    """Where a document is found: what it says, if that is a web address."""
    url = source.url
    if not url:
        return NO_ADDRESS
    is_plain = url.isascii() and url.isprintable() and " " not in url
    if is_plain and url.startswith(("https://", "http://")):
        return url
    return f"{NO_ADDRESS} (the record has “{safe(url)}”)"


def at_passage(url: str, cites: Iterable[Cite]) -> str:
    """A web address that leads a browser to the first words cited, if there are any."""
    from urllib.parse import quote  # noqa: PLC0415 - only for a link

    cite = next((cite for cite in cites if cite.start), None)
    if cite is None or "#" in url:
        return url
    words = [quote(part, safe="") for part in (cite.start, cite.end) if part]
    return f"{url}#:~:text={','.join(words).replace('-', '%2D')}"


def _note(teller: Account | Figure, library: Library, via: str = "") -> str:
    """A note on what somebody says in a document, through the outlet `via`."""
    text = source_note(library.source(teller.source))
    if teller.by:
        text = f"{names(library, teller.by, ', ')}, in {text}"
    if via:
        text += f", citing {safe(via)}"
    places = [_place(cite) for cite in teller.cite]
    if places:
        text += ", at " + " and at ".join(places)
    return text + "."


def _place(cite: Cite) -> str:
    """Where in a document: the anchor words, and the paragraph as far as it helps."""
    words = anchor_words(cite)
    return f"{words} (¶{cite.para})" if words else f"paragraph {cite.para}"


def _forename_first(name: str) -> str:
    """`Surname, Given` as it stands at the start of a note."""
    surname, _, given = name.partition(", ")
    return f"{given} {surname}" if given else surname
