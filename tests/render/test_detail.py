from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fake_library import library_of
from render.golden import check_golden, text_of
from render.harbour import ACTORS, CALL, EVENTS, SOURCES, THEMES, harbour
from render.hostile import (
    HOSTILE_ACTOR,
    HOSTILE_THEME,
    hostile_event,
    hostile_sources,
    live_characters,
)
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event, Figure
from timeline_tui.render.detail import detail, detail_lines
from timeline_tui.render.lines import plain, width
from timeline_tui.render.passage import STATE_WORDS, Passage
from timeline_tui.render.words import figure_words, number_words

if TYPE_CHECKING:
    from timeline_tui.render.passage import Found

PARAGRAPH = "Late in the evening both spoke of it, and of the toll, and then of grain."
CITED = CALL.accounts[0].cite[0]
FOUND: Found = {
    ("gazette-2022", CITED): Passage(
        "ok", 3, PARAGRAPH, ((5, 19), (45, 53)), "What came before. " * 20, "After."
    ),
    ("herald-2023", CALL.accounts[1].cite[0]): Passage("missing"),
}


def told(event: Event, columns: int, found: Found | None = None) -> str:
    return text_of(detail_lines(event, harbour(), columns, found=found))


@pytest.mark.parametrize("columns", [36, 58, 78])
def test_the_sources_pane_as_it_is_read(columns: int) -> None:
    check_golden(f"detail-{columns}", told(CALL, columns))


def test_the_pane_where_the_reader_has_a_copy() -> None:
    check_golden("detail-with-copy", told(CALL, 58, FOUND))


def test_parts_stand_in_their_order() -> None:
    text = told(CALL, 78)
    parts = [
        CALL.title,
        "26 February 2022 · statement · core",
        "Date: printed in",
        "who    Ada Berg · Otto Lind",
        "where  Harbour Town",
        "The mayor and the headman",
        "≠ Disputed:",
        "1  Gazette  adds a limit · by Otto Lind · via Evening Wire",
        "says that a toll came up",
        "¶3  “in the evening … the toll”",
        "2  Herald  contradicts",
        "≠ gives the date as 27 February 2022",
        "Figures",
        "about 2–3 billion USD",
        "Linked",
        "in response to: First visit",
        "Silent: Almanac, Notes",
        "Earlier than the event: Courier",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_accounts_start_where_their_number_stands() -> None:
    pane = detail(CALL, harbour(), 58)
    heads = [plain(pane.lines[start]) for start in pane.account_starts]
    assert [head.split()[0] for head in heads] == ["1", "2"]


def test_anchor_words_of_the_copy_are_told_as_hits() -> None:
    lines = detail_lines(CALL, harbour(), 78, found=FOUND)
    hits = [text for line in lines for text, role in line if role == "hit"]
    assert " ".join(hits) == "in the evening the toll"
    assert "passage found" in told(CALL, 78, FOUND)
    assert "not in your copy" in told(CALL, 78, FOUND)


def test_without_a_check_nothing_is_said_of_copies() -> None:
    assert not any(words in told(CALL, 78) for words in STATE_WORDS.values())


def test_digests_stand_in_for_the_passage_and_its_neighbours() -> None:
    text = told(CALL, 78)
    assert "¶2 How much grain crossed\n      ¶3 The call of February" in text
    assert "¶3 (caption)" in text


def test_who_could_not_know_is_not_called_silent() -> None:
    first = next(event for event in EVENTS if event.id == "founding-2020")
    assert "Earlier" not in told(first, 78)
    last = next(event for event in EVENTS if event.id == "opening-2023")
    assert "Silent: Almanac, Notes\n" in told(last, 78)
    assert "Earlier than the event: Gazette, Courier\n" in told(last, 78)


def test_an_event_of_one_line_is_told_in_a_few() -> None:
    bare = Event(id="x", date=parse("2022"), title="Bare")
    library = library_of(bare)
    assert [plain(line) for line in detail_lines(bare, library, 40)] == [
        " Bare",
        " 2022 · event",
        "",
    ]


@pytest.mark.parametrize("columns", [10, 24, 36, 58, 120, 200])
def test_hostile_text_is_shown_in_the_pane(columns: int) -> None:
    event = hostile_event()
    library = library_of(
        event,
        sources=hostile_sources(),
        actors=(HOSTILE_ACTOR, *ACTORS[:2]),
        themes=(HOSTILE_THEME,),
    )
    cite = event.accounts[0].cite[0]
    hostile = Passage("ok", 3, event.title, ((2, 9),), event.title, event.title)
    found = {("gazette-2022", cite): hostile}
    for line in detail_lines(event, library, columns, found=found):
        assert not live_characters(plain(line))
        assert "\n" not in plain(line)
        assert width(line) <= columns
    assert "[@click=app.bell]x[/]" in plain(
        tuple(span for line in detail_lines(event, library, 10_000) for span in line)
    )


@given(
    st.integers(1, 130),
    st.text(st.sampled_from("ab Я漢👩\u0301 \xa0"), max_size=120),
)
def test_no_line_is_wider_than_the_pane(columns: int, words: str) -> None:
    event = replace(CALL, title=words, summary=words, disputed=words, places=(words,))
    library = library_of(event, sources=SOURCES, actors=ACTORS, themes=THEMES)
    for line in detail_lines(event, library, max(columns, 4)):
        assert width(line) <= max(columns, 4)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(measure="m", value=2e9, over=True, unit="USD"), "over 2 billion USD"),
        (Figure(measure="m", low=2e9, high=3e9, unit="USD"), "2–3 billion USD"),
        (Figure(measure="m", low=9e8, high=1.1e9), "900 million–1.1 billion"),
        (Figure(measure="m", value=2.59e9, about=True), "about 2.59 billion"),
        (
            Figure(measure="m", value=1500, under=True, unit="carts"),
            "under 1,500 carts",
        ),
        (Figure(measure="m", value=12.5, unit="%"), "12.5%"),
        (Figure(measure="m", value=-3, unit="percent"), "-3 percent"),
        (Figure(measure="m", low=5), "5 or more"),
        (Figure(measure="m", high=5), "5 or less"),
        (Figure(measure="m", value=0), "0"),
        (Figure(measure="m", value=1234567.5), "1.2345675 million"),
    ],
)
def test_figures_are_no_sharper_than_given(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


@given(st.floats(-1e15, 1e15, allow_nan=False).map(lambda n: round(n, 2)))
def test_a_number_in_words_is_the_number(number: float) -> None:
    text = number_words(number).replace(",", "")
    value, _, size = text.partition(" ")
    factor = {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}[size]
    assert float(value) * factor == pytest.approx(number, rel=1e-9)
