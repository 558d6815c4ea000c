"""The marks of a store, kept in a small file of the reader's state folder."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError

if TYPE_CHECKING:
    from collections.abc import Collection


def marks_file(folder: str, store: str) -> Path:
    """Return the file that holds the marks of the store at a path."""
    name = sha256(store.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(folder) / f"marks-{name}.json"


def kept_marks(folder: str | None, store: str) -> frozenset[str]:
    """Return the ids that were marked; nothing when they cannot be read."""
    if folder is None:
        return frozenset()
    try:
        kept = json.loads(marks_file(folder, store).read_text(encoding="utf-8"))
        return frozenset(mark for mark in kept["marks"] if isinstance(mark, str))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def keep_marks(folder: str | None, store: str, marks: Collection[str]) -> None:
    """Write the marks of a store, as a whole or not at all.

    Raises:
        KgtlError: The folder cannot be written; the message says why.
    """
    if folder is None:
        raise KgtlError("there is no folder to keep marks in")
    path = marks_file(folder, store)
    text = json.dumps({"store": store, "marks": sorted(marks)}, indent=1)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise KgtlError(f"marks cannot be kept: {error.strerror}") from None
