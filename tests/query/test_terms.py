"""Queries as values: equality, narrowing, ticking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.query.terms import DATES, FACETS, FIELDS, Query, Term

names = st.sampled_from(["ann", "bob", "cy", "dee"])
fields = st.sampled_from(["actor", "theme"])


@st.composite
def ticked(draw: st.DrawFn) -> Query:
    """Draw a query with one including and one excluding term a field, at most."""
    terms = []
    for field in ("actor", "theme"):
        values = draw(st.permutations(["ann", "bob", "cy", "dee"]))
        first = draw(st.integers(0, 4))
        second = draw(st.integers(first, 4))
        terms += [
            Term(field, part, negated=negated)
            for part, negated in ((values[:first], False), (values[first:second], True))
            if part
        ]
    return Query(draw(st.permutations(terms)))


def test_the_order_of_terms_and_values_asks_nothing() -> None:
    one = Query([Term("actor", ["ann", "bob"]), Term("on", ["2022"])])
    two = Query([Term("on", ["2022"]), Term("actor", ["bob", "ann"])])
    assert one == two
    assert hash(one) == hash(two)
    assert str(one) != str(two)


def test_where_a_term_was_typed_is_no_part_of_it() -> None:
    assert Term("word", ["x"], column=3) == Term("word", ["x"])
    assert Term("word", ["x"]) != Term("word", ["x"], negated=True)
    assert Term("word", ["x"]) != Term("phrase", ["x"])
    assert Term("word", ["x"]) != "x"
    assert Query() != ""


def test_the_empty_query_is_false_and_asks_nothing() -> None:
    assert not Query()
    assert str(Query()) == ""
    assert Query([Term("word", ["x"])])


def test_an_identical_term_or_value_counts_once() -> None:
    term = Term("actor", ["ann", "ann"])
    assert term.values == ("ann",)
    assert len(Query().adding(term).adding(Term("actor", ["ann"])).terms) == 1


def test_terms_can_be_picked_out_and_taken_away() -> None:
    actor, on, within = (Term(f, ["2022"]) for f in ("actor", "on", "within"))
    query = Query([actor, on, within])
    assert query.of("actor") == (actor,)
    assert query.dates == (on, within)
    assert query.without(on).terms == (actor, within)
    assert query.without(Term("on", ["2021"])) == query


@pytest.mark.parametrize(
    ("before", "value", "negated", "after"),
    [
        ("", "ann", False, "actor:ann"),
        ("actor:bob", "ann", False, "actor:bob,ann"),
        ("actor:ann,bob", "ann", False, "actor:bob"),
        ("actor:ann war", "ann", False, "war"),
        ("", "ann", True, "-actor:ann"),
        ("actor:ann,bob", "ann", True, "actor:bob -actor:ann"),
        ("-actor:ann", "ann", False, "actor:ann"),
        ("-actor:ann,bob", "ann", True, "-actor:bob"),
        ("actor:ann actor:bob", "cy", False, "actor:ann actor:bob,cy"),
        ("actor:ann actor:ann,bob", "ann", False, "actor:bob"),
    ],
)
def test_ticking_a_value(before: str, value: str, negated: bool, after: str) -> None:  # noqa: FBT001 - a column
    terms = [_term(text) for text in before.split()]
    assert str(Query(terms).toggling("actor", value, negated=negated)) == after


def _term(text: str) -> Term:
    field, _, values = text.removeprefix("-").rpartition(":")
    return Term(field or "word", values.split(","), negated=text[0] == "-")


@given(ticked(), fields, names, st.booleans())
def test_ticking_twice_is_nothing(
    query: Query,
    field: str,
    name: str,
    negated: bool,  # noqa: FBT001 - drawn
) -> None:
    once = query.toggling(field, name, negated=negated)
    opposite = any(
        name in term.values and term.negated != negated for term in query.of(field)
    )
    assert once != query
    if not opposite:
        assert once.toggling(field, name, negated=negated) == query


@given(ticked(), fields, names, st.booleans())
def test_a_value_is_never_both_included_and_excluded(
    query: Query,
    field: str,
    name: str,
    negated: bool,  # noqa: FBT001 - drawn
) -> None:
    once = query.toggling(field, name, negated=negated)
    holding = [term for term in once.of(field) if name in term.values]
    assert len(holding) <= 1
    others = [{t for t in each.terms if t.field != field} for each in (query, once)]
    assert others[0] == others[1]


def test_every_facet_and_date_field_can_be_typed_and_has_help() -> None:
    assert set(FACETS) | set(DATES) < set(FIELDS)
    assert all(FIELDS.values())
