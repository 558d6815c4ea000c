from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_tui.library.library import Library
from timeline_tui.library.selection import Selection
from timeline_tui.query.syntax import parse
from timeline_tui.query.terms import Query
from timeline_tui.tui.state import NOWHERE, Browse, Drawer
from timeline_tui.tui.state.facets import facet_lines
from timeline_tui.tui.state.places import at_date, month_from, row_at, year_from
from timeline_tui.tui.state.search import Search

TODAY = date(2026, 11, 22)
QUERIES = (
    "",
    "actor:putin",
    "since:2022",
    "on:2021",
    "until:2021-06 -kind:statement",
    "actor:putin,japarov theme:war",
    "text:neverfoundword",
)
Select = Callable[[Query], Selection]


@pytest.fixture
def select(shipped: Library) -> Select:
    return lambda query: shipped.select(query, TODAY)


def start(select: Select, text: str = "") -> Browse:
    query = parse(text, TODAY)
    return Browse.starting(query, select(query))


STEPS: tuple[Callable[[Browse, Select, int], Browse], ...] = (
    lambda state, _, n: state.moved(n - 5),
    lambda state, _, n: state.paged(n * 3 - 15),
    lambda state, _, n: state.jumped(n * 20),
    lambda state, _, __: state.gone_back(),
    lambda state, _, __: state.gone_forward(),
    lambda state, select, n: state.asked(
        parse(QUERIES[n % len(QUERIES)], TODAY), select
    ),
    lambda state, select, _: state.undone(select),
    lambda state, select, _: state.redone(select),
    lambda state, select, _: state.unfiltered_or_back(Query(), select),
    lambda state, _, n: state.folded(open_fold=n % 2 == 0),
    lambda state, select, _: state.searching("war", parse("war", TODAY), select),
    lambda state, _, n: state.at_hit(1 if n % 2 else -1),
    lambda state, _, n: state.at(month_from(state.lines, state.place, 1 - n % 3)),
    lambda state, _, n: state.at(year_from(state.lines, state.place, 1 - n % 3)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    walk=st.lists(
        st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 10)), max_size=25
    )
)
def test_wherever_one_goes_the_cursor_is_on_an_event_that_is_shown(
    select: Select, walk: list[tuple[int, int]]
) -> None:
    state = start(select)
    for step, n in walk:
        state = STEPS[step](state, select, n)
        if state.lines.events:
            assert 0 <= state.place < state.lines.events
            assert state.lines.at(state.lines.line_of(state.place))[0] == "event"
            assert state.row in state.selection.timeline | state.selection.possible
        else:
            assert state.place == NOWHERE


@pytest.mark.parametrize("text", QUERIES[1:-1])
def test_narrowing_keeps_the_event_that_still_matches(
    select: Select, text: str
) -> None:
    query = parse(text, TODAY)
    row = select(query).at(2)
    state = start(select)
    state = state.at(row)
    assert state.asked(query, select).row == row


def test_narrowing_goes_to_the_nearest_event_in_time(
    select: Select, shipped: Library
) -> None:
    state = start(select)
    query = parse("actor:putin", TODAY)
    kept = select(query).timeline
    for place in range(0, state.lines.events, 7):
        row = state.at(place).row
        if row in kept:
            continue
        gone = date.fromisoformat(shipped.rows([row])[0].first)
        there = state.at(place).asked(query, select).row
        around = [r for r in (kept.rank(row) - 1, kept.rank(row)) if r >= 0]
        gaps = {
            abs((date.fromisoformat(shipped.rows([kept[r]])[0].first) - gone).days)
            for r in around
            if r < len(kept)
        }
        here = date.fromisoformat(shipped.rows([there])[0].first)
        assert abs((here - gone).days) == min(gaps)


def test_an_event_lost_to_an_empty_result_comes_back(select: Select) -> None:
    state = start(select).at(40)
    row = state.row
    empty = state.asked(parse("text:neverfoundword", TODAY), select)
    assert empty.place == NOWHERE
    assert empty.undone(select).row == row


def test_steps_are_undone_and_redone_one_by_one(select: Select) -> None:
    first, second = parse("actor:putin", TODAY), parse("since:2022", TODAY)
    state = start(select).asked(first, select).asked(second, select)
    undone = state.undone(select)
    assert undone.query == first
    assert undone.undone(select).query == Query()
    assert undone.undone(select).undone(select).query == Query()
    assert undone.redone(select).query == second
    other = undone.asked(parse("theme:war", TODAY), select)
    assert other.redone(select).query == other.query


def test_all_filters_go_off_and_on_at_the_same_event(select: Select) -> None:
    query = parse("actor:putin", TODAY)
    state = start(select).asked(query, select).at(3)
    off = state.unfiltered_or_back(Query(), select)
    assert not off.query
    assert off.row == state.row
    on = off.unfiltered_or_back(Query(), select)
    assert on.query == query
    assert on.row == state.row


def test_the_way_back_leads_to_where_jumps_started(select: Select) -> None:
    state = start(select).at(3).jumped(50).jumped(10)
    assert state.gone_back().place == 50
    assert state.gone_back().gone_back().place == 3
    assert state.gone_back().gone_back().gone_forward().place == 50


def test_hits_are_gone_through_in_order_and_round_the_end(select: Select) -> None:
    words = parse("putin", TODAY)
    state = start(select).searching("putin", words, select)
    assert state.search is not None
    rows = list(state.search.hits.timeline)
    state = replace(state, place=0).at_hit(1, here=True)
    seen = [state.row]
    for _ in rows[1:]:
        state = state.at_hit(1)
        seen.append(state.row)
    assert seen == rows
    assert state.hit_number == (len(rows), len(rows))
    assert state.at_hit(1).row == rows[0]
    assert state.at_hit(1).at_hit(-1).row == rows[-1]
    assert state.lines.events == start(select).lines.events


def test_a_search_follows_the_filter(select: Select) -> None:
    state = start(select).searching("war", parse("war", TODAY), select)
    narrowed = state.asked(parse("actor:putin", TODAY), select)
    assert isinstance(narrowed.search, Search)
    both = select(parse("actor:putin war", TODAY))
    assert narrowed.search.hits.timeline == both.timeline


def test_what_may_fall_in_the_dates_is_folded_until_asked_for(select: Select) -> None:
    state = start(select, "on:2022-03-05..2022-03-20")
    possible = state.lines.possible
    assert possible
    unfolded = state.folded(open_fold=True)
    assert unfolded.lines.events == len(state.selection)
    assert unfolded.at(10**6).row in state.selection.possible
    last = unfolded.at(10**6).folded(open_fold=False)
    assert last.place == len(state.selection.timeline) - 1


def test_a_date_leads_to_the_first_event_from_it(
    select: Select, shipped: Library
) -> None:
    state = start(select)
    places = [
        shipped.rows([row_at(state.lines, n)])[0].place
        for n in range(state.lines.events)
    ]
    for day in ("2020-01-01", "2021-02-24", "2022-02-26", "2022-03-23", "2023-10-12"):
        place = at_date(state.lines, day)
        exact = [n for n, p in enumerate(places) if len(p) == 10 and p >= day]
        assert place <= exact[0]
        between = places[place : exact[0]]
        assert all(len(p) < 10 for p in between), between
    assert at_date(state.lines, "2030-01-01") == state.lines.events - 1


def test_months_and_years_are_gone_through_by_headings(select: Select) -> None:
    state = start(select)
    starts = [first for _, _, first in state.selection.group_counts()]
    place, seen = 0, [0]
    while (there := month_from(state.lines, place, 1)) != place:
        place = there
        seen.append(place)
    assert seen[: len(starts)] == starts
    assert month_from(state.lines, starts[3] + 1, -1) == starts[3]
    years = {
        row_at(state.lines, year_from(state.lines, n, 1)) for n in range(0, 100, 9)
    }
    assert len(years) > 1


def test_the_drawer_counts_follow_the_filter_and_ignore_their_own_ticks(
    select: Select, shipped: Library
) -> None:
    query = parse("actor:putin", TODAY)
    selection = select(query)
    lines = facet_lines(selection, query, Drawer(opened=frozenset({"actor"})))
    actors = {f.value: f for f in lines if f.field == "actor" and f.part == "value"}
    assert actors["putin"].tick == "+"
    assert actors["japarov"].count == len(
        select(parse("actor:japarov", TODAY)).timeline
    )
    kinds = [f for f in lines if f.field == "kind" and f.part == "value"]
    assert sum(f.count for f in kinds) == len(selection.timeline)
    narrowed = facet_lines(
        selection, query, replace(Drawer(), sought=Drawer().sought.typing("puti"))
    )
    assert [f.value for f in narrowed if f.part == "value" and f.field == "actor"] == [
        "putin"
    ]
    assert shipped.count


def test_a_fold_that_only_opened_for_lack_of_others_is_closed_again(
    select: Select,
) -> None:
    state = start(select, "text:neverfoundword")
    assert not state.selection.timeline
    dated = state.asked(parse("on:2022", TODAY), select)
    assert dated.lines.possible
    assert not dated.lines.open_fold
    opened = dated.folded(open_fold=True)
    assert opened.asked(parse("on:2021", TODAY), select).lines.open_fold
