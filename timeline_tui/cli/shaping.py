"""How events are to be printed, as the options ask: format, fields, order, headings.

Imported only where an option asks for something other than plain text.
"""

from __future__ import annotations

from timeline_tui.cli.options import FORMATS
from timeline_tui.errors import UsageError, nearest
from timeline_tui.render.formats import ENDINGS, IN_COLUMNS, WITH_HEADINGS, Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection

_SHAPES = ("format", "per", "long", "header", "fields", "group-by", "raw")
_EXCLUDED = {
    "ids": (*_SHAPES, "count"),
    "count": (*_SHAPES, "ids", "sort", "reverse", "limit", "null"),
    "fields": ("long", "group-by"),
    "long": ("per",),
    "group-by": ("per",),
}
"""The options that ask for something else than another one does."""


def shaped(command: Command, outside: Outside) -> Options:
    """Read the options that say how events are printed.

    Raises:
        UsageError: two options contradict each other, an option is not for the format,
            a field is unknown, or the format is not told.
    """
    _agree(command)
    path = command.get("output")
    options = Options(
        command.get("format") or format_of(path),
        per=command.get("per") or "event",
        long=command.has("long"),
        header=command.has("header"),
    )
    options.raw = command.has("raw")
    options.group_by = command.get("group-by") or ""
    _fit(command, options)
    if command.has("fields"):
        options.fields = _fields(command.get("fields") or "", options.per)
    if options.raw and outside.size is not None and path in (None, "-"):
        raise UsageError("--raw could steer the terminal: print into a file or a pipe")
    if options.format == "html" and command.get("sort") in (None, "date"):
        options.group_by = options.group_by or "year"
    if options.format == "ics":
        options.epoch = _epoch(outside)
    if not command.has("quiet"):
        options.say = outside.say
    return options


def ordered(selection: Selection, command: Command, outside: Outside) -> Selection:
    """Sort, turn round and cut a selection as the options ask.

    That it was cut is told on standard error.

    Raises:
        UsageError: the limit is no whole number from 1.
    """
    from timeline_tui.library.arranged import arranged  # noqa: PLC0415 - not always

    found = arranged(
        selection,
        sort=command.get("sort"),
        reverse=command.has("reverse"),
        limit=limit_of(command),
    )
    if len(found) < found.whole and not command.has("quiet"):
        outside.say(f"{len(found):,} of the {found.whole:,} that match (--limit)")
    return found


def limit_of(command: Command) -> int | None:
    """The number of `--limit`; None where it was not given.

    Raises:
        UsageError: it is no whole number from 1.
    """
    typed = command.get("limit")
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdecimal() and int(typed)):
        raise UsageError(f"--limit needs a whole number from 1, not {typed!r}")
    return int(typed)


def format_of(path: str | None) -> str:
    """The format that the ending of a file's name tells; text where it has none.

    Raises:
        UsageError: it has an ending that tells none.
    """
    if path is None or path == "-" or path.startswith("/dev/"):
        return "text"
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    if not dot:
        return "text"
    known = ENDINGS.get(ending.lower())
    if known is None:
        near = nearest(ending.lower(), ENDINGS)
        advice = f"did you mean .{near}? Else " if near else ""
        raise UsageError(
            f"the ending of {path} tells no format; {advice}add --format with one of"
            f" {', '.join(FORMATS)}"
        )
    return known


def _agree(command: Command) -> None:
    """Refuse options that ask for different things, or that need another."""
    for one, others in _EXCLUDED.items():
        for other in others:
            if command.has(one) and command.has(other):
                raise UsageError(f"--{one} and --{other} ask for different things")
    if command.has("null") and not command.has("ids"):
        raise UsageError("--null ends ids: add --ids")
    limit_of(command)


def _fit(command: Command, options: Options) -> None:
    """Refuse options that the format has no use for."""
    name = options.format
    homes = {
        "per": IN_COLUMNS,
        "fields": IN_COLUMNS,
        "header": ("tsv", "csv"),
        "group-by": WITH_HEADINGS,
        "raw": ("csv",),
    }
    for option, formats in homes.items():
        if command.has(option) and name not in formats:
            raise UsageError(
                f"--{option} goes with {', '.join(formats)}, not with {name}"
            )
    if options.long and name != "text":
        raise UsageError(f"--long is for text; {name} is always in full")
    if name == "store" and (command.has("sort") or command.has("reverse")):
        raise UsageError("a store is always in the order of dates")


def _fields(typed: str, grain: str) -> tuple[str, ...]:
    """Read a list of fields."""
    from timeline_tui.render.formats.fields import names  # noqa: PLC0415 - only for a list

    known = names(grain)
    fields = tuple([field.strip() for field in typed.split(",")])
    for field in fields:
        if field not in known:
            near = nearest(field, known)
            advice = (
                f"did you mean {near}?" if near else f"there are {', '.join(known)}"
            )
            raise UsageError(f"no {grain} has a field {field!r}: {advice}")
        if fields.count(field) > 1:
            raise UsageError(f"--fields names {field} twice")
    return fields


def _epoch(outside: Outside) -> int | None:
    """The second of `SOURCE_DATE_EPOCH`; None where it is not set."""
    typed = outside.environ.get("SOURCE_DATE_EPOCH", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal()):
        raise UsageError(f"SOURCE_DATE_EPOCH is no number of seconds: {typed!r}")
    return int(typed)
