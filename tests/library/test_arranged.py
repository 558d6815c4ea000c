"""Selections sorted, turned round, cut short and put under headings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from timeline_tui.library.arranged import GROUPINGS, SORTS, arranged, grouped
from timeline_tui.library.library import Library, open_library
from timeline_tui.library.selection import Selection
from timeline_tui.model.event import IMPORTANCES, Event
from timeline_tui.query.fold import fold
from timeline_tui.query.syntax import parse
from timeline_tui.store.locate import Where

TODAY = date(2026, 11, 22)
QUERIES = ("", "kant", "on:2022", "is:disputed since:2022-06", "zeppelin")


@cache
def shipped() -> Library:
    path = Path(__file__).parents[2] / "events.toml"
    return open_library(Where("file", str(path)), cache=None)


def found(query: str) -> Selection:
    return shipped().select(parse(query, TODAY), TODAY)


KEYS: dict[str, Callable[[Event], tuple[int | str, ...]]] = {
    "title": lambda event: (fold(event.title), event.title),
    "id": lambda event: (event.id,),
    "kind": lambda event: (event.kind,),
    "importance": lambda event: (IMPORTANCES.index(event.importance),),
    "sources": lambda event: (-len(event.sources),),
    "date": lambda _event: (),
}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("by", SORTS)
def test_order_is_by_the_key_and_then_as_unsorted(by: str, query: str) -> None:
    chosen = found(query)
    rows = list(arranged(chosen, sort=by))
    events = list(shipped().events(rows))
    unsorted = sorted(chosen) if by == "date" else list(chosen)
    wanted = sorted(
        zip(unsorted, shipped().events(unsorted), strict=True),
        key=lambda pair: KEYS[by](pair[1]),
    )
    assert rows == [row for row, _ in wanted]
    assert [event.id for event in events] == [event.id for _, event in wanted]


@pytest.mark.parametrize("query", QUERIES)
def test_turned_round_is_the_same_from_behind(query: str) -> None:
    chosen = found(query)
    assert list(arranged(chosen, reverse=True)) == list(chosen)[::-1]


@pytest.mark.parametrize("limit", [1, 2, 5, 10_000])
@pytest.mark.parametrize("query", QUERIES)
def test_what_is_cut_keeps_its_class_and_tells_how_many_there_were(
    query: str, limit: int
) -> None:
    whole = found(query)
    cut = arranged(whole, limit=limit)
    assert list(cut) == list(whole)[:limit]
    assert len(cut) == min(limit, len(whole))
    assert cut.whole == len(whole)
    assert sum(cut.counts_by_class) == len(cut)
    assert [cut.match(row) for row in cut] == [whole.match(row) for row in cut]
    assert set(cut.timeline | cut.possible) == set(cut)


def test_a_place_and_a_range_follow_the_order() -> None:
    chosen = arranged(found("kant"), sort="title", reverse=True)
    rows = list(chosen)
    assert [chosen[at] for at in range(len(rows))] == rows
    assert chosen[-1] == rows[-1]
    assert chosen[2:5] == rows[2:5]
    assert chosen[1:9:2] == rows[1:9:2]


def test_what_is_not_arranged_is_the_selection_itself() -> None:
    chosen = found("kant")
    assert arranged(chosen) is chosen
    assert chosen.whole == len(chosen)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("by", GROUPINGS)
def test_every_row_stands_under_a_heading_and_in_its_order(by: str, query: str) -> None:
    chosen = arranged(found(query), sort="title")
    place = {row: at for at, row in enumerate(chosen)}
    told: set[int] = set()
    for _, part in grouped(chosen, by):
        places = [place[row] for row in part]
        assert places == sorted(places)
        assert len(part) > 0
        told |= set(part)
    assert told == set(chosen)


@pytest.mark.parametrize("query", QUERIES)
def test_a_row_has_one_year_and_one_month(query: str) -> None:
    for by in ("year", "month"):
        rows = [row for _, part in grouped(found(query), by) for row in part]
        assert sorted(rows) == sorted(found(query))


def test_years_and_months_are_in_words_and_in_order() -> None:
    months = [heading for heading, _ in grouped(found(""), "month")]
    assert months[:2] == ["October 2020", "November 2020"]
    assert len(months) == len(set(months))
    years = [heading for heading, _ in grouped(found(""), "year")]
    assert years[:3] == ["2020", "2021", "2021 and earlier"]


@pytest.mark.parametrize("field", ["actor", "theme", "source"])
def test_values_are_those_of_the_facet_the_most_first(field: str) -> None:
    chosen = found("theme:war")
    wanted = {name: count for _, name, count in chosen.counts(field, own=True) if count}
    parts = [(heading, len(part)) for heading, part in grouped(chosen, field)]
    names = [part for part in parts if part[0] != f"no {field}"]
    assert dict(names) == wanted
    assert names == sorted(names, key=lambda part: (-part[1], part[0]))


def test_what_has_no_value_comes_last(tmp_path: Path) -> None:
    lines = [
        '{"id":"a","date":"2022","title":"A","themes":["t"]}',
        '{"id":"b","date":"2021","title":"B"}',
        '{"id":"c","date":"../2014","title":"C"}',
        '{"id":"d","date":"2020/..","title":"D"}',
        '{"id":"f","date":"2022-33","title":"F"}',
    ]
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join(lines) + "\n")
    library = open_library(Where("lines", str(path)), cache=None)
    chosen = library.select(parse("", TODAY), TODAY)
    *_, (heading, part) = grouped(chosen, "theme")
    ids = [row.id for row in library.stream(part)]
    assert (heading, sorted(ids)) == ("no theme", ["b", "c", "d", "f"])
    headings = {heading for heading, _ in grouped(chosen, "month")}
    assert {"2014 and earlier", "2020 and later", "Q1 2022", "2021"} <= headings
