"""The ending of the file to write tells what goes into it, for every verb."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.exit_code import FAILED, FOUND

TABLE = "Date,Title\n2022,Talks\n"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["where", "ferry"], "where prints text or jsonl, not csv"),
        (["verify"], "verify prints text or jsonl, not csv"),
        (["diff", "a", "b"], "diff prints text or jsonl, not csv"),
        (["import", "t.csv"], "import writes JSON Lines, not csv: end "),
    ],
)
def test_a_file_that_would_be_taken_for_something_else_is_not_written(
    outside: FakeOutside, tmp_path: Path, argv: list[str], told: str
) -> None:
    path = tmp_path / "x.csv"
    assert outside.run(*argv, "-o", str(path)) == FAILED
    assert told in outside.stderr
    assert outside.stderr.count("\n") == 1
    assert not path.exists()


@pytest.mark.parametrize("name", ["report.log", "report", "report.txt"])
def test_a_report_may_be_called_what_one_likes(
    outside: FakeOutside, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    assert outside.run("where", "ferry", "-o", str(path)) == FOUND
    assert "ferry-stops-2021" in path.read_text()
    assert not path.read_text().startswith("{")


def test_a_report_that_ends_so_is_json_lines(
    outside: FakeOutside, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    assert outside.run("where", "ferry", "-o", str(path)) == FOUND
    assert path.read_text().startswith("{")


def test_a_bibliography_is_cited_as_one(outside: FakeOutside, tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    assert outside.run("cite", "market-closed", "-o", str(path)) == FOUND
    assert path.read_text().startswith("@article{observer-2022,")
    words = ("cite", "market-closed", "--style", "chicago", "-o", str(path))
    assert outside.run(*words) == FOUND
    assert path.read_text().startswith("\u201cAfter the ferry,\u201d")


def test_an_imported_store_may_end_in_json(
    outside: FakeOutside, tmp_path: Path
) -> None:
    table, path = tmp_path / "t.csv", tmp_path / "s.jsonl"
    table.write_text(TABLE)
    assert outside.run("import", str(table), "-o", str(path)) == FOUND
    assert path.read_text().startswith('{"type":"timeline"')
