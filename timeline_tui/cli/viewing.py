"""Prints a view: what `--view`, `--by` and `--at` ask for where no explorer opens."""

from __future__ import annotations

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline, query_of
from timeline_tui.cli.option_rows import LANES, VIEWS
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.shaping import format_of
from timeline_tui.cli.styled import painter, write_lines
from timeline_tui.cli.talk import talk
from timeline_tui.errors import UsageError
from timeline_tui.query.periods import read_period
from timeline_tui.query.terms import Term
from timeline_tui.render.lines import plain
from timeline_tui.render.view import view_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Selection

_WIDTH = 100
"""How wide a view is in a pipe, unless `COLUMNS` says otherwise."""
_NARROWEST = 20
_BESIDE = (
    *("store", "view", "by", "at", "format", "output"),
    *("color", "no-pager", "quiet", "verbose", "no-mouse"),
)
"""The options that go with a view."""


def run(command: Command, outside: Outside) -> int:
    """Print the view whole, and say how the events answer the query.

    Raises:
        UsageError: an option does not go with a view.
        DateError: the date of `--at` cannot be read.
    """
    view = view_of(command)
    days = _days(command, outside)
    query = query_of(command, outside)
    library = open_timeline(command, outside)
    selection = library.select(query, outside.today)
    if not command.has("quiet"):
        if selection.dated or not len(selection):
            talk(selection, command, outside)
        _tell(selection, view, command, outside)
    if not len(selection) or (view == "figures" and not _has_figures(selection)):
        return NOTHING
    to_file = command.get("output") not in (None, "-")
    on_screen = outside.size is not None and not to_file
    lines = view_lines(
        selection,
        view,
        _width(outside, on_screen=on_screen),
        by=command.get("by") or LANES[0],
        days=days,
        whole=not on_screen,
    )
    paint = painter(command.get("color"), outside) if not to_file else None
    with Printing(command, outside) as out:
        if on_screen or paint:
            for line in lines:
                write_lines((line,), out, paint)
        else:
            out.writelines(f"{plain(line).rstrip()}\n" for line in lines)
    return FOUND


def view_of(command: Command) -> str:
    """The view that a command line asks for; `--by` alone asks for lanes.

    Raises:
        UsageError: an option does not go with it.
    """
    view = command.get("view") or ("lanes" if command.has("by") else VIEWS[0])
    if command.has("by") and view != "lanes":
        raise UsageError(f"--by is for --view lanes, not for --view {view}")
    for name in command.options:
        if name not in _BESIDE:
            raise UsageError(f"--view and --{name} ask for different things")
    told = command.get("format") or format_of(command.get("output"))
    if told != "text":
        raise UsageError(f"a view is printed as text, not as {told}")
    return view


def check_at(command: Command, outside: Outside) -> None:
    """Read the date of `--at`, if there is one, so that a wrong one is told early.

    Raises:
        DateError: it cannot be read.
    """
    _days(command, outside)


def _days(command: Command, outside: Outside) -> tuple[int, int] | None:
    at = command.get("at")
    if at is None:
        return None
    period = read_period(at, outside.today)
    if command.has("verbose"):
        outside.say(f"--at {at} is read as {period.words}")
    return period.first.toordinal(), period.last.toordinal()


def _tell(selection: Selection, view: str, command: Command, outside: Outside) -> None:
    """Say what of the selection the view does not show."""
    at = command.get("at")
    count = len(selection)
    if not count:
        return
    if at is not None and view == "lanes":
        query = selection.query.adding(Term("on", (at,)))
        found = len(selection.library.select(query, outside.today))
        outside.say(f"{found:,} of {count:,} events reach into {at}, which is in view")
    elif at is not None:
        outside.say("--at is where the explorer opens; everything is printed")
    if view == "lanes" and selection.possible:
        possible = len(selection.possible)
        outside.say(f"{possible:,} that are possible have no place in a lane")
    if view == "figures" and not _has_figures(selection):
        outside.say(f"no figures among {count:,} events")


def _has_figures(selection: Selection) -> bool:
    return any(value == "figure" for value, _, _ in selection.parted("is"))


def _width(outside: Outside, *, on_screen: bool) -> int:
    """How wide the lines are: as the terminal, else as `COLUMNS`, else 100 cells."""
    if on_screen and outside.size is not None:
        return outside.size[0]
    told = outside.environ.get("COLUMNS", "")
    if told.isascii() and told.isdecimal():
        return max(int(told), _NARROWEST)
    return _WIDTH
