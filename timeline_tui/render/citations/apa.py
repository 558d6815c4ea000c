"""The style "apa": a reference and its in-text citation, after APA's 7th edition."""

from __future__ import annotations

from timeline_tui.render.citations.dates import year_first, years
from timeline_tui.render.citations.people import (
    Name,
    initials,
    inner_quotes,
    listed,
    name_of,
)
from timeline_tui.render.note import NO_ADDRESS, address
from timeline_tui.render.safe import safe
from timeline_tui.render.words import anchor_words, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Cite
    from timeline_tui.model.source import Source
    from timeline_tui.render.citations import Teller

_MOST_LISTED, _LISTED_FIRST = 20, 19
_MOST_IN_TEXT = 2
_ENDS = (".", "?", "!", "…")


def cited(tellers: Sequence[Teller], library: Library) -> list[str]:
    """Give reference and in-text citation for each of them, equal ones once."""
    lines = []
    for teller in tellers:
        source = library.source(teller.source)
        lines.append(f"{reference(source)} In text: {_in_text(teller, library)}")
    return list(dict.fromkeys(lines))


def reference(source: Source) -> str:
    """A document as a list of references names it."""
    when = year_first(source.published) if source.published else "n.d."
    title = _stopped(source.title)
    authors = _stopped(_authors([name_of(author) for author in source.authors]))
    lead = authors or title or _stopped(source.label)
    publisher = source.publisher if lead != _stopped(source.publisher) else ""
    where = address(source)
    parts = [
        lead,
        f"({when}).",
        title if authors else "",
        _stopped(publisher),
        f"[N{where[1:]}]." if where.startswith(NO_ADDRESS) else where,
    ]
    return safe(" ".join([part for part in parts if part]))


def _authors(found: Sequence[Name]) -> str:
    told = [
        f"{name.family}, {initials(name.given)}" if name.given else name.family
        for name in found
    ]
    if len(told) > _MOST_LISTED:
        return f"{', '.join(told[:_LISTED_FIRST])}, … {told[-1]}"
    if len(told) > 1:
        return f"{', '.join(told[:-1])}, & {told[-1]}"
    return "".join(told)


def _stopped(text: str) -> str:
    """A part of a reference with the full stop that ends it, unless it has an end."""
    return text if not text or text.endswith(_ENDS) else f"{text}."


def _in_text(teller: Teller, library: Library) -> str:
    source = library.source(teller.source)
    year = years(source.published) if source.published else "n.d."
    speakers = names(library, teller.by, ", ")
    lead = f"{speakers}, as cited in " if speakers else ""
    parts = [f"{lead}{_short(source)}", year]
    via = getattr(teller, "via", "")
    if via:
        parts.append(f"citing {via}")
    parts += [_place(cite) for cite in teller.cite]
    return safe(f"({', '.join(parts)})")


def _short(source: Source) -> str:
    """How a text names a document: by its authors, or else by its title."""
    families = [name_of(author).family for author in source.authors]
    if len(families) > _MOST_IN_TEXT:
        return f"{families[0]} et al."
    if families:
        return listed(families, "&")
    return f"“{inner_quotes(source.title)}”" if source.title else source.label


def _place(cite: Cite) -> str:
    words = anchor_words(cite)
    return f"para. {cite.para}, {words}" if words else f"para. {cite.para}"
