"""What to try where nothing matches, a slip in the name of a command among it."""

from __future__ import annotations

from timeline_tui.cli.options import VERBS
from timeline_tui.errors import nearest
from timeline_tui.library.way_out import (
    advice,
    event_meant,
    names,
    nowhere,
    period_meant,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection


def way_out(selection: Selection, command: Command) -> str:
    """One sentence for a selection without events."""
    query = selection.query
    if not query:
        return "the store holds no events"
    meant = (
        period_meant(selection)
        or _verb_meant(selection, command)
        or event_meant(selection)
    )
    if meant:
        return f"nothing matches {query}; did you mean {meant}?"
    told = advice(selection)
    return f"nothing matches {query}{told and f'; {told}'}"


def _verb_meant(selection: Selection, command: Command) -> str:
    """The command of which the first word is a slip, if that word finds nothing."""
    first = command.words[0] if command.words and not command.verb else ""
    verbs = [*filter(None, VERBS)]
    if not nearest(first, verbs) or first not in map(str, nowhere(selection)):
        return ""
    near = nearest(first, [*verbs, *names(selection.library)])
    return f"the command {near}" if near in verbs else ""
