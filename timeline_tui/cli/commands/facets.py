"""`kgtl facets [FIELD] [WORDS…]`: what events can be narrowed by, with counts."""

from __future__ import annotations

from timeline_tui.cli.columns import print_columns
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline, query_of
from timeline_tui.cli.talk import talk
from timeline_tui.errors import UsageError, nearest
from timeline_tui.query.terms import FACETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection


def run(command: Command, outside: Outside) -> int:
    """Print value, count and name; of every field with the field before the value."""
    field, words = _field(command.words)
    query = query_of(command, outside, words)
    library = open_timeline(command, outside)
    selection = library.select(query, outside.today)
    if not command.has("quiet") and (selection.dated or not len(selection)):
        talk(selection, command, outside)
    rows = list(_rows(selection, field))
    if rows:
        print_columns(rows, command, outside, right=(1,))
    return FOUND if rows else NOTHING


def _field(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The field asked for, or none, and the words of the query."""
    if not words or ":" in words[0] or not words[0].isalpha():
        return "", words
    if words[0] not in FACETS:
        near = nearest(words[0].lower(), FACETS)
        known = ", ".join(FACETS)
        advice = f"did you mean {near}?" if near else f"name one before words: {known}"
        raise UsageError(f"there is no field {words[0]!r}: {advice}")
    return words[0], words[1:]


def _rows(selection: Selection, field: str) -> Iterator[tuple[str, str, str]]:
    for name in (field,) if field else FACETS:
        for value, shown, count in selection.counts(name):
            if count:
                term = value if field else f"{name}:{value}"
                yield term, str(count), shown
