from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.fake_library import library_of
from render.golden import check_golden
from render.harbour import ACTORS, CALL, EVENTS, THEMES, harbour
from render.hostile import (
    HOSTILE_ACTOR,
    HOSTILE_THEME,
    hostile_event,
    hostile_sources,
    live_characters,
)
from timeline_tui.model.event import Event, Figure
from timeline_tui.render.comparison import columns_in, comparison
from timeline_tui.render.lines import plain, width
from timeline_tui.render.passage import Passage

LABELS = (
    *("event", "disputed", "source", "speaker", "stance"),
    *("date", "who", "figures", "wording", "passage"),
)


def text_of(event: Event, columns: int, chosen: int = -1) -> str:
    lines = comparison(event, harbour(), columns, chosen=chosen).lines
    return "".join(plain(line).rstrip() + "\n" for line in lines)


def rows_of(event: Event) -> dict[str, str]:
    """The sign in front of each row of the comparison, by its label."""
    lines = text_of(event, 120).splitlines()
    heads = {line[3:12].strip(): line[1:2].strip() for line in lines}
    return {label: sign for label, sign in heads.items() if label in LABELS}


@pytest.mark.parametrize("columns", [40, 78, 120])
def test_the_comparison_as_it_is_read(columns: int) -> None:
    check_golden(f"comparison-{columns}", text_of(CALL, columns, chosen=0))


def test_a_column_is_never_narrower_than_28_cells() -> None:
    assert columns_in(71, 5) == 1
    assert columns_in(72, 5) == 2
    assert columns_in(200, 3) == 3


def test_rows_on_which_accounts_differ_are_signed() -> None:
    signs = rows_of(CALL)
    assert {label for label, sign in signs.items() if sign} == {
        "disputed",
        "speaker",
        "stance",
        "date",
        "who",
        "wording",
    }
    agreeing = replace(
        CALL,
        disputed="",
        figures=(),
        accounts=tuple(
            replace(account, stance="supports", by=(), via="", who=(), date=None)
            for account in CALL.accounts
        ),
    )
    signs = rows_of(agreeing)
    assert set(signs) >= {"source", "speaker", "date", "who", "wording", "passage"}
    assert not any(signs.values())


@pytest.mark.parametrize(("other", "sign"), [(5.0, ""), (6.0, "≠")])
def test_figures_of_one_measure_and_time_are_held_together(
    other: float, sign: str
) -> None:
    figures = (
        Figure(measure="carts", value=5.0, source="gazette-2022"),
        Figure(measure="carts", value=other, source="herald-2023"),
    )
    assert rows_of(replace(CALL, figures=figures))["figures"] == sign


def test_the_chosen_account_is_seen_and_told_apart() -> None:
    event = replace(CALL, accounts=CALL.accounts * 3)
    for chosen in range(6):
        found = comparison(event, harbour(), 110, chosen=chosen)
        assert chosen in found.seen
        assert f"▸ {chosen + 1}" in plain(found.lines[1])
        told = f"accounts {found.seen.start + 1}–{found.seen.stop} of 6"
        assert told in plain(found.lines[0])


def test_stacked_accounts_start_where_they_say() -> None:
    found = comparison(CALL, harbour(), 50)
    heads = [plain(found.lines[start]) for start in found.starts]
    assert [head.split()[:2] for head in heads] == [["1", "Gazette"], ["2", "Herald"]]


def test_a_passage_of_a_copy_is_shown_with_its_anchors() -> None:
    cite = CALL.accounts[0].cite[0]
    passage = Passage("ok", 3, "Late in the evening it was.", ((5, 19),))
    found = {("gazette-2022", cite): passage}
    lines = comparison(CALL, harbour(), 120, found=found).lines
    spans = [span for line in lines for span in line]
    assert ("in the evening", "hit") in spans
    assert any("passage found" in plain(line) for line in lines)


@given(st.sampled_from(EVENTS), st.integers(1, 220), st.integers(-1, 8))
def test_no_line_is_wider_than_asked_for(
    event: Event, columns: int, chosen: int
) -> None:
    found = comparison(event, harbour(), columns, chosen=chosen)
    assert all(width(line) <= columns for line in found.lines)


@pytest.mark.parametrize("columns", [30, 80, 160])
def test_hostile_text_does_nothing(columns: int) -> None:
    event = hostile_event()
    library = library_of(
        event,
        sources=hostile_sources(),
        actors=(*ACTORS, HOSTILE_ACTOR),
        themes=(*THEMES, HOSTILE_THEME),
    )
    lines = comparison(event, library, columns).lines
    assert not live_characters("\n".join(map(plain, lines)))
    assert all(width(line) <= columns for line in lines)
