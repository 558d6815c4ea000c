from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.terms import Query, Term
from timeline_tui.render.chips import CHIP, COUNT, OFFER, part_at
from timeline_tui.render.choices import choice_lines, choices_width
from timeline_tui.render.frame import query_chips
from timeline_tui.render.lines import Line, plain, width
from timeline_tui.render.noted import note_lines, with_note

QUERY = Query(
    [Term("actor", ["ada", "otto"]), Term("word", ["war"]), Term("on", ["1"])]
)


class Offered(NamedTuple):
    label: str
    note: str = ""
    events: int = -1


@pytest.mark.parametrize("droppable", [False, True])
def test_each_cell_of_a_chip_belongs_to_its_term(*, droppable: bool) -> None:
    chips = query_chips(QUERY, droppable=droppable)
    line: Line = ((" Title", "heading"), ("  ", "space"), *chips, (" 3 of 9", "count"))
    text = plain(line)
    parts = [part_at(line, x) for x in range(len(text))]
    for number, term in enumerate(QUERY.terms):
        start = text.index(str(term))
        stop = start + len(str(term)) + (2 if droppable else 0)
        assert set(parts[start:stop]) == {(CHIP, number)}
        assert parts[start - 1][0] != CHIP
    assert parts[-1][0] == COUNT
    assert parts[1][0] == ""
    assert part_at(line, 999)[0] == ""


def test_an_offer_is_no_chip() -> None:
    line: Line = (
        ("r", "key"),
        (" reads", "hint"),
        ("  ", "space"),
        *query_chips(QUERY),
    )
    assert part_at(line, 3)[0] == OFFER
    assert part_at(line, 10) == (CHIP, 0)


@given(
    title=st.text("abc 汉", min_size=1, max_size=30),
    blank=st.integers(0, 30),
    note=st.text("xyz 语\x1b\n", min_size=1, max_size=60),
)
def test_a_row_with_a_note_is_as_wide_as_before(
    title: str, blank: int, note: str
) -> None:
    line: Line = (("* ", "mark"), (title, "title"))
    line = (*line, (" " * blank, "space")) if blank else line
    line = (*line, ("·R·", "source-letter"))
    noted = with_note(line, note)
    assert width(noted) == width(line)
    assert plain(noted).endswith("·R·")
    assert "\x1b" not in plain(noted)


def test_a_note_has_room_even_behind_a_long_title() -> None:
    line: Line = (("*  ", "mark"), ("A title that fills the whole row", "title"))
    assert "annex" in plain(with_note(line, "annex"))
    heading: Line = (("2022", "year"),)
    assert with_note(heading, "annex") == heading


def test_the_note_stands_above_the_event_whole() -> None:
    lines = note_lines("one two three four five", 16)
    text = " ".join(plain(line).strip(" *") for line in lines)
    assert text.strip() == "your note: one two three four five"
    assert {width(line) for line in lines} == {16}
    assert "marked" in plain(note_lines("", 40)[0])


@given(st.integers(1, 80))
def test_choices_are_as_wide_as_they_may_be(columns: int) -> None:
    choices = [Offered("Ada", "ada", 12), Offered("field:", "what it is"), Offered("x")]
    lines = choice_lines(choices, columns)
    assert {width(line) for line in lines} == {columns}
    if columns >= choices_width(choices):
        assert "what it is" in plain(lines[1])
        assert plain(lines[0]).rstrip().endswith("12")
