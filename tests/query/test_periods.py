"""Period expressions: what is read, as which days, and what is refused with advice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.errors import DateError
from timeline_tui.model.dates import parse
from timeline_tui.query.periods import read_period

TODAY = date(2022, 11, 22)  # a Tuesday
FORMS = (
    'try 2022, 2022-09, 2022-09-14, "Oct 2022", 2022-Q3, 2022-W38 or 2022-10..2023-03'
)

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


REFUSED = [
    # text, column, reason, a part of the advice
    ("", 1, "missing", "try"),
    ("   ", 4, "missing", "try"),
    ("Oct", 1, "Oct of which year?", '"Oct 2022"'),
    ("september", 1, "september of which year?", '"september 2022"'),
    ("may", 1, "may of which year?", '"may 2022"'),
    ("Oct 22", 1, "Oct 22 may be a day or a year", '"Oct 2022"'),
    ("22 Oct", 1, "22 Oct may be a day or a year", '"Oct 2022"'),
    ("autumn", 1, "autumn of which year?", '"autumn 2022"'),
    ("Q3", 1, "Q3 of which year?", '"Q3 2022"'),
    ("12/10/2022", 1, "the year comes first", "2022-10-12 or 2022-12-10"),
    ("14.09.2022", 1, "the year comes first", "2022-09-14"),
    ("２０２２", 1, "only the digits 0–9", "write 2"),
    ("2022-0٣", 7, "only the digits 0–9", "write 3"),
    ("2022–2023", 5, "a dash", "two dots"),
    ("октябрь 2022", 1, "not part of a date", "try"),
    ("2023..2022", 7, "ends before it begins", "swap"),
    ("2023/2022", 6, "before the start", "2022/2023"),
    ("from 2023 to 2022", 14, "ends before it begins", "swap"),
    ("today..2022-11-21", 8, "ends before it begins", "swap"),
    ("2022-W53", 1, "2022 has 52 weeks", "try"),
    ("2022-W00", 1, "no such week", "try"),
    ("2022-W38-8", 1, "no such day", "try"),
    ("nonsense", 1, "not a date or a period", "try"),
    ("2022-13", 6, "no month 13", "try"),
    ("2022-2X", 6, "no month 20–29", "try"),
    ("2022-9", 6, "", "2022-09"),
    ("22-09", 1, "", "try"),
    ("2022-02-30", 9, "28 days", "2022-02-28"),
    ("Feb 30 2022", 1, "no such day", "try"),
    ("29 Feb 2022", 1, "no such day", "try"),
    ("Oct 0000", 1, "no such day", "try"),
    ("Oct 0099", 1, "not a date or a period", "try"),
    ("Q3 0000", 1, "no year 0000", "try"),
    ("0000", 1, "no year 0000", "try"),
    ("winter 9999", 1, "9999", "try"),
    ("Q5 2022", 1, "not a date or a period", "try"),
    ("..", 1, "both ends are open", "try"),
    ("../..", 4, "both ends are open", "try"),
    (" since ", 8, "missing", "try"),
    ("until Oct", 7, "Oct of which year?", "try"),
    ("2022..  bar", 9, "not a date or a period", "try"),
    ("Oct 2022..2022-13", 16, "no month 13", "try"),
    ("2021/2022..2023", 10, "", "try"),
    ("[2022-09,2022-11]/Oct 2022", 1, "two dates, not sets", "try"),
    ("2022-257", 6, "day of the year", "2022-09-14"),
    ("20220914", 5, "hyphens", "2022-09-14"),
    ("2022-09-14T10:00", 1, "not a date or a period", "try"),
    ("next month", 1, "not a date or a period", "try"),
    ("last decade", 1, "not a date or a period", "try"),
    ("3 decades ago", 1, "not a date or a period", "try"),
    ("3000 years ago", 1, "before the year 0001", "try"),
    ("99999999999 days ago", 1, "before the year 0001", "try"),
    ("early 2020s", 1, "not a date or a period", "try"),
    ("mid Q3 2022", 1, "not a date or a period", "try"),
    ("war in 2022", 1, "not a date or a period", "try"),
    ("the 3 of them met May 2022", 1, "not a date or a period", "try"),
    ("monday 2022", 1, "not a date or a period", "try"),
    ("Oct Nov 2022", 1, "not a date or a period", "try"),
    ("14 Sep 2022 2023", 1, "not a date or a period", "try"),
]


@pytest.mark.parametrize(("text", "column", "reason", "advice"), REFUSED)
def test_what_is_no_period_is_refused_with_advice(
    text: str, column: int, reason: str, advice: str
) -> None:
    with pytest.raises(DateError) as caught:
        read_period(text, TODAY)
    error = caught.value
    assert error.text == text
    assert error.column == column
    assert reason in error.reason
    assert advice in error.advice
    assert str(error).endswith(FORMS)


@given(st.text(st.characters()), st.dates())
def test_any_text_is_read_or_refused(text: str, today: date) -> None:
    _check(text, today)


pieces = st.sampled_from(
    [
        "Q3",
        "2022",
        "of",
        "Oct",
        "14",
        "..",
        "/",
        "from",
        "to",
        "since",
        "last",
        "-W38",
        "week",
        "ago",
        "mid",
        "-",
        ",",
        "X",
        "~",
        "[",
        "]",
        "0000",
        "9999",
        "s",
        "half",
    ]
)


@given(st.lists(pieces), st.sampled_from(["", " "]), st.dates())
def test_any_mixture_of_forms_is_read_or_refused(
    words: list[str], blank: str, today: date
) -> None:
    _check(blank.join(words), today)


def _check(text: str, today: date) -> None:
    """Read `text` as a period with days in it, or be refused with advice."""
    fault = None
    try:
        period = read_period(text, today)
    except DateError as error:
        fault = error
    else:
        assert period.first <= period.last
    if fault:
        assert 1 <= fault.column <= len(text) + 1
        assert str(fault).endswith(FORMS)


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
