"""Words that are looked for in a document, in its digests and in a comparison."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hands import Hands
from timeline_tui.model.text import paragraphs
from timeline_tui.query.syntax import parse
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.state.sought import Hit, Sought, look_in

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
A = parse("a", date(2026, 11, 22))
TEXT = paragraphs(
    "\n".join(
        (
            "A ferry and a bridge.",
            f"{'The river was low that year. ' * 12}The bridge was never built.",
            "Nobody spoke of it.",
            "In the end the ferryman sold both BRIDGE and ferry.",
        )
    )
)


def sought_in(hands: Hands) -> Sought:
    found = hands.screen.state.layers[-1].sought
    assert found is not None
    return found


@asynccontextmanager
async def reading(app: ExplorerApp, painted: Painted) -> AsyncIterator[Hands]:
    """Open the document of the first account, at its top."""
    async with app.run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("d", "g")
        yield hands


async def test_hits_in_a_document_are_counted_and_gone_to_round_the_end(
    explore: Explore, painted: Painted
) -> None:
    async with reading(explore(documents=lambda *_: TEXT), painted) as hands:
        await hands.press("/", *"bridge")
        assert "/ bridge" in hands.foot
        assert "1 of 3" in hands.foot
        await hands.press("enter")
        assert "/bridge  1 of 3" in hands.foot
        assert "n next  N previous  Esc end" in hands.foot
        await hands.press("n")
        assert "2 of 3" in hands.foot
        assert hands.document.para == 1
        cursor = hands.screen.layer_line - hands.screen.pane("layer").top
        assert "bridge" in hands.rows[1 + cursor]
        await hands.press("n", "n")
        assert "1 of 3" in hands.foot
        await hands.press("N")
        assert hands.document.para == 3
        await hands.press("escape")
        assert hands.screen.document is not None
        assert "bridge" not in hands.foot
        await hands.press("escape")
        assert hands.screen.document is None


async def test_hits_are_told_apart_from_the_anchors(
    explore: Explore, painted: Painted
) -> None:
    async with reading(explore(documents=lambda *_: TEXT), painted) as hands:
        await hands.press("/", *"ferry", "enter")
        told = [
            text
            for line in hands.screen.page(hands.document).lines
            for text, role in line
            if role == "sought"
        ]
        assert told == ["ferry", "ferryman", "ferry"]


async def test_a_search_starts_at_the_cursor_and_giving_up_goes_back_there(
    explore: Explore, painted: Painted
) -> None:
    async with reading(explore(documents=lambda *_: TEXT), painted) as hands:
        await hands.press("j", "j", "j", "j", "/", *"bridge")
        assert sought_in(hands).at == 1
        before = hands.screen.state.before
        await hands.press("down")
        assert sought_in(hands).at == 2
        await hands.press("up", "up")
        assert sought_in(hands).at == 0
        await hands.press("escape")
        assert before is not None
        assert hands.screen.state.layers == before.layers
        assert hands.screen.state.layers[-1].sought is None


async def test_words_must_stand_in_one_paragraph_and_a_phrase_in_a_row(
    explore: Explore, painted: Painted
) -> None:
    async with reading(explore(documents=lambda *_: TEXT), painted) as hands:
        await hands.press("/", *"bridge river", "enter")
        assert {hit.part for hit in sought_in(hands).hits} == {1}
        await hands.press("/", *'"bridge was"', "enter")
        assert "1 of 1" in hands.foot
        await hands.press("/", *"bridge nobody", "enter", "n")
        assert "nothing here holds bridge nobody" in hands.foot
        await hands.press("j")
        assert "nothing found" in hands.foot
        await hands.press("/", "enter")
        assert hands.screen.state.layers[-1].sought is None


async def test_where_there_is_no_copy_the_digests_are_searched(
    explore: Explore, painted: Painted
) -> None:
    async with reading(explore(), painted) as hands:
        await hands.press("n")
        assert "nothing is searched for; / searches" in hands.foot
        await hands.press("/", *"moscow", "enter")
        found = sought_in(hands)
        assert found.hits
        digest = hands.document.text.paragraphs[found.hits[0].part]
        assert "moscow" in digest.lower()


async def test_the_accounts_that_hold_a_word_are_gone_through_in_a_comparison(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j", "c", "/", *"meduza", "enter")
        event = hands.event
        at = event.sources.index("meduza-2023")
        assert hands.screen.state.account == at
        assert "/meduza  1 of" in hands.foot
        assert "▸ 4  Meduza" in "".join(hands.rows)
        await hands.press("escape", "escape")
        assert not hands.screen.state.layers


async def test_a_search_of_the_list_is_kept_beneath_a_layer(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("/", *"aid", "enter")
        before = hands.foot
        await hands.press("d", "/", *"aid", "enter", "n", "q")
        assert hands.foot == before


@given(st.lists(st.text("ab -", max_size=12), max_size=6), st.integers(-9, 9))
def test_every_hit_is_where_it_says_and_turning_comes_round(
    texts: list[str], step: int
) -> None:
    query = A
    hits = look_in(texts, query)
    assert list(hits) == sorted(hits)
    for part, start, stop in hits:
        assert texts[part][start:stop].startswith("a")
    sought = Sought("a", query, hits).first_from(0, 0)
    assert sought.hit == (hits[0] if hits else None)
    turned = sought.turned(step).turned(-step)
    assert turned == sought


@pytest.mark.parametrize(("place", "at"), [((0, 0), 0), ((0, 3), 1), ((2, 0), 0)])
def test_the_first_hit_from_a_place_is_gone_to(place: tuple[int, int], at: int) -> None:
    hits = (Hit(0, 0, 2), Hit(1, 4, 5))
    assert Sought("a", A, hits).first_from(*place).at == at
