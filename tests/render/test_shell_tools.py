"""Lines and tables in the hands of the shell: cut, sort, awk, grep, jq and sqlite3."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from consumers import piped, program
from render.stores import NAMES, found, selection, written
from timeline_tui.library.selection import Selection
from timeline_tui.render.formats import Options
from timeline_tui.render.formats.fields import DEFAULTS
from timeline_tui.render.formats.guard import guarded

TSV = Options("tsv")


def ids(chosen: Selection) -> list[str]:
    return [event.id for event in chosen.library.events(chosen)]


@pytest.mark.parametrize("name", NAMES)
def test_cut_takes_the_ids_out_of_a_table(name: str) -> None:
    chosen = selection(name)
    told = piped(written(chosen, TSV), "cut", "-f", "4")
    assert told.splitlines() == ids(chosen)


@pytest.mark.parametrize("name", NAMES)
def test_awk_compares_days_and_open_ends_too(name: str) -> None:
    chosen = selection(name)
    first = {e.id: e.date.first.isoformat() for e in chosen.library.events(chosen)}
    last = {e.id: e.date.last.isoformat() for e in chosen.library.events(chosen)}
    text = written(chosen, TSV)
    since = piped(text, "awk", "-F\t", '$2 >= "2022" { print $4 }')
    assert since.split() == [each for each in ids(chosen) if last[each] >= "2022"]
    until = piped(text, "awk", "-F\t", '$1 < "2022" { print $4 }')
    assert until.split() == [each for each in ids(chosen) if first[each] < "2022"]


@pytest.mark.parametrize("name", NAMES)
def test_sort_puts_first_days_in_order(name: str) -> None:
    text = written(selection(name), TSV)
    told = piped(text, "sort", "-s", "-t\t", "-k1,1").splitlines()
    assert told == sorted(text.splitlines(), key=lambda line: line.split("\t")[0])


def test_plain_text_begins_with_the_year_for_grep_and_sort() -> None:
    text = written(found(), Options())
    in_2022 = piped(text, "grep", "^2022").splitlines()
    assert in_2022 == [x for x in text.splitlines() if x.startswith("2022")]
    assert len(in_2022) > 10
    years = [line[:4] for line in piped(text, "sort").splitlines()]
    assert years == sorted(years)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("per", DEFAULTS)
@pytest.mark.parametrize("form", ["text", "tsv", "jsonl"])
def test_a_record_is_one_line_to_every_tool(name: str, per: str, form: str) -> None:
    chosen = selection(name)
    text = written(chosen, Options(form, per=per))
    events = list(chosen.library.events(chosen))
    count = {
        "event": len(events),
        "account": sum(len(event.accounts) for event in events),
        "figure": sum(len(event.figures) for event in events),
    }[per]
    assert piped(text, "wc", "-l").strip() == str(count)
    assert len(text.splitlines()) == count


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["jsonl", "store"])
def test_jq_reads_every_line(name: str, form: str) -> None:
    text = written(selection(name), Options(form))
    wanted = [json.loads(line) for line in text.splitlines()]
    text = text.replace(r"\ud800", "?")  # half a character, which a store refuses
    told = piped(text, "jq", "-a", "-c", "[.id, .title]").splitlines()
    assert len(told) == len(wanted) > 0
    for line, record in zip(told, wanted, strict=True):
        known, title = json.loads(line)
        assert known == record.get("id")
        meant = record.get("title")
        assert title == (meant and meant.replace("\ud800", "?"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_sqlite_imports_every_store(name: str, form: str, tmp_path: Path) -> None:
    chosen = selection(name)
    path, base = tmp_path / f"events.{form}", tmp_path / "events.db"
    options = Options(form, header=True)
    path.write_text(written(chosen, options), encoding="utf-8", newline="")
    mode = "csv" if form == "csv" else "tabs"
    commands = f".mode {mode}\n.import {path} event\n"
    piped(commands, program("sqlite3"), str(base))
    with closing(sqlite3.connect(base)) as connection:
        told = connection.execute("SELECT id, title FROM event").fetchall()
    assert [known for known, _ in told] == ids(chosen)
    for event, (_, title) in zip(chosen.library.events(chosen), told, strict=True):
        if form == "csv":
            assert title == guarded(event.title)
