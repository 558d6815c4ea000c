"""The style "note": the notes that stand wherever kgtl itself prints a citation."""

from __future__ import annotations

from timeline_tui.render.note import teller_note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.render.citations import Teller


def cited(tellers: Sequence[Teller], library: Library) -> list[str]:
    """Give a note for each of them, equal ones once."""
    return list(dict.fromkeys([teller_note(teller, library) for teller in tellers]))
