"""The index against a walk over all events, on made-up stores and queries."""

# ruff: noqa: S311 - the same made-up things each time are the point

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

from timeline_tui.library.library import Library
from timeline_tui.model.dates import parse as parse_date
from timeline_tui.query.syntax import parse
from timeline_tui.query.terms import DATES, FACETS

TODAY = date(2024, 5, 17)
# All that is finite lies well inside these days; what is open reaches their ends.
LOW, HIGH = date(2018, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
ACTORS, SOURCES, SPEAKERS = "abcdefg", "rst", "uvw"
STANCES = ("supports", "contradicts", "qualifies")
KINDS = ("event", "policy")

ACCOUNT, ASKING = ("source", "by", "stance"), ("on", "since", "until")

Record = dict[str, Any]
Terms = list[tuple[bool, str, list[str]]]
"""Whether it excludes, the field, the values."""
Open = Callable[[Iterable[Mapping[str, object]]], Library]


def day(random: Random) -> str:
    return (date(2021, 1, 1) + timedelta(random.randrange(730))).isoformat()


def made_up_date(random: Random) -> str:
    one, two = sorted((day(random), day(random)))
    return random.choice(
        (
            one,
            one[:7],
            one[:4],
            f"{one[:7]}~",
            f"{one}~",
            f"{one[:4]}-3{random.randint(3, 6)}",
            f"{one}/{two}",
            f"{one[:7]}~/{two}" if one[:7] < two[:7] else one,
            f"[{one}..{two}]",
            f"[{one},{two}]" if one < two else one,
            f"{{{one},{two}}}" if one < two else one,
            f"{{{one[:7]},{two[:7]}}}" if one[:7] < two[:7] else one,
            f"{one[:7]}/..",
            f"../{one}",
            f"{one}/",
        )
    )


def made_up_event(random: Random, number: int) -> Record:
    accounts = [
        {
            "source": random.choice(SOURCES),
            "stance": random.choice(STANCES),
            "by": random.sample(SPEAKERS, random.randint(0, 2)),
            "who": random.sample(ACTORS, random.choice((0, 0, 1))),
        }
        for _ in range(random.randint(1, 3))
    ]
    return {
        "type": "event",
        "id": f"e{number}",
        "date": made_up_date(random),
        "title": f"Title {number}",
        "kind": random.choice(KINDS),
        "actors": random.sample(ACTORS, random.randint(0, 3)),
        "accounts": accounts,
    }


def made_up_terms(random: Random) -> Terms:
    pools = {
        "actor": ACTORS,
        "source": SOURCES,
        "by": SPEAKERS,
        "stance": STANCES,
        "kind": KINDS,
        "on": None,
        "since": None,
        "until": None,
        "within": None,
    }
    terms = []
    for _ in range(random.randint(1, 4)):
        field = random.choice(list(pools))
        pool = pools[field]
        count = random.randint(1, 2)
        if pool is None:
            values = [day(random)[: random.choice((4, 7, 10))] for _ in range(count)]
        else:
            values = random.sample(pool, count)
        excluded = field in ("actor", "source", "by", "kind", "on")
        terms.append((excluded and random.random() < 0.3, field, values))
    return terms


@cache
def days(first: date, last: date) -> frozenset[int]:
    low, high = max(first.toordinal(), LOW), min(last.toordinal(), HIGH)
    return frozenset(range(low, high + 1))


def period(field: str, values: list[str]) -> frozenset[int]:
    found = frozenset[int]()
    for value in values:
        known = parse_date(value)
        first = date.min if field == "until" else known.first
        last = date.max if field == "since" else known.last
        found |= days(first, last)
    return found


def match(event: Record, asked: frozenset[int]) -> str:
    when = parse_date(str(event["date"]))
    parts = [days(*part) for part in when.widened]
    if all(part <= asked for part in parts):
        return "inside"
    if when.core and days(*when.core) & asked:
        return "under way"
    if when.precision == "all-of" and any(part <= asked for part in parts):
        return "under way"
    return "possible" if any(part & asked for part in parts) else ""


def values_of(record: Record, field: str) -> set[str]:
    """Give the values of an event, or of one of its accounts."""
    if field in ("kind", "source", "stance") and field in record:
        return {record[field]}
    if field == "by" and "by" in record:
        return set(record["by"])
    found = set(record["actors"]) if field == "actor" else set[str]()
    for account in record["accounts"]:
        found |= set(account["who"]) if field == "actor" else values_of(account, field)
    return found


def told(event: Record, terms: Terms) -> bool:
    """Whether some one account has what is asked of source, speaker and stance."""
    asked: list[list[tuple[str, list[str]]]] = [[]]
    for field in ACCOUNT:
        own = [values for minus, name, values in terms if name == field and not minus]
        if own:
            asked = [[*each, (field, values)] for each in asked for values in own]
    return all(
        any(
            all(values_of(account, field) & set(values) for field, values in together)
            for account in event["accounts"]
        )
        for together in asked
    )


def has(event: Record, field: str, values: list[str]) -> bool:
    return bool(values_of(event, field) & set(values))


def dated(event: Record, terms: Terms) -> str:
    """Give the class that the date terms put an event in; nothing if they drop it."""
    wanted = [period(f, v) for minus, f, v in terms if f in ASKING and not minus]
    within = [period(f, v) for _, f, v in terms if f == "within"]
    out = [period(f, v) for minus, f, v in terms if f in ASKING and minus]
    if within and match(event, frozenset.intersection(*within)) != "inside":
        return ""
    if out and match(event, frozenset.union(*out)) == "inside":
        return ""
    return match(event, frozenset.intersection(*wanted)) if wanted else "inside"


def walk(events: list[Record], terms: Terms) -> dict[str, str]:
    """Give the class of each event that meets all terms."""
    plain = [
        (minus, field, values)
        for minus, field, values in terms
        if field not in DATES and (minus or field not in ACCOUNT)
    ]
    kept = [
        event
        for event in events
        if told(event, terms)
        and all(has(event, field, values) != minus for minus, field, values in plain)
    ]
    classes = {str(event["id"]): dated(event, terms) for event in kept}
    return {event: name for event, name in classes.items() if name}


def written(terms: Terms) -> str:
    return " ".join(
        f"{'-' * minus}{f}:{','.join(values)}" for minus, f, values in terms
    )


@pytest.mark.parametrize("seed", range(8))
def test_any_query_finds_what_a_walk_finds(open_records: Open, seed: int) -> None:
    random = Random(seed)
    events = [made_up_event(random, number) for number in range(150)]
    library = open_records(events)
    assert library.set_aside == 0
    row_ids = [row.id for row in library.stream(range(library.count))]
    assert row_ids == sorted(row_ids, key=lambda i: order(events[int(i[1:])]))
    for _ in range(60):
        terms = made_up_terms(random)
        selection = library.select(parse(written(terms), TODAY), TODAY)
        found = {row_ids[row]: selection.match(row) for row in selection}
        assert found == walk(events, terms), written(terms)


def order(event: Record) -> tuple[object, ...]:
    date = parse_date(str(event["date"]))
    return *date.order, date.approximate or date.uncertain, event["id"]


@pytest.mark.parametrize("seed", range(4))
def test_counts_ignore_their_own_field_and_follow_the_rest(
    open_records: Open, seed: int
) -> None:
    random = Random(seed)
    events = [made_up_event(random, number) for number in range(60)]
    library = open_records(events)
    for _ in range(12):
        terms = made_up_terms(random)
        selection = library.select(parse(written(terms), TODAY), TODAY)
        for field in ("actor", "source", "by", "stance", "kind"):
            others = [term for term in terms if term[1] != field]
            expected = {}
            for value in {"actor": ACTORS, "source": SOURCES, "by": SPEAKERS}.get(
                field, STANCES if field == "stance" else KINDS
            ):
                classes = walk(events, [*others, (False, field, [value])]).values()
                count = sum(name != "possible" for name in classes)
                if count:
                    expected[value] = count
            counts = {value: n for value, _, n in selection.counts(field) if n}
            assert counts == expected, (written(terms), field)


def test_every_facet_can_be_listed(open_records: Open) -> None:
    random = Random(5)
    library = open_records([made_up_event(random, number) for number in range(40)])
    for field in FACETS:
        for value, _, count in library.values(field):
            query = parse(f"{field}:{value}", TODAY)
            assert len(library.select(query, TODAY)) == count
