"""The explorer's state: frozen values with pure transitions. No Textual, no Rich."""

from timeline_tui.tui.state.browse import PANES, Browse
from timeline_tui.tui.state.facets import Drawer
from timeline_tui.tui.state.places import NOWHERE
from timeline_tui.tui.state.prompt import DATE, QUERY, SEARCH, Prompt
from timeline_tui.tui.state.search import Search
from timeline_tui.tui.state.setup import ExploreResult, Setup
from timeline_tui.tui.state.typed import Typed

__all__ = [
    "DATE",
    "NOWHERE",
    "PANES",
    "QUERY",
    "SEARCH",
    "Browse",
    "Drawer",
    "ExploreResult",
    "Prompt",
    "Search",
    "Setup",
    "Typed",
]
