"""Texts as citations see them: paragraphs, their hashes, and words that find a passage.

A paragraph is a non-blank line, numbered from 1. Two copies of a text hash alike when
they differ only in what the normalisation n1 takes away: invisible characters,
compatibility forms, the shapes of quotes and dashes, and the width of white space.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

RUN = 8
"""A run of so many words shared with a source is the source's sentence, not ours."""

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF])
_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"),
}
_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w+(?:['-]\w+)*")

Span = tuple[int, int]
"""A stretch of a text in code points: from the first, up to but without the second."""


def lines(text: str) -> list[str]:
    """Split a text into its lines, without their ends; the empty text has one."""
    return _LINE_END.split(text)


def paragraphs(text: str) -> list[str]:
    """Split a text into its paragraphs, as they stand, without their line ends."""
    return [line for line in lines(text) if n1(line)]


def n1(text: str) -> str:
    """Normalise a text for hashing and matching; a contract, not to be improved."""
    if not text.isascii():  # in ASCII, white space is all that it takes away
        visible = text.translate(_INVISIBLE)
        text = unicodedata.normalize("NFKC", visible).translate(_ALIKE)
    return " ".join(text.split())


def paragraph_hash(text: str) -> str:
    """Hash a paragraph: `n1:` and the first 16 hex digits of a SHA-256."""
    return _digest(n1(text))


def growing_hashes(words: Iterable[str]) -> Iterator[str]:
    """Hash the first word, the first two and so on, each as a paragraph of its own.

    The words must be normalised; between them stands one blank.
    """
    digest = hashlib.sha256()
    blank = b""
    for word in words:
        digest.update(blank + word.encode(errors="surrogatepass"))
        blank = b" "
        yield f"n1:{digest.hexdigest()[:16]}"


def fingerprint(paragraphs: Iterable[str]) -> str:
    """Hash a whole text, given as its paragraphs."""
    return _digest("\n".join(map(n1, paragraphs)))


def words(text: str) -> list[str]:
    """List the words between the blanks, normalised, with their punctuation."""
    return n1(text).split()


def runs(text: str, length: int = RUN) -> frozenset[str]:
    """Collect every run of `length` words of a text, without case or punctuation."""
    return frozenset(_runs(text, length))


def shared_run(ours: str, theirs: AbstractSet[str], length: int = RUN) -> str | None:
    """Find the first run of words in `ours` that is one of `theirs`, made by `runs`."""
    return next((run for run in _runs(ours, length) if run in theirs), None)


def find_anchors(paragraph: str, start: str, end: str = "") -> list[Span]:
    """Find the passages that begin with `start` and reach up to the next `end`.

    Both are whole words and are compared normalised. An anchor is good when exactly
    one passage is found.

    Returns:
        The spans of all passages in the paragraph's own code points, in order; none
        when `start` is empty or no `end` follows it.
    """
    first, last = n1(start), n1(end)
    if not first:
        return []
    text, origins = _mapped(paragraph)
    ends = [at + len(last) for at in _places(text, last)] if last else []
    found = []
    for at in _places(text, first):
        stop = after = at + len(first)
        if last:
            stop = next((e for e in ends if e - len(last) >= after), 0)
        if stop:
            found.append((origins[at][0], origins[stop - 1][1]))
    return found


def _digest(normalised: str) -> str:
    # A lone surrogate has no UTF-8; it may come from a damaged copy.
    data = normalised.encode(errors="surrogatepass")
    return f"n1:{hashlib.sha256(data).hexdigest()[:16]}"


def _runs(text: str, length: int) -> Iterator[str]:
    bare = _WORD.findall(n1(text).casefold())
    for at in range(len(bare) - length + 1):
        yield " ".join(bare[at : at + length])


def _places(text: str, anchor: str) -> list[int]:
    """Say where an anchor stands as whole words in a text; both are normalised."""
    before = r"(?<!\w)" if re.match(r"\w", anchor) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", anchor) else ""
    pattern = f"{before}(?={re.escape(anchor)}{after})"
    return [match.start() for match in re.finditer(pattern, text)]


def _mapped(text: str) -> tuple[str, list[Span]]:
    """Normalise a text, keeping for each character the stretch that it came from."""
    characters: list[str] = []
    origins: list[Span] = []
    for piece, span in _pieces(text):
        for character in piece.translate(_ALIKE):
            blank = character.isspace()
            if blank and (not characters or characters[-1] == " "):
                continue
            characters.append(" " if blank else character)
            origins.append(span)
    if characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return "".join(characters), origins


def _pieces(text: str) -> Iterator[tuple[str, Span]]:
    """Normalise a text in the smallest pieces that do not act on one another."""
    piece, begin, stop = "", 0, 0
    for at, character in enumerate(text):
        if ord(character) in _INVISIBLE:
            continue
        if piece and _apart(piece, character):
            yield unicodedata.normalize("NFKC", piece), (begin, stop)
            piece = ""
        if not piece:
            begin = at
        piece += character
        stop = at + 1
    if piece:
        yield unicodedata.normalize("NFKC", piece), (begin, stop)


def _apart(piece: str, character: str) -> bool:
    """Tell whether a character is normalised the same with a piece before it."""
    if character.isascii():
        return True
    alone = unicodedata.normalize("NFKC", character)
    if unicodedata.combining(unicodedata.normalize("NFKD", character)[0]):
        return False
    together = unicodedata.normalize("NFKC", piece + character)
    return together == unicodedata.normalize("NFKC", piece) + alone
