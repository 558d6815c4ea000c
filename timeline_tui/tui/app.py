"""The explorer as an app: theme, terminal, signals, and one screen."""

from __future__ import annotations

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App

from timeline_tui.tui.driver import TtyDriver, require_terminal
from timeline_tui.tui.paint import (
    DARK,
    LIGHT,
    NONE,
    SIXTEEN,
    Paint,
    textual_name,
    textual_theme,
)
from timeline_tui.tui.screens.browse import BrowseScreen
from timeline_tui.tui.state import ExploreResult

if TYPE_CHECKING:
    from textual.driver import Driver

    from timeline_tui.library.library import Library
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.state import Setup

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""The signals that end the explorer, with 128 and their number as exit code."""


class ExplorerApp(App[ExploreResult], inherit_bindings=False):
    """The explorer."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS_PATH = "kgtl.tcss"
    TITLE = "kgtl"

    def __init__(self, library: Library, query: Query, setup: Setup) -> None:
        """Take an open library, the query to start with and the surroundings."""
        driver = partial(TtyDriver, modes=setup.modes, told=self.told_background)
        super().__init__(
            driver_class=cast("type[Driver]", driver),
            ansi_color=True
            if setup.no_color or setup.theme in (SIXTEEN, NONE)
            else None,
        )
        self.animation_level = "full" if setup.motion else "none"
        self.setup = setup
        self.light: bool | None = None
        """What the terminal said of its background; None until it did."""
        for name in (DARK, LIGHT):
            self.register_theme(textual_theme(name))
        self.paint = Paint(self._theme_for(light=setup.light))
        self.set_reactive(App.theme, textual_name(self.paint.theme))
        self._browse = BrowseScreen(library, query, setup, self.paint)

    def _theme_for(self, *, light: bool | None) -> str:
        """Return the theme for this terminal."""
        if self.setup.no_color or self.no_color:
            return NONE
        if self.setup.theme in (DARK, LIGHT, SIXTEEN, NONE):
            return self.setup.theme
        if self.console.color_system == "standard":
            return SIXTEEN
        return LIGHT if light else DARK

    def get_default_screen(self) -> BrowseScreen:
        """Return the one screen there is."""
        return self._browse

    def on_mount(self) -> None:
        """Hear signals, and paint again after a stop."""
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, self._end, number)
        self.app_resume_signal.subscribe(self, lambda _: self._paint_again())

    def told_background(self, *, light: bool) -> None:
        """Take the theme for the background that the terminal told of."""
        self.light = light
        theme = self._theme_for(light=light)
        if theme != self.paint.theme:
            self.paint.become(theme)
            self.theme = textual_name(theme)
            self._browse.repaint()

    def _end(self, number: int) -> None:
        code = 128 + number
        self.exit(ExploreResult(code=code), code)

    def _paint_again(self) -> None:
        self.refresh(layout=True)
        self._browse.repaint()

    def _fatal_error(self) -> None:
        """Leave with a traceback that shows no values, which may be anybody's text."""
        import rich  # noqa: PLC0415 - it and the next take long to import, for a crash
        import textual  # noqa: PLC0415
        from rich.segment import Segments  # noqa: PLC0415
        from rich.traceback import Traceback  # noqa: PLC0415

        told = Traceback(show_locals=False, width=100, suppress=[rich, textual])
        options = self.console.options
        self._exit_renderables.append(Segments(self.console.render(told, options)))
        self._close_messages_no_wait()


def explore(library: Library, query: Query, setup: Setup) -> ExploreResult:
    """Run the explorer on the controlling terminal until it is left.

    The terminal may already be on the alternate screen with a first frame drawn; when
    this returns it is back on the main one, in the modes of `setup.modes`.

    Raises:
        QueryError: The query names something unknown.
        TerminalError: There is no controlling terminal.
    """
    require_terminal()
    app = ExplorerApp(library, query, setup)
    result = app.run(mouse=setup.mouse)
    if result is None:
        result = ExploreResult(code=app.return_code or 0)
    return ExploreResult(code=result.code, chosen=result.chosen, light=app.light)
