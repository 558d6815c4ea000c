"""`kgtl list [WORDS…]`, and `kgtl` in a pipe: prints the events of a query."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline, query_of
from timeline_tui.cli.printing import Printing
from timeline_tui.errors import UsageError
from timeline_tui.render.formats import PER_ACCOUNT, Options, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection

_ENDINGS = {
    "txt": "text",
    "text": "text",
    "tsv": "tsv",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
}
"""The endings of file names that tell a format."""
_ALONE = ("ids", "count")
_SHAPES = ("format", "per", "long", "header", "ids", "count")


def run(command: Command, outside: Outside) -> int:
    """Print the events and say on standard error how they answer the query."""
    options = writing(command, outside)
    query = query_of(command, outside)
    library = open_timeline(command, outside)
    selection = library.select(query, outside.today)
    if not command.has("quiet") and (selection.dated or not len(selection)):
        from timeline_tui.cli.talk import talk  # noqa: PLC0415 - not for every query

        talk(selection, command, outside)
    print_events(selection, options, command, outside)
    return FOUND if len(selection) else NOTHING


def print_events(
    selection: Selection, options: Options, command: Command, outside: Outside
) -> None:
    """Print the events of a selection the way the command line asks for."""
    paged = options.format == "text" and not any(map(command.has, _ALONE))
    with Printing(command, outside, paged=paged) as out:
        if command.has("count"):
            out.write(f"{len(selection)}\n")
        elif command.has("ids"):
            _write_ids(selection, out)
        else:
            write(selection, selection.library, out, options)


def writing(command: Command, outside: Outside) -> Options:
    """How the events are to be written.

    Raises:
        UsageError: When two options contradict each other, or the format is not told.
    """
    _agree(command)
    path = command.get("output")
    given = command.get("format")
    options = Options(
        given or format_of(path),
        per=command.get("per") or "event",
        long=command.has("long"),
        header=command.has("header"),
    )
    if options.per == "account" and options.format not in PER_ACCOUNT:
        raise UsageError(
            f"--per account can be printed as {', '.join(PER_ACCOUNT)},"
            f" not as {options.format}"
        )
    if options.long and options.format != "text":
        raise UsageError(f"--long is for text; {options.format} is always in full")
    if options.header and options.format != "tsv":
        raise UsageError("--header is for --format tsv")
    if options.format == "text" and path in (None, "-"):
        _dress(options, command, outside)
    return options


def _agree(command: Command) -> None:
    for alone in _ALONE:
        other = next(
            (name for name in _SHAPES if name != alone and command.has(name)), None
        )
        if command.has(alone) and other:
            raise UsageError(f"--{alone} and --{other} ask for different things")
    if command.has("long") and command.get("per") == "account":
        raise UsageError("--long and --per account ask for different things")


def format_of(path: str | None) -> str:
    """The format that the ending of a file's name tells; text where it has none."""
    if path is None or path == "-" or path.startswith("/dev/"):
        return "text"
    name = path.rpartition("/")[2]
    _, dot, ending = name.rpartition(".")
    if not dot:
        return "text"
    if ending.lower() not in _ENDINGS:
        raise UsageError(
            f"the ending of {path} tells no format; add --format text, tsv, jsonl or"
            " store"
        )
    return _ENDINGS[ending.lower()]


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


def _write_ids(selection: Selection, out: TextIO) -> None:
    from timeline_tui.render.safe import safe  # noqa: PLC0415 - the writers have it

    rows = selection.library.stream(selection)
    out.writelines(f"{safe(row.id)}\n" for row in rows)
