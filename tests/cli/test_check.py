"""`kgtl check`: every fault at once, on standard output, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import BAD_EVENT, EVENTS, write_store
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


def check(*argv: str, **environ: str) -> tuple[int, FakeOutside]:
    outside = FakeOutside(environ=environ)
    return outside.run("check", *argv), outside


def test_clean_store(store: Path) -> None:
    code, outside = check(str(store))
    assert (code, outside.stdout) == (FOUND, "")
    assert outside.stderr.startswith("kgtl: no faults")


def test_faults_are_printed_with_their_place(tmp_path: Path) -> None:
    path = write_store(tmp_path, EVENTS + BAD_EVENT)
    code, outside = check(str(path))
    line = (path.read_text().splitlines()).index('id = "bad-date"') + 1
    faults = outside.stdout.splitlines()
    assert code == NOTHING
    assert len(faults) >= 2
    assert all(fault.startswith(f"{path}:") for fault in faults)
    places = {int(fault.removeprefix(f"{path}:").split(":")[0]) for fault in faults}
    assert {line + 1, line + 4} <= places  # the date and the actor
    assert all(": bad-date: " in fault for fault in faults)
    assert outside.stderr == (
        f"kgtl: {len(faults)} faults; 1 event left out; the words of 0 of 2 documents"
        " were compared\n"
    )


def test_a_fault_that_refuses_the_store_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b'schema = 1\ntitle = "\xff"\n')
    code, outside = check(str(path))
    assert code == FAILED
    assert outside.stdout.startswith(f"{path}:2: is not UTF-8")
    assert outside.stdout.count("\n") == 1
    told = "kgtl: 1 fault; the store cannot be opened before that is mended\n"
    assert outside.stderr == told


def test_quiet_prints_the_faults_alone(tmp_path: Path) -> None:
    code, outside = check("-q", str(write_store(tmp_path, EVENTS + BAD_EVENT)))
    assert (code, outside.stderr) == (NOTHING, "")
    assert "bad-date" in outside.stdout


@pytest.mark.parametrize(
    ("argv", "environ"),
    [(["--store", "{}"], {}), ([], {"KGTL_STORE": "{}"}), (["{}"], {})],
)
def test_store_may_be_named_in_three_ways(
    store: Path, argv: list[str], environ: dict[str, str]
) -> None:
    filled = {name: value.format(store) for name, value in environ.items()}
    code, _ = check(*[word.format(store) for word in argv], **filled)
    assert code == FOUND


def test_two_stores_are_one_too_many(store: Path) -> None:
    code, outside = check(str(store), "--store", str(store))
    assert code == FAILED
    assert "two stores" in outside.stderr


def test_store_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text("[timeline\n")
    code, outside = check(str(path))
    assert code == FAILED
    assert f"{path}:1" in outside.stdout + outside.stderr


def test_hostile_text_is_shown_harmlessly(tmp_path: Path) -> None:
    hostile = EVENTS.replace("The ferry stops running", "a\\u001b[31m\\u202eb")
    code, outside = check(str(write_store(tmp_path, hostile)))
    assert code == NOTHING
    assert "\x1b" not in outside.stdout
    assert "\u202e" not in outside.stdout


def test_json_lines_on_standard_input(environ: dict[str, str]) -> None:
    lines = FakeOutside(environ=environ)
    lines.run("--format", "store")
    outside = FakeOutside(stdin=lines.stdout.encode())
    assert outside.run("check", "-") == FOUND


def test_copies_are_recognised_and_compared(tmp_path: Path) -> None:
    store = write_store(tmp_path / "store")
    copy, stranger = tmp_path / "texts" / "a.txt", tmp_path / "texts" / "b.txt"
    copy.parent.mkdir()
    copy.write_text("the council went on alone\nboth sides then met\n")
    stranger.write_text("of something else\n")
    _, outside = check("-v", str(store), "--texts", str(copy.parent))
    assert f"{copy}: re-wrapped copy of gazette-2021" in outside.stderr
    assert f"{stranger}: not one of the sources" in outside.stderr
    assert "the words of 1 of 2 documents were compared" in outside.stderr


def test_texts_that_are_not_there(store: Path, tmp_path: Path) -> None:
    code, outside = check(str(store), "--texts", str(tmp_path / "none"))
    assert code == FAILED
    assert outside.stderr.count("\n") == 1
