"""Finds the paragraphs that words stand in, and the events that cite them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.text import paragraph_hash, paragraphs
from timeline_tui.store.citations import citations
from timeline_tui.store.rewrapped import unwrapped
from timeline_tui.store.verify import verify_cite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline_tui.model.event import Cite, Event
    from timeline_tui.model.source import Paragraph, Source
    from timeline_tui.model.text import Span
    from timeline_tui.store.recognise import Copy

    Finder = Callable[[str], Sequence[Span]]
    """Gives where in a text the words stand that are looked for; nothing if not."""


class Place(NamedTuple):
    """A paragraph of a document.

    Attributes:
        source: the id of the document.
        para: its number in the document's record, or else in the reader's copy.
        hash: its hash.
        row: the row of the record that describes it, if there is one.
    """

    source: str
    para: int
    hash: str
    row: Paragraph | None = None


class Hit(NamedTuple):
    """Where words were found in a document.

    Attributes:
        place: the paragraph.
        text: what was searched: the paragraph as it stands in the reader's copy, or
            our digest of it.
        spans: where in that text the words are; empty for a whole paragraph.
    """

    place: Place
    text: str
    spans: Sequence[Span] = ()


class OwnHit(NamedTuple):
    """Where words were found in what an event says.

    Attributes:
        event: the id of the event.
        title: its title.
        part: what part of it the text is, as `summary` or `anchor of some-source ¶4`.
        text: the text.
        spans: where in it the words are.
    """

    event: str
    title: str
    part: str
    text: str
    spans: Sequence[Span]


def recorded(
    sources: Mapping[str, Source], events: Callable[[], Iterable[Event]]
) -> dict[str, Place]:
    """Give every paragraph whose hash is known, by that hash.

    The events are asked only where a source has no record of its paragraphs.
    """
    places: dict[str, Place] = {}
    for source in sources.values():
        for row in source.paragraphs:
            if row.hash:
                places.setdefault(row.hash, Place(source.id, row.n, row.hash, row))
    if all(source.paragraphs for source in sources.values()):
        return places
    for event in events():
        for _, _, source_id, cite in citations(event):
            if cite.hash:
                place = Place(source_id, cite.para, cite.hash)
                places.setdefault(cite.hash, place)
    return places


def by_hash(text: str, places: Mapping[str, Place]) -> tuple[list[Hit], int]:
    """Find the whole paragraphs that a text is made of, wherever its lines break.

    Returns:
        The paragraphs that were recorded, and how many stretches of text were not.
    """
    parts = unwrapped(paragraphs(text), places.keys())
    found = [places.get(paragraph_hash(part)) for part in parts]
    hits = [
        Hit(place, place.row.digest if place.row else "")
        for place in dict.fromkeys(found)
        if place
    ]
    return hits, found.count(None)


def in_copies(
    copies: Iterable[Copy], places: Mapping[str, Place], find: Finder
) -> list[Hit]:
    """Find the paragraphs of readers' copies in which words stand."""
    hits = []
    for copy in copies:
        for number, text in enumerate(copy.paragraphs, 1):
            if spans := find(text):
                hashed = copy.hashes[number - 1]
                known = places.get(hashed)
                place = Place(copy.source, number, hashed)
                same = known is not None and known.source == copy.source
                hits.append(Hit(known if known and same else place, text, spans))
    return hits


def in_digests(sources: Iterable[Source], find: Finder) -> list[Hit]:
    """Find the paragraphs whose digest, in our words, holds words."""
    return [
        Hit(Place(source.id, row.n, row.hash, row), row.digest, spans)
        for source in sources
        for row in source.paragraphs
        if (spans := find(row.digest))
    ]


def in_events(events: Iterable[Event], find: Finder) -> Iterator[OwnHit]:
    """Find words in what events say, and in the anchor words of their citations."""
    for event in events:
        for part, text in _said(event):
            if text and (spans := find(text)):
                yield OwnHit(event.id, event.title, part, text, spans)


def citing(
    hits: Iterable[Hit],
    events: Iterable[Event],
    copies: Mapping[str, Copy],
    sources: Mapping[str, Source],
) -> dict[Place, dict[str, str]]:
    """Give id and title of the events that cite each paragraph, in their order.

    What cites the paragraph that it repeats counts too. Where a copy does not have a
    paragraph as it was recorded, its citations are looked for by their words.
    """
    found: dict[Place, dict[str, str]] = {hit.place: {} for hit in hits}
    if not found:
        return found
    by_key: dict[tuple[str, str], list[dict[str, str]]] = {}
    for place, citers in found.items():
        for hashed in {place.hash, _repeated(place, sources)}:
            by_key.setdefault((place.source, hashed), []).append(citers)
    changed = {hit.place.source for hit in hits if hit.place.row is None}
    for event in events:
        for cited in citations(event):
            key = cited.cite.hash
            if cited.source in changed and (copy := copies.get(cited.source)):
                key = _hash_there(cited.cite, copy)
            for citers in by_key.get((cited.source, key), ()):
                citers[event.id] = event.title
    return found


def _repeated(place: Place, sources: Mapping[str, Source]) -> str:
    """Give the hash of the paragraph that one repeats; else its own."""
    number = place.row.repeats if place.row else None
    rows = sources[place.source].paragraphs if number else ()
    return next((row.hash for row in rows if row.n == number), place.hash)


def _hash_there(cite: Cite, copy: Copy) -> str:
    """Give the hash of the paragraph of a copy that a citation points to."""
    if cite.hash in copy.numbers:
        return cite.hash
    number = verify_cite(cite, copy).para
    return copy.hashes[number - 1] if number else cite.hash


def _said(event: Event) -> Iterator[tuple[str, str]]:
    """Give the texts of an event, each with what part of it that is."""
    yield "title", event.title
    yield "summary", event.summary
    yield "disputed", event.disputed
    yield "date", event.date_basis
    for account in event.accounts:
        yield f"says, {account.source}", account.says
    for figure in event.figures:
        yield f"figure, {figure.source}", figure.counts
    for _, _, source, cite in citations(event):
        anchor = f"{cite.start} … {cite.end}" if cite.end else cite.start
        yield f"anchor, {source} ¶{cite.para}", anchor
