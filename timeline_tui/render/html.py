"""Text as HTML: escaped for content and attributes, and links where they are safe."""

from __future__ import annotations

from html import escape

from timeline_tui.render.note import address, at_passage
from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.model.event import Cite
    from timeline_tui.model.source import Source


def text(value: str) -> str:
    """A text for content or for an attribute in quotes."""
    return escape(safe(value))


def element(tag: str, content: str, role: str = "") -> str:
    """An element with text in it, of a class if one is named."""
    named = f' class="{role}"' if role else ""
    return f"<{tag}{named}>{text(content)}</{tag}>"


def address_link(note: str, source: Source, cites: Iterable[Cite] = ()) -> str:
    """A note with the web address of its source as a link, if it has one.

    It leads to the first of the passages cited that has words to be found by.
    """
    link = address(source)
    if not link.startswith("http") or link not in note:
        return text(note)
    before, _, after = note.partition(link)
    target = text(at_passage(link, cites))
    anchor = f'<a href="{target}" rel="noopener noreferrer">{text(link)}</a>'
    return f"{text(before)}{anchor}{text(after)}"
