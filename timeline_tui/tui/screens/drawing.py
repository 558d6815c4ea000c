"""How the state is drawn: what each pane shows of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Offset

from timeline_tui.render.cells import cell_width
from timeline_tui.render.choices import choice_lines
from timeline_tui.render.density import Density, window_of
from timeline_tui.render.frame import tiny_lines
from timeline_tui.tui.commands import DOCUMENT, VIEWS
from timeline_tui.tui.screens.bars import (
    FINDER_HEADS,
    FINDER_TAILS,
    finder_lines,
    notice_lines,
    query_bar,
)
from timeline_tui.tui.screens.contents import NO_CURSOR, Drawn, EventList, Rows
from timeline_tui.tui.screens.drawing_drawer import DrawerDrawing
from timeline_tui.tui.screens.drawing_event import EventDrawing
from timeline_tui.tui.screens.drawing_layer import LayerDrawing
from timeline_tui.tui.screens.drawing_view import ViewDrawing
from timeline_tui.tui.screens.foot import Foot, key_at
from timeline_tui.tui.screens.hits import snippet
from timeline_tui.tui.screens.idle import hinted_pane, idle_commands
from timeline_tui.tui.state import NOWHERE, QUERY
from timeline_tui.tui.state.prompt import LEADS
from timeline_tui.tui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from timeline_tui.render.lines import Line
    from timeline_tui.render.screen import Rect
    from timeline_tui.tui.state import Browse, Prompt

_ROOM_TO_TELL = 20


class Drawing(EventDrawing, DrawerDrawing, ViewDrawing, LayerDrawing):
    """Draws the state, as little of it as differs."""

    _rows: Rows
    _strip: Density
    _due = False
    brush: tuple[str, str] | None = None
    """The first and last day that are being dragged over in the density strip."""

    def become(self, state: Browse) -> None:
        """Take another state; what differs is drawn once the waiting keys are heard."""
        self.state = state
        self.draw_later()

    def draw_later(self) -> None:
        """Draw what differs after the messages that are waiting."""
        if not self._due:
            self._due = True
            self.call_later(self.draw)

    def repaint(self) -> None:
        """Paint every pane again in other styles."""
        for pane in self.query(LinePane):
            pane.repaint()

    def draw_anew(self) -> None:
        """Draw every pane, and forget what those that are out of sight have shown."""
        self.drawn_from.clear()
        for pane in self.query(LinePane):
            pane.forget()
        self.draw()

    def draw(self) -> None:
        """Draw every pane whose part of the state differs."""
        self._due = False
        if not self.is_mounted:
            return
        width, height = self.size
        places = self.places(width, height)
        if self.differs("places", (places, width, height)):
            self.pane("query").refresh(layout=True)  # a child's: that asks us again
        if "tiny" in places:
            leave = self.keymap.key_of("quit")
            self.pane("tiny").show(Drawn(lambda w: tiny_lines(w, height, leave)))
            return
        self._draw_list()
        self.draw_view()
        self._draw_density()
        self._draw_bars(places)
        self._draw_over()
        if "drawer" in places:
            self.draw_drawer()
        if self.state.layers:
            self.draw_layer()
        else:
            self.draw_event_soon()
        self._point()

    def _point(self) -> None:
        """Put the terminal's own cursor, which readers for the blind follow, there."""
        state = self.state
        prompt = state.prompt
        if prompt is not None:
            row = 0 if prompt.purpose == QUERY else self.size.height - 1
            at = (
                len(LEADS[prompt.purpose])
                + 2
                + cell_width(prompt.typed.text[: prompt.typed.at])
            )
            self.app.cursor_position = Offset(min(at, self.size.width - 1), row)
        elif state.where == "list" and state.place != NOWHERE:
            pane = self.pane("list")
            line = state.lines.line_of(state.place) - pane.top
            self.app.cursor_position = pane.region.offset + Offset(0, line)
        elif state.where in (*VIEWS, DOCUMENT):
            pane = self.pane("layer" if state.layers else "view")
            line = self.layer_line if state.layers else self.view_line
            self.app.cursor_position = pane.region.offset + Offset(0, line - pane.top)

    def _draw_list(self) -> None:
        state = self.state
        search = state.search
        marked = state.picked or state.marked
        asked = (state.query, search and search.query)
        rows_key = (state.lines, marked, asked, self.notebook.marks)
        if self.differs("rows", rows_key):
            is_hit = search.holds if search else None
            find, notes = self.find_hits(), self.notebook.marks
            self._rows = Rows(state.lines, marked, find, is_hit, notes=notes)
        focused = state.pane == "list"
        line = NO_CURSOR if state.place == NOWHERE else state.lines.line_of(state.place)
        if self.differs("list", (self._rows, line, focused)):
            content = EventList(self._rows, line, focused=focused)
            if line == NO_CURSOR:
                self.pane("list").show(content)
            else:
                head = state.lines.heading_of(line)
                lead = 1 if head is not None and head == line - 1 else 0
                self.pane("list").show(content, line=line, lead=lead)

    def _draw_density(self) -> None:
        lines = self.state.lines
        window = self.brush or self.seen_time()
        window = window or window_of(self.library.rows(self.seen_rows()))
        if self.differs("density", (lines, window)):
            strip = Drawn(lambda width: self.density(width).lines(width, window))
            self.pane("density").show(strip)

    def density(self, width: int) -> Density:
        """Return the density strip of what is shown, for a width in cells."""
        if self.differs("strip", (self.state.lines, width)):
            self._strip = Density(self.state.selection, width)
        return self._strip

    def _draw_bars(self, places: dict[str, Rect]) -> None:
        state = self.state
        bars = {
            "query": lambda width: [query_bar(state, width, self.keymap.key_of)],
            "foot": lambda width: self._foot(state, width),
        }
        if "notice" in places and state.prompt is not None:
            bars["notice"] = partial(notice_lines, state.prompt)
        if "choices" in places and state.prompt is not None:
            self._draw_choices(state.prompt)
        if "gap" in places and places["gap"].height == 1:
            bars["gap"] = lambda width: [(("─" * width, "rule"),)]
        elif "gap" in places:
            bars["gap"] = lambda _width: []
        for pane, draw in bars.items():
            ground = "base" if pane == "gap" else "raised"
            self.pane(pane).show(Drawn(draw, ground))

    def _draw_choices(self, prompt: Prompt) -> None:
        completion = prompt.completion
        if completion is not None:
            draw = partial(choice_lines, completion.candidates)
            pane = self.pane("choices")
            content = Drawn(draw, "raised", cursor=completion.at)
            pane.show(content, line=max(completion.at, 0))

    def _foot(self, state: Browse, width: int) -> list[Line]:
        snippet = "" if state.layers else self._snippet(width)
        size = (width, self.size.height)
        return self._foot_of(state).lines(state, size, self.job, snippet)

    def _foot_of(self, state: Browse) -> Foot:
        pick = self.setup.pick
        idle = idle_commands(state, lambda: self.event)
        hints = self.keymap.hints(hinted_pane(state), pick=pick, idle=idle)
        return Foot(self.keymap, hints, pick=pick)

    def key_told(self, x: int, y: int) -> str:
        """Return the key that the foot tells of in a cell; nothing elsewhere."""
        lines = self._foot(self.state, self.size.width)
        return key_at(lines[y], x) if 0 <= y < len(lines) else ""

    def _snippet(self, width: int) -> str:
        state, event = self.state, self.event
        if state.search is None or event is None or not state.hit_number[0]:
            return ""
        room = width - len(state.search.text) - _ROOM_TO_TELL
        room -= _ROOM_TO_TELL if state.search.folded else 0
        if room < _ROOM_TO_TELL:
            return ""
        return snippet(event, self.library, state.search.query, room)

    def _draw_over(self) -> None:
        finder = self.state.finder
        if finder is not None:
            cursor = finder.at + FINDER_HEADS
            content = Drawn(
                partial(finder_lines, finder),
                "raised",
                cursor=cursor,
                fixed=(FINDER_HEADS, FINDER_TAILS),
            )
            pane = self.pane("over")
            pane.show(content, line=cursor + FINDER_TAILS, lead=FINDER_HEADS + 1)
