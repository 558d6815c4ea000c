"""What the cells of a row say, as strings that may stand in a store."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from timeline_tui.store.fields import LONGEST_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACTING = ("Cc", "Cf", "Cs", "Zl", "Zp")  # characters that act, or are not seen
_TAGS = range(0xE0000, 0xE1000)
_NONE = range(0xFDD0, 0xFDF0)  # with the last two of each plane: no characters
_KEPT = "\t\n\u200c\u200d"
_SEVERAL = re.compile(r"[;|\n]")
_THEMES = re.compile(r"[;|\n,]")


def harmless(text: str) -> str:
    """Take out the characters that act on a terminal or turn the writing round."""
    if text.isprintable() and ord(max(text, default=" ")) < _TAGS.start:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(one for one in lines if one in _KEPT or not _acts(one))


def _acts(one: str) -> bool:
    code = ord(one)
    none = code in _NONE or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - U+xxFFFE, U+xxFFFF
    return none or code in _TAGS or unicodedata.category(one) in _ACTING


def is_plain(value: object) -> bool:
    """Tell whether a value is a text or a number, or a list of them."""
    if isinstance(value, list):
        return all(isinstance(one, str) or _is_number(one) for one in value)
    return isinstance(value, str) or _is_number(value)


def one_line(value: object) -> str:
    """Give a value as one line of text; empty for nothing, lists and objects."""
    return " ".join(_text(value).split())


def lines_of(value: object) -> str:
    """Give a value as text that may have several lines."""
    return "\n".join(filter(None, map(one_line, _text(value).split("\n"))))


def several(value: object, *, commas: bool = False) -> list[str]:
    """Give the values in a cell: those of a list, or parts with `;` or `|` between.

    Args:
        value: the cell.
        commas: whether a comma divides, too; names are written with commas in them.
    """
    cells = value if isinstance(value, list) else [value]
    sign = _THEMES if commas else _SEVERAL
    parts = (part for cell in cells for part in sign.split(_text(cell)))
    return list(dict.fromkeys(filter(None, map(one_line, parts))))


def short_title(title: str) -> str:
    """Cut a title that is too long for a store, between words if it can be."""
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[: LONGEST_TITLE - 1]
    return f"{(cut.rsplit(' ', 1)[0]).rstrip(' ,;:–-')}…"


def kept(value: object) -> object:
    """Give a value for an `x_` key: as it is, but for characters that act."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return [kept(one) for one in value]
    if isinstance(value, dict):
        return {harmless(name): kept(one) for name, one in value.items()}
    return value


def acting(value: object) -> bool:
    """Tell whether something is taken out of a value for its own good."""
    return any(
        harmless(text) != text.replace("\r\n", "\n").replace("\r", "\n")
        for text in _strings(value)
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _text(value: object) -> str:
    if isinstance(value, str):
        return harmless(value)
    return str(value) if _is_number(value) else ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
