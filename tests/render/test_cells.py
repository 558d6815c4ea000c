from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from timeline_tui.render.cells import cell_width, cut, pad, shown, wrap

ALPHABETS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x52F),
        st.characters(min_codepoint=0x2010, max_codepoint=0x25FF),
        st.characters(min_codepoint=0x3040, max_codepoint=0x30FF),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        st.sampled_from("\u0301\u0308\u200d\ufe0f👩👧🏽🇰🇬✅☂"),
    )
)


@given(ALPHABETS)
def test_widths_agree_with_the_library_that_paints_them(text: str) -> None:
    text = shown(text)
    assert cell_width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Кыргызстан", 10),
        ("ө ү ң", 5),
        ("漢字", 4),
        ("e\u0301", 1),
        ("👩\u200d👧", 2),
        ("¶12 “a … b” ≠ ▸ − –", 19),
        ("", 0),
    ],
)
def test_widths_that_are_known(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_shown_text_has_nothing_whose_width_terminals_dispute() -> None:
    assert shown("▶\ufe0f 👍🏽") == "▶ 👍"
    assert shown("и\u0306") == "й"
    assert shown("a\u200db") == "ab"
    assert shown("end\u200d") == "end"


@given(ALPHABETS, st.integers(0, 40))
def test_cut_fits_and_leaves_alone_what_fits(text: str, n: int) -> None:
    text = shown(text)
    piece = cut(text, n)
    assert cell_width(piece) <= n
    if cell_width(text) <= n:
        assert piece == text
    elif n:
        assert piece.endswith("…")
        assert text.startswith(piece[:-1])


@given(ALPHABETS, st.integers(0, 40))
def test_padded_text_is_exactly_as_wide_as_asked(text: str, n: int) -> None:
    padded = pad(shown(text), n)
    assert cell_width(padded) == n
    assert cell_len(padded) == n


@given(ALPHABETS, st.integers(2, 30))
def test_wrapping_keeps_every_character_and_the_width(text: str, n: int) -> None:
    text = shown(text)
    lines = wrap(text, n)
    assert lines
    assert all(cell_width(line) <= n for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_wrapping_breaks_at_blanks_and_divides_long_words() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert wrap("", 5) == [""]
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]


@given(st.integers(0, 6), st.sampled_from("\u0302\u0331\u0489"))
def test_no_mark_is_torn_from_its_letter(n: int, mark: str) -> None:
    text = f"bx{mark}cd"
    piece = cut(text, n)
    assert piece in ("", "…", "b…", f"bx{mark}…", text)
    assert cell_width(piece) == min(n, 4)
