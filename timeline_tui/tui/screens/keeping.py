"""The notebook of a store as a small file in the reader's state folder.

Every change reads the file again first, so that two explorers on one store do not
undo each other; it is written whole or not at all. A file that cannot be read as a
notebook is never written over: it is put aside under a name of its own.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError
from timeline_tui.tui.state.notebook import QUERIES_KEPT, Notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TRIES, _BETWEEN = 20, 0.01
_HIDDEN = 0o700


class BrokenNotebookError(KgtlError):
    """A file is there, but it is no notebook that can be read."""


def notebook_file(folder: str, store: str) -> Path:
    """Return the file that holds the notebook of the store at a path."""
    name = sha256(store.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(folder) / f"store-{name}.json"


def kept(folder: str | None, store: str) -> Notebook:
    """Return the notebook of a store; an empty one where there is none.

    Raises:
        BrokenNotebookError: There is a file that is no notebook or cannot be read.
    """
    return Notebook() if folder is None else _read(notebook_file(folder, store))


def keep(
    folder: str | None, store: str, change: Callable[[Notebook], Notebook]
) -> tuple[Notebook, str]:
    """Change the notebook of a store as it now stands in its file.

    Returns:
        The notebook as it was written, and what became of a file that was no
        notebook; nothing when there was none such.

    Raises:
        KgtlError: It cannot be written; the message says why.
    """
    if folder is None:
        raise KgtlError("there is no folder to keep it in")
    path = notebook_file(folder, store)
    told = ""
    try:
        path.parent.mkdir(mode=_HIDDEN, parents=True, exist_ok=True)
        with _alone(path):
            try:
                found = _read(path)
            except BrokenNotebookError:
                found = Notebook()
                told = f"the notes kept before are now in {_put_aside(path)}"
            changed = change(found)
            if changed != found or told:
                _write(path, store, changed)
    except OSError as error:
        raise KgtlError(f"{path.parent}: {error.strerror}") from None
    return changed, told


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other explorers from changing the file, as far as locks work here."""
    with path.with_suffix(".lock").open("a", encoding="ascii") as lock:
        for _ in range(_TRIES):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(_BETWEEN)
            except OSError:  # a file system without locks
                break
        yield


def _read(path: Path) -> Notebook:
    try:
        text = path.read_text(encoding="utf-8")
        from json import loads  # noqa: PLC0415 - not for a reader without notes

        return _notebook(loads(text))
    except FileNotFoundError:
        return Notebook()
    except OSError as error:
        raise BrokenNotebookError(f"{path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        reason = "it is not as kgtl writes it"
        raise BrokenNotebookError(f"{path}: {reason}") from None


def _notebook(record: dict[str, object]) -> Notebook:
    """Read a record; raises KeyError or TypeError for any other shape."""
    queries, left = record["queries"], record["left"]
    if not isinstance(queries, list) or not isinstance(left, str):
        raise TypeError
    if not all(isinstance(query, str) for query in queries):
        raise TypeError
    marks, views = _texts(record["marks"]), _texts(record["views"])
    return Notebook(marks, views, tuple(queries[-QUERIES_KEPT:]), left)


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    if not all(isinstance(text, str) for text in value.values()):
        raise TypeError
    return value


def _write(path: Path, store: str, notebook: Notebook) -> None:
    from json import dumps  # noqa: PLC0415 - long after the start

    record = {
        "store": store,
        "marks": dict(sorted(notebook.marks.items())),
        "views": notebook.views,
        "queries": notebook.queries,
        "left": notebook.left,
    }
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        part.write_text(dumps(record, indent=1) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _put_aside(path: Path) -> Path:
    """Move a file out of the way, to a name that no other has."""
    number = 1
    aside = path.with_suffix(".bad")
    while aside.exists():
        number += 1
        aside = path.with_suffix(f".bad{number}")
    path.rename(aside)
    return aside
