"""What is told in the foot: whole, by the keys there are, and true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hands import Hands
from timeline_tui.query.syntax import parse
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.foot import TALLEST
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.places import place_of

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
LONG = " ".join(f"word-{number}" for number in range(60))


async def test_a_notice_is_told_whole_on_a_narrow_terminal(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(40, 12)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("'")
        assert "no event is marked; m marks one" in hands.foot
        await hands.press("&", *"war", "enter", "X")
        assert "dropped war; u brings it back" in hands.notice
        await hands.press("w", *"brief.doc", "enter")
        assert "the ending tells no format" in hands.notice
        assert "ics or text:NAME" in hands.notice
        assert "write to file: brief.doc" in hands.foot
        await hands.press("ctrl+u", *("a-long-name-" * 4))
        assert "Parliam" in "".join(hands.rows[2:4])
        assert hands.rows[-2].strip()
        await hands.press("escape")
        assert "format" not in hands.notice


async def test_a_notice_leaves_most_of_the_screen(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(40, 12)) as pilot:
        hands = Hands(pilot, painted)
        hands.screen.say(LONG)
        await pilot.pause()
        assert sum("word-" in row for row in hands.rows) == TALLEST
        assert hands.foot.rstrip().endswith("…")
        await hands.press("j")
        assert not any("word-" in row for row in hands.rows)


async def test_of_what_was_copied_a_line_is_told(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j", "2", "y")
        assert "clipboard: Eurasia" in hands.foot
        assert hands.foot.rstrip().endswith("…")
        assert "clipboard" not in hands.rows[-2]


KEYS = {
    "search": ("f8",),
    "next_hit": ("f9",),
    "previous_hit": ("f10",),
    "close": ("f11",),
    "all_filters": ("f12",),
    "next_passage": ("f13",),
    "next_in_lane": ("f14",),
    "view": ("f15",),
    "view_lanes": ("f16",),
    "quit": ("f17",),
    "undo": ("f18",),
    "mark": ("f19",),
    "write": ("f20",),
}


@pytest.fixture
def rebound(explore: Explore) -> ExplorerApp:
    return explore(keys=KEYS)


async def test_notices_name_the_keys_that_there_are(
    rebound: ExplorerApp, painted: Painted
) -> None:
    async with rebound.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("f9")
        assert "nothing is searched for; F8 searches" in hands.foot
        await hands.press("'")
        assert "F19 marks one" in hands.foot
        await hands.press("&", *"war", "enter", "X")
        assert "F18 brings it back" in hands.foot
        await hands.press("f12", "f8", *"xyzzyx", "enter", "j")
        assert "nothing found" in hands.foot
        assert "F9 next  F10 previous  F11 end" in hands.foot
        await hands.press("d", "f9")
        assert "F8 searches" in hands.foot


async def test_the_question_which_view_names_and_hears_the_keys_there_are(
    rebound: ExplorerApp, painted: Painted
) -> None:
    async with rebound.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("f15")
        assert "t timeline  F16 lanes" in hands.foot
        await hands.press("f11")
        assert not hands.screen.state.menu
        await hands.press("f15", "f17")
        assert hands.app.is_running
        await hands.press("f15", "f16")
        assert hands.screen.state.view.name == "lanes"
        await hands.press("ctrl+p", *"lanes")
        assert any("F15 F16" in row for row in hands.rows)
        await hands.press("escape")
        await pilot.resize_terminal(30, 6)
        await pilot.pause()
        assert "F17" in "".join(hands.rows)


async def test_no_paragraph_without_a_citation_sends_to_a_key_that_is_not(
    rebound: ExplorerApp, painted: Painted
) -> None:
    async with rebound.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("d", "g")
        cited = {passage.para for passage in hands.document.text.cited}
        while hands.document.para in cited:
            await hands.press("j")
        await hands.press("enter")
        assert "F13 goes to the next passage" in hands.foot


async def test_a_linked_event_that_only_may_fall_in_the_dates_is_unfolded(
    explore: Explore, painted: Painted
) -> None:
    async with explore("on:2022-03-05..2022-03-20").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        state = hands.screen.state
        vague = state.selection.possible[0]
        assert place_of(state.lines, vague) == NOWHERE
        event_id = hands.screen.library.event(vague).id
        hands.screen.go_to_event(event_id)
        await pilot.pause()
        assert hands.event.id == event_id
        assert hands.screen.state.lines.open_fold
        await hands.press("ctrl+o")
        assert hands.place == 0
        hidden = next(
            row
            for row in range(hands.screen.library.count)
            if row not in state.selection.timeline
            and row not in state.selection.possible
        )
        hands.screen.go_to_event(hands.screen.library.event(hidden).id)
        await pilot.pause()
        assert "the filter hides that event; F turns all filters off" in hands.foot


async def test_a_marked_event_in_the_fold_is_found(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        query = parse("on:2022-03-05..2022-03-20", hands.screen.setup.today)
        vague = hands.screen.select(query).possible[0]
        hands.screen.become(hands.screen.state.at(vague))
        await hands.press("m")
        await hands.ask("on:2022-03-05..2022-03-20")
        await hands.press("'")
        assert hands.screen.state.row == vague
        await hands.press("p", "k", "'")
        assert hands.screen.state.row == vague
