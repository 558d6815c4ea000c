"""Tells what became of a date: whether it is known better or worse, or is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.date_extent import merged
from timeline_tui.model.difference import FLAGGED, MOVED, RESTATED, SHARPER, VAGUER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from timeline_tui.model.dates import EdtfDate

    Days = Sequence[tuple[date, date]]


def date_change(before: EdtfDate, after: EdtfDate) -> tuple[str, str]:
    """Compare two dates that are not the same string.

    Returns:
        What happened, by the days that each may be: sharper, vaguer, moved, flagged or
        restated; and in words which doubts came or went.
    """
    doubts = _doubts(before, after)
    old, new = merged(before.parts), merged(after.parts)
    if old == new:
        return (FLAGGED if doubts else RESTATED), doubts
    if _covers(old, new):
        return SHARPER, doubts
    return (VAGUER if _covers(new, old) else MOVED), doubts


def _covers(outer: Days, inner: Days) -> bool:
    """Tell whether every day of `inner` is one of `outer`."""
    return all(
        any(start <= first and last <= stop for start, stop in outer)
        for first, last in inner
    )


def _doubts(before: EdtfDate, after: EdtfDate) -> str:
    words = []
    for was, now, name in (
        (before.approximate, after.approximate, "approximate"),
        (before.uncertain, after.uncertain, "uncertain"),
    ):
        if was != now:
            words.append(f"now {name}" if now else f"no longer {name}")
    return ", ".join(words)
