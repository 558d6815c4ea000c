from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import event
from render.fake_library import library_of, selection_of
from render.golden import check_golden
from render.harbour import harbour
from render.hostile import hostile_event, hostile_sources, live_characters
from timeline_tui.model.dates import parse
from timeline_tui.model.event import STANCES, Account
from timeline_tui.model.source import Source
from timeline_tui.render.lines import plain, width
from timeline_tui.render.matrix import STANCE_SIGNS, Matrix
from timeline_tui.render.rows import ListMap, list_lines


def sources(number: int) -> tuple[Source, ...]:
    return tuple(
        Source(id=f"s{n}", short=f"Source {n}", letter=chr(ord("A") + n % 26))
        for n in range(number)
    )


def signs_of(*accounts: Account, published: str | None = None) -> str:
    """The three cells of a matrix of three sources, blanks between them left out."""
    known = sources(3)
    when = parse(published) if published else None
    known = (*known[:2], replace(known[2], published=when))
    library = library_of(event("a", "2022-05-04", accounts=accounts), sources=known)
    matrix = Matrix(library)
    line = matrix.lines(ListMap(selection_of(library)), range(1, 2), 40)[0]
    return plain(line)[-10:-4]


def test_the_matrix_as_it_is_read() -> None:
    library = harbour()
    selection = selection_of(
        library, lambda e: "possible" if e.id == "lean-2022" else "inside"
    )
    text = ""
    for columns in (120, 80, 40):
        matrix, lines = Matrix(library), ListMap(selection, open_fold=True)
        drawn = [
            *matrix.head(columns),
            *matrix.lines(lines, range(len(lines)), columns, marked={"call-2022"}),
        ]
        for line in drawn:
            assert width(line) == columns
            text += plain(line) + "|\n"
    check_golden("matrix", text)


def test_each_stance_has_a_sign_of_its_own() -> None:
    assert set(STANCE_SIGNS) == set(STANCES)
    assert len(set(STANCE_SIGNS.values())) == len(STANCES)


@pytest.mark.parametrize(
    ("stances", "sign"),
    [
        (["supports"], "●"),
        (["qualifies"], "◐"),
        (["reframes"], "◇"),
        (["contradicts"], "×"),
        (["contradicts", "supports"], "×"),
        (["supports", "qualifies"], "◐"),
    ],
)
def test_the_sharpest_of_several_accounts_is_shown(
    stances: list[str], sign: str
) -> None:
    accounts = [Account(source="s1", stance=stance) for stance in stances]
    assert signs_of(*accounts).split() == ["·", sign, "·"]


def test_who_could_not_know_is_blank_and_who_could_is_silent() -> None:
    told = Account(source="s0", stance="supports")
    assert signs_of(told, published="2022-05-03").split() == ["●", "·"]
    assert signs_of(told, published="2022-05-04").split() == ["●", "·", "·"]
    assert signs_of(told, published="2022").split() == ["●", "·", "·"]
    older = Account(source="s2", stance="supports")
    assert signs_of(older, published="2021").split() == ["·", "·", "●"]


def test_lines_are_those_of_the_list() -> None:
    lines = ListMap(selection_of(harbour()))
    matrix = Matrix(lines.selection.library)
    drawn = matrix.lines(lines, range(len(lines)), 100)
    listed = list_lines(lines, range(len(lines)), 100)
    assert [plain(line)[:7] for line in drawn] == [plain(line)[:7] for line in listed]


def test_sources_that_do_not_fit_are_reached_by_their_offset() -> None:
    known = sources(60)
    accounts = tuple(Account(source=f"s{n}", stance="supports") for n in (0, 59))
    library = library_of(event("a", "2022-05-04", accounts=accounts), sources=known)
    matrix, lines = Matrix(library), ListMap(selection_of(library))
    seen = matrix.columns(80)
    assert 10 < seen < 40
    (start,) = matrix.lines(lines, range(1, 2), 80)
    (end,) = matrix.lines(lines, range(1, 2), 80, offset=60 - seen)
    assert plain(start).count("●") == plain(end).count("●") == 1
    assert plain(start).index("●") < plain(end).index("●")
    assert f"1–{seen} of 60 sources" in plain(matrix.head(80)[-1])
    assert f"{61 - seen}–60 of 60 sources" in plain(matrix.head(80, 60 - seen)[-1])


def test_a_width_for_everything_cuts_nothing() -> None:
    title = "w" * 90
    library = library_of(event("a", "2022-05-04", title=title), sources=sources(60))
    matrix, lines = Matrix(library), ListMap(selection_of(library))
    columns = matrix.whole(90, 100)
    assert matrix.columns(columns) == 60
    (line,) = matrix.lines(lines, range(1, 2), columns)
    assert title in plain(line)
    assert plain(line).count("·") == 60


@given(st.integers(0, 40), st.integers(1, 200), st.integers(0, 50))
def test_lines_are_exactly_as_wide_as_asked(
    number: int, columns: int, offset: int
) -> None:
    library = library_of(*harbour().entries, sources=sources(number))  # type: ignore[attr-defined]
    matrix, lines = Matrix(library), ListMap(selection_of(library))
    drawn = [
        *matrix.head(columns, offset),
        *matrix.lines(lines, range(len(lines)), columns, offset=offset),
    ]
    assert {width(line) for line in drawn} == {columns}


def test_hostile_text_does_no_harm() -> None:
    library = library_of(hostile_event(), sources=hostile_sources())
    matrix, lines = Matrix(library), ListMap(selection_of(library))
    for columns in (40, 100, 200):
        for line in [*matrix.head(columns), *matrix.lines(lines, range(3), columns)]:
            assert width(line) == columns
            assert not live_characters(plain(line))
