"""Other people's files, read row by row: a bad row costs no other."""

from __future__ import annotations

import json

import pytest

from timeline_tui.errors import StoreError
from timeline_tui.model.text import fingerprint, paragraph_hash, paragraphs
from timeline_tui.store.foreign import csv_rows, json_rows
from timeline_tui.store.foreign.text import ForeignText, Table

CELLS_AT_MOST = 131_072  # characters, as the csv module has it


def text_of(raw: bytes | str) -> ForeignText:
    data = raw.encode() if isinstance(raw, str) else raw
    return ForeignText(data, "file")


def table(raw: bytes | str) -> Table:
    return csv_rows.read(text_of(raw))


def told(found: Table) -> list[str]:
    return [str(fault) for fault in found.faults]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_sign_between_cells_is_that_of_the_header(sign: str, end: str) -> None:
    rows = (("Day", "What"), ("2022", "a.b"), ("", ""), ("2023", "c"))
    found = table(end.join(sign.join(row) for row in rows))
    assert found.columns == ("Day", "What")
    assert [(row.line, row.cells["What"]) for row in found.rows] == [
        (2, "a.b"),
        (4, "c"),
    ]
    assert not found.faults


def test_a_mark_at_the_start_is_no_part_of_the_first_column() -> None:
    assert table(b"\xef\xbb\xbfdate,title\n2022,a\n").columns == ("date", "title")


def test_a_row_may_have_several_lines_and_keeps_its_own_number() -> None:
    found = table('date,title\n2022,"a\nb"\n2023,c\n')
    assert [row.line for row in found.rows] == [2, 4]
    assert found.rows[0].cells["title"] == "a\nb"
    assert not found.faults


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("2022,a,b", "has 3 cells where the table has 2 columns"),
        ("2022", "has 1 cell where the table has 2 columns"),
        ('2022,"never closed', "a quote is opened and not closed"),
        ('2022,"closed" too early', "cannot be read as a row"),
        (b"2022,\xff", "is not UTF-8 (byte 0xff)"),
        ("2022," + "a" * 10_000_000, f"more than {CELLS_AT_MOST:,} characters"),
    ],
)
def test_a_bad_row_in_the_middle_costs_no_other(bad: bytes | str, reason: str) -> None:
    raw = bad if isinstance(bad, bytes) else bad.encode()
    found = table(b"date,title\n2021,a\n" + raw + b"\n2023,c\n")
    assert [row.line for row in found.rows] == [2, 4]
    assert len(found.faults) == 1
    assert told(found)[0].startswith("file:3: ")
    assert reason in told(found)[0]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        ("date,title".encode("utf-16"), "UTF-16"),
        (b"date,date\n", "two columns are called 'date'"),
        (b"date,\xe9t\xe9\n", "not UTF-8"),
        (b'date,"title\n', "a quote is opened"),
    ],
)
def test_a_file_without_columns_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(StoreError, match=reason.replace("(", r"\(")):
        table(raw)


def test_a_line_is_cited_as_a_paragraph() -> None:
    raw = "date,title\r\n\r\n2022,talks on the trade of the year\r\n"
    text = text_of(raw)
    cite = text.cite(3)
    line = paragraphs(raw)[1]
    assert (cite.para, cite.hash) == (2, paragraph_hash(line))
    assert cite.start == "2022,talks on the trade of"
    assert text.fingerprint == fingerprint(paragraphs(raw))
    assert text_of(b"a\n\xff\n").fingerprint == ""


def test_lines_of_json_are_read_one_by_one() -> None:
    found = json_rows.read_lines(
        text_of(b'{"date":"2022","n":1}\n[1]\n\n{"a":\n{"b":"\xff"}\n{"title":"x"}\n')
    )
    assert [row.line for row in found.rows] == [1, 6]
    assert found.columns == ("date", "n", "title")
    assert [fault.line for fault in found.faults] == [2, 4, 5]
    assert "is not UTF-8" in told(found)[2]


def slide(**parts: object) -> dict[str, object]:
    return {"text": {"headline": "A"}, "start_date": {"year": 2022}, **parts}


def timeline(*events: object, indent: int | None = None) -> Table:
    whole = {"title": {"text": {"headline": "<i>T</i>"}}, "events": list(events)}
    return json_rows.read_timelinejs(text_of(json.dumps(whole, indent=indent)))


def test_slides_are_read_with_the_line_they_begin_on() -> None:
    found = timeline(slide(), slide(), indent=1)
    raw = json.dumps({"events": [slide(), slide()]}, indent=1)
    again = json_rows.read_timelinejs(text_of(raw))
    assert [row.line for row in again.rows] == [3, 11]
    assert [row.line for row in found.rows] == [8, 16]
    assert found.title == "T"


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ({"year": 2022}, "2022"),
        ({"year": "2022", "month": "", "day": None}, "2022"),
        ({"year": "2022", "month": "9"}, "2022-09"),
        ({"year": 476, "month": 9, "day": 4, "hour": 3}, "0476-09-04"),
    ],
)
def test_a_date_of_a_slide_is_as_sharp_as_it_is(date: object, edtf: str) -> None:
    assert timeline(slide(start_date=date)).rows[0].cells["date"] == edtf


@pytest.mark.parametrize(
    "bad",
    [
        3,
        slide(start_date={"year": -300}),
        slide(start_date={"year": 2022, "day": 3}),
        slide(start_date={"month": 3}),
        slide(start_date="2022"),
        slide(end_date={"year": "soon"}),
    ],
)
def test_a_bad_slide_costs_no_other(bad: object) -> None:
    found = timeline(slide(), bad, slide())
    assert (len(found.rows), len(found.faults)) == (2, 1)


def test_html_of_a_slide_becomes_text() -> None:
    html = "<p>One &amp; <b>two</b></p><script>x()</script>three<br>four"
    cells = timeline(slide(text={"headline": "<a href='x'>H</a>", "text": html}))
    assert cells.rows[0].cells["headline"] == "H"
    assert cells.rows[0].cells["text"] == "One & two\nthree\nfour"


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"[]",
        b'{"events": 3}',
        b'{"events": {}}',
        b'"\xff"',
        b"[" * 100_000,
        b"1" * 5000,
    ],
)
def test_what_is_no_timeline_is_refused(raw: bytes) -> None:
    with pytest.raises(StoreError):
        json_rows.read_timelinejs(text_of(raw))


@pytest.mark.parametrize(
    "raw",
    ['{"events": {"a": []}, "events": [%s]}', '{"x": "events", "events": [ %s ] }'],
)
def test_the_events_are_found_wherever_they_stand(raw: str) -> None:
    found = json_rows.read_timelinejs(text_of(raw % json.dumps(slide())))
    assert len(found.rows) == 1
