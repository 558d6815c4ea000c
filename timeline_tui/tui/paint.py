"""Lines of (text, role) to strips: the one door from roles to the styles of Rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.theme import Theme

from timeline_tui.render import palette
from timeline_tui.render.lines import fit, on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.lines import Line

DARK, LIGHT, SIXTEEN, NONE = palette.THEMES
"""The themes there are."""
STRIPS_KEPT = 2048
"""So many painted lines are kept, a few hundred screens' worth of bytes."""


class Content(Protocol):
    """What a pane shows: lines, of which it asks for those that are seen."""

    def count(self, width: int) -> int:
        """Return how many lines there are at a width in cells."""

    def window(self, top: int, height: int, width: int) -> Sequence[tuple[Line, str]]:
        """Return at most `height` lines from `top` on, each with its ground."""


class Paint:
    """Turns lines into strips in the styles of one theme, and keeps them."""

    def __init__(self, theme: str) -> None:
        """Take one of `palette.THEMES`."""
        self.theme = theme
        self._styles: dict[str, Style] = {}
        self._strips: dict[tuple[Line, int, str], Strip] = {}

    def become(self, theme: str) -> None:
        """Go over to another theme."""
        self.theme = theme
        self._styles.clear()
        self._strips.clear()

    def style(self, role: str) -> Style:
        """Return the style of a role, with or without the ground it stands on."""
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = _rich(palette.style(role, self.theme))
        return style

    def strip(self, line: Line, width: int, ground: str) -> Strip:
        """Return a line as exactly `width` cells that stand on a ground."""
        key = (line, width, ground)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= STRIPS_KEPT:
                self._strips.clear()
            spans = on(fit(line, width), ground)
            segments = [Segment(text, self.style(role)) for text, role in spans if text]
            strip = Strip(segments).adjust_cell_length(
                width, self.style(f"space/{ground}")
            )
            self._strips[key] = strip
        return strip


def _rich(look: palette.Style) -> Style:
    """Return a look of ours as a style of Rich."""
    return Style(
        color=look.fg or None,
        bgcolor=look.bg or None,
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )


def textual_theme(name: str) -> Theme:
    """Return our dark or light theme as Textual wants it."""
    hues = palette.colours(name)
    return Theme(
        name=name,
        primary=hues.primary,
        secondary=hues.secondary,
        accent=hues.accent,
        warning=hues.warning,
        error=hues.error,
        success=hues.success,
        foreground=hues.foreground,
        background=hues.background,
        surface=hues.surface,
        panel=hues.panel,
        dark=hues.dark,
    )


def textual_name(name: str) -> str:
    """Return the theme that Textual paints with where no pane stands.

    Without colours of ours these are the terminal's own.
    """
    return name if palette.colours(name).background else "ansi-dark"
