"""The actions on the explorer itself: panes, help, palette, layers, leaving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from timeline_tui.query.terms import FIELDS
from timeline_tui.render.rows import KIND_LETTERS
from timeline_tui.render.safe import safe
from timeline_tui.tui.commands import (
    COMPARISON,
    DETAIL,
    DOCUMENT,
    DRAWER,
    FIGURES,
    GROUPS,
    LANES,
    LIST,
    MATRIX,
    PICK,
    Command,
    keys_words,
)
from timeline_tui.tui.screens.filtering import Filtering
from timeline_tui.tui.screens.opening import Opening
from timeline_tui.tui.screens.reading import Reading
from timeline_tui.tui.screens.working import Working
from timeline_tui.tui.state import Drawer, ExploreResult
from timeline_tui.tui.state.finder import HELP, LINK, PALETTE, Entry, Finder

if TYPE_CHECKING:
    from collections.abc import Iterable

INTERRUPTED = 130
"""The exit code of a program that was told to stop."""
PANE_TITLES = {
    LIST: "the list",
    DETAIL: "the event",
    DRAWER: "the filters",
    LANES: "the lanes",
    MATRIX: "the matrix",
    FIGURES: "the figures",
    COMPARISON: "the comparison",
    DOCUMENT: "the document",
}
"""What a reader calls the panes."""
SIGNS = (
    ("≠", "sources differ"),
    ("~ % ?", "the date is approximate, approximate and uncertain, or uncertain"),
    ("–", "a date wider than a day, or one that lasts on"),
    ("*", "you marked it"),
    ("›", "the search found it"),
    ("·", "a source that does not tell it"),
)
"""The signs of the list, for the help."""


class Windowing(Filtering, Working, Opening, Reading):
    """Acts on panes and layers."""

    def do_next_pane(self) -> None:
        """Put the keys into the next pane that is shown."""
        self._turn(1)

    def do_previous_pane(self) -> None:
        """Put the keys into the previous pane that is shown."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = self.reachable()
        at = panes.index(self.state.pane) if self.state.pane in panes else 0
        state = self.state.focused(panes[(at + step) % len(panes)])
        if state.pane == DRAWER and state.drawer is None:
            state = replace(state, drawer=Drawer(at=1))
        self.become(state)

    def do_help(self) -> None:
        """Tell what the keys of the pane do."""
        pane = self.state.where
        entries: list[Entry] = []
        commands = [c for c in self.available() if pane in c.panes]
        for group in GROUPS:
            told = [c for c in commands if c.group == group]
            if told:
                entries.append(Entry("", group))
                entries += map(self._entry, told)
        entries += _explanations()
        key = self.keymap.key_of("palette")
        none = f"nothing here is called that; {key} lists what can be done elsewhere"
        title = f"keys of {PANE_TITLES[pane]}"
        self.find(Finder(HELP, title, tuple(entries), none=none))

    def do_palette(self) -> None:
        """List every action with its key."""
        entries = tuple(map(self._entry, self.available()))
        self.find(Finder(PALETTE, "all actions", entries))

    def _entry(self, command: Command) -> Entry:
        keys = keys_words(command, self.keymap.key_of("view"))
        return Entry(command.name, command.label, command.help, keys)

    def available(self) -> list[Command]:
        """Return the commands of this session: those for picking only when picking."""
        return [
            c for c in self.keymap.commands if self.setup.pick or c.panes != (PICK,)
        ]

    # The list that lies over the screen

    def finder_key(self, finder: Finder, key: str, character: str | None) -> None:
        """Do what a key does to the list over the screen."""
        steps = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
        page = max(self.pane("over").page - 2, 1)
        steps |= {"pagedown": page, "pageup": -page}
        is_empty = not finder.typed.text
        if key == "escape" or (is_empty and key in ("q", "f1", "question_mark")):
            self.become(replace(self.state, finder=None))
        elif key == "enter":
            self.finder_choose(finder)
        elif key in steps:
            self.become(replace(self.state, finder=finder.moved(steps[key])))
        elif (edited := finder.typed.keyed(key)) is not None:
            self.become(replace(self.state, finder=finder.typing(edited)))
        elif character is not None:
            typed = finder.typed.typing(character)
            self.become(replace(self.state, finder=finder.typing(typed)))

    def finder_choose(self, finder: Finder) -> None:
        """Do what the entry of the cursor stands for."""
        entry = finder.chosen()
        if entry is None:
            return
        self.become(replace(self.state, finder=None))
        if finder.purpose in (PALETTE, HELP):
            if entry.value in self.keymap.by_name:
                self.pressed = ""
                self.carry_out(self.keymap.by_name[entry.value])
        else:
            self.choose(finder.purpose, entry.value, negated=finder.negated)

    def carry_out(self, command: Command) -> None:
        """Carry out a command, in a pane that knows it."""
        self.go_to_where(command)
        getattr(self, f"do_{command.name}")()

    def choose(self, purpose: str, value: str, *, negated: bool) -> None:
        """Do what a choice of a value was for."""
        chose = getattr(self, f"chose_{purpose}", None)
        if chose is not None:
            chose(value)
        elif purpose == LINK:
            self.go_to_event(value)
        else:
            self.toggle(purpose, value, negated=negated)

    # Layers and leaving

    def do_close(self) -> None:
        """Give up what is being done, close the top layer or end the search."""
        if self.give_up_job():
            return
        state = self.state
        closed = self.unsought(state) or state.without_layer()
        if closed is not None:
            self.become(closed)
        elif state.search is not None:
            self.become(state.unsearched())
        elif self.setup.pick:
            self.leave(INTERRUPTED)

    def do_quit(self) -> None:
        """Close the top layer, or leave."""
        closed = self.state.without_layer()
        if closed is not None:
            self.become(closed)
        else:
            self.do_leave()

    def do_leave(self) -> None:
        """Leave."""
        self.leave(INTERRUPTED if self.setup.pick else 0)

    def do_interrupt(self) -> None:
        """Leave at once."""
        self.leave(INTERRUPTED)

    def do_suspend(self) -> None:
        """Go back to the shell."""
        self.app.action_suspend_process()

    def leave(self, code: int, chosen: Iterable[str] = ()) -> None:
        """End the explorer with an exit code and the events chosen."""
        if self.job is not None:
            told = Text(safe(f"kgtl: gave up {self.job.words}"))
            self.app.exit(ExploreResult(code=code, chosen=tuple(chosen)), code, told)
            return
        self.app.exit(ExploreResult(code=code, chosen=tuple(chosen)), code)


def _explanations() -> list[Entry]:
    """Return what the help tells beside the keys: signs, letters, query fields."""
    entries = [Entry("", "Signs of the list")]
    entries += [Entry("sign", sign, meaning) for sign, meaning in SIGNS]
    letters = ", ".join(f"{letter} {kind}" for kind, letter in KIND_LETTERS.items())
    entries.append(Entry("sign", "E S P F A", letters))
    entries.append(Entry("", "Query"))
    entries += [
        Entry("field", f"{field}:" if field != "word" else "word", meaning)
        for field, meaning in FIELDS.items()
    ]
    entries.append(Entry("field", "-…", "excludes: -kind:statement, -vote"))
    entries.append(Entry("field", "a,b", "either: actor:putin,japarov"))
    entries.append(Entry("", "Mouse"))
    entries.append(
        Entry("mouse", "press", "a row, a value or a bar of the strip; twice opens")
    )
    entries += [
        Entry("mouse", "point", "at the strip: how many events, or why none"),
        Entry("mouse", "drag", "along the strip: show only that stretch of time"),
        Entry("mouse", "press ×", "drop that term of the query"),
    ]
    entries.append(
        Entry("mouse", "Shift+drag", "selects text as usual in most terminals")
    )
    return entries
