from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fake_library import library_of, selection_of
from render.golden import check_golden
from render.harbour import harbour
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.render.density import (
    BARS,
    Density,
    period_words,
    window_of,
)
from timeline_tui.render.lines import plain, width


def events(*whens: str) -> list[Event]:
    return [Event(id=f"e{n}", date=parse(w), title="t") for n, w in enumerate(whens)]


def test_the_strip_as_it_is_read() -> None:
    library = harbour()
    some = selection_of(library, lambda e: "" if e.id == "lean-2022" else "inside")
    text = ""
    for columns in (120, 80, 60, 44):
        for window in (None, ("2021-04", "2022-02-26")):
            for line in Density(some, columns).lines(columns, window):
                assert width(line) == columns
                text += plain(line) + "|\n"
    check_golden("density", text)


def test_a_bar_stands_for_its_month_and_only_zero_is_blank() -> None:
    whens = ["2022-01-05"] * 16 + ["2022-02-01"] + ["2022-04-01"] * 8
    library = library_of(*events(*whens), coverage="")
    strip = Density(selection_of(library), 40, widest=1)
    bars = plain(strip.lines(40)[0])
    assert bars[1:5] == "█▁ ▄"
    assert strip.month_at(1) == "2022-01"
    assert strip.month_at(4) == "2022-04"
    assert strip.month_at(0) == strip.month_at(5) == ""


def test_where_there_is_room_a_month_is_several_cells_wide() -> None:
    library = library_of(
        *events("2020-11-05", "2020-11-05", "2021-01-05", "2021-02"),
        coverage="2020-11/2021-03",
    )
    some = selection_of(library, lambda e: "" if e.id == "e3" else "inside")
    strip = Density(some, 80)
    assert (strip.each, strip.cells) == (4, 20)
    bars, years = strip.lines(80, ("2021-01", "2021-01"))
    assert plain(bars).rstrip() == " ███     ▄▄▄ ·"
    assert plain(years).rstrip() == " 2020    2021"
    marked = [text for text, role in years if role.startswith("bar-window")]
    assert "".join(marked) == "2021"
    assert [strip.month_at(x) for x in (1, 4, 5, 20)] == [
        "2020-11",
        "2020-11",
        "2020-12",
        "2021-03",
    ]
    assert strip.month_at(21) == ""
    assert strip.why(10) == strip.why(12) == "1 event"
    assert strip.why(13) == "1 hidden by the filter"
    assert strip.column_of("2021-01-31") == 9
    touching = plain(Density(some, 38).lines(38)[0])
    assert touching.rstrip() == " ██  ▄▄·"


def test_why_a_month_is_empty_is_told() -> None:
    library = library_of(
        *events("2022-02-01", "2022-04-01", "2022-04-02", "2022-08-01"),
        coverage="2022-02/2022-06",
    )
    strip = Density(
        selection_of(library, lambda e: "inside" if e.id == "e0" else ""), 40, widest=1
    )
    assert [strip.why(x) for x in range(1, 8)] == [
        "1 event",
        "none recorded",
        "2 hidden by the filter",
        "none recorded",
        "none recorded",
        "outside the coverage",
        "1 hidden by the filter",
    ]
    assert plain(strip.lines(40)[0])[1:8] == "█ ·  ╌·"
    assert strip.why(8) == ""


@pytest.mark.parametrize(
    ("last", "size", "first_cell"),
    [
        ("2022-06", 1, "2020-01"),
        ("2025-06", 3, "2020-01..2020-03"),
        ("2034-06", 6, "2020-01..2020-06"),
        ("2045-06", 12, "2020"),
        ("2200-06", 60, "2020-01..2024-12"),
        ("2300-06", 120, "2020-01..2029-12"),
        ("9999-06", 12000, "2000-01..2999-12"),
    ],
)
def test_cells_widen_where_the_months_do_not_fit(
    last: str, size: int, first_cell: str
) -> None:
    library = library_of(*events("2020-01-01", f"{last}-01"), coverage="")
    strip = Density(selection_of(library), 42)
    assert strip.size == size
    assert strip.month_at(1) == first_cell
    assert strip.cells <= 40
    bars, years = strip.lines(42)
    assert width(bars) == width(years) == 42
    assert plain(bars)[1] != " "
    assert plain(bars)[strip.cells] != " "


def test_years_stand_where_their_january_is() -> None:
    library = library_of(*events("2020-10-01", "2023-10-01"), coverage="")
    strip = Density(selection_of(library), 60)
    years = plain(strip.lines(60)[1])
    for year in ("2021", "2022", "2023"):
        assert strip.month_at(years.index(year)) == f"{year}-01"


def test_the_part_in_view_is_marked_without_colour() -> None:
    strip = Density(selection_of(harbour()), 80)
    shown = strip.lines(80, ("2021-05-03", "2021-07"))[1]
    marked = "".join(text for text, role in shown if role.startswith("bar-window"))
    assert marked == "▔▔▔"
    assert plain(shown)[strip.column_of("2021-05") :].startswith("▔▔▔ ")


def test_wider_events_are_told_in_as_many_words_as_fit() -> None:
    selection = selection_of(harbour())
    for columns, words in ((80, "+4 wider than a month "), (50, "+4 wide ")):
        bars, _ = Density(selection, columns).lines(columns)
        assert plain(bars).endswith(words)


def test_an_empty_store_has_an_empty_strip() -> None:
    library = library_of(coverage="")
    strip = Density(selection_of(library), 40)
    assert [plain(line) for line in strip.lines(40)] == [" " * 40] * 2
    assert strip.month_at(1) == ""


def test_the_window_is_that_of_months_in_view() -> None:
    library = harbour()
    assert window_of(library.rows(range(library.count))) == ("2020-10", "2023-10")
    vague = library_of(*events("2022", "2020/.."))
    assert window_of(vague.rows([0, 1])) is None


def test_periods_have_words() -> None:
    assert period_words("2022-02") == "Feb 2022"
    assert period_words("2022-01..2022-03") == "Jan 2022 – Mar 2022"
    assert period_words("2022") == "2022"


@given(
    st.lists(st.dates().map(lambda d: d.isoformat()[:7]), max_size=20),
    st.integers(3, 150),
    st.sampled_from(["", "2020-10/2023-10", "2020/..", "../2014"]),
)
def test_any_store_makes_two_lines_of_exactly_the_width(
    months: list[str], columns: int, coverage: str
) -> None:
    library = library_of(*events(*months), coverage=coverage)
    selection = selection_of(library)
    window = (min(months), max(months)) if months else None
    strip = Density(selection, columns)
    for line in strip.lines(columns, window):
        assert width(line) == columns
    bars = plain(strip.lines(columns)[0])
    for month in months:
        assert bars[strip.column_of(month)] in BARS[1:]


def test_thousands_are_set_apart() -> None:
    whens = ["2022-01-05"] * 1200 + ["2022"] * 3400
    library = library_of(*events(*whens), coverage="2022")
    strip = Density(selection_of(library), 80)
    assert "+3,400 wider than a month" in plain(strip.lines(80)[0])
    assert strip.why(1) == "1,200 events"
    hidden = Density(selection_of(library, lambda _: ""), 80)
    assert hidden.why(1) == "1,200 hidden by the filter"
