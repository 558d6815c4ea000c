"""Ids made of words, and the names that one id stands for."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 60
"""How many characters of an id are made of words."""
_ALIKE = 0.85
_MOST_COMPARED = 300  # names; each is compared with each
_SHORTEST_ALIKE = 5  # characters; shorter names are alike too easily
_WORDS_OF_A_PERSON = 3  # a longer name is an office's or a body's
_PARTS = re.compile("[a-z0-9]+").findall
_WORDS = re.compile(r"\w+").findall


def slug(text: str) -> str:
    """Make an id of the first words of a text; empty where none is in Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    found = ""
    for word in _PARTS(plain.lower().replace("'", "")):
        longer = f"{found}-{word}" if found else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        found = longer
    return found


def bare(name: str) -> str:
    """Give what is left of a name without case, accents and signs."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(_WORDS(letters)) or name.strip()


class Ids:
    """Ids that are all different."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def fresh(self, start: str) -> str:
        """Give `start`, or `start` and the first number that is not taken."""
        name, number = start, self._next.get(start, 2)
        while name in self._taken:
            name, number = f"{start}-{number}", number + 1
        self._next[start] = number
        self._taken.add(name)
        return name

    def free(self, name: str) -> bool:
        """Tell whether an id is not taken."""
        return name not in self._taken


class Register:
    """The actors, or the themes, of a file: one id for names that differ in signs."""

    def __init__(self, kind: str) -> None:
        """Take what they are, which also is the id of one without Latin letters."""
        self._kind = kind
        self._ids = Ids()
        self._by_name: dict[str, str] = {}
        self._by_bare: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        self._lines: dict[str, int] = {}

    def id_of(self, name: str, line: int) -> tuple[str, str]:
        """Give the id of a name, and a warning where it is a second name of one."""
        if name in self._by_name:
            return self._by_name[name], ""
        key = bare(name)
        if key not in self._by_bare:
            made = self._ids.fresh(slug(name) or self._kind)
            self._by_name[name] = self._by_bare[key] = made
            self.names[made] = [name]
            self._lines[made] = line
            return made, ""
        found = self._by_name[name] = self._by_bare[key]
        names = self.names[found]
        names.append(name)
        return found, f"{name!r} is taken for the {self._kind} {names[0]!r}"

    def doubtful(self) -> Iterator[tuple[int, str]]:
        """Give pairs of names that may be of one; they are left apart."""
        known = [(made, bare(names[0])) for made, names in self.names.items()]
        known = known[:_MOST_COMPARED]
        for place, (made, name) in enumerate(known):
            for other, earlier in known[:place]:
                if _may_be_one(name, earlier):
                    one, two = self.names[made][0], self.names[other][0]
                    what = f"{one!r} and {two!r} may be one {self._kind}"
                    yield self._lines[made], f"{what}; they were left apart"


def _may_be_one(one: str, two: str) -> bool:
    if sorted(one.split()) == sorted(two.split()) or _shortened(one, two):
        return True
    if min(len(one), len(two)) < _SHORTEST_ALIKE or _WORDS(one)[:1] == []:
        return False
    digits = [[c for c in text if c.isdigit()] for text in (one, two)]
    if digits[0] != digits[1]:
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _shortened(one: str, two: str) -> bool:
    """Whether one is the other's last name, alone or behind initials."""
    short, full = sorted(
        (one.split(), two.split()), key=lambda name: len("".join(name))
    )
    if not short or short[-1] != full[-1] or len(full) > _WORDS_OF_A_PERSON:
        return False
    first = full[:-1]
    initials = [len(word) == 1 for word in short[:-1]]
    return bool(first) and all(initials) and _begin(short[:-1], first)


def _begin(initials: list[str], first: list[str]) -> bool:
    """Whether first names begin so, as far as both are given."""
    pairs = zip(initials, first, strict=False)
    return all(name.startswith(letter) for letter, name in pairs)
