"""One fold: what makes no difference, and where a hit stands in the original."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_tui.query.fold import fold, joined, spans, tokens, united

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Harbour  TOWN", "harbour town"),
        ("Ёлка Йод", "елка иод"),
        ("е\u0308лка и\u0306од", "елка иод"),
        ("Өзгөн үй таң", "озгон уи тан"),
        ("Élan, naïve Ångström", "elan naive angstrom"),
        ("Straße STRASSE", "strasse strasse"),
        ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
        ("İzmir ızgara", "izmir izgara"),
        ("Ørsted Łódź", "orsted lodz"),
        ("anti-war anti‑war anti–war", "anti war anti war anti war"),
        ("Town's Town’s Townʼs", "towns towns towns"),
        ("so\u00adft jo\u200din le\ufeffft", "soft join left"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x1b[31mb\x00c\u2028d\ud800e", "a 31mb c d e"),
        ("ﬁne １２ km² ½", "fine 12 km2 1 2"),
        ("snake_case/and.dots", "snake case and dots"),
        ("की", "की"),
        ("5\ufe0f\u20e3", "5"),
        ("…—!", ""),
    ],
)
def test_what_makes_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert tokens(text) == folded.split()


@given(anything)
@example("ᾳ ΐ ŉ ﷺ ǰ İ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_letters_digits_and_single_blanks() -> None:
    folded = fold("\n".join(map(chr, range(sys.maxunicode + 1))))
    assert fold(folded) == folded
    assert "  " not in folded
    left = {unicodedata.category(char)[0] for char in folded}
    assert left == set("LNMZ")
    assert {char for char in folded if char.isspace()} == {" "}


@given(anything, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_form_of_unicode_makes_no_difference(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)  # type: ignore[arg-type]


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_like_any_other(text: str) -> None:
    assert fold(f"{text} й") == f"{fold(text)} и".lstrip()


@given(anything, anything)
def test_folding_looks_at_each_character_alone(one: str, other: str) -> None:
    assert tokens(f"{one} {other}") == tokens(one) + tokens(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no hyphens here", []),
        ("An anti-war, (non-bloc) stance", ["antiwar", "nonbloc"]),
        ("One-Two-Three", ["onetwothree"]),
        ("pause -- or—so - it seems –", []),
        ("left-/right-hand", ["righthand"]),
        ("well-\nknown -lead trail-", []),
        ("О‑БОЛОВ", ["оболов"]),
    ],
)
def test_hyphenated_words_are_also_written_together(
    text: str, words: list[str]
) -> None:
    assert joined(text) == words


@pytest.mark.parametrize(
    ("text", "needles", "found"),
    [
        ("New sanctions, old sanction", ["sanction"], ["sanctions", "sanction"]),
        ("Unsanctioned", ["sanction"], []),
        ("Ёлки и ели", ["ел"], ["Ёлки", "ели"]),
        ("Cafe\u0301s open", ["CAFÉ"], ["Cafe\u0301s"]),
        ("cafe\u0301, open", ["cafe"], ["cafe\u0301"]),
        ("a ﬁne day", ["fi", "day"], ["ﬁne", "day"]),
        ("so\u00adft wax", ["soft"], ["so\u00adft"]),
        ("the 'Town' inn", ["town"], ["Town"]),
        ("½ mile", ["2"], ["½"]),
        ("an anti-war rally", ["anti-war"], ["anti-war"]),
        ("an anti-war rally", ["antiwa"], ["anti-war"]),
        ("an anti-war rally", ["anti"], ["anti"]),
        ("an antiwar rally", ["anti-war"], ["antiwar"]),
        ("an anti war rally", ["antiwar"], []),
        ("an anti; war rally", ["anti-war"], ["anti; war"]),
        ("base, military base", ["military ba"], ["military base"]),
        ("one two", ["two", "one", "tw"], ["one", "two"]),
        ("anything", ["", "…"], []),
        ("anything", [], []),
    ],
)
def test_hits_are_whole_words_of_the_original(
    text: str, needles: list[str], found: list[str]
) -> None:
    assert [text[start:end] for start, end in spans(text, needles)] == found


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("A Military-Base, military bases", "military base", ["Military-Base"]),
        ("antiwar anti-war", "anti-war", ["anti-war"]),
        ("bases base", "base", ["base"]),
        ("to be to be to", "to be to", ["to be to be to"]),
    ],
)
def test_a_phrase_stands_there_word_for_word(
    text: str, needle: str, found: list[str]
) -> None:
    hits = spans(text, [needle], phrase=True)
    assert [text[start:end] for start, end in hits] == found


@given(anything, st.data())
def test_every_word_of_a_text_is_found_where_it_stands(
    text: str, data: st.DataObject
) -> None:
    words = tokens(text)
    if not words:
        assert spans(text, ["a"]) == []
        return
    word = data.draw(st.sampled_from(words))
    needle = word[: data.draw(st.integers(1, len(word)))]
    hits = spans(text, [needle])
    assert len(hits) > 0
    assert all(0 <= a < b <= len(text) for a, b in hits)
    assert all(b <= c for (_, b), (c, _) in pairwise(hits))
    for start, end in hits:
        inside = tokens(text[start:end])
        assert any(each.startswith(needle) for each in (*inside, "".join(inside)))


@pytest.mark.parametrize(
    ("stretches", "whole"),
    [
        ([], []),
        ([(4, 6), (0, 2)], [(0, 2), (4, 6)]),
        ([(0, 3), (3, 5)], [(0, 5)]),
        ([(0, 9), (2, 4), (8, 12)], [(0, 12)]),
        ([(1, 2), (1, 2)], [(1, 2)]),
    ],
)
def test_stretches_that_touch_or_overlap_are_one(
    stretches: list[tuple[int, int]], whole: list[tuple[int, int]]
) -> None:
    assert united(stretches) == whole
