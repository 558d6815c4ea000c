"""Period expressions: what is read, and as which days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.model.dates import parse
from timeline_tui.query.periods import read_period

TODAY = date(2022, 11, 22)  # a Tuesday

READ = [
    # EDTF
    ("2022", "2022-01-01", "2022-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("2022-09", "2022-09-01", "2022-09-30"),
    ("2022-09-14", "2022-09-14", "2022-09-14"),
    ("2022-35", "2022-07-01", "2022-09-30"),
    ("2022-35?", "2022-07-01", "2022-09-30"),
    ("2022-33/2022-34", "2022-01-01", "2022-06-30"),
    ("2022-37", "2022-01-01", "2022-04-30"),
    ("2022-41", "2022-07-01", "2022-12-31"),
    ("2022-21", "2022-03-01", "2022-05-31"),
    ("2022-24", "2022-12-01", "2023-02-28"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("2022-02-2X", "2022-02-20", "2022-02-28"),
    ("2022-09?", "2022-09-01", "2022-09-30"),
    ("2022-03~", "2022-02-01", "2022-04-30"),
    ("2022-09-14%", "2022-09-13", "2022-09-15"),
    ("2021/2022", "2021-01-01", "2022-12-31"),
    ("2021~/2022-03", "2020-01-01", "2022-03-31"),
    ("2020-10/..", "2020-10-01", "9999-12-31"),
    ("2020-10/", "2020-10-01", "9999-12-31"),
    ("../2014", "0001-01-01", "2014-12-31"),
    ("[2022-02..2022-12]", "2022-02-01", "2022-12-31"),
    # parts of a year
    ("2022-Q3", "2022-07-01", "2022-09-30"),
    ("2022Q3", "2022-07-01", "2022-09-30"),
    ("Q3 2022", "2022-07-01", "2022-09-30"),
    ("Q3 of 2022", "2022-07-01", "2022-09-30"),
    ("q3 of 2022", "2022-07-01", "2022-09-30"),
    ("Q1 2022", "2022-01-01", "2022-03-31"),
    ("Q4 2022", "2022-10-01", "2022-12-31"),
    ("H1 2022", "2022-01-01", "2022-06-30"),
    ("H2 2022", "2022-07-01", "2022-12-31"),
    ("first half of 2022", "2022-01-01", "2022-06-30"),
    ("Second Half of 2022", "2022-07-01", "2022-12-31"),
    ("first quarter of 2022", "2022-01-01", "2022-03-31"),
    ("second quarter of 2022", "2022-04-01", "2022-06-30"),
    ("third quarter of 2022", "2022-07-01", "2022-09-30"),
    ("fourth quarter of 2022", "2022-10-01", "2022-12-31"),
    ("last half of 2022", "2022-07-01", "2022-12-31"),
    ("last quarter of 2022", "2022-10-01", "2022-12-31"),
    ("autumn 2022", "2022-09-01", "2022-11-30"),
    ("autumn of 2022", "2022-09-01", "2022-11-30"),
    ("fall of 2022", "2022-09-01", "2022-11-30"),
    ("spring of 2022", "2022-03-01", "2022-05-31"),
    ("summer 2022", "2022-06-01", "2022-08-31"),
    ("winter 2022", "2022-12-01", "2023-02-28"),
    ("early 2022", "2022-01-01", "2022-04-30"),
    ("mid-2022", "2022-05-01", "2022-08-31"),
    ("late 2022", "2022-09-01", "2022-12-31"),
    ("2020s", "2020-01-01", "2029-12-31"),
    # weeks
    ("2022-W38", "2022-09-19", "2022-09-25"),
    ("2022W38", "2022-09-19", "2022-09-25"),
    ("2022-w38-2", "2022-09-20", "2022-09-20"),
    ("2022-W01", "2022-01-03", "2022-01-09"),
    ("2020-W53", "2020-12-28", "2021-01-03"),
    # months by name
    ("Oct 2022", "2022-10-01", "2022-10-31"),
    ("october 2022", "2022-10-01", "2022-10-31"),
    ("OCTOBER, 2022", "2022-10-01", "2022-10-31"),
    ("Sept 2022", "2022-09-01", "2022-09-30"),
    ("Feb 2024", "2024-02-01", "2024-02-29"),
    ("May 0987", "0987-05-01", "0987-05-31"),
    ("14 Sep 2022", "2022-09-14", "2022-09-14"),
    ("Sep 14, 2022", "2022-09-14", "2022-09-14"),
    ("1 Feb 2022", "2022-02-01", "2022-02-01"),
    ("2 February 2022", "2022-02-02", "2022-02-02"),
    ("29 Feb 2024", "2024-02-29", "2024-02-29"),
    ("early October 2022", "2022-10-01", "2022-10-10"),
    ("mid October 2022", "2022-10-11", "2022-10-20"),
    ("mid-Oct 2022", "2022-10-11", "2022-10-20"),
    ("late October 2022", "2022-10-21", "2022-10-31"),
    ("late Feb 2022", "2022-02-21", "2022-02-28"),
    # from today
    ("today", "2022-11-22", "2022-11-22"),
    ("Yesterday", "2022-11-21", "2022-11-21"),
    ("this week", "2022-11-21", "2022-11-27"),
    ("last week", "2022-11-14", "2022-11-20"),
    ("this month", "2022-11-01", "2022-11-30"),
    ("last month", "2022-10-01", "2022-10-31"),
    ("this quarter", "2022-10-01", "2022-12-31"),
    ("last quarter", "2022-07-01", "2022-09-30"),
    ("this year", "2022-01-01", "2022-12-31"),
    ("last year", "2021-01-01", "2021-12-31"),
    ("1 day ago", "2022-11-21", "2022-11-21"),
    ("2 weeks ago", "2022-11-08", "2022-11-08"),
    ("3 months ago", "2022-08-22", "2022-08-22"),
    ("2 quarters ago", "2022-05-22", "2022-05-22"),
    ("10 years ago", "2012-11-22", "2012-11-22"),
    # ranges
    ("2022-02..2022-03", "2022-02-01", "2022-03-31"),
    ("2022-10..2023-03", "2022-10-01", "2023-03-31"),
    ("2022-02/2022-03", "2022-02-01", "2022-03-31"),
    ("2022-02-15..2022", "2022-02-15", "2022-12-31"),
    ("2022..", "2022-01-01", "9999-12-31"),
    ("..2022", "0001-01-01", "2022-12-31"),
    ("Oct 2022..Mar 2023", "2022-10-01", "2023-03-31"),
    ("Oct 2022 .. today", "2022-10-01", "2022-11-22"),
    ("2022-03~..2022-06~", "2022-02-01", "2022-07-31"),
    ("Oct 2022/Mar 2023", "2022-10-01", "2023-03-31"),
    ("Oct 2022/..", "2022-10-01", "9999-12-31"),
    ("/Oct 2022", "0001-01-01", "2022-10-31"),
    ("from Q3 2022 to Mar 2023", "2022-07-01", "2023-03-31"),
    ("From 2021 to yesterday", "2021-01-01", "2022-11-21"),
    ("since 2022-09", "2022-09-01", "9999-12-31"),
    ("since last month", "2022-10-01", "9999-12-31"),
    ("until 2022-09", "0001-01-01", "2022-09-30"),
    ("  2022  ", "2022-01-01", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), READ)
def test_a_period_is_whole_days(text: str, first: str, last: str) -> None:
    period = read_period(text, TODAY)
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert (period.first, period.last) == days
    assert period.parts == (days,)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("3 months ago", "2022-05-31", "2022-02-28"),
        ("1 year ago", "2024-02-29", "2023-02-28"),
        ("1 month ago", "2022-01-15", "2021-12-15"),
        ("last month", "2022-01-31", "2021-12-01"),
        ("last quarter", "2022-02-01", "2021-10-01"),
        ("this week", "2023-01-01", "2022-12-26"),
    ],
)
def test_today_is_what_it_is_told(text: str, today: str, day: str) -> None:
    period = read_period(text, date.fromisoformat(today))
    assert period.first == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-Q3", "1 July – 30 September 2022"),
        ("2022-09", "1–30 September 2022"),
        ("2022-09-14", "14 September 2022"),
        ("winter 2022", "1 December 2022 – 28 February 2023"),
        ("2020-10/..", "since 1 October 2020"),
        ("..2014", "until 31 December 2014"),
        ("[2022-09,2022-11]", "1–30 September 2022 or 1–30 November 2022"),
        ("0001..9999", "any time"),
    ],
)
def test_a_period_is_echoed_in_words(text: str, words: str) -> None:
    assert read_period(text, TODAY).words == words


def test_a_set_is_its_members_and_not_what_lies_between() -> None:
    for text in ("[2022-09,2022-11]", "{2022-11,2022-09}"):
        assert [f"{a:%m}–{b:%m}" for a, b in read_period(text, TODAY).parts] == [
            "09–09",
            "11–11",
        ]


days = st.dates().map(date.isoformat)
months = st.dates(date(100, 1, 1)).map(lambda day: day.isoformat()[:7])
units = st.one_of(days, months, days.map(lambda day: day[:4]))


@given(units, units)
def test_a_range_reaches_from_the_first_day_to_the_last(one: str, other: str) -> None:
    start, end = sorted((one, other))
    period = read_period(f"{start}..{end}", TODAY)
    assert period.first == parse(start).first
    assert period.last == parse(end).last
    assert read_period(f"from {start} to {end}", TODAY) == period
    assert read_period(f"since {start}", TODAY).first == period.first
    assert read_period(f"until {end}", TODAY).last == period.last


@given(months, st.integers(0, 1))
def test_a_month_by_name_is_the_month_by_number(month: str, short: int) -> None:
    day = date.fromisoformat(f"{month}-01")
    named = f"{day:%b}" if short else f"{day:%B}"
    text = f"{named} {month[:4]}"
    assert read_period(text, TODAY) == read_period(month, TODAY)
    assert read_period(f"2 {text}", TODAY).first == day.replace(day=2)
