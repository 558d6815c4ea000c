from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.periods import read_period
from timeline_tui.query.syntax import parse
from timeline_tui.tui.state.span import UNITS, Span, asked_for, asking

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))


def span(text: str) -> Span:
    period = read_period(text, TODAY)
    return Span(period.first, period.last)


@given(DAYS, DAYS)
def test_its_text_is_read_as_the_same_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    days = Span(first, last)
    assert span(days.text) == days


@given(DAYS, st.sampled_from(UNITS))
def test_a_stretch_of_the_calendar_is_told_in_its_shortest_form(
    day: date, unit: int
) -> None:
    days = Span.holding(day, unit)
    assert days.first <= day <= days.last
    assert ".." not in days.text
    assert span(days.text) == days


@given(DAYS, DAYS)
def test_wider_holds_it_and_narrower_is_held(one: date, other: date) -> None:
    days = Span(*sorted((one, other)))
    wider = days.wider()
    if wider is not None:
        assert wider != days
        assert wider.first <= days.first <= days.last <= wider.last
    narrower = days.narrower(one)
    if narrower is None:
        assert days.first == days.last
    else:
        assert narrower != days
        assert days.first <= narrower.first <= one <= narrower.last <= days.last


@given(DAYS, DAYS)
def test_shifting_there_and_back_is_nothing(one: date, other: date) -> None:
    days = Span(*sorted((one, other)))
    later = days.shifted(1)
    if later is not None:
        assert later.first > days.last
        assert (later.first - days.last).days == 1
        assert later.shifted(-1) == days


@pytest.mark.parametrize(
    ("text", "wider", "later"),
    [
        ("2022-02-03", "2022-02", "2022-02-04"),
        ("2022-02", "2022-Q1", "2022-03"),
        ("2022-Q1", "2022", "2022-Q2"),
        ("2022-12", "2022-Q4", "2023-01"),
        ("2022", "", "2023"),
        ("2022-02..2022-03", "2022-Q1", "2022-04..2022-05"),
        ("2021-12..2022-01", "", "2022-02..2022-03"),
        ("2022-02-03..2022-02-09", "2022-02", "2022-02-10..2022-02-16"),
        ("9999", "", ""),
        ("9999-12-31", "9999-12", ""),
    ],
)
def test_examples(text: str, wider: str, later: str) -> None:
    around, following = span(text).wider(), span(text).shifted(1)
    assert (around.text if around else "") == wider
    assert (following.text if following else "") == later


def test_before_the_first_year_there_is_nothing() -> None:
    assert Span(date(1, 1, 1), date(1, 12, 31)).shifted(-1) is None
    assert Span(date(1, 1, 1), date(1, 1, 1)).shifted(-1) is None


def test_a_stretch_takes_the_place_of_the_dates_asked_for() -> None:
    query = parse("actor:putin on:2021 -on:2022-01 since:2020 2021-05", TODAY)
    assert asked_for(query, TODAY) == span("2021")
    asked = asking(query, span("2022-Q1"))
    assert str(asked) == "actor:putin -on:2022-01 since:2020 on:2022-Q1"
    assert str(asking(asked, None)) == "actor:putin -on:2022-01 since:2020"


def test_open_periods_are_no_stretch() -> None:
    assert asked_for(parse("on:2020/..", TODAY), TODAY) is None
    assert asked_for(parse("putin", TODAY), TODAY) is None
