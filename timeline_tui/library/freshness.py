"""Whether a store is still what an index was built from.

A stamp names every file of the store with size, modification time and inode, and the
TOML files of its folders. A file that was modified just before the stamp was made may
be modified again without any of these changing, so its content is in the stamp too.
"""

from __future__ import annotations

import os
from zlib import crc32

from timeline_tui.store.locate import is_read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

GRAIN = 2_000_000_000
"""Nanoseconds; no file system that is in use tells times more coarsely."""
_PART = "\0"
_FIELDS = 5


def stamp(files: Iterable[str], folders: Iterable[str], now: int) -> str:
    """Describe a store as it is; `now` is the time, in nanoseconds."""
    parts: list[str] = []
    for path in files:
        look = _look(path)
        young = bool(look) and int(look.split()[1]) > now - GRAIN
        parts += "file", path, look, _content(path) if young else "", ""
    for path in folders:
        parts += "folder", path, "", "", "/".join(names_in(path))
    return _PART.join(parts)


def is_fresh(text: str, *, settled: bool = False) -> bool:
    """Whether a store is still as its stamp says; an empty stamp is of none.

    With `settled`, files that were young have been compared by content since.
    """
    if not text:
        return False
    parts = text.split(_PART)
    for at in range(0, len(parts), _FIELDS):
        kind, path, look, content, listing = parts[at : at + _FIELDS]
        if kind == "folder":
            same = "/".join(names_in(path)) == listing
        else:
            same = look != "" and _look(path) == look
            if content and not settled:
                same = same and _content(path) == content
        if not same:
            return False
    return True


def has_young(text: str) -> bool:
    """Whether a stamp holds the content of a file."""
    return any(text.split(_PART)[3::_FIELDS])


def latest(text: str) -> int:
    """Give the time, in nanoseconds, of the latest change that a stamp knows."""
    looks = text.split(_PART)[2::_FIELDS]
    return max((int(look.split()[1]) for look in looks if look), default=0)


def _look(path: str) -> str:
    """Give size, modification time and inode of a file; nothing if there is none."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    except OSError:
        return ""
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ino}"


def names_in(folder: str) -> list[str]:
    """Give the names of the files of a store in a folder; none if it is gone."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - pathlib costs start-up
    except OSError:
        return []
    return sorted(filter(is_read, names))


def _content(path: str) -> str:
    """Give length and checksum of a file's content; nothing if it cannot be read."""
    total, length = 0, 0
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up
            while part := file.read(1 << 20):
                total = crc32(part, total)
                length += len(part)
    except OSError:
        return ""
    return f"{length} {total:08x}"
