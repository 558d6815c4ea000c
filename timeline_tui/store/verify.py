"""Checks citations against readers' own copies of the documents."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.text import find_anchors, words
from timeline_tui.store.citations import citations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.model.event import Cite, Event
    from timeline_tui.model.text import Span
    from timeline_tui.store.citations import Cited
    from timeline_tui.store.texts import Copy

OK, MOVED, CHANGED, AMBIGUOUS = "ok", "moved", "changed", "ambiguous"
WEAK, MISSING, NO_COPY = "weak", "missing", "no-copy"
STATUSES = (OK, MOVED, CHANGED, AMBIGUOUS, WEAK, MISSING, NO_COPY)
"""What may be said of a citation, from the best to the worst."""
GOOD = (OK, MOVED)
"""What needs nobody's attention."""
ALIKE = 0.75
"""How much the first words of a passage must be like the anchor to be a weak match."""


class Verdict(NamedTuple):
    """What was found of a citation.

    Attributes:
        status: one of `STATUSES`.
        para: the paragraph of the copy in which it begins, from 1; 0 for none.
        span: where it stands in that paragraph, in code points; None where it is not
            known to the letter, or reaches into the next paragraph.
    """

    status: str
    para: int = 0
    span: Span | None = None


def verify(
    events: Iterable[Event], copies: Mapping[str, Copy]
) -> Iterator[tuple[Cited, Verdict]]:
    """Check every citation of events against the copy of its source."""
    for event in events:
        for cited in citations(event):
            yield cited, verify_cite(cited.cite, copies.get(cited.source))


def verify_cite(cite: Cite, copy: Copy | None) -> Verdict:
    """Check one citation: by the paragraph's hash, and failing that by its words."""
    if copy is None:
        return Verdict(NO_COPY)
    number = _by_hash(cite, copy)
    if not number:
        return _by_words(cite, copy)
    spans = find_anchors(copy.paragraphs[number - 1], cite.start, cite.end)
    if len(spans) > 1:
        return Verdict(AMBIGUOUS, number)
    if cite.start and not spans:
        return Verdict(MISSING, number)
    status = OK if number == cite.para else MOVED
    return Verdict(status, number, spans[0] if spans else None)


def _by_hash(cite: Cite, copy: Copy) -> int:
    """Give the number of the paragraph with the hash, the cited one if it has it."""
    if not cite.hash:
        return 0
    if copy.hashes[cite.para - 1 : cite.para] == (cite.hash,):
        return cite.para
    return copy.numbers.get(cite.hash, 0)


def _by_words(cite: Cite, copy: Copy) -> Verdict:
    found = [
        (number, span)
        for number, paragraph in enumerate(copy.paragraphs, 1)
        for span in find_anchors(paragraph, cite.start, cite.end)
    ] or _across(cite, copy)
    if len(found) == 1:
        return Verdict(CHANGED, *found[0])
    if found:
        return Verdict(AMBIGUOUS, found[0][0])
    number = _alike(cite, copy)
    return Verdict(WEAK, number) if number else Verdict(MISSING)


def _across(cite: Cite, copy: Copy) -> list[tuple[int, Span | None]]:
    """Look for a passage that runs over the ends of lines, as in a re-wrapped text."""
    joined = " ".join(copy.paragraphs)
    starts = []
    at = 0
    for paragraph in copy.paragraphs:
        starts.append(at)
        at += len(paragraph) + 1
    return [
        (sum(start <= begin for start in starts), None)
        for begin, _ in find_anchors(joined, cite.start, cite.end)
    ]


def _alike(cite: Cite, copy: Copy) -> int:
    """Give the paragraph with words most like the anchor's; 0 when none are."""
    anchor = words(cite.start)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(anchor))
    best, where = ALIKE, 0
    for number, paragraph in enumerate(copy.paragraphs, 1):
        theirs = words(paragraph)
        for at in range(max(1, len(theirs) - len(anchor) + 1)) if anchor else ():
            matcher.set_seq1(" ".join(theirs[at : at + len(anchor)]))
            if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                continue
            ratio = matcher.ratio()
            if ratio > best or (ratio == best and not where):
                best, where = ratio, number
    return where
