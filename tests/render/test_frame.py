from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.fake_library import library_of, selection_of
from render.golden import check_golden
from render.harbour import EVENTS, SOURCES, harbour
from render.hostile import ALL, hostile_event, hostile_sources, live_characters
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.query.terms import Query, Term
from timeline_tui.render.cells import cell_width
from timeline_tui.render.drawer import facet_line, facet_lines
from timeline_tui.render.frame import (
    first_frame,
    foot_line,
    foot_lines,
    query_chips,
    query_line,
    tiny_lines,
)
from timeline_tui.render.lines import GROUNDS, ROLES, plain, width
from timeline_tui.render.screen import panes

if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection

HINTS = (
    ("/", "search"),
    ("f", "filter"),
    ("a", "only this actor"),
    ("v", "view"),
    ("y", "cite"),
    ("?", "help"),
)
ASKED = Query([Term("actor", ["ada", "otto"]), Term("theme", ["bridge"])])


@dataclass(frozen=True)
class Facet:
    field: str
    value: str = ""
    name: str = ""
    count: int = 0
    tick: str = ""
    part: str = "value"


FACETS = (
    Facet("actor", count=3, part="heading"),
    Facet("actor", "ada", "Ada Berg", 1234, "+"),
    Facet("actor", "otto", "Otto Lind", 5, "-"),
    Facet("actor", "guild", "Guild of Bakers and Millers of the Left Bank", 0),
    Facet("actor", name="more", count=12, part="rest"),
)


def asked(library: Library) -> Selection:
    answers = {"plan-2022": "possible", "pier-2020": "under way", "lean-2022": ""}
    return selection_of(library, lambda e: answers.get(e.id, "inside"), ASKED)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (160, 30)])
def test_the_first_screen_as_it_is_read(size: tuple[int, int]) -> None:
    frame = first_frame(asked(harbour()), panes(*size), size, HINTS, facets=FACETS)
    text = "".join(plain(line) + "|\n" for line in frame)
    check_golden(f"frame-{size[0]}x{size[1]}", text)


@settings(max_examples=60)
@given(st.integers(1, 200), st.integers(1, 50))
def test_the_first_screen_fills_any_terminal_exactly(columns: int, rows: int) -> None:
    size = columns, rows
    frame = first_frame(asked(harbour()), panes(*size), size, HINTS, facets=FACETS)
    assert len(frame) == rows
    for line in frame:
        assert sum(cell_width(text) for text, _ in line) == columns
        for _, role in line:
            name, _, ground = role.partition("/")
            assert name in ROLES
            assert ground in GROUNDS


def test_the_cursor_stands_on_the_first_event() -> None:
    frame = first_frame(asked(harbour()), panes(80, 24), (80, 24), HINTS)
    rows = [
        n for n, line in enumerate(frame) if any(r == "title/cursor" for _, r in line)
    ]
    assert rows == [4]
    assert "Ada Berg takes office" in plain(frame[4])


def test_a_frame_without_the_event_is_the_same_beside_it() -> None:
    places = panes(120, 40)
    whole = first_frame(asked(harbour()), places, (120, 40), HINTS)
    quick = places._replace(detail=None)
    part = first_frame(asked(harbour()), quick, (120, 40), HINTS)
    assert [plain(line)[:59] for line in part] == [plain(line)[:59] for line in whole]


def test_nothing_found_says_so_and_what_would_help() -> None:
    selection = selection_of(harbour(), lambda _event: "", ASKED)
    frame = first_frame(selection, panes(80, 24), (80, 24), HINTS)
    text = "\n".join(plain(line).rstrip() for line in frame)
    assert "Nothing matches." in text
    assert "Without actor:ada,otto: 3 events" in text
    assert "0 of 15" in text


def test_an_empty_store_says_so() -> None:
    selection = selection_of(library_of(coverage="", title=""))
    frame = first_frame(selection, panes(80, 24), (80, 24), HINTS)
    text = "\n".join(plain(line) for line in frame)
    assert "This store has no events." in text
    assert "Timeline" in text


def test_a_terminal_that_is_too_small_is_told_so() -> None:
    lines = tiny_lines(20, 5)
    assert [width(line) for line in lines] == [20] * 5
    assert "40 × 12" in plain(lines[0]) + plain(lines[1])


def test_the_query_line_keeps_the_counts_and_cuts_the_rest() -> None:
    selection = asked(harbour())
    for columns in range(40, 160):
        line = plain(query_line(selection, columns))
        assert cell_width(line) == columns
        assert line.rstrip().endswith("may fall here ▸" if columns >= 60 else "+1 ▸")
        assert "13 of 15" in line
    assert "Harbour and Mill · 2020-10 – 2023-10" in plain(query_line(selection, 120))
    assert "Harbour" not in plain(query_line(selection, 50))
    assert "actor:ada,otto theme:bridge" in plain(query_line(selection, 60))
    assert "actor:ada,otto theme:br…" in plain(query_line(selection, 40))


def test_an_unfiltered_store_counts_its_events() -> None:
    library = harbour(set_aside=2)
    line = plain(query_line(selection_of(library), 100))
    assert line.endswith("15 events · 2 set aside ")


def test_a_line_being_typed_stands_in_for_the_query() -> None:
    typed = (("& ", "key"), ("actor:", "query-field"), ("ad", "query"))
    line = query_line(asked(harbour()), 100, typed=typed)
    assert "& actor:ad  " in plain(line)
    assert "theme:bridge" not in plain(line)


def test_fields_of_the_query_are_told_apart_from_values() -> None:
    query = Query([Term("actor", ["ada"], negated=True), Term("word", ["a:b"])])
    assert query_chips(query)[:3] == (
        ("-actor:", "query-field"),
        ("ada", "query"),
        (" ", "space"),
    )


def test_only_whole_hints_stand_in_the_foot_and_the_last_stays() -> None:
    assert plain(foot_line(HINTS, 30)) == " / search  f filter  ? help   "
    assert plain(foot_line(HINTS, 36)) == " / search  f filter  v view  ? help "
    whole = " / search  f filter  a only this actor  v view  y cite  ? help"
    assert plain(foot_line(HINTS, len(whole))) == whole
    for columns in range(1, 80):
        assert width(foot_line(HINTS, columns)) == columns


def test_hints_that_must_all_be_told_take_as_many_lines_as_they_need() -> None:
    lines = [plain(line) for line in foot_lines(HINTS, 30)]
    assert lines == [
        " / search  f filter           ",
        " a only this actor  v view    ",
        " y cite  ? help               ",
    ]
    assert len(foot_lines(HINTS, 80)) == 1


@pytest.mark.parametrize("columns", [20, 36])
def test_the_drawer_as_it_is_read(columns: int) -> None:
    lines = facet_lines(FACETS, columns)
    assert [width(line) for line in lines] == [columns] * len(FACETS)
    check_golden(f"drawer-{columns}", "".join(plain(line) + "|\n" for line in lines))


def test_hostile_text_is_shown_all_over_the_screen() -> None:
    event = hostile_event()
    library = library_of(
        event, *EVENTS[1:], sources=(*hostile_sources()[:3], *SOURCES[3:]), title=ALL
    )
    query = Query([Term("word", [ALL])])
    selection = selection_of(library, query=query)
    facets = (Facet("actor", ALL, ALL, 3), Facet("actor", name=ALL, part="rest"))
    for size in ((120, 40), (80, 24), (40, 12), (200, 30)):
        for line in first_frame(selection, panes(*size), size, HINTS, facets=facets):
            assert not live_characters(plain(line))
            assert width(line) == size[0]
    assert not live_characters(plain(facet_line(facets[0], 200)))


def test_a_title_that_is_too_long_is_cut_and_told() -> None:
    library = library_of(title="A very long title of a store " * 4, coverage="")
    line = plain(query_line(selection_of(library), 80))
    assert line.startswith(" A very long title of a store A very")
    assert "… " in line
    assert line.endswith("0 events ")


def test_one_event_is_not_several() -> None:
    one = library_of(Event(id="a", date=parse("2021"), title="t"))
    assert plain(query_line(selection_of(one), 80)).endswith(" 1 event ")
