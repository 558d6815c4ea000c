"""What `kgtl verify` says of each citation, to a person and to a program."""

from __future__ import annotations

import json
from pathlib import Path

from cli.verified import Ran, line_of
from examples import revise
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


def test_an_anchor_that_stands_twice(harbour: Path) -> None:
    store = harbour / "events.toml"
    revise(store, ('start = "The guild of"', 'start = "guild of rope"'))
    ran = Ran("texts")
    assert ran.code == NOTHING
    (complaint,) = ran.complaints
    assert complaint == (
        f"events.toml:{line_of(store, 'guild of rope')}: toll-asked-1902: account 1,"
        " gazette-1902 ¶5: “guild of rope” stands 2 times in texts/gazette.txt, first"
        " in ¶5; take other words, or more of them"
    )


def test_words_that_are_not_there(harbour: Path) -> None:
    store = harbour / "events.toml"
    revise(store, ('start = "The guild of"', 'start = "The pilots of"'))
    (complaint,) = Ran("texts").complaints
    assert "¶5 of texts/gazette.txt is the paragraph, but “The pilots of” is not" in (
        complaint
    )
    revise(store, ('start = "Mara Quill, who"', 'start = "Mara Quill, whom"'))
    revise(harbour / "texts" / "gazette.txt", ("Forty boats", "They all"))
    weak, missing, _ = Ran("texts").complaints
    assert "¶3 only has words like its first" in weak
    assert "neither the paragraph nor “Forty boats”" in missing
    assert Ran("texts").code == NOTHING


def test_a_number_past_the_end(harbour: Path) -> None:
    store = harbour / "events.toml"
    revise(store, ("para = 5", "para = 50"))
    ran = Ran("texts")
    assert ran.code == FOUND
    (complaint,) = ran.complaints
    assert complaint == (
        f"events.toml:{line_of(store, 'para = 50')}: toll-asked-1902: account 1,"
        " gazette-1902 ¶50: the paragraph is number 5 (texts/gazette.txt ends at ¶6);"
        " kgtl verify --fix writes para = 5"
    )
    text = harbour / "texts" / "gazette.txt"
    revise(text, ("The guild of rope makers had", "They"))
    revise(text, ("told the guild of rope makers", "told them"))
    (complaint,) = Ran("texts").complaints
    assert "(texts/gazette.txt ends at ¶6); get the whole document" in complaint


def test_a_source_that_no_event_cites(harbour: Path) -> None:
    record = harbour / "seeds" / "diary-1904.toml"
    record.write_text('id = "diary-1904"\ntitle = "A diary"\ntype = "book"\n')
    ran = Ran("texts")
    assert ran.code == FOUND
    (complaint,) = ran.complaints
    assert complaint == (
        "seeds/diary-1904.toml:1: diary-1904: no event cites this source; cite it, or"
        " take its record away"
    )


def test_words_of_ours_that_are_a_source_s(harbour: Path) -> None:
    store = harbour / "events.toml"
    words = "she said the pilots cheered from the wall and"
    revise(
        store, ("Quill opened it herself.", "She said and the pilots cheered from it.")
    )
    assert Ran("texts").code == FOUND
    text = "had asked for a toll of three crowns a boat"
    revise(store, ("After long works", f"The guild {text} and"))
    ran = Ran("texts")
    assert words not in ran.stdout
    assert ran.code == NOTHING
    (complaint,) = ran.complaints
    assert complaint.startswith(
        f"events.toml:{line_of(store, text)}: north-gate-1902: 'summary' has words of"
        " gazette-1902:"
    )
    assert ran.lines[-1] == ("in all: all 6 citations found; 1 run of a source's words")


def test_a_store_with_faults_is_checked_as_far_as_it_goes(harbour: Path) -> None:
    revise(harbour / "events.toml", ('"1902-10/.."', '"1902-13"'))
    ran = Ran("texts")
    assert ran.code == FOUND
    assert "almanac-1903: all 2 citations found" in ran.lines
    assert "1 event with faults not checked; to see the faults: kgtl check" in (
        ran.stderr
    )
    assert "no event cites" not in ran.stdout


def test_json_lines_tell_everything(harbour: Path) -> None:
    store = harbour / "events.toml"
    revise(store, ("para = 5", "para = 50"))
    ran = Ran("--format", "jsonl", "texts/gazette.txt")
    records = [json.loads(line) for line in ran.lines]
    kinds = [record["type"] for record in records]
    assert kinds == ["copy", *["citation"] * 6, "source", "source", "total"]
    assert records[0]["how"] == "same"
    moved = next(record for record in records if record.get("para") == 50)
    assert (moved["status"], moved["at"], moved["right"]) == ("moved", 5, 5)
    assert (moved["file"], moved["line"]) == ("events.toml", line_of(store, "= 50"))
    statuses = [record.get("status") for record in records]
    assert statuses.count("no-copy") == 3
    assert records[-1]["found"] == 3
    assert Ran("--format", "tsv", "texts").code == FAILED


def test_a_report_in_a_file(harbour: Path) -> None:
    ran = Ran("texts", "-o", "report.jsonl", "--color", "always")
    assert (ran.code, ran.stdout) == (FOUND, "")
    records = (harbour / "report.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(records[-1])["found"] == 6
    Ran("texts", "-o", "report.txt", "--color", "always")
    assert (harbour / "report.txt").read_text(encoding="utf-8") == Ran("texts").stdout
    assert "\x1b[" in Ran("texts", "--color", "always").stdout
