"""A reader's hands and eyes on an explorer, and the flows that they follow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.events import Paste
from textual.pilot import Pilot

from timeline_tui.model.event import Event
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.browse import BrowseScreen
from timeline_tui.tui.screens.foot import TALLEST
from timeline_tui.tui.state import ExploreResult
from timeline_tui.tui.state.document import Document

Painted = Callable[[ExplorerApp], list[str]]
NAMES = {
    "`": "grave_accent",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "|": "vertical_line",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    ".": "full_stop",
    "'": "apostrophe",
    "/": "slash",
    "&": "ampersand",
    ":": "colon",
    "?": "question_mark",
    " ": "space",
}


class Hands:
    """A reader's hands and eyes on an explorer."""

    def __init__(self, pilot: Pilot[ExploreResult], painted: Painted) -> None:
        assert isinstance(pilot.app, ExplorerApp)
        self.app = pilot.app
        self.pilot = pilot
        self._painted = painted

    @property
    def screen(self) -> BrowseScreen:
        assert isinstance(self.app.screen, BrowseScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*[NAMES.get(key, key) for key in keys])
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Put a text in the place of the line that is being typed."""
        await self.press("ctrl+u")
        self.screen.post_message(Paste(text))
        await self.pilot.pause()

    async def give(self, key: str, *lines: str) -> None:
        """Press a key that asks for a line, and give it lines one after the other."""
        await self.press(key)
        for line in lines:
            await self.paste(line)
            await self.press("enter")

    async def work_done(self) -> None:
        """Wait until what is done in the background has come to its end."""
        while self.screen.job is not None:
            await asyncio.sleep(0.01)
            await self.pilot.pause()
        await self.pilot.pause()

    @property
    def place(self) -> int:
        return self.screen.state.place

    @property
    def query(self) -> str:
        return str(self.screen.state.query)

    @property
    def event(self) -> Event:
        found = self.screen.event
        assert found is not None
        return found

    @property
    def document(self) -> Document:
        found = self.screen.document
        assert found is not None
        return found

    async def ask(self, text: str) -> None:
        """Type a query and keep it."""
        await self.press("&", "ctrl+u", *text, "enter")
        assert self.screen.state.prompt is None

    @property
    def rows(self) -> list[str]:
        return self._painted(self.app)

    @property
    def body(self) -> str:
        """The screen without the lines at its top and bottom."""
        return "\n".join(self.rows[1:-1])

    @property
    def foot(self) -> str:
        return self.rows[-1]

    @property
    def notice(self) -> str:
        """The rows that a notice may take, as one line."""
        return " ".join(row.strip() for row in self.rows[-TALLEST:])

    async def click(self, pane: str, x: int, y: int = 0) -> None:
        await self.pilot.click(f"#{pane}", offset=(x, y))
        await self.pilot.pause()


Flow = Callable[[Hands], Awaitable[None]]
Follow = Callable[[Flow], Awaitable[None]]


class Flows(dict[str, Flow]):
    """Flows by the name of the command that they are about."""

    def __call__(self, of: Flow) -> Flow:
        """Note a flow; a name that Python has already ends in an underline."""
        self[of.__name__.rstrip("_")] = of
        return of
