"""Tables and chosen fields, read back by csv, sqlite3 and jq."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers import piped, program
from render.fake_library import library_of, selection_of
from render.harbour import ACTORS, CALL, SOURCES, THEMES
from render.hostile import VECTOR
from render.stores import NAMES, curated, found, selection, written
from strategies import HOSTILE
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.render.formats import IN_COLUMNS, Options
from timeline_tui.render.formats.fields import DEFAULTS, names

FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1")


def options(
    name: str, *, per: str = "event", fields: str = "", raw: bool = False
) -> Options:
    made = Options(name, per=per, header=name == "tsv")
    made.fields = tuple(fields.split(",")) if fields else ()
    made.raw = raw
    return made


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def titled(title: str) -> Event:
    return replace(CALL, title=title)


def of(*events: Event) -> str:
    library = library_of(*events, sources=SOURCES, actors=ACTORS, themes=THEMES)
    return written(selection_of(library), options("csv"))


@pytest.mark.parametrize("per", DEFAULTS)
@pytest.mark.parametrize("name", NAMES)
def test_csv_is_read_back_as_it_was_written(name: str, per: str) -> None:
    chosen = selection(name)
    text = written(chosen, options("csv", per=per, raw=True))
    read = rows(text)
    lines = written(chosen, options("jsonl", per=per, fields=",".join(DEFAULTS[per])))
    told = [json.loads(line) for line in lines.splitlines()]
    assert len(read) == len(told) > 0
    for row, record in zip(read, told, strict=True):
        assert tuple(row) == DEFAULTS[per]
        for field in ("id", "title", "summary", "says", "unit", "counts", "disputed"):
            assert row.get(field) == record.get(field)


def test_csv_keeps_to_the_standard() -> None:
    text = of(titled('He said "no", and\nleft'))
    head, rest = text.split("\r\n", 1)
    assert head == ",".join(DEFAULTS["event"])
    assert '"He said ""no"", and\nleft"' in rest
    assert text.endswith("\r\n")
    assert "\n\n" not in text


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula_unless_the_reader_wants_it(formula: str) -> None:
    [row] = rows(of(titled(formula)))
    assert row["title"].startswith("'")
    library = library_of(titled(formula), sources=SOURCES, actors=ACTORS)
    text = written(selection_of(library), options("csv", raw=True))
    assert rows(text)[0]["title"] == formula


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("per", DEFAULTS)
def test_no_cell_of_a_store_is_a_formula(name: str, per: str) -> None:
    for row in rows(written(selection(name), options("csv", per=per))):
        for cell in row.values():
            assert not cell.startswith(FORMULAS)
            assert cell[:1] not in tuple("=+@＝＋－＠")


def test_a_negative_number_stays_a_number() -> None:
    figure = replace(CALL.figures[0], value=-12.5, low=-3.0, high=None)
    event = replace(CALL, figures=(figure,))
    library = library_of(event, sources=SOURCES, actors=ACTORS)
    [row] = rows(written(selection_of(library), options("csv", per="figure")))
    assert (row["value"], row["low"], row["high"]) == ("-12.5", "-3", "")


def test_an_open_end_is_empty_for_a_spreadsheet_and_sorts_in_a_table() -> None:
    event = Event(id="x", date=parse("2020-10/.."), title="Open")
    assert rows(of(event))[0]["last"] == ""
    chosen = selection_of(library_of(event))
    assert written(chosen, options("tsv", fields="last,id")) == (
        "last\tid\n9999-12-31\tx\n"
    )


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_survives_csv(title: str) -> None:
    library = library_of(titled(title), sources=SOURCES, actors=ACTORS)
    text = written(selection_of(library), options("csv", fields="id,title", raw=True))
    assert rows(text) == [{"id": CALL.id, "title": title}]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_sqlite_imports_what_is_written(name: str, tmp_path: Path) -> None:
    shell = program("sqlite3")
    path = tmp_path / f"events.{name}"
    chosen = found()
    text = written(chosen, options(name))
    path.write_text(text, encoding="utf-8", newline="")
    if name == "tsv":
        assert '"' not in text, "the importer would take quotes for its own"
    base = tmp_path / "events.db"
    mode = "csv" if name == "csv" else "tabs"
    piped(f".mode {mode}\n.import {path} event\n", shell, str(base))
    with closing(sqlite3.connect(base)) as connection:
        told = connection.execute("SELECT id, title, kind FROM event").fetchall()
    expected = [(row.id, row.title, row.kind) for row in curated().stream(chosen)]
    assert told == expected


@pytest.mark.parametrize("per", DEFAULTS)
def test_jq_reads_chosen_fields_of_every_grain(per: str) -> None:
    text = written(found(), options("jsonl", per=per, fields=",".join(names(per))))
    told = piped(text, "jq", "-c", "keys_unsorted")
    assert {tuple(json.loads(line)) for line in told.splitlines()} == {names(per)}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_jq_reads_hostile_text_as_it_is(hostile: str) -> None:
    library = library_of(titled(hostile), sources=SOURCES, actors=ACTORS)
    for chosen in (Options("jsonl"), options("jsonl", fields="title")):
        text = written(selection_of(library), chosen)
        assert json.loads(piped(text, "jq", ".title")) == hostile


@pytest.mark.parametrize("name", IN_COLUMNS)
@pytest.mark.parametrize("per", DEFAULTS)
def test_fields_come_in_the_order_asked_for(name: str, per: str) -> None:
    fields = names(per)[::-1]
    text = written(
        selection("harbour"), options(name, per=per, fields=",".join(fields))
    )
    if name == "jsonl":
        for line in text.splitlines():
            assert tuple(json.loads(line)) == fields
    elif name == "csv":
        assert tuple(rows(text)[0]) == fields
    elif name == "tsv":
        lines = [line.split("\t") for line in text.splitlines()]
        assert tuple(lines[0]) == fields
        assert {len(line) for line in lines} == {len(fields)}


def test_every_key_of_an_event_is_a_field_with_the_same_value() -> None:
    chosen = selection("harbour")
    whole = [json.loads(x) for x in written(chosen, Options("jsonl")).splitlines()]
    keys = ",".join(whole[0])
    chosen_fields = written(chosen, options("jsonl", fields=keys))
    assert [json.loads(line) for line in chosen_fields.splitlines()] == whole


def test_a_figure_is_no_sharper_than_its_source() -> None:
    chosen = selection("harbour")
    toll, carts = rows(written(chosen, options("csv", per="figure")))
    assert toll["amount"] == "about 2–3 billion USD"
    assert (toll["value"], toll["low"], toll["high"]) == (
        "",
        "2000000000",
        "3000000000",
    )
    assert (toll["about"], toll["period"]) == ("true", "2022-03")
    assert (carts["amount"], carts["value"]) == ("over 1,500", "1500")
    assert carts["over"] == "true"


def test_an_account_tells_of_its_source() -> None:
    fields = "source,publisher,published,url,note"
    text = written(selection("harbour"), options("csv", per="account", fields=fields))
    told = {row["source"]: row for row in rows(text)}
    assert told["gazette-2022"]["published"] == "2022-09-21..2022-11"
    assert told["courier-2021"]["url"] == "https://courier.example/visit"
    assert told["notes-2023"]["publisher"] == "Notes"
    assert "River Almanac" in told["almanac-2023"]["note"]


def test_every_date_of_a_finer_table_sorts_and_of_json_lines_is_exact() -> None:
    figure = replace(CALL.figures[0], as_of=parse("2021-40"))
    event = replace(CALL, figures=(figure,))
    chosen = selection_of(library_of(event, sources=SOURCES, actors=ACTORS))
    for form in ("text", "csv", "tsv"):
        asked = options(form, per="figure", fields="period")
        assert written(chosen, asked).split()[-1] == "2021-H1"
    told = json.loads(written(chosen, options("jsonl", per="figure", fields="period")))
    assert told == {"period": "2021-40"}


def test_a_paragraph_that_is_cited_twice_is_told_once() -> None:
    [cite] = CALL.accounts[0].cite[:1]
    again = (cite, replace(cite, start="other words"), replace(cite, para=7))
    event = replace(CALL, accounts=(replace(CALL.accounts[0], cite=again),))
    chosen = selection_of(library_of(event, sources=SOURCES, actors=ACTORS))
    text = written(chosen, options("text", per="account", fields="para"))
    assert text == f"{cite.para} 7\n"


def test_a_figure_in_text_is_told_in_words_alone() -> None:
    text = written(selection("harbour"), options("text", per="figure"))
    assert "  about 2\u20133 billion USD  2022-03  " in text
    assert "2000000000" not in text
    assert "true" not in text


def test_a_figure_without_a_source_has_none() -> None:
    event = replace(CALL, figures=(replace(CALL.figures[0], source="", cite=()),))
    library = library_of(event, sources=SOURCES, actors=ACTORS)
    fields = "source,url,note"
    chosen = options("jsonl", per="figure", fields=fields)
    told = json.loads(written(selection_of(library), chosen))
    assert told == {"source": "", "url": None, "note": ""}


def test_dates_are_exact_in_tables_of_events_and_sort_elsewhere() -> None:
    event = replace(CALL, date=parse("[2022-02..2022-12]"))
    chosen = selection_of(library_of(event, sources=SOURCES, actors=ACTORS))
    plain, exact = "2022-02..2022-12", "[2022-02..2022-12]"
    assert written(chosen, options("text", fields="date")) == f"{plain}\n"
    assert written(chosen, options("tsv", fields="date")) == f"date\n{exact}\n"
    table = written(chosen, options("tsv", per="account", fields="date"))
    assert table == f"date\n{plain}\n{plain}\n"


def test_columns_of_text_are_aligned_on_a_terminal_as_far_as_they_fit() -> None:
    fields = "plain,kind,id,title"
    piped_text = written(selection("harbour"), options("text", fields=fields))
    wide, narrow = (options("text", fields=fields) for _ in range(2))
    wide.width, narrow.width = 200, 34
    rows_of = [line.split("  ") for line in piped_text.splitlines()]
    lines = written(selection("harbour"), wide).splitlines()
    for place in range(1, 4):
        starts = {
            line.index(f"  {row[place]}")
            for line, row in zip(lines, rows_of, strict=True)
        }
        assert len(starts) == 1
    assert not [line for line in lines if line != line.rstrip()]
    lines = written(selection("harbour"), narrow).splitlines()
    assert (
        len({line.index(row[1]) for line, row in zip(lines, rows_of, strict=True)}) == 1
    )
    for line, row in zip(lines, rows_of, strict=True):
        assert line.endswith("  ".join(row[1:]).partition("  ")[2])


def test_columns_of_text_have_the_colours_of_the_list() -> None:
    chosen = options("text", fields="plain,title,id")
    chosen.paint = lambda line: "".join(f"<{role}>{text}" for text, role in line)
    first = written(selection("harbour"), chosen).splitlines()[0]
    assert re.findall(r"<(\w+)>", first) == ["date", "space", "title", "space", "faint"]


def test_text_has_a_dash_for_nothing() -> None:
    text = written(selection("harbour"), options("text", fields="id,disputed,last"))
    assert "founding-2020  -  2020-10-15\n" in text
    assert "pier-2020  -  9999-12-31\n" in text


@pytest.mark.parametrize("hostile", VECTOR)
def test_raw_csv_keeps_hostile_text_to_the_character(hostile: str) -> None:
    library = library_of(titled(hostile), sources=SOURCES, actors=ACTORS)
    text = written(selection_of(library), options("csv", raw=True))
    assert rows(text)[0]["title"] == hostile
