"""Which events hold a word, a phrase, or a name.

What was built of the full text is made of folded words, and so is what is looked for:
nothing that a person types reaches the MATCH language of SQLite as it stands. The
starts of words that many events hold have bitmaps, for those alone would be slow.
"""

from __future__ import annotations

from pyroaring import BitMap

from timeline_tui.query.fold import joined, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.library.storage import Storage

NAMED = ("actor", "theme", "place")
"""The fields whose names and aliases are found by a word; an actor also speaks."""
_KEPT = 64
_LAST = "\U0010ffff"


class Words:
    """The full text of an index."""

    __slots__ = ("_kept", "_named", "_storage")

    def __init__(self, storage: Storage, named: Callable[[str, str], BitMap]) -> None:
        """Read from an open index; `named` gives the rows of a field's value."""
        self._storage = storage
        self._named = named
        self._kept: dict[tuple[str, str], BitMap] = {}

    def rows(self, field: str, value: str) -> BitMap:
        """Give the rows that a `word`, `phrase` or `text` term finds; not to change."""
        key = (field, value)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            find = self._phrase if field == "phrase" else self._start
            found = find(value)
            if field != "text":
                found = found | self._names(value, whole=field == "phrase")
            self._kept[key] = found
        return found

    def _start(self, value: str) -> BitMap:
        """Give the rows with words in a row, the last of which may go on."""
        words = tokens(value)
        if len(words) == 1:
            return self._prefix(words[0])
        found = self._match(f'text : "{" ".join(words)}" *') if words else BitMap()
        together = "".join(words)
        return found | self._prefix(together) if together in joined(value) else found

    def _phrase(self, value: str) -> BitMap:
        """Give the rows with these words in a row, each in full."""
        words = tokens(value)
        return self._match(f'text : "{" ".join(words)}"') if words else BitMap()

    def _prefix(self, start: str) -> BitMap:
        """Give the rows with a word that begins so.

        The first prefix in order that begins with `start` holds them all, if any has a
        bitmap; see `vocabulary`.
        """
        found = self._storage.ask(
            "SELECT blob FROM prefix WHERE prefix >= ? AND prefix < ?"
            " ORDER BY prefix LIMIT 1",
            (start, start + _LAST),
        )
        return (
            self._storage.bitmap(found[0][0]) if found else self._match(f'"{start}" *')
        )

    def _match(self, expression: str) -> BitMap:
        found = self._storage.ask(
            "SELECT rowid FROM words WHERE words MATCH ?", (expression,)
        )
        return BitMap([row for (row,) in found])

    def _names(self, value: str, *, whole: bool) -> BitMap:
        """Give the rows of those whose name or alias holds these words in a row."""
        words = tokens(value)
        if not words:
            return BitMap()
        needles = [f" {' '.join(words)}"]
        together = "".join(words)
        if len(words) > 1 and not whole and together in joined(value):
            needles.append(f" {together}")
        found = BitMap()
        for needle in needles:
            end = " " if whole else ""
            for field, name in self._storage.ask(
                "SELECT DISTINCT field, value FROM name"
                " WHERE searched AND instr(' ' || key || ' ', ?)",
                (needle + end,),
            ):
                found |= self._named(field, name)
                if field == "actor":
                    found |= self._named("by", name)
        return found
