"""What the cells of a row say, as strings that may stand in a store."""

from __future__ import annotations

import re

from timeline_tui.store.fields import LONGEST_TITLE
from timeline_tui.store.string_rules import NO_TEXT

_OUT = re.compile(f"{NO_TEXT}|[\ud800-\udfff]")
_SEVERAL = re.compile(r"[;|\n]")
_THEMES = re.compile(r"[;|\n,]")


def harmless(text: str) -> str:
    """Take out the characters that act on a terminal or turn the writing round."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _OUT.sub("", lines)


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
    if isinstance(value, str):
        plain = value.isascii() and value.isprintable()
        return not plain and bool(_OUT.search(value.replace("\r", "\n")))
    if isinstance(value, dict):
        return any(map(acting, value.values()))
    return isinstance(value, list) and any(map(acting, value))


def _text(value: object) -> str:
    if isinstance(value, str):
        return harmless(value)
    return str(value) if _is_number(value) else ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
