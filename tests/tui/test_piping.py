"""Commands of a shell that the events shown are handed to."""
# ruff: noqa: ASYNC240 - files of a test wait for nobody

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hands import Hands
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.piping import ending

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


async def piped(
    app: ExplorerApp, painted: Painted, command: str, *, key: str = "|"
) -> str:
    """Hand the events to a command; return what is told in the end."""
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give(key, command)
        await hands.work_done()
        told = hands.notice
        app.exit()
    return told


@pytest.mark.parametrize("key", ["|", "W"])
async def test_a_command_is_handed_the_events_as_text(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, key: str
) -> None:
    out = tmp_path / "out"
    app = explore("actor:putin")
    foot = await piped(app, painted, f"cat > {out}", key=key)
    assert "done, nothing printed" in foot
    count = len(app._browse.state.selection)
    assert len(out.read_text().splitlines()) == count
    foot = await piped(explore("actor:putin"), painted, "wc -l", key=key)
    assert f"wc -l: done: {count}" in foot
    assert not lent.read_bytes()


async def test_several_lines_are_shown_and_waited_at(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    foot = await piped(explore(), painted, "head -n 3")
    assert "head -n 3: done, 3 lines printed" in foot
    told = lent.read_bytes().split(b"\r\n")
    assert told[0].startswith(b"2020-10-04")
    assert told[-1] == b"kgtl: Enter goes back "


async def test_what_is_longer_than_the_screen_goes_through_the_pager(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(pager="sed s/^/paged:/")
    foot = await piped(app, painted, "cat")
    assert "lines printed" in foot
    told = lent.read_bytes().splitlines()
    assert len(told) == app._browse.library.count
    assert all(line.startswith(b"paged:") for line in told)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("exit 3", "exit 3: exit code 3"),
        ("echo oh; exit 4", "exit code 4: oh"),
        ("no-such-command-here", "exit code 127: "),
        ("kill -9 $$", "ended by signal 9"),
        ("", "search"),
        ("printf '\\033[31mred'", "done: ^[[31mred"),
    ],
)
async def test_how_a_command_ended_is_told(
    explore: Explore, painted: Painted, lent: Path, *, command: str, words: str
) -> None:
    foot = await piped(explore(), painted, command)
    assert words in foot
    assert not lent.read_bytes()


async def test_a_shell_that_is_not_there_is_told_of(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(shell="/no/shell")  # noqa: S604 - a setting
    foot = await piped(app, painted, "cat")
    assert "cat cannot be run: No such file" in foot
    assert not lent.read_bytes()


def test_ends_in_words() -> None:
    assert [ending(code) for code in (0, 1, -15)] == [
        "done",
        "exit code 1",
        "ended by signal 15",
    ]
