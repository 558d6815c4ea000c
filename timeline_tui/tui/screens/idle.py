"""What the foot need not tell of, since it would do nothing now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.tui.commands import COMPARISON, DETAIL, DOCUMENT, LIST, NOTHING, VIEWS
from timeline_tui.tui.commands.idle import idle_without_events
from timeline_tui.tui.state.layers import Comparison
from timeline_tui.tui.state.places import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline_tui.model.event import Event
    from timeline_tui.tui.state.browse import Browse


def hinted_pane(state: Browse) -> str:
    """Return the pane of which the foot tells: where keys go, if anything is there."""
    is_empty = state.place == NOWHERE and state.where in (LIST, *VIEWS)
    return NOTHING if is_empty else state.where


def idle_commands(state: Browse, event: Callable[[], Event | None]) -> frozenset[str]:
    """Return the names of commands that would do nothing.

    `event` gives the event that is read.
    """
    where = hinted_pane(state)
    if where == NOTHING:
        past, parked = bool(state.past), bool(state.parked)
        selection = state.selection
        return idle_without_events(selection, has_past=past, has_parked=parked)
    if where in (DETAIL, COMPARISON):
        return frozenset(_of_event(event()))
    return frozenset(_of_document(state) if where == DOCUMENT else ())


def _of_event(event: Event | None) -> Iterator[str]:
    accounts = event.accounts if event is not None else ()
    if event is None:
        yield from ("open", "copy_note")
    if event is None or not event.links:
        yield "follow_link"
    if len(accounts) < 2:  # noqa: PLR2004 - one account has no other beside it
        yield from ("account", "next_account")
    if not accounts:
        yield "document"


def _of_document(state: Browse) -> Iterator[str]:
    top = state.layers[-1]
    if isinstance(top, Comparison):
        return
    if len(top.text.cited) < 2:  # noqa: PLR2004 - as above
        yield "next_passage"
    if not top.text.cited:
        yield "open"
    if not top.text.paragraphs:
        yield "search"
