"""Dates of other people's files: as sharp as they are written, or refused."""

import pytest

from timeline_tui.cli.foreign_dates import read_date
from timeline_tui.errors import DateError

READ = {
    "2022-09~": "2022-09~",
    "2021-04-28/2021-05-01": "2021-04-28/2021-05-01",
    "2022": "2022",
    "2022-09-14": "2022-09-14",
    "2022-09-14T23:59:59Z": "2022-09-14",
    "2022-09-14 08:15": "2022-09-14",
    "2022-09-14T08:15:30.5+06:00": "2022-09-14",
    "20220914": "2022-09-14",
    "2022/9/14": "2022-09-14",
    "14.09.2022": "2022-09-14",
    "12.10.2022": "2022-10-12",
    "25/12/2022": "2022-12-25",
    "12/25/2022": "2022-12-25",
    "5/5/2022": "2022-05-05",
    "09/2022": "2022-09",
    "9.2022": "2022-09",
    "9-2022": "2022-09",
    "2022/09": "2022-09",
    "2021/2022": "2021/2022",
    "Oct 2022": "2022-10",
    "14 Sep 2022": "2022-09-14",
    "Sep 14, 2022": "2022-09-14",
    "Q3 2022": "2022-35",
    "2022-Q3": "2022-35",
    "last quarter of 2022": "2022-36",
    "H2 2022": "2022-41",
    "early 2022": "2022-37",
    "autumn 2022": "2022-23",
    "winter 2022": "2022-24",
    "2020s": "202X",
    "2022-W38": "[2022-09-19..2022-09-25]",
    "early October 2022": "[2022-10-01..2022-10-10]",
    "c. 2022": "2022~",
    "about Oct 2022": "2022-10~",
    "since Oct 2020": "2020-10/..",
    "until 2014": "../2014",
    "from Oct 2022 to 3 Nov 2022": "2022-10/2022-11-03",
    "2022-02..2022-12": "[2022-02..2022-12]",
    "Oct 2022..Dec 2022": "[2022-10..2022-12]",
}


@pytest.mark.parametrize(("typed", "edtf"), READ.items())
def test_a_date_is_read_no_sharper_than_it_is(typed: str, edtf: str) -> None:
    assert read_date(typed).text == edtf


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12/10/2022", "write 2022-10-12 or 2022-12-10"),
        ("1-2-2022", "may be two days"),
        ("44818", "may be a spreadsheet's number of a day"),
        ("44818.5", "have the column written as dates"),
        ("Oct 22", "all four digits"),
        ("Oct", "which year"),
        ("last month", "depends on the day"),
        ("3 months ago", "depends on the day"),
        ("this year", "depends on the day"),
        ("2022-13", "month"),
        ("30/02/2022", "February"),
        ("2023-02-29T10:00", "February"),
        ("13/2022", "there is no month 13"),
        ("2022/13", "there is no month 13"),
        ("2022.5", ""),
        ("44818", ""),
        ("١٤ Sep 2022", "digits"),
        ("some day", "not a date"),
        ("from 2022 to 2021", ""),
        ("..", ""),
        ("about", ""),
        ("about about", ""),
        ("[2022", ""),
        ("", "missing"),
    ],
)
def test_what_may_be_another_day_is_refused(typed: str, told: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(typed)
    assert told in f"{caught.value}"


def test_an_end_makes_a_stretch_of_time() -> None:
    assert read_date("Oct 2022", "3 Nov 2022").text == "2022-10/2022-11-03"
    assert read_date("2022-10-01", "1 Oct 2022").text == "2022-10-01"


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022", "2021"), ("2022/2023", "2024"), ("2022", "12/10/2022"), ("", "2022")],
)
def test_a_stretch_that_is_none_is_refused(start: str, end: str) -> None:
    with pytest.raises(DateError):
        read_date(start, end)
