"""`kgtl sources --coverage`: every paragraph of a body is cited, or says why not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR, event, write_lines
from timeline_tui.cli.exit_code import FOUND, NOTHING


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A copy of the store, to be written to."""
    folder = tmp_path / "store"
    shutil.copytree(HARBOUR.parent, folder)
    return folder / "events.toml"


def covered(store: Path, *options: str) -> tuple[int, FakeOutside]:
    outside = FakeOutside(environ={"KGTL_STORE": str(store)})
    return outside.run("sources", "--coverage", *options), outside


def test_all_is_cited_or_excused() -> None:
    code, outside = covered(HARBOUR)
    assert code == FOUND
    assert outside.stdout == (
        "almanac-1903  body 3  cited 2  excused 1  neither 0\n"
        "  almanac-1903 ¶4  excused: weather is left out\n"
        "gazette-1902  body 3  cited 2  excused 1  neither 0\n"
        "  gazette-1902 ¶4  excused: tells of no event\n"
    )
    assert outside.stderr == ""


def test_what_is_neither_is_listed_and_fails(harbour: Path) -> None:
    record = harbour.parent / "seeds" / "gazette-1902.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(', uncited = "tells of no event"', ""), "utf-8")
    code, outside = covered(harbour)
    assert code == NOTHING
    assert outside.stdout.endswith(
        "gazette-1902  body 3  cited 2  excused 0  neither 1\n"
        "  gazette-1902 ¶4  neither: What the keeper felt\n"
    )
    assert "1 paragraph: cite them, or say why not in uncited" in outside.stderr
    assert covered(harbour, "-q")[1].stderr == ""


def test_a_paragraph_that_only_a_figure_cites_counts(harbour: Path) -> None:
    text = harbour.read_text(encoding="utf-8")
    start = text.index("\n\n  [[event.account]]", text.index("toll-taken-1902"))
    stop = text.index("\n\n  [[event.link]]", start)
    figure = text[start:stop].replace("account", "figure")
    figure = figure.replace('stance = "supports"', 'measure = "toll"\n  value = 2')
    harbour.write_text(text[:start] + figure + text[stop:], encoding="utf-8")
    code, outside = covered(harbour)
    assert code == FOUND
    assert "almanac-1903  body 3  cited 2" in outside.stdout


def test_a_repeated_paragraph_is_excused(harbour: Path) -> None:
    record = harbour.parent / "seeds" / "almanac-1903.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace('uncited = "weather is left out"', "repeats = 2"), "utf-8"
    )
    code, outside = covered(harbour)
    assert code == FOUND
    assert "¶4  excused: repeats paragraph 2" in outside.stdout


def test_a_store_without_records_could_not_be_looked_through(tmp_path: Path) -> None:
    write_lines(tmp_path / "events.jsonl", [event("one", "1902")])
    code, outside = covered(tmp_path / "events.jsonl")
    assert (code, outside.stdout) == (NOTHING, "")
    assert "no record here lists" in outside.stderr
