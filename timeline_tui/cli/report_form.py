"""In which form a report is printed: its format, its width, its colours."""

from __future__ import annotations

from timeline_tui.cli.styled import painter
from timeline_tui.errors import UsageError
from timeline_tui.render.lines import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.render.lines import Line

_JSON_ENDINGS = (".jsonl", ".ndjson")


def report_format(command: Command, formats: Sequence[str]) -> str:
    """The format that is asked for, or told by the ending of the file to write.

    Raises:
        UsageError: a format that the verb does not print.
    """
    path = command.get("output") or ""
    told = "jsonl" if path.lower().endswith(_JSON_ENDINGS) else "text"
    name = command.get("format") or told
    if name not in formats:
        known = " or ".join(formats)
        raise UsageError(f"{command.verb} prints {known}, not {name}")
    return name


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
