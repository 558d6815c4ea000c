"""`kgtl sources`: the documents that the events are cited from, one a line."""

from __future__ import annotations

from timeline_tui.cli.columns import print_columns
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline
from timeline_tui.cli.printing import Printing
from timeline_tui.model.coverage import coverage
from timeline_tui.render.safe import safe
from timeline_tui.store.citations import citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.model.coverage import Coverage


def run(command: Command, outside: Outside) -> int:
    """Print id, title, publisher, date, number of paragraphs and number of events.

    `--coverage` prints how the paragraphs of each body are accounted for instead, and
    fails if one of them is not.
    """
    library = open_timeline(command, outside)
    if command.has("coverage"):
        return _coverage(library, command, outside)
    events = {value: count for value, _, count in library.values("source")}
    rows = [
        [
            source.id,
            source.title,
            source.publisher,
            source.published.text if source.published else "",
            str(len(source.paragraphs)),
            str(events.get(source.id, 0)),
        ]
        for source in library.sources
    ]
    print_columns(rows, command, outside, right=(4, 5))
    return FOUND if rows else NOTHING


def _coverage(library: Library, command: Command, outside: Outside) -> int:
    """Print the sums of each document, and below it what no event cites."""
    cited = _cited(library)
    found = {
        source.id: coverage(source, cited.get(source.id, set()))
        for source in library.sources
        if source.paragraphs
    }
    with Printing(command, outside) as out:
        for name, one in found.items():
            out.writelines(f"{safe(line)}\n" for line in _lines(name, one))
    neither = sum(len(one.neither) for one in found.values())
    if not found and not command.has("quiet"):
        outside.say("no record here lists the paragraphs of its document")
    elif neither and not command.has("quiet"):
        paragraphs = f"{neither:,} paragraph{'s' * (neither != 1)}"
        outside.say(f"{paragraphs}: cite them, or say why not in uncited")
    return FOUND if found and not neither else NOTHING


def _lines(name: str, one: Coverage) -> Iterator[str]:
    counts = [len(one.cited), len(one.excused), len(one.neither)]
    cited, excused, neither = counts
    yield (
        f"{name}  body {sum(counts)}  cited {cited}  excused {excused}"
        f"  neither {neither}"
    )
    rest = [(part.n, f"excused: {why}") for part, why in one.excused]
    rest += [(part.n, f"neither: {part.digest}".rstrip()) for part in one.neither]
    for number, told in sorted(rest):
        yield f"  {name} ¶{number}  {told}"


def _cited(library: Library) -> dict[str, set[int]]:
    """The numbers of the paragraphs that are cited, by source."""
    found: dict[str, set[int]] = {}
    for event in library.events(range(library.count)):
        for cited in citations(event):
            found.setdefault(cited.source, set()).add(cited.cite.para)
    return found
