"""What is said about a result on standard error: classes, periods, and ways out."""

from __future__ import annotations

from timeline_tui.cli.options import VERBS
from timeline_tui.cli.words import nearest
from timeline_tui.query.periods import Period, term_periods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection


def talk(selection: Selection, command: Command, outside: Outside) -> None:
    """Say how the events answer a query with dates, or why there are none."""
    if command.has("verbose"):
        _tell_periods(selection, outside)
    if not len(selection):
        outside.say(_way_out(selection, command))
    elif selection.dated:
        inside, under_way, possible = selection.counts_by_class
        outside.say(
            f"{inside:,} inside, {under_way:,} under way, {possible:,} possible"
        )


def _tell_periods(selection: Selection, outside: Outside) -> None:
    """Say how each period was read."""
    for term in selection.query.dates:
        for value in term.values:
            parts = term_periods(term.field, value, outside.today)
            outside.say(f"{term.field}:{value} is read as {Period(parts).words}")


def _way_out(selection: Selection, command: Command) -> str:
    """A sentence for a result without events."""
    word = command.words[0] if len(command.words) == 1 else ""
    verb = nearest(word, filter(None, VERBS)) if not command.verb else ""
    if verb:
        return f"nothing matches {word}; did you mean the command {verb}?"
    if not selection.query:
        return "the store holds no events"
    hint = selection.hint()
    if hint is None:
        return f"nothing matches {selection.query}"
    term, count = hint
    events = "event" if count == 1 else "events"
    return f"nothing matches {selection.query}; without {term}: {count:,} {events}"
