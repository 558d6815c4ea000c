"""Finds the reader's own copies of the documents of a store."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from timeline_tui.store.citations import cites_by_source
from timeline_tui.store.texts import VARIABLE, best_copies, read_copy, text_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Cite, Event
    from timeline_tui.model.source import Source
    from timeline_tui.store.recognise import Copy


class Copies(NamedTuple):
    """The texts that were found.

    Attributes:
        all: each of them, as it was recognised.
        best: the best copy of each source that has one.
    """

    all: Sequence[Copy]
    best: Mapping[str, Copy]


def find_texts(
    named: Sequence[str], outside: Outside, folders: Iterable[str], *, alone: bool
) -> list[str]:
    """List the texts of a command: named ones, `KGTL_TEXTS`, own data, the store's.

    Args:
        named: the files and folders that the command line names.
        outside: the environment and the folders of the reader.
        folders: the folders of the store.
        alone: whether named places keep all others out.

    Raises:
        KgtlError: a named place is not there.
    """
    if alone and named:
        return text_files(named, {}, [])
    own = [*folders, *filter(None, [outside.data_folder])]
    return text_files(named, outside.environ, own)


def read_copies(
    files: Iterable[str],
    sources: Mapping[str, Source],
    events: Callable[[], Iterable[Event]],
) -> Copies:
    """Read texts and recognise them.

    Args:
        files: the texts.
        sources: the documents that they may be.
        events: gives the events of the store, to know a text by what they cite; it is
            asked at most once, and only for a text that is no exact copy.
    """
    known: list[Mapping[str, Sequence[Cite]]] = []

    def cites() -> Mapping[str, Sequence[Cite]]:
        if not known:
            known.append(cites_by_source(events()))
        return known[0]

    copies = [read_copy(file, sources, cites) for file in files]
    return Copies(copies, best_copies(copies))


def library_copies(library: Library, named: Sequence[str], outside: Outside) -> Copies:
    """Find the reader's copies of the documents of an open store.

    Raises:
        KgtlError: a named place is not there.
    """
    files = find_texts(named, outside, store_folders(library), alone=False)
    sources = {source.id: source for source in library.sources}
    return read_copies(files, sources, lambda: library.events(range(library.count)))


def store_folders(library: Library) -> list[str]:
    """List the folders of a store in which copies may lie beside its records."""
    folders = dict.fromkeys(str(Path(file).parent) for file in library.files)
    if library.where.kind == "file":
        folders.pop(str(Path(library.path).parent), None)
    return list(folders)


def nothing_to_read(outside: Outside) -> str:
    """Say how texts are found, where there are none."""
    places = [f"${VARIABLE}", "--texts DIR"]
    if outside.data_folder:
        places.append(outside.data_folder)
    return f"save each document as a .txt file in one folder: {', '.join(places)}"
