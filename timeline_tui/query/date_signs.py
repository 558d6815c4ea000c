"""What a text that may be a date looks like, told without reading it."""

from __future__ import annotations

DASHES = "‐‑‒–—−"
"""What is often typed or pasted for a hyphen."""
_EDTF_SIGNS = frozenset("0123456789X?~%/[]{},.-")
_YEAR = "0123456789X"
_YEAR_LENGTH = 4


def has_year(text: str) -> bool:
    """Whether four digits stand alone in `text` (the last two may be masked by X)."""
    runs = "".join(char if char in _YEAR else " " for char in text).split()
    return any(len(run) == _YEAR_LENGTH and run[:2].isdecimal() for run in runs)


def is_year(word: str) -> bool:
    """Whether `word` is a year as dates write it: four digits."""
    return len(word) == _YEAR_LENGTH and word.isascii() and word.isdecimal()


def is_edtf_like(text: str) -> bool:
    """Whether `text` is made of nothing but the signs of EDTF."""
    return _EDTF_SIGNS.issuperset(text)


def is_date_like(text: str) -> bool:
    """Whether `text` is written like a date: in digits, the signs of EDTF and dashes.

    After its year there may be a letter for weeks, quarters or halves.
    """
    year, rest = text[:_YEAR_LENGTH], text[_YEAR_LENGTH:].removeprefix("-")
    if is_year(year) and rest[:1].lower() in ("w", "q", "h") and rest[1:2].isdecimal():
        rest = rest[1:]
    return _EDTF_SIGNS.union(DASHES).issuperset(year + rest)
