from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given

from strategies import dates
from timeline_tui.model.dates import EdtfDate, parse
from timeline_tui.render.citations.dates import american, plain_date, year_first, years


@pytest.mark.parametrize(
    ("edtf", "american_words", "apa_words", "year_words"),
    [
        ("2023-07-06", "July 6, 2023", "2023, July 6", "2023"),
        ("2022-09~", "ca. September 2022", "ca. 2022, September", "ca. 2022"),
        ("2022?", "[2022?]", "[2022?]", "[2022?]"),
        ("2022-09-03?", "[September 3, 2022?]", "[2022, September 3?]", "[2022?]"),
        ("2022-23", "Autumn 2022", "2022, Autumn", "2022"),
        ("2022-24", "Winter 2022", "2022, Winter", "2022"),
        (
            "[2023-05-24..]",
            "after May 24, 2023",
            "after May 24, 2023",
            "2023 or later",
        ),
        ("[..2014]", "until 2014", "until 2014", "2014 or earlier"),
        (
            "[2022-09-21..2022-11]",
            "between September 21, 2022, and November 2022",
            "between September 21, 2022, and November 2022",
            "2022",
        ),
        ("[2021,2023]", "2021 or 2023", "2021 or 2023", "2021–2023"),
        ("2021-04/2021-05", "April 2021–May 2021", "April 2021–May 2021", "2021"),
        ("2020-10/..", "since October 2020", "since October 2020", "2020 or later"),
        ("2022-35", "Q3 2022", "Q3 2022", "2022"),
    ],
)
def test_dates_in_words(
    edtf: str, american_words: str, apa_words: str, year_words: str
) -> None:
    when = parse(edtf)
    assert american(when) == american_words
    assert year_first(when) == apa_words
    assert years(when) == year_words


def covered(parts: tuple[int, ...], *, end: bool) -> date:
    """The first or last day of a year, month or day."""
    year, month, day = (*parts, *((0, 0)[: 3 - len(parts)]))[:3]
    if not end:
        return date(year, month or 1, day or 1)
    if day:
        return date(year, month, day)
    later = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return date.fromordinal(later.toordinal() - 1)


@given(dates)
def test_a_plain_date_holds_every_day_that_the_date_may_be(when: EdtfDate) -> None:
    plain = plain_date(when)
    if when.open_start or when.open_end:
        assert plain.circa
        assert not plain.exact
    elif when.last.year < 9999:
        first = covered(plain.start, end=False)
        last = covered(plain.end or plain.start, end=True)
        assert first <= when.first
        assert when.last <= last or plain.season == 4
    assert plain.circa or not (when.approximate or when.uncertain)
    for words in (american(when), year_first(when), years(when)):
        assert words
        assert not re.search(r"[\n~%]", words)
