"""Copies a store with all that belongs to it, for a reader who wants to change it."""

from __future__ import annotations

import os
from pathlib import Path

from timeline_tui.errors import KgtlError
from timeline_tui.store.reader import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.store.locate import Where


def copy_store(where: Where, path: str) -> None:
    """Copy a store of TOML files to where none is yet; what is there is kept.

    The file itself comes last, so that a copy that was broken off is none.

    Raises:
        OSError: It cannot be written.
        KgtlError: Another file stands in the place of one that belongs to it.
    """
    target = Path(path)
    if target.exists():
        return
    source = Path(where.path)
    others = [Path(file) for file in open_store(where).files if Path(file) != source]
    pairs = [(file, target.parent / file.relative_to(source.parent)) for file in others]
    for file, place in [*pairs, (source, target)]:
        if not place.exists():
            _copy(file, place)
        elif place.read_bytes() != file.read_bytes():
            raise KgtlError(f"{place} is there already, and is another file")


def _copy(source: Path, target: Path) -> None:
    """Copy a file, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(source.read_bytes())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
