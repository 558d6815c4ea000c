"""Opens the index of a store as it is, for those who must not wait for a new one."""

from __future__ import annotations

from timeline_tui.library.layout import SCHEMA
from timeline_tui.library.library import index_path
from timeline_tui.library.seal import is_whole
from timeline_tui.library.selection import Library
from timeline_tui.library.storage import Storage, file_uri

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.store.locate import Where


def glance(where: Where, cache: str | None) -> Library | None:
    """Open the index that there is of a store, though the store may have changed.

    Nothing is built, and of the store itself nothing is read. None where there is no
    index of this version. A damaged one raises when the damage is met.
    """
    if cache is None or where.kind == "stdin":
        return None
    path = index_path(cache, where.path)
    if not is_whole(path):
        return None
    storage = Storage(file_uri(path))
    meta = storage.meta
    if (meta.get("schema"), meta.get("store")) != (str(SCHEMA), where.path):
        storage.close()
        return None
    return Library(storage, where)
