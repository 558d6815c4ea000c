"""An event in full, as `show` and `--long` print it, and the list of its sources."""

from __future__ import annotations

from timeline_tui.render.blocks import Block
from timeline_tui.render.cells import shown
from timeline_tui.render.detail import add_description, add_links, add_silence
from timeline_tui.render.note import account_note, figure_note, source_note
from timeline_tui.render.tellings import account_spans, figure_spans
from timeline_tui.render.words import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Event, Figure
    from timeline_tui.model.source import Source
    from timeline_tui.render.lines import Line, Span


class Record:
    """The lines of one event, with notes numbered from `first_note`.

    `next_note` is the number that the first note of the next event takes.
    """

    __slots__ = ("_block", "_library", "_notes", "lines", "next_note")

    def __init__(
        self,
        event: Event,
        library: Library,
        width: int | None,
        first_note: int = 1,
        *,
        match: str = "",
    ) -> None:
        """Lay an event out in `width` cells; `None` leaves every paragraph one line.

        `match` says how it meets the dates asked for, if there is something to say.
        """
        self._block = block = Block(width, margin=0)
        self._library = library
        self._notes: dict[str, int] = {}
        self.next_note = first_note
        plain = event.date.plain
        block.add(
            [
                (shown(plain), "date"),
                ("\xa0\xa0", "space"),
                (shown(event.title), "heading"),
            ],
            hang=2,
        )
        told = f"{event.date.words} · {status_words(event)} · "
        block.add([(told, "kind"), (shown(event.id), "muted")], indent=2)
        if match:
            block.add([(f"Match: {match}", "muted")], indent=2)
        add_description(block, event, library, indent=2)
        block.blank()
        for account in event.accounts:
            self._add_account(account)
        for figure in event.figures:
            self._add_figure(figure)
        add_links(block, event, library, indent=2)
        block.blank()
        add_silence(block, event, library, indent=2)
        block.blank()
        for note, number in self._notes.items():
            block.add(
                [(f"[{number}]", "key"), (" ", "space"), (note, "muted")],
                indent=2,
                hang=4,
            )
        self.lines: list[Line] = block.lines

    def _add_account(self, account: Account) -> None:
        """Add who says what, how it stands to the event, and the number of its note."""
        spans = account_spans(account, self._library)
        note = self._noted(account_note(account, self._library))
        self._block.add([*spans, *note], indent=2, hang=2)

    def _add_figure(self, figure: Figure) -> None:
        """Add a figure and the number of its note."""
        spans = figure_spans(figure, self._library)
        note = self._noted(figure_note(figure, self._library))
        self._block.add([*spans, *note], indent=2, hang=2)

    def _noted(self, note: str) -> list[Span]:
        """The number of a note; a note that stands already keeps the number it has."""
        if not note:
            return []
        if note not in self._notes:
            self._notes[note] = self.next_note
            self.next_note += 1
        return [("\xa0", "space"), (f"[{self._notes[note]}]", "key")]


def source_list(sources: Iterable[Source], width: int | None) -> list[Line]:
    """The list of sources: the note of each, how its date is known, where it stands."""
    block = Block(width, margin=0)
    block.heading("Sources")
    for source in sources:
        block.blank()
        block.add(
            [
                (shown(source.label), "heading"),
                (": ", "label"),
                (source_note(source), "text"),
            ],
            indent=2,
            hang=2,
        )
        for text in (source.published_basis, source.perspective):
            if text:
                block.text(text, "muted", indent=4)
    return block.lines
