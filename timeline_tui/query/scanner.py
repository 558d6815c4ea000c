"""The signs of a query text: blanks, minus, colon, comma, double quotes.

Between blanks, as in the query bar, a blank ends a value. In an argument of a command
line (`whole`) it does not: a value reaches to the next comma or to the end.
"""

from __future__ import annotations

from timeline_tui.errors import QueryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    Value = tuple[str, int]  # what it says, and where it begins, from 0

_CLOSING = {"[": 1, "{": 1, "]": -1, "}": -1}


class Scanner:
    """A place in a query text, which moves right as signs and values are read."""

    __slots__ = ("at", "end", "text", "whole")
    text: Final[str]
    end: Final[int]

    def __init__(self, text: str, start: int, end: int, *, whole: bool = False) -> None:
        """Begin at `start`, and see nothing from `end` on."""
        self.text = text
        self.at = start
        self.end = end
        self.whole = whole

    def more(self) -> bool:
        """Skip blanks; whether anything follows."""
        while self.at < self.end and self.text[self.at].isspace():
            self.at += 1
        return self.at < self.end

    def starts(self, sign: str) -> bool:
        """Whether `sign` stands here."""
        return self.at < self.end and self.text[self.at] == sign

    def stop(self, signs: str, *, brackets: bool = False) -> int:
        """Where the first of `signs`, or else the end is; " " is any blank.

        With `brackets`, signs between brackets or braces do not count.
        """
        depth = 0
        for at in range(self.at, self.end):
            char = self.text[at]
            if brackets:
                depth += _CLOSING.get(char, 0)
            if depth <= 0 and (" " if char.isspace() else char) in signs:
                return at
        return self.end

    def rest(self) -> str:
        """What may still belong to the values that begin here, quotes and all."""
        return self.text[self.at : self.end if self.whole else self.stop(" ")]

    def minus(self) -> bool:
        """Read the minus that excludes; whether there is one.

        Raises:
            QueryError: nothing that could be excluded follows it.
        """
        if not self.starts("-"):
            return False
        self.at += 1
        if self.at == self.end or self.text[self.at].isspace():
            advice = 'write it right before what is to be excluded, as in "-vote"'
            raise self.error(self.at - 1, "a minus on its own", advice)
        if self.starts("-"):
            raise self.error(self.at, "two minus signs", "one minus excludes")
        return True

    def values(self, field: str, *, brackets: bool = False) -> list[Value]:
        """Read values with commas between them.

        Args:
            field: what they are values of, for the message when there is none.
            brackets: whether a comma between brackets belongs to its value.

        Raises:
            QueryError: a value is missing, begins with a minus, or has a quote that
                does not end or is in the middle of it.
        """
        values = [self._value(field, brackets=brackets)]
        while self.starts(","):
            self.at += 1
            values.append(self._value("", brackets=brackets))
        if self.at < self.end and not self.text[self.at].isspace():
            reason = "a quotation mark inside a value"
            advice = 'put all of it in double quotes, and write \\" inside them'
            raise self.error(self.at, reason, advice)
        return values

    def error(self, at: int, reason: str, advice: str) -> QueryError:
        """Make the error of a fault at the place `at`, from 0."""
        return QueryError(self.text, at + 1, reason, advice)

    def _value(self, field: str, *, brackets: bool) -> Value:
        if self.whole:
            self.more()
        start = self.at
        if self.starts('"'):
            value = self._quoted()
            if self.whole:
                self.more()
        else:
            self.at = self.stop(',"' if self.whole else ' ,"', brackets=brackets)
            value = self.text[start : self.at].strip()
            if value[:1] == "-":
                advice = "put the minus before the whole term, or quote the value"
                raise self.error(start, "a minus inside a term", advice)
        if not value.strip():
            reason = f"{field}: has no value" if field else "a comma without a value"
            sign = "colon" if field else "comma"
            advice = (
                f"write it right after the {sign}, in double quotes if it has blanks"
            )
            raise self.error(start, reason, advice)
        return value, start

    def _quoted(self) -> str:
        """Read a value in double quotes; a backslash keeps a quote or a backslash."""
        start = self.at
        kept: list[str] = []
        self.at += 1
        while self.at < self.end:
            char = self.text[self.at]
            if char == '"':
                self.at += 1
                return "".join(kept)
            if char == "\\" and self.text[self.at + 1 : self.at + 2] in ("\\", '"'):
                self.at += 1
            kept.append(self.text[self.at : self.at + 1])
            self.at += 1
        raise self.error(start, "a quote that does not end", 'write the closing "')
