"""`kgtl import`: a store on standard output, and the rows that are not in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING

GOOD = "Date,Headline,Who\nOct 2022,Talks on trade,Bo Dahl\n2022-W38,Summit,Bo Dahl\n"
BAD = f"{GOOD}12/10/2022,Either day,\n14 Sep 2022,Last,\n"


@pytest.fixture
def outside(tmp_path: Path) -> FakeOutside:
    return FakeOutside(environ={"XDG_CACHE_HOME": str(tmp_path / "cache")})


def written(folder: Path, text: str | bytes, name: str = "t.csv") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_table_becomes_a_store_that_has_no_faults_and_opens(
    outside: FakeOutside, tmp_path: Path
) -> None:
    path, store = written(tmp_path, GOOD), str(tmp_path / "s.jsonl")
    assert outside.run("import", path, "-o", store) == FOUND
    assert outside.stderr == "kgtl: 2 events made; 0 rows set aside\n"
    assert outside.stdout == ""
    assert outside.run("check", store) == FOUND
    assert outside.run("--store", store, "actor:bo-dahl", "on:2022-10") == FOUND
    assert "Talks on trade" in outside.stdout


def test_rows_that_are_set_aside_are_listed_and_the_others_kept(
    outside: FakeOutside, tmp_path: Path
) -> None:
    path = written(tmp_path, BAD)
    assert outside.run("import", path) == NOTHING
    titles = [json.loads(line).get("title") for line in outside.stdout.splitlines()]
    assert titles[-3:] == ["Talks on trade", "Summit", "Last"]
    first, last = outside.stderr.splitlines()
    assert first.startswith(f"{path}:4: '12/10/2022' is not read as a date")
    assert first.endswith("write 2022-10-12 or 2022-12-10")
    assert last == "kgtl: 3 events made; 1 row set aside"


def test_dates_in_mixed_styles_are_read_each_by_itself(
    outside: FakeOutside, tmp_path: Path
) -> None:
    days = ["2022-09-14", "14 Sep 2022", "14.09.2022", "2022/9/14", "25/12/2022"]
    vague = ["Q3 2022", "09/2022", "c. 2021", "2022-W38", "12/10/2022", "soon"]
    rows = "".join(f"{day},Row {n}\n" for n, day in enumerate([*days, *vague], 2))
    assert outside.run("import", written(tmp_path, f"Date,Title\n{rows}")) == NOTHING
    told = [json.loads(line) for line in outside.stdout.splitlines()]
    assert [event["date"] for event in told if event["type"] == "event"] == [
        *(["2022-09-14"] * 4),
        *("2022-12-25", "2022-35", "2022-09", "2021~", "[2022-09-19..2022-09-25]"),
    ]
    assert [line.split(":")[1] for line in outside.stderr.splitlines()[:2]] == [
        "11",
        "12",
    ]


def test_a_source_that_rows_name_does_not_make_them_told_by_several(
    outside: FakeOutside, tmp_path: Path
) -> None:
    text = "date,title,source,url\n2022,A,The Post,https://a.example/1\n2022,B,,\n"
    store = str(tmp_path / "s.jsonl")
    assert outside.run("import", written(tmp_path, text), "-o", store) == FOUND
    assert outside.run("--store", store, "is:multi-source") == NOTHING
    assert outside.run("--store", store, "post", "--ids") == FOUND
    assert outside.stdout == "2022-a\n"
    assert outside.run("--store", store, "cite", "2022-a") == FOUND
    assert "citing The Post, https://a.example/1, at “2022,A" in outside.stdout


def test_quiet_leaves_the_rows_that_are_set_aside(
    outside: FakeOutside, tmp_path: Path
) -> None:
    text = f"{BAD}2022,Again,bo dahl\n"
    assert outside.run("import", "-q", written(tmp_path, text)) == NOTHING
    assert len(outside.stderr.splitlines()) == 1
    assert ":4: " in outside.stderr


def test_warnings_do_not_fail(outside: FakeOutside, tmp_path: Path) -> None:
    text = f"{GOOD}2022,Again,bo dahl\n"
    assert outside.run("import", written(tmp_path, text)) == FOUND
    assert ":4: 'bo dahl' is taken for the actor 'Bo Dahl' (kept)" in outside.stderr


def test_a_file_without_one_good_row_gives_no_store(
    outside: FakeOutside, tmp_path: Path
) -> None:
    store = tmp_path / "s.jsonl"
    path = written(tmp_path, "date,title\nsoon,A\n")
    assert outside.run("import", path, "-o", str(store)) == NOTHING
    assert not store.exists()
    assert outside.run("import", written(tmp_path, "date,title\n")) == NOTHING
    assert outside.stdout == ""


def test_ten_megabytes_on_one_line_cost_one_row(
    outside: FakeOutside, tmp_path: Path
) -> None:
    text = f"{GOOD}2022,{'x' * 10_000_000},\n2022,Last,\n"
    assert outside.run("import", written(tmp_path, text)) == NOTHING
    assert ":4: " in outside.stderr
    assert len(outside.stderr) < 500
    assert "Last" in outside.stdout


def test_what_is_said_of_a_hostile_file_is_harmless(
    outside: FakeOutside, tmp_path: Path
) -> None:
    text = b"date,title\n\x1b[31mred\x07,A\n\xff,B\n2022,C\n"
    assert outside.run("import", written(tmp_path, text)) == NOTHING
    assert "\x1b" not in outside.stderr
    assert ":3: is not UTF-8 (byte 0xff)" in outside.stderr


def test_json_lines_and_timelinejs(outside: FakeOutside, tmp_path: Path) -> None:
    lines = written(tmp_path, '{"when":"2022","name":"A","n":{"m":1}}\n', "a.jsonl")
    assert outside.run("import", lines) == FOUND
    assert json.loads(outside.stdout.splitlines()[-1])["x_n"] == {"m": 1}
    slide = {"start_date": {"year": 2022}, "text": {"headline": "Slide"}}
    path = written(tmp_path, json.dumps({"events": [slide]}), "a.json")
    assert outside.run("import", path, "--from", "timelinejs") == FOUND
    assert json.loads(outside.stdout.splitlines()[-1])["title"] == "Slide"


def test_standard_input_can_be_imported() -> None:
    outside = FakeOutside(stdin=b"\xef\xbb\xbfday;what\n2022;A\n")
    pairs = "date=day,title=what"
    assert outside.run("import", "-", "--from", "csv", "--map", pairs) == FOUND
    assert '"title":"A"' in outside.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--from", "cvs"], "did you mean csv?"),
        (["--from", "excel"], "it is one of: csv, jsonl, timelinejs"),
        (["--map", "titel=Headline"], "did you mean 'title'?"),
        (["--map", "title=Headlin"], "did you mean 'Headline'?"),
        (["--map", "title=zzz"], "its columns are Date, Headline, Who"),
        (["-o", "no/such/folder/s"], "cannot write"),
    ],
)
def test_what_cannot_be_carried_out_is_explained(
    options: list[str], told: str, outside: FakeOutside, tmp_path: Path
) -> None:
    assert outside.run("import", written(tmp_path, GOOD), *options) == FAILED
    assert told in outside.stderr
    assert outside.stderr.count("\n") == 1
    assert outside.stdout == ""


def test_files_that_cannot_be_read_are_refused(
    outside: FakeOutside, tmp_path: Path
) -> None:
    assert outside.run("import", str(tmp_path / "none.csv")) == FAILED
    assert outside.run("import", written(tmp_path, "")) == FAILED
    assert outside.run("import", written(tmp_path, GOOD, "t.xlsx")) == FAILED
    assert "--from csv or --from jsonl or --from timelinejs" in outside.stderr
    assert outside.stderr.count("\n") == 3
