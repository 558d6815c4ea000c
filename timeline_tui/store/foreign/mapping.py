"""Which column of a file is which part of an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_tui.errors import UsageError
from timeline_tui.store.values import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIELDS = {
    "date": ("date", "start", "start date", "when", "day"),
    "title": ("title", "headline", "event", "name"),
    "end": ("end", "end date"),
    "summary": ("summary", "description", "text", "details"),
    "actors": ("actors", "actor", "who", "people"),
    "themes": ("themes", "theme", "tags", "topics", "topic", "category", "group"),
    "places": ("places", "place", "where", "location"),
    "source": ("source", "sources", "publisher", "outlet"),
    "url": ("url", "urls", "link", "source url"),
    "kind": ("kind",),
    "importance": ("importance",),
    "id": ("id", "unique id"),
}
"""What a column may be mapped to, with the names that say so by themselves."""
REQUIRED = ("date", "title")
"""What no event can be made without."""
_NAMES_SHOWN = 20
_WORD = re.compile(r"[\W_]+")


def asked(text: str | None) -> dict[str, str]:
    """Read `date=Date,title=Headline`.

    Raises:
        UsageError: it is not of that form, or names what no event has.
    """
    found: dict[str, str] = {}
    for pair in text.split(",") if text else ():
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not (equals and column):
            raise UsageError(
                f"--map cannot be read at {pair!r}: write date=Date,title=Headline"
            )
        if field not in FIELDS:
            advice = nearest(field, FIELDS) or f"it is one of {', '.join(FIELDS)}"
            raise UsageError(f"--map knows no {field!r}: {advice}")
        if field in found:
            raise UsageError(f"--map has {field} twice")
        found[field] = column
    return found


def mapped(
    columns: Iterable[str], asked_for: Mapping[str, str], shown: str
) -> dict[str, str]:
    """Give the column of each field: the one asked for, else one of a telling name.

    Raises:
        UsageError: a column asked for is not there, or date or title has none.
    """
    known = dict.fromkeys(columns)
    has = f"its columns are {_listed(known)}"
    for field, column in asked_for.items():
        if column not in known:
            advice = nearest(column, known) or has
            raise UsageError(f"{shown} has no column {column!r} for {field}: {advice}")
    plain = {_WORD.sub(" ", name.casefold()).strip(): name for name in reversed(known)}
    taken = set(asked_for.values())
    found = dict(asked_for)
    for field, names in FIELDS.items():
        free = [plain[n] for n in names if n in plain and plain[n] not in taken]
        if field not in found and free:
            found[field] = free[0]
            taken.add(free[0])
    missing = [field for field in REQUIRED if field not in found]
    if missing:
        lacks = " and ".join(missing)
        example = ",".join(f"{field}=COLUMN" for field in missing)
        raise UsageError(
            f"{shown} has no column that is called {lacks}: say which with --map"
            f" {example}; {has}"
        )
    return found


def own_keys(columns: Iterable[str]) -> dict[str, str]:
    """Give each column the `x_` key that it is kept under, all different."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for column in columns:
        start = "x_" + (_WORD.sub("_", column.casefold()).strip("_")[:60] or "column")
        start = start.replace("x_x_", "x_", 1)
        numbered = (start if n == 1 else f"{start}_{n}" for n in range(1, 10**6))
        keys[column] = next(key for key in numbered if key not in taken)
        taken.add(keys[column])
    return keys


def _listed(names: Mapping[str, object]) -> str:
    shown = ", ".join(list(names)[:_NAMES_SHOWN]) or "none"
    return f"{shown} …" if len(names) > _NAMES_SHOWN else shown
