from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from textual import events

from hands import Hands
from timeline_tui.errors import QueryError
from timeline_tui.library.library import Library
from timeline_tui.query.syntax import parse
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.keeping import kept
from timeline_tui.tui.state import Typed
from timeline_tui.tui.state.completion import Completer
from timeline_tui.tui.state.query_text import read_line

TODAY = date(2026, 11, 22)
Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


def texts(library: Library, text: str) -> list[str]:
    found = Completer(library).complete(Typed.ending(text))
    return [candidate.text for candidate in found.candidates] if found else []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("", "actor:"),
        ("so", "source:"),
        ("-so", "source:"),
        ("actor:put", "putin"),
        ("actor:putin,jap", "japarov"),
        ("by:umar", "umarov"),
        ("Japa", "actor:japarov"),
        ("kind:fi", "figure"),
        ("is:mu", "multi-source"),
        ("on:202", "2022"),
        ("since:2022-", "2022-02"),
    ],
)
def test_what_is_typed_is_completed(shipped: Library, text: str, offered: str) -> None:
    assert offered in texts(shipped, text)


@pytest.mark.parametrize("text", ["actor:putin ", "kind:figure", "text:w", "war"])
def test_nothing_is_offered_where_nothing_can_come_of_it(
    shipped: Library, text: str
) -> None:
    assert "actor:" not in texts(shipped, text)


def test_an_id_is_completed_with_its_title(shipped: Library) -> None:
    row = shipped.rows([5])[0]
    found = Completer(shipped).complete(Typed.ending(f"id:{row.id[:-1]}"))
    assert found is not None
    assert (row.id, row.title) in [(c.text, c.note) for c in found.candidates]


def test_whatever_is_taken_can_be_read(shipped: Library) -> None:
    for text in ("actor:", "theme:", "source:", "place:", "side:", "stance:", "is:"):
        found = Completer(shipped).complete(Typed.ending(text))
        assert found is not None
        for number, candidate in enumerate(found.candidates):
            taken = found.moved(number + 1).taken(Typed.ending(text))
            selection = shipped.select(parse(taken.text, TODAY), TODAY)
            if candidate.events >= 0 and text != "side:":
                assert len(selection) == candidate.events


def test_a_word_is_completed_within_the_line(shipped: Library) -> None:
    line = Typed("actor:put since:2022", len("actor:put"))
    found = Completer(shipped).complete(line)
    assert found is not None
    assert found.taken(line) == Typed("actor:putin since:2022", len("actor:putin"))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("kgtl actor:putin,japarov", "actor:putin,japarov"),
        ('kgtl "Oct 2022" war', 'on:"Oct 2022" war'),
        ("kgtl --store /x/y.toml list -- -vote list", "-vote list"),
        ("kgtl --store=/x list kind:figure", "kind:figure"),
        ("kgtl list kind:figure", "kind:figure"),
        ("kgtl 'actor:Sadyr Japarov'", 'actor:"Sadyr Japarov"'),
        ("kgtl '\"military base\"'", '"military base"'),
        ("kgtl", ""),
        ("kgtlx", "kgtlx"),
        ("actor:putin", "actor:putin"),
    ],
)
def test_a_command_line_is_read_as_the_shell_would(text: str, query: str) -> None:
    assert read_line(text, TODAY) == parse(query, TODAY)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kgtl 'actor:x", "quote that does not end"),
        ("kgtl --format tsv war", "--format is an option"),
        ("kgtl actr:x", 'no field "actr"'),
    ],
)
def test_a_command_line_that_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        read_line(text, TODAY)
    assert caught.value.column == 0


async def test_tab_completes_and_arrows_choose(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("&", *"ac", "tab")
        assert hands.rows[0].startswith(" & actor: ")
        await hands.press("p")
        listed = [row[:40] for row in hands.rows[1:4]]
        assert "Putin" in listed[0]
        assert not any("^" in row for row in hands.rows[:6])
        assert hands.screen.state.lines.events == hands.screen.library.count
        await hands.press("down", "down", "up", "enter")
        assert hands.rows[0].startswith(" & actor:putin ")
        assert hands.screen.state.prompt is not None
        await hands.press("enter")
        assert hands.query == "actor:putin"


async def test_a_choice_is_taken_by_the_mouse(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("&", *"kind:")
        await hands.click("choices", 2, 1)
        assert hands.query.startswith("kind:")
        assert hands.screen.state.prompt is not None


async def test_a_fault_elsewhere_is_told_beside_the_choices(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("&", *"actor:nobody kind:fi")
        assert hands.rows[1].index("^") == 3
        assert "figure" in "".join(hands.rows[3:5])
        await hands.press("escape")
        assert hands.screen.state.prompt is None


async def test_earlier_queries_come_back_and_the_draft_is_kept(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        for text in ("war", "kind:figure"):
            await hands.press("&", "ctrl+u", *text, "enter")
        await hands.press("&", "ctrl+u", *"draft", "up")
        assert hands.rows[0].startswith(" & kind:figure ")
        assert hands.query == "kind:figure"
        await hands.press("up", "up", "up")
        assert hands.rows[0].startswith(" & war ")
        await hands.press("down", "down")
        assert hands.rows[0].startswith(" & draft ")
        await hands.press("escape")
        setup, path = hands.screen.setup, hands.screen.library.path
        assert kept(setup.state_folder, path).queries == ("war", "kind:figure")


async def test_a_pasted_command_line_is_shown_as_a_query(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("&")
        hands.screen.on_paste(events.Paste("kgtl 'actor:Vladimir Putin' 'Oct 2022'"))
        await hands.press("enter")
        assert hands.query == 'actor:"Vladimir Putin" on:"Oct 2022"'
        assert "actor:" in hands.rows[0]


async def test_shrinking_to_one_cell_while_typing_loses_nothing(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        for keys in (("&", *"actor:p"), ("/", *"war"), (".", *"202"), ("M", *"not")):
            await hands.press(*keys)
            prompt = hands.screen.state.prompt
            for size in ((1, 1), (40, 12), (3, 50), (200, 2), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            assert hands.screen.state.prompt == prompt
            await hands.press("escape")


async def test_hits_under_the_fold_are_counted_and_reached(
    explore: Explore, painted: Painted
) -> None:
    async with explore("on:2022-03-05..2022-03-20").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        selection = hands.screen.state.selection
        assert selection.possible
        certain = len(selection.timeline)
        await hands.press("/", *"russia", "enter")
        search = hands.screen.state.search
        assert search is not None
        assert search.folded
        assert f"{search.folded} may fall here" in hands.foot
        seen = set()
        for _ in range(search.count):
            seen.add(hands.screen.state.row)
            await hands.press("n")
        assert seen == set(search.hits)
        assert hands.screen.state.lines.open_fold
        assert hands.screen.state.lines.events > certain
        await hands.press("N")
        assert hands.screen.state.row == list(search.hits)[-1]
