from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import event
from render.golden import check_golden
from render.harbour import ACTORS, EVENTS, SOURCES
from render.hostile import ALL, live_characters
from render.opened import asked, opened
from timeline_tui.model.event import Actor, Event
from timeline_tui.render import lanes as lanes_module
from timeline_tui.render.lane_cells import Ranges, exact_cells, rows_within
from timeline_tui.render.lane_extents import Extents
from timeline_tui.render.lanes import Lanes
from timeline_tui.render.lines import plain, width
from timeline_tui.render.scale import LEVELS, Scale

MONTH = 3


def of(*whens: str, actor: str = "ada") -> list[Event]:
    return [event(f"e{n}", when, actors=(actor,)) for n, when in enumerate(whens)]


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def drawn(whens: list[str], first: str, level: int, cells: int) -> str:
    """The cells of one lane with these dates, from a day on."""
    lanes = Lanes(asked(opened(of(*whens))))
    scale = Scale(level, LEVELS[level].number(day(first)), cells)
    (line,) = lanes.lines(range(5), scale, 80)
    left = lanes.left(80)
    return plain(line)[left : left + cells].replace("┊", " ")


@pytest.mark.parametrize(
    ("whens", "level", "cells"),
    [
        (["2022-02-03"], MONTH, " ●  "),
        (["2022-02-03~"], MONTH, " ○  "),
        (["2022-02-03?"], MONTH, " ○  "),
        (["2022-02"], MONTH, " ◇  "),
        (["2022-02~"], MONTH, " ~  "),
        (["2022-02-03/2022-02-05"], MONTH, " ─  "),
        (["2022-02-03/2022-03-05"], MONTH, " ── "),
        (["2022-02/2022-03~"], MONTH, " ╌╌ "),
        (["2022-02/.."], MONTH, " ───"),
        (["[2022-02..2022-03]"], MONTH, " ░░ "),
        (["[2022-02..2022-03]", "[2022-03..2022-04]"], MONTH, " ░▒░"),
        (["2022-Q1"], MONTH, None),
        (["2022"], MONTH, "┈◇┈┈"),
        (["2022-02-03", "2022-02-03"], MONTH, " 2  "),
        (["2022-02-03"] * 9, MONTH, " 9  "),
        (["2022-02-03"] * 10, MONTH, " +  "),
        (["2022-02-03", "2022"], MONTH, "┈●┈┈"),
        (["2022-01-02"], 0, " ●  "),
        (["2022-01-02~"], 0, " ○  "),
        (["2022-01-02/2022-01-03"], 0, " ── "),
        (["2022-01"], 0, "┈◇┈┈"),
        (["2021-12-30/2022-01-02"], 0, "──  "),
    ],
)
def test_each_sort_of_date_has_its_own_sign(
    whens: list[str], level: int, cells: str | None
) -> None:
    if cells is None:
        whens, cells = ["2022-33"], "┈◇┈ "
    assert drawn(whens, "2022-01-01", level, 4) == cells


def test_signs_are_told_apart_without_colour() -> None:
    whens = [
        *("2022-01-02", "2022-02-02~", "2022-03", "2022-04~"),
        *("2022-05-01/2022-05-03", "2022-06-01/2022-06-03~"),
        "[2022-07-01..2022-07-03]",
    ]
    assert len(set(drawn(whens, "2022-01-01", MONTH, 7))) == 7


def test_the_lanes_as_they_are_read() -> None:
    library = opened(EVENTS, coverage="2020-10/2023-10", actors=ACTORS, sources=SOURCES)
    text = ""
    for columns in (150, 120, 80, 40):
        for by in ("actor", "source"):
            lanes = Lanes(asked(library), by)
            scale = lanes.whole(columns)
            for line in [
                *lanes.head(scale, columns),
                *lanes.lines(range(len(lanes)), scale, columns),
            ]:
                assert width(line) == columns
                text += plain(line) + "|\n"
    lanes = Lanes(asked(library))
    scale = lanes.about(day("2022-02-01"), day("2022-02-28"), 100)
    for line in [*lanes.head(scale, 100), *lanes.lines(range(9), scale, 100)]:
        text += plain(line) + "|\n"
    check_golden("lanes", text)


def test_lanes_are_ordered_by_count_and_nothing_is_left_out() -> None:
    events = [
        event("a", "2022-01-01", actors=("ada", "bo")),
        event("b", "2022-01-02", actors=("bo",)),
        event("c", "2022-01-03", actors=()),
    ]
    lanes = Lanes(asked(opened(events)))
    assert [lanes.name(n)[0] for n in range(len(lanes))] == ["bo", "ada", ""]
    assert lanes.name(2)[1] == "(no actor)"


def test_a_query_narrows_the_lanes() -> None:
    events = [*of("2022-01-01", "2022-05-01"), event("z", "2023-01-01", actors=("bo",))]
    lanes = Lanes(asked(opened(events), "since:2023"))
    assert [lanes.name(n)[0] for n in range(len(lanes))] == ["bo"]


def test_going_along_a_lane() -> None:
    events = [
        event("a", "2022-01-01", actors=("ada",)),
        event("b", "2022-01-02", actors=("bo",)),
        event("c", "2022-01-03", actors=("ada",)),
        event("d", "2022-01-04", actors=("ada", "bo")),
    ]
    lanes = Lanes(asked(opened(events)))
    ada, bo = 0, 1
    assert [lanes.step(ada, 0, 1), lanes.step(ada, 0, 2)] == [2, 3]
    assert lanes.step(ada, 0, 9) == 3
    assert lanes.step(ada, 3, -1) == 2
    assert lanes.step(ada, 0, -1) == 0
    assert [lanes.step(ada, 1, 1), lanes.step(ada, 1, -1)] == [2, 0]
    assert lanes.step(bo, 0, 1) == 1
    assert [lanes.lane_of(3, bo), lanes.lane_of(3, ada)] == [bo, ada]
    assert lanes.lane_of(1, ada) == bo
    assert lanes.lane_of(9) is None


def test_the_current_event_is_a_hit_in_each_of_its_lanes_over_all_its_cells() -> None:
    events = [
        event("a", "2022-02/2022-04", actors=("ada", "bo")),
        event("b", "2022-03-02", actors=("ada",)),
    ]
    lanes = Lanes(asked(opened(events)))
    row = lanes.selection.library.row_of("a")
    scale = Scale(MONTH, LEVELS[MONTH].number(day("2022-01-01")), 6)
    both = lanes.lines(range(2), scale, 80, current=row)
    hits = ["".join(text for text, role in line if role == "hit") for line in both]
    assert hits == ["─●─", "───"]
    assert not any(
        role == "hit" for line in lanes.lines(range(2), scale, 80) for _, role in line
    )


def test_all_events_and_the_ends_of_the_coverage_stand_above() -> None:
    library = opened(
        [*of("2022-03-01", "2022-03-02", "2022-05-01"), event("z", "2022-06-01")],
        coverage="2022-02/2022-07",
    )
    lanes = Lanes(asked(library, "actor:ada"))
    scale = Scale(MONTH, LEVELS[MONTH].number(day("2022-01-01")), 8)
    line = plain(lanes.head(scale, 60)[-1])
    assert line[lanes.left(60) :].rstrip() == "╌ █ ▄· ╌"


def test_too_many_events_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes_module, "MOST", 3)
    lanes = Lanes(asked(opened(of(*["2022-01-02"] * 8, "2022-02-03", "2022"))))
    scale = Scale(MONTH, LEVELS[MONTH].number(day("2022-01-01")), 4)
    assert lanes.is_crowded(scale)
    (line,) = lanes.lines(range(1), scale, 80)
    assert plain(line).rstrip().endswith(" █▁┈┈")
    assert "8 events" in plain(lanes.head(scale, 80)[0])
    assert lanes.rows_at(0, 1, scale) == [8]
    assert lanes.rows_at(0, 2, scale) == [9]


SHARP = st.dates(date(2021, 11, 1), date(2022, 4, 30)).map(date.isoformat)
WHENS = st.one_of(
    SHARP,
    SHARP.map(lambda text: text + "~"),
    SHARP.map(lambda text: text[:7]),
    st.sampled_from(["2022", "2021", "2022-33", "2021/2023", "2022-01/..", "../2022"]),
    SHARP.map(
        lambda t: f"{t}/{(date.fromisoformat(t) + timedelta(days=9)).isoformat()}"
    ),
)
SCALES = st.builds(
    lambda level, at, cells: Scale(level, LEVELS[level].number(at) - 3, cells),
    st.integers(0, 6),
    st.dates(date(2021, 10, 1), date(2022, 5, 1)).map(date.toordinal),
    st.integers(1, 60),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SHARP | SHARP.map(lambda t: t[:7]), max_size=25), SCALES)
def test_counting_ranges_agrees_with_looking_at_rows(
    whens: list[str], scale: Scale
) -> None:
    library = opened(of(*whens))
    rows = asked(library).timeline
    extents = Extents(library)
    counted = Ranges(extents, scale).cells(rows)
    places = extents.placed(rows_within(rows, extents.ranges(scale.window)))
    exact = exact_cells(places, scale)
    assert counted.counts == exact.counts
    assert counted.spreads.keys() == exact.spreads.keys()


@settings(max_examples=40, deadline=None)
@given(st.lists(WHENS, min_size=1, max_size=15), SCALES)
def test_what_is_at_a_cell_is_what_reaches_over_it(
    whens: list[str], scale: Scale
) -> None:
    library = opened(of(*whens))
    lanes = Lanes(asked(library))
    events = list(library.events(range(library.count)))
    for cell in range(scale.cells):
        low, high = scale.days(cell)
        spans = [
            (row, e.date.first.toordinal(), e.date.last.toordinal())
            for row, e in enumerate(events)
        ]
        over = [row for row, a, b in spans if a <= high and b >= low]
        inside = [row for row, a, b in spans if low <= a and b <= high]
        assert lanes.rows_at(0, cell, scale) == (inside or over)


@settings(max_examples=40, deadline=None)
@given(st.lists(WHENS, max_size=12), SCALES, st.integers(1, 160))
def test_lines_are_exactly_as_wide_as_asked(
    whens: list[str], scale: Scale, columns: int
) -> None:
    lanes = Lanes(asked(opened(of(*whens), coverage="2021-12/2022-03")))
    for seen in (scale.resized(lanes.room(columns)), lanes.whole(columns)):
        head = lanes.head(seen, columns)
        both = [
            *head,
            *lanes.lines(range(9), seen, columns, current=0 if whens else None),
        ]
        assert [width(line) for line in both] == [columns] * len(both)
        assert len(head) in (4, 5)


def test_hostile_names_do_no_harm() -> None:
    events = [event("a", "2022-01-01", actors=("ada",))]
    library = opened(events, actors=[Actor(id="ada", name=ALL)])
    for whole in (False, True):
        lanes = Lanes(asked(library), whole_names=whole)
        columns = lanes.left(90) + 20
        (line,) = lanes.lines(range(1), lanes.whole(columns), columns)
        assert width(line) == columns
        assert not live_characters(plain(line))


def test_an_empty_selection_has_no_lanes_and_a_head() -> None:
    lanes = Lanes(asked(opened([])))
    assert len(lanes) == 0
    scale = lanes.whole(60)
    assert lanes.lines(range(5), scale, 60) == []
    assert [width(line) for line in lanes.head(scale, 60)] == [60] * 5
    assert lanes.lane_of(0) is None


def test_open_ends_are_brought_into_view_as_far_as_events_reach() -> None:
    lanes = Lanes(asked(opened(of("2021-01-01", "2022-12-31"))))
    scale = lanes.about(day("2022-06-01"), date.max.toordinal(), 80)
    assert scale.cell_of(day("2022-06-01")) >= 0
    assert scale.cell_of(day("2022-12-31")) < scale.cells
    assert scale.level <= MONTH


def test_columns_and_cells_agree() -> None:
    lanes = Lanes(asked(opened(of("2021-01-01"))))
    assert lanes.cell_of(0, 80) is None
    assert lanes.cell_of(lanes.left(80), 80) == 0
    assert lanes.cell_of(79, 80) is None
    assert lanes.cell_of(78, 80) == lanes.room(80) - 1


@settings(max_examples=60, deadline=None)
@given(st.lists(WHENS, max_size=12), st.text(max_size=60), st.integers(1, 160))
def test_names_take_only_what_all_events_leave_over(
    whens: list[str], name: str, columns: int
) -> None:
    events = [event(f"e{n}", when, actors=("ada",)) for n, when in enumerate(whens)]
    short = Lanes(asked(opened(events, actors=[Actor(id="ada", name="A")])))
    long = Lanes(asked(opened(events, actors=[Actor(id="ada", name=name)])))
    assert long.left(columns) >= short.left(columns) or not name.strip()
    assert long.whole(columns).level == short.whole(columns).level


def test_names_stand_in_full_where_time_leaves_them_room() -> None:
    name = "Society of Harbour Masters and Pilots"
    events = [event("a", "2022-01-01", actors=("ada",))]
    lanes = Lanes(asked(opened(events, actors=[Actor(id="ada", name=name)])))
    (line,) = lanes.lines(range(1), lanes.whole(80), 80)
    assert name in plain(line)
