"""Paragraphs are put together again from lines that break at other places."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.model.text import growing_hashes, n1, paragraph_hash
from timeline_tui.store import rewrapped
from timeline_tui.store.rewrapped import joined, unwrapped

TEXT = (
    "The grain was weighed at the north gate, and the well-known keeper wrote it down.",
    "At the gate",
    "Nobody had asked the rope makers – or so the keeper said – until the autumn came.",
)
KNOWN = frozenset(map(paragraph_hash, TEXT))


@pytest.mark.parametrize("width", [10, 24, 78, 1000])
def test_wrapped_lines_become_paragraphs_again(width: int) -> None:
    lines = [line for part in TEXT for line in fill(part, width).split("\n")]
    assert unwrapped(lines, KNOWN) == TEXT


def test_paragraphs_may_run_into_one_another() -> None:
    lines = fill(" ".join(TEXT), 40).split("\n")
    assert unwrapped(lines, KNOWN) == TEXT


def test_what_is_in_no_paragraph_keeps_its_lines() -> None:
    first, *rest = fill(TEXT[0], 30).split("\n")
    lines = ["A line of", "another hand", first, *rest, "And the end"]
    assert unwrapped(lines, KNOWN) == (*lines[:2], TEXT[0], "And the end")
    assert unwrapped(lines, frozenset()) == tuple(lines)


def test_the_longest_paragraph_that_fits_is_meant() -> None:
    short, long = "He went", "He went home at once."
    known = frozenset(map(paragraph_hash, (short, long)))
    assert unwrapped(["He went home", "at once."], known) == (long,)


def test_a_text_in_which_nothing_is_known_is_left_after_some_tries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rewrapped, "TRIES", 5)
    lines = ["one two three", "four five six seven", "eight"]
    assert unwrapped(lines, frozenset({"n1:x"})) == tuple(lines)


def test_a_divided_word_is_one_and_a_dash_is_not() -> None:
    assert joined(["a well-", "known man –", "or not"]) == (
        "a well-known man – or not",
        [0, 7, 19],
    )


@given(st.lists(st.text(min_size=1).map(n1).filter(bool), max_size=8))
def test_growing_hashes_are_those_of_paragraphs(parts: list[str]) -> None:
    words = " ".join(parts).split(" ")
    hashes = [paragraph_hash(" ".join(words[:n])) for n in range(1, len(words) + 1)]
    if n1(" ".join(words)) == " ".join(words):
        assert list(growing_hashes(words))[-1] == hashes[-1]
