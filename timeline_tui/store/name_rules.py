"""The rules about names: what stands for one thing stands for no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.text import n1
from timeline_tui.store.values import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.model.event import Actor, Theme
    from timeline_tui.model.source import Source
    from timeline_tui.store.positions import Trail

Found = tuple[str, Problem]
"""The id of the record that has a problem, and the problem; an empty id means the
store."""


def letters(sources: Iterable[Source]) -> Iterator[Found]:
    """Each source has a letter of its own, which stands for it in a list."""
    owners: dict[str, str] = {}
    for source in sources:
        owner = owners.setdefault(source.letter, source.id) if source.letter else ""
        if owner not in {"", source.id}:
            what = f"the letter {source.letter!r} is that of {owner}"
            advice = "give each source another letter"
            yield source.id, Problem(("letter",), what, advice, "letter-taken")


def names(records: Iterable[Actor | Theme]) -> Iterator[Found]:
    """A name or alias finds one actor, or one theme; ids find their own."""
    owners: dict[str, str] = {}
    known = list(records)
    for record in known:
        owners.setdefault(_alike(record.id), record.id)
    for record in known:
        for trail, name in _names(record):
            owner = owners.setdefault(_alike(name), record.id)
            if owner != record.id:
                what = f"{name!r} is a name of {owner} too"
                advice = "leave it to one of them"
                yield record.id, Problem(trail, what, advice, "name-taken")


def _names(record: Actor | Theme) -> Iterator[tuple[Trail, str]]:
    yield ("name",), record.name
    for place, alias in enumerate(record.aliases):
        yield ("aliases", place), alias


def _alike(name: str) -> str:
    return n1(name).casefold()
