"""Query text to terms and back: the query bar and the command line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.fold import fold
from timeline_tui.query.syntax import parse, parse_words
from timeline_tui.query.terms import DATES, FACETS, FLAGS, Query, Term

TODAY = date(2022, 11, 22)

hostile = st.one_of(
    st.text(min_size=1),
    st.text(alphabet='ab2\\"",,:--[]{} .\t\u00a0é', min_size=1),
)
searchable = hostile.filter(fold)
written = hostile.filter(str.strip)
dates = st.sampled_from(
    [
        "2022",
        "2022-03~",
        "[2022-09,2022-11]",
        "{2021,2022}",
        "Q3 2022",
        "Sep 14, 2022",
        "2022-02..2022-03",
        "2021/2022",
        "today",
        "last month",
        " 2022-W38 ",
        "mid-2022",
    ]
)


def _terms(
    fields: tuple[str, ...], values: st.SearchStrategy[str]
) -> st.SearchStrategy[Term]:
    several = st.lists(values, min_size=1, max_size=3)
    return st.builds(Term, st.sampled_from(fields), several, negated=st.booleans())


queries = st.builds(
    Query,
    st.lists(
        st.one_of(
            _terms(("word", "phrase", "text"), searchable),
            _terms((*FACETS, "id"), written),
            _terms(DATES, dates),
            _terms(("is",), st.sampled_from(FLAGS)),
        ),
        max_size=4,
    ),
)


@given(queries)
def test_what_is_written_reads_back(query: Query) -> None:
    again = parse(str(query), TODAY)
    assert again == query
    assert [t.values for t in again.terms] == [t.values for t in query.terms]


@given(queries)
def test_terms_written_as_shell_words_read_back(query: Query) -> None:
    assert parse_words([str(term) for term in query.terms], TODAY) == query


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        (" \t\u00a0 ", ""),
        ("sources", "sources"),
        ("military base", "military base"),
        ('"military base"', '"military base"'),
        ('-"military base","sea port"', '-"military base","sea port"'),
        ("-vote", "-vote"),
        ("-v", "-v"),
        ("war,peace", "war,peace"),
        ("actor:ann -kind:figure since:2022", "actor:ann -kind:figure since:2022"),
        ("ACTOR:Ann", "actor:Ann"),
        ("actor:ann,bob", "actor:ann,bob"),
        ("actor:ann actor:bob", "actor:ann actor:bob"),
        ('actor:"Ann Lee",bob', 'actor:"Ann Lee",bob'),
        ("place:a:b", "place:a:b"),
        ('place:"a\\"b\\\\c"', 'place:"a\\"b\\\\c"'),
        ('place:"C:\\dir, x"', 'place:"C:\\\\dir, x"'),
        ('"http://x"', '"http://x"'),
        ('until:"Q3 2022"', 'until:"Q3 2022"'),
        ("2022", "on:2022"),
        ("-2022", "-on:2022"),
        ("90", "90"),
        ("20220914", "20220914"),
        ("2022-02..2022-03", "on:2022-02..2022-03"),
        ("2022..", "on:2022.."),
        ("2022,2023-05", "on:2022,2023-05"),
        ("[2022-09,2022-11]", 'on:"[2022-09,2022-11]"'),
        ("on:[2022-09,2022-11],2023", 'on:"[2022-09,2022-11]",2023'),
        ('on:"Sep 14, 2022"', 'on:"Sep 14, 2022"'),
        ("2020s mid-2022 2022-Q3 202X", "on:2020s on:mid-2022 on:2022-Q3 on:202X"),
        ("today autumn may q3", "today autumn may q3"),
        ("on:today", "on:today"),
        ("1812-strong", "word:1812-strong"),
        ("word:2022", "word:2022"),
        ('"2022"', '"2022"'),
        ("Oct 2022", "Oct on:2022"),
        ("is:disputed,FIG", "is:disputed,figure"),
        ("anti-war O'Neil", "anti-war O'Neil"),
    ],
)
def test_the_query_bar(text: str, canonical: str) -> None:
    query = parse(text, TODAY)
    assert str(query) == canonical
    assert parse(canonical, TODAY) == query


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ([], ""),
        (["", " "], ""),
        (
            ["actor:ann", "-kind:assessment", "since:2022"],
            "actor:ann -kind:assessment since:2022",
        ),
        (["until:Q3 2022"], 'until:"Q3 2022"'),
        (["-until: Q3 2022 "], '-until:"Q3 2022"'),
        (["-vote"], "-vote"),
        (["military", "base"], "military base"),
        (["military base"], "military base"),
        (['"military base"'], '"military base"'),
        (["sources"], "sources"),
        (["2022"], "on:2022"),
        (["Oct 2022"], 'on:"Oct 2022"'),
        (["-Oct 2022"], '-on:"Oct 2022"'),
        (["may 2022"], 'on:"may 2022"'),
        (["Sep 14, 2022"], 'on:"Sep 14, 2022"'),
        (["on:Sep 14, 2022"], 'on:"Sep 14, 2022"'),
        (["Oct 2022, Mar 2023"], 'on:"Oct 2022","Mar 2023"'),
        (["since Q3 2022"], 'on:"since Q3 2022"'),
        (["2022-02..2022-03"], "on:2022-02..2022-03"),
        (["actor:ann,bob"], "actor:ann,bob"),
        (["actor:ann", "actor:bob"], "actor:ann actor:bob"),
        (["actor:Ann Lee, Bob"], 'actor:"Ann Lee",Bob'),
        (['actor:"Ann Lee" , "Bob, Jr"'], 'actor:"Ann Lee","Bob, Jr"'),
        (["actor:ann since:2022"], 'actor:"ann since:2022"'),
        (["base actor:ann 2022"], "base actor:ann on:2022"),
        (["last month"], "last month"),
        (["3 months ago"], "3 months ago"),
        (["Oct", "22"], "Oct 22"),
        (["verfy"], "verfy"),
    ],
)
def test_the_command_line(words: list[str], canonical: str) -> None:
    assert str(parse_words(words, TODAY)) == canonical


def test_a_term_knows_its_column() -> None:
    assert [t.column for t in parse(" -a  actor:b 2022", TODAY).terms] == [2, 6, 14]
    words = ["-a", "", "actor:b c", "x y"]
    assert [t.column for t in parse_words(words, TODAY).terms] == [1, 5, 15, 17]
