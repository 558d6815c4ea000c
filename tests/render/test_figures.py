from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import event
from render.fake_library import library_of, selection_of
from render.golden import check_golden
from render.harbour import ACTORS, EVENTS, SOURCES
from render.hostile import hostile_event, hostile_sources, live_characters
from render.opened import asked, opened
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Cite, Event, Figure
from timeline_tui.render.figure_table import differ, entries_of
from timeline_tui.render.figures import Figures
from timeline_tui.render.lines import plain, width


def number(measure: str, **fields: object) -> Figure:
    for key in ("period", "as_of"):
        if key in fields:
            fields[key] = parse(str(fields[key]))
    return Figure(measure=measure, source="almanac-1903", **fields)  # type: ignore[arg-type]


def table(*events: Event) -> Figures:
    return Figures(asked(opened(events)))


def told(figures: Figures, columns: int = 120) -> list[str]:
    """The lines, blanks at their ends left out."""
    lines = figures.lines(range(len(figures)), columns)
    return [plain(line).rstrip() for line in lines]


RIVALS = (
    event(
        "mill",
        "2022-05-01",
        figures=(
            number("loaves", value=900, period="2022", unit="loaves"),
            number("barges", value=3, as_of="2022-05"),
        ),
    ),
    event("weir", "2022-06-01", figures=(number("loaves", value=40, period="2021"),)),
    event(
        "fair",
        "2023-01-01",
        figures=(number("loaves", value=1200, period="2022", unit="loaves"),),
    ),
)


def test_the_figures_as_they_are_read() -> None:
    cite = (Cite(para=3), Cite(para=7))
    events = [
        *EVENTS,
        event(
            "count-2022",
            "2022-03-01",
            figures=(
                Figure(
                    measure="grain-stored",
                    low=4e6,
                    high=5e6,
                    unit="kg",
                    as_of=parse("2022-03-01"),
                    counts="grain in the two stores by the weir, the old one included",
                    source="gazette",
                    by=("ada",),
                    cite=cite,
                ),
                Figure(
                    measure="grain-stored",
                    value=5.5e6,
                    about=True,
                    unit="kg",
                    period=parse("2022"),
                    source="herald",
                    cite=cite[:1],
                ),
            ),
        ),
    ]
    library = opened(events, actors=ACTORS, sources=SOURCES)
    figures = Figures(asked(library))
    text = ""
    for columns in (120, 80, 40):
        for line in [
            *figures.head(columns),
            *figures.lines(range(len(figures)), columns, marked={"count-2022"}),
        ]:
            assert width(line) == columns
            text += plain(line) + "|\n"
    for line in figures.lines(range(len(figures)), 60, whole=True):
        text += plain(line) + "|\n"
    check_golden("figures", text)


def test_they_stand_by_measure_and_time_with_their_rivals() -> None:
    lines = told(table(*RIVALS))
    assert [line.split()[0] for line in lines[::2]] == ["barges", "loaves", "┌"]
    assert lines[1].split()[:3] == ["at", "2022-05", "3"]
    assert lines[3].split()[:3] == ["in", "2021", "40"]
    assert lines[4].split()[:5] == ["┌", "in", "2022", "≠", "900"]
    assert lines[5].split()[:5] == ["└", "in", "2022", "≠", "1,200"]


def test_a_line_knows_its_event_and_an_event_its_first_line() -> None:
    figures = table(*RIVALS)
    rows = [figures.row_at(line) for line in range(len(figures))]
    mill, weir, fair = 0, 1, 2
    assert rows == [None, mill, None, weir, mill, fair]
    assert [figures.line_of(row) for row in (mill, weir, fair, 9)] == [1, 3, 5, None]


def test_a_part_is_a_part_of_the_whole() -> None:
    figures = table(*RIVALS)
    whole = figures.lines(range(6), 100)
    assert figures.lines(range(2, 5), 100) == whole[2:5]
    assert figures.lines(range(4, 90), 100) == whole[4:]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ({"value": 5}, {"value": 5}, False),
        ({"value": 5}, {"value": 6}, True),
        ({"value": 5, "over": True}, {"value": 9}, False),
        ({"value": 5, "over": True}, {"value": 4}, True),
        ({"value": 5, "under": True}, {"value": 4}, False),
        ({"value": 5, "under": True}, {"value": 6}, True),
        ({"low": 2, "high": 3}, {"value": 3}, False),
        ({"low": 2, "high": 3}, {"low": 3.5, "high": 4}, True),
        ({"low": 2}, {"value": 99}, False),
        ({"value": 5, "unit": "kg"}, {"value": 6, "unit": "loaves"}, False),
        ({"value": 5, "about": True}, {"value": 5}, False),
    ],
)
def test_when_two_figures_cannot_both_hold(
    one: dict[str, object],
    other: dict[str, object],
    answer: bool,  # noqa: FBT001
) -> None:
    pair = number("m", **one), number("m", **other)
    assert differ(*pair) is answer
    assert differ(*reversed(pair)) is answer


def test_figures_of_other_times_are_no_rivals() -> None:
    lines = told(
        table(
            event("a", "2022-01-01", figures=(number("m", value=1, period="2021"),)),
            event("b", "2022-01-02", figures=(number("m", value=2, period="2022"),)),
        )
    )
    assert not any(sign in line for line in lines for sign in "≠┌└")


def test_a_figure_without_a_time_has_that_of_its_event() -> None:
    lines = told(table(event("a", "2022-01", figures=(number("m", value=1),))))
    assert lines[1].split()[:2] == ["by", "2022-01"]


def test_a_query_narrows_the_figures() -> None:
    figures = Figures(asked(opened(RIVALS), "since:2023"))
    assert [figures.row_at(line) for line in range(len(figures))] == [None, 2]
    assert len(Figures(asked(opened(RIVALS), "since:2024"))) == 0


FIGURES = st.builds(
    lambda measure, value, period, counts: number(
        measure, value=value, period=period, counts=counts
    ),
    st.sampled_from(["loaves", "barges-on-the-upper-canal-at-night"]),
    st.integers(-(10**14), 10**14),
    st.sampled_from(["2021", "2022-33", "2022-02-03/2022-04", "2022"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(FIGURES, min_size=1, max_size=6), st.integers(1, 180))
def test_lines_are_exactly_as_wide_as_asked(
    figures: list[Figure], columns: int
) -> None:
    drawn = table(event("a", "2022", figures=tuple(figures)))
    lines = [*drawn.head(columns), *drawn.lines(range(99), columns)]
    assert {width(line) for line in lines} == {columns}


def test_hostile_text_does_no_harm_and_nothing_is_cut_when_whole() -> None:
    library = library_of(hostile_event(), sources=hostile_sources())
    selection = selection_of(library)
    figures = Figures(selection, entries_of(selection, [0]))
    assert len(figures)
    for whole in (False, True):
        for line in figures.lines(range(len(figures)), 100, whole=whole):
            assert not live_characters(plain(line))
            assert not (whole and "…" in plain(line))
