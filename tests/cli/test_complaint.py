"""How a fault is pointed at beneath a message."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_tui.cli.complaint import pointer
from timeline_tui.errors import QueryError
from timeline_tui.query.syntax import parse


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("war -", ["  war -", "      ^"]),
        ("a\n\u2028b -", ["  a <U+2028>b -", "              ^"]),
        ("көл 戦争 -", ["  көл 戦争 -", "           ^"]),
    ],
)
def test_the_caret_stands_beneath_the_fault_whatever_is_before_it(
    text: str, lines: list[str]
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, date(2022, 11, 22))
    told = pointer(caught.value.text, caught.value.column)
    assert told.split("\n") == ["", *lines]
