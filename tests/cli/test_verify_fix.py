"""`kgtl verify --fix`: paragraph numbers are moved, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

from cli.fake_outside import FakeOutside
from cli.verified import Ran, line_of
from examples import revise
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


def test_fix_moves_paragraph_numbers_and_nothing_else(harbour: Path) -> None:
    store = harbour / "events.toml"
    good = store.read_bytes()
    revise(store, ("para = 5", "para = 50"))
    revise(store, ('para = 3, start = "Forty', 'para = 2, start = "Forty'))
    line = line_of(store, "para = 50")
    ran = Ran("--fix", "texts")
    assert ran.code == FOUND
    assert store.read_bytes() == good
    assert f"events.toml:{line}: toll-asked-1902: para = 50 is now para = 5" in (
        ran.stderr
    )
    assert ran.stderr.endswith("2 paragraph numbers moved in events.toml\n")
    ran = Ran("--fix", "texts")
    assert store.read_bytes() == good
    assert ran.stderr == "kgtl: no paragraph number to move\n"


def test_fix_does_not_follow_the_numbers_of_a_changed_copy(harbour: Path) -> None:
    store = harbour / "events.toml"
    good = store.read_bytes()
    revise(
        harbour / "texts" / "gazette.txt", ("By our own", "Late edition\n\nBy our own")
    )
    assert Ran("--fix", "texts").code == FOUND
    assert store.read_bytes() == good


def test_fix_never_touches_a_hash_or_words(harbour: Path) -> None:
    store = harbour / "events.toml"
    revise(
        harbour / "texts" / "gazette.txt", ("Forty boats went", "Forty boats sailed")
    )
    revise(store, ('para = 3, start = "Forty', 'para = 2, start = "Forty'))
    before = store.read_bytes()
    assert Ran("--fix", "texts").code == NOTHING
    assert store.read_bytes() == before


def test_fix_refuses_stores_that_are_no_files_of_toml(harbour: Path) -> None:
    lines = FakeOutside()
    lines.run("--store", str(harbour / "events.toml"), "--format", "store")
    stored = harbour / "store.jsonl"
    stored.write_text(lines.stdout, encoding="utf-8")
    ran = Ran("texts", store="store.jsonl")
    assert (ran.code, ran.lines[-1]) == (FOUND, "in all: all 6 citations found")
    piped = Ran("texts", store="-", stdin=stored.read_bytes())
    assert (piped.code, piped.stdout) == (ran.code, ran.stdout)
    for store in ("store.jsonl", "-"):
        ran = Ran("--fix", "texts", store=store, stdin=stored.read_bytes())
        assert (ran.code, ran.stdout) == (FAILED, "")
        assert "--fix writes in TOML files, and the store is JSON Lines" in ran.stderr
