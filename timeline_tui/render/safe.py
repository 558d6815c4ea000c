"""The one border between text of unknown origin and a terminal.

What could steer a terminal or turn the reading order round is shown, never dropped
and never passed on: controls as `cat -v` writes them, the rest by code point. It works
character by character: without ESC and C1, what is left of an escape sequence is text.
On the path of piped text: `re` and `unicodedata` alone.
"""

from __future__ import annotations

import re
import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

MARKS_KEPT = 4
"""So many combining marks may stand on one letter; more are counted, not shown."""

UNUSUAL = (
    "[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0588\u2010-\u2027\u2030-\u205e"
    "\u2190-\u2319\u2500-\u25fc]"
)
"""Finds a character outside the blocks that are harmless, without combining marks and
one cell wide: Latin, Greek, Cyrillic, punctuation, arrows and signs, drawing.

Patterns are strings because ASCII alone needs none, and compiling takes time; `re`
keeps what it has compiled.
"""
_HOSTILE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
_PLANE_ENDS = 0xFFFE


def safe(text: str, *, multiline: bool = False) -> str:
    """The text as a terminal may show it; of several lines only when `multiline`.

    Tab and newline become a blank unless `multiline`.
    """
    if text.isascii() and text.isprintable():
        return text
    if not text.isprintable():
        text = text.replace("\r\n", "\n")
        if not multiline:
            text = text.replace("\n", " ").replace("\t", " ")
    if re.search(UNUSUAL, text) is None:
        return text
    return _with_few_marks(re.sub(_HOSTILE, _shown, text))


def _shown(match: Match[str]) -> str:
    """A hostile character as printable characters."""
    point = ord(match[0])
    if point < ord(" ") or point == ord("\x7f"):
        return "^" + chr(point ^ 64)
    return f"<U+{point:04X}>"


def _with_few_marks(text: str) -> str:
    """The text with long stacks of combining marks cut, and plane ends shown."""
    out: list[str] = []
    stack = 0
    for character in text:
        if character > "\xff" and unicodedata.category(character) in ("Mn", "Me"):
            stack += 1
            if stack > MARKS_KEPT:
                continue
        elif stack:
            _tell_of(stack, out)
            stack = 0
        if character > "\uffff" and ord(character) & _PLANE_ENDS == _PLANE_ENDS:
            out.append(f"<U+{ord(character):04X}>")
        else:
            out.append(character)
    _tell_of(stack, out)
    return "".join(out)


def _tell_of(stack: int, out: list[str]) -> None:
    """Say how many marks of a stack were left out, if any."""
    if stack > MARKS_KEPT:
        out.append(f"<+{stack - MARKS_KEPT} marks>")
