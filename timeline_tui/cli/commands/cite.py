"""`kgtl cite ID[:SOURCE]…`: the notes to cite an event by, one a line."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.known import find_event
from timeline_tui.cli.opening import open_timeline
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.words import nearest
from timeline_tui.errors import UsageError
from timeline_tui.render.cells import wrap
from timeline_tui.render.note import event_notes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library


def run(command: Command, outside: Outside) -> int:
    """Print the notes of each, or nothing at all if one of them is not known."""
    library = open_timeline(command, outside)
    notes = [note for typed in command.words for note in _notes(library, typed)]
    with Printing(command, outside) as out:
        for note in notes:
            lines = wrap(note, outside.size[0]) if outside.size else [note]
            out.writelines([f"{line}\n" for line in lines])
    return FOUND if notes else NOTHING


def _notes(library: Library, typed: str) -> list[str]:
    name, _, wanted = typed.partition(":")
    event = library.event(find_event(library, name))
    if not wanted:
        return event_notes(event, library)
    figures = [figure.source for figure in event.figures if figure.source]
    sources = list(dict.fromkeys([*event.sources, *figures]))
    found = [source for source in sources if source.startswith(wanted)]
    if wanted in found:
        found = [wanted]
    if len(found) != 1:
        near = nearest(wanted, sources)
        told = ", ".join(sources)
        advice = f"did you mean {near}?" if near else f"its sources are {told}"
        raise UsageError(f"{event.id} has no one source {wanted!r}: {advice}")
    return event_notes(event, library, found[0])
