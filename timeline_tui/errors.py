"""The errors that kgtl reports to a person.

KgtlError
├── UsageError            the command line asks for something that is not there
│   └── QueryError        a query that cannot be read or names an unknown value
├── DateError             a string that is not a date of the EDTF profile
├── StoreError            a store that cannot be read at all
└── TerminalError         no terminal to draw the explorer on

Every message is one sentence without control over the terminal: whoever shows it
passes it through `render.safe`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is most likely a slip of, or an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a slip

    names = list(known)
    swapped = [name for name in names if sorted(name) == sorted(word)]
    return next(iter([*swapped, *get_close_matches(word, names, 1, 0.6)]), "")


class KgtlError(Exception):
    """Whatever kgtl explains in one sentence instead of a traceback."""


class UsageError(KgtlError):
    """The command line cannot be carried out as typed (exit code 2)."""


class _PlacedError(KgtlError):
    """A fault at a column of a text that somebody typed."""

    def __init__(self, text: str, column: int, reason: str, advice: str = "") -> None:
        """Keep where and why; `column` counts characters from 1."""
        self.text = text
        self.column = column
        self.reason = reason
        self.advice = advice
        colon = "" if reason.endswith("?") else ":"
        super().__init__(f"{reason}{colon} {advice}" if advice else reason)


class QueryError(_PlacedError, UsageError):
    """A query that cannot be read, with the column (from 1) where it goes wrong."""


class DateError(_PlacedError):
    """A string outside the EDTF profile, with the column (from 1) and advice."""


class Fault:
    """One thing wrong in a store: where, what, and the nearest right form."""

    __slots__ = ("advice", "event", "file", "line", "rule", "what")

    def __init__(
        self,
        file: str,
        line: int,
        event: str,
        what: str,
        *,
        advice: str = "",
        rule: str = "",
    ) -> None:
        """Take the place (line from 1, 0 for the whole file) and the two halves."""
        self.file = file
        self.line = line
        self.event = event
        self.what = what
        self.advice = advice
        self.rule = rule

    def __str__(self) -> str:
        """`file:line: event: what, and the nearest right form`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        subject = f"{self.event}: " if self.event else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{place}: {subject}{self.what}{advice}"

    def __repr__(self) -> str:
        return f"Fault({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fault):
            return NotImplemented
        return str(self) == str(other) and self.rule == other.rule

    def __hash__(self) -> int:
        return hash((str(self), self.rule))


class StoreError(KgtlError):
    """A store that cannot be read; carries every fault that was found."""

    def __init__(self, message: str, faults: Iterable[Fault] = ()) -> None:
        """Take one sentence for a person and the faults behind it."""
        self.faults = tuple(faults)
        super().__init__(message)


class TerminalError(KgtlError):
    """There is no controlling terminal, or it cannot show the explorer."""
