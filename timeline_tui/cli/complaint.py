"""Tells on standard error why a command line could not be carried out."""

from __future__ import annotations

from timeline_tui.errors import DateError, KgtlError, QueryError, StoreError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside

_SHOWN_FAULTS = 20


def complain(error: Exception, outside: Outside) -> None:
    """Say what went wrong, in one sentence where it is the user's to mend.

    An error that is not expected is the program's own, and shown with its traceback.
    """
    if isinstance(error, QueryError | DateError):
        outside.say(f"{error}{pointer(error.text, error.column)}", multiline=True)
    elif isinstance(error, StoreError):
        _store(error, outside)
    elif isinstance(error, KgtlError):
        outside.say(str(error))
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
        place = f"{error.filename}: " if error.filename else "write error: "
        outside.say(f"{place}{reason}")
    else:
        from traceback import format_exception  # noqa: PLC0415 - rare

        outside.say(
            "this is a fault in kgtl itself, not in what was typed\n"
            + "".join(format_exception(error)).rstrip(),
            multiline=True,
        )


def pointer(text: str, column: int) -> str:
    """Two lines under a message: the text, and a caret below its column (from 1)."""
    from timeline_tui.render.cells import cell_width, shown  # noqa: PLC0415 - rare

    blanks = " " * cell_width(shown(text[: max(column - 1, 0)]))
    return f"\n  {shown(text)}\n  {blanks}^"


def _store(error: StoreError, outside: Outside) -> None:
    outside.say(str(error))
    for fault in error.faults[:_SHOWN_FAULTS]:
        if str(fault) not in str(error):
            outside.say(str(fault))
    more = len(error.faults) - _SHOWN_FAULTS
    if more > 0:
        outside.say(f"… and {more:,} more; kgtl check lists them all")
