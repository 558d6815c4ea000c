"""The lines at the bottom: what is typed there, what is told, what is done, or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.render.cells import cell_width, cut, shown, wrap
from timeline_tui.render.frame import foot_line, foot_lines
from timeline_tui.render.lines import fit
from timeline_tui.tui.commands import MENU, key_word
from timeline_tui.tui.screens.bars import typed_line
from timeline_tui.tui.state import QUERY, SEARCH
from timeline_tui.tui.state.prompt import LEADS

if TYPE_CHECKING:
    from timeline_tui.render.lines import Line
    from timeline_tui.tui.commands.keymap import Keymap
    from timeline_tui.tui.screens.job import Job
    from timeline_tui.tui.state import Browse, Prompt
    from timeline_tui.tui.state.finder import Finder

TALLEST = 4
"""A notice takes at most so many lines."""
_NOTES = 3
"""What an entry of a list over the screen means takes at most so many lines."""
_WORDS_FROM = 60


class Found(NamedTuple):
    """A search: what was typed, which hit one is at (0: none), of how many."""

    text: str
    number: int
    hits: int
    folded: int = 0


def found_in(state: Browse) -> Found | None:
    """Return what is searched for where the keys go; None for nothing."""
    if state.layers:
        sought = state.layers[-1].sought
        if sought is None:
            return None
        return Found(sought.text, sought.at + 1, len(sought.hits))
    if state.search is None:
        return None
    return Found(state.search.text, *state.hit_number, state.search.folded)


def notice_of(state: Browse, width: int, height: int) -> list[str]:
    """Return the lines of a notice that needs more than the bottom line has for it.

    That is what is told, or what is wrong with the line being typed; nothing where the
    bottom line itself can tell it.
    """
    prompt = state.prompt
    if state.finder is not None:
        return []
    if prompt is None:
        words, room = state.told, width - 2
    elif prompt.purpose == QUERY:
        return []
    else:
        words = shown(prompt.reason)
        typed = f" {LEADS[prompt.purpose]} {prompt.typed.text} "
        room = width - 2 - cell_width(typed)
    if not words or cell_width(words) <= room:
        return []
    most = max(min(TALLEST, height // 3), 1)
    lines = wrap(words, max(width - 2, 1))
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width - 2)]
    return lines


def foot_height(state: Browse, width: int, height: int, keymap: Keymap) -> int:
    """Return how many lines the foot takes."""
    if state.menu:
        return len(foot_lines(view_pairs(keymap), width))
    if state.finder is not None:
        longest = max([cell_width(e.note) for e in state.finder.listed()], default=0)
        return min(1 + longest // max(width - 2, 1), _NOTES)
    typed = int(state.prompt is not None)
    return max(len(notice_of(state, width, height)) + typed, 1)


class Foot:
    """Draws the foot."""

    def __init__(
        self, keymap: Keymap, hints: list[tuple[str, str]], *, pick: bool = False
    ) -> None:
        """Take the keys, what they do where they go, and whether events are picked."""
        self._keymap = keymap
        self._hints = hints
        self._pick = pick

    def lines(
        self, state: Browse, size: tuple[int, int], job: Job | None, told: str
    ) -> list[Line]:
        """Return the lines of the foot.

        Args:
            state: What is shown.
            size: The columns and rows of the terminal.
            job: What is being done in the background.
            told: What a search has found outside the title.
        """
        width, height = size
        if state.menu:
            return foot_lines(view_pairs(self._keymap), width)
        if state.finder is not None:
            tall = foot_height(state, width, height, self._keymap)
            return _finder_foot(state.finder, width, tall)
        notice = notice_of(state, width, height)
        role = "text" if state.prompt is None else "warning"
        above = [fit(((" ", "space"), (line, role)), width) for line in notice]
        if above and state.prompt is None:
            return above
        return [*above, self._line(state, width, job, told)]

    def _line(self, state: Browse, width: int, job: Job | None, told: str) -> Line:
        prompt, found = state.prompt, found_in(state)
        if prompt is not None and prompt.purpose == QUERY:  # typed at the top
            return foot_line(PICK_KEYS if self._pick else prompt_keys(prompt), width)
        if prompt is not None:
            return _prompt_foot(prompt, found, width)
        if state.told:
            return fit(((" ", "space"), (state.told, "text")), width)
        if job is not None:
            return self._busy(job, width)
        return self._found(found, told, width)

    def _busy(self, job: Job, width: int) -> Line:
        """Return how far something is that is being done, and how to give it up."""
        far = _far(job, width)
        key = self._keymap.key_of("close")
        ends = f"  {key} gives it up"
        room = width - cell_width(far + ends) - 2
        return fit(
            (
                (" ", "space"),
                (cut(shown(job.words), max(room, 1)), "text"),
                (far, "count"),
                ("  ", "space"),
                (key, "key"),
                (" gives it up", "hint"),
            ),
            width,
        )

    def _found(self, found: Found | None, told: str, width: int) -> Line:
        """Return what is searched for and the keys for it; else those of the pane."""
        if found is None:
            return foot_line(self._hints, width)
        number, count = found.number, found.hits
        where = f"{number} of {count:,}" if number else f"{count:,} found"
        where += f" · {found.folded:,} may fall here" if found.folded else ""
        spans = [(" /", "key"), (shown(found.text), "query")]
        spans += [("  ", "space"), (where if count else "nothing found", "count")]
        if told:
            spans += [("  ", "space"), (told, "text")]
        used = sum([cell_width(text) for text, _ in spans])
        pairs = [
            (self._keymap.key_of(name), words)
            for name, words in (
                ("next_hit", "next"),
                ("previous_hit", "previous"),
                ("close", "end"),
            )
        ]
        room = 1 + sum([cell_width(key + words) + 3 for key, words in pairs])
        if width - used > room:
            keys = foot_line(pairs, room)
            spans += [(" " * (width - used - room), "space"), *keys]
        return fit(tuple(spans), width)


def _far(job: Job, width: int) -> str:
    """Return how far something is, as soon as that is known."""
    if not job.done:
        return ""
    if not job.total:
        return f": {job.done:,} events"
    if width < _WORDS_FROM:
        return f": {100 * job.done // job.total} %"
    return f": {job.done:,} of {job.total:,}"


def view_pairs(keymap: Keymap) -> list[tuple[str, str]]:
    """Return the keys of the question which view to show, and what they show."""
    asked = [c for c in keymap.commands if c.panes == (MENU,) and c.keys]
    pairs = [(key_word(command.keys[0]), command.label) for command in asked]
    close = keymap.by_name["close"].keys
    stay = [(key_word(close[0]), "stay")] if close else []
    return [("view:", "which one?"), *pairs, *stay]


def key_at(line: Line, x: int) -> str:
    """Return the key that a line of the foot tells of in a cell; nothing elsewhere."""
    key, stop = "", 0
    for text, role in line:
        if role == "key":
            key = text.strip()
        elif role != "hint" and text != " ":
            key = ""
        stop += cell_width(text)
        if x < stop:
            return key
    return ""


PICK_KEYS = [
    ("Tab", "pick"),
    ("Enter", "take"),
    ("↓", "go through the list"),
    ("Esc", "leave"),
]
"""What the keys do while one types to pick."""


def prompt_keys(prompt: Prompt) -> list[tuple[str, str]]:
    """Return what the keys do while a query is typed."""
    earlier, gives_up = ("↑", "earlier queries"), ("Esc", "give up")
    if prompt.completion is not None:
        pairs = [("Tab", "complete"), ("↓", "choose"), ("Enter", "keep")]
        return [*pairs, earlier, gives_up]
    return [("Enter", "keep"), earlier, ("↓", "go through the list"), gives_up]


def _finder_foot(finder: Finder, width: int, tall: int) -> list[Line]:
    """Return the note of the entry chosen in so many lines, or what the keys do."""
    entry = finder.chosen()
    lines = [foot_line([("Enter", "choose"), ("Esc", "give up")], width)]
    if entry is not None and entry.note:
        words = wrap(shown(entry.note), max(width - 2, 1))
        words = [*words[: tall - 1], " ".join(words[tall - 1 :])]
        lines = [fit(((" ", "space"), (each, "text")), width) for each in words]
    return lines[:tall] + [()] * (tall - len(lines))


def _prompt_foot(prompt: Prompt, found: Found | None, width: int) -> Line:
    """Return the line being typed, with what is wrong with it or what it finds."""
    told, role = "", "count"
    if prompt.reason:
        told, role = f" {shown(prompt.reason)} ", "warning"
        typed = f" {LEADS[prompt.purpose]} {prompt.typed.text} "
        if cell_width(typed + told) > width:  # it stands above
            told = ""
    elif prompt.purpose == SEARCH and found is not None:
        told = f" {found.number} of {found.hits:,} "
        told = told if found.hits else " nothing found "
    room = max(width - cell_width(told), 1)
    line = typed_line(LEADS[prompt.purpose], prompt.typed, room)
    return fit((*line, (told, role)), width)
