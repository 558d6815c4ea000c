"""Finds the store that is meant: the one named, or else the shipped one."""

# pathlib would cost more than all of the rest.
# ruff: noqa: PTH100, PTH113, PTH116, PTH118, PTH120, PTH123, PTH208
from __future__ import annotations

import os

from timeline_tui.errors import StoreError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NamedTuple
else:
    from timeline_tui.model.tuples import NamedTuple

WHAT_IT_IS = (
    "a store is a TOML file with [timeline] and [[event]], a folder of such files,"
    " or JSON Lines"
)
VARIABLE = "KGTL_STORE"
STANDARD_INPUT = "-"

_LINES = (".jsonl", ".ndjson", ".json")
_TOML = ".toml"
_SNIFFED = 64  # bytes: enough to get past a byte order mark and some blanks
_FILE_TYPE, _REGULAR, _FOLDER = 0o170000, 0o100000, 0o040000  # of stat(2)


class Where(NamedTuple):
    """Where a store is and how it is written.

    Attributes:
        kind: `file` (TOML), `folder` (of TOML files), `lines` (JSON Lines in a file) or
            `stdin` (JSON Lines that can be read only once).
        path: absolute; `-` for standard input itself.
        shipped: whether it is the store that comes with the program.
    """

    kind: str
    path: str
    shipped: bool = False


def locate(argument: str | None, environ: Mapping[str, str]) -> Where:
    """Find the store to open; nothing but its first bytes is read.

    Args:
        argument: what `--store` names; None when it is not given.
        environ: the environment, for `KGTL_STORE`.

    Raises:
        StoreError: there is nothing there that could be a store.
    """
    if argument == "":
        raise StoreError("the store's path is empty; name a file, a folder or -")
    given = argument or environ.get(VARIABLE, "")
    if not given:
        return Where("file", _shipped(), shipped=True)
    if given == STANDARD_INPUT:
        return Where("stdin", STANDARD_INPUT)
    origin = given if argument else f"{given} (from ${VARIABLE})"
    try:
        return Where(_kind(given, origin), os.path.abspath(given))
    except (OSError, ValueError) as error:
        raise StoreError(_reason(error, origin)) from error


def toml_files(folder: str) -> list[str]:
    """List the TOML files of a folder as paths, sorted by name.

    Raises:
        OSError: it is no folder, or it cannot be listed.
    """
    names = sorted(filter(is_read, os.listdir(folder)))
    paths = [os.path.join(folder, name) for name in names]
    return [path for path in paths if os.path.isfile(path)]


def is_read(name: str) -> bool:
    """Tell whether a file of a folder belongs to the store, as its name tells."""
    return name.endswith(_TOML) and not name.startswith(".")


def _shipped() -> str:
    """Give the packaged store, or in a checkout the one at its root."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packaged = os.path.join(package, "data", "events.toml")
    if os.path.isfile(packaged):
        return packaged
    checkout = os.path.join(os.path.dirname(package), "events.toml")
    if os.path.isfile(checkout):
        return checkout
    raise StoreError("the store that comes with kgtl is missing; name one with --store")


def _kind(path: str, origin: str) -> str:
    mode = os.stat(path).st_mode & _FILE_TYPE
    if mode == _FOLDER:
        if not toml_files(path):
            raise StoreError(f"the folder {origin} holds no TOML file; {WHAT_IT_IS}")
        return "folder"
    if mode != _REGULAR:
        return "stdin"
    with open(path, "rb") as file:
        head = file.read(_SNIFFED).removeprefix(b"\xef\xbb\xbf").lstrip()
    return "lines" if path.endswith(_LINES) or head[:1] == b"{" else "file"


def _reason(error: OSError | ValueError, origin: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no store at {origin}"
    cause = error.strerror if isinstance(error, OSError) else "not a path"
    return f"the store {origin} cannot be read: {cause}"
