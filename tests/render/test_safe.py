from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.hostile import VECTOR, live_characters
from timeline_tui.render.safe import _HOSTILE, safe
from timeline_tui.store.string_rules import NO_TEXT

SHOWN = (
    ("\x1b[31m", "^[[31m"),
    ("\x07", "^G"),
    ("\x7f", "^?"),
    ("\x9b31m", "<U+009B>31m"),
    ("a\u202eb", "a<U+202E>b"),
    ("ok\u2028x", "ok<U+2028>x"),
    ("a\U000e0041b", "a<U+E0041>b"),
    ("\ud800", "<U+D800>"),
    ("\U0001ffff", "<U+1FFFF>"),
    ("good\rEVIL", "good^MEVIL"),
    ("a\r\nb\tc", "a b c"),
    ("e" + "\u0301" * 30, "e" + "\u0301" * 4 + "<+26 marks>"),
    ("e" + "\u0301" * 4, "e" + "\u0301" * 4),
)


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_what_could_steer_a_terminal_is_shown(text: str, expected: str) -> None:
    assert safe(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "Салам, Кыргызстан: ө ү ң",
        "שלום",
        "漢字",
        "👩\u200d👩\u200d👧",
        "می\u200cخواهم",
        "[red]x[/red] [@click=app.bell]x[/]",
        "",
    ],
)
def test_letters_of_all_sorts_and_markup_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


def test_lines_and_tabs_stay_only_where_several_lines_are_wanted() -> None:
    assert safe("a\nb\tc", multiline=True) == "a\nb\tc"
    assert safe("a\nb\tc") == "a b c"


def test_what_a_store_may_not_hold_is_what_is_kept_from_a_terminal() -> None:
    whole = "".join(map(chr, range(sys.maxunicode + 1)))
    bare = re.sub("[\ud800-\udfff]", "", whole)  # which no store can hold
    assert re.findall(_HOSTILE, bare) == re.findall(NO_TEXT, bare)


@pytest.mark.parametrize("text", VECTOR)
def test_nothing_of_the_vector_gets_through(text: str) -> None:
    assert not live_characters(safe(text))
    assert "\n" not in safe(text)


@given(st.text())
def test_nothing_live_gets_through_and_a_second_time_changes_nothing(
    text: str,
) -> None:
    once = safe(text)
    assert not live_characters(once)
    once.encode()
    assert safe(once) == once
