"""Where the panes stand, and how a state becomes what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from timeline_tui.render.screen import Rect, panes
from timeline_tui.tui.commands.keymap import DEFAULT
from timeline_tui.tui.screens.bars import FINDER_HEADS, FINDER_TAILS
from timeline_tui.tui.screens.beneath import prompt_places
from timeline_tui.tui.screens.foot import foot_height
from timeline_tui.tui.screens.hits import finder_of
from timeline_tui.tui.screens.view_places import under_layer, with_view
from timeline_tui.tui.state import NOWHERE, QUERY, ExploreResult
from timeline_tui.tui.state.views import TIMELINE
from timeline_tui.tui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.render.screen import Panes
    from timeline_tui.tui.paint import Paint
    from timeline_tui.tui.screens.contents import Find
    from timeline_tui.tui.screens.job import Job
    from timeline_tui.tui.state import Browse, Setup
    from timeline_tui.tui.state.notebook import Notebook

OVER_WIDTH = 92
"""The list over the screen is at most so many cells wide."""
if TYPE_CHECKING:
    Part = Screen[ExploreResult]
else:  # hears messages as a screen does, without the time that each widget class takes
    Part = type(Screen)("Part", (), {})
_BESIDE = 12
"""What lies over the screen covers it where less than this would be seen beside it."""


class Placing(Part):
    """Knows the panes, their places, and what each was last drawn from."""

    drawn_from: dict[str, object]
    """What each pane, and each part of one, was last drawn from."""

    library: Library
    paint: Paint
    setup: Setup
    state: Browse
    notebook: Notebook
    """What the reader keeps about this store."""
    job: Job | None = None
    """What is being done in the background."""
    keymap = DEFAULT
    """The commands and their keys, as the reader wants them."""

    @property
    def event(self) -> Event | None:
        """The current event; None in an empty list."""
        row = self.state.reading
        return self.library.event(row) if row != NOWHERE else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the ground where no pane stands, in a style of ours."""
        return [self.paint.strip((), crop.width, "base")] * crop.height

    # Places

    def pane(self, name: str) -> LinePane:
        """Return a pane by its name."""
        return self.query_one(f"#{name}", LinePane)

    def panes(self, width: int, height: int) -> Panes:
        """Divide the terminal for the state as it is."""
        state = self.state
        drawer = True if state.drawer is not None else None
        is_detail = state.pane == "detail"
        return panes(width, height, drawer=drawer, detail=is_detail)

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Return where each pane stands that is shown, those above others last."""
        divided = self.panes(width, height)
        if divided.layout == "tiny":
            return {"tiny": Rect(0, 0, width, height)}
        shown = self._divided(divided, width)
        if self.state.layers:
            shown = under_layer(shown, width, height)
        elif self.state.view.name != TIMELINE:
            shown = with_view(shown, self.state.view.name, divided.layout)
        prompt, finder = self.state.prompt, self.state.finder
        if prompt is not None and prompt.purpose == QUERY:
            shown |= prompt_places(prompt, width, height)
        foot = foot_height(self.state, width, height, self.keymap)
        if finder is not None:
            wide = OVER_WIDTH if width > OVER_WIDTH + _BESIDE else width
            tall = max(len(finder.listed()), 1) + FINDER_HEADS + FINDER_TAILS
            tall = min(height - 1 - foot, tall)
            shown["over"] = Rect((width - wide) // 2, 1, wide, tall)
        if foot > 1:  # over whatever else stands there
            del shown["foot"]
            shown["foot"] = Rect(0, height - foot, width, foot)
        return shown

    def _divided(self, divided: Panes, width: int) -> dict[str, Rect]:
        """Return where the panes stand; a drawer that would leave little covers all."""
        shown: dict[str, Rect] = {
            name: rect
            for name in ("query", "density", "gap", "list", "detail", "drawer", "foot")
            if (rect := getattr(divided, name)) is not None
        }
        if "drawer" in shown and width - shown["drawer"].width < _BESIDE:
            if self.state.pane == "drawer":
                shown["drawer"] = shown["drawer"]._replace(width=width)
            else:  # it would cover what the keys go to
                del shown["drawer"]
        return shown

    def reachable(self) -> list[str]:
        """Return the panes that keys can go to, in the order of Tab."""
        shown = self.places(*self.size)
        if "tiny" in shown:
            return ["list"]
        return ["list", "detail", *(["drawer"] if "drawer" in shown else [])]

    def differs(self, name: str, key: object) -> bool:
        """Tell whether something is to be drawn from another key, and keep that."""
        keys = self.drawn_from
        if name in keys and keys[name] == key:
            return False
        keys[name] = key
        return True

    def find_hits(self) -> Find | None:
        """Return what finds the words of the query and of the search in a text."""
        search = self.state.search
        queries = [self.state.query] + ([search.query] if search else [])
        return finder_of(*queries)
