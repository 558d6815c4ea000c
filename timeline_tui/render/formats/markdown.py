"""Markdown with pandoc's footnotes: a list of events, each with its accounts.

The notes come after the last event, then the query, the counts and the store.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from timeline_tui.render.colophon import colophon
from timeline_tui.render.detail import silence
from timeline_tui.render.formats.headings import events_of, parts
from timeline_tui.render.markdown import code, escaped, of_spans, with_link
from timeline_tui.render.note import account_note, address, figure_note
from timeline_tui.render.tellings import (
    account_spans,
    facts,
    figure_spans,
    link_words,
)
from timeline_tui.render.words import status_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Event
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Span

_IN_MEMORY = 1 << 20  # so many characters of notes are kept without a file


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the events as a list, under headings if asked; gives how many.

    The notes wait in a temporary file once they are many.
    """
    count = 0
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8") as kept:
        notes = _Notes(library, kept)
        out.write(f"# {escaped(library.title) or 'Timeline'}\n\n")
        for heading, part in parts(selection, options):
            if heading:
                out.write(f"## {escaped(heading)}\n\n")
            for event, match in events_of(part, library):
                out.write("\n\n".join(_event(event, match, notes)) + "\n\n")
                count += 1
        kept.seek(0)
        out.writelines(kept)
    out.write("------\n\n")
    told = colophon(selection, library)
    if selection.query:
        query = told.pop(0)[1]
        out.write(f"- Query: {code(query)}\n")
    out.writelines(f"- {label}: {escaped(text)}\n" for label, text in told)
    return count


class _Notes:
    """The notes, numbered as they come; one that an event has twice keeps its number.

    What is written waits in a stream of its own.
    """

    def __init__(self, library: Library, out: SpooledTemporaryFile[str]) -> None:
        """Start at number 1."""
        self.library = library
        self._out = out
        self._last = 0
        self._of_event: dict[str, int] = {}

    def next_event(self) -> None:
        """Forget what the notes of the event before were."""
        self._of_event.clear()

    def mark(self, note: str, source: str) -> str:
        """Give the mark of a note on a source."""
        if not note:
            return ""
        if note not in self._of_event:
            self._last += 1
            self._of_event[note] = self._last
            link = address(self.library.source(source))
            link = link if link.startswith("http") else ""
            self._out.write(f"[^{self._last}]: {with_link(note, link)}\n\n")
        return f"[^{self._of_event[note]}]"


def _event(event: Event, match: str, notes: _Notes) -> Iterator[str]:
    """The paragraphs of an event, as one item of a list."""
    notes.next_event()
    head: list[Span] = [(event.date.words, "date"), (f" {event.title}", "text")]
    yield f"- {of_spans(head)}"
    told = escaped(f"{status_words(event)} · {event.id}", start=True)
    known = [("Match", match)] if match else []
    known += facts(event, notes.library)
    rows = [f"*{escaped(label)}:* {escaped(text)}" for label, text in known]
    yield "\\\n".join([f"  {row}" for row in (told, *rows)])
    for paragraph in event.summary.split("\n"):
        if paragraph.strip():
            yield f"  {escaped(paragraph, start=True)}"
    if event.disputed:
        yield f"  *Disputed:* {escaped(event.disputed)}"
    lines = list(_tellings(event, notes))
    if lines:
        yield "\n".join([f"  - {line}" for line in lines])
    quiet = [
        f"  *{escaped(label)}:* {escaped(text)}"
        for label, text in silence(event, notes.library)
    ]
    if quiet:
        yield "\\\n".join(quiet)


def _tellings(event: Event, notes: _Notes) -> Iterator[str]:
    """The accounts and figures with the marks of their notes; then the links."""
    library = notes.library
    for account in event.accounts:
        mark = notes.mark(account_note(account, library), account.source)
        yield of_spans(account_spans(account, library)) + mark
    for figure in event.figures:
        mark = notes.mark(figure_note(figure, library), figure.source)
        yield of_spans(figure_spans(figure, library)) + mark
    for link in event.links:
        yield escaped(link_words(link, library), start=True)
