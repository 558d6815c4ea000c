from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fake_library import library_of, row_of, selection_of
from render.golden import check_golden
from render.harbour import CALL, EVENTS, SOURCES, harbour
from render.hostile import hostile_event, hostile_sources, live_characters
from timeline_tui.library.columns import Group
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.render.cells import cell_width
from timeline_tui.render.lines import plain, width
from timeline_tui.render.rows import (
    ListMap,
    event_line,
    heading_line,
    heading_words,
    list_lines,
)

if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection

WIDTHS = (120, 78, 59, 44, 36, 26, 16, 10)


def asked(*, hidden: str = "", possible: str = "", underway: str = "") -> Selection:
    """A selection of the harbour's events, some of them matching otherwise."""
    answers = {hidden: "", possible: "possible", underway: "under way"}
    return selection_of(harbour(), lambda event: answers.get(event.id, "inside"))


def drawn(selection: Selection, columns: int, *, open_fold: bool = False) -> str:
    lines = ListMap(selection, open_fold=open_fold)
    rows = list_lines(lines, range(len(lines)), columns, {"fair-2022"})
    return "".join(plain(line) + "|\n" for line in rows)


@pytest.mark.parametrize("columns", [78, 59, 40])
def test_the_list_as_it_is_read(columns: int) -> None:
    selection = asked(possible="plan-2022", underway="pier-2020")
    check_golden(f"list-{columns}", drawn(selection, columns))


def test_the_list_with_its_fold_open() -> None:
    selection = asked(possible="plan-2022")
    check_golden("list-open-fold", drawn(selection, 64, open_fold=True))


@pytest.mark.parametrize("columns", WIDTHS)
def test_every_line_is_exactly_as_wide_as_the_list(columns: int) -> None:
    selection = asked(possible="plan-2022", underway="pier-2020")
    lines = ListMap(selection, open_fold=True)
    for line in list_lines(lines, range(len(lines)), columns):
        assert width(line) == columns
        assert sum(cell_width(text) for text, _ in line) == columns


TITLES = st.text(st.sampled_from("abc ЯөҮ漢字\u0301👩\u200d\x1b\u202e≠"), max_size=80)


@given(
    title=TITLES,
    when=st.sampled_from(["2022-02-26~", "2022", "[2022-02..2022-12]", "2020-10/.."]),
    match=st.sampled_from(["inside", "under way", "possible"]),
    columns=st.integers(10, 130),
)
def test_any_title_makes_a_row_of_exactly_the_width(
    title: str, when: str, match: str, columns: int
) -> None:
    event = Event(
        id="x", date=parse(when), title=title, disputed="so", status="expected"
    )
    library = library_of(event, sources=SOURCES)
    for shown_day in (True, False):
        line = event_line(
            row_of(0, event), library, columns, shown_day=shown_day, match=match
        )
        assert sum(cell_width(text) for text, _ in line) == columns
        assert not live_characters(plain(line))


def test_hostile_text_is_shown_in_a_row() -> None:
    event = hostile_event()
    library = library_of(event, sources=hostile_sources())
    line = event_line(row_of(0, event), library, 100, shown_day=True)
    assert "^[[31m" in plain(line)
    assert "[red]x" in plain(event_line(row_of(0, event), library, 400, shown_day=True))
    assert not live_characters(plain(line))
    assert width(line) == 100


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2022-02-06", " 6 "),
        ("2022-02-26~", "26~"),
        ("2022-02-26?", "26?"),
        ("2022-02-26%", "26%"),
        ("2022-02-24/2022-03-05", "24–"),
        ("2022-02", " – "),
        ("2022-02~", " –~"),
        ("2022-02?", " –?"),
        ("2022", " – "),
        ("2022-02-2X", " – "),
        ("[2022-02-24,2022-02-26]", " – "),
        ("2020-10/..", " – "),
    ],
)
def test_the_day_column_is_never_sharper_than_the_date(when: str, day: str) -> None:
    event = Event(id="x", date=parse(when), title="t")
    line = event_line(row_of(0, event), harbour(), 60, shown_day=True)
    assert plain(line)[1:4] == day


def test_a_row_tells_kind_sources_dispute_mark_and_status_without_colour() -> None:
    library = harbour()
    row = row_of(0, CALL)
    text = plain(event_line(row, library, 90, shown_day=True, marked=True))
    assert text.startswith("*26  S  Ada Berg")
    assert text.endswith("  HG··· ≠ ")
    opening = next(event for event in EVENTS if event.status == "scheduled")
    assert "(scheduled)" in plain(
        event_line(row_of(0, opening), library, 50, shown_day=True)
    )
    assert "(under way)" in plain(
        event_line(row, library, 50, shown_day=True, match="under way")
    )


def test_a_possible_event_tells_its_whole_date() -> None:
    vague = next(event for event in EVENTS if event.id == "plan-2022")
    line = event_line(row_of(0, vague), harbour(), 78, shown_day=True, match="possible")
    assert "2022-02..2022-12  A plan" in plain(line)
    assert ("2022-02..2022-12", "date") in line


def test_many_sources_are_counted_instead_of_lettered() -> None:
    many = tuple(
        SOURCES[0].__class__(id=f"s{n}", letter="S", short=f"S{n}") for n in range(12)
    )
    event = EVENTS[2]
    library = library_of(event, sources=many)
    line = event_line(row_of(0, event), library, 60, shown_day=True)
    assert plain(line).rstrip().endswith(" 2 src")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2022-02", ("2022", "Feb")),
        ("2022-Q3", ("2022", "Q3")),
        ("2022", ("2022", "year")),
        ("2022/2023", ("2022–2023", "")),
        ("2020/..", ("since 2020", "")),
        ("../2014", ("until 2014", "")),
    ],
)
def test_headings_name_months_and_wider_stretches(
    key: str, words: tuple[str, str]
) -> None:
    assert heading_words(key) == words


@pytest.mark.parametrize("columns", range(10, 80, 7))
@pytest.mark.parametrize("key", ["2022-02", "2022", "2022/2023", "../2014"])
def test_a_heading_is_exactly_as_wide_as_the_list(key: str, columns: int) -> None:
    group = Group(key, key[:4], "", 0, 1)
    for show_year in (True, False):
        line = heading_line(group, 123456, columns, show_year=show_year)
        assert width(line) == columns


def test_a_year_is_told_at_its_first_heading_and_at_the_top() -> None:
    lines = ListMap(asked())
    heads = [n for n in range(len(lines)) if lines.at(n)[0] == "head"]
    years = [plain(list_lines(lines, range(n, n + 1), 40)[0])[:7] for n in heads]
    assert all(year.strip() for year in years)
    all_lines = [plain(line) for line in list_lines(lines, range(len(lines)), 40)]
    told = [all_lines[n][1:5] for n in heads]
    assert [year for year in told if year.strip()] == [
        "2020",
        "2021",
        "2022",
        "2023",
        "sinc",
    ]


def test_lines_and_indexes_agree_at_both_ends_of_the_map() -> None:
    for open_fold in (False, True):
        lines = ListMap(asked(possible="plan-2022"), open_fold=open_fold)
        seen = []
        for n in range(len(lines)):
            item = lines.at(n)
            if item[0] == "event":
                seen.append(item[1])
                assert lines.line_of(item[1]) == n
                assert lines.row_of(item[1]) == item[2]
        assert seen == list(range(lines.events))
        assert lines.events == len(EVENTS) - (not open_fold)
        for out in (-1, len(lines)):
            with pytest.raises(IndexError):
                lines.at(out)
        for out in (-1, lines.events):
            with pytest.raises(IndexError):
                lines.line_of(out)
            with pytest.raises(IndexError):
                lines.row_of(out)


def test_the_fold_stands_after_the_timeline_and_counts() -> None:
    lines = ListMap(asked(possible="plan-2022"))
    assert lines.fold == len(lines) - 1
    assert lines.at(len(lines) - 1) == ("fold", 1)
    assert ListMap(asked()).fold is None
    opened = ListMap(asked(possible="plan-2022"), open_fold=True)
    kind, index, row = opened.at(len(opened) - 1)  # type: ignore[misc]
    assert (kind, index) == ("event", len(EVENTS) - 1)
    assert opened.selection.match(row) == "possible"


def test_each_line_knows_its_heading() -> None:
    lines = ListMap(asked(possible="plan-2022"))
    for n in range(len(lines) - 1):
        heading = lines.heading_of(n)
        assert heading is not None
        assert lines.at(heading)[0] == "head"
        assert all(lines.at(k)[0] == "event" for k in range(heading + 1, n + 1))
    assert lines.heading_of(len(lines) - 1) is None


def test_an_empty_selection_has_no_lines() -> None:
    lines = ListMap(selection_of(harbour(), lambda _event: ""))
    assert len(lines) == 0
    assert lines.heading_of(0) is None
    assert list_lines(lines, range(10), 40) == []


DAYS = st.dates(date(2020, 1, 1), date(2023, 12, 31)).map(date.isoformat)
DATES = st.lists(
    st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4])),
    max_size=30,
)


@given(DATES)
def test_a_day_is_told_once_in_a_run_of_rows(whens: list[str]) -> None:
    events = [
        Event(id=f"e{n}", date=parse(when), title="t") for n, when in enumerate(whens)
    ]
    lines = ListMap(selection_of(library_of(*events)))
    rows = list_lines(lines, range(len(lines)), 40)
    told: list[tuple[str, str]] = []
    for n, line in enumerate(rows):
        item = lines.at(n)
        if item[0] == "event":
            place = lines.selection.library.rows([item[2]])[0].place
            told.append((place, plain(line)[1:4]))
        else:
            told.append(("", ""))
    for (above, _), (place, day) in pairwise([("", ""), *told]):
        if place:
            assert bool(day.strip()) == (len(place) < 10 or place != above)
