"""Where the keys of the explorer go, and what a command is."""

from __future__ import annotations

from typing import NamedTuple

LIST, DETAIL, DRAWER, PICK = "list", "detail", "drawer", "pick"
"""Where keys may go; `pick` is the list of an explorer used as a filter."""
VIEWS = (LANES, MATRIX, FIGURES) = ("lanes", "matrix", "figures")
"""The views that may stand where the list stands."""
LAYERS = (COMPARISON, DOCUMENT) = ("comparison", "document")
"""What may lie full screen over all panes."""
NOTHING = "nothing"
"""What the foot tells of where no event is shown."""
MENU = "menu"
"""The question which view to show."""
ALL = (LIST, DETAIL, DRAWER, *VIEWS)
READ = (LIST, DETAIL, *VIEWS)
ROWS = (LIST, DETAIL, MATRIX, FIGURES)
EVERYWHERE = (*ALL, *LAYERS)
IN_LANES, IN_MENU = (LANES,), (MENU,)
IN_COMPARISON, IN_DOCUMENT = (COMPARISON,), (DOCUMENT,)
IN_DRAWER, IN_PICK = (DRAWER,), (PICK,)
DIGITS = tuple("123456789")
"""The keys that mean a number."""


class Command(NamedTuple):
    """Something that a reader can ask for."""

    name: str
    keys: tuple[str, ...]
    label: str
    """Two or three words, for the foot and the palette."""
    help: str
    """One sentence on what it does."""
    panes: tuple[str, ...]
    """Where its keys work."""
    group: str
    """The heading it stands under in the help."""


Line = tuple[str, str, tuple[str, ...], str, str]
"""A command without its group: name, keys, panes, label, help."""
