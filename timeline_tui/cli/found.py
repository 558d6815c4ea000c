"""The passages that events cite, in context, from the reader's own copies."""

from __future__ import annotations

from pathlib import Path

from timeline_tui.cli.copies import find_texts, read_copies, store_folders
from timeline_tui.errors import KgtlError
from timeline_tui.model.text import find_anchors
from timeline_tui.render.passage import Passage
from timeline_tui.store.citations import citations
from timeline_tui.store.verify import verify_cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    has changed. Where a reader has none at all, nothing is given.
    """

    def __init__(
        self, library: Library, outside: Outside, named: Sequence[str] = ()
    ) -> None:
        """Take the open store, where copies may be, and places that were named."""
        self._library = library
        self._outside = outside
        self._named = named
        self._folders = store_folders(library)
        self._sources = {source.id: source for source in library.sources}
        self._stamps: Stamps = ()
        self._copies: Mapping[str, Copy] = {}

    def __call__(self, event: Event) -> Found:
        """Look for every citation of an event."""
        self._look_again()
        if not self._copies:
            return {}
        return {
            (cited.source, cited.cite): _passage(
                cited.cite, self._copies.get(cited.source)
            )
            for cited in citations(event)
        }

    def _look_again(self) -> None:
        """Read the copies if they are not the ones that were read last."""
        try:
            files = find_texts(self._named, self._outside, self._folders, alone=False)
            stamps = tuple(_stamp(file) for file in files)
        except (KgtlError, OSError):  # gone, or not to be read: as good as none
            files, stamps = [], ()
        if stamps != self._stamps:
            self._stamps = stamps
            self._copies = read_copies(files, self._sources, self._events).best

    def _events(self) -> Sequence[Event]:
        count = self._library.count
        if count > MOST_EVENTS:
            return ()
        return list(self._library.events(range(count)))


def _stamp(path: str) -> tuple[str, int, int]:
    status = Path(path).stat()
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
