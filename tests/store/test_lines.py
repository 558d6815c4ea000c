"""JSON Lines from anywhere: a bad line is a fault, and the others are kept."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from examples import event, harbour, write_lines
from timeline_tui.errors import StoreError
from timeline_tui.model.event import Actor
from timeline_tui.store.lines import LinesReader
from timeline_tui.store.locate import Where, locate

STDIN = Where("stdin", "-")
GOOD = b'{"id":"a","date":"1902","title":"Ice"}'


def reader_of(data: bytes) -> LinesReader:
    return LinesReader(STDIN, io.BytesIO(data))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "is not JSON: Expecting property name"),
        (b"[]", "is not a JSON object"),
        (b'"id"', "is not a JSON object"),
        (b"\xff\xfe", "is not UTF-8 (byte 0xff)"),
        (b'{"id":"b","date":"1902","title":"\\ud800"}', "half of a character (U+D800)"),
        (b'{"x":NaN}', "NaN is no number of JSON"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"x_a":' + b"9" * 5000 + b"}", "is not JSON"),
        (b'{"type":"evnt","id":"b"}', "unknown type 'evnt'; did you mean 'event'?"),
        (b'{"id":"b","date":"1902"}', "b: 'title' is missing"),
        (b'{"id":"b","date":"1902-13","title":"x"}', "b: date '1902-13': "),
        (b'{"id":"b","date":1902,"title":"x"}', "dates must be in quotes"),
        (b'{"id":"B b","date":"1902","title":"x"}', "'B b' is not an id"),
        (b'{"id":"b","date":"1902","title":["x"]}', "must be a string, not a list"),
        (b'{"id":"b","date":"1902","title":"x","actors":"y"}', "must be a list of ids"),
        (
            b'{"id":"b","date":"1902","title":"x","summaryx":""}',
            "did you mean 'summary'?",
        ),
        (b'{"id":"b","date":"1902","title":"x","account":[]}', "mean 'accounts'?"),
        (b'{"id":"b","date":"1902","title":"x","x_a":1e999}', "is not finite"),
    ],
)
def test_one_bad_line_is_one_fault(line: bytes, complaint: str) -> None:
    reader = reader_of(GOOD + b"\n" + line + b"\n" + GOOD.replace(b'"a"', b'"c"'))
    assert [event.id for event in reader.events()] == ["a", "c"]
    (fault,) = reader.faults
    assert str(fault).startswith("(standard input):2: ")
    assert complaint in str(fault)
    assert reader.set_aside == (b"evnt" not in line)


def test_all_that_is_wrong_in_a_line_is_told() -> None:
    line = (
        b'{"id":"b","date":"no","titlex":"x","accounts":[{"stance":"supportz"},'
        b'{"source":"s","stance":"supports","cite":[{"start":"a"},{"para":0}]}]}'
    )
    reader = reader_of(line)
    assert list(reader.events()) == []
    missing = ["title", "source", "para"]
    told = sorted((fault.rule, fault.what.split("'")[1]) for fault in reader.faults)
    assert told == [
        ("bad-date", "no"),
        *(("missing-key", name) for name in sorted(missing)),
        ("not-allowed", "supportz"),
        ("unknown-key", "titlex"),
        ("wrong-type", "para"),
    ]


def test_a_mark_blank_lines_and_other_line_ends_are_forgiven() -> None:
    data = b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n  \n" + GOOD.replace(b'"a"', b'"b"')
    reader = reader_of(data)
    assert [event.id for event in reader.events()] == ["a", "b"]
    assert reader.faults == []


def test_a_very_long_line_is_read_like_any_other() -> None:
    long = json.dumps({"id": "b", "date": "1902", "title": "x" * 10_000_000}).encode()
    reader = reader_of(GOOD + b"\n" + long + b"\n" + b"{" * 10_000_000 + b"\n")
    assert [len(event.title) for event in reader.events()] == [3, 10_000_000]
    assert len(reader.faults) == 1


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_nothing_at_all_is_refused_with_what_a_store_is(data: bytes) -> None:
    with pytest.raises(StoreError, match=r"is empty; a store is .* JSON Lines"):
        list(reader_of(data).events())


def test_what_has_no_line_that_is_json_is_refused() -> None:
    with pytest.raises(StoreError, match=r"input\):1: is not JSON.*one object a line"):
        list(reader_of(b"schema = 1\n[timeline]\n").events())
    endless = io.BytesIO(b"no\n" * 1000)
    with pytest.raises(StoreError):
        list(LinesReader(STDIN, endless).events())
    assert endless.tell() < 1000


def test_an_id_twice_is_refused_with_both_lines() -> None:
    data = GOOD + b"\n\n" + GOOD
    with pytest.raises(StoreError, match=r"input\):3: a: .* already on line 1"):
        list(reader_of(data).events())


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(StoreError, match=r"schema 2 is newer .*; update kgtl"):
        list(reader_of(b'{"type":"timeline","schema":2}').events())


def test_what_events_name_is_declared_in_the_order_met() -> None:
    lines = [
        {"id": "a", "date": "1902", "title": "A", "actors": ["zed", "mara"]},
        {"type": "actor", "id": "mara", "name": "Mara Quill", "of": "alba"},
        {
            "id": "b",
            "date": "1902",
            "title": "B",
            "themes": ["zed"],
            "accounts": [{"source": "s", "stance": "supports", "who": ["odo"]}],
        },
    ]
    reader = reader_of("\n".join(map(json.dumps, lines)).encode())
    assert len(list(reader.events())) == 2
    assert list(reader.actors) == ["mara", "zed", "alba", "odo"]
    assert reader.actors["zed"] == Actor(id="zed", name="zed")
    assert reader.actors["mara"].name == "Mara Quill"
    assert list(reader.themes) == ["zed"]
    assert list(reader.sources) == ["s"]
    assert not reader.faults


def test_the_exchange_form_is_read_and_what_is_derived_is_passed_over() -> None:
    line: dict[str, object] = {
        "id": "a",
        "date": "1902~",
        "first": "1902-01-01",
        "last": None,
        "precision": "year",
        "approximate": True,
        "uncertain": False,
        "match": "inside",
        "title": "Ice",
        "summary": None,
        "disputed": None,
        "actors": [],
        "accounts": [
            {
                "source": "s",
                "stance": "supports",
                "date": None,
                "cite": [],
                "title": "The year",
                "publisher": "P",
                "published": "1903",
                "url": None,
            }
        ],
        "x": {"x_mood": [1, {"a": None}]},
    }
    reader = reader_of(json.dumps(line).encode())
    (found,) = reader.events()
    assert found.x == {"x_mood": [1, {"a": None}]}
    assert found.accounts[0].date is None
    assert found.summary == ""
    assert not reader.faults


def test_an_id_that_may_be_missing_may_be_empty_but_no_other() -> None:
    link = {"to": "b", "kind": "part-of", "source": ""}
    line = {"id": "a", "date": "1902", "title": "A", "links": [link]}
    reader = reader_of(json.dumps(line).encode())
    (found,) = reader.events()
    assert (found.links[0].source, reader.faults) == ("", [])
    assert "" not in reader.sources
    for bad in ({**line, "id": ""}, {**line, "actors": [""]}):
        reader = reader_of(json.dumps(bad).encode())
        assert not list(reader.events())
        assert [fault.rule for fault in reader.faults] == ["bad-id"]


def test_an_event_is_found_by_its_line(tmp_path: Path) -> None:
    where = write_lines(tmp_path / "s.jsonl", [event("a", "1902"), event("b", "1903")])
    assert where.kind == "lines"
    fresh = LinesReader(where)
    assert fresh.line_of("b") == (str(tmp_path / "s.jsonl"), 2)
    assert fresh.line_of("none") is None
    assert len(list(fresh.events())) == 2
    assert fresh.line_of("a") == (str(tmp_path / "s.jsonl"), 1)
    assert reader_of(GOOD).line_of("a") is None


def test_a_file_is_read_again_when_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text(harbour().lines() + "no\n", encoding="utf-8")
    reader = LinesReader(locate(str(path), {}))
    first = list(reader.events())
    assert list(reader.events()) == first
    assert len(reader.faults) == 1
    assert reader.set_aside == 1
