"""Says what is wrong with a string that is not EDTF, and the nearest right form.

Only reached when a date cannot be read, so it may take its time. A form is only advised
if it can be read.
"""

from __future__ import annotations

import re

from timeline_tui.errors import DateError
from timeline_tui.model.date_forms import guesses
from timeline_tui.model.date_point import UnreadableError
from timeline_tui.model.date_syntax import MOST, read

EXAMPLES = "write for example 2022, 2022-09 or 2022-09-14"


def advised(error: DateError) -> DateError:
    """Give an error that says as much as can be said about the same string."""
    text = error.text
    if len(text) > MOST:
        return error
    bare = text.strip()
    if bare != text:
        column = 1 if not text or text[0].isspace() else len(bare) + 1
        if not bare:
            return DateError(text, 1, "the date is empty", EXAMPLES)
        return DateError(text, column, "a blank around the date", _write(bare))
    if isinstance(error, UnreadableError):
        return _explained(text, error.start, error.stop)
    return error if error.advice else _structure(error)


def _structure(error: DateError) -> DateError:
    """Advise on an interval or a set whose dates may each be right."""
    text = error.text
    for fixed, offset, reason in guesses(text):
        if _reads(fixed):
            return DateError(text, offset + 1, reason, f"write {fixed}")
    for pattern, order in (("([^/]+)(/)([^/]+)", (3, 2, 1)), ("([^/]+)(/+)", (1,))):
        if match := re.fullmatch(pattern, text):
            swapped = "".join(match.group(*order, 0)[:-1])
            return DateError(text, error.column, error.reason, _write(swapped))
    advice = "write the start, one slash and the end"
    if "/" not in text:
        advice = "write the earlier date first"
    return DateError(text, error.column, error.reason, advice)


def _explained(text: str, start: int, stop: int) -> DateError:
    """Explain why `text[start:stop]` is not a date."""
    piece = text[start:stop]
    if not piece:
        reason = "a date is missing here" if text else "the date is empty"
        return DateError(text, start + 1, reason, EXAMPLES)
    for fixed, offset, reason in guesses(piece):
        whole = text[:start] + fixed + text[stop:]
        if _reads(whole):
            return DateError(text, start + offset + 1, reason, f"write {whole}")
        if _reads(fixed):
            advice = f"write {fixed} there"
            return DateError(text, start + offset + 1, reason, advice)
    offset, reason = _stop(piece)
    return DateError(text, start + offset + 1, reason, EXAMPLES)


def _write(text: str) -> str:
    """Advise a form if it can be read, or else examples."""
    return f"write {text}" if _reads(text) else EXAMPLES


def _reads(text: str) -> bool:
    """Whether a string, or each of two joined by "or", is in the profile."""
    try:
        for form in text.split(" or "):
            read(form)
    except DateError:
        return False
    return True


def _stop(piece: str) -> tuple[int, str]:
    """Give the offset at which a piece ceases to be a date, and the reason."""
    at = 0
    for name, width, words in (
        ("year", 4, "four"),
        ("month", 2, "two"),
        ("day", 2, "two"),
    ):
        at += piece.startswith(("?", "~", "%"), at)
        begin = at
        while at < len(piece) and piece[at] in "0123456789X":
            at += 1
        if at == begin:
            return at, f"{_shown(piece[at:])} where a {name} is expected"
        if at - begin != width:
            return begin, f"a {name} has {words} digits"
        known = piece[begin:at].rstrip("X")
        if name == "year" and ("X" in known or len(known) < 2):  # noqa: PLR2004 - 20XX
            reason = "only the last one or two digits of a year may be X"
            return piece.index("X", begin), reason
        at += piece.startswith(("?", "~", "%"), at)
        if name == "day" or not piece.startswith("-", at):
            break
        at += 1
    return at, f"{_shown(piece[at:])} where a date ends"


def _shown(rest: str) -> str:
    """Name the next character, harmlessly."""
    if not rest:
        return "nothing"
    char = rest[0]
    return char if "!" <= char <= "~" else f"U+{ord(char):04X}"
