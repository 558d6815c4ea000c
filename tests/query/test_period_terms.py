"""What the date terms of a query come to."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.errors import DateError
from timeline_tui.query.periods import periods_of
from timeline_tui.query.syntax import parse
from timeline_tui.query.terms import Query, Term

TODAY = date(2022, 11, 22)


def _shown(periods: list[tuple[date, date]] | None) -> str | None:
    if periods is None:
        return None
    return " ".join(f"{first}:{last}" for first, last in periods)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", None),
        ("war actor:ann", None),
        ("2022", "2022-01-01:2022-12-31"),
        ("since:2022", "2022-01-01:9999-12-31"),
        ("until:2022", "0001-01-01:2022-12-31"),
        ("since:2021 until:2022", "2021-01-01:2022-12-31"),
        ("since:2021 since:2022", "2022-01-01:9999-12-31"),
        ("since:2022-03~", "2022-02-01:9999-12-31"),
        ("on:2020,2022", "2020-01-01:2020-12-31 2022-01-01:2022-12-31"),
        ("on:2022,2021", "2021-01-01:2022-12-31"),
        ("on:2022-01,2022-01-31..2022-02-03", "2022-01-01:2022-02-03"),
        ("2020,2022 since:2020-12", "2020-12-01:2020-12-31 2022-01-01:2022-12-31"),
        ("2020 2022", ""),
        ("on:[2022-09,2022-11]", "2022-09-01:2022-09-30 2022-11-01:2022-11-30"),
        ("since:today", "2022-11-22:9999-12-31"),
    ],
)
def test_values_are_or_and_terms_are_and(text: str, asked: str | None) -> None:
    found, within, excluded = periods_of(parse(text, TODAY), TODAY)
    assert _shown(found) == asked
    assert within is None
    assert excluded == []


def test_within_and_exclusion_are_told_apart() -> None:
    query = parse("2022 within:2021,2022 within:2022-05.. -2022-06 -since:2023", TODAY)
    asked, within, excluded = periods_of(query, TODAY)
    assert _shown(asked) == "2022-01-01:2022-12-31"
    assert _shown(within) == "2022-05-01:2022-12-31"
    assert _shown(excluded) == "2022-06-01:2022-06-30 2023-01-01:9999-12-31"


def test_exclusion_alone_asks_for_no_period() -> None:
    asked, within, excluded = periods_of(parse("-within:2022 -2023", TODAY), TODAY)
    assert asked is None
    assert within is None
    assert _shown(excluded) == "2022-01-01:2023-12-31"


def test_a_value_that_is_no_period_is_an_error() -> None:
    with pytest.raises(DateError):
        periods_of(Query([Term("on", ["nonsense"])]), TODAY)


START = date(2022, 1, 1)
numbers = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


def _day(number: int) -> date:
    return START + timedelta(number)


@st.composite
def date_terms(draw: st.DrawFn) -> Term:
    field = draw(st.sampled_from(["on", "since", "until", "within"]))
    ranges = draw(st.lists(numbers, min_size=1, max_size=3))
    values = [f"{_day(first)}..{_day(last)}" for first, last in ranges]
    return Term(field, values, negated=draw(st.booleans()))


def _holds(term: Term, day: date) -> bool:
    for value in term.values:
        first, _, last = value.partition("..")
        after = term.field == "until" or first <= str(day)
        before = term.field == "since" or str(day) <= last
        if after and before:
            return True
    return False


@given(st.lists(date_terms(), max_size=4))
def test_every_day_is_in_the_periods_that_the_terms_say(terms: list[Term]) -> None:
    asked, within, excluded = periods_of(Query(terms), TODAY)
    wanted = [t for t in terms if not t.negated and t.field != "within"]
    inside = [t for t in terms if not t.negated and t.field == "within"]
    unwanted = [t for t in terms if t.negated]
    for periods in (asked or [], within or [], excluded):
        for (_, end), (start, _) in pairwise(periods):
            assert start - end > timedelta(1)
    assert (asked is None) == (not wanted)
    assert (within is None) == (not inside)
    for number in range(-1, 32):
        day = _day(number)
        if asked is not None:
            assert _in(asked, day) == all(_holds(t, day) for t in wanted)
        if within is not None:
            assert _in(within, day) == all(_holds(t, day) for t in inside)
        assert _in(excluded, day) == any(_holds(t, day) for t in unwanted)


def _in(periods: list[tuple[date, date]], day: date) -> bool:
    return any(first <= day <= last for first, last in periods)
