"""The rules that need the texts: records and anchors against readers' copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.text import find_anchors, words
from timeline_tui.store.recognise import SAME
from timeline_tui.store.values import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from timeline_tui.model.source import Source
    from timeline_tui.model.text import Span
    from timeline_tui.store.citations import Cited
    from timeline_tui.store.recognise import Copy

MOST = 0.15
"""The share of a text's words that all anchors of it together may be."""


def whole_text(source: Source, copy: Copy) -> Iterator[Problem]:
    """The record lists the paragraphs of the text, and has its fingerprint."""
    recorded = tuple(part.hash for part in source.paragraphs)
    if copy.how != SAME and recorded == copy.hashes:
        what = "all paragraphs are those of the text, but not the fingerprint"
        yield Problem(("fingerprint",), what, "compute it again", "fingerprint")
    if copy.how == SAME and len(recorded) != len(copy.hashes):
        what = f"the record has {len(recorded)} paragraphs"
        advice = f"the text has {len(copy.hashes)}"
        yield Problem(("paragraphs",), what, advice, "paragraph-count")


def paragraph_hashes(source: Source, copy: Copy) -> Iterator[Problem]:
    """Each recorded hash is that of the paragraph in the text."""
    if copy.how != SAME:
        return
    pairs = zip(source.paragraphs, copy.hashes, strict=False)
    for place, (part, hashed) in enumerate(pairs):
        if part.hash != hashed:
            what = f"the hash of paragraph {part.n} is not that of the text"
            trail = ("paragraphs", place, "hash")
            yield Problem(trail, what, f"it is {hashed!r}", "paragraph-hash")


COPY_RULES: tuple[Callable[[Source, Copy], Iterator[Problem]], ...] = (
    whole_text,
    paragraph_hashes,
)


class Anchors:
    """The rules about anchor words, and how much of each text they add up to."""

    def __init__(self, copies: Mapping[str, Copy]) -> None:
        self._copies = copies
        self._used: dict[str, set[tuple[int, int]]] = {name: set() for name in copies}

    def problems(self, cited: Cited) -> Iterator[Problem]:
        """Anchors stand in their paragraph, in order, and only once.

        A paragraph that the copy does not have as recorded is passed over.
        """
        copy = self._copies.get(cited.source)
        number = copy.numbers.get(cited.cite.hash, 0) if copy else 0
        if not copy or not number:
            return
        paragraph = copy.paragraphs[number - 1]
        spans = find_anchors(paragraph, cited.cite.start, cited.cite.end)
        where = f"paragraph {cited.cite.para} of {cited.source}"
        trail = (*cited.trail, "start")
        if not spans:
            yield _not_found(cited, paragraph, where)
        elif len(spans) > 1:
            what = f"the anchor stands {len(spans)} times in {where}"
            yield Problem(trail, what, "take other words", "anchor-ambiguous")
        else:
            self._count(cited, number, paragraph, spans[0])

    def shares(self) -> Iterator[tuple[str, Problem]]:
        """All anchors of one source together are a small part of its words."""
        for name, used in self._used.items():
            total = sum(len(words(part)) for part in self._copies[name].paragraphs)
            if len(used) > MOST * total:
                share = f"{len(used)} of {total} words are anchors"
                advice = f"at most {MOST:.0%}; shorten some"
                yield name, Problem((), share, advice, "anchor-share")

    def _count(self, cited: Cited, number: int, paragraph: str, span: Span) -> None:
        """Note which words of the text an anchor repeats; twice counts once."""
        begin, stop = span
        first = len(words(paragraph[:begin]))
        last = first + len(words(paragraph[begin:stop]))
        start, end = len(words(cited.cite.start)), len(words(cited.cite.end))
        used = self._used[cited.source]
        used.update((number, at) for at in range(first, first + start))
        used.update((number, at) for at in range(last - end, last))


def _not_found(cited: Cited, paragraph: str, where: str) -> Problem:
    cite = cited.cite
    missing = [part for part in (cite.start, cite.end) if part]
    missing = [part for part in missing if not find_anchors(paragraph, part)]
    if missing:
        what = f"{missing[0]!r} is not in {where}"
        key = "start" if missing[0] == cite.start else "end"
        advice = "copy the words from the text"
        return Problem((*cited.trail, key), what, advice, "anchor-missing")
    what = f"{cite.end!r} does not come after {cite.start!r} in {where}"
    return Problem((*cited.trail, "end"), what, "start comes first", "anchor-order")
