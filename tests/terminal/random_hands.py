"""Hands that type at random, as a terminal sends it: keys, mouse, pastes, rubbish.

No stroke holds a slash, so that no file is written outside the folder they work in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from terminal.modern_terminal import CELL
from timeline_tui.tui.commands import COMMANDS

LEAVING = ("leave", "interrupt", "suspend", "quit")
"""The commands that are seldom asked for, since they end or stop the program."""
_FINALS = {"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H"}
_SEQUENCES = {
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "insert": "\x1b[2~",
    **{f"f{n}": f"\x1bO{chr(79 + n)}" for n in range(1, 5)},
    **{f"f{n}": f"\x1b[{n + 10}~" for n in range(5, 6)},
    **{f"f{n}": f"\x1b[{n + 11}~" for n in range(6, 11)},
}
_CODES = {"enter": 13, "escape": 27, "tab": 9, "backspace": 127, "space": 32}
_WRITING = "abcdefijkmnoprstuvxyz0123456789:,.-\"'(~*#өЖапаровкыргыз 中é"
_KEYS = sorted(
    {key for c in COMMANDS if c.name not in LEAVING for key in c.keys} - {"/"}
    | {"delete", "insert", "ctrl+w", "ctrl+k", "ctrl+a", "ctrl+e", "ctrl+t", "f10"}
)
_SHARES = {
    "key": 52,
    "escape": 16,
    "text": 6,
    "gesture": 10,
    "mouse": 10,
    "paste": 3,
    "rubbish": 3,
}
"""How many of a hundred are of which kind; a kind that has no other name is a key."""
_GESTURES: tuple[tuple[str, ...], ...] = (
    *(("v", view) for view in "tlmf"),
    ("c",),
    ("c", "d"),
    ("c", "tab", "shift+tab", "l", "h"),
    ("d", "n", "enter"),
    ("v", "m", ">", "<", "<"),
    ("c", "q"),
    ("?", "q"),
    ("f", "q"),
    ("d", "f3", *"the", "enter", "n"),
    ("f", "f3", *"pu", "enter", "space"),
    ("&", *"actor:pu", "tab", "enter"),
    ("&", *"on:2022 -kind:figure", "enter"),
    ("&", *"kind:nothing", "escape"),
    ("&", *"trade OR (", "up", "down"),
    ("f3", *"border", "enter", "n", "N"),
    ("f3", "up", "down"),
    ("?", *"filt", "enter"),
    ("ctrl+p", *"gap", "enter"),
    ("ctrl+p", *"lanes", "enter"),
    ("ctrl+p", *"leave", "enter"),
    ("ctrl+z",),
    ("w", *"a.csv", "enter", "enter"),
    ("w", *"md:b", "enter"),
    ("|", *"cat", "enter"),
    ("|", *"!cat", "enter"),
    ("ctrl+s", *"mine", "enter"),
    ("V", "enter"),
    ("V", "x", "delete"),
    ("M", *"a note", "enter"),
    (".", *"Q3 2022", "enter"),
    (".", *"0000", "enter"),
    ("e", "enter", "enter"),
    ("ctrl+y", "down", "enter", "y"),
    ("X", "enter"),
    ("z", "z", "z", ">", "Z"),
)
_RUBBISH = (
    b"\x1b",
    b"\x1b\x1b",
    b"\x1b[",
    b"\x1bO",
    b"\x1b]11;rgb:ff",
    b"\x1b]11;rgb:0000+0000+0000\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b[?62;22c",
    b"\x1b[3;7R",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[201~",
    b"\x1b[M !!",
    b"\x1b[<0;0;0M",
    b"\x1b[<35;-4;-9M",
    b"\x1b[<0;99999;99999M",
    b"\x1b[<64;1",
    b"\x1b[99999999999u",
    b"\x1b[1114112;5u",
    b"\x1b[55296u",
    b"\x1b[0;1;8238u",
    b"\x1b[97;3:3u",
    b"\x1b[;;u",
    b"\x1b[48;5;9;0;0t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[99;99;99;99;99~",
    b"\x00\x00",
    b"\x1d\x1e\x1f",
    b"\xff\xfe\xc3",
    b"\xf0\x9f",
    "\u202e\u0085\u200d\ud7ff".encode(),
)
_PASTED = (
    "actor:putin on:2022",
    "two\nlines\r\nand a \ttab",
    "\x1b[31mred\x07\x00",
    "中文\u202eשלום\U0001f469\u200d\U0001f52ce\u0301",
    '"unfinished (',
    "",
    "x" * 3000,
)


class RandomHands:
    """Types without end, the same for the same seed.

    Attributes:
        chance: What every choice is made with.
    """

    def __init__(self, seed: int, *, modern: bool) -> None:
        """Take a seed, and whether keys are sometimes told as numbers."""
        self.chance = random.Random(seed)  # noqa: S311  keys, no secrets
        self._modern = modern

    def strokes(
        self, count: int, size: tuple[int, int], *, pixels: bool
    ) -> Iterator[bytes]:
        """Yield about `count` strokes on a screen of some columns and rows."""
        made = 0
        while made < count:
            some = list(self._some(size, pixels=pixels))
            yield from some
            made += len(some)

    def _some(self, size: tuple[int, int], *, pixels: bool) -> Iterator[bytes]:
        chance = self.chance
        (kind,) = chance.choices(tuple(_SHARES), weights=tuple(_SHARES.values()))
        if kind == "mouse":
            yield from self._mouse(size, pixels=pixels)
        elif kind == "paste":
            yield f"\x1b[200~{chance.choice(_PASTED)}\x1b[201~".encode()
        elif kind == "rubbish":
            yield chance.choice(_RUBBISH)
        else:
            for key in self._keys(kind):
                numbered = self._modern and chance.random() < 0.5
                yield sent(key, numbered=numbered).encode()

    def _keys(self, kind: str) -> Sequence[str]:
        chance = self.chance
        if kind == "text":
            return chance.choices(_WRITING, k=chance.randint(1, 8))
        if kind == "gesture":
            return chance.choice(_GESTURES)
        return (chance.choice(_KEYS) if kind == "key" else kind,)

    def _mouse(self, size: tuple[int, int], *, pixels: bool) -> Iterator[bytes]:
        chance = self.chance
        shift = chance.choice((0, 0, 0, 4, 8, 16))
        scale = CELL if pixels else (1, 1)
        begin, end = (
            tuple(
                chance.randint(1, (most + 1) * by)
                for most, by in zip(size, scale, strict=True)
            )
            for _ in range(2)
        )
        kind = chance.random()
        if kind < 0.4:
            told = [(0, begin, "M"), (0, begin, "m")]
            told *= chance.choice((1, 2))
        elif kind < 0.6:
            told = [(0, begin, "M"), (32, end, "M"), (0, end, "m")]
        elif kind < 0.8:
            told = [(chance.choice((64, 65, 66, 67)), begin, "M")]
        else:
            told = [(35, begin, "M"), (chance.choice((1, 2, 35, 128)), end, "M")]
        for button, (x, y), letter in told:
            yield f"\x1b[<{button + shift};{x};{y}{letter}".encode()


def sent(key: str, *, numbered: bool) -> str:
    """Return what a terminal sends for a key, as newer ones do where `numbered`."""
    *modifiers, stem = key.split("+") if len(key) > 1 else (key,)
    pressed = 1 + ("shift" in modifiers) + 4 * ("ctrl" in modifiers)
    told = f";{pressed}" if pressed > 1 else ""
    if stem in _FINALS:
        return f"\x1b[{'1' + told if told else ''}{_FINALS[stem]}"
    if stem in _SEQUENCES:
        return _SEQUENCES[stem]
    if numbered:
        return f"\x1b[{_numbers(stem, told)}u"
    if key == "shift+tab":
        return "\x1b[Z"
    if stem in _CODES:
        return chr(_CODES[stem])
    return chr(ord(stem) & 31) if modifiers else stem


def _numbers(stem: str, told: str) -> str:
    """Return the numbers that tell a key: which it is, what is held, what it types."""
    if stem in _CODES and stem != "space":
        return f"{_CODES[stem]}{told}"
    character = " " if stem == "space" else stem
    if told:
        return f"{ord(character)}{told}"
    shift = "2" if character.isupper() else ""
    return f"{ord(character.lower())};{shift};{ord(character)}"
