"""A list over the screen that typing narrows: the palette, the help, a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from timeline_tui.model.frozen import dataclass
from timeline_tui.query.fold import fold
from timeline_tui.tui.state.typed import NOTHING, Typed

PALETTE, HELP = "palette", "help"
LINK, CELL, CITING = "link", "cell", "citing"
"""What a finder may be for, besides the choice of a value: that is named for its field,
and what only one screen asks for is named there."""


class Entry(NamedTuple):
    """One line of a finder; a heading has no value."""

    value: str
    label: str
    note: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Finder:
    """A list of entries, the words that narrow it, and the entry of the cursor."""

    purpose: str
    title: str
    entries: tuple[Entry, ...]
    typed: Typed = NOTHING
    at: int = 0
    """The cursor, among the entries that are listed."""
    negated: bool = False
    """Whether the choice is for something to exclude."""
    none: str = "nothing is called that"
    """What it says when no entry is left."""

    def listed(self) -> list[Entry]:
        """Return the entries that hold each word typed, the best first.

        Entries whose label has a word that starts as typed come before those that
        only tell it in their note. Headings are listed only when nothing is typed.
        """
        words = fold(self.typed.text).split()
        raw = self.typed.text.strip()
        if not raw:
            return list(self.entries)
        first: list[Entry] = []
        second: list[Entry] = []
        for entry in self.entries:
            if not entry.value:
                continue
            label = " " + fold(entry.label)
            whole = f"{label} {fold(entry.note)}"
            if raw in entry.keys.split() or (words and _has(label, words)):
                first.append(entry)
            elif words and _has(whole, words):
                second.append(entry)
        return first + second

    def chosen(self) -> Entry | None:
        """Return the entry of the cursor; None on a heading or in an empty list."""
        listed = self.listed()
        if not 0 <= self.at < len(listed) or not listed[self.at].value:
            return None
        return listed[self.at]

    def typing(self, typed: Typed) -> Finder:
        """Return the finder narrowed to other words, on its first entry."""
        return replace(self, typed=typed, at=0).moved(0)

    def moved(self, by: int) -> Finder:
        """Return the finder with the cursor further on, headings passed over."""
        listed = self.listed()
        step = -1 if by < 0 else 1
        at = max(0, min(self.at + by, len(listed) - 1))
        for way in (step, -step):
            there = at
            while 0 <= there < len(listed):
                if listed[there].value:
                    return replace(self, at=there)
                there += way
        return replace(self, at=0)


def _has(text: str, words: list[str]) -> bool:
    return all(f" {word}" in text for word in words)
