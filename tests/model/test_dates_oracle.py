"""Dates against edtf.js, an implementation by other people.

Strings are drawn at random from a wide grammar, right and wrong ones. Both must accept
the same ones with the same bounds, save for `QUIRKS`: each of them names the strings
that it excuses, why, and one string on which the two really differ.
"""

import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_tui.errors import DateError
from timeline_tui.model.dates import EdtfDate, parse

Bounds = tuple[str, str] | None

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NODE = shutil.which("node")
MISSING = not (NODE and (ROOT / "node_modules" / "edtf").is_dir())
pytestmark = pytest.mark.skipif(
    MISSING,
    reason=(
        "DATES ARE NOT COMPARED WITH edtf.js: install Node.js and run "
        "`npm install --no-package-lock` at the root of the checkout"
    ),
)

HOW_MANY = 8000
MONTH = "^[?~%]?[0-9X]{4}[?~%]?-[?~%]?"  # what stands before a month
GROUP = f"{MONTH}(?:2[1-4]|3[3-9]|4[01])[?~%]?$"
PIECE = re.compile("[0-9X?~%-]+")


def _any(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda text: any(found.search(piece) for piece in PIECE.findall(text))


def _leap_day(text: str) -> bool:
    # Day 29 of a masked or an unmasked year that has no 29 February.
    for year in re.findall("([0-9X]{4})-02-29", re.sub("[?~%]", "", text)):
        if "X" in year or not _accepts(f"{year}-02-29"):
            return True
    return False


def _open_inside(text: str) -> bool:
    members = text[1:-1].split(",")
    before = any(member.startswith("..") for member in members[1:])
    return before or any(member.endswith("..") for member in members[:-1])


def _mixed_range(text: str) -> bool:
    for member in text[1:-1].split(","):
        left, dots, right = member.partition("..")
        if left and dots and right:
            marked = re.search("[X?~%]", member) is not None
            if marked or len(left) != len(right):
                return True
    return False


def _backwards(text: str) -> bool:
    for member in text[1:-1].split(","):
        left, dots, right = member.partition("..")
        if dots and _accepts(left) and _accepts(right) and not _accepts(f"[{member}]"):
            return True
    return False


def _unsorted(text: str) -> bool:
    if text[0] not in "[{" or not _accepts(text):
        return False
    members = [parse(f"[{member}]") for member in text[1:-1].split(",")]
    first, last = members[0], members[-1]
    ranged = ".." in last.text and not last.open_end and not last.open_start
    return (
        ranged
        or first.first != min(member.first for member in members)
        or last.last != max(member.last for member in members)
    )


def _overlap(text: str) -> bool:
    start, slash, end = text.partition("/")
    if not slash or not _accepts(start) or not _accepts(end):
        return False
    a, b = parse(start), parse(end)
    return b.first <= a.first <= b.last


def _levels(text: str) -> bool:
    # A qualified year, which is level 1 only, beside a side of level 2.
    sides = text.split("/")
    whole = [re.fullmatch("[0-9]{4}[?~%]", side) is not None for side in sides]
    level_2 = [re.search("^[?~%]|[?~%][0-9-]|X", side) is not None for side in sides]
    return any(whole) and any(level_2)


def _mixed_interval(text: str) -> bool:
    sides = [re.search(GROUP, side) is not None for side in text.split("/")]
    return any(sides) and not all(sides)


# Strings that one of the two refuses, and rightly by its own lights.
ACCEPTANCE: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("0000", "our years are 0001–9999", _any("0000|000X")),
    ("XXXX", "our years have at most two X", _any("^[?~%]?[0-9X]XXX")),
    ("202X~", "edtf.js qualifies no masks", _any("X.*[?~%]|[?~%].*X")),
    ("~2022?-09", "edtf.js takes two qualifiers", _any("[?~%][0-9X]+[?~%]")),
    ("2021-02-29", "edtf.js takes it as 1 March", _leap_day),
    ("../..", "edtf.js takes two open ends", lambda t: not t.strip("/.")),
    ("9999-24", "edtf.js ends the winter in December", _any("^.?9999.?-.?24")),
    ("~2022/2023?", "edtf.js mixes no levels in intervals", _levels),
    ("1308-X0", "edtf.js takes X0 as January to November", _any(f"{MONTH}X0")),
    ("2022-X5", "edtf.js knows X0, X1 and X2 only", _any(f"{MONTH}X[3-9]")),
    ("2022-04-3X", "edtf.js knows 3X in months of 31 days only", _any("-3X$")),
    ("[2022-35]", "edtf.js takes only dates in sets", lambda t: _in_set(t, GROUP)),
    (
        "[2022%]",
        "edtf.js takes no qualified year in sets",
        lambda t: _in_set(t, "^[0-9]{4}[?~%]$"),
    ),
    ("[2022,2023..,2024]", "edtf.js has .. at the ends only", _open_inside),
    ("[2022..2023-02]", "edtf.js has ranges of one precision, unmarked", _mixed_range),
    ("2022-21/2023-01", "edtf.js: no season to a date", _mixed_interval),
    (
        "2022-25",
        "edtf.js takes the seasons of a hemisphere",
        _any(f"{MONTH}(?:2[5-9]|3[0-2])[?~%]?$"),
    ),
    ("[2023..2022]", "edtf.js takes a range that runs backwards", _backwards),
    ("2022-05/2022", "edtf.js wants starts in order; ours, no end before", _overlap),
)
# Strings that both accept, but whose bounds edtf.js gets wrong or does not define.
BOUNDS: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    (
        "2022-21",
        "edtf.js has seasons from January; ours are March …",
        _any(f"{MONTH}2[1-4]"),
    ),
    ("2022-37", "edtf.js: to May, May to September", _any(f"{MONTH}3[78]")),
    ("2022-09-X0", "edtf.js takes X0 as 1 to 31", _any("-X0$")),
    (
        "2022-0X-31",
        "edtf.js has 31 September as 1 October",
        _any("-(?:X[0-9X]|[0-9]X)-(?:29|3[01])$"),
    ),
    ("[2023,2022]", "edtf.js takes the first and last as written", _unsorted),
)


def _in_set(text: str, pattern: str) -> bool:
    return text[:1] in "[{" and _any(pattern)(text)


def _accepts(text: str) -> bool:
    return _ours(text) is not None


def _ours(text: str) -> Bounds:
    try:
        date = parse(text)
    except DateError:
        return None
    return _start(date), _end(date)


def _start(date: EdtfDate) -> str:
    if date.open_start:
        return "unknown" if date.unknown_start else "open"
    return date.first.isoformat()


def _end(date: EdtfDate) -> str:
    if date.open_end:
        return "unknown" if date.unknown_end else "open"
    return date.last.isoformat()


def _theirs(texts: list[str]) -> list[Bounds]:
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(HERE / "edtf_oracle.mjs")],
        input="".join(f"{json.dumps(text)}\n" for text in texts),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [answer and (answer[0], answer[1]) for answer in answers]


class Draw:
    """Draws strings that look like EDTF, about half of them right."""

    YEARS = ("2022", "2020", "1900", "2000", "1999", "0001", "9999", "202X", "20XX")
    MONTHS = (*(f"{n:02}" for n in range(43)), "0X", "1X", "XX", "X1", "X2", "X0", "2X")
    DAYS = (*(f"{n:02}" for n in range(33)), "0X", "1X", "2X", "3X", "XX", "X1", "X9")

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)  # noqa: S311 - test data

    def mark(self) -> str:
        return self.pick.choice("?~%") if self.pick.random() < 0.05 else ""

    def part(self, choices: tuple[str, ...]) -> str:
        return f"{self.mark()}{self.pick.choice(choices)}{self.mark()}"

    def date(self) -> str:
        plain = self.pick.random() < 0.7
        text = self.part(self.YEARS[:7] if plain else self.YEARS)
        if self.pick.random() < 0.75:
            text += "-" + self.part(self.MONTHS[:14] if plain else self.MONTHS)
            if self.pick.random() < 0.6:
                text += "-" + self.part(self.DAYS[:33] if plain else self.DAYS)
        return text

    def member(self) -> str:
        forms = ("{}", "{}", "{}", "{}", "{}..{}", "{}..", "..{}")
        return self.pick.choice(forms).format(self.date(), self.date())

    def text(self) -> str:
        kind = self.pick.random()
        if kind < 0.5:
            return self.date()
        if kind < 0.75:
            sides = [self.date(), self.date(), "..", ""]
            return (
                f"{self.pick.choice(sides)}/{self.pick.choice(sides[1:] + sides[:1])}"
            )
        members = ",".join(self.member() for _ in range(self.pick.randint(1, 3)))
        return f"[{members}]" if kind < 0.9 else f"{{{members}}}"


def test_edtf_js_agrees_on_random_strings() -> None:
    draw = Draw(seed=20221122)
    texts = [text for text in (draw.text() for _ in range(HOW_MANY)) if text]
    compared = accepted = 0
    differences = []
    for text, theirs in zip(texts, _theirs(texts), strict=True):
        if any(excuses(text) for _, _, excuses in ACCEPTANCE):
            continue
        ours = _ours(text)
        compared += 1
        accepted += ours is not None
        if any(excuses(text) for _, _, excuses in BOUNDS):
            same = (ours is None) == (theirs is None)
        else:
            same = ours == theirs
        if not same:
            differences.append((text, ours, theirs))
    assert differences == []
    assert compared > HOW_MANY // 2
    assert accepted > HOW_MANY // 4


def test_edtf_js_agrees_on_every_day_and_month_of_a_leap_and_a_common_year() -> None:
    texts = [
        f"{year}-{month:02}{day}"
        for year in (1900, 2000, 2023, 2024)
        for month in range(1, 13)
        for day in ("", *(f"-{n:02}" for n in range(33)))
    ]
    for text, theirs in zip(texts, _theirs(texts), strict=True):
        if not _leap_day(text):
            assert _ours(text) == theirs, text


@pytest.mark.parametrize(("text", "why"), [quirk[:2] for quirk in ACCEPTANCE + BOUNDS])
def test_each_excuse_is_still_needed(text: str, why: str) -> None:
    assert _ours(text) != _theirs([text])[0], why


@pytest.mark.parametrize("quirk", ACCEPTANCE + BOUNDS, ids=lambda quirk: str(quirk[0]))
def test_each_excuse_covers_its_example_and_no_ordinary_date(
    quirk: tuple[str, str, Callable[[str], bool]],
) -> None:
    text, _, excuses = quirk
    assert excuses(text)
    ordinary = ("2022", "2022-09", "2022-09-14", "2022-09~", "2020/..", "[2022,2023]")
    assert not any(excuses(text) for text in ordinary)
