"""What is no period: refused with advice, whatever the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.errors import DateError
from timeline_tui.query.periods import read_period

TODAY = date(2022, 11, 22)  # a Tuesday
FORMS = (
    'try 2022, 2022-09, 2022-09-14, "Oct 2022", 2022-Q3, 2022-W38 or 2022-10..2023-03'
)

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
    ("2022-0٣", 7, "only the digits 0–9", "write 2022-03"),
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
