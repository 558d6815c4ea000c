"""What a search for words found: as text to read, or as JSON Lines.

The JSON Lines have a `type` first: `paragraph` or `event`. Every key is always there,
in one order, and new ones come only at the end.
"""

from __future__ import annotations

from typing import Protocol

from timeline_tui.render.blocks import Block
from timeline_tui.render.cells import shown
from timeline_tui.store.jsonl import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

    from timeline_tui.render.lines import Line, Span
    from timeline_tui.store.where import Hit, OwnHit

CONTEXT = 70
"""So many characters of a paragraph are shown on either side of what was found."""
_WHOLE = 160  # characters of a text that is shown whole


class Report(Protocol):
    """Takes what was found piece by piece and writes it."""

    def paragraph(self, hit: Hit, how: str, events: Mapping[str, str]) -> None:
        """Tell of a paragraph, and of the titles of the events that cite it, by id.

        `how` is `paragraph` for a whole one, `phrase`, `words` or `digest`.
        """

    def event(self, hit: OwnHit) -> None:
        """Tell of an event that has the words itself."""


class TextReport:
    """For a person: place, snippet, events."""

    def __init__(
        self, out: TextIO, width: int | None, as_text: Callable[[Line], str]
    ) -> None:
        """Take where to write, in how many cells, and what makes text of a line."""
        self._out = out
        self._width = width
        self._as_text = as_text
        self._event = ""

    def paragraph(self, hit: Hit, how: str, events: Mapping[str, str]) -> None:
        """Tell where it is, what stands there, and who cites it."""
        block = Block(self._width, margin=0)
        place = hit.place
        block.add([(shown(place.source), "heading"), (f"\xa0¶{place.para}", "para")])
        if hit.text:
            ours = [("covers: ", "label")] if how in {"paragraph", "digest"} else []
            block.add([*ours, *snippet(hit.text, hit.spans)], indent=2, hang=0)
        if events and place.row and place.row.repeats:
            told = f"it repeats ¶{place.row.repeats}, which is cited"
            block.add([(told, "muted")], indent=2, hang=2)
        for event_id, title in events.items():
            _add_event(block, event_id, title)
        if not events:
            block.add([(_uncited(hit), "muted")], indent=2, hang=2)
        self._write(block)

    def event(self, hit: OwnHit) -> None:
        """Tell which event it is, once, and what of it has the words."""
        block = Block(self._width, margin=0)
        if hit.event != self._event:
            _add_event(block, hit.event, hit.title, indent=0)
            self._event = hit.event
        if hit.part != "title":
            label = (f"{shown(hit.part)}: ", "label")
            block.add([label, *snippet(hit.text, hit.spans)], indent=2, hang=0)
        self._write(block)

    def _write(self, block: Block) -> None:
        self._out.writelines([self._as_text(each) + "\n" for each in block.lines])


class JsonReport:
    """For a program."""

    def __init__(self, out: TextIO) -> None:
        """Take where to write."""
        self._out = out

    def paragraph(self, hit: Hit, how: str, events: Mapping[str, str]) -> None:
        """Write a paragraph with the events that cite it."""
        place = hit.place
        record = {
            "type": "paragraph",
            "source": place.source,
            "para": place.para,
            "hash": place.hash,
            "how": how,
            "text": _plain(hit.text, hit.spans),
            "role": place.row.role if place.row else None,
            "uncited": place.row.uncited if place.row else None,
            "events": [{"id": name, "title": title} for name, title in events.items()],
            "repeats": (place.row.repeats or None) if place.row else None,
        }
        self._out.write(line(record) + "\n")

    def event(self, hit: OwnHit) -> None:
        """Write an event with what of it has the words."""
        record = {
            "type": "event",
            "id": hit.event,
            "title": hit.title,
            "in": hit.part,
            "text": _plain(hit.text, hit.spans),
        }
        self._out.write(line(record) + "\n")


def snippet(text: str, spans: Sequence[tuple[int, int]]) -> list[Span]:
    """What stands around the first thing found in a text, and what of it was found."""
    begin, stop = _window(text, spans)
    found: list[Span] = [("… ", "muted")] if begin else []
    at = begin
    for first, last in spans:
        if first >= at and last <= stop:
            found += [(shown(text[at:first]), "text"), (shown(text[first:last]), "hit")]
            at = last
    found.append((shown(text[at:stop]), "text"))
    return [*found, (" …", "muted")] if stop < len(text) else found


def _plain(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """What stands around the first thing found, as it is."""
    begin, stop = _window(text, spans)
    return text[begin:stop]


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of a text to show: whole words around the first thing found."""
    if len(text) <= _WHOLE:
        return 0, len(text)
    first, last = spans[0] if spans else (0, 0)
    begin, stop = max(first - CONTEXT, 0), last + CONTEXT
    if begin:
        begin = text.find(" ", begin, first) + 1 or begin
    if stop < len(text):
        end = text.rfind(" ", last, stop)
        stop = stop if end < 0 else end
    return begin, min(stop, len(text))


def _add_event(block: Block, event_id: str, title: str, *, indent: int = 2) -> None:
    block.add(
        [(shown(event_id), "muted"), ("\xa0\xa0", "space"), (shown(title), "title")],
        indent=indent,
        hang=2,
    )


def _uncited(hit: Hit) -> str:
    """Why no event cites a paragraph, as far as its record says."""
    row = hit.place.row
    if row is None:
        return "no event cites it"
    if row.role != "body":
        return f"no event cites it ({shown(row.role)})"
    why = f": {shown(row.uncited)}" if row.uncited else ""
    if row.repeats:
        why = f": it repeats ¶{row.repeats}"
    return f"no event cites it{why}"
