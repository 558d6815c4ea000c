"""The passages that events cite, in context, from the reader's own copies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from timeline_tui.cli.copies import find_texts, read_copies, store_folders
from timeline_tui.model.text import find_anchors
from timeline_tui.render.passage import Passage
from timeline_tui.store.citations import citations
from timeline_tui.store.verify import verify_cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Cite, Event
    from timeline_tui.model.text import Span
    from timeline_tui.render.passage import Found
    from timeline_tui.store.recognise import Copy

    Stamps = tuple[tuple[str, int, int], ...]

MOST_EVENTS = 5000
"""In a greater store no text is known by anchors: all events would have to be read."""


class Passages:
    """Called with an event, gives what its citations find in the reader's copies.

    The copies are read when the first event is asked for, and again when one of them
    or the store has changed. Where a reader has none at all, nothing is given.
    """

    def __init__(self, outside: Outside, named: Sequence[str] = ()) -> None:
        """Take where copies may be, and places that were named."""
        self._outside = outside
        self._named = named
        self._library: Library | None = None
        self._stamps: Stamps = ()
        self._copies: Mapping[str, Copy] = {}

    def __call__(self, event: Event, library: Library) -> Found:
        """Look for every citation of an event of a store that is open.

        Raises:
            KgtlError: a place that was named is not there.
        """
        self._look_again(library)
        if not self._copies:
            return {}
        return {
            (cited.source, cited.cite): _passage(
                cited.cite, self._copies.get(cited.source)
            )
            for cited in citations(event)
        }

    def paragraphs(self, source: str, library: Library) -> Sequence[str] | None:
        """Give the paragraphs of the best copy of a document; None where none is.

        Raises:
            KgtlError: a place that was named is not there.
        """
        self._look_again(library)
        copy = self._copies.get(source)
        return None if copy is None else copy.paragraphs

    def _look_again(self, library: Library) -> None:
        """Read the copies if they are not the ones that were read last."""
        folders = store_folders(library)
        files = find_texts(self._named, self._outside, folders, alone=False)
        stamps = tuple(_stamp(file) for file in files)
        if (library, stamps) != (self._library, self._stamps):
            self._library, self._stamps = library, stamps
            sources = {source.id: source for source in library.sources}
            events = partial(_events, library)
            self._copies = read_copies(files, sources, events).best


def _events(library: Library) -> Iterable[Event]:
    if library.count > MOST_EVENTS:
        return ()
    return library.events(range(library.count))


def _stamp(path: str) -> tuple[str, int, int]:
    """Give what changes when a file does; nothing of one that is gone by now."""
    try:
        status = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size


def _passage(cite: Cite, copy: Copy | None) -> Passage:
    """Look for one citation, and take what stands around it."""
    verdict = verify_cite(cite, copy)
    if copy is None or not verdict.para:
        return Passage(verdict.status)
    text = copy.paragraphs[verdict.para - 1]
    around = ("", *copy.paragraphs, "")
    return Passage(
        verdict.status,
        verdict.para,
        text,
        _anchors(text, cite, verdict.span) if verdict.span else (),
        before=around[verdict.para - 1],
        after=around[verdict.para + 1],
    )


def _anchors(text: str, cite: Cite, span: Span) -> tuple[Span, ...]:
    """Give where the first and the last words of a passage stand."""
    begin, stop = span
    passage = text[begin:stop]
    first = find_anchors(passage, cite.start)[:1]
    last = find_anchors(passage, cite.end)[-1:]
    return tuple((begin + at, begin + end) for at, end in first + last)
