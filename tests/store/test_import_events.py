"""Rows become events: what fits, what is kept, and who is one and who is two."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.model.dates import EdtfDate, parse
from timeline_tui.store.foreign import csv_rows, json_rows
from timeline_tui.store.foreign.events import Imported, imported
from timeline_tui.store.foreign.names import bare, slug
from timeline_tui.store.foreign.text import ForeignText
from timeline_tui.store.jsonl import event_line, head_lines
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.rules import check

HEAD = "date,title"


def read_date(text: str, end: str) -> EdtfDate:
    return parse(f"{text}/{end}" if end else text)


def made_of(raw: str, *, lines: bool = False, **columns: str) -> Imported:
    text = ForeignText(raw.encode(), "f.csv")
    table = json_rows.read_lines(text) if lines else csv_rows.read(text)
    return imported(text, table, name="f.csv", asked_for=columns, read_date=read_date)


def of_json(*records: dict[str, object]) -> Imported:
    return made_of("\n".join(map(json.dumps, records)), lines=True)


def faults(made: Imported, folder: Path) -> list[str]:
    path = folder / "store.jsonl"
    head = head_lines(made.timeline, made.actors, made.themes, [made.file])
    lines = [*head, *map(event_line, made.events)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    reader = open_store(locate(str(path), {}))
    found = [str(fault) for fault in check(reader)]
    assert len(list(reader.events())) == len(made.events)
    return found


HOSTILE = {
    "date": "2022",
    "title": "a\u202eb\x1b[31m\ufffe\U000e0041 \ud83d\ude00 \U000e0100" + " word" * 40,
    "summary": "One. Two. Three. Four. Five. Six.\x07",
    "who": ["Bo\u200bA", "bo a", "Ва Бо", "", {"no": "text"}],
    "tags": "a, b;c|d\ufdd0",
    "places": 7,
    "source": "Post\u2028; javascript:x",
    "url": "https://a.example/x http://[bad ftp://b",
    "kind": "Party",
    "importance": "CORE",
    "id": "Not An Id",
    "x_mine": {"deep": ["\x9b", None, True]},
    "Note!": 1,
    "note": 2,
    "Заметка": "z",
}


def test_whatever_a_row_holds_the_store_has_no_faults(tmp_path: Path) -> None:
    made = of_json(HOSTILE, HOSTILE, {**HOSTILE, "summary": None, "title": "b"})
    assert len(made.events) == 3
    assert not made.set_aside
    assert faults(made, tmp_path) == []


def test_what_does_not_fit_is_kept() -> None:
    [event] = of_json(HOSTILE).events
    assert event.kind == "event"
    assert event.importance == "core"
    assert len(event.title) <= 90
    assert event.title.endswith("word…")
    assert event.summary == ""
    assert event.accounts[-1].says == "One. Two. Three. Four. Five. Six."
    assert event.x["x_kind"] == "Party"
    assert event.x["x_id"] == "Not An Id"
    assert str(event.x["x_title"]).endswith("word word")
    assert "ftp://b" in str(event.x["x_url"])
    assert event.x["x_who"] == ["BoA", "bo a", "Ва Бо", "", {"no": "text"}]
    assert event.x["x_mine"] == {"deep": ["", None, True]}
    assert (event.x["x_note"], event.x["x_note_2"]) == (1, 2)
    assert event.x["x_заметка"] == "z"
    assert "x_summary" not in event.x


def test_ids_are_of_date_and_title_and_all_different() -> None:
    rows = ["2022-02-26,Café talks", "2022-02-26,Cafe Talks!", "2022-09~,Café talks"]
    made = made_of("\n".join([HEAD, *rows, "../2014,Old", "202X,Ы"]))
    assert [event.id for event in made.events] == [
        "2022-02-26-cafe-talks",
        "2022-02-26-cafe-talks-2",
        "2022-09-cafe-talks",
        "old",
        "2020-event",
    ]


def test_an_id_of_the_file_is_used_where_it_is_one() -> None:
    rows = "2022,A,first\n2022,B,first\n2022,C,7\n"
    events = made_of(f"{HEAD},id\n{rows}").events
    assert [event.id for event in events] == ["first", "2022-b", "2022-c"]
    assert [event.x.get("x_id") for event in events] == [None, "first", "7"]


def test_two_names_of_one_actor_are_one_with_a_warning(tmp_path: Path) -> None:
    rows = "2022,A,Zoë Bell; Bo Dahl\n2022,B,zoe bell\n2022,C,ZOE-BELL|Bo Dahl\n"
    made = made_of(f"{HEAD},who\n{rows}")
    assert [(a.id, a.name, a.aliases) for a in made.actors] == [
        ("zoe-bell", "Zoë Bell", ("zoe bell", "ZOE-BELL")),
        ("bo-dahl", "Bo Dahl", ()),
    ]
    assert made.events[2].actors == ("zoe-bell", "bo-dahl")
    assert [str(one) for one in made.warnings] == [
        "f.csv:3: 'zoe bell' is taken for the actor 'Zoë Bell'",
        "f.csv:4: 'ZOE-BELL' is taken for the actor 'Zoë Bell'",
    ]
    assert faults(made, tmp_path) == []


def test_names_that_only_may_be_one_are_left_apart_with_a_warning() -> None:
    names = [
        "Sadyr Japarov",
        "Sadyr Zhaparov",
        "Dahl Bo",
        "Bo Dahl",
        "Unit 1",
        "Unit 2",
    ]
    rows = "".join(f"2022,A,{name}\n" for name in names)
    made = made_of(f"{HEAD},actor\n{rows}")
    assert [actor.name for actor in made.actors] == names
    assert [str(one) for one in made.warnings] == [
        (
            "f.csv:3: 'Sadyr Zhaparov' and 'Sadyr Japarov' may be one actor; they were"
            " left apart"
        ),
        "f.csv:5: 'Bo Dahl' and 'Dahl Bo' may be one actor; they were left apart",
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dahl", "Bo Dahl"),
        ("B. Dahl", "Bo Dahl"),
        ("B. Dahl", "Dahl"),
        ("B. K. Dahl", "Bo Karl Dahl"),
        ("Bo Dahl", "B. K. Dahl"),
    ],
)
def test_a_name_and_its_short_form_may_be_one(one: str, two: str) -> None:
    made = made_of(f"{HEAD},actor\n2022,A,{one}\n2023,B,{two}\n")
    assert len(made.actors) == 2
    told = f"f.csv:3: {two!r} and {one!r} may be one actor; they were left apart"
    assert [str(each) for each in made.warnings] == [told]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Russia", "Council for Relations with Russia"),
        ("C. Dahl", "Bo Dahl"),
        ("Ann Dahl", "Bo Dahl"),
        ("Dahl", "Dahl Group"),
    ],
)
def test_names_that_share_a_word_are_two(one: str, two: str) -> None:
    made = made_of(f"{HEAD},actor\n2022,A,{one}\n2023,B,{two}\n")
    assert made.warnings == []


def test_the_file_alone_tells_and_leans_on_what_it_names(tmp_path: Path) -> None:
    rows = (
        "2022,A,Post,https://a.example/1\n2022,B,,https://www.b.example/\n"
        "2022,C,Post; Herald,https://a.example/2\n2022,D,Post;Post,\n2022,E,,\n"
    )
    made = made_of(f"{HEAD},source,url\n{rows}")
    assert (made.file.id, made.file.title, made.file.type) == (
        "f-csv",
        "f.csv",
        "dataset",
    )
    told = [event.accounts for event in made.events]
    assert [[account.source for account in accounts] for accounts in told] == [
        ["f-csv"]
    ] * 5
    assert [accounts[0].cite[0].para for accounts in told] == [2, 3, 4, 5, 6]
    assert [accounts[0].via for accounts in told] == [
        "Post, https://a.example/1",
        "https://www.b.example/",
        "Post, https://a.example/2; Herald",
        "Post",
        "",
    ]
    assert faults(made, tmp_path) == []


@given(st.lists(st.text(st.characters()), min_size=9, max_size=9))
def test_whatever_text_a_row_holds_the_store_has_no_faults(cells: list[str]) -> None:
    fields = ("title", "summary", "who", "tags", "places", "source", "url", "id", "n")
    record = {"date": "2022", **dict(zip(fields, cells, strict=True))}
    made = of_json({**record, "title": f"A {cells[0]}"})
    with TemporaryDirectory() as folder:
        assert faults(made, Path(folder)) == []


def test_rows_without_a_date_or_title_are_set_aside() -> None:
    made = made_of(f"{HEAD}\n,A\n2022,\n2022-13,B\n2022,C\n")
    assert [event.title for event in made.events] == ["C"]
    assert [fault.line for fault in made.set_aside] == [2, 3, 4]
    assert "has no date in 'date'" in str(made.set_aside[0])
    assert "'2022-13' is not read as a date" in str(made.set_aside[2])


def test_a_date_that_was_put_otherwise_says_so() -> None:
    made = made_of(f"{HEAD},end\n2022,A,2023\n2022,B,\n")
    assert [(e.date.text, e.date_basis) for e in made.events] == [
        ("2022/2023", "read from '2022 – 2023'"),
        ("2022", ""),
    ]


def test_a_value_nested_too_deeply_sets_its_row_aside() -> None:
    deep: object = 1
    for _ in range(50):
        deep = [deep]
    made = of_json({"date": "2022", "title": "A", "more": deep}, HOSTILE)
    assert len(made.events) == 1
    assert [fault.line for fault in made.set_aside] == [1]


def test_characters_that_are_taken_out_are_told() -> None:
    made = made_of(f"{HEAD}\n2022,a\u200bb\n2022,c\u200dd\n")
    assert [event.title for event in made.events] == ["ab", "c\u200dd"]
    assert [warning.line for warning in made.warnings] == [2]


def test_slugs_and_bare_names() -> None:
    assert slug("Ünïted  States' aid: 2022") == "united-states-aid-2022"
    assert len(slug("word " * 50)) <= 60
    assert slug("a" * 200) == "a" * 60
    assert slug("Токио") == ""
    assert bare("ЗОЁ, Bell") == bare("зое bell")
    assert bare("!!") == "!!"
