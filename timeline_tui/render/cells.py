"""How wide text is on a terminal, and how to cut, pad and wrap it by cells.

`shown` gives the form of a text on whose width terminals agree; everything else
measures and divides such text. On the path of piped text: `re` and `unicodedata` alone.
"""

from __future__ import annotations

import re
import unicodedata

from timeline_tui.render.safe import UNUSUAL, safe

ELLIPSIS = "…"

_DISAGREED = "[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u200c]"
"""Variation selectors, skin tones, the non-joiner: terminals differ on their width."""
_JOINED = (
    "(?<![\u2300-\u2bff\U0001f000-\U0001faff])\u200d"
    "|\u200d(?![\u2300-\u2bff\U0001f000-\U0001faff])"
)
"""A joiner that does not join two pictures."""
_JOINER = "\u200d"


def shown(text: str) -> str:
    """The text made safe for one line, in the form that takes the same cells anywhere.

    Composed (NFC), without variation selectors, skin tones and stray joiners.
    """
    text = safe(text)
    if text.isascii() or re.search(UNUSUAL, text) is None:
        return text
    text = re.sub(_DISAGREED, "", unicodedata.normalize("NFC", text))
    return re.sub(_JOINED, "", text) if _JOINER in text else text


def cell_width(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii() or re.search(UNUSUAL, text) is None:
        return len(text)
    total = 0
    joined = False
    for character in text:
        if character == _JOINER:
            joined = True
        elif joined:
            joined = False
        else:
            total += _WIDTHS[character]
    return total


class _Widths(dict[str, int]):
    """0, 1 or 2: the cells of a character that no joiner precedes; kept once asked."""

    def __missing__(self, character: str) -> int:
        width = self[character] = _width_of(character)
        return width


_WIDTHS = _Widths()


def _width_of(character: str) -> int:
    """Work out the cells of a character."""
    if character < "\u0300":
        return 1
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if category == "Cn":  # newer than this Python's tables
        return 2 if character >= "\U0001f000" else 1
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        return 0  # the vowels and finals of Korean join the letter before
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, n: int, ellipsis: str = ELLIPSIS) -> str:
    """The text in at most `n` cells; what does not fit ends in `ellipsis`."""
    if n <= 0:
        return ""
    if cell_width(text) <= n:
        return text
    return _head(text, n - len(ellipsis)).rstrip() + ellipsis[: max(n, 0)]


def pad(text: str, n: int) -> str:
    """The text in exactly `n` cells, cut or padded on the right."""
    text = cut(text, n)
    return text + " " * (n - cell_width(text))


def _head(text: str, n: int) -> str:
    """As many characters from the start as fit in `n` cells, clusters kept whole."""
    if n <= 0:
        return ""
    if text.isascii():
        return text[:n]
    taken = 0
    for index, character in enumerate(text):
        if character == _JOINER or (index and text[index - 1] == _JOINER):
            continue
        cells = _WIDTHS[character]
        if taken + cells > n:
            return text[:index].rstrip(_JOINER)
        taken += cells
    return text


def wrap(text: str, n: int) -> list[str]:
    """The text as lines of at most `n` cells, broken at blanks where there are any.

    An empty text has one empty line. A word that is too long is divided.
    """
    n = max(n, 1)
    lines: list[str] = []
    line = ""
    room = n
    for word in re.split("[ \t\n]+", text.strip(" \t\n")):
        cells = cell_width(word)
        if line and cells + 1 <= room:
            line += " " + word
            room -= cells + 1
            continue
        if line:
            lines.append(line)
        while cells > n:
            piece = _head(word, n) or word[0]
            lines.append(piece)
            word = word[len(piece) :]  # noqa: PLW2901 - the rest of the same word
            cells = cell_width(word)
        line = word
        room = n - cells
    if line or not lines:
        lines.append(line)
    return lines
