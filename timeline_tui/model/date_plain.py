"""Writes an EDTF string as the first column of plain text, made for `grep` and `sort`.

It begins with the first known date and holds no blank. Differences from EDTF:

| EDTF | plain | |
|---|---|---|
| `2022-~09-14` | `2022-09-14~` | qualifiers stand at the end, together |
| `2022-09-XX` | `2022-09` | what is not known is not written |
| `2022-35`, `2022-37`, `2022-41` | `2022-Q3`, `2022-T1`, `2022-H2` | |
| `2022-21` | `2022-spring` | also summer, autumn, winter |
| `2020-10/` | `2020-10/?` | the end is not known; `2020-10/..` goes on |
| `../2014`, `/2014`, `[..2014]` | `2014<` | an open start |
| `[2022-02..2022-12]` | `2022-02..2022-12` | once, some time within |
| `[2022-09,2022-11]` | `2022-09|2022-11` | one of them |
| `{2022-03-22,2022-03-26}` | `2022-03-22+2022-03-26` | all of them |
| `{2022-02..2022-12}` | `2022-02+..+2022-12` | each from the one to the other |
| `{2022..}` | `2022+..` | |
"""

from __future__ import annotations

from timeline_tui.model.date_extent import UNKNOWN
from timeline_tui.model.date_point import Point
from timeline_tui.model.date_syntax import position

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.model.date_syntax import Tree

_MONTHS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "Q1",
    "34": "Q2",
    "35": "Q3",
    "36": "Q4",
    "37": "T1",
    "38": "T2",
    "39": "T3",
    "40": "H1",
    "41": "H2",
}
_MARKS = {(True, False): "~", (False, True): "?", (True, True): "%"}


def tree_plain(tree: Tree) -> str:
    """Write a whole string; ASCII without blanks."""
    if tree.kind == "interval":
        start, end = tree.members[0]
        if isinstance(start, str):
            return f"{_plain(end)}<"
        return f"{_plain(start)}/{_plain(end) or '?'}"
    one = tree.kind != "all-of"
    members = sorted(tree.members, key=position)
    texts = (_range(start, end, one=one) for start, end in members)
    return ("|" if one else "+").join(texts)


def _range(start: Point | str, end: Point | str, *, one: bool) -> str:
    """Write a member of a set, or a single date."""
    if start is end:
        return _plain(start)
    if isinstance(start, str):
        return f"{_plain(end)}<"
    left, right = _plain(start), _plain(end) if isinstance(end, Point) else ""
    if one:
        return f"{left}..{right}"
    return f"{left}+..+{right}" if right else f"{left}+.."


def _plain(side: Point | str) -> str:
    """Write one date, or ".." or "" as they are."""
    if isinstance(side, str):
        return side
    text = side.year
    if side.month not in UNKNOWN or side.day not in UNKNOWN:
        text = f"{text}-{_MONTHS.get(side.month, side.month)}"
    if side.day not in UNKNOWN:
        text = f"{text}-{side.day}"
    return text + _MARKS.get((side.approximate, side.uncertain), "")
