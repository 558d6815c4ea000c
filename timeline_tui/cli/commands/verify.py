"""`kgtl verify [FILE|DIR…]`: every citation against the reader's own copies."""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.cli.copies import find_texts, nothing_to_read, read_copies
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.report_form import report_format, report_paint
from timeline_tui.render.verify_report import JsonReport, TextReport
from timeline_tui.store.document import shown_path
from timeline_tui.store.findings import (
    Finding,
    Tally,
    borrowed_words,
    findings,
    unlike,
    unused_source,
)
from timeline_tui.store.fix import Move, move_numbers, refuse_unfixable
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.verify import NO_COPY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from timeline_tui.cli.copies import Copies
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.errors import Fault
    from timeline_tui.model.event import Event
    from timeline_tui.render.verify_report import Report
    from timeline_tui.store.locate import Where
    from timeline_tui.store.reader import Reader

    Events = Callable[[], Iterable[Event]]


class Checked(NamedTuple):
    """What is checked: a store, its events, and the texts to find its citations in."""

    reader: Reader
    events: Events
    copies: Copies


class Outcome(NamedTuple):
    """What a check comes to.

    Attributes:
        total: how all citations fared.
        borrowed: where words of ours are a source's.
        moves: the paragraph numbers that should be others, with what is told of each.
    """

    total: Tally
    borrowed: Sequence[Fault]
    moves: Sequence[Finding]


def run(command: Command, outside: Outside) -> int:
    """Print what each text is, each citation that is not fine, and the sums."""
    form = report_format(command)
    where = locate(command.get("store"), outside.environ)
    if command.has("fix"):
        refuse_unfixable(where)
    named = [*command.words, *filter(None, [command.get("texts")])]
    reader = open_store(where, outside.stdin)
    events = _events(reader, where)
    files = find_texts(named, outside, reader.folders, alone=True)
    copies = read_copies(files, reader.sources, events)
    with Printing(command, outside, paged=form == "text") as out:
        report = _report(form, out, command, outside)
        for copy in copies.all:
            report.copy(copy, shown_path(copy.path))
        outcome = _check(report, Checked(reader, events, copies), command, form)
    if command.has("verbose"):
        _tell_unlike(copies, reader, outside)
    if command.has("fix"):
        _fix(where, reader, outcome.moves, outside)
    if not command.has("quiet"):
        _tell(outcome, reader.set_aside, copies, outside)
    return _code(outcome, copies, command)


def _events(reader: Reader, where: Where) -> Events:
    """Read the events once, and give what gives them again.

    JSON Lines declare sources as they are read, and a pipe is read only once.
    """
    if where.kind == "stdin":
        kept = list(reader.events())
        return lambda: kept
    for _ in reader.events():
        pass
    return reader.events


def _report(form: str, out: TextIO, command: Command, outside: Outside) -> Report:
    if form == "jsonl":
        return JsonReport(out)
    return TextReport(out, report_paint(command, outside))


def _check(report: Report, checked: Checked, command: Command, form: str) -> Outcome:
    """Look for each citation, tell of it, and count."""
    reader, events, copies = checked
    tallies = {name: Tally() for name in reader.sources}
    moves = []
    for finding in findings(events(), reader, copies.best):
        tallies.setdefault(finding.cited.source, Tally()).add(finding)
        if finding.found and finding.right != finding.cited.cite.para:
            moves.append(finding)
        if form == "jsonl" or _is_told(finding, command):
            report.finding(finding)
    borrowed = list(borrowed_words(events(), reader, copies.best))
    for fault in borrowed:
        report.words(fault)
    total = Tally()
    for name, tally in tallies.items():
        unused = not (tally.total or reader.set_aside)
        report.source(name, tally, unused_source(name, reader) if unused else None)
        total.add_all(tally)
    report.total(total, len(borrowed))
    return Outcome(total, borrowed, moves)


def _is_told(finding: Finding, command: Command) -> bool:
    """Whether a person is told of a finding, if there is something to tell."""
    if finding.verdict.status == NO_COPY:
        return command.has("strict")
    return not (finding.found and command.has("fix"))


def _fix(
    where: Where, reader: Reader, moves: Sequence[Finding], outside: Outside
) -> None:
    """Write the numbers that should be others, and say which."""
    wanted = [
        Move(
            finding.cited.event,
            (*finding.cited.trail, "para"),
            finding.cited.cite.para,
            finding.right,
        )
        for finding in moves
    ]
    files = move_numbers(where, reader.files, wanted)
    for move, finding in zip(wanted, moves, strict=True):
        fault = finding.fault
        place = f"{fault.file}:{fault.line}: " if fault else ""
        outside.say(f"{place}{move.event}: para = {move.old} is now para = {move.new}")
    count = f"{len(wanted):,} paragraph number{'s' * (len(wanted) != 1)}"
    told = ", ".join(sorted(map(shown_path, files)))
    outside.say(f"{count} moved in {told}" if wanted else "no paragraph number to move")


def _tell_unlike(copies: Copies, reader: Reader, outside: Outside) -> None:
    """Say which paragraphs each copy does not have as they were recorded."""
    for copy in copies.all:
        source = reader.sources.get(copy.source)
        numbers = unlike(copy, source) if source else []
        if numbers:
            told = ", ".join(f"¶{number}" for number in numbers)
            outside.say(f"{shown_path(copy.path)}: not as recorded: {told}")


def _tell(outcome: Outcome, aside: int, copies: Copies, outside: Outside) -> None:
    """Say on standard error what the check could not look at."""
    if aside:
        events = f"{aside:,} event{'s' * (aside != 1)} with faults"
        outside.say(f"{events} not checked; to see the faults: kgtl check")
    if not outcome.total.total:
        outside.say("the events of this store cite nothing")
    elif not copies.all:
        outside.say(f"there is no text to check against; {nothing_to_read(outside)}")
    elif not outcome.total.checked:
        texts = "the text" if len(copies.all) == 1 else f"these {len(copies.all)} texts"
        outside.say(f"nothing was checked: no source that events cite is in {texts}")


def _code(outcome: Outcome, copies: Copies, command: Command) -> int:
    """Give the exit code: 0 found, 1 not or nothing to check against, 2 unreadable."""
    if any(copy.trouble and not copy.paragraphs for copy in copies.all):
        return FAILED
    total = outcome.total
    wanted = total.total if command.has("strict") else total.checked
    strangers = any(
        copy.path in command.words and not copy.source for copy in copies.all
    )
    fine = total.checked and total.found == wanted
    return FOUND if fine and not (outcome.borrowed or strangers) else NOTHING
