"""The order in which colour is decided."""

from __future__ import annotations

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.styled import depth, painter, wants_colour

LINE = (("heading", "heading"),)


@pytest.mark.parametrize(
    ("choice", "environ", "can", "wanted"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        ("auto", {}, True, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "0"}, False, False),
        (None, {"FORCE_COLOR": ""}, False, False),
        (None, {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, False, True),
        (None, {"CLICOLOR": "0"}, True, False),
        (None, {"CLICOLOR": "1"}, False, False),
    ],
)
def test_decision(
    choice: str | None,
    environ: dict[str, str],
    can: bool,  # noqa: FBT001 - a column of the table
    wanted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert wants_colour(choice, environ, can=can) is wanted


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "truecolor"),
        ({"COLORTERM": "24bit"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({}, "16"),
    ],
)
def test_depth(environ: dict[str, str], colours: str) -> None:
    assert depth(environ) == colours


def test_a_pipe_and_a_dumb_terminal_get_no_colour() -> None:
    assert painter(None, FakeOutside()) is None
    assert painter(None, FakeOutside(size=(80, 24), environ={"TERM": "dumb"})) is None


def test_a_terminal_gets_colour_of_its_own_sixteen() -> None:
    paint = painter(None, FakeOutside(size=(80, 24)))
    assert paint is not None
    text = paint(LINE)
    assert "heading" in text
    assert "\x1b[" in text
    assert "38;" not in text
