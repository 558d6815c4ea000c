"""Compares two versions of an actor, a theme, a source or the head of a store."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline_tui.model.date_change import date_change
from timeline_tui.model.dates import EdtfDate
from timeline_tui.model.difference import (
    CHANGED,
    GAINED,
    LOST,
    REORDERED,
    Difference,
)
from timeline_tui.model.event import Actor, Theme, Timeline
from timeline_tui.model.event_differences import extra_differences
from timeline_tui.model.pairing import pair
from timeline_tui.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_tui.model.source import Paragraph

Record = Actor | Theme | Source | Timeline
"""What a store declares besides events."""
_KINDS = {Actor: "actor", Theme: "theme", Source: "source", Timeline: "timeline"}
_APART = ("id", "paragraphs", "x")


def record_differences(before: Record, after: Record) -> Iterator[Difference]:
    """Give all that differs between two records of one kind and id."""
    kind = _KINDS[type(after)]
    same = Difference(kind, getattr(after, "id", ""), CHANGED)
    for field in fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or field.name in _APART:
            continue
        told = same._replace(key=field.name, before=old, after=new)
        if isinstance(old, EdtfDate) and isinstance(new, EdtfDate):
            change, doubts = date_change(old, new)
            told = told._replace(change=change, note=doubts)
        yield told
    if isinstance(before, Source) and isinstance(after, Source):
        told = same._replace(key="paragraph")
        yield from _paragraphs(told, before.paragraphs, after.paragraphs)
    yield from extra_differences(same, before.x, after.x)


def _paragraphs(
    same: Difference, before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> Iterator[Difference]:
    """Compare paragraphs, which are known by their hash and failing that by number."""
    paired = pair(before, after, _hash, attrgetter("n"))
    for part in paired.lost:
        yield same._replace(change=LOST, before=part)
    for part in paired.gained:
        yield same._replace(change=GAINED, after=part)
    for old, new in paired.pairs:
        if old != new:
            yield same._replace(before=old, after=new)
    if paired.reordered:
        yield same._replace(change=REORDERED)


def _hash(part: Paragraph) -> str | None:
    return part.hash or None
