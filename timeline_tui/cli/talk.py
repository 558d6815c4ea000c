"""What is said about a result on standard error: its classes, how periods are read."""

from __future__ import annotations

from timeline_tui.query.periods import Period, term_periods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query


def talk(selection: Selection, command: Command, outside: Outside) -> None:
    """Say how the events answer a query with dates, or what to try without any."""
    if not len(selection):
        from timeline_tui.cli.way_out import way_out  # noqa: PLC0415 - only if empty

        outside.say(way_out(selection, command))
    elif selection.dated:
        inside, under_way, possible = selection.counts_by_class
        outside.say(
            f"{inside:,} inside, {under_way:,} under way, {possible:,} possible"
        )


def tell_periods(query: Query, outside: Outside) -> None:
    """Say how each period of a query was read."""
    for term in query.dates:
        for value in term.values:
            parts = term_periods(term.field, value, outside.today)
            minus = "-" * term.negated
            outside.say(f"{minus}{term.field}:{value} is read as {Period(parts).words}")
