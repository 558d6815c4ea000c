"""What is being typed at the cursor of the query bar, so that it can be completed."""

from __future__ import annotations

from timeline_tui.query.terms import FIELDS

FIELD, WORD = "field", "word"
"""The kinds of what is typed outside a value: it may begin a field, or it may not."""


class _Typing:
    """What a query text up to the cursor leaves open."""

    __slots__ = ("field", "first", "quoted", "start", "typed")

    def __init__(self) -> None:
        self.begin(0)

    def begin(self, at: int) -> None:
        """Begin a term at `at`."""
        self.field = ""
        self.first = True
        self.value(at)

    def value(self, at: int) -> None:
        """Begin a value at `at`."""
        self.start = at
        self.typed = ""
        self.quoted = False

    def sign(self, char: str, at: int) -> None:
        """Take one character outside quotes."""
        if char.isspace():
            self.begin(at + 1)
        elif char == ",":
            self.first = False
            self.value(at + 1)
        elif char == '"' and at == self.start:
            self.quoted = True
        elif char == "-" and at == self.start and self.first and not self.field:
            self.value(at + 1)
        elif char == ":" and not self.field and self.typed.lower() in FIELDS:
            self.field = self.typed.lower()
            self.value(at + 1)
        else:
            self.typed += char


def complete(text: str, cursor: int) -> tuple[int, int, str, str]:
    """Tell what is being typed at `cursor`, a place between characters of `text`.

    Unfinished text is expected: nothing is an error.

    Returns:
        `(start, end, kind, prefix)`: `text[start:end]` is what a completion replaces,
        quotes included; `kind` is the field whose value is typed, else `FIELD` where
        a field may still come of it, else `WORD`; `prefix` is what stands before the
        cursor, without quotes.
    """
    typing = _Typing()
    escaped = False
    for at, char in enumerate(text[:cursor]):
        if not typing.quoted:
            typing.sign(char, at)
        elif escaped or char not in '\\"':
            typing.typed += char
            escaped = False
        elif char == "\\":
            escaped = True
        else:
            typing.quoted = False
    kind = typing.field or WORD
    bare = typing.first and text[typing.start : cursor] == typing.typed
    if not typing.field and bare:
        starts = (field.startswith(typing.typed.lower()) for field in FIELDS)
        kind = FIELD if any(starts) else WORD
    end = _end(text, cursor, quoted=typing.quoted)
    return typing.start, end, kind, typing.typed


def _end(text: str, cursor: int, *, quoted: bool) -> int:
    """Where the value under the cursor ends."""
    for at in range(cursor, len(text)):
        char = text[at]
        if quoted and char == '"' and text[at - 1] != "\\":
            return at + 1
        if not quoted and (char.isspace() or char == ","):
            return at
    return len(text)
