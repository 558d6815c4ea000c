"""What each role looks like: four themes, and the escape codes for them.

`kgtl-dark` and `kgtl-light` use true colours, each text at least 4.5 : 1 on every
ground (WCAG 2) and hues after Okabe and Ito; `kgtl-16` uses the terminal's own colours
and `kgtl-none` none at all. No meaning rests on a colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.render.lines import Line

THEMES = ("kgtl-dark", "kgtl-light", "kgtl-16", "kgtl-none")
"""The names of the themes."""
CARET = "text/caret"
"""The role of a cell that a cursor stands on; it is reversed in every theme."""


class Style(NamedTuple):
    """The look of a role; a colour is `#rrggbb`, one of the sixteen, or "" (none)."""

    fg: str = ""
    bg: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


class Colours(NamedTuple):
    """The colours of a theme by the names that Textual gives them."""

    primary: str
    secondary: str
    accent: str
    warning: str
    error: str
    success: str
    foreground: str
    background: str
    surface: str
    panel: str
    dark: bool


_DARK = {
    "text": "#d6d9dc",
    "strong": "#f2f4f5",
    "muted": "#b1b7bd",
    "faint": "#9aa1a9",
    "sky": "#6cbcf0",
    "orange": "#f0a93a",
    "green": "#4fc3a1",
    "yellow": "#ece07a",
    "rose": "#e5a3c6",
    "vermilion": "#ff9466",
    "line": "#4b545c",
    "base": "#14171a",
    "surface": "#191d21",
    "raised": "#20252b",
    "cursor": "#273542",
    "cursor-away": "#252a31",
    "selection": "#263747",
    "hit": "#5a4708",
    "sought": "#14506f",
}
_LIGHT = {
    "text": "#24292e",
    "strong": "#0b0e11",
    "muted": "#454c53",
    "faint": "#535a62",
    "sky": "#0a5184",
    "orange": "#7d4500",
    "green": "#005a41",
    "yellow": "#5f5000",
    "rose": "#80305c",
    "vermilion": "#93330a",
    "line": "#b4b9b6",
    "base": "#fafaf8",
    "surface": "#f5f5f2",
    "raised": "#ecece7",
    "cursor": "#d5e4f0",
    "cursor-away": "#e4e7e8",
    "selection": "#cfe0ee",
    "hit": "#f4dc88",
    "sought": "#b9dcf2",
}
_SIXTEEN = {
    "text": "",
    "strong": "",
    "muted": "",
    "faint": "",
    "sky": "cyan",
    "orange": "yellow",
    "green": "green",
    "yellow": "yellow",
    "rose": "magenta",
    "vermilion": "red",
    "line": "",
    "base": "",
    "surface": "",
    "raised": "",
    "cursor": "",
    "cursor-away": "",
    "selection": "",
    "hit": "",
    "sought": "",
}
_INKS = {
    "kgtl-dark": _DARK,
    "kgtl-light": _LIGHT,
    "kgtl-16": _SIXTEEN,
    "kgtl-none": dict.fromkeys(_SIXTEEN, ""),
}

_LOOKS = {
    "space": ("text", ""),
    "text": ("text", ""),
    "muted": ("muted", ""),
    "faint": ("faint", "d"),
    "date": ("muted", ""),
    "year": ("strong", "b"),
    "month": ("strong", ""),
    "day": ("muted", ""),
    "kind": ("faint", "d"),
    "title": ("text", ""),
    "title-possible": ("muted", "i"),
    "source-letter": ("sky", ""),
    "source-silent": ("faint", "d"),
    "disputed": ("orange", "b"),
    "heading": ("strong", "b"),
    "rule": ("line", "d"),
    "label": ("faint", "d"),
    "value": ("text", "b"),
    "stance-supports": ("sky", ""),
    "stance-qualifies": ("yellow", ""),
    "stance-reframes": ("rose", ""),
    "stance-contradicts": ("vermilion", "b"),
    "anchor": ("text", "i"),
    "hit": ("strong", "bu"),
    "sought": ("strong", "b"),
    "actor": ("text", ""),
    "theme": ("text", ""),
    "place": ("text", ""),
    "para": ("sky", ""),
    "found": ("faint", "d"),
    "warning": ("orange", "b"),
    "key": ("strong", "b"),
    "hint": ("muted", ""),
    "query": ("strong", ""),
    "query-field": ("sky", ""),
    "query-error": ("vermilion", "bu"),
    "count": ("muted", ""),
    "bar": ("sky", ""),
    "bar-window": ("strong", "b"),
    "bar-hidden": ("faint", "d"),
    "cursor": ("strong", ""),
    "mark": ("orange", "b"),
}
"""Role → its ink and attributes: b bold, d dim, i italic, u underline.

Dim is for terminals without a grey of ours; true colours never dim.
"""
_GROUND_ATTRIBUTES = {"cursor": "r", "cursor-away": "u", "selection": "r"}
"""How grounds show where there is no colour for them."""
_OWN_GROUND = {"hit": "hit", "sought": "sought"}
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


def style(role: str, theme: str) -> Style:
    """The look of a role, or of a role on a ground (`title/cursor`), in a theme.

    Without a ground there is no background, but for roles that bring their own.

    Raises:
        KeyError: there is no such role, ground or theme.
    """
    if role == CARET:
        return style("text/base", theme)._replace(reverse=True)
    role, _, ground = role.partition("/")
    inks = _INKS[theme]
    ink, attributes = _LOOKS[role]
    own = _OWN_GROUND.get(role, ground)
    if inks["base"]:
        attributes = attributes.replace("d", "")
    else:
        attributes += "r" if role in _OWN_GROUND else _GROUND_ATTRIBUTES.get(ground, "")
        if "r" in attributes:  # a coloured letter would be a coloured patch
            ink, attributes = "text", attributes.replace("d", "")
    bg = inks[own] if own else ""
    return Style(
        inks[ink],
        bg,
        bold="b" in attributes,
        dim="d" in attributes,
        italic="i" in attributes,
        underline="u" in attributes,
        reverse="r" in attributes,
    )


def colours(theme: str) -> Colours:
    """The colours of `kgtl-dark` or `kgtl-light` for Textual."""
    inks = _INKS[theme]
    return Colours(
        primary=inks["sky"],
        secondary=inks["rose"],
        accent=inks["orange"],
        warning=inks["orange"],
        error=inks["vermilion"],
        success=inks["green"],
        foreground=inks["text"],
        background=inks["base"],
        surface=inks["surface"],
        panel=inks["raised"],
        dark=theme != "kgtl-light",
    )


def sgr(role: str, theme: str, depth: str = "truecolor") -> str:
    """The escape sequence that turns a role on; "" where it looks like plain text.

    `depth` is what the terminal can show: "truecolor", "256", "16" or "none".
    It assumes attributes are off: end each piece with `RESET`.
    """
    if depth == "none":
        theme = "kgtl-none"
    elif depth == "16" and theme != "kgtl-none":
        theme = "kgtl-16"
    look = style(role, theme)
    codes = [code for code, is_on in zip("12347", look[2:], strict=True) if is_on]
    codes += _colour_codes(look.fg, 30, depth) + _colour_codes(look.bg, 40, depth)
    return f"\x1b[{';'.join(codes)}m" if codes else ""


RESET = "\x1b[0m"
"""Turns everything off."""


def painted(line: Line, theme: str, depth: str = "truecolor") -> str:
    """A line with the escape sequences of its roles."""
    out = []
    for text, role in line:
        code = sgr(role, theme, depth)
        out.append(f"{code}{text}{RESET}" if code else text)
    return "".join(out)


def _colour_codes(colour: str, base: int, depth: str) -> list[str]:
    """The SGR codes of a colour as foreground (base 30) or background (40)."""
    if not colour:
        return []
    if colour[0] != "#":
        return [str(base + _NAMES.index(colour))]
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    if depth == "256":
        return [str(base + 8), "5", str(_nearest(red, green, blue))]
    return [str(base + 8), "2", str(red), str(green), str(blue)]


_STEPS = (0, 95, 135, 175, 215, 255)


def _nearest(*rgb: int) -> int:
    """The nearest of the 256 colours: of the cube, or of the greys."""
    steps = [min(range(6), key=lambda i: abs(_STEPS[i] - part)) for part in rgb]
    grey = min(23, max(0, (sum(rgb) // 3 - 3) // 10))
    in_cube = sum((_STEPS[i] - part) ** 2 for i, part in zip(steps, rgb, strict=True))
    in_greys = sum((8 + 10 * grey - part) ** 2 for part in rgb)
    if in_greys < in_cube:
        return 232 + grey
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
