"""The rules about source records, and about citations against them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_tui.model.anchor import END_WORDS, START_WORDS
from timeline_tui.model.source import UNCITABLE
from timeline_tui.model.text import words
from timeline_tui.store.values import Problem, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from timeline_tui.model.source import Source
    from timeline_tui.store.citations import Cited

_HASH = re.compile(r"n1:[0-9a-f]{16}").fullmatch
_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f]+").fullmatch
_HASH_FORM = "n1: and 16 hex digits"


def paragraph_exists(cited: Cited, source: Source) -> Iterator[Problem]:
    """A cited paragraph exists, may be cited, and is the one with that hash."""
    cite = cited.cite
    part = next((part for part in source.paragraphs if part.n == cite.para), None)
    trail = (*cited.trail, "para")
    if part is None:
        what = f"{source.id} has no paragraph {cite.para}"
        advice = f"it has {len(source.paragraphs)}"
        yield Problem(trail, what, advice, "unknown-paragraph")
    elif part.role in UNCITABLE:
        what = f"paragraph {cite.para} of {source.id} is {part.role}"
        advice = "cite a paragraph of the body"
        yield Problem(trail, what, advice, "uncitable-paragraph")
    elif cite.hash != part.hash:
        has = shown(cite.hash) if cite.hash else "no hash"
        what = f"paragraph {cite.para} of {source.id} is cited with {has}"
        advice = f"its record has {part.hash!r}"
        yield Problem((*cited.trail, "hash"), what, advice, "cite-hash")


def anchor_length(cited: Cited, _: Source) -> Iterator[Problem]:
    """Anchors are long enough to find a passage and too short to stand for it."""
    least, most = START_WORDS
    start, end = len(words(cited.cite.start)), len(words(cited.cite.end))
    if not least <= start <= most:
        what = f"start has {start} word{'s' * (start != 1)}"
        trail = (*cited.trail, "start")
        yield Problem(trail, what, f"{least} to {most}", "anchor-length")
    if end > END_WORDS:
        what = f"end has {end} words"
        yield Problem((*cited.trail, "end"), what, f"0 to {END_WORDS}", "anchor-length")


def numbering(source: Source) -> Iterator[Problem]:
    """Paragraphs are listed from 1, none left out."""
    for place, part in enumerate(source.paragraphs):
        if part.n != place + 1:
            what = f"paragraph {part.n} stands where {place + 1} belongs"
            trail = ("paragraphs", place, "n")
            yield Problem(trail, what, "list all in order", "paragraph-order")
            return


def repeats(source: Source) -> Iterator[Problem]:
    """A paragraph repeats another one that exists."""
    for place, part in enumerate(source.paragraphs):
        if part.repeats == part.n or part.repeats > len(source.paragraphs):
            what = f"paragraph {part.n} repeats {part.repeats}, which is no other"
            trail = ("paragraphs", place, "repeats")
            yield Problem(trail, what, "name another paragraph", "repeats")


def hash_form(source: Source) -> Iterator[Problem]:
    """The record can be checked: all its hashes are hashes."""
    if source.fingerprint and not _HASH(source.fingerprint):
        what = f"the fingerprint {shown(source.fingerprint)} is none"
        yield Problem(("fingerprint",), what, _HASH_FORM, "bad-hash")
    for place, part in enumerate(source.paragraphs):
        if not _HASH(part.hash):
            what = f"paragraph {part.n} has no hash"
            trail = ("paragraphs", place, "hash")
            yield Problem(trail, what, _HASH_FORM, "bad-hash")


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web that a store may have."""
    return _URL(text) is not None


def address(source: Source) -> Iterator[Problem]:
    """An address is one that a browser opens."""
    if source.url and not is_address(source.url):
        what = f"{shown(source.url)} is no web address"
        advice = "http:// or https://, without blanks; leave it out if not known"
        yield Problem(("url",), what, advice, "bad-url")


def uncited_paragraphs(
    source: Source, cited: AbstractSet[tuple[str, int]]
) -> Iterator[Problem]:
    """Each paragraph of the body is cited by an event, or says why not."""
    for place, part in enumerate(source.paragraphs):
        used = (source.id, part.n) in cited
        trail = ("paragraphs", place)
        if used and part.uncited:
            what = f"paragraph {part.n} is cited, but says why not"
            yield Problem(trail, what, "take uncited away", "cited-after-all")
        elif part.role == "body" and not (used or part.uncited or part.repeats):
            what = f"no event cites paragraph {part.n}"
            advice = "cite it, or say why not in uncited"
            yield Problem(trail, what, advice, "uncited-paragraph")


CITE_RULES: tuple[Callable[[Cited, Source], Iterator[Problem]], ...] = (
    paragraph_exists,
    anchor_length,
)
SOURCE_RULES: tuple[Callable[[Source], Iterator[Problem]], ...] = (
    numbering,
    repeats,
    hash_form,
    address,
)
