"""One TOML file of a store: its data, and the line of each thing in it."""

from __future__ import annotations

import os.path
import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline_tui.errors import Fault, StoreError
from timeline_tui.store.positions import line_map, nearest_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.store.positions import Trail

UTF8_MARK: Final = b"\xef\xbb\xbf"
_PLACE = re.compile(r" \((?:at line (\d+), column (\d+)|at end of document)\)\Z")
_BARE_DATE = re.compile(
    r"""(?:^|[{,\s])(?:\w*date|coverage|revised|published|as_of|period)\s*=\s*
        (?![\s"'])[\[{]?(?:\d|\.\.|/)""",
    re.VERBOSE,
)
_ANY_ADVICE = "a line is key = value, [table] or [[table]]; strings are in quotes"
_ADVICE = (
    ("Illegal character", "close the quotes on the line on which they open"),
    ("Unterminated string", "close the quotes"),
    ('Expected "', "close the quotes"),
    ("Invalid value", 'write strings in straight quotes: "…"'),
    ("Unclosed array", "close the list with ]"),
    ("Unclosed inline table", "close the table with }, on the same line"),
    ("Expected newline", "put each key on a line of its own"),
    ("Cannot overwrite", "give each key of a table once"),
    ("Duplicate inline table key", "give each key of a table once"),
    ("Cannot declare", "a table stands once; [[…]] is for one of several"),
    ("Unescaped", "write \\\\ for a backslash"),
)  # by how the parser's complaint begins


class Document:
    """A TOML file that has been read.

    Attributes:
        path: where it is.
        shown: the path as complaints name it.
        data: what it holds.
    """

    def __init__(self, path: str) -> None:
        """Read a file.

        Raises:
            StoreError: it cannot be read, is no UTF-8 or no TOML; with the fault.
        """
        self.path = path
        self.shown = shown_path(path)
        self.text = _decoded(self.shown, file_bytes(path, self.shown))
        try:
            self.data: dict[str, object] = tomllib.loads(self.text)
        except RecursionError:
            what, advice = "is nested too deeply", "put fewer lists inside one another"
            fault = Fault(self.shown, 0, "", what, advice=advice, rule="not-toml")
            raise refusal([fault]) from None
        except ValueError as error:
            raise refusal([self._syntax_fault(str(error))]) from None

    def line(self, trail: Trail) -> int:
        """Give the line of the innermost thing on a trail; 0 for the whole file."""
        return nearest_line(self._lines, trail)

    @cached_property
    def _lines(self) -> dict[Trail, int]:
        return line_map(self.text)

    def _syntax_fault(self, message: str) -> Fault:
        """Give the parser's complaint a place, and advice where the cause is plain."""
        place = _PLACE.search(message)
        lines = self.text.split("\n")
        number = int(place[1]) if place and place[1] else len(lines)
        what = _PLACE.sub("", message) or message
        line = lines[number - 1]
        column = f" (column {place[2]})" if place and place[2] else ""
        if _BARE_DATE.search(line):
            advice = 'dates must be in quotes, as in date = "2022-09"'
            return Fault(
                self.shown, number, "", what, advice=advice, rule="unquoted-date"
            )
        advice = next((text for start, text in _ADVICE if what.startswith(start)), "")
        return Fault(
            self.shown,
            number,
            "",
            f"{what}{column}",
            advice=advice or _ANY_ADVICE,
            rule="not-toml",
        )


def refusal(faults: Iterable[Fault]) -> StoreError:
    """Make the error that refuses a whole store for one fault or several."""
    first, *others = faults
    more = f" (and {len(others)} more)" if others else ""
    return StoreError(f"{first}{more}", [first, *others])


def shown_path(path: str) -> str:
    """Give a path as complaints name it: short where it is below the current folder."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return path if relative.startswith(os.pardir) else relative


def file_bytes(path: str, shown: str) -> bytes:
    """Read a file.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise refusal([unreadable(shown, error)]) from error


def unreadable(shown: str, error: OSError) -> Fault:
    """Make the fault of a file that cannot be read."""
    what = f"cannot be read: {error.strerror}"
    advice = "see that it is a file that you may read"
    return Fault(shown, 0, "", what, advice=advice, rule="unreadable")


def _decoded(shown: str, data: bytes) -> str:
    try:
        return data.removeprefix(UTF8_MARK).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 (byte {data[error.start]:#04x})"
        advice = "save the file as UTF-8"
        fault = Fault(shown, line, "", what, advice=advice, rule="not-utf-8")
        raise refusal([fault]) from None
