"""`kgtl diff A B`: which stores can be compared, and what counts as a change."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from cli.compared import diff, lines
from cli.fake_outside import FakeOutside
from examples import HARBOUR, contents, event, revise, write_lines
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.store.jsonl import event_line


def test_a_store_does_not_differ_from_itself() -> None:
    code, outside = diff(HARBOUR, HARBOUR)
    assert (code, outside.stdout) == (FOUND, "")
    assert outside.stderr == "kgtl: nothing differs in 3 events\n"


def test_the_form_of_a_store_and_the_order_in_it_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "harbour.jsonl"
    written = contents(HARBOUR).lines().splitlines(keepends=True)
    path.write_text("".join(reversed(written)), encoding="utf-8")
    code, outside = diff(HARBOUR, path)
    assert (code, outside.stdout) == (FOUND, "")


@pytest.mark.parametrize("order", [1, -1])
def test_one_of_them_may_be_standard_input(order: int) -> None:
    stdin = contents(HARBOUR).lines().encode()
    code, _ = diff(*["-", str(HARBOUR)][::order], stdin=stdin)
    assert code == FOUND
    code, outside = diff("-", "-", stdin=stdin)
    assert code == FAILED
    assert "both stores are -" in outside.stderr


def test_one_of_them_may_be_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    text = contents(HARBOUR).lines()
    writer = Thread(target=path.write_text, args=(text,), kwargs={"encoding": "utf-8"})
    writer.start()
    code, _ = diff(path, HARBOUR)
    writer.join()
    assert code == FOUND


def test_events_alone_say_nothing_of_actors_and_sources(
    environ: dict[str, str], store: Path
) -> None:
    printed = FakeOutside(environ=environ)
    printed.run("--format", "jsonl")
    code, outside = diff(store, "-", stdin=printed.stdout.encode())
    assert (code, outside.stdout) == (FOUND, "")
    assert "holds events alone" in outside.stderr


def test_a_store_that_is_only_begun_declares_what_it_declares(tmp_path: Path) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text("schema = 1\n[timeline]\n", encoding="utf-8")
    actor = '[[actor]]\nid = "mara"\nname = "Mara Quill"\n'
    new.write_text(f"schema = 1\n[timeline]\n{actor}", encoding="utf-8")
    code, outside = diff(old, new)
    assert code == NOTHING
    assert outside.stdout.endswith("  actor mara  added: Mara Quill\n")


def test_an_event_with_a_fault_is_not_told_as_simply_gone(revised: Path) -> None:
    revise(revised, ('date = "1902-10/.."', 'date = "1902-13"'))
    code, outside = diff(HARBOUR, revised)
    assert code == NOTHING
    assert (
        "toll-taken-1902  1902-10/..  A toll is taken (set aside because of faults)"
    ) in outside.stdout
    assert f"1 event of {revised} could not be compared" in outside.stderr
    assert f"kgtl check {revised}" in outside.stderr
    code, outside = diff(revised, HARBOUR)
    assert "A toll is taken (set aside because of faults)" in outside.stdout


def test_what_could_not_be_read_does_not_count_as_the_same(revised: Path) -> None:
    revise(revised, ('date = "1902-10/.."', 'date = "1902-13"'))
    code, outside = diff(revised, revised)
    assert (code, outside.stdout) == (NOTHING, "")
    assert "could not be compared" in outside.stderr


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ([str(HARBOUR)], "diff needs A B"),
        ([str(HARBOUR), "nowhere"], "there is no store at nowhere"),
        ([str(HARBOUR), str(HARBOUR), "x"], "diff has no use for 'x'"),
        ([str(HARBOUR), str(HARBOUR), "--format", "tsv"], "prints text or jsonl"),
    ],
)
def test_what_cannot_be_compared_is_explained(argv: list[str], told: str) -> None:
    outside = FakeOutside()
    assert outside.run("diff", *argv) == FAILED
    assert told in outside.stderr
    assert outside.stdout == ""


def test_the_store_of_the_environment_has_no_part_in_it() -> None:
    code, _ = diff(HARBOUR, HARBOUR, environ={"KGTL_STORE": "nowhere"})
    assert code == FOUND


def test_thousands_of_events_are_compared_by_id(tmp_path: Path) -> None:
    events = [
        event(f"e-{n}", f"20{n % 20:02}", title=f"Event {n}") for n in range(3000)
    ]
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    write_lines(old, events)
    with new.open("w", encoding="utf-8") as file:
        for one in reversed(events[1:]):
            file.write(event_line(one).replace('Event 77"', 'Event 78"') + "\n")
    found = lines(old, new)
    assert [(line["id"], line["change"]) for line in found] == [
        ("e-77", "reworded"),
        ("e-0", "removed"),
    ]
