from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.render.cells import cell_width, shown
from timeline_tui.render.lines import (
    GROUNDS,
    ROLES,
    emphasised,
    fit,
    merged,
    on,
    plain,
    width,
)

LINES = st.lists(
    st.tuples(st.text(max_size=12).map(shown), st.sampled_from(ROLES)), max_size=6
).map(tuple)


@given(LINES, st.integers(0, 40))
def test_a_fitted_line_is_exactly_as_wide_as_asked(
    line: tuple[tuple[str, str], ...], n: int
) -> None:
    fitted = fit(line, n)
    assert width(fitted) == n
    assert sum(cell_width(text) for text, _ in fitted) == n


def test_fitting_cuts_the_span_at_the_border_and_keeps_roles() -> None:
    line = (("day", "day"), ("a long title", "title"), ("x", "disputed"))
    assert fit(line, 8) == (("day", "day"), ("a lo…", "title"))
    assert fit((("day", "day"),), 5) == (("day", "day"), ("  ", "space"))


def test_a_ground_is_added_where_there_is_none() -> None:
    line = (("a", "title"), ("b", "bar/selection"))
    assert on(line, "cursor") == (("a", "title/cursor"), ("b", "bar/selection"))


def test_neighbours_of_one_role_become_one_span() -> None:
    spans = [("a", "title"), ("", "rule"), ("b", "title"), ("c", "day")]
    assert merged(spans) == (("ab", "title"), ("c", "day"))


def test_hits_are_told_in_titles_only() -> None:
    line = (("war", "day"), (" ", "space"), ("the war ends", "title"))
    marked = emphasised(line, lambda text: [(4, 7)] if len(text) > 4 else [(0, 3)])
    assert plain(marked) == plain(line)
    assert marked == (
        ("war", "day"),
        (" ", "space"),
        ("the ", "title"),
        ("war", "hit"),
        (" ends", "title"),
    )


def test_names_of_roles_and_grounds_are_used_once() -> None:
    assert len(set(ROLES)) == len(ROLES)
    assert len(set(GROUNDS)) == len(GROUNDS)
