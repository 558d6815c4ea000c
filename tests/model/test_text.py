"""The contract of hashes and anchors: n1, paragraphs, fingerprints, passages, runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_tui.model.text import (
    _mapped,
    find_anchors,
    fingerprint,
    n1,
    paragraph_hash,
    paragraphs,
    runs,
    shared_run,
    words,
)

SAMPLES = [
    ("000", 23, 1091, "n1:1eaea7b32f768a72", "n1:a01784f760cd65fa"),
    ("001", 14, 1233, "n1:933e8911596790f6", "n1:20e59fc2cb597a42"),
    ("002", 47, 2812, "n1:77dbe88f92385908", "n1:f1a14740eadb3142"),
    ("003", 18, 634, "n1:fc2aa6b279dac054", "n1:5fbd205ad49bbda1"),
    ("004", 41, 1413, "n1:25cafb83098740a0", "n1:ccad3d2173c2774c"),
]

HARBOUR = (
    "The harbour master opened the north gate, and the harbour pilots sailed at dawn."
)


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample[0] for sample in SAMPLES])
def test_the_five_documents_have_their_sample_hashes(
    sample: tuple[str, int, int, str, str], texts: Path
) -> None:
    name, count, length, first, whole = sample
    (path,) = texts.glob(f"{name}_*.txt")
    text = path.read_text(encoding="utf-8")
    found = paragraphs(text)
    assert len(found) == count
    assert len(words(text)) == length
    assert paragraph_hash(found[0]) == first
    assert fingerprint(found) == whole


def test_hashes_of_our_own_words_stay_as_they_are() -> None:
    assert paragraph_hash(HARBOUR) == "n1:55b8a796a8ed90ef"
    assert fingerprint([HARBOUR, "It rained."]) == "n1:1b8e6a16f7f42637"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\tc ", "a b c"),
        ("“so” ‘it’ „was‟ «here» 5′", '"so" \'it\' "was" "here" 5\''),
        ("2020–21 — a‑b −5", "2020-21 - a-b -5"),
        ("har\u00adbour\u200b, \ufeffsea\u2060", "harbour, sea"),
        ("ﬁne ２０２１ Å…", "fine 2021 Å..."),
        ("e\u0301\u00a0й", "é\u0020и\u0306"),
    ],
)
def test_copies_that_differ_in_typography_hash_alike(one: str, other: str) -> None:
    assert n1(one) == n1(other)
    assert paragraph_hash(one) == paragraph_hash(other)


def test_letters_and_case_make_a_difference() -> None:
    assert paragraph_hash("The gate") != paragraph_hash("the gate")
    assert paragraph_hash("ёлка") != paragraph_hash("елка")


def test_a_paragraph_is_a_line_that_shows_something() -> None:
    text = "\ufeffOne\r\n\r\n  \t\nTwo  \rThree\u2028still three\n\u200b\n"
    assert paragraphs(text) == ["\ufeffOne", "Two  ", "Three\u2028still three"]
    assert paragraphs("") == []


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert n1(n1(text)) == n1(text)


@given(st.text())
@example("a\u0327\u0301 \u1100\u1161\u11a8 ﷺ ½")
@example("\u0b47\u200d\u0b3e")
def test_the_mapped_text_is_the_normalised_text(text: str) -> None:
    mapped, origins = _mapped(text)
    assert mapped == n1(text)
    assert len(origins) == len(mapped)
    assert origins == sorted(origins)


@pytest.mark.parametrize(
    ("start", "end", "passages"),
    [
        ("The harbour master", "", ["The harbour master"]),
        ("harbour pilots", "dawn.", ["harbour pilots sailed at dawn."]),
        ("gate, and", "at dawn", ["gate, and the harbour pilots sailed at dawn"]),
        ("the north", "the north", []),
        ("harbour pilots", "north gate", []),
        ("the harb", "", []),
        ("", "dawn", []),
    ],
)
def test_anchors_are_whole_words_in_order(
    start: str, end: str, passages: list[str]
) -> None:
    assert [HARBOUR[a:b] for a, b in find_anchors(HARBOUR, start, end)] == passages


def test_an_anchor_that_stands_twice_gives_two_passages() -> None:
    text = "At noon the bell rang. At noon the gate fell. At night it rained."
    assert len(find_anchors(text, "At noon")) == 2
    assert len(find_anchors(text, "At noon", "rained.")) == 2
    assert len(find_anchors(text, "At noon the gate")) == 1
    ((begin, stop),) = find_anchors(text, "noon the bell", "At noon")
    assert text[begin:stop] == "noon the bell rang. At noon"


def test_spans_count_the_code_points_of_the_original() -> None:
    text = "«Ну\u00adжен  ﬁnal\u00a0re\u0301sumé» — said"
    ((begin, stop),) = find_anchors(text, '"Нужен final', "résumé")
    assert text[begin:stop] == "«Ну\u00adжен  ﬁnal\u00a0re\u0301sumé"


@given(st.lists(st.sampled_from(["ab", "cd", "é", "ﬁ", "e\u0301"]), min_size=1))
def test_any_word_of_a_text_is_found_where_it_stands(parts: list[str]) -> None:
    text = "  ".join(parts)
    for part in parts:
        spans = find_anchors(text, part)
        assert spans
        assert all(n1(text[a:b]) == n1(part) for a, b in spans)


def test_a_run_of_eight_words_is_found_whatever_its_dress() -> None:
    theirs = runs(HARBOUR)
    ours = "He says THE HARBOUR MASTER opened “the north gate” and the rest slept"
    assert shared_run(ours, theirs) == "the harbour master opened the north gate and"
    assert shared_run("The harbour master opened the north gate", theirs) is None
    assert shared_run("The harbour pilots sailed", runs(HARBOUR, 4), 4) is not None
