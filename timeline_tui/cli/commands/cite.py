"""`kgtl cite ID[:SOURCE]…`: events cited in a style, notes one a line."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.known import find_event
from timeline_tui.cli.opening import open_timeline
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.report_form import told_by_ending
from timeline_tui.cli.settings import settings
from timeline_tui.errors import UsageError, nearest
from timeline_tui.render.cells import wrap
from timeline_tui.render.citations import PROSE, cited, tellers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.render.citations import Teller

_BY_ENDING = {"bibtex": "bibtex"}
"""The styles that the ending of a file tells."""


def run(command: Command, outside: Outside) -> int:
    """Cite each of them, or nothing at all if one of them is not known.

    A file that is called a bibliography becomes one.
    """
    told = _BY_ENDING.get(told_by_ending(command.get("output") or ""))
    style = command.get("style") or told or settings(outside).cite_style
    library = open_timeline(command, outside)
    tellers = [teller for typed in command.words for teller in _tellers(library, typed)]
    if not tellers:
        return NOTHING
    width = outside.size[0] if outside.size and not command.has("output") else None
    with Printing(command, outside) as out:
        for block in cited(style, tellers, library):
            lines = wrap(block, width) if width and style in PROSE else [block]
            out.writelines([f"{line}\n" for line in lines])
    return FOUND


def _tellers(library: Library, typed: str) -> list[Teller]:
    name, _, wanted = typed.partition(":")
    event = library.event(find_event(library, name))
    if not wanted:
        return tellers_of(event)
    sources = list(dict.fromkeys([teller.source for teller in tellers_of(event)]))
    found = [source for source in sources if source.startswith(wanted)]
    if wanted in found:
        found = [wanted]
    if len(found) > 1:
        several = ", ".join(found)
        raise UsageError(f"{wanted} is the beginning of several sources: {several}")
    if not found:
        near = nearest(wanted, sources)
        told = ", ".join(sources) or "none"
        advice = f"did you mean {near}?" if near else f"its sources are {told}"
        raise UsageError(f"no source {wanted!r} tells {event.id}: {advice}")
    return tellers_of(event, found[0])
