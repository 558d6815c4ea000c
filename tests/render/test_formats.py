from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from render.fake_library import library_of, selection_of
from render.golden import check_golden
from render.harbour import ACTORS, CALL, EVENTS, SOURCES, THEMES, harbour
from render.hostile import ALL, VECTOR, hostile_event, hostile_sources, live_characters
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.render.formats import IN_COLUMNS, WRITERS, Options, write
from timeline_tui.render.palette import painted
from timeline_tui.store.jsonl import event_from, event_line

if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection

EVENT_KEYS = [
    "id",
    "date",
    "first",
    "last",
    "precision",
    "approximate",
    "uncertain",
    "match",
    "title",
    "summary",
    "kind",
    "status",
    "importance",
    "actors",
    "themes",
    "places",
    "figures",
    "links",
    "disputed",
    "date_basis",
    "accounts",
    "x",
]
ACCOUNT_KEYS = [
    "source",
    "stance",
    "by",
    "via",
    "who",
    "says",
    "date",
    "cite",
    "title",
    "publisher",
    "published",
    "url",
]


def answered(library: Library | None = None) -> Selection:
    answers = {"plan-2022": "possible", "pier-2020": "under way", "lean-2022": ""}
    return selection_of(library or harbour(), lambda e: answers.get(e.id, "inside"))


def written(selection: Selection, options: Options) -> str:
    out = io.StringIO()
    count = write(selection, selection.library, out, options)
    if options.per == "event" and options.format not in ("csl", "bibtex", "ics"):
        assert count == len(selection)
    return out.getvalue()


def hostile() -> Selection:
    event = hostile_event()
    library = library_of(event, sources=hostile_sources(), actors=ACTORS, themes=THEMES)
    return selection_of(library)


ALL_WAYS = [
    *[(name, "event") for name in WRITERS],
    *[(name, per) for name in IN_COLUMNS for per in ("account", "figure")],
]


@pytest.mark.parametrize(("name", "per"), ALL_WAYS)
def test_each_format_as_it_is_read(name: str, per: str) -> None:
    options = Options(name, per=per, header=name == "tsv")
    text = written(answered(), options).replace("\r\n", "\n")
    check_golden(f"format-{name}-{per}", text)


def test_text_on_a_terminal_is_aligned() -> None:
    check_golden("format-text-aligned", written(answered(), Options(width=160)))
    check_golden("format-text-narrow", written(answered(), Options(width=100)))


@pytest.mark.parametrize(("name", "per"), ALL_WAYS)
def test_hostile_text_reaches_no_format_as_such(name: str, per: str) -> None:
    for options in (
        Options(name, per=per),
        Options(name, per=per, width=60),
        Options(name, per=per, long=True),
    ):
        text = written(hostile(), options)
        assert not live_characters(text.replace("\r\n", "\n"))
        text.encode()


def test_colour_is_the_only_escape_in_painted_text() -> None:
    options = Options(paint=lambda line: painted(line, "kgtl-16", "16"), width=80)
    text = written(hostile(), options)
    assert "\x1b[" in text
    assert not live_characters(re.sub(r"\x1b\[[0-9;]*m", "", text))
    plain_text = written(answered(), Options(width=80))
    assert re.sub(r"\x1b\[[0-9;]*m", "", written(answered(), options)) == plain_text


def test_a_line_of_text_has_four_parts_and_starts_with_its_date() -> None:
    for line in written(answered(), Options()).splitlines():
        when, title, told, known_as = line.split("  ")
        assert re.match(r"\d{4}", when)
        assert title
        assert re.fullmatch(r"\[[a-z0-9 -]+\]", told)
        assert known_as in {event.id for event in EVENTS}


def test_no_title_is_cut_on_a_narrow_terminal() -> None:
    text = written(answered(), Options(width=30))
    for event in EVENTS:
        assert event.id == "lean-2022" or event.title in text


def test_long_text_numbers_its_notes_through() -> None:
    text = written(answered(), Options(long=True))
    numbers = [int(n) for n in re.findall(r"^  \[(\d+)\] ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "\nSources\n" in text


def test_every_event_is_one_line_of_eight_columns() -> None:
    text = written(hostile(), Options("tsv"))
    assert text.count("\n") == 1
    assert len(text.rstrip("\n").split("\t")) == 8
    odd = Event(id="x", date=parse("2020-10/.."), title="a\\b\tc\nd\re")
    cells = written(selection_of(library_of(odd)), Options("tsv")).split("\t")
    assert cells[4] == r"a\\b\tc\nd\re"
    assert cells[:2] == ["2020-10-01", "9999-12-31"]


def test_the_keys_of_an_event_stand_in_their_order() -> None:
    for text in written(answered(), Options("jsonl")).splitlines():
        record = json.loads(text)
        assert list(record) == EVENT_KEYS
        for account in record["accounts"]:
            assert list(account) == ACCOUNT_KEYS
            for cite in account["cite"]:
                assert list(cite) == ["para", "start", "end", "hash"]


def test_json_tells_how_an_event_answers_and_what_is_open() -> None:
    records = {
        record["id"]: record
        for record in map(
            json.loads, written(answered(), Options("jsonl")).splitlines()
        )
    }
    assert records["plan-2022"]["match"] == "possible"
    pier = records["pier-2020"]
    assert (pier["match"], pier["first"], pier["last"]) == (
        "under way",
        "2020-10-01",
        None,
    )
    account = records["call-2022"]["accounts"][0]
    assert account["published"] == "[2022-09-21..2022-11]"
    assert account["cite"][0]["start"] == "in the evening"


def test_json_means_what_the_store_says_byte_for_byte() -> None:
    lines = written(hostile(), Options("jsonl")).splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["title"] == ALL


@pytest.mark.parametrize("text", VECTOR)
def test_json_of_hostile_text_is_harmless_and_the_same_value(text: str) -> None:
    event = replace(CALL, title=text)
    library = library_of(event, sources=SOURCES, actors=ACTORS, themes=THEMES)
    for name in ("jsonl", "store"):
        line = written(selection_of(library), Options(name)).splitlines()[-1]
        assert not live_characters(line)
        assert json.loads(line)["title"] == text


def test_the_store_comes_out_whole_and_its_events_once_in_order() -> None:
    lines = written(answered(), Options("store")).splitlines()
    records = [json.loads(line) for line in lines]
    kinds = [record["type"] for record in records]
    assert kinds == (
        ["timeline"]
        + ["actor"] * len(ACTORS)
        + ["theme"] * len(THEMES)
        + ["source"] * len(SOURCES)
        + ["event"] * (len(EVENTS) - 1)
    )
    told = [event_from(record) for record in records if record["type"] == "event"]
    assert told == sorted(told, key=lambda event: (*event.date.order, event.id))
    assert [event_line(event) for event in told] == lines[-len(told) :]
    assert {event.id for event in told} == {e.id for e in EVENTS} - {"lean-2022"}


def test_accounts_can_be_grepped_sorted_and_counted() -> None:
    told = sum(len(event.accounts) for event in EVENTS if event.id != "lean-2022")
    for name in IN_COLUMNS:
        text = written(answered(), Options(name, per="account"))
        assert text.count("\n") == told + (name == "csv")
    line = next(
        line
        for line in written(answered(), Options("tsv", per="account")).splitlines()
        if "\tcall-2022\t" in line
    )
    assert line.split("\t") == [
        "2022-02-26",
        "call-2022",
        CALL.title,
        "gazette-2022",
        "otto",
        "qualifies",
        "3",
        CALL.accounts[0].says,
    ]


def test_nothing_to_write_is_nothing_written() -> None:
    nothing = selection_of(harbour(), lambda _event: "")
    for name in ("text", "long", "tsv", "jsonl"):
        assert written(nothing, Options(name)) == ""
        assert written(nothing, Options(name, width=80)) == ""


def test_an_unknown_format_is_refused() -> None:
    selection = answered()
    with pytest.raises(KeyError):
        write(selection, selection.library, io.StringIO(), Options("docx"))


def test_thousands_of_events_are_written_in_order() -> None:
    many = [
        Event(id=f"e{n:04}", date=parse("2022-02-26"), title=f"Number {n}")
        for n in range(1201)
    ]
    selection = selection_of(library_of(*many))
    for options in (Options(), Options(width=100)):
        ids = [line.split()[-1] for line in written(selection, options).splitlines()]
        assert ids == [event.id for event in many]
