import time

import pytest

from timeline_tui.errors import DateError
from timeline_tui.model.dates import parse

EXAMPLES = "write for example 2022, 2022-09 or 2022-09-14"
GIVE_ONE = "give one end, as in 2020/.. or ../2014"
MONTHS = (
    "write a month 01–12, a season 21–24, a quarter 33–36, a third 37–39 "
    "or a half 40–41"
)
PERIOD = "a period expression, not EDTF"

# String, column, reason, advice.
REFUSED = [
    # What the store format names.
    ("2022-13", 6, "there is no month 13", MONTHS),
    ("2022-00", 6, "there is no month 00", "write 2022 if the month is not known"),
    (
        "2022-02-30",
        9,
        "February 2022 has 28 days",
        "write 2022-02-28 or 2022-02",
    ),
    (
        "2022-2X",
        6,
        "there is no month 20–29",
        "write 2022, or mask the month as 0X or 1X",
    ),
    ("22-09", 1, "a year has four digits", "write 2022-09"),
    ("2022-9", 6, "a month has two digits", "write 2022-09"),
    ("2022/2021", 6, "the end lies before the start", "write 2021/2022"),
    ("../..", 4, "both ends are open", GIVE_ONE),
    ("2022-W38", 6, PERIOD, "write 2022-09-19/2022-09-25"),
    ("Oct 2022", 1, PERIOD, "write 2022-10"),
    ("2022-Q3", 6, PERIOD, "write 2022-35"),
    ("２０２２-09", 1, "only the digits 0–9 are read", "write 2022-09"),
    ("2022-0９", 7, "only the digits 0–9 are read", "write 2022-09"),
    (" 2022", 1, "a blank around the date", "write 2022"),
    ("2022 ", 5, "a blank around the date", "write 2022"),
    ("2022\n", 5, "a blank around the date", "write 2022"),
    ("", 1, "the date is empty", EXAMPLES),
    (" ", 1, "the date is empty", EXAMPLES),
    ("9999-24", 6, "the winter of 9999 ends after 9999-12-31", "write 9999-12"),
    ("0000", 1, "there is no year 0000", "write a year 0001–9999"),
    # Days and months that are not there.
    ("2021-02-29", 9, "February 2021 has 28 days", "write 2021-02-28 or 2021-02"),
    ("1900-02-29", 9, "February 1900 has 28 days", "write 1900-02-28 or 1900-02"),
    ("2022-02-3X", 9, "February 2022 has 28 days", "write 2022-02-28 or 2022-02"),
    ("20XX-02-30", 9, "no month 02 of 20XX has a day 30", "write 20XX-02"),
    (
        "2022-09-00",
        9,
        "there is no day 00",
        "write 2022-09 if the day is not known",
    ),
    ("2022-21-05", 9, "a season has no days", "write 2022-21"),
    (
        "2022-25",
        6,
        "25 is a season of one hemisphere",
        "write a season 21–24, or the months",
    ),
    ("[2022,2022-13]", 12, "there is no month 13", MONTHS),
    # Periods and dates in other clothes.
    ("14 Sep 2022", 1, PERIOD, "write 2022-09-14"),
    ("Sept 14th, 2022", 1, PERIOD, "write 2022-09-14"),
    ("2022-Sep-14", 6, PERIOD, "write 2022-09-14"),
    ("Q3 of 2022", 1, PERIOD, "write 2022-35"),
    ("2022-H2", 6, PERIOD, "write 2022-41"),
    ("autumn of 2022", 1, PERIOD, "write 2022-23"),
    ("2022-spring", 6, PERIOD, "write 2022-21"),
    ("2020s", 5, PERIOD, "write 202X"),
    ("2022-W38-2", 6, PERIOD, "write 2022-09-20"),
    ("2022-257", 6, "a day of the year, not EDTF", "write 2022-09-14"),
    ("2022-9-4", 6, "a month has two digits", "write 2022-09-04"),
    ("2022-09-4", 9, "a day has two digits", "write 2022-09-04"),
    ("99", 1, "a year has four digits", "write 1999"),
    (
        "20220914",
        5,
        "year, month and day stand with hyphens between them",
        "write 2022-09-14",
    ),
    (
        "2022/09/14",
        5,
        "year, month and day stand with hyphens between them",
        "write 2022-09-14",
    ),
    ("14.09.2022", 1, "the year comes first", "write 2022-09-14"),
    ("12/10/2022", 1, "the year comes first", "write 2022-10-12 or 2022-12-10"),
    ("2022-09-14T10:00", 11, "times of day are not read", "write 2022-09-14"),
    ("c. 2022", 1, "what is approximate is written with ~", "write 2022~"),
    ("2022?~", 5, "both qualifiers together are written %", "write 2022%"),
    (
        "~2022?",
        6,
        "a year, month or day carries one qualifier",
        "write % for both ? and ~",
    ),
    ("202x", 4, "an unknown digit is written X", "write 202X"),
    ("2022‑09", 5, "a dash stands where a hyphen belongs", "write 2022-09"),
    # Intervals and sets.
    ("/", 2, "both ends are open", GIVE_ONE),
    ("[..]", 2, "both ends are open", GIVE_ONE),
    ("2022–2023", 5, "an interval is written with a slash", "write 2022/2023"),
    ("2022-2023", 6, "an interval is written with a slash", "write 2022/2023"),
    (
        "2022//2023",
        6,
        "an interval has one slash",
        "write the start, one slash and the end",
    ),
    (
        "2020/present",
        6,
        "an open end is written .. and an unknown one is left empty",
        "write 2020/..",
    ),
    ("Oct 2022/2022-12", 1, PERIOD, "write 2022-10/2022-12"),
    ("Oct 2022/Dec 2022", 1, PERIOD, "write 2022-10 there"),
    ("[2022, 2023]", 7, "a date has no blanks", "write [2022,2023]"),
    (
        "[2022/2023]",
        6,
        "a set holds dates, and ranges with two dots",
        "write [2022..2023]",
    ),
    (
        "2022..2023",
        5,
        "a set stands in brackets or braces",
        "write [2022..2023]",
    ),
    (
        "[2023..2022]",
        8,
        "the end lies before the start",
        "write the earlier date first",
    ),
    ("{2022]", 7, "a set that begins with { ends with }", "write } at the end"),
    ("[2022,]", 7, "a date is missing here", EXAMPLES),
    # Nothing that resembles a date.
    ("2XXX", 2, "only the last one or two digits of a year may be X", EXAMPLES),
    ("X022", 1, "only the last one or two digits of a year may be X", EXAMPLES),
    ("-0044", 1, "- where a year is expected", EXAMPLES),
    ("20222", 1, "a year has four digits", EXAMPLES),
    ("2022-", 6, "nothing where a month is expected", EXAMPLES),
    ("2022-09-14-03", 11, "- where a date ends", EXAMPLES),
    ("2022-W54", 6, "W where a month is expected", EXAMPLES),
    ("2022-Q5", 6, "Q where a month is expected", EXAMPLES),
    ("2022-\u202e09", 6, "U+202E where a month is expected", EXAMPLES),
    ("\x1b[31m", 1, "U+001B where a year is expected", EXAMPLES),
    ("\ud800", 1, "U+D800 where a year is expected", EXAMPLES),
]


@pytest.mark.parametrize(
    ("text", "column", "reason", "advice"), REFUSED, ids=[ascii(r[0]) for r in REFUSED]
)
def test_refused(text: str, column: int, reason: str, advice: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    error = caught.value
    assert (error.column, error.reason, error.advice) == (column, reason, advice)
    assert error.text == text
    assert type(error) is DateError
    assert str(error) == f"{reason}: {advice}"


@pytest.mark.parametrize(
    "text",
    [
        "2" * 10_000_000,
        "[" + "2022," * 2_000_000 + "2022]",
        "?" * 10_000_000,
        " " * 10_000_000,
        "x" * 9_999,
        "[" + "Oct 2022," * 1_100 + "]",
        "[" + "20XX-XX-X1," * 900 + "2022-13]",
        "/" * 9_999,
    ],
    ids=["digits", "set", "marks", "blanks", "words", "periods", "masks", "slashes"],
)
def test_long_strings_are_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    with pytest.raises(DateError):
        parse(text)
    assert time.perf_counter() - start < 5


def test_the_longest_set_is_read() -> None:
    text = "{" + ",".join(["2022-03-22"] * 909) + "}"
    assert len(text) == 10_000
    assert parse(text).parts == parse("2022-03-22").parts
