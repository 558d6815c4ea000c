"""`kgtl list [WORDS…]`, and `kgtl` in a pipe: prints the events of a query."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline, query_of
from timeline_tui.cli.printing import Printing
from timeline_tui.render.formats import Options, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection

_PLAIN = ("store", "output", "color", "no-pager", "quiet", "verbose")
"""The options beside which text stays plain and in order."""
_ORDER = ("sort", "reverse", "limit")
_VIEWS = ("view", "by", "at")
"""The options that ask for a view."""


def run(command: Command, outside: Outside) -> int:
    """Print the events and say on standard error how they answer the query."""
    if any(name in command.options for name in _VIEWS):
        from timeline_tui.cli.viewing import run as view  # noqa: PLC0415 - not plain

        return view(command, outside)
    options = writing(command, outside)
    query = query_of(command, outside)
    library = open_timeline(command, outside)
    selection = library.select(query, outside.today)
    if not command.has("quiet") and (selection.dated or not len(selection)):
        from timeline_tui.cli.talk import talk  # noqa: PLC0415 - not for every query

        talk(selection, command, outside)
    return FOUND if print_events(selection, options, command, outside) else NOTHING


def print_events(
    selection: Selection, options: Options, command: Command, outside: Outside
) -> int:
    """Print the events of a selection the way the command line asks for.

    Gives how many there were to print, of events or of what each line is about.
    """
    if any(name in command.options for name in _ORDER):
        from timeline_tui.cli.shaping import ordered  # noqa: PLC0415 - not when plain

        selection = ordered(selection, command, outside)
    paged = options.format == "text" and not any(map(command.has, ("ids", "count")))
    with Printing(command, outside, paged=paged) as out:
        if command.has("count"):
            out.write(f"{len(selection)}\n")
        elif command.has("ids"):
            _write_ids(selection, out, "\0" if command.has("null") else "\n")
        else:
            count = write(selection, selection.library, out, options)
            if options.per != "event" and len(selection) > count == 0:
                outside.say(f"none of the events that match has a {options.per}")
            return count
    return len(selection)


def writing(command: Command, outside: Outside) -> Options:
    """How the events are to be written.

    Raises:
        UsageError: When two options contradict each other, or the format is not told.
    """
    path = command.get("output")
    if path is None and all(name in _PLAIN for name in command.options):
        options = Options()
    else:
        from timeline_tui.cli.shaping import shaped  # noqa: PLC0415 - not when plain

        options = shaped(command, outside)
    if options.format == "text" and path in (None, "-"):
        _dress(options, command, outside)
    return options


def _dress(options: Options, command: Command, outside: Outside) -> None:
    """Align for the terminal, and colour if that is wanted."""
    if outside.size is not None:
        options.width = outside.size[0]
    elif not (command.has("color") or _may_colour(outside)):
        return
    from timeline_tui.cli.styled import painter  # noqa: PLC0415 - not in a plain pipe

    options.paint = painter(command.get("color"), outside)


def _may_colour(outside: Outside) -> bool:
    """Whether the environment asks for colour even in a pipe."""
    return "FORCE_COLOR" in outside.environ or "CLICOLOR_FORCE" in outside.environ


def _write_ids(selection: Selection, out: TextIO, end: str) -> None:
    from timeline_tui.render.safe import safe  # noqa: PLC0415 - the writers have it

    rows = selection.library.stream(selection)
    out.writelines(f"{safe(row.id)}{end}" for row in rows)
