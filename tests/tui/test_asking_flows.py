"""Flows of the commands that search the list and ask for less or more of it."""

from __future__ import annotations

import pytest

from hands import Flows, Follow, Hands

flow = Flows()


@flow
async def search(hands: Hands) -> None:
    before = hands.screen.state.lines.events
    await hands.press("/", *"valdai")
    assert "of" in hands.foot
    await hands.press("enter")
    assert hands.screen.state.lines.events == before
    assert "/valdai  1 of" in hands.foot
    await hands.press("escape")
    assert hands.screen.state.search is None
    await hands.press("/", *"xyzzyx")
    assert "nothing found" in hands.foot


@flow
async def next_hit(hands: Hands) -> None:
    await hands.press("/", *"aid", "enter")
    one = hands.place
    await hands.press("n")
    assert hands.place > one
    assert "2 of" in hands.foot


@flow
async def previous_hit(hands: Hands) -> None:
    await hands.press("N")
    assert "/ searches" in hands.foot
    await hands.press("f3", *"aid", "enter", "n", "N")
    assert "1 of" in hands.foot


@flow
async def edit_query(hands: Hands) -> None:
    await hands.press("&", *"actor:put")
    few = hands.screen.state.lines.events
    assert "&" in hands.rows[0]
    assert few < hands.screen.library.count
    await hands.type("n")
    assert hands.rows[1].index("^") == 3
    assert "did you mean putin" in hands.rows[2]
    assert hands.screen.state.lines.events == few
    await hands.press("enter")
    assert hands.screen.state.prompt is not None
    await hands.press("backspace", "enter")
    assert hands.query == "actor:put"
    await hands.press("u")
    assert hands.query == ""
    await hands.press(":", *"kind:figure", "escape")
    assert hands.query == ""


@flow
async def filters(hands: Hands) -> None:
    await hands.press("f")
    assert "Actors" in "".join(hands.rows)
    await hands.press("f")
    assert "Actors" not in "".join(hands.rows)


@flow
async def include(hands: Hands) -> None:
    await hands.press("f", "down", "space")
    assert hands.query.startswith("actor:")
    assert any("[+]" in row for row in hands.rows)
    await hands.press("enter")
    assert hands.query == ""


@flow
async def exclude(hands: Hands) -> None:
    await hands.press("f", "x")
    assert hands.query.startswith("-actor:")
    assert any("[−]" in row for row in hands.rows)


@flow
async def next_facet(hands: Hands) -> None:
    await hands.press("f", "]")
    at = hands.screen.state.drawer
    assert at is not None
    assert hands.screen.facets()[at.at].field == "theme"


@flow
async def previous_facet(hands: Hands) -> None:
    await hands.press("f", "]", "]", "[")
    at = hands.screen.state.drawer
    assert at is not None
    assert hands.screen.facets()[at.at].field == "theme"


async def _toggled(hands: Hands, key: str, sign: str) -> None:
    """Press a key on an event, take the first choice, and press it again."""
    if key not in ("b", "B"):
        await hands.press("j", "j")
    await hands.press(key)
    if hands.screen.state.finder is not None:
        await hands.press("enter")
    assert hands.query.startswith(sign)
    if not sign.startswith("-"):
        assert hands.screen.event is not None
        await hands.press(key)
        assert hands.query == ""


@flow
async def only_actor(hands: Hands) -> None:
    await _toggled(hands, "a", "actor:")


@flow
async def not_actor(hands: Hands) -> None:
    await _toggled(hands, "A", "-actor:")


@flow
async def only_theme(hands: Hands) -> None:
    await _toggled(hands, "t", "theme:")


@flow
async def not_theme(hands: Hands) -> None:
    await _toggled(hands, "T", "-theme:")


@flow
async def only_source(hands: Hands) -> None:
    await _toggled(hands, "s", "source:")


@flow
async def not_source(hands: Hands) -> None:
    await hands.press("j", "j", "2", "S")
    assert hands.query == "-source:edm-2023"


@flow
async def only_speaker(hands: Hands) -> None:
    await hands.press("b")
    assert "names no speaker" in hands.foot
    await hands.press("&", *"by:umarov", "enter", "F")
    await _toggled(hands, "b", "by:")


@flow
async def not_speaker(hands: Hands) -> None:
    await hands.press("&", *"by:umarov", "enter", "F")
    await _toggled(hands, "B", "-by:")


@flow
async def all_filters(hands: Hands) -> None:
    await hands.press("F")
    assert "there is no filter" in hands.foot
    await hands.press("&", *"actor:putin", "enter", "j", "j")
    event = hands.screen.event
    await hands.press("F")
    assert hands.query == ""
    assert hands.screen.event == event
    await hands.press("F")
    assert hands.query == "actor:putin"
    assert hands.screen.event == event


@flow
async def possible(hands: Hands) -> None:
    await hands.press("p")
    assert "too vague" in hands.foot
    await hands.press("&", *"on:2022-03-05..2022-03-20", "enter")
    few = hands.screen.state.lines.events
    await hands.press("p")
    assert hands.screen.state.lines.events > few


@flow
async def undo(hands: Hands) -> None:
    await hands.press("u")
    assert "nothing to undo" in hands.foot
    await hands.press("&", *"putin", "enter", "u")
    assert hands.query == ""


@flow
async def redo(hands: Hands) -> None:
    await hands.press("ctrl+r")
    assert "nothing to redo" in hands.foot
    await hands.press("&", *"putin", "enter", "u", "ctrl+r")
    assert hands.query == "putin"


@pytest.mark.parametrize("command", flow)
async def test_each_command_does_what_it_says(follow: Follow, command: str) -> None:
    await follow(flow[command])
