"""What a query text is refused for, at which column, with which advice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_tui.errors import QueryError
from timeline_tui.query.syntax import parse, parse_words

TODAY = date(2022, 11, 22)

REFUSED = [
    # text, the same with a caret under the fault, the reason, a part of the advice
    ("acter:ann", "^", 'no field "acter"', "did you mean actor?"),
    ("war Since2:x", "    ^", 'no field "Since2"', "did you mean since?"),
    ("http://x", "^", 'no field "http"', "double quotes"),
    ("-10:30", " ^", 'no field "10"', "double quotes"),
    (":x", "^", 'no field ""', "double quotes"),
    ("actor:", "      ^", "actor: has no value", "right after the colon"),
    ("actor: ann", "      ^", "actor: has no value", "right after the colon"),
    ('actor:""', "      ^", "actor: has no value", "right after the colon"),
    ("since:", "      ^", "since: has no value", "right after the colon"),
    ("actor:,ann", "      ^", "actor: has no value", "right after the colon"),
    ("actor:ann,", "          ^", "a comma without a value", "after the comma"),
    ("war,, peace", "    ^", "a comma without a value", "after the comma"),
    ("2022,", "     ^", "a comma without a value", "after the comma"),
    ("is:dubious", "   ^", 'no flag "dubious"', "disputed"),
    ("is:linked,m", "          ^", 'no flag "m"', "multi-source"),
    ("on:2022-13", "        ^", "no month 13", "try 2022,"),
    ('war on:"2022-13"', "             ^", "no month 13", "try 2022,"),
    ("on:2022,2022-02-30", "                ^", "28 days", "2022-02-28"),
    ("until:12/10/2022", "      ^", "year comes first", "2022-12-10"),
    ("since:Oct", "      ^", "Oct of which year?", '"Oct 2022"'),
    ("since:..2022", "      ^", "no first day", "try 2022,"),
    ("until:2022..", "      ^", "no last day", "try 2022,"),
    ("2022-13", "     ^", "no month 13", "double quotes"),
    ("2023..2022", "      ^", "ends before it begins", "swap"),
    ("12/10/2022", "^", "year comes first", "double quotes"),
    ("2022–2023", "    ^", "a dash is not", "two dots"),
    ('x "open', "  ^", "does not end", "closing"),
    ('actor:"open\\"', "      ^", "does not end", "closing"),
    ('say"hi"', "   ^", "quotation mark inside", "double quotes"),
    ('"a"b', "   ^", "quotation mark inside", "double quotes"),
    ("-", "^", "a minus on its own", "-vote"),
    ("a - b", "  ^", "a minus on its own", "-vote"),
    ("--x", " ^", "two minus signs", "one minus"),
    ("actor:-ann", "      ^", "a minus inside a term", "before the whole term"),
    ("war,-peace", "    ^", "a minus inside a term", "before the whole term"),
    ('war,"old peace"', "    ^", "words and phrases", "quote"),
    ("war,actor:ann", "    ^", "values of one field", "double quotes"),
    ("+++", "^", "neither a letter nor a digit", "word"),
    ('"…"', "^", "neither a letter nor a digit", "word"),
    ("text:!", "     ^", "neither a letter nor a digit", "word"),
    ("2022-W53", "^", "2022 has 52 weeks", "put it in double quotes"),
    ("war 2022W60", "    ^", "no such week", "2022-W38"),
    ("2022-Q5", "^", "not a date or a period", "2022-Q3"),
    ("2022-H3", "^", "not a date or a period", "2022-Q3"),
]


@pytest.mark.parametrize(("text", "caret", "reason", "advice"), REFUSED)
def test_the_caret_stands_under_the_fault(
    text: str, caret: str, reason: str, advice: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, TODAY)
    error = caught.value
    assert (error.text, error.column) == (text, len(caret))
    assert reason in error.reason
    assert advice in error.advice
    colon = "" if error.reason.endswith("?") else ":"
    assert str(error) == f"{error.reason}{colon} {error.advice}"


@pytest.mark.parametrize(
    ("words", "text", "column"),
    [
        (["war", "actor:", "x"], "war actor: x", 11),
        (["war", "on:Foo bar"], "war on:Foo bar", 8),
        (["since:2022-13 "], "since:2022-13 ", 12),
        (["war", "the year:x"], "war the year:x", 9),
        (["a", "b", "-"], "a b -", 5),
        (['place:Inn "Sea"'], 'place:Inn "Sea"', 11),
        (["12/10/2022"], "12/10/2022", 1),
    ],
)
def test_the_column_counts_in_the_whole_command_line(
    words: list[str], text: str, column: int
) -> None:
    with pytest.raises(QueryError) as caught:
        parse_words(words, TODAY)
    assert caught.value.text == text
    assert caught.value.column == column


signs = st.text(alphabet='ab20:,"\\- []{}.~/XQé\u2028\x1b2')


@given(st.one_of(signs, st.text(st.characters())), st.booleans())
@example('on:"', True)  # noqa: FBT003 - a column
def test_any_text_is_read_or_refused_within_itself(
    text: str,
    shell: bool,  # noqa: FBT001 - a column
) -> None:
    fault = None
    try:
        query = parse_words([text], TODAY) if shell else parse(text, TODAY)
    except QueryError as error:
        fault = error
    else:
        assert parse(str(query), TODAY) == query
    if fault:
        assert 1 <= fault.column <= len(fault.text) + 1
        assert fault.reason
        assert fault.advice
