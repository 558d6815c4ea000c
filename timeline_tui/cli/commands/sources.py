"""`kgtl sources`: the documents that the events are cited from, one a line."""

from __future__ import annotations

from timeline_tui.cli.columns import print_columns
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Figure
    from timeline_tui.model.source import Source

_TOLD = ("body", "caption")


def run(command: Command, outside: Outside) -> int:
    """Print id, title, publisher, date, number of paragraphs and number of events.

    `--coverage` adds how many of the citable paragraphs any event cites, as `21/43`.
    """
    library = open_timeline(command, outside)
    events = {value: count for value, _, count in library.values("source")}
    cited = _cited(library) if command.has("coverage") else None
    rows = []
    for source in library.sources:
        row = [
            source.id,
            source.title,
            source.publisher,
            source.published.text if source.published else "",
            str(len(source.paragraphs)),
            str(events.get(source.id, 0)),
        ]
        if cited is not None:
            row.append(_coverage(source, cited.get(source.id, set())))
        rows.append(row)
    print_columns(rows, command, outside, right=(4, 5, 6))
    return FOUND if rows else NOTHING


def _cited(library: Library) -> dict[str, set[int]]:
    """The numbers of the paragraphs that are cited, by source."""
    cited: dict[str, set[int]] = {}
    for event in library.events(range(library.count)):
        tellers: tuple[Account | Figure, ...] = (*event.accounts, *event.figures)
        for teller in tellers:
            cited.setdefault(teller.source, set()).update(c.para for c in teller.cite)
    return cited


def _coverage(source: Source, cited: set[int]) -> str:
    told = {p.n for p in source.paragraphs if p.role in _TOLD}
    return f"{len(told & cited)}/{len(told)}"
