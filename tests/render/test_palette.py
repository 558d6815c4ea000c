from __future__ import annotations

import re

import pytest

from timeline_tui.render.lines import GROUNDS, ROLES
from timeline_tui.render.palette import (
    _LOOKS,
    RESET,
    THEMES,
    colours,
    painted,
    sgr,
    style,
)

DRAWN = ("rule",)
"""Roles of drawings, which no one has to read."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["kgtl-dark", "kgtl-light"])
@pytest.mark.parametrize("role", [role for role in ROLES if role not in DRAWN])
def test_text_can_be_read_on_every_ground(role: str, theme: str) -> None:
    for name in GROUNDS:
        look = style(f"{role}/{name}", theme)
        assert contrast(look.fg, look.bg) >= 4.5, name


def test_the_measure_of_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_no_role_has_a_look_that_is_not_in_the_list_of_roles() -> None:
    assert sorted(_LOOKS) == sorted(ROLES)


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_has_a_look_and_code_in_every_theme(theme: str) -> None:
    for role in ROLES:
        for depth in ("truecolor", "256", "16", "none"):
            code = sgr(role, theme, depth)
            assert re.fullmatch(r"(\x1b\[[0-9;]+m)?", code)


def test_no_colour_means_none_at_all() -> None:
    for role in ROLES:
        for name in GROUNDS:
            for theme in THEMES:
                code = sgr(f"{role}/{name}", theme, "none")
                assert set(re.findall(r"\d+", code)) <= set("123457")
        assert style(role, "kgtl-none").fg == style(role, "kgtl-none").bg == ""


def test_sixteen_colours_are_the_terminals_own() -> None:
    for role in ROLES:
        for theme in THEMES:
            numbers = {int(code) for code in re.findall(r"\d+", sgr(role, theme, "16"))}
            assert numbers <= {1, 2, 3, 4, 7, *range(30, 38)}


def test_what_must_not_be_missed_shows_without_colour() -> None:
    plain = style("text", "kgtl-none")
    for role in ("disputed", "warning", "hit", "heading", "query-error", "bar-window"):
        assert style(role, "kgtl-none") != plain
    for name in ("cursor", "cursor-away", "selection"):
        assert style(f"text/{name}", "kgtl-none") != plain


def test_stances_never_differ_by_red_against_green() -> None:
    for theme in ("kgtl-dark", "kgtl-light"):
        hues = {
            style(f"stance-{stance}", theme).fg
            for stance in ("supports", "qualifies", "reframes", "contradicts")
        }
        assert len(hues) == 4
        assert colours(theme).success not in hues


def test_codes_of_true_colours_and_of_the_256() -> None:
    assert sgr("text/base", "kgtl-dark") == "\x1b[38;2;214;217;220;48;2;20;23;26m"
    assert sgr("text/base", "kgtl-dark", "256") == "\x1b[38;5;253;48;5;234m"
    assert sgr("text", "kgtl-none") == ""


def test_a_painted_line_ends_what_it_starts() -> None:
    text = painted((("≠", "disputed"), (" title", "text")), "kgtl-16", "16")
    assert text == f"\x1b[1;33m≠{RESET} title"


def test_grounds_have_the_colours_of_the_theme() -> None:
    for theme in ("kgtl-dark", "kgtl-light"):
        assert style("text/base", theme).bg == colours(theme).background
        assert style("text/surface", theme).bg == colours(theme).surface
        assert style("text/raised", theme).bg == colours(theme).panel
    assert style("text/base", "kgtl-none").bg == ""
    assert colours("kgtl-dark").dark
    assert not colours("kgtl-light").dark


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError):
        style("no-such-role", "kgtl-dark")
    with pytest.raises(KeyError):
        style("text/no-such-ground", "kgtl-dark")
