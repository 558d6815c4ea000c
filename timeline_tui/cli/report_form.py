"""In which form a report is printed: its format, its width, its colours."""

from __future__ import annotations

from timeline_tui.cli.options import VERBS
from timeline_tui.cli.styled import painter
from timeline_tui.errors import UsageError
from timeline_tui.render.formats import ENDINGS
from timeline_tui.render.lines import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.render.lines import Line


def report_format(command: Command) -> str:
    """The format that is asked for, or told by the ending of the file to write.

    An ending that tells nothing is text: a report may be called what one likes.

    Raises:
        UsageError: a format that the verb does not print.
    """
    formats = VERBS[command.verb].formats
    path = command.get("output") or ""
    name = command.get("format") or told_by_ending(path) or "text"
    if name not in formats:
        known = " or ".join(formats)
        advice = "" if command.has("format") else ": say --format, or end it otherwise"
        raise UsageError(f"{command.verb} prints {known}, not {name}{advice}")
    return name


def told_by_ending(path: str) -> str:
    """The format that the ending of a file's name is of; empty where it is of none."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return ENDINGS.get(ending.lower(), "") if dot else ""


def report_width(command: Command, outside: Outside) -> int | None:
    """How many cells a line may have; None where nothing is wrapped."""
    return outside.size[0] if outside.size and _on_screen(command) else None


def report_paint(command: Command, outside: Outside) -> Callable[[Line], str]:
    """What makes text of a line, coloured where that is wanted."""
    if _on_screen(command):
        return painter(command.get("color"), outside) or plain
    return plain


def _on_screen(command: Command) -> bool:
    return command.get("output") in (None, "-")
