"""`kgtl new`: a block that can be pasted, from a source, a paragraph and words."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR, HARBOUR_TEXTS, contents
from timeline_tui.cli.commands.new import NO_DATE, NO_ID
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING

GATE = "n1:6787f5a1fe2c4bef"
AT_THE_GATE = ("--source", "gazette-1902", "--para", "3")
TELLING = ("--date", "1902-05", "--title", "Boats leave the harbour")


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A copy of the store, to be written to."""
    folder = tmp_path / "store"
    shutil.copytree(HARBOUR.parent, folder, ignore=shutil.ignore_patterns("texts"))
    return folder / "events.toml"


def new(
    *argv: str, store: Path = HARBOUR, texts: Path | None = HARBOUR_TEXTS
) -> tuple[int, FakeOutside]:
    environ = {"KGTL_STORE": str(store)}
    if texts:
        environ["KGTL_TEXTS"] = str(texts)
    outside = FakeOutside(environ=environ)
    return outside.run("new", *argv), outside


def block(outside: FakeOutside) -> dict[str, Any]:
    (event,) = tomllib.loads(outside.stdout)["event"]
    assert isinstance(event, dict)
    return event


def cite(outside: FakeOutside) -> dict[str, Any]:
    (found,) = block(outside)["account"][0]["cite"]
    assert isinstance(found, dict)
    return found


def refused(*argv: str, texts: Path | None = HARBOUR_TEXTS) -> str:
    code, outside = new(*argv, texts=texts)
    assert (code, outside.stdout) == (FAILED, "")
    assert outside.stderr.count("\n") == 1
    return outside.stderr


def test_the_block_is_laid_out_as_the_store_is() -> None:
    code, outside = new(*AT_THE_GATE, *TELLING, "Forty boats went out")
    assert code == FOUND
    assert outside.stdout == (
        '[[event]]\nid = "boats-leave-the-harbour-1902"\ndate = "1902-05"\n'
        'date_basis = ""\ntitle = "Boats leave the harbour"\nsummary = ""\n'
        'kind = "event"\nactors = []\nthemes = []\n\n'
        '  [[event.account]]\n  source = "gazette-1902"\n  stance = "supports"\n'
        '  says = ""\n'
        f'  cite = [ {{ para = 3, start = "Forty boats", hash = "{GATE}" }} ]\n'
    )


def test_pasted_with_date_and_title_it_passes_the_check(harbour: Path) -> None:
    _, outside = new(*AT_THE_GATE, *TELLING, "forty boats", store=harbour)
    with harbour.open("a", encoding="utf-8") as file:
        file.write(f"\n{outside.stdout}")
    check = FakeOutside(environ={"KGTL_TEXTS": str(HARBOUR_TEXTS)})
    assert (check.run("check", str(harbour)), check.stdout) == (FOUND, "")
    assert "boats-leave-the-harbour-1902" in [e.id for e in contents(harbour).events]


def test_what_is_left_open_is_explained_by_the_check(harbour: Path) -> None:
    _, outside = new(*AT_THE_GATE, "forty boats", store=harbour)
    assert block(outside)["date"] == NO_DATE
    assert block(outside)["id"] == NO_ID
    with harbour.open("a", encoding="utf-8") as file:
        file.write(f"\n{outside.stdout}")
    check = FakeOutside()
    assert check.run("check", str(harbour)) == NOTHING
    for told in (
        f"date '{NO_DATE}': Y where a year is expected; write for example 2022",
        f"'{NO_ID}' is not an id; lower-case letters",
        "'title' is empty; own words",
    ):
        assert told in check.stdout


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("MARA QUILL who keeps", "Mara Quill", None),
        ("harbour of alba", "harbour of", None),
        ("keeps the harb", "keeps the", None),
        ("Quill", "Quill, who", None),
        ("Quill, who … second of May", "Quill, who", "May"),
        ("opened ... noon", "opened the", "noon"),
    ],
)
def test_words_are_found_as_a_search_finds_them(
    typed: str, start: str, end: str | None
) -> None:
    _, outside = new(*AT_THE_GATE, typed)
    assert (cite(outside)["start"], cite(outside).get("end")) == (start, end)


def test_words_need_no_quotes_and_the_anchor_is_unique_in_its_paragraph() -> None:
    at = ("--source", "gazette-1902", "--para", "5")
    _, outside = new(*at, "guild", "of", "rope", "makers", "had")
    assert cite(outside)["start"] == "guild of rope makers had"
    told = refused(*at, "guild of rope makers")
    assert "stand 2 times in paragraph 5 of gazette-1902: add the words" in told


def test_the_paragraph_is_found_in_the_copies() -> None:
    _, outside = new("--source", "almanac-1903", "against the wish")
    assert (block(outside)["account"][0]["source"]) == "almanac-1903"
    assert cite(outside)["para"] == 3
    _, outside = new("against the wish")
    assert cite(outside)["para"] == 3


def test_words_in_several_paragraphs_are_told_with_their_places() -> None:
    told = refused("the north gate")
    assert "paragraph 2 of almanac-1903; paragraph 3 of gazette-1902" in told
    assert "say which with --source and --para" in told


def test_without_a_copy_the_hash_is_the_records_and_that_is_said() -> None:
    code, outside = new(*AT_THE_GATE, "forty boats went out before noon", texts=None)
    assert code == FOUND
    assert cite(outside) == {
        "para": 3,
        "start": "forty boats went out before",
        "hash": GATE,
    }
    assert (
        "the anchor could not be checked against paragraph 3 of gazette-1902: there is"
        " no copy of it here"
    ) in outside.stderr


def test_a_copy_that_has_the_paragraph_otherwise_is_no_help(tmp_path: Path) -> None:
    text = (HARBOUR_TEXTS / "gazette.txt").read_text(encoding="utf-8")
    (tmp_path / "mine.txt").write_text(text.replace("Forty", "Fifty"), "utf-8")
    _, outside = new(*AT_THE_GATE, "fifty boats", texts=tmp_path)
    assert cite(outside)["hash"] == GATE
    assert "could not be checked" in outside.stderr
    assert "changed copy of gazette-1902" in outside.stderr


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--source", "gazete-1902", "--para", "3", "x"], "mean gazette-1902?"),
        (["--source", "gazete-1902", "x"], "mean gazette-1902?"),
        (["--source", "q", "--para", "3", "x"], "are almanac-1903, gazette-1902"),
        (["--source", "gazette-1902", "--para", "7", "x"], "no paragraph 7: it has 6"),
        (["--source", "gazette-1902", "--para", "0", "x"], "no paragraph 0: it has 6"),
        (["--source", "gazette-1902", "--para", "-3", "x"], "not '-3'"),
        (["--source", "gazette-1902", "--para", "²", "x"], "not '²'"),
        (["--source", "gazette-1902", "--para", "6", "x"], "is boilerplate: cite"),
        (["--source", "gazette-1902", "--para", "2", "x"], "is credit: cite"),
        (["--source", "gazette-1902", "share this page"], "is boilerplate: cite"),
        (["--para", "3", "x"], "name it too"),
        ([*AT_THE_GATE, "nine winters"], "they are in paragraph 4 of gazette-1902"),
        ([*AT_THE_GATE, "two crowns"], "they are in paragraph 3 of almanac-1903"),
        ([*AT_THE_GATE, "red balloons"], "nor anywhere else in your copies"),
        (["red balloons"], "are not in your copies"),
        ([*AT_THE_GATE, "“…”"], "give some words"),
        ([*AT_THE_GATE, "noon"], "begin the passage with other words"),
        ([*AT_THE_GATE, "--id", "Gate", "forty boats"], "'Gate' is not an id"),
        ([*AT_THE_GATE, "--id", "mara", "forty boats"], "mara is used already"),
        ([*AT_THE_GATE, "--id", "toll-asked-1902", "x"], "words are not in"),
        ([*AT_THE_GATE, "--title", "x" * 91, "forty boats"], "has 91 characters"),
        ([*AT_THE_GATE, "--title", "a\x1bb", "forty boats"], "control character"),
    ],
)
def test_what_cannot_be_cited_is_explained(argv: list[str], told: str) -> None:
    assert told in refused(*argv)


def test_a_date_is_read_before_anything_is_printed() -> None:
    code, outside = new(*AT_THE_GATE, "--date", "1902-13", "forty boats")
    assert (code, outside.stdout) == (FAILED, "")
    assert "1902-13\n" in outside.stderr


def test_without_copies_the_paragraph_has_to_be_named() -> None:
    assert "there is no copy of any source" in refused("forty boats", texts=None)
    told = refused("--source", "gazette-1902", "forty boats", texts=None)
    assert "there is no copy of gazette-1902" in told
    assert "KGTL_TEXTS" in told
    assert "two words" in refused(*AT_THE_GATE, "boats", texts=None)


def test_a_repeated_paragraph_is_cited_where_it_stands_first(harbour: Path) -> None:
    record = harbour.parent / "seeds" / "gazette-1902.toml"
    text = record.read_text(encoding="utf-8")
    text = text.replace('uncited = "tells of no event"', "repeats = 5")
    record.write_text(text, encoding="utf-8")
    code, outside = new(
        *("--source", "gazette-1902", "--para", "4", "nine winters"), store=harbour
    )
    assert code == FAILED
    assert "repeats paragraph 5: cite that one" in outside.stderr


def test_what_the_citation_changes_elsewhere_is_said() -> None:
    _, outside = new(*AT_THE_GATE, "forty boats")
    told = "paragraph 3 of gazette-1902 is cited already by north-gate-1902"
    assert told in outside.stderr
    _, outside = new("nine winters")
    assert "take uncited away from paragraph 4 of gazette-1902" in outside.stderr
    _, outside = new("-q", "nine winters")
    assert outside.stderr == ""


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("Toll taken", "1902-10", "toll-taken-1902-2"),
        ("Élan d'été", "1903", "elan-dete-1903"),
        ("The 1902 tolls", "1902", "the-1902-tolls"),
        ("Пошлина", "1902", NO_ID),
        ("A " + "long " * 17, "1902~", "a-" + "long-" * 11 + "1902"),
    ],
)
def test_an_id_is_made_of_title_and_year_and_is_not_taken(
    title: str, date: str, expected: str
) -> None:
    argv = (*AT_THE_GATE, "--title", title, "--date", date)
    code, outside = new(*argv, "forty boats")
    assert code == FOUND
    assert block(outside)["id"] == expected


def test_the_store_may_be_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "harbour.jsonl"
    path.write_text(contents(HARBOUR).lines(), encoding="utf-8")
    code, outside = new(*AT_THE_GATE, "forty boats", store=path)
    assert (code, cite(outside)["hash"]) == (FOUND, GATE)
