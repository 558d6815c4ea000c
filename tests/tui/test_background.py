"""What is written and piped while one reads on: given up, told, and left behind."""
# ruff: noqa: ASYNC240 - files of a test wait for nobody

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event as Signal
from typing import TextIO

import pytest

from hands import Hands
from timeline_tui.library.library import Library
from timeline_tui.library.selection import Selection
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens import piping, writing
from timeline_tui.tui.screens.job import Job, Outcome, StoppedError
from timeline_tui.tui.screens.whole import WholeFile

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


def without_end(selection: Selection, library: Library, out: TextIO, _: object) -> int:
    """Write the same events again and again."""
    while True:
        out.writelines(row.title for row in library.stream(selection))


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "write", without_end)


async def until(told: Callable[[], bool]) -> None:
    for _ in range(1000):
        if told():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")


@pytest.mark.usefixtures("endless")
async def test_one_reads_on_while_a_file_is_written_and_may_give_it_up(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("mine")
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(file))
        await hands.press("enter")
        job = hands.screen.job
        assert job is not None
        await until(lambda: job.done > 1000)
        await hands.press("j", "c")
        assert hands.place == 1
        assert "writing brief.txt: " in hands.foot
        assert f"of {job.total:,}  Esc gives it up" in hands.foot
        assert len(list(tmp_path.glob("*.part"))) == 1
        await hands.press("escape")
        await hands.work_done()
        assert hands.screen.state.layers
        assert "gave up writing brief.txt; w has the line still" in hands.notice
        assert [one.name for one in tmp_path.glob("*.*")] == ["brief.txt"]
        assert file.read_text() == "mine"
        await hands.press("q", "w")
        assert f"write to file: {file}"[:60] in hands.notice


@pytest.mark.usefixtures("endless")
async def test_leaving_while_a_file_is_written_leaves_nothing_of_it(
    explore: Explore,
    painted: Painted,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(tmp_path / "brief.csv"))
        job = hands.screen.job
        assert job is not None
        await hands.press("q")
    assert isinstance(job.outcome, Outcome)
    assert not list(tmp_path.glob("brief*"))
    assert capsys.readouterr().err == "kgtl: gave up writing brief.csv\n"


@pytest.mark.usefixtures("endless")
async def test_only_one_thing_is_done_at_a_time(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(tmp_path / "a.txt"))
        for key in ("w", "|"):
            await hands.press(key)
            assert hands.screen.state.prompt is None
            assert "still writing a.txt; Esc gives it up" in hands.foot


async def test_what_came_of_it_is_told_when_no_line_is_being_typed(
    explore: Explore,
    painted: Painted,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_end = Signal()
    monkeypatch.setattr(writing, "write", lambda *_: int(may_end.wait(10)))
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(tmp_path / "a.txt"))
        await hands.press("&", *"war")
        may_end.set()
        await until((tmp_path / "a.txt").exists)
        await pilot.pause(0.3)
        assert hands.screen.state.prompt is not None
        assert "wrote" not in hands.notice
        await hands.press("escape")
        await hands.work_done()
        assert "wrote" in hands.notice


@pytest.mark.usefixtures("endless")
@pytest.mark.parametrize("key", ["r", "e"])
async def test_the_store_stays_while_something_reads_from_it(
    explore: Explore, painted: Painted, tmp_path: Path, *, key: str
) -> None:
    def never(*_: object) -> Library:
        raise AssertionError("it is being read")

    app = explore(reload=never, line_of=never)
    async with app.run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(tmp_path / "a.txt"))
        job = hands.screen.job
        await hands.press(key)
        assert "still writing a.txt; Esc gives it up" in hands.foot
        assert hands.screen.job is job
        await hands.press("escape")
        await hands.work_done()


@pytest.mark.parametrize("named", ["full", "fifo"])
async def test_what_takes_no_text_is_told_of(
    explore: Explore, painted: Painted, tmp_path: Path, *, named: str
) -> None:
    path = tmp_path / named
    if named == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/full")
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(path))
        await hands.press("enter")
        await hands.work_done()
        assert f"cannot write {path}: No s" in hands.notice


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    "command",
    [
        "exec sleep 1000",
        "cat > /dev/null; exec sleep 1000",
        "trap '' TERM; cat > /dev/null; while :; do sleep 0.1; done",
    ],
)
@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_a_command_that_never_ends_is_ended(
    explore: Explore, painted: Painted, tmp_path: Path, *, command: str, key: str
) -> None:
    note = tmp_path / "pid"
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("|", f"echo $$ > {note}; {command}")
        job = hands.screen.job
        assert job is not None
        await until(lambda: note.exists() and bool(note.read_text()))
        pid = int(note.read_text())
        assert not gone(pid)
        await hands.press(key)
        if key == "escape":
            await hands.work_done()
            assert "gave up" in hands.notice
    assert job.outcome is not None
    assert gone(pid)


async def test_a_command_that_reads_nothing_of_a_large_view_ends_as_it_would(
    explore: Explore, painted: Painted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "write", without_end)
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("|", "echo enough")
        await hands.work_done()
        assert "echo enough: done: enough" in hands.notice


async def test_a_command_that_prints_without_end_is_stopped(
    explore: Explore, painted: Painted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piping, "MOST", 1 << 20)
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("|", "yes")
        await hands.work_done()
        assert "stopped yes: it printed more than 1 MB" in hands.notice
        assert "yes > FILE" in hands.notice


async def test_a_command_that_fails_is_there_to_be_mended(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("|", "no-such-command")
        await hands.work_done()
        assert "exit code 127" in hands.notice
        assert "| has the line still" in hands.notice
        await hands.press("|")
        assert "pipe to: no-such-command" in hands.foot
        await hands.press("ctrl+u", *"true", "enter")
        await hands.work_done()
        await hands.press("|")
        assert "pipe to:  " in hands.foot


async def test_a_command_may_have_the_terminal(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    async with explore("actor:putin").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("|", "!head -n 2")
        await hands.work_done()
        assert "!head -n 2: done" in hands.notice
        assert len(lent.read_text().splitlines()) == 2
        await hands.give("|", "!")
        assert hands.screen.state.prompt is None
        assert hands.screen.job is None


def test_whatever_goes_wrong_in_the_background_is_told() -> None:
    def fails(_: Job) -> Outcome:
        raise LookupError("no such row")

    job = Job("writing a.txt", 3, fails, lambda: None)
    job.start()
    job.wait(5)
    assert job.outcome == Outcome("writing a.txt: no such row", failed=True)


def test_what_is_given_up_gives_no_more(shipped: Library, tmp_path: Path) -> None:
    job = Job("writing", 1, lambda _: Outcome(""), lambda: None)
    rows = job.each(shipped.stream(range(9)))
    next(rows)
    job.stop()
    file = WholeFile(tmp_path / "a", job.check)
    with pytest.raises(StoppedError):
        file.write(lambda out: sum(out.write(str(row)) for row in rows))
    assert job.done == 1
    assert not list(tmp_path.iterdir())
