"""`kgtl check`: everything that is wrong in a store, where, and what would be right.

What keeps a record from being read is told by the readers. The rules here are about
what records say: each is a generator of problems, with a slug of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.store.citations import citations
from timeline_tui.store.copy_rules import COPY_RULES, Anchors
from timeline_tui.store.event_rules import EVENT_RULES
from timeline_tui.store.name_rules import Found, letters, names
from timeline_tui.store.source_rules import (
    CITE_RULES,
    SOURCE_RULES,
    uncited_paragraphs,
)
from timeline_tui.store.string_rules import Wording, live_characters
from timeline_tui.store.values import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.errors import Fault
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.store.reader import Reader
    from timeline_tui.store.recognise import Copy


def check(reader: Reader, copies: Mapping[str, Copy] | None = None) -> list[Fault]:
    """Give every fault of a store, in the order of files and lines.

    Args:
        reader: the store; its events are read once.
        copies: readers' copies by source; without one, the rules about a source's
            words are passed over.

    Raises:
        StoreError: the store cannot be read at all.
    """
    checked = _Checked(reader, copies or {})
    found = [problem for event in reader.events() for problem in checked.event(event)]
    found += checked.rest()
    faults = [*reader.faults, *(reader.fault(name, problem) for name, problem in found)]
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line))


class _Checked:
    """What has to be remembered of all events for the rules about the whole."""

    def __init__(self, reader: Reader, copies: Mapping[str, Copy]) -> None:
        self._reader = reader
        self._copies = copies
        self._wording = Wording(copies)
        self._anchors = Anchors(copies)
        self._cited: set[tuple[str, int]] = set()
        self._links: list[tuple[str, int, str]] = []

    def event(self, event: Event) -> Iterator[Found]:
        """Give what is wrong in one event."""
        for rule in EVENT_RULES:
            yield from _of(event.id, rule(event, self._reader.timeline))
        for cited in citations(event):
            source = self._reader.sources.get(cited.source)
            if source and source.paragraphs:
                self._cited.add((source.id, cited.cite.para))
                for cite_rule in CITE_RULES:
                    yield from _of(event.id, cite_rule(cited, source))
            yield from _of(event.id, self._anchors.problems(cited))
        yield from _of(event.id, live_characters("event", event))
        yield from _of(event.id, self._wording.of_event(event))
        self._links += [
            (event.id, place, link.to) for place, link in enumerate(event.links)
        ]

    def rest(self) -> Iterator[Found]:
        """Give what only shows when all events have been read."""
        for event_id, place, to in self._links:
            if event_id == to or not self._reader.knows(to):
                yield event_id, _no_target(place, to, itself=event_id == to)
        for source in self._reader.sources.values():
            yield from _of(source.id, self._source(source))
        yield from self._anchors.shares()
        yield from letters(self._reader.sources.values())
        yield from names(self._reader.actors.values())
        yield from names(self._reader.themes.values())
        for table, records in (
            ("actor", self._reader.actors),
            ("theme", self._reader.themes),
        ):
            for name, record in records.items():
                yield from _of(name, live_characters(table, record))
        yield from _of("", live_characters("timeline", self._reader.timeline))

    def _source(self, source: Source) -> Iterator[Problem]:
        for rule in SOURCE_RULES:
            yield from rule(source)
        if not self._reader.set_aside:  # else an event that is not seen may cite it
            yield from uncited_paragraphs(source, self._cited)
        yield from live_characters("source", source)
        yield from self._wording.of_source(source)
        if source.id in self._copies:
            for copy_rule in COPY_RULES:
                yield from copy_rule(source, self._copies[source.id])


def _of(name: str, problems: Iterable[Problem]) -> Iterator[Found]:
    return ((name, problem) for problem in problems)


def _no_target(place: int, to: str, *, itself: bool) -> Problem:
    what = "links to itself" if itself else f"links to {to!r}, which is no event"
    advice = "name the id of another event"
    return Problem(("link", place, "to"), what, advice, "unknown-link")
