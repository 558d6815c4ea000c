"""Opens the explorer: the first frame from here, everything after it from `tui`."""

from __future__ import annotations

import gc
import os
from functools import partial

from timeline_tui.cli.asked import asked
from timeline_tui.cli.background import remember, remembered
from timeline_tui.cli.exit_code import BY_SIGNAL, FOUND, INTERRUPTED
from timeline_tui.cli.first_frame import Ended, FirstFrame
from timeline_tui.cli.opening import open_timeline, query_of
from timeline_tui.cli.settings import settings
from timeline_tui.cli.styled import depth, wants_colour
from timeline_tui.errors import TerminalError
from timeline_tui.render.frame import first_frame
from timeline_tui.render.screen import panes
from timeline_tui.tui.commands.idle import idle_without_events
from timeline_tui.tui.commands.keymap import DEFAULT
from timeline_tui.tui.commands.panes import LIST, NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.settings import Settings
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query
    from timeline_tui.render.drawer import FacetRow
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Line
    from timeline_tui.tui.state import ExploreResult

_OBJECTS_BETWEEN_COLLECTIONS = 10_000  # few enough for no frame to wait
_FPS, _PAINTS = "TEXTUAL_FPS", "120"
"""How often Textual paints in a second, unless told: a key waits half as long."""


def run(command: Command, outside: Outside) -> int:
    """Explore, and in a picker print what was picked.

    Raises:
        TerminalError: When there is no terminal that could show the explorer.
    """
    if outside.dumb:
        raise TerminalError("this terminal cannot show the explorer (TERM=dumb)")
    read = settings(outside)
    options = _writing(command, outside) if command.verb == "pick" else None
    if command.has("at"):
        from timeline_tui.cli.viewing import check_at  # noqa: PLC0415 - not always

        check_at(command, outside)
    query = query_of(command, outside)
    library = open_timeline(command, outside)
    try:
        result = _explore(library, query, command, outside, read=read)
    except Ended as ended:
        return BY_SIGNAL + ended.number
    if result.light is not None:
        remember(outside.state_folder, light=result.light)
    if options is None or result.code != FOUND:
        return result.code
    if not result.chosen:
        return INTERRUPTED
    from timeline_tui.cli.commands.list import print_events  # noqa: PLC0415 - a picker
    from timeline_tui.query.terms import Query, Term  # noqa: PLC0415 - only a picker

    chosen = library.select(Query([Term("id", result.chosen)]), outside.today)
    print_events(chosen, options, command, outside)
    return FOUND


def _explore(
    library: Library,
    query: Query,
    command: Command,
    outside: Outside,
    *,
    read: Settings,
) -> ExploreResult:
    """Draw the first frame, then hand the terminal over."""
    selection = library.select(query, outside.today)
    colours = _colours(command, outside, read)
    theme = {"none": "kgtl-none", "16": "kgtl-16"}.get(colours, read.theme or "")
    if not theme:
        light = remembered(outside.state_folder)
        theme = "kgtl-light" if light else "kgtl-dark"
    with FirstFrame(outside.environ) as frame:
        hints = partial(_hints, selection, read, pick=command.verb == "pick")
        for lines in _first_lines(
            selection, command, frame.size, theme=theme, hints=hints
        ):
            frame.draw(lines, theme, colours)
        frame.ask_background()
        is_told = _FPS in os.environ
        os.environ.setdefault(_FPS, _PAINTS)
        gc.disable()  # what is imported stays; looking through it costs time
        from timeline_tui.cli.handover import setup  # noqa: PLC0415 - after the frame
        from timeline_tui.tui.app import explore  # noqa: PLC0415 - after the frame

        if not is_told:
            del os.environ[_FPS]  # read by now, and no business of an editor
        gc.freeze()
        gc.enable()
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        frame.end_if_asked()
        told = setup(
            library,
            command,
            outside,
            read=read,
            no_color=colours == "none",
            modes=frame.modes,
        )
        result = explore(library, query, told)
        frame.left_by_explorer()
    return result


def _hints(
    selection: Selection, read: Settings, pane: str, *, pick: bool
) -> list[tuple[str, str]]:
    """What the foot tells of a pane before any key."""
    keymap = read.keymap or DEFAULT
    if len(selection):
        return keymap.hints(pane, pick=pick)
    return keymap.hints(NOTHING, pick=pick, idle=idle_without_events(selection))


def _first_lines(
    selection: Selection,
    command: Command,
    size: tuple[int, int],
    *,
    theme: str,
    hints: Callable[[str], list[tuple[str, str]]],
) -> Iterator[list[Line]]:
    """The first screen, of the list or of whatever was asked for."""
    opens = asked(command)
    if opens.is_usual:
        yield from _usual_lines(selection, size, hints(LIST))
        return
    from timeline_tui.tui.screens.first_screen import (  # noqa: PLC0415 - rare
        FirstScreen,
        opened,
    )

    state = opened(selection, selection.today, **opens._asdict())
    yield FirstScreen(state, size, theme).lines(hints(state.where))


def _usual_lines(
    selection: Selection, size: tuple[int, int], keys: list[tuple[str, str]]
) -> Iterator[list[Line]]:
    """The first screen twice: with what is quick to draw, then the whole of it."""
    places = panes(*size)
    quick = places._replace(detail=None, drawer=None)
    yield first_frame(selection, quick, size, keys)
    if quick == places:
        return
    facets: Sequence[FacetRow] = ()
    if places.drawer:
        from timeline_tui.tui.state.facets import Drawer, facet_lines  # noqa: PLC0415

        facets = facet_lines(selection, selection.query, Drawer())
    yield first_frame(selection, places, size, keys, facets=facets)


def _colours(command: Command, outside: Outside, read: Settings) -> str:
    """How many colours to draw in: "truecolor", "256", "16" or "none"."""
    wanted = wants_colour(command.get("color"), outside.environ, can=True)
    if read.theme in ("kgtl-16", "kgtl-none"):
        return str(read.look["theme"]) if wanted else "none"
    return depth(outside.environ) if wanted else "none"


def _writing(command: Command, outside: Outside) -> Options:
    """How a picker prints; asked before the screen is taken, since it may refuse."""
    from timeline_tui.cli.commands.list import writing  # noqa: PLC0415 - a picker

    return writing(command, outside)
