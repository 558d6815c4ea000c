"""Citation styles, all with one signature.

Each of `render.STYLES` is a module of this package that has
`cited(tellers, library) -> list[str]`: for accounts and figures, the blocks of text
that cite them, in their order and each once. A block of "note", "chicago" and "apa" is
one line about what one of them says; of "bibtex" an entry about a document, in several
lines; of "csl" the one array of all documents.
"""

from __future__ import annotations

from sys import modules

from timeline_tui.render import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Event, Figure

    Teller = Account | Figure

DEFAULT = STYLES[0]
PROSE = ("note", "chicago", "apa")
"""The styles that are for people to read, which may be wrapped on a terminal."""


def cited(style: str, tellers: Sequence[Teller], library: Library) -> list[str]:
    """Cite accounts and figures in a style.

    Raises:
        KeyError: there is no such style.
    """
    if style not in STYLES:
        raise KeyError(style)
    name = f"timeline_tui.render.citations.{style}"
    __import__(name)
    blocks: list[str] = modules[name].cited(tellers, library)
    return blocks


def tellers_of(event: Event, source: str = "") -> list[Teller]:
    """What of an event can be cited: its accounts, then the figures with a source.

    Where `source` names one, only what is told by that document.
    """
    all_of_it: tuple[Teller, ...] = (*event.accounts, *event.figures)
    return [t for t in all_of_it if t.source and source in ("", t.source)]


def sources_of(tellers: Sequence[Teller]) -> list[str]:
    """The ids of the documents that are cited, each once, in order."""
    return list(dict.fromkeys([teller.source for teller in tellers]))
