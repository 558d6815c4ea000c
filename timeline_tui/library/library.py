"""A store, ready to be asked: opened from its index, which is built where need be."""

from __future__ import annotations

import os
import sqlite3
import time
from zlib import crc32

from timeline_tui.library.columns import Group, Row
from timeline_tui.library.freshness import GRAIN, has_young, is_fresh, latest
from timeline_tui.library.layout import SCHEMA
from timeline_tui.library.seal import is_settled, is_whole, settle
from timeline_tui.library.selection import Library
from timeline_tui.library.storage import Storage, file_uri

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from timeline_tui.store.locate import Where

    Progress = Callable[[int], None]

__all__ = ["Group", "Library", "Row", "index_path", "open_library"]


def open_library(
    where: Where,
    *,
    cache: str | None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Library:
    """Open a store through its index, and build that first if it is not fresh.

    Args:
        where: the store.
        cache: the folder for indexes; None for an index in memory. An index in memory
            also takes the place of a folder that cannot be written.
        stdin: what to read a store from that is piped in.
        progress: called with the number of events read so far while it is built.

    Raises:
        StoreError: the store cannot be read.
    """
    if cache is None or where.kind == "stdin":
        return Library(_built(where, None, stdin, progress), where)
    path = index_path(cache, where.path)
    storage = _opened(path, where, progress)
    return Library(storage or _built(where, path, stdin, progress), where)


def index_path(cache: str, store: str) -> str:
    """Give the file in a folder that holds the index of a store."""
    raw = store.encode("utf-8", "surrogateescape")
    name = os.path.basename(store)[:40]  # noqa: PTH119 - pathlib costs start-up
    return f"{cache}/{name}-{crc32(raw):08x}{crc32(raw[::-1]):08x}.index"


def _opened(path: str, where: Where, progress: Progress | None) -> Storage | None:
    """Open an index that is whole, of this version and fresh."""
    if not is_whole(path):
        return None
    try:
        storage = Storage(file_uri(path), renew=_renewal(path, where, progress))
    except sqlite3.DatabaseError:
        return None
    if _is_current(storage.meta, path, where):
        return storage
    storage.close()
    return None


def _is_current(meta: dict[str, str], path: str, where: Where) -> bool:
    """Whether an index is of this version and of the store as it now is."""
    if meta.get("schema") != str(SCHEMA) or meta.get("store") != where.path:
        return False
    stamp = meta["stamp"]
    young = has_young(stamp)
    settled = young and is_settled(path)
    if not is_fresh(stamp, settled=settled):
        return False
    if young and not settled and latest(stamp) + GRAIN < time.time_ns():
        settle(path)
    return True


def _built(
    where: Where, path: str | None, stdin: BinaryIO | None, progress: Progress | None
) -> Storage:
    """Build an index, in a file or in memory, and open it."""
    from timeline_tui.library.build import build  # noqa: PLC0415 - off the hot path

    uri, keeper = build(where, path, stdin=stdin, progress=progress)
    renew = None if path is None or keeper else _renewal(path, where, progress)
    return Storage(uri, renew=renew, keeper=keeper)


def _renewal(path: str, where: Where, progress: Progress | None) -> Callable[[], None]:
    """Give what puts a sound index in place of one that turns out damaged."""

    def renew() -> None:
        from timeline_tui.library.build import build  # noqa: PLC0415 - hardly ever

        build(where, path, progress=progress)

    return renew
