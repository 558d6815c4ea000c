"""What a check of citations found: as text to read, or as JSON Lines.

The JSON Lines have a `type` first: `copy`, `citation`, `words`, `source`, then one
`total`. Every key is always there, in one order, and new ones come only at the end.
"""

from __future__ import annotations

from typing import Protocol

from timeline_tui.render.cells import shown
from timeline_tui.store.jsonl import line
from timeline_tui.store.recognise import SAME
from timeline_tui.store.verify import GOOD, MOVED, NO_COPY, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from timeline_tui.errors import Fault
    from timeline_tui.render.lines import Line
    from timeline_tui.store.findings import Finding, Tally
    from timeline_tui.store.recognise import Copy


class Report(Protocol):
    """Takes what was found piece by piece and writes it."""

    def copy(self, copy: Copy, path: str) -> None:
        """Tell of a text; `path` is how its place is shown."""

    def finding(self, finding: Finding) -> None:
        """Tell of a citation."""

    def words(self, fault: Fault) -> None:
        """Tell of words of ours that are a source's."""

    def source(self, source: str, tally: Tally, unused: Fault | None) -> None:
        """Sum up a source; `unused` tells of one that no event cites."""

    def total(self, tally: Tally, borrowed: int) -> None:
        """Sum up all sources, and the runs of words that are not ours."""


class TextReport:
    """For a person: what is not fine, then the sums."""

    def __init__(self, out: TextIO, as_text: Callable[[Line], str]) -> None:
        """Take where to write, and what makes text of a line."""
        self._out = out
        self._as_text = as_text

    def copy(self, copy: Copy, path: str) -> None:
        """Tell what a text is."""
        role = "found" if copy.how == SAME and not copy.trouble else "warning"
        self._write(((shown(path), "label"), (": ", "label"), (shown(str(copy)), role)))

    def finding(self, finding: Finding) -> None:
        """Tell what there is to say of a citation, if there is anything."""
        if finding.fault:
            self._fault(finding.fault)

    def words(self, fault: Fault) -> None:
        """Tell where the words are and whose."""
        self._fault(fault)

    def source(self, source: str, tally: Tally, unused: Fault | None) -> None:
        """Sum up a source."""
        if unused:
            self._fault(unused)
        elif not tally.checked:
            told = f"no copy; {_citations(tally.total)} not checked"
            self._sum(source, told, "muted")
        else:
            self._sum(source, _fared(tally), _role(tally))

    def total(self, tally: Tally, borrowed: int) -> None:
        """Sum up all sources."""
        told = _fared(tally) if tally.checked else "nothing was checked"
        unchecked = tally.total - tally.checked
        if unchecked and tally.checked:
            told += f"; {unchecked:,} not checked"
        if borrowed:
            told += f"; {borrowed:,} run{'s' * (borrowed != 1)} of a source's words"
        self._sum("in all", told, _role(tally) if not borrowed else "warning")

    def _fault(self, fault: Fault) -> None:
        place = f"{fault.file}:{fault.line}: " if fault.line else f"{fault.file}: "
        subject = f"{fault.event}: " if fault.event else ""
        advice = f"; {fault.advice}" if fault.advice else ""
        self._write(
            (
                (shown(place), "muted"),
                (shown(subject), "label"),
                (shown(fault.what), "text"),
                (shown(advice), "hint"),
            )
        )

    def _sum(self, name: str, told: str, role: str) -> None:
        self._write(((shown(name), "label"), (": ", "label"), (told, role)))

    def _write(self, spans: Line) -> None:
        self._out.write(self._as_text(spans) + "\n")


class JsonReport:
    """For a program: everything, the good citations included."""

    def __init__(self, out: TextIO) -> None:
        """Take where to write."""
        self._out = out

    def copy(self, copy: Copy, path: str) -> None:
        """Write what a text is."""
        self._write(
            {
                "type": "copy",
                "path": path,
                "source": copy.source,
                "how": copy.how,
                "held": copy.held,
                "of": copy.of,
                "trouble": copy.trouble,
            }
        )

    def finding(self, finding: Finding) -> None:
        """Write what was found of a citation."""
        (kind, place, *_), cite = finding.cited.trail, finding.cited.cite
        verdict, fault = finding.verdict, finding.fault
        self._write(
            {
                "type": "citation",
                "event": finding.cited.event,
                "in": kind,
                "number": int(place) + 1,
                "source": finding.cited.source,
                "para": cite.para,
                "start": cite.start,
                "end": cite.end,
                "hash": cite.hash,
                "status": verdict.status,
                "found": finding.found,
                "at": verdict.para or None,
                "right": finding.right,
                **_told(fault),
            }
        )

    def words(self, fault: Fault) -> None:
        """Write where the words are and whose."""
        self._write({"type": "words", "id": fault.event, **_told(fault)})

    def source(self, source: str, tally: Tally, unused: Fault | None) -> None:
        """Write how the citations of a source fared."""
        self._write({"type": "source", "id": source, **_sums(tally), **_told(unused)})

    def total(self, tally: Tally, borrowed: int) -> None:
        """Write how all citations fared."""
        self._write({"type": "total", **_sums(tally), "borrowed": borrowed})

    def _write(self, record: dict[str, object]) -> None:
        self._out.write(line(record) + "\n")


def _told(fault: Fault | None) -> dict[str, object]:
    """A fault as keys; null where there is none."""
    names = ("file", "line", "what", "advice")
    return {name: getattr(fault, name, None) for name in names}


def _sums(tally: Tally) -> dict[str, object]:
    statuses = {status: tally.statuses.get(status, 0) for status in STATUSES}
    return {"citations": tally.total, "found": tally.found, "statuses": statuses}


def _fared(tally: Tally) -> str:
    """How many were found of those that could be looked for, and what the rest are."""
    every = tally.found == tally.checked
    of = "all " if every and tally.found > 1 else f"{tally.found:,} of "
    parts = [f"{of}{_citations(tally.checked)} found"]
    if moved := tally.statuses.get(MOVED, 0):
        parts[0] += f" ({moved:,} at another number)"
    for status in STATUSES:
        count = tally.statuses.get(status, 0)
        if count and status not in (*GOOD, NO_COPY):
            parts.append(f"{count:,} {status}")
    return ", ".join(parts)


def _citations(count: int) -> str:
    return f"{count:,} citation{'s' * (count != 1)}"


def _role(tally: Tally) -> str:
    return "found" if tally.checked and tally.found == tally.checked else "warning"
