"""What is being typed at the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.complete import complete


@pytest.mark.parametrize(
    ("marked", "replaced", "kind", "prefix"),
    [
        # `|` is the cursor
        ("|", "", "field", ""),
        ("ac|", "ac", "field", "ac"),
        ("AC|t x", "ACt", "field", "AC"),
        ("-th|", "th", "field", "th"),
        ("war |", "", "field", ""),
        ("harbo|", "harbo", "word", "harbo"),
        ("actor:|", "", "actor", ""),
        ("actor:pu|tin x", "putin", "actor", "pu"),
        ("-Actor:ann,b|ob,c", "bob", "actor", "b"),
        ("actor:ann |", "", "field", ""),
        ('place:"New T|own" x', '"New Town"', "place", "New T"),
        ('place:"New T|', '"New T', "place", "New T"),
        ('place:"a\\"b|', '"a\\"b', "place", 'a"b'),
        ('place:"New Town",|', "", "place", ""),
        ('"ac|', '"ac', "word", "ac"),
        ('"ac"|', '"ac"', "word", "ac"),
        ("war,ac|", "ac", "word", "ac"),
        ("place:a:b|", "a:b", "place", "a:b"),
        ("nofield:x|", "nofield:x", "word", "nofield:x"),
        ("since:20|22", "2022", "since", "20"),
    ],
)
def test_what_is_being_typed(
    marked: str, replaced: str, kind: str, prefix: str
) -> None:
    cursor = marked.index("|")
    text = marked.replace("|", "")
    start, end, found, typed = complete(text, cursor)
    assert (text[start:end], found, typed) == (replaced, kind, prefix)
    assert start <= cursor <= end


@given(st.text(alphabet='ab:,"\\- actor'), st.data())
def test_the_cursor_is_always_inside_what_is_replaced(
    text: str, data: st.DataObject
) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    start, end, _, prefix = complete(text, cursor)
    assert start <= cursor <= end <= len(text)
    assert len(prefix) <= cursor - start
