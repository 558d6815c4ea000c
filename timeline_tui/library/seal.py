"""Whether the file of an index is whole, to the byte.

The file ends with a checksum of all before it. A small file is checked each time it is
opened. A big one is checked once, and again when the system says that it was touched:
what it looked like then stands in a small file beside it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from zlib import crc32

NOTE = ".seen"
"""What is added to the name of an index for the note beside it."""
_MAGIC = b"kgtl"
_TRAILER = 16
_SMALL = 4 << 20
_PART = 1 << 20


def seal(path: str) -> None:
    """End a finished file with its checksum, and have it written to the disk."""
    with open(path, "r+b") as file:  # noqa: PTH123 - pathlib costs start-up
        total, length = 0, 0
        while part := file.read(_PART):
            total = crc32(part, total)
            length += len(part)
        file.write(_trailer(total, length + _TRAILER))
        file.flush()
        os.fsync(file.fileno())


def is_whole(path: str) -> bool:
    """Whether a file is as it was sealed; a missing one is not."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up
            size = os.fstat(file.fileno()).st_size
            if size < _TRAILER:
                return False
            if size <= _SMALL:
                body = file.read()
                total = crc32(memoryview(body)[:-_TRAILER])
                return body[-_TRAILER:] == _trailer(total, size)
            if _note(path)[:1] == [_look(path)]:
                return True
            total, left = 0, size - _TRAILER
            while part := file.read(min(_PART, left)):
                total = crc32(part, total)
                left -= len(part)
            whole = file.read() == _trailer(total, size)
    except OSError:
        return False
    if whole:
        trust(path)
    return whole


def trust(path: str) -> None:
    """Remember that a big file is whole, for as long as nobody touches it."""
    with suppress(OSError):
        if os.stat(path).st_size > _SMALL:  # noqa: PTH116 - as above
            _write_note(path, "")


def is_settled(path: str) -> bool:
    """Whether `settle` was called for this very file."""
    return _note(path) == [_look(path), "settled"]


def settle(path: str) -> None:
    """Remember that the young files behind an index were compared by content."""
    _write_note(path, "settled")


def _trailer(total: int, size: int) -> bytes:
    """Give the last bytes of a file of that size whose other bytes sum to that."""
    length = max(size - _TRAILER, 0)
    return _MAGIC + total.to_bytes(4, "little") + length.to_bytes(8, "little")


def _look(path: str) -> str:
    """Give what changes when anybody writes to a file or replaces it."""
    seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"


def _note(path: str) -> list[str]:
    """Give the lines of the note beside a file."""
    try:
        with open(path + NOTE, encoding="ascii") as file:  # noqa: PTH123 - as above
            return file.read().split("\n")
    except (OSError, ValueError):
        return []


def _write_note(path: str, state: str) -> None:
    """Write the note, if that is possible; without it the file is checked again."""
    with (
        suppress(OSError),
        open(path + NOTE, "w", encoding="ascii") as file,  # noqa: PTH123 - as above
    ):
        file.write(f"{_look(path)}\n{state}")
