"""Lanes: signs, order, movement and what stands around them."""

from __future__ import annotations

from datetime import date

import pytest

from examples import event
from render.golden import check_golden
from render.harbour import ACTORS, EVENTS, SOURCES
from render.hostile import ALL, live_characters
from render.opened import asked, dated, opened
from timeline_tui.model.event import Actor
from timeline_tui.render import lanes as lanes_module
from timeline_tui.render.lanes import Lanes
from timeline_tui.render.lines import plain, width
from timeline_tui.render.scale import LEVELS, Scale

MONTH = 3


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def drawn(whens: list[str], first: str, level: int, cells: int) -> str:
    """The cells of one lane with these dates, from a day on."""
    lanes = Lanes(asked(opened(dated(*whens))))
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
    events = [
        *dated("2022-01-01", "2022-05-01"),
        event("z", "2023-01-01", actors=("bo",)),
    ]
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
        [*dated("2022-03-01", "2022-03-02", "2022-05-01"), event("z", "2022-06-01")],
        coverage="2022-02/2022-07",
    )
    lanes = Lanes(asked(library, "actor:ada"))
    scale = Scale(MONTH, LEVELS[MONTH].number(day("2022-01-01")), 8)
    line = plain(lanes.head(scale, 60)[-1])
    assert line[lanes.left(60) :].rstrip() == "╌ █ ▄· ╌"


def test_too_many_events_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes_module, "MOST", 3)
    lanes = Lanes(asked(opened(dated(*["2022-01-02"] * 8, "2022-02-03", "2022"))))
    scale = Scale(MONTH, LEVELS[MONTH].number(day("2022-01-01")), 4)
    assert lanes.is_crowded(scale)
    (line,) = lanes.lines(range(1), scale, 80)
    assert plain(line).rstrip().endswith(" █▁┈┈")
    assert "8 events" in plain(lanes.head(scale, 80)[0])
    assert lanes.rows_at(0, 1, scale) == [8]
    assert lanes.rows_at(0, 2, scale) == [9]


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
    lanes = Lanes(asked(opened(dated("2021-01-01", "2022-12-31"))))
    scale = lanes.about(day("2022-06-01"), date.max.toordinal(), 80)
    assert scale.cell_of(day("2022-06-01")) >= 0
    assert scale.cell_of(day("2022-12-31")) < scale.cells
    assert scale.level <= MONTH


def test_columns_and_cells_agree() -> None:
    lanes = Lanes(asked(opened(dated("2021-01-01"))))
    assert lanes.cell_of(0, 80) is None
    assert lanes.cell_of(lanes.left(80), 80) == 0
    assert lanes.cell_of(79, 80) is None
    assert lanes.cell_of(78, 80) == lanes.room(80) - 1


def test_names_stand_in_full_where_time_leaves_them_room() -> None:
    name = "Society of Harbour Masters and Pilots"
    events = [event("a", "2022-01-01", actors=("ada",))]
    lanes = Lanes(asked(opened(events, actors=[Actor(id="ada", name=name)])))
    (line,) = lanes.lines(range(1), lanes.whole(80), 80)
    assert name in plain(line)
