"""What is said while a store is opened."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import BAD_EVENT, EVENTS, write_store


class Screen(io.StringIO):
    """A standard error that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A store of many events."""
    path = tmp_path / "many.jsonl"
    account = '{"source":"s","stance":"supports"}'
    line = f'{{"id":"e-%d","date":"2021","title":"t","accounts":[{account}]}}\n'
    path.write_text("".join(line % number for number in range(20_000)))
    return path


def test_a_long_build_is_told_of_and_wiped_away(
    lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = iter(range(10_000))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(ticks)))
    outside = FakeOutside()
    outside.say_to = screen = Screen()
    assert outside.run("--store", str(lines), "--count") == 0
    told = screen.getvalue()
    assert "reading the store: " in told
    assert told.endswith("\r\x1b[K")


@pytest.mark.parametrize("argv", [["-q"], []])
def test_nobody_is_told_in_a_pipe_or_when_quiet(lines: Path, argv: list[str]) -> None:
    outside = FakeOutside()
    if argv:
        outside.say_to = Screen()
    assert outside.run("--store", str(lines), "--count", *argv) == 0
    assert outside.stdout == "20000\n"
    assert outside.stderr == ""


def test_advice_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    store = write_store(tmp_path / "a folder", EVENTS + BAD_EVENT)
    outside = FakeOutside()
    outside.run("--store", str(store))
    assert f"kgtl check '{store}'" in outside.stderr


def test_verbose_names_the_store(outside: FakeOutside, store: Path) -> None:
    outside.run("-v", "sources")
    assert outside.stderr == f"kgtl: the store is {store}: 4 events\n"
