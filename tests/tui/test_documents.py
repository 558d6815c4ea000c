from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fake_library import library_of
from render.harbour import CALL, EVENTS, SOURCES, harbour
from render.hostile import ALL, live_characters
from timeline_tui.model.event import Account, Cite, Event
from timeline_tui.model.source import Paragraph, Source
from timeline_tui.model.text import fingerprint, paragraph_hash
from timeline_tui.render.document import (
    CHANGED,
    COPY,
    DIGESTS,
    Text,
    head_lines,
    page,
)
from timeline_tui.render.lines import plain, width
from timeline_tui.tui.state.document import Document, Gathering, text_of

LINES = (
    "Two banks, one river",
    "In the spring the ferry stopped, and in the evening both sides spoke of a toll.",
    "She said there would be music, and flour for all who came over the bridge.",
)
SOURCE = replace(
    SOURCES[0],
    fingerprint=fingerprint(LINES),
    paragraphs=tuple(
        Paragraph(
            n=n,
            role="heading" if n == 1 else "body",
            hash=paragraph_hash(line),
            digest=f"digest {n}",
        )
        for n, line in enumerate(LINES, 1)
    ),
)


def cite(para: int, start: str = "", end: str = "") -> Cite:
    return Cite(para=para, start=start, end=end, hash=paragraph_hash(LINES[para - 1]))


def telling(event: Event, *cites: Cite) -> Event:
    account = Account(source=SOURCE.id, stance="supports", cite=cites)
    return replace(event, accounts=(account,), figures=())


EVENING = cite(2, "in the evening", "a toll")
SPRING = cite(2, "In the spring")
MUSIC = cite(3, "She said there")
CITING = [
    (3, telling(EVENTS[1], EVENING, SPRING)),
    (5, telling(EVENTS[2], EVENING)),
    (6, telling(EVENTS[3], MUSIC)),
]


def read(lines: tuple[str, ...] | None, source: Source = SOURCE) -> Text:
    gathering = Gathering(text_of(source, lines))
    gathering.add(CITING)
    return gathering.text()


def words(text: Text, number: int) -> list[str]:
    cited = text.cited[number]
    whole = text.paragraphs[cited.para]
    return [whole[start:stop] for start, stop in cited.anchors]


def test_a_copy_as_recorded_has_every_passage_and_who_cites_it() -> None:
    text = read(LINES)
    assert text.kind == COPY
    assert [(cited.para, cited.rows) for cited in text.cited] == [
        (1, (3,)),
        (1, (3, 5)),
        (2, (6,)),
    ]
    assert words(text, 1) == ["in the evening", "a toll"]
    assert text.numbers == (1, 2, 3)
    assert text.roles == ("heading", "body", "body")
    assert not text.missing


def test_a_changed_copy_says_so_and_finds_what_it_still_has() -> None:
    moved = ("A new first line.", LINES[0], "He said: " + LINES[1])
    text = read(moved)
    assert text.kind == CHANGED
    assert (text.same, text.recorded) == (1, 3)
    assert text.numbers == (0, 1, 0)
    assert [cited.para for cited in text.cited] == [2, 2]
    assert words(text, 1) == ["in the evening", "a toll"]
    assert text.missing == 1
    told = "\n".join(map(plain, head_lines(text, 0, 100)))
    assert "≠ a changed copy: 1 of 3 paragraphs as recorded" in told
    assert "not in it: 1 cited passage" in told
    assert "passage 1 of 2" in told


def test_without_a_copy_the_digests_are_read() -> None:
    text = read(None)
    assert text.kind == DIGESTS
    assert text.paragraphs == ("digest 1", "digest 2", "digest 3")
    assert [(cited.para, cited.rows) for cited in text.cited] == [
        (1, (3, 5)),
        (2, (6,)),
    ]
    assert "in our words" in "".join(map(plain, head_lines(text, -1, 100)))


def test_passages_stand_on_the_lines_that_hold_their_words() -> None:
    text = read(LINES)
    for columns in (24, 40, 80, 130):
        laid_out = page(text, harbour(), columns)
        for number, (top, end) in enumerate(laid_out.spans):
            first = words(text, number)[0].split()[0]
            assert first in plain(laid_out.lines[top])
            assert laid_out.passage_at(top) in (number, number - 1)
            assert laid_out.paras[top] == laid_out.paras[end]


@pytest.mark.parametrize(("columns", "beside"), [(130, True), (80, False)])
def test_events_stand_in_the_margin_or_below(columns: int, *, beside: bool) -> None:
    lines = page(read(LINES), harbour(), columns).lines
    row = next(plain(line) for line in lines if "‹" in plain(line))
    assert ("spring" in row) == beside


def test_going_about_in_a_document() -> None:
    text = read(LINES)
    laid_out = page(text, harbour(), 40)
    at = Document(text)
    tops = [laid_out.spans[number][0] for number in range(3)]
    seen = []
    for _ in range(4):
        at = at.next_passage(laid_out, 1)
        seen.append(at.line_on(laid_out))
    assert seen == [*tops, tops[0]]
    assert at.next_passage(laid_out, -1).line_on(laid_out) == tops[-1]
    assert at.moved(laid_out, -1000).line_on(laid_out) == 0
    last = at.moved(laid_out, 1000).line_on(laid_out)
    assert laid_out.lines[last]
    assert at.on_line(laid_out, tops[2]).rows_at(laid_out) == (6,)
    narrow = page(text, harbour(), 24)
    assert narrow.paras[at.line_on(narrow)] == at.para


def test_a_document_of_nothing_is_no_trouble() -> None:
    text = text_of(replace(SOURCE, paragraphs=()), None)
    laid_out = page(text, harbour(), 80)
    at = Document(text)
    assert at.line_on(laid_out) == -1
    assert at.moved(laid_out, 1) == at.next_passage(laid_out, 1) == at
    assert at.rows_at(laid_out) == ()


@given(st.integers(1, 200), st.integers(-40, 40))
def test_no_line_is_wider_than_asked_for(columns: int, by: int) -> None:
    for text in (read(LINES), read(None)):
        laid_out = page(text, harbour(), columns)
        lines = [*laid_out.lines, *head_lines(text, 0, columns)]
        assert all(width(line) <= columns for line in lines)
        line = Document(text).moved(laid_out, by).line_on(laid_out)
        assert 0 <= line < len(laid_out.lines)
        assert len(laid_out.paras) == len(laid_out.lines)


def test_hostile_text_of_a_copy_does_nothing() -> None:
    lines = (LINES[0], f"{ALL} In the spring {ALL}", ALL)
    text = read(lines, replace(SOURCE, title=ALL, short=ALL))
    for columns in (30, 80, 140):
        shown = [*page(text, harbour(), columns).lines, *head_lines(text, 0, columns)]
        assert not live_characters("\n".join(map(plain, shown)))
        assert all(width(line) <= columns for line in shown)


def test_figures_cite_as_well() -> None:
    gathering = Gathering(text_of(SOURCES[1], None))
    gathering.add([(0, CALL)])
    paras = {cited.para for cited in gathering.text().cited}
    assert paras == {1, 2}


@pytest.mark.parametrize(("words", "is_cut"), [(4, False), (30, True)])
def test_what_does_not_fit_into_the_margin_is_cut_with_a_sign(
    words: int, *, is_cut: bool
) -> None:
    long = [replace(event, title="so long " * words) for event in EVENTS]
    lines = page(read(LINES), library_of(*long, sources=SOURCES), 112).lines
    beside = [plain(line) for line in lines if any("‹" in text for text, _ in line)]
    assert beside
    assert ("…" in "".join(map(plain, lines))) == is_cut
