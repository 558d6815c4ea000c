"""What a check of all citations of a store finds, each with file, line and cure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.store import verify as status
from timeline_tui.store.fix import right_number
from timeline_tui.store.string_rules import Wording
from timeline_tui.store.values import Problem
from timeline_tui.store.verdict_words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.errors import Fault
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.store.citations import Cited
    from timeline_tui.store.reader import Reader
    from timeline_tui.store.recognise import Copy
    from timeline_tui.store.verify import Verdict

UNUSED = "unused-source"


class Finding(NamedTuple):
    """What was found of one citation.

    Attributes:
        cited: the citation.
        verdict: what was found of it.
        found: whether it counts as found.
        right: the paragraph number that it should have.
        fault: what there is to say of it, with its place; None where all is well.
    """

    cited: Cited
    verdict: Verdict
    found: bool
    right: int
    fault: Fault | None


class Tally:
    """How citations fared.

    Attributes:
        total: how many there are.
        found: how many of them were found.
        statuses: how many have each status.
    """

    __slots__ = ("found", "statuses", "total")

    def __init__(self) -> None:
        """Start with none."""
        self.total = 0
        self.found = 0
        self.statuses: Counter[str] = Counter()

    @property
    def checked(self) -> int:
        """How many could be looked for."""
        return self.total - self.statuses[status.NO_COPY]

    def add(self, finding: Finding) -> None:
        """Count one more."""
        self.total += 1
        self.found += finding.found
        self.statuses[finding.verdict.status] += 1

    def add_all(self, other: Tally) -> None:
        """Count what another has counted."""
        self.total += other.total
        self.found += other.found
        self.statuses += other.statuses


def findings(
    events: Iterable[Event], reader: Reader, copies: Mapping[str, Copy]
) -> Iterator[Finding]:
    """Check every citation of some events of a store.

    Args:
        events: the events to look at.
        reader: the store that they are of; its events have been read.
        copies: the best copy of each source.
    """
    for cited, verdict in status.verify(events, copies):
        copy = copies.get(cited.source)
        found = status.is_found(verdict, copy)
        right = right_number(cited, verdict, reader.sources.get(cited.source))
        problem = _problem(cited, verdict, right, copy, found=found)
        fault = reader.fault(cited.event, problem) if problem else None
        yield Finding(cited, verdict, found, right, fault)


def borrowed_words(
    events: Iterable[Event], reader: Reader, copies: Mapping[str, Copy]
) -> Iterator[Fault]:
    """Give each sentence of ours that runs as one of a copy does."""
    wording = Wording(copies)
    for event in events:
        for problem in wording.of_event(event):
            yield reader.fault(event.id, problem)
    for source in reader.sources.values():
        for problem in wording.of_source(source):
            yield reader.fault(source.id, problem)


def unused_source(source_id: str, reader: Reader) -> Fault:
    """Say of a source that no event cites it."""
    advice = "cite it, or take its record away"
    problem = Problem(("id",), "no event cites this source", advice, UNUSED)
    return reader.fault(source_id, problem)


def _problem(
    cited: Cited, verdict: Verdict, right: int, copy: Copy | None, *, found: bool
) -> Problem | None:
    """Say what is wrong with a citation and how to mend it; None if nothing is."""
    if found and right == cited.cite.para:
        return None
    kind, place, *_ = cited.trail
    subject = f"{kind} {int(place) + 1}, {cited.source} ¶{cited.cite.para}"
    what, advice = in_words(cited.cite, verdict, right, copy)
    key = "para" if found else "start"
    return Problem(
        (*cited.trail, key), f"{subject}: {what}", advice, f"cite-{verdict.status}"
    )


def unlike(copy: Copy, source: Source) -> list[int]:
    """List the paragraphs of a source that a copy does not have as recorded."""
    held = set(copy.hashes)
    return [part.n for part in source.paragraphs if part.hash not in held]
