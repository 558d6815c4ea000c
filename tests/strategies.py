"""Hypothesis strategies for values of the model."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from hypothesis import strategies as st

from examples import Contents
from timeline_tui.model.dates import EdtfDate, parse
from timeline_tui.model.event import (
    ACTOR_KINDS,
    IMPORTANCES,
    KINDS,
    LINK_KINDS,
    STANCES,
    STATUSES,
    Account,
    Actor,
    Cite,
    Event,
    Figure,
    Link,
    Theme,
    Timeline,
)
from timeline_tui.model.source import ROLES, Paragraph, Source

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "good\rEVIL",
    "a\u202eb",
    "\0",
    "ok\u2028x",
    "a\U000e0041b",
    "e" + "\u0301" * 30,
    "[red]x[/red]",
    "[@click=app.bell]x[/]",
    "http://x\x1b\\\x1b]0;P\x07",
    "=1+1",
    "tab\there\nand a line",
    "\x7f\x85\u200b\ufeff\u2066",
)
"""Strings that must never act on a terminal, in any field."""

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | (
    st.sampled_from(HOSTILE)
)
lines = texts.map(lambda text: f"{text}.")
"""Texts that are not empty."""
hashes = st.from_regex(r"n1:[0-9a-f]{16}", fullmatch=True)


def _edtf() -> st.SearchStrategy[str]:
    days = st.dates().map(lambda day: f"{day:%Y}".zfill(4) + f"{day:-%m-%d}")
    months = days.map(lambda day: day[:7])
    years = days.map(lambda day: day[:4])
    plain = st.one_of(days, months, years)
    doubtful = st.tuples(plain, st.sampled_from("?~%")).map("".join)
    pairs = st.tuples(days, days).map(sorted)
    spans = pairs.map("/".join)
    one_of = pairs.map(lambda pair: f"[{'..'.join(pair)}]")
    opened = st.one_of(
        plain.map(lambda start: f"{start}/.."), plain.map(lambda end: f"../{end}")
    )
    divided = st.tuples(years, st.sampled_from(["21", "22", "23", "33", "36", "41"]))
    odd = st.sampled_from(
        ["202X", "2022-02-2X", "2022-~09-14", "{2022-03-22,2022-03-26}", "2020-10/"]
    )
    return st.one_of(plain, doubtful, spans, one_of, opened, divided.map("-".join), odd)


dates: st.SearchStrategy[EdtfDate] = _edtf().map(parse)

_numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_json = st.recursive(
    st.none() | st.booleans() | _numbers | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=5,
)
extras = st.dictionaries(ids.map("x_{}".format), _json, max_size=2).map(
    MappingProxyType
)
"""Keys of the curator's own."""


def _tuples(elements: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(elements, max_size=3).map(tuple)


cites = st.builds(
    Cite, para=st.integers(1, 99), start=texts, end=texts, hash=hashes | st.just("")
)
accounts = st.builds(
    Account,
    source=ids,
    stance=st.sampled_from(STANCES),
    by=_tuples(ids),
    via=texts,
    who=_tuples(ids),
    says=texts,
    date=st.none() | dates,
    cite=st.lists(cites, max_size=2).map(tuple),
    x=extras,
)
figures = st.builds(
    Figure,
    measure=lines,
    value=st.none() | _numbers,
    low=st.none() | _numbers,
    high=st.none() | _numbers,
    about=st.booleans(),
    over=st.booleans(),
    under=st.booleans(),
    unit=texts,
    as_of=st.none() | dates,
    period=st.none() | dates,
    counts=texts,
    source=ids,
    by=_tuples(ids),
    cite=st.lists(cites, max_size=1).map(tuple),
    x=extras,
)
links = st.builds(
    Link,
    to=ids,
    kind=st.sampled_from(LINK_KINDS),
    source=ids | st.just(""),
    x=extras,
)
events = st.builds(
    Event,
    id=ids,
    date=dates,
    title=lines,
    date_basis=texts,
    status=st.sampled_from(STATUSES),
    summary=texts,
    kind=st.sampled_from(KINDS),
    importance=st.sampled_from(IMPORTANCES),
    actors=_tuples(ids),
    themes=_tuples(ids),
    places=_tuples(texts),
    disputed=texts,
    accounts=st.lists(accounts, max_size=3).map(tuple),
    figures=st.lists(figures, max_size=2).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
    x=extras,
)
actors = st.builds(
    Actor,
    id=ids,
    name=lines,
    kind=st.sampled_from(ACTOR_KINDS),
    role=texts,
    of=ids | st.just(""),
    aliases=_tuples(texts),
    x=extras,
)
themes = st.builds(Theme, id=ids, name=lines, aliases=_tuples(texts), x=extras)
paragraphs = st.builds(
    Paragraph,
    n=st.integers(1, 99),
    role=st.sampled_from(ROLES),
    hash=hashes,
    digest=texts,
    repeats=st.integers(0, 9),
    uncited=texts,
)
sources = st.builds(
    Source,
    id=ids,
    title=texts,
    type=texts,
    publisher=texts,
    short=texts,
    letter=st.sampled_from(["", "A", "Ж"]),
    authors=_tuples(texts),
    interviewees=_tuples(ids),
    published=st.none() | dates,
    published_basis=texts,
    url=texts,
    language=texts,
    genre=texts,
    perspective=texts,
    fingerprint=hashes,
    paragraphs=st.lists(paragraphs, max_size=3).map(tuple),
    x=extras,
)
timelines = st.builds(Timeline, title=texts, coverage=st.none() | dates, x=extras)

_Record = TypeVar("_Record", Event, Actor, Theme, Source)


@st.composite
def stores(draw: st.DrawFn) -> Contents:
    """Draw the contents of a store, whose events may name what it does not declare."""
    names = iter(draw(st.permutations([f"{letter}-1" for letter in "abcdefgh"])))

    def some(values: st.SearchStrategy[_Record]) -> dict[str, _Record]:
        drawn = draw(st.lists(values, max_size=2))
        named = [replace(value, id=next(names)) for value in drawn]
        return {value.id: value for value in named}

    return Contents(
        draw(timelines),
        some(actors),
        some(themes),
        some(sources),
        tuple(some(events).values()),
    )
