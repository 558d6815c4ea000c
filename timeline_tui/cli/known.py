"""Finds what an id on the command line stands for: events, actors, themes, sources."""

from __future__ import annotations

from timeline_tui.errors import UsageError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_tui.library.library import Library

CARDS = ("actor", "theme", "source")
"""The fields whose values have a card of their own."""
_SHOWN = 8
_COMPARED = 2_000  # ids, with one that is not there


def find(library: Library, typed: str) -> tuple[str, str]:
    """What is meant by an id or its unique beginning: "event" or a field, and the id.

    Raises:
        UsageError: When nothing begins so, or several things do.
    """
    if library.row_of(typed) is not None:
        return "event", typed
    cards = {
        value: field
        for field in reversed(CARDS)
        for value, _, _ in library.values(field)
    }
    if typed in cards:
        return cards[typed], typed
    found = {value: field for value, field in cards.items() if value.startswith(typed)}
    found |= dict.fromkeys(library.match_ids(typed), "event")
    if not typed or not found:
        raise UsageError(_unknown(library, typed, cards))
    if len(found) > 1:
        raise UsageError(f"{typed} is the beginning of {_some(found)}")
    value, field = found.popitem()
    return field, value


def find_event(library: Library, typed: str) -> int:
    """The row of the event with this id or this unique beginning.

    Raises:
        UsageError: When no event begins so, or several do.
    """
    row = library.row_of(typed)
    if row is not None:
        return row
    found = library.match_ids(typed) if typed else []
    if not found:
        raise UsageError(_unknown(library, typed, ()))
    if len(found) > 1:
        raise UsageError(f"{typed} is the beginning of {_some(found)}")
    row = library.row_of(found[0])
    assert row is not None  # noqa: S101 - it was found by that id
    return row


def _unknown(library: Library, typed: str, others: Collection[str]) -> str:
    """A sentence on an id that is not there, with the nearest one that is."""
    some = (library.match_ids(typed[:n], _COMPARED) for n in (6, 3, 1))
    alike = next(filter(None, some), [])
    begun = {each[: len(typed)]: each for each in reversed(alike)}
    near = nearest(typed, [*others, *alike]) or begun.get(nearest(typed, begun), "")
    advice = f"did you mean {near}?" if near else "kgtl list --ids lists the events"
    return f"nothing here has the id {typed!r}: {advice}"


def _some(found: Collection[str]) -> str:
    names = sorted(found)
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
