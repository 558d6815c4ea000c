from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseMove

from timeline_tui.tui.driver import Answers, Keys, Wire

LIGHT = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
DARK = "\x1b]11;rgb:1a1a/1b1b/2626\x07"
DEVICE = "\x1b[?62;4c"


@pytest.mark.parametrize(
    ("stream", "keys", "light"),
    [
        ("jj" + LIGHT + DEVICE + "k", "jjk", True),
        (DARK, "", False),
        ("\x1b]11;rgba:ff/ff/f0/ff\x07", "", True),
        (DEVICE + "q", "q", None),
        ("\x1b[A\x1b[<35;1;1M", "\x1b[A\x1b[<35;1;1M", None),
        ("\x1b[?2026;2$y", "\x1b[?2026;2$y", None),
        ("\x1b", "\x1b", None),
    ],
)
def test_answers_are_taken_out_of_the_keys(
    stream: str, keys: str, *, light: bool | None
) -> None:
    assert Answers().feed(stream) == (keys, light)


@given(st.integers(1, len("jj" + LIGHT + DEVICE) - 1))
def test_an_answer_that_comes_in_two_pieces_is_put_together(cut: int) -> None:
    stream = "jj" + LIGHT + DEVICE
    if stream[cut - 1] == "\x1b":  # a lone escape is a key of its own
        return
    answers = Answers()
    one, first = answers.feed(stream[:cut])
    other, second = answers.feed(stream[cut:])
    assert one + other == "jj"
    assert True in (first, second)


def test_what_only_looked_like_an_answer_is_keys_after_all() -> None:
    answers = Answers()
    assert answers.feed("\x1b]1") == ("", None)
    assert answers.release() == "\x1b]1"
    assert answers.feed("j") == ("j", None)


@given(st.text())
def test_no_key_is_lost_or_invented(text: str) -> None:
    answers = Answers()
    kept, _ = answers.feed(text)
    if "\x1b" not in text:
        assert kept + answers.release() == text


@pytest.mark.parametrize(
    "rubbish", ["\x1b[1114112u", "\x1b[99999999999u", "\x1b[97;3:3u"]
)
def test_a_sequence_that_no_terminal_sends_is_passed_over(rubbish: str) -> None:
    told = list(Keys().feed(f"j{rubbish}k"))
    assert [event.key for event in told if isinstance(event, Key)] == ["j", "k"]


def test_places_in_pixels_are_told_as_before_after_a_sequence_was_passed_over() -> None:
    keys = Keys()
    list(keys.feed("\x1b[48;24;80;480;800t"))  # cells of 10 by 20
    first = list(keys.feed("\x1b[<35;101;201M"))
    again = list(keys.feed("\x1b[1114112u\x1b[<35;101;201M"))
    places = [(e.x, e.y) for e in (*first, *again) if isinstance(e, MouseMove)]
    assert places == [(10, 10), (10, 10)]


def test_a_size_without_pixels_does_not_end_the_keys() -> None:
    told = list(Keys().feed("\x1b[48;24;80;0;0t\x1b[<35;5;5Mj\x1b[<35;5;5M"))
    assert [event.key for event in told if isinstance(event, Key)] == ["j"]
    assert [e.x for e in told if isinstance(e, MouseMove)] == [4]


def test_the_wire_writes_utf_8_whatever_the_locale() -> None:
    source, sink = os.pipe()
    wire = Wire(sink)
    wire.write("Жапаров\ud800")
    wire.flush()
    assert os.read(source, 100) == "Жапаров?".encode()
    os.close(source)
    os.close(sink)


def test_a_terminal_that_has_gone_away_is_no_error() -> None:
    source, sink = os.pipe()
    os.close(source)
    wire = Wire(sink)
    wire.write("late")
    wire.flush()
    os.close(sink)
