"""`kgtl diff A B`: what differs between two stores, in a reader's terms."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.report_form import report_format, report_paint, report_width
from timeline_tui.errors import UsageError
from timeline_tui.render.diff_record import difference_line
from timeline_tui.render.diff_report import report, summary
from timeline_tui.store.diff import compare
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.store.diff import Comparison
    from timeline_tui.store.reader import Reader


def run(command: Command, outside: Outside) -> int:
    """Print the differences, one a line; exit 0 if there are none.

    Events that faults keep from being read cannot be compared, so that where there are
    any the stores do not count as the same.
    """
    as_json = report_format(command) == "jsonl"
    readers = _readers(command, outside)
    found = compare(*readers)
    with Printing(command, outside, paged=not as_json) as out:
        if as_json:
            out.writelines(f"{difference_line(one)}\n" for one in found.differences)
        else:
            paint = report_paint(command, outside)
            lines = report(found.differences, width=report_width(command, outside))
            out.writelines(f"{paint(line)}\n" for line in lines)
    if not command.has("quiet"):
        _talk(found, readers, command, outside)
    aside = any(reader.set_aside for reader in readers)
    return NOTHING if found.differences or aside else FOUND


def _readers(command: Command, outside: Outside) -> tuple[Reader, Reader]:
    """Open both stores.

    Raises:
        UsageError: both are standard input.
        StoreError: one of them cannot be read.
    """
    first, second = (locate(word, {}) for word in command.words)
    if first.path == second.path and first.kind == "stdin":
        raise UsageError(f"both stores are {first.path}, which can be read only once")
    return open_store(first, outside.stdin), open_store(second, outside.stdin)


def _talk(
    found: Comparison,
    readers: tuple[Reader, Reader],
    command: Command,
    outside: Outside,
) -> None:
    """Say how much differs, and what could not be compared."""
    for name, reader in zip(command.words, readers, strict=True):
        aside = reader.set_aside
        if aside:
            events = f"{aside:,} event{'s' * (aside != 1)}"
            advice = f"to see why: kgtl check {name}"
            outside.say(f"{events} of {name} could not be compared; {advice}")
    if found.events_alone:
        outside.say(
            "one of them holds events alone: actors, themes and sources were not"
            " compared"
        )
    outside.say(summary(found.differences, events=found.events))
