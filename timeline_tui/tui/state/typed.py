"""A line of text being typed: the text, the place in it, and what keys do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


LONGEST = 2000
"""So many characters fit in a line; what is pasted beyond that is left out."""


class Typed(NamedTuple):
    """One line of text and where the next character goes."""

    text: str = ""
    at: int = 0
    """Characters before the cursor: 0 to the length of the text."""

    @classmethod
    def ending(cls, text: str) -> Typed:
        """Return `text` with the cursor behind it."""
        return cls(text, len(text))

    def typing(self, more: str) -> Typed:
        """Return the line with `more`, made one line, put in at the cursor."""
        more = more[: max(LONGEST - len(self.text), 0)]
        more = "".join([c if c.isprintable() else " " for c in more])
        text = self.text[: self.at] + more + self.text[self.at :]
        return Typed(text, self.at + len(more))

    def keyed(self, key: str) -> Typed | None:
        """Return the line after an editing key; None when the key does not edit."""
        edit = _EDITS.get(key)
        return edit(self) if edit is not None else None

    def going(self, at: int) -> Typed:
        """Return the line with the cursor elsewhere, within the text."""
        return Typed(self.text, max(0, min(at, len(self.text))))

    def cutting(self, start: int, stop: int) -> Typed:
        """Return the line without a stretch, the cursor where that was."""
        return Typed(self.text[:start] + self.text[stop:], start)

    def word_before(self) -> int:
        """Return where the word before the cursor starts."""
        at = self.at
        while at and not self.text[at - 1].isalnum():
            at -= 1
        while at and self.text[at - 1].isalnum():
            at -= 1
        return at

    def word_after(self) -> int:
        """Return where the word after the cursor ends."""
        at, end = self.at, len(self.text)
        while at < end and not self.text[at].isalnum():
            at += 1
        while at < end and self.text[at].isalnum():
            at += 1
        return at


NOTHING = Typed()
"""A line in which nothing has been typed."""
_EDITS: dict[str, Callable[[Typed], Typed]] = {
    "left": lambda line: line.going(line.at - 1),
    "right": lambda line: line.going(line.at + 1),
    "home": lambda line: line.going(0),
    "ctrl+a": lambda line: line.going(0),
    "end": lambda line: line.going(len(line.text)),
    "ctrl+e": lambda line: line.going(len(line.text)),
    "ctrl+left": lambda line: line.going(line.word_before()),
    "ctrl+right": lambda line: line.going(line.word_after()),
    "backspace": lambda line: line.cutting(max(0, line.at - 1), line.at),
    "ctrl+h": lambda line: line.cutting(max(0, line.at - 1), line.at),
    "delete": lambda line: line.cutting(line.at, line.at + 1),
    "ctrl+w": lambda line: line.cutting(line.word_before(), line.at),
    "ctrl+u": lambda line: line.cutting(0, line.at),
    "ctrl+k": lambda line: line.cutting(line.at, len(line.text)),
}
