"""A text that a reader has, and which document it is a copy of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_tui.model.event import Cite
from timeline_tui.model.text import fingerprint, n1, paragraph_hash
from timeline_tui.store.rewrapped import joined, unwrapped

SAME, CHANGED, REWRAPPED, UNKNOWN = "same", "changed", "re-wrapped", "unknown"
TRUST = (SAME, CHANGED, REWRAPPED, UNKNOWN)
"""What a text may be, from the surest copy to none."""
ENOUGH = 0.3
"""The share of a source's body paragraphs, or anchors, that makes a text its copy."""

if TYPE_CHECKING:
    from timeline_tui.model.source import Source

CitesBySource = Callable[[], Mapping[str, Collection[Cite]]]
"""Gives the passages that the events cite of each source; asked only if need be."""


@dataclass(frozen=True)
class Copy:
    """A text that a reader has.

    Attributes:
        path: where it is.
        paragraphs: its paragraphs, as they stand; of a re-wrapped text, those that
            could be put together again.
        source: the id of the document that it is a copy of; empty when it is none.
        how: `same` (by its fingerprint), `changed` (by its paragraphs), `re-wrapped`
            (by anchor words) or `unknown`.
        held: how many of the source's paragraphs, or anchors, it holds.
        of: how many of them there are.
        known: the hashes of all paragraphs of the source.
        trouble: what kept it from being read, whole or at all; empty when nothing did.
    """

    path: str
    paragraphs: tuple[str, ...]
    source: str = ""
    how: str = UNKNOWN
    held: int = 0
    of: int = 0
    known: frozenset[str] = frozenset()
    trouble: str = ""

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each paragraph."""
        return tuple(map(paragraph_hash, self.paragraphs))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of the first paragraph with each hash."""
        numbered = enumerate(self.hashes, 1)
        return {hashed: number for number, hashed in reversed(list(numbered))}

    def __str__(self) -> str:
        """Say what it is, as `changed copy of some-source: 40 of 43 paragraphs`."""
        if not self.source:
            what = "not one of the sources" if self.paragraphs else "holds no text"
        elif self.how == SAME:
            what = f"exact copy of {self.source}"
        else:
            parts = "anchors" if self.how == REWRAPPED else "paragraphs"
            held = f"{self.held} of {self.of} {parts}"
            if self.how == CHANGED and self.held == self.of:
                held = f"all {self.of} {parts}, but the rest differs"
            what = f"{self.how} copy of {self.source}: {held}"
        if not self.trouble:
            return what
        return f"{what} ({self.trouble})" if self.paragraphs else self.trouble


def recognise(
    copy: Copy, sources: Mapping[str, Source], cites: CitesBySource | None = None
) -> Copy:
    """Tell which document a text is: by its whole, by paragraphs, then by anchors.

    A text with paragraphs of a source is a changed copy, unless more of them are there
    once its lines are put together again.

    Args:
        copy: the text, not recognised yet.
        sources: the documents that it may be.
        cites: what the events cite of them; without it no text is re-wrapped.
    """
    whole = fingerprint(copy.paragraphs)
    for source in sources.values():
        if source.fingerprint == whole:
            count = len(copy.paragraphs)
            return replace(
                copy,
                source=source.id,
                how=SAME,
                held=count,
                of=count,
                known=_known(source),
            )
    changed = _by_paragraphs(copy, sources)
    rewrapped = _by_anchors(copy, sources, cites()) if cites else copy
    if rewrapped.source and (not changed.source or _gains(rewrapped, copy, sources)):
        return rewrapped
    return changed


def _by_paragraphs(copy: Copy, sources: Mapping[str, Source]) -> Copy:
    hashes = frozenset(copy.hashes)
    shares = {
        source.id: (len(body & hashes), len(body))
        for source in sources.values()
        if (body := _body(source))
    }
    return _named(copy, CHANGED, shares, sources)


def _by_anchors(
    copy: Copy,
    sources: Mapping[str, Source],
    cites: Mapping[str, Collection[Cite]],
) -> Copy:
    text = n1(joined(copy.paragraphs)[0])
    shares = {}
    for name in sources:
        starts = {n1(cite.start) for cite in cites.get(name, ())} - {""}
        if starts:
            shares[name] = (sum(start in text for start in starts), len(starts))
    found = _named(copy, REWRAPPED, shares, sources)
    if not found.source:
        return copy
    return replace(found, paragraphs=unwrapped(copy.paragraphs, found.known))


def _named(
    copy: Copy,
    how: str,
    shares: Mapping[str, tuple[int, int]],
    sources: Mapping[str, Source],
) -> Copy:
    """Call a text a copy of the source of which it holds most, if that is enough."""
    best = max(shares, key=lambda name: shares[name][0] / shares[name][1], default="")
    if not best or shares[best][0] < ENOUGH * shares[best][1]:
        return copy
    held, of = shares[best]
    known = _known(sources[best])
    return replace(copy, source=best, how=how, held=held, of=of, known=known)


def _gains(rewrapped: Copy, copy: Copy, sources: Mapping[str, Source]) -> bool:
    """Tell whether paragraphs were found only by putting lines together."""
    body = _body(sources[rewrapped.source])
    return len(body.intersection(rewrapped.hashes)) > len(
        body.intersection(copy.hashes)
    )


def _known(source: Source) -> frozenset[str]:
    return frozenset(part.hash for part in source.paragraphs) - {""}


def _body(source: Source) -> frozenset[str]:
    body = (part.hash for part in source.paragraphs if part.role == "body")
    return frozenset(body) - {""}
