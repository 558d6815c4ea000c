"""The shell command of a view selects what the view shows, whatever the query."""

from __future__ import annotations

import shlex
import subprocess
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strategies import HOSTILE
from timeline_tui.cli.options import VERBS
from timeline_tui.cli.words import read
from timeline_tui.errors import QueryError
from timeline_tui.library.library import Library
from timeline_tui.query.syntax import parse, parse_words
from timeline_tui.query.terms import FACETS, Query, Term
from timeline_tui.tui.screens.taking import shell_command, spelt_out

TODAY = date(2026, 11, 22)
FLAGS = ("disputed", "approximate", "multi-source", "figure", "linked")
PERIODS = ("2022", "2022-02..2022-03", "Q3 2022", "2021-06", "yesterday", "2022-09~")
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
hostile = st.sampled_from(
    [
        *HOSTILE,
        *VERBS,
        "-x",
        "--",
        "--store",
        "-o=f",
        "$(id)",
        "`id`",
        "a'b",
        '"',
        "\\",
        "~",
        "*",
        "!!",
        "a:b",
        "#x",
        "&",
        ";",
        "|",
        "=x:y",
    ]
)


def terms(library: Library) -> st.SearchStrategy[Term]:
    """Terms that a reader may come to, by typing or by the filters."""
    facets = {field: [value for value, *_ in library.values(field)] for field in FACETS}
    known = st.sampled_from([field for field in FACETS if facets[field]]).flatmap(
        lambda field: st.builds(
            Term,
            st.just(field),
            st.lists(st.sampled_from(facets[field]), min_size=1, max_size=3),
            negated=st.booleans(),
        )
    )
    text = st.builds(
        Term,
        st.sampled_from(["word", "phrase", "text"]),
        st.lists(words | hostile, min_size=1, max_size=2),
        negated=st.booleans(),
    )
    days = st.builds(
        Term,
        st.sampled_from(["on", "since", "until", "within"]),
        st.lists(st.sampled_from(PERIODS), min_size=1, max_size=1),
        negated=st.booleans(),
    )
    flags = st.builds(
        Term,
        st.just("is"),
        st.lists(st.sampled_from(FLAGS), min_size=1, max_size=2),
        negated=st.booleans(),
    )
    return st.one_of(known, text, days, flags)


def query_typed(command: str, prefix: tuple[str, ...]) -> Query:
    """What the program reads where a shell is given the command."""
    typed = shlex.split(command)
    assert tuple(typed[: len(prefix)]) == prefix
    read_back = read(typed[1:])
    assert read_back.verb == ""
    assert set(read_back.options) <= {"store"}
    if len(prefix) > 1:
        assert read_back.get("store") == prefix[2]
    return parse_words(read_back.words, TODAY)


@pytest.mark.parametrize(
    "prefix", [("kgtl",), ("kgtl", "--store", "/a b/it's $HOME/é.toml")]
)
@settings(
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
    max_examples=200,
)
@given(data=st.data())
def test_the_command_selects_the_events_of_the_view(
    shipped: Library, prefix: tuple[str, ...], data: st.DataObject
) -> None:
    made = Query(data.draw(st.lists(terms(shipped), max_size=4)))
    try:
        query = parse(str(made), TODAY)  # a view is always of a query that was read
        shown = shipped.select(query, TODAY)
    except QueryError:
        assume(False)  # noqa: FBT003 - as Hypothesis has it
        raise
    command = shell_command(prefix, shipped.resolve(query))
    again = shipped.select(query_typed(command, prefix), TODAY)
    assert list(again) == list(shown)
    assert again.inside == shown.inside
    assert again.possible == shown.possible


@pytest.mark.parametrize("verb", [name for name in VERBS if name])
def test_a_word_that_is_a_verb_stays_a_word(verb: str) -> None:
    query = parse(verb, TODAY)
    assert query_typed(shell_command(("kgtl",), query), ("kgtl",)) == query


def test_words_come_through_a_real_shell_as_they_are(shipped: Library) -> None:
    query = parse("""actor:putin "it's $HOME" -x since:"Q3 2022\"""", TODAY)
    command = shell_command(("printf", "%s\\0"), shipped.resolve(query))
    out = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=True
    ).stdout.decode()
    typed = read(out.split("\0")[:-1])
    assert parse_words(typed.words, TODAY) == query


def test_ids_are_told_in_full(shipped: Library) -> None:
    query = shipped.resolve(parse("actor:puti source:meduza", TODAY))
    assert shell_command(("kgtl",), query) == "kgtl actor:putin source:meduza-2023"


def test_marked_events_are_told_by_their_ids(shipped: Library) -> None:
    ids = [row.id for row in shipped.rows([3, 8])]
    query = parse("is:marked actor:putin", TODAY)
    told = spelt_out(query, ids)
    assert told.of("id")[0].values == tuple(sorted(ids))
    shown = shipped.select(parse("is:marked", TODAY), TODAY, marked=ids)
    alone = spelt_out(parse("is:marked", TODAY), ids)
    assert list(shipped.select(alone, TODAY)) == list(shown)
    mixed = parse("is:marked,disputed", TODAY)
    assert spelt_out(mixed, ids) == mixed
    assert spelt_out(query, ()) == query


def test_the_command_line_reads_what_the_explorer_wrote() -> None:
    command = read(shlex.split("kgtl --store - -- -x actor:putin")[1:])
    assert command.words == ("-x", "actor:putin")
