from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.tui.state.typed import _EDITS, Typed


@st.composite
def typed_lines(draw: st.DrawFn) -> Typed:
    text = draw(st.text(max_size=12))
    return Typed(text, draw(st.integers(0, len(text))))


@given(typed_lines(), st.sampled_from(sorted(_EDITS)))
def test_no_key_puts_the_cursor_outside_the_text(line: Typed, key: str) -> None:
    edited = line.keyed(key)
    assert edited is not None
    assert 0 <= edited.at <= len(edited.text)


@given(typed_lines(), st.characters(codec="utf-8").filter(str.isprintable))
def test_backspace_takes_back_what_was_typed(line: Typed, character: str) -> None:
    assert line.typing(character).keyed("backspace") == line


@given(typed_lines(), st.text())
def test_what_is_pasted_stays_on_one_printable_line(line: Typed, more: str) -> None:
    pasted = line.typing(more)
    assert pasted.text[line.at : pasted.at].isprintable()
    assert len(pasted.text) == len(line.text) + len(more)


def test_a_key_that_does_not_edit_is_left_to_others() -> None:
    assert Typed("ab", 1).keyed("f1") is None


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("ctrl+w", "actor:putin since|:2022", "actor:putin |:2022"),
        ("ctrl+left", "one two|", "one |two"),
        ("ctrl+right", "|one two", "one| two"),
        ("ctrl+k", "one| two", "one|"),
        ("ctrl+u", "one| two", "| two"),
        ("delete", "o|ne", "o|e"),
        ("home", "on|e", "|one"),
        ("end", "|one", "one|"),
    ],
)
def test_editing_keys(key: str, before: str, after: str) -> None:
    text, _, rest = before.partition("|")
    edited = Typed(text + rest, len(text)).keyed(key)
    assert edited is not None
    assert edited.text[: edited.at] + "|" + edited.text[edited.at :] == after
