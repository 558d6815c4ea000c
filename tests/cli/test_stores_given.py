"""Stores as they are given: piped, empty, faulty, and what `--version` says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import BAD_EVENT, EVENTS, IDS, write_store
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


def test_store_from_standard_input_is_the_same_to_the_byte(
    environ: dict[str, str],
) -> None:
    first = FakeOutside(environ=environ)
    first.run("--format", "store")
    again = FakeOutside(environ=environ, stdin=first.stdout.encode())
    assert again.run("--store", "-", "--format", "store") == FOUND
    assert again.stdout == first.stdout


def test_faults_are_counted_with_advice(tmp_path: Path, cache: Path) -> None:
    store = write_store(tmp_path, EVENTS + BAD_EVENT)
    outside = FakeOutside(environ={"XDG_CACHE_HOME": str(cache)})
    assert outside.run("--store", str(store)) == FOUND
    assert len(outside.stdout.splitlines()) == len(IDS)
    assert f"kgtl check {store}" in outside.stderr
    assert "1 event left out" in outside.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "timeline"),
        ("[timeline\n", "events.toml"),
        ('[timeline]\ntitle = "x"\n[[event]]\ndate = 2021-01-01\n', ""),
        (EVENTS, "timeline"),
    ],
)
def test_store_that_refuses(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "events.toml"
    path.write_text(text)
    outside = FakeOutside()
    code = outside.run("--store", str(path))
    assert code in (FAILED, NOTHING)
    assert told in outside.stderr
    assert "Traceback" not in outside.stderr


def test_ten_megabytes_on_one_line_cost_one_event(tmp_path: Path) -> None:
    good = '{"id":"b","date":"2022","title":"ok"}\n'
    path = tmp_path / "store.jsonl"
    path.write_text("x" * 10_000_000 + "\n" + good)
    outside = FakeOutside()
    assert outside.run("--store", str(path)) == FOUND
    assert outside.stdout == "2022  ok  []  b\n"
    assert len(outside.stderr) < 500
    path.write_text(good.replace("ok", "y" * 10_000_000))
    outside = FakeOutside()
    assert outside.run("--store", str(path), "--format", "csv") == FOUND
    assert len(outside.stdout) > 10_000_000


def test_bytes_that_are_not_utf_8_cost_one_event(tmp_path: Path) -> None:
    path = tmp_path / "store.jsonl"
    line = b'{"id":"%s","date":"2022","title":"%s"}\n'
    path.write_bytes(line % (b"a", b"\xff") + line % (b"b", b"ok"))
    outside = FakeOutside()
    assert outside.run("--store", str(path), "--ids") == FOUND
    assert outside.stdout == "b\n"
    assert "1 event left out" in outside.stderr


def test_empty_store_says_so(tmp_path: Path) -> None:
    outside = FakeOutside()
    assert outside.run("--store", str(write_store(tmp_path, ""))) == NOTHING
    assert "the store holds no events" in outside.stderr


def test_empty_folder_is_no_store(tmp_path: Path) -> None:
    outside = FakeOutside()
    assert outside.run("--store", str(tmp_path)) == FAILED
    assert outside.stderr.count("\n") == 1


def test_version_tells_of_program_and_store(outside: FakeOutside) -> None:
    outside.run("--version")
    program, store = outside.stdout.splitlines()
    assert program.startswith("kgtl ")
    assert "Island and coast (2020/2022), 4 events" in store


def test_version_tells_on_which_day_the_store_was_revised(tmp_path: Path) -> None:
    store = write_store(tmp_path)
    text = store.read_text()
    store.write_text(
        text.replace("[timeline]\n", '[timeline]\nrevised = "2022-12-05"\n')
    )
    outside = FakeOutside()
    assert outside.run("--version", "--store", str(store)) == FOUND
    assert re.search(
        r"^store [0-9a-f]{16} of 2022-12-05: Island", outside.stdout, re.MULTILINE
    )
    again = FakeOutside()
    again.run("--store", str(store), "--format", "store")
    assert '"revised":"2022-12-05"' in again.stdout.splitlines()[0]
    store.write_text(text.replace("[timeline]\n", '[timeline]\nrevised = "soon"\n'))
    assert FakeOutside().run("check", str(store)) == NOTHING


def test_version_of_a_store_of_one_event_that_covers_nothing() -> None:
    outside = FakeOutside(stdin=b'{"id":"a","date":"2022","title":"A"}\n')
    assert outside.run("--version", "--store", "-") == FOUND
    assert outside.stdout.endswith(", 1 event\n")
    assert "()" not in outside.stdout


def test_version_needs_no_store() -> None:
    outside = FakeOutside(environ={"KGTL_STORE": "/nowhere"})
    assert outside.run("--version") == FOUND
    assert outside.stdout.startswith("kgtl ")
    assert "/nowhere" in outside.stderr
