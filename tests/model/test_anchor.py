"""Anchors are as short as the rules allow, and find their passage and no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.model.anchor import (
    END_WORDS,
    START_WORDS,
    Anchor,
    shortest_anchor,
    typed_anchor,
)
from timeline_tui.model.text import find_anchors, words

FERRY = "The old ferry left; the old ferry came back, and the old mill stood still."


def anchor(passage: str, text: str = FERRY, *, whole: bool = False) -> Anchor | None:
    begin = text.index(passage)
    span = (begin, begin + len(passage))
    return shortest_anchor(text, span, to_its_end=whole)


def test_the_first_two_words_are_enough_where_they_stand_once() -> None:
    assert anchor("stood still") == Anchor("stood still")
    assert anchor("ferry came back, and the old") == Anchor("ferry came")


def test_words_are_added_until_the_start_stands_once() -> None:
    assert anchor("the old mill stood still") == Anchor("the old mill")
    assert anchor("old ferry left; the old ferry came") == Anchor("old ferry left")


def test_the_end_helps_where_five_words_do_not() -> None:
    text = "On a grey day in May it rained. Snow. On a grey day in May it froze."
    found = shortest_anchor(text, (38, len(text) - 1), to_its_end=False)
    assert text[38:] == "On a grey day in May it froze."
    assert found is None  # from the first of the two, "froze" comes next as well
    assert anchor("On a grey day in May it rained", text) == Anchor("On a", "rained")
    assert anchor("day in May it rained", text) == Anchor("day in May it rained")


def test_an_end_is_given_where_it_is_asked_for() -> None:
    assert anchor("ferry left; the old ferry came", whole=True) == Anchor(
        "ferry left", "came"
    )
    assert anchor("old ferry came back, and the old mill", whole=True) == Anchor(
        "old ferry came", "mill"
    )


def test_one_word_is_made_two_by_the_next_and_punctuation_is_left_out() -> None:
    assert anchor("mill") == Anchor("mill stood")
    assert anchor("came back") == Anchor("came back")
    assert anchor("still") is None


def test_a_start_that_no_other_paragraph_has_is_better() -> None:
    text = "Boats were tied to the quay."
    span = (0, len(text) - 1)
    others = ["Boats were many."]
    assert shortest_anchor(text, span, to_its_end=False) == Anchor("Boats were")
    assert shortest_anchor(text, span, others, to_its_end=False) == Anchor(
        "Boats were tied"
    )
    twin = [text]
    assert shortest_anchor(text, span, twin, to_its_end=False) == Anchor("Boats were")


def test_anchors_are_normalised() -> None:
    text = "He said “we can’t — not now”."
    assert anchor("we can’t — not", text) == Anchor("we can't")


def test_without_a_text_the_typed_words_are_taken_as_they_are() -> None:
    assert typed_anchor("“one two three four five six”") == Anchor(
        "one two three four five"
    )
    assert typed_anchor("one two", "a b c d.") == Anchor("one two", "b c d")
    assert typed_anchor("one") is None


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d,", "“e”", "f-g"]), max_size=12),
    st.integers(0, 11),
    st.integers(1, 12),
    st.booleans(),
)
def test_an_anchor_finds_the_passage_alone(
    text: list[str],
    first: int,
    count: int,
    whole: bool,  # noqa: FBT001 - drawn
) -> None:
    passage = " ".join(text[first : first + count]).strip("“”,")
    paragraph = " ".join(text)
    begin = len(" ".join([*text[:first], ""])) if first else 0
    begin += paragraph[begin : begin + 1] == "“"
    if not passage:
        return
    span = (begin, begin + len(passage))
    found = shortest_anchor(paragraph, span, to_its_end=whole)
    if found is None:
        return
    ((start, stop),) = find_anchors(paragraph, *found)
    assert start == begin
    assert stop == span[1] or not whole
    assert START_WORDS[0] <= len(words(found.start)) <= START_WORDS[1]
    assert len(words(found.end)) <= END_WORDS
