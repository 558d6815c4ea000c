"""Everything that a view of the explorer holds, as one frozen value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.tui.state.layers import keys_at, row_read
from timeline_tui.tui.state.news import NO_NEWS, News
from timeline_tui.tui.state.places import NOWHERE, row_at
from timeline_tui.tui.state.views import START, View

if TYPE_CHECKING:
    from typing import Self

    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query
    from timeline_tui.render.rows import ListMap
    from timeline_tui.tui.state.facets import Drawer
    from timeline_tui.tui.state.finder import Finder
    from timeline_tui.tui.state.layers import Layer
    from timeline_tui.tui.state.prompt import Prompt
    from timeline_tui.tui.state.search import Search


@dataclass(frozen=True, slots=True)
class Held:
    """What one view of the timeline is made of."""

    query: Query
    """The filter, as the reader wrote it."""
    lines: ListMap
    """The list: the selection laid out in lines."""
    place: int = NOWHERE
    """The current event, by its index in the list."""
    lost: int = NOWHERE
    """The row that was current before nothing was left to show."""
    past: tuple[Query, ...] = ()
    """Filters to undo to, the last one first to be used."""
    future: tuple[Query, ...] = ()
    """Filters to redo, the last one first to be used."""
    parked: Query | None = None
    """The filter that was turned off as a whole and can be turned on again."""
    pane: str = "list"
    """The pane that has the keys, one of `PANES`."""
    drawer: Drawer | None = None
    """The filter drawer; None leaves it to the layout."""
    account: int = NOWHERE
    """The account of the current event that was jumped to, from 0."""
    search: Search | None = None
    back: tuple[int, ...] = ()
    """Rows of the library that jumps started from, the latest last."""
    forward: tuple[int, ...] = ()
    """Rows that going back left behind, the latest last."""
    marked: frozenset[str] = frozenset()
    """The ids of the events that the reader marked."""
    prompt: Prompt | None = None
    """The line that is being typed."""
    before: Self | None = None
    """The view that typing started from, to return to when it is given up."""
    finder: Finder | None = None
    """The list that lies over the screen."""
    picked: frozenset[str] = frozenset()
    """The ids of the events to return, when the explorer is used as a filter."""
    told: str = ""
    """What the foot tells instead of keys, until the next key."""
    news: News = NO_NEWS
    """What the first line offers."""
    view: View = START
    """The view that stands where the list may stand."""
    menu: bool = False
    """Whether the foot asks which view to show."""
    layers: tuple[Layer, ...] = ()
    """What lies full screen over the panes, the top one last."""

    @property
    def selection(self) -> Selection:
        """The events shown."""
        return self.lines.selection

    @property
    def row(self) -> int:
        """The library's row of the current event; `NOWHERE` when there is none."""
        return NOWHERE if self.place == NOWHERE else row_at(self.lines, self.place)

    @property
    def where(self) -> str:
        """Where keys go: a layer, a view in place of the list, or a pane."""
        return keys_at(self.layers, self.pane, self.view)

    @property
    def reading(self) -> int:
        """The row of the event that is read; `NOWHERE` when there is none."""
        return row_read(self.layers, self.row)
