"""The options that say in which format, order and shape events are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import IDS
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.cli.options import FORMATS, GRAINS, GROUPINGS, SORTS
from timeline_tui.library import arranged
from timeline_tui.render.formats import WRITERS
from timeline_tui.render.formats.fields import DEFAULTS

BY_ID = tuple(sorted(IDS))


def test_the_table_names_what_there_is() -> None:
    assert set(FORMATS) == set(WRITERS) - {"long"}
    assert SORTS == arranged.SORTS
    assert GROUPINGS == arranged.GROUPINGS
    assert set(GRAINS) == set(DEFAULTS)


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--format", "cvs"], "--format cannot be 'cvs'; it is one of: text, tsv, csv"),
        (["--format", "cvs"], "did you mean csv?"),
        (["--format", "htm"], "did you mean html?"),
        (["--sort", "titel"], "did you mean title?"),
        (["--group-by", "years"], "did you mean year?"),
        (["--per", "figures"], "did you mean figure?"),
        (["--fields", "titel"], "no event has a field 'titel': did you mean title?"),
        (["--fields", "zzz"], "there are first, last, date, id"),
        (["--fields", "id,,title"], "no event has a field ''"),
        (["--fields", "id,id"], "--fields names id twice"),
        (["--fields", "says"], "no event has a field 'says'"),
        (["--per", "figure", "--fields", "stance"], "no figure has a field 'stance'"),
        (["--fields", "id", "--format", "md"], "--fields goes with text, tsv"),
        (["--per", "figure", "--format", "html"], "--per goes with text, tsv"),
        (
            ["--group-by", "year", "--format", "csv"],
            "with text, md, html, not with csv",
        ),
        (["--group-by", "year", "--per", "account"], "different things"),
        (["--group-by", "year", "--fields", "id"], "different things"),
        (["--fields", "id", "--long"], "different things"),
        (["--long", "--per", "figure"], "different things"),
        (["--long", "--format", "csv"], "--long is for text"),
        (["--header"], "--header goes with tsv, csv, not with text"),
        (["--raw"], "--raw goes with csv, not with text"),
        (["--ids", "--fields", "id"], "different things"),
        (["--count", "--sort", "id"], "different things"),
        (["--count", "--limit", "2"], "different things"),
        (["--null"], "add --ids"),
        (["-0", "--format", "csv"], "add --ids"),
        (["--limit", "0"], "a whole number from 1, not '0'"),
        (["--limit", "-3"], "a whole number from 1, not '-3'"),
        (["--limit", "two"], "a whole number from 1, not 'two'"),
        (["--limit", "٣"], "a whole number from 1"),
        (["--format", "store", "--sort", "id"], "always in the order of dates"),
        (["-o", "x.xlsx"], "the ending of x.xlsx tells no format"),
        (["-o", "x.cvs"], "did you mean .csv?"),
        (["-o", "no/such/folder/x.csv"], "cannot write no/such/folder/x.csv"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_one_sentence(
    outside: FakeOutside, argv: list[str], told: str
) -> None:
    assert outside.run("list", *argv) == FAILED
    assert outside.stdout == ""
    assert told in outside.stderr
    assert outside.stderr.count("\n") == 1
    assert outside.stderr.startswith("kgtl: ")


@pytest.mark.parametrize(
    ("argv", "ids"),
    [
        (["--sort", "id"], BY_ID),
        (["--sort", "id", "--reverse"], BY_ID[::-1]),
        (["--reverse"], IDS[::-1]),
        (["--limit", "2"], IDS[:2]),
        (["--reverse", "--limit", "1"], IDS[-1:]),
        (["--limit", "99"], IDS),
    ],
)
@pytest.mark.parametrize("form", ["text", "tsv", "jsonl", "csv", "ids"])
def test_order_and_limit_hold_in_every_format(
    environ: dict[str, str], argv: list[str], ids: tuple[str, ...], form: str
) -> None:
    outside = FakeOutside(environ=environ)
    if form == "ids":
        outside.run("--ids", *argv)
        assert tuple(outside.stdout.split()) == ids
        return
    assert outside.run("--format", form, "--fields", "id", *argv) == FOUND
    text = outside.stdout.replace("\r\n", "\n").removeprefix("id\n")
    told = [
        json.loads(x)["id"] if form == "jsonl" else x for x in text.split("\n")[:-1]
    ]
    assert tuple(told) == ids


def test_a_limit_is_told(environ: dict[str, str]) -> None:
    for argv, told in (
        (["--limit", "2"], "kgtl: 2 of the 4 that match (--limit)\n"),
        (["--limit", "4"], ""),
        (["--limit", "2", "-q"], ""),
    ):
        outside = FakeOutside(environ=environ)
        outside.run(*argv)
        assert outside.stderr == told
    outside = FakeOutside(environ=environ)
    outside.run("--limit", "2", "--format", "md")
    assert "- Events: 2 of the 4 found, of 4 in all\n" in outside.stdout


def test_events_without_what_was_asked_for_are_nothing_printed(
    environ: dict[str, str],
) -> None:
    outside = FakeOutside(environ=environ)
    assert outside.run("--per", "figure", "ferry") == NOTHING
    assert (outside.stdout, outside.stderr) == (
        "",
        "kgtl: none of the events that match has a figure\n",
    )
    open_start = b'{"id":"a","date":"../2014","title":"A"}\n'
    outside = FakeOutside(environ=environ, stdin=open_start)
    assert outside.run("--store", "-", "--format", "ics") == NOTHING
    assert outside.stdout == ""
    assert "kgtl: 1 event has an open start" in outside.stderr


def test_a_store_that_was_cut_is_a_store(environ: dict[str, str]) -> None:
    first = FakeOutside(environ=environ)
    first.run("--format", "store", "--limit", "2")
    again = FakeOutside(environ=environ, stdin=first.stdout.encode())
    assert again.run("--store", "-", "--ids") == FOUND
    assert tuple(again.stdout.split()) == IDS[:2]


def test_ids_end_with_nul_when_asked(outside: FakeOutside) -> None:
    outside.run("--ids", "-0")
    assert outside.stdout == "".join(f"{each}\0" for each in IDS)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.csv", "first,last,date,id"),
        ("x.tsv", "2021-02-03\t"),
        ("x.md", "# Island and coast\n"),
        ("x.MARKDOWN", "# Island and coast\n"),
        ("x.html", "<!doctype html>"),
        ("x.htm", "<!doctype html>"),
        ("x.bib", "@article{gazette-2021,"),
        ("x.ics", "BEGIN:VCALENDAR\r\n"),
        ("x.ndjson", '{"id":'),
        ("x.txt", "2021-02-03  "),
        ("x", "2021-02-03  "),
    ],
)
def test_the_ending_of_a_file_tells_its_format(
    outside: FakeOutside, tmp_path: Path, name: str, start: str
) -> None:
    path = tmp_path / name
    assert outside.run("-o", str(path)) == FOUND
    assert path.read_bytes().decode().startswith(start)
    assert outside.stdout == ""
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_not_touched_when_writing_fails(
    outside: FakeOutside, tmp_path: Path
) -> None:
    path = tmp_path / "x.ics"
    path.write_text("before")
    outside.environ = {**outside.environ, "SOURCE_DATE_EPOCH": "9" * 30}
    assert outside.run("-o", str(path)) == FAILED
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_calendar_says_when_it_was_made_as_it_is_told(
    environ: dict[str, str],
) -> None:
    outside = FakeOutside(environ={**environ, "SOURCE_DATE_EPOCH": "0"})
    outside.run("--format", "ics")
    assert outside.stdout.count("DTSTAMP:19700101T000000Z\r\n") == len(IDS)
    outside = FakeOutside(environ={**environ, "SOURCE_DATE_EPOCH": "now"})
    assert outside.run("--format", "ics") == FAILED
    assert "SOURCE_DATE_EPOCH is no number of seconds: 'now'" in outside.stderr


def test_every_format_is_the_same_whenever_it_is_written(
    environ: dict[str, str],
) -> None:
    for name in FORMATS:
        told = []
        for _ in range(2):
            outside = FakeOutside(environ=environ)
            assert outside.run("--format", name) == FOUND
            assert outside.stderr == ""
            assert outside.stdout.endswith("\n")
            told.append(outside.stdout)
        assert told[0] == told[1]


def test_headings_stand_between_events(outside: FakeOutside) -> None:
    outside.run("--group-by", "month")
    lines = outside.stdout.splitlines()
    assert [line for line in lines if "  " not in line] == [
        "February 2021 (2)",
        "",
        "May 2022 (1)",
        "",
        "2021–2022 (1)",
    ]
    assert lines[0] == "February 2021 (2)"


def test_long_text_takes_headings_too(outside: FakeOutside) -> None:
    outside.run("--long", "--group-by", "theme")
    for heading in ("The ferry (3)\n\n", "Trade (2)\n\n"):
        assert heading in outside.stdout


def test_a_page_has_years_unless_its_order_is_another(environ: dict[str, str]) -> None:
    for argv, headed in (
        ([], True),
        (["--sort", "date"], True),
        (["--sort", "id"], False),
    ):
        outside = FakeOutside(environ=environ)
        outside.run("--format", "html", *argv)
        assert ("<h2>2021 (2)</h2>" in outside.stdout) == headed


def test_raw_text_is_not_for_a_terminal(
    environ: dict[str, str], tmp_path: Path
) -> None:
    outside = FakeOutside(environ=environ, size=(80, 24))
    assert outside.run("--format", "csv", "--raw") == FAILED
    assert "print into a file or a pipe" in outside.stderr
    path = tmp_path / "x.csv"
    assert outside.run("--raw", "-o", str(path)) == FOUND
    assert FakeOutside(environ=environ).run("--format", "csv", "--raw") == FOUND


def test_options_of_shape_print_on_a_terminal_too(environ: dict[str, str]) -> None:
    for argv in (["--sort", "id"], ["--limit", "1"], ["--fields", "id"], ["--reverse"]):
        outside = FakeOutside(environ={**environ, "PAGER": "cat"}, size=(80, 24))
        assert outside.run(*argv) == FOUND
        assert "ferry" in outside.stdout or "market" in outside.stdout
