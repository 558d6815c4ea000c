"""Where each key of a TOML text stands, for complaints that an editor can jump to.

`tomllib` keeps no positions, so the text is walked a second time, and only when there
is something to report. It must be a text that `tomllib` has read: nothing is checked.
"""

from __future__ import annotations

import re

Trail = tuple[str | int, ...]
"""Where a value is: keys of tables and places in lists, from the outside in."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\]|\\.)*"'),
    re.compile(r"'[^']*'"),
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def line_map(text: str) -> dict[Trail, int]:
    """Give the line, from 1, of every table, key and list element of a TOML text."""
    return _Walk(text).lines


def value_places(text: str) -> dict[Trail, tuple[int, int]]:
    """Give where each value of a TOML text begins and ends, in code points."""
    return _Walk(text).places


def nearest_line(lines: dict[Trail, int], path: Trail) -> int:
    """Give the line of a path, or of the innermost thing around it; 0 for the file."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 0


class _Walk:
    """One walk through a text, from statement to statement."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[Trail, int] = {}
        self.places: dict[Trail, tuple[int, int]] = {}
        self.at = 0
        self._counts: dict[Trail, int] = {}
        self._line, self._line_at = 1, 0
        table: Trail = ()
        while self._skip(_SPACE) < len(text):
            if text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return self.at

    def _mark(self, path: Trail) -> None:
        self._line += self.text.count("\n", self._line_at, self.at)
        self._line_at = self.at
        self.lines.setdefault(path, self._line)

    def _header(self) -> Trail:
        start = self.at
        repeated = self.text.startswith("[[", start)
        self.at += 2 if repeated else 1
        path = self._resolve((), self._key(), last=not repeated)
        if repeated:
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            self._mark(path)
            path = (*path, count)
        self._mark(path)
        self.at = self.text.index("]", self.at) + (2 if repeated else 1)
        return path

    def _resolve(self, table: Trail, keys: list[str], *, last: bool) -> Trail:
        """Follow keys from a table; a list of tables means its newest one."""
        path = table
        for place, key in enumerate(keys):
            path = (*path, key)
            if path in self._counts and (last or place < len(keys) - 1):
                path = (*path, self._counts[path] - 1)
        return path

    def _key(self) -> list[str]:
        keys = []
        while True:
            self._skip(_BLANKS)
            match = _BARE.match(self.text, self.at)
            if match:
                keys.append(match[0])
                self.at = match.end()
            else:
                keys.append(_unquoted(self._string()))
            self._skip(_BLANKS)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _pair(self, table: Trail) -> None:
        start = self.at
        keys = self._key()
        end, self.at = self.at, start
        path = table
        for key in keys:
            path = (*path, key)
            self._mark(path)
        self.at = end + 1  # past the equals sign
        self._skip(_BLANKS)
        self._value(path)

    def _value(self, path: Trail) -> None:
        start = self.at
        first = self.text[start]
        if first == "[":
            self._list(path)
        elif first == "{":
            self._inline(path)
        elif first in "\"'":
            self._string()
        else:
            self._skip(_SCALAR)
        self.places[path] = (start, self.at)

    def _list(self, path: Trail) -> None:
        self.at += 1
        place = 0
        while self.text[self._skip(_SPACE)] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._mark((*path, place))
            self._value((*path, place))
            place += 1
        self.at += 1

    def _inline(self, path: Trail) -> None:
        self.at += 1
        while self.text[self._skip(_SPACE)] != "}":
            if self.text[self.at] == ",":
                self.at += 1
            else:
                self._pair(path)
        self.at += 1

    def _string(self) -> str:
        for pattern in _STRINGS:
            match = pattern.match(self.text, self.at)
            if match:
                self.at = match.end()
                return match[0]
        raise ValueError("not TOML that has been read before")


def _unquoted(key: str) -> str:
    """Read a quoted key as the string that it stands for."""
    inner = key[1:-1]
    if key[0] == "'":
        return inner
    return _ESCAPE.sub(_escaped, inner)


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPES.get(match[3], match[3])
