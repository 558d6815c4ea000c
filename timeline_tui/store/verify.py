"""Checks citations against readers' own copies of the documents."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.text import find_anchors, words
from timeline_tui.store.citations import citations
from timeline_tui.store.recognise import REWRAPPED
from timeline_tui.store.rewrapped import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.model.event import Cite, Event
    from timeline_tui.model.text import Span
    from timeline_tui.store.citations import Cited
    from timeline_tui.store.recognise import Copy

    Numbered = list[tuple[int, str]]

OK, MOVED, CHANGED, AMBIGUOUS = "ok", "moved", "changed", "ambiguous"
WEAK, MISSING, NO_COPY = "weak", "missing", "no-copy"
STATUSES = (OK, MOVED, CHANGED, AMBIGUOUS, WEAK, MISSING, NO_COPY)
"""What may be said of a citation, from the best to the worst."""
GOOD = (OK, MOVED)
"""What needs nobody's attention."""
ALIKE = 0.75
"""How much the first words of a passage must be like the anchor to be a weak match."""
_LONGEST = 3000  # characters of a passage that runs over the ends of lines


class Verdict(NamedTuple):
    """What was found of a citation.

    Attributes:
        status: one of `STATUSES`.
        para: the paragraph of the copy in which it begins, from 1; 0 for none.
        span: where it stands in that paragraph, in code points; None where it is not
            known to the letter, or reaches into the next paragraph.
        times: how many passages its anchor words find where it was looked for.
    """

    status: str
    para: int = 0
    span: Span | None = None
    times: int = 0


def verify(
    events: Iterable[Event], copies: Mapping[str, Copy]
) -> Iterator[tuple[Cited, Verdict]]:
    """Check every citation of events against the copy of its source."""
    for event in events:
        for cited in citations(event):
            yield cited, verify_cite(cited.cite, copies.get(cited.source))


def is_found(verdict: Verdict, copy: Copy | None) -> bool:
    """Tell whether a citation was found.

    Where lines are broken anew, some paragraphs cannot be told by their hashes: there
    it is enough that the anchor words are found.
    """
    rewrapped = copy is not None and copy.how == REWRAPPED
    return verdict.status in GOOD or (rewrapped and verdict.status == CHANGED)


def verify_cite(cite: Cite, copy: Copy | None) -> Verdict:
    """Check one citation: by the paragraph's hash, and failing that by its words."""
    if copy is None:
        return Verdict(NO_COPY)
    number = _by_hash(cite, copy)
    if not number:
        return _by_words(cite, copy)
    spans = find_anchors(copy.paragraphs[number - 1], cite.start, cite.end)
    if len(spans) > 1:
        return Verdict(AMBIGUOUS, number, times=len(spans))
    if cite.start and not spans:
        return Verdict(MISSING, number)
    # Where lines were put together again, numbers say nothing.
    status = OK if number == cite.para or copy.how == REWRAPPED else MOVED
    return Verdict(status, number, spans[0] if spans else None, len(spans))


def _by_hash(cite: Cite, copy: Copy) -> int:
    """Give the number of the paragraph with the hash, the cited one if it has it."""
    if not cite.hash:
        return 0
    if copy.hashes[cite.para - 1 : cite.para] == (cite.hash,):
        return cite.para
    return copy.numbers.get(cite.hash, 0)


def _by_words(cite: Cite, copy: Copy) -> Verdict:
    places = list(enumerate(copy.paragraphs, 1))
    if cite.hash in copy.known:  # then it is in no paragraph that is another one
        places = [
            place for place in places if copy.hashes[place[0] - 1] not in copy.known
        ]
    found: list[tuple[int, Span | None]] = [
        (number, span)
        for number, paragraph in places
        for span in find_anchors(paragraph, cite.start, cite.end)
    ] or _across(cite, places)
    here = [place for place in found if place[0] == cite.para]
    for choice in (found, here):
        if len(choice) == 1:
            return Verdict(CHANGED, *choice[0], times=1)
    if found:
        return Verdict(AMBIGUOUS, found[0][0], times=len(found))
    number = _alike(cite, places)
    return Verdict(WEAK, number) if number else Verdict(MISSING)


def _across(cite: Cite, places: Numbered) -> list[tuple[int, Span | None]]:
    """Look for a passage that runs over the ends of lines, as in a re-wrapped text."""
    text, starts = joined(paragraph for _, paragraph in places)
    return [
        (places[sum(start <= begin for start in starts) - 1][0], None)
        for begin, stop in find_anchors(text, cite.start, cite.end)
        if stop - begin <= _LONGEST
    ]


def _alike(cite: Cite, places: Numbered) -> int:
    """Give the paragraph with words most like the anchor's; 0 when none are."""
    anchor = words(cite.start)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(anchor))
    best, where = ALIKE, 0
    for number, paragraph in places:
        theirs = words(paragraph)
        for at in range(max(1, len(theirs) - len(anchor) + 1)) if anchor else ():
            matcher.set_seq1(" ".join(theirs[at : at + len(anchor)]))
            if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                continue
            ratio = matcher.ratio()
            if ratio > best or (ratio == best and not where):
                best, where = ratio, number
    return where
