"""Puts paragraphs together again whose lines were broken at other places.

Where a paragraph ends is not to be seen in such a text, but its hash is known: words
are taken up one after another until they are a paragraph that was recorded.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from timeline_tui.model.text import growing_hashes, n1, paragraph_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

LONGEST = 1200
"""The words of the longest paragraph that is looked for."""
TRIES = 1_000_000
"""So many words are taken up at most: a second or so; what is left stays as it is."""
_WORD = re.compile(r"\S+")
_DIVIDED = re.compile(r"\w[-\u00ad\u2010]\Z")


def joined(lines: Iterable[str]) -> tuple[str, list[int]]:
    """Join lines with blanks, and a word that a hyphen divides without one.

    Returns:
        The text, and where in it each line begins.
    """
    text = ""
    starts = []
    pieces = []
    at = 0
    for line in lines:
        gap = "" if not at or (_DIVIDED.search(text) and line[:1].isalnum()) else " "
        starts.append(at + len(gap))
        text = line.rstrip()
        pieces.append(gap + text)
        at += len(gap) + len(text)
    return "".join(pieces), starts


def unwrapped(lines: Sequence[str], known: AbstractSet[str]) -> tuple[str, ...]:
    """Give the paragraphs of a text whose lines may be parts of paragraphs, or several.

    Args:
        lines: the lines that are not blank.
        known: the hashes of the paragraphs that were recorded.

    Returns:
        Each recorded paragraph that is there, in one piece; between them the lines
        that are no part of one.
    """
    paragraphs: list[str] = []
    tries = TRIES
    for whole, run in groupby(lines, lambda line: paragraph_hash(line) in known):
        if whole:
            paragraphs += run
        else:
            found, tries = _taken_up(list(run), known, tries)
            paragraphs += found
    return tuple(paragraphs)


def _taken_up(
    lines: Sequence[str], known: AbstractSet[str], tries: int
) -> tuple[list[str], int]:
    """Put lines together as far as they are paragraphs; say how many tries are left."""
    text, starts = joined(lines)
    words = [word for word in _WORD.finditer(text) if n1(word[0])]
    plain = [n1(word[0]) for word in words]
    found: list[str] = []
    start = at = 0
    while at < len(words) and tries > 0:
        hashes = growing_hashes(plain[at : at + LONGEST])
        lengths = [n for n, hashed in enumerate(hashes, 1) if hashed in known]
        tries -= min(LONGEST, len(words) - at)
        if lengths:
            begin, at = words[at].start(), at + lengths[-1]
            found += _lines(text, starts, start, begin)
            start = words[at - 1].end()
            found.append(" ".join(text[begin:start].split()))
        else:
            at += 1
    return found + _lines(text, starts, start, len(text)), tries


def _lines(text: str, starts: Sequence[int], begin: int, stop: int) -> list[str]:
    """Part a stretch of a text where its lines were parted."""
    inner = [start for start in starts if begin < start < stop]
    ends = zip([begin, *inner], [*inner, stop], strict=True)
    lines = (text[first:last].strip() for first, last in ends)
    return [line for line in lines if line]
