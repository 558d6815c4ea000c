"""The screen of the explorer: holds the state, draws it, and hears keys and mouse.

Keys and mouse become commands, commands become another state, and the panes are told
what they show of it. Nothing else writes to a pane.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen

from timeline_tui.render.frame import GROUNDS
from timeline_tui.tui.commands import LIST, MENU, PICK
from timeline_tui.tui.commands.keymap import DEFAULT, read_key, rebound
from timeline_tui.tui.messages import LinePressed, Wheeled
from timeline_tui.tui.screens.arrangement import Arrangement
from timeline_tui.tui.screens.bars import FINDER_HEADS
from timeline_tui.tui.screens.chips import Chips
from timeline_tui.tui.screens.marking import Marking
from timeline_tui.tui.screens.moving import Moving
from timeline_tui.tui.screens.picking import Picking
from timeline_tui.tui.screens.ranging import Ranging
from timeline_tui.tui.screens.saved_views import SavedViews
from timeline_tui.tui.screens.strip_pane import StripPane
from timeline_tui.tui.screens.taking import Taking
from timeline_tui.tui.screens.windowing import Windowing
from timeline_tui.tui.state import QUERY, Browse, Drawer, ExploreResult
from timeline_tui.tui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.layout import Layout

    from timeline_tui.library.library import Library
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.paint import Paint
    from timeline_tui.tui.state import Setup

PANES = GROUNDS | {
    "view": "base",
    "layer": "base",
    "notice": "raised",
    "choices": "raised",
    "over": "raised",
    "tiny": "base",
}
"""Every pane and what it stands on, the ones that may lie over others last."""
_NEWLINE, _ENTER = "ctrl+j", "enter"
"""Enter that was typed before the terminal stopped reading lines is a newline."""


class BrowseScreen(
    Chips,
    Marking,
    SavedViews,
    Ranging,
    Moving,
    Picking,
    Taking,
    Windowing,
    Screen[ExploreResult],
    inherit_bindings=False,
):
    """The one screen there is."""

    def __init__(
        self, library: Library, query: Query, setup: Setup, paint: Paint
    ) -> None:
        """Start with a query on an open library."""
        super().__init__()
        self.library = library
        self.setup = setup
        self.paint = paint
        self.keymap = rebound(setup.keys) if setup.keys else DEFAULT
        self.open_notebook()
        marked = frozenset(self.notebook.marks)
        selection = library.select(query, setup.today, marked=marked)
        self.state = replace(Browse.starting(query, selection), marked=marked)
        self.drawn_from = {}
        self._arrangement = Arrangement(self.places)
        self._is_drawn = False

    @property
    def layout(self) -> Layout:
        """Return what puts the panes in their places, whatever the styles say."""
        return self._arrangement

    def compose(self) -> ComposeResult:
        """Make the panes; the layout decides which of them are shown."""
        for pane, ground in PANES.items():
            kind = StripPane if pane == "density" else LinePane
            yield kind(pane, self.paint, ground)

    def on_mount(self) -> None:
        """Begin as the command line asked."""
        if self.setup.pick:
            self.do_edit_query()
        self.start_view()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for another size.

        For a size that the terminal no longer has, the screen is laid out in the one
        that it has: two in the queue would make Textual go from one to the other
        without end.
        """
        if event.size != self.app.size:
            event.prevent_default()
            event.stop()
            self._screen_resized(self.app.size)
        if self._is_drawn:
            self.call_after_refresh(self.draw)
        else:
            self.call_later(self._draw_first)

    def _draw_first(self) -> None:
        """Draw and paint, once the keys are heard that were typed before that.

        Until then the frame that was drawn before Textual came shows the same.
        """
        self.draw()
        if not self._is_drawn:
            self._is_drawn = True
            self._screen_resized(self.app.size)  # paints now, not with the next tick
            self._repaint_required = False

    def _compositor_refresh(self) -> None:
        """Let nothing be painted before there is something to paint."""
        if self._is_drawn:
            super()._compositor_refresh()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Do what a key means where the keys go; nothing once it is leaving."""
        event.stop()
        event.prevent_default()
        if self.app.return_code is not None:
            return
        if self.job is not None:
            self.job.give_way()
        character = event.character if event.is_printable else None
        name = _ENTER if event.key == _NEWLINE else event.key
        key = character if character and character != " " else name
        self.press(key, name, character)

    def press(self, key: str, name: str, character: str | None) -> None:
        """Do what a key means: `key` for commands, `name` and `character` typed."""
        state = self.state
        if state.told:
            self.become(state := replace(state, told=""))
        command = self.keymap.command_for(LIST, key) if character is None else None
        if command is not None and command.name in ("interrupt", "leave", "suspend"):
            self.carry_out(command)
        elif state.finder is not None:
            self.finder_key(state.finder, name, character)
        elif state.prompt is not None:
            self._press_typing(key, name, character)
        elif state.drawer is not None and state.drawer.typing:
            self.type_in_drawer(state.drawer, name, character)
        else:
            self._press_command(key)

    def _press_command(self, key: str) -> None:
        command_for = self.keymap.command_for
        if self.state.menu:
            answer = command_for(MENU, key)
            if answer is not None or not self.choose_view(key):
                self.pressed = key
                if answer is not None:
                    getattr(self, f"do_{answer.name}")()
                return
        pane = self.state.where
        command = command_for(PICK, key) if self.setup.pick and pane == LIST else None
        command = command or command_for(pane, key)
        if command is not None:
            self.pressed = key
            getattr(self, f"do_{command.name}")()

    def _press_typing(self, key: str, name: str, character: str | None) -> None:
        """Type into the prompt; when picking, its keys pick and take as well."""
        prompt = self.state.prompt
        if prompt is None:
            return
        if self.setup.pick and key in ("tab", "enter"):
            (self.do_pick if key == "tab" else self.do_take)()
        elif self.setup.pick and key == "escape":
            self.do_leave()
        else:
            self.type_key(prompt, name, character)

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted, where something is being typed."""
        event.stop()
        state = self.state
        if state.finder is not None:
            typed = state.finder.typed.typing(event.text)
            self.become(replace(state, finder=state.finder.typing(typed)))
        elif state.prompt is not None:
            self.typed(state.prompt, state.prompt.typed.typing(event.text))
        elif state.drawer is not None and state.drawer.typing:
            sought = state.drawer.sought.typing(event.text)
            self.become(replace(state, drawer=state.drawer.seeking(sought)))

    # Mouse

    @on(Wheeled)
    def wheeled(self, message: Wheeled) -> None:
        """Scroll the pane under the mouse."""
        if message.pane == "over" and self.state.finder is not None:
            moved = self.state.finder.moved(1 if message.lines > 0 else -1)
            self.become(replace(self.state, finder=moved))
        elif message.pane in ("list", "view", "layer", "detail", "drawer"):
            self.pane(message.pane).scroll_lines(message.lines)
            self.draw_later()

    @on(LinePressed)
    def line_pressed(self, message: LinePressed) -> None:
        """Do what a press means in the pane it fell on."""
        state = self.state
        if message.pane == "foot" and self._pressed_hint(message):
            return
        if state.finder is not None:
            self._pressed_over(message)
        elif message.pane == "list":
            self._pressed_row(message)
        elif message.pane == "density":
            self.go_to_period(message.x)
        elif message.pane == "drawer":
            self._pressed_facet(message)
        elif message.pane == "query":
            self.press_query(message.x)
        else:
            self.pressed_elsewhere(message)

    def _pressed_hint(self, message: LinePressed) -> bool:
        """Press the key that the foot tells of there; tell whether it tells of one."""
        prompt = self.state.prompt
        if prompt is not None and prompt.purpose != QUERY:
            return False
        try:
            key = read_key(self.key_told(message.x, message.line))
        except ValueError:
            return False
        self.press(key, key, key if len(key) == 1 else None)
        return True

    def _pressed_over(self, message: LinePressed) -> None:
        finder = self.state.finder
        if finder is None:
            return
        if message.pane != "over":
            self.become(replace(self.state, finder=None))
        elif FINDER_HEADS <= message.line < FINDER_HEADS + len(finder.listed()):
            self.finder_choose(replace(finder, at=message.line - FINDER_HEADS))

    def _pressed_row(self, message: LinePressed) -> None:
        state = self.state
        if not message.line < len(state.lines):
            return
        item = state.lines.at(message.line)
        if item[0] == "event":
            self.become(state.at(item[1]).focused("list"))
            if message.twice:
                self.do_open()
        elif item[0] == "fold":
            self.do_possible()

    def _pressed_facet(self, message: LinePressed) -> None:
        drawer = self.state.drawer or Drawer()
        line = message.line - self.drawer_lead
        if 0 <= line < len(self.facets()):
            drawer = drawer.pointing(line, len(self.facets()))
            self.become(replace(self.state, drawer=drawer, pane="drawer"))
            self.tick(negated=False)
