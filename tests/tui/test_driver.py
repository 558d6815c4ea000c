from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.tui.driver import Answers, Wire

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
