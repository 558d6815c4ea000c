"""What the query language means, decided on six events.

In their order: the talks are a definite day, 26 February 2022; the march is known to
February 2022; the toll rise is about March 2022; the grain deal happened once, some
time from February to December 2022; the dam works lasted from 15 November 2021 to
10 February 2022; the ferry has been running since October 2020.
"""

from datetime import date

import pytest

from timeline_tui.errors import QueryError
from timeline_tui.library.library import Library
from timeline_tui.query.syntax import parse

TALKS, MARCH, TOLL = "canal-talks", "anti-war-march", "toll-rise"
GRAIN, DAM, FERRY = "grain-deal", "dam-works", "ferry-line"
ALL = [TALKS, MARCH, TOLL, GRAIN, DAM, FERRY]
TODAY = date(2024, 5, 17)

# Query, ids inside, ids under way, ids possible, in print order.
DATED = [
    ("2022-02", [TALKS, MARCH], [DAM, FERRY], [TOLL, GRAIN]),
    ("on:2022-02-26", [TALKS], [FERRY], [MARCH, TOLL, GRAIN]),
    ("on:2022", [TALKS, MARCH, TOLL, GRAIN], [DAM, FERRY], []),
    ("on:2021-12,2022-02-26", [TALKS], [DAM, FERRY], [MARCH, TOLL, GRAIN]),
    ("since:2022-03", [], [FERRY], [TOLL, GRAIN]),
    ("until:2021", [], [DAM, FERRY], []),
    ("since:2021-11-15 until:2022-02-28", [TALKS, MARCH, DAM], [FERRY], [TOLL, GRAIN]),
    ("since:2020-10", ALL, [], []),
    ("within:2022", [TALKS, MARCH, TOLL, GRAIN], [], []),
    ("on:2022-02 within:2022", [TALKS, MARCH], [], [TOLL, GRAIN]),
    ("-on:2022-02", [TOLL, GRAIN, DAM, FERRY], [], []),
    ("on:2022-02 -on:2022-02-26", [MARCH], [DAM, FERRY], [TOLL, GRAIN]),
    ("theme:water on:2022-04", [], [], [TOLL]),
]
UNDATED = [
    ("", ALL),
    ("canal", [TALKS, TOLL]),
    ("can up", [TOLL]),
    ("anti-war", [MARCH]),
    ("antiw", [MARCH]),
    ("anti war", [MARCH]),
    ("-anti -ferry", [TALKS, TOLL, GRAIN]),
    ('"grain deal"', [GRAIN]),
    ('"grain de"', []),
    ("шталь", [TALKS, TOLL]),
    ("stael", [TALKS, TOLL]),
    ("text:oren", []),
    ("oren", [TALKS, TOLL, GRAIN, FERRY]),
    ('"dockers league"', [MARCH, TOLL]),
    ("commerce", [TOLL, GRAIN]),
    ("көл", [MARCH]),
    ("кол", [MARCH]),
    ("actor:league", [MARCH, TOLL]),
    ('actor:"Мира Шталь",league', [TALKS, MARCH, TOLL]),
    ("actor:mira actor:oren", [TALKS]),
    ("-actor:oren", [MARCH, TOLL, GRAIN, DAM]),
    ("side:southland", [TALKS, GRAIN, DAM, FERRY]),
    ("side:ferry", [TALKS, DAM, FERRY]),
    ("theme:commerce", [TOLL, GRAIN]),
    ('place:"port azur"', [TALKS]),
    ("kind:policy,figure importance:secondary", [TOLL, GRAIN]),
    ("kind:assessment", []),
    ("source:gazette source:courier", [TALKS, FERRY]),
    ("source:gazette,courier", ALL),
    ("-source:courier", [MARCH, DAM]),
    ("source:courier by:oren", [TALKS, TOLL, GRAIN]),
    ("source:gazette by:oren", [FERRY]),
    ("by:mira", [TALKS, TOLL]),
    ("by:oren stance:qualifies", []),
    ("by:oren,league stance:qualifies", [TOLL]),
    ("source:gazette stance:contradicts", []),
    ("source:gazette source:courier by:oren", []),
    ("stance:supports -by:oren", [MARCH, DAM]),
    ("is:disputed", [TALKS]),
    ("is:approximate", [TOLL]),
    ("is:multi-source", [TALKS, FERRY]),
    ("is:figure", [TOLL]),
    ("is:linked", [TALKS, TOLL]),
    ("is:marked", [GRAIN]),
    ("-is:marked importance:minor", [FERRY]),
    ("id:dam-works", [DAM]),
    ("id:gr,f", [GRAIN, FERRY]),
]
MARKED = (GRAIN, "no-such-event")


def ids(library: Library, rows: object) -> list[str]:
    return [row.id for row in library.stream(rows)]  # type: ignore[arg-type]


@pytest.mark.parametrize("case", DATED, ids=lambda case: str(case[0]))
def test_dated_query_finds_three_classes(
    six: Library, case: tuple[str, list[str], list[str], list[str]]
) -> None:
    query, *expected = case
    found = six.select(parse(query, TODAY), TODAY)
    classes = (found.inside, found.underway, found.possible)
    assert [ids(six, rows) for rows in classes] == expected
    assert ids(six, found) == [each for ids in expected for each in ids]


@pytest.mark.parametrize(("query", "expected"), UNDATED)
def test_undated_query_finds_events_inside(
    six: Library, query: str, expected: list[str]
) -> None:
    found = six.select(parse(query, TODAY), TODAY, marked=MARKED)
    assert ids(six, found) == expected
    assert found.counts_by_class == (len(expected), 0, 0)


@pytest.mark.parametrize(
    ("query", "caret", "expected"),
    [
        ("actor:miro", "^", "unknown actor 'miro': did you mean mira?"),
        (
            "canal actor:oren,xyzzy",
            "      ^",
            "unknown actor 'xyzzy'",
        ),
        ("-by:zzz canal", "^", "unknown by 'zzz': `kgtl facets by` lists them"),
        ("kind:statment", "^", "unknown kind 'statment': did you mean statement?"),
        ("canal  -side:nrthland", "      ^", "did you mean northland or southland?"),
        ("canal id:zebra", "      ^", "no event has an id that begins with 'zebra'"),
        ("actor:land", "^", "unknown actor 'land'"),
        ('actor:"--"', "^", "unknown actor '--'"),
        ("source:r", "^", "unknown source 'r'"),
        ("-theme:p,w,t actor:s", "             ^", "write mira or southland"),
    ],
)
def test_value_that_is_not_one_is_an_error_with_the_nearest(
    six: Library, query: str, caret: str, expected: str
) -> None:
    with pytest.raises(QueryError) as caught:
        six.select(parse(query, TODAY), TODAY)
    assert expected in str(caught.value)
    assert caught.value.text == str(parse(query, TODAY))
    assert caught.value.column == len(caret)


def test_resolved_query_has_full_ids(six: Library) -> None:
    query = parse("actor:шталь,stael theme:com by:ore id:dam canal since:2022", TODAY)
    assert str(six.resolve(query)) == (
        "actor:mira theme:trade by:oren id:dam-works canal since:2022"
    )
