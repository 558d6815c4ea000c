"""The style "chicago": notes after the Chicago Manual of Style, 17th edition."""

from __future__ import annotations

from timeline_tui.render.citations.dates import american
from timeline_tui.render.citations.people import inner_quotes, listed, name_of
from timeline_tui.render.note import address
from timeline_tui.render.safe import safe
from timeline_tui.render.words import anchor_words, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Cite
    from timeline_tui.model.source import Source
    from timeline_tui.render.citations import Teller

_MOST_AUTHORS = 3  # more are told by the first of them


def cited(tellers: Sequence[Teller], library: Library) -> list[str]:
    """Give a note for each of them, equal ones once."""
    return list(dict.fromkeys([_note(teller, library) for teller in tellers]))


def document(source: Source) -> str:
    """A document as a note names it, without the full stop."""
    title = f"“{inner_quotes(source.title)},”" if source.title else ""
    authors = _authors(source.authors)
    lead = f"{authors}, {title}" if authors and title else authors or title
    rest = [
        source.publisher or ("" if lead else source.label),
        american(source.published) if source.published else "n.d.",
        address(source),
    ]
    words = ", ".join([part for part in rest if part])
    return safe(
        f"{lead}{' ' if lead.endswith('”') else ', '}{words}" if lead else words
    )


def _authors(authors: Sequence[str]) -> str:
    found = [name_of(author) for author in authors]
    told = [f"{name.given} {name.family}".strip() for name in found]
    if len(told) > _MOST_AUTHORS:
        return f"{told[0]} et al."
    return listed(told, "and")


def _note(teller: Teller, library: Library) -> str:
    text = document(library.source(teller.source))
    if teller.by:
        text = f"{names(library, teller.by, ', ')}, in {text}"
    via = getattr(teller, "via", "")
    if via:
        text += f", citing {safe(via)}"
    places = [_place(cite) for cite in teller.cite]
    if places:
        text += f", {listed(places, 'and')}"
    return f"{text}."


def _place(cite: Cite) -> str:
    words = anchor_words(cite)
    return f"¶{cite.para} ({words})" if words else f"¶{cite.para}"
