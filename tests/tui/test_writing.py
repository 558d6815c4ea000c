"""Files, commands and citations that are taken out of the explorer."""
# ruff: noqa: ASYNC240 - files of a test wait for nobody

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hands import Hands
from timeline_tui.errors import KgtlError
from timeline_tui.library.library import Library, open_library
from timeline_tui.render import STYLES
from timeline_tui.render.citations import cited, tellers_of
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens import editing, writing
from timeline_tui.tui.screens.citing import (
    STYLE,
    STYLE_WORDS,
    keep_style,
    kept_style,
)
from timeline_tui.tui.screens.piping import ending
from timeline_tui.tui.screens.whole import WholeFile
from timeline_tui.tui.screens.writing import named
from timeline_tui.tui.state.setup import Opened

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


# Files


@pytest.mark.parametrize(
    ("typed", "format_name", "name"),
    [
        ("brief", "text", "brief"),
        ("brief.txt", "text", "brief.txt"),
        ("a.TSV", "tsv", "a.TSV"),
        ("/x/y.ndjson", "jsonl", "/x/y.ndjson"),
        ("store:mine.jsonl", "store", "mine.jsonl"),
        ("a.doc", "", "a.doc"),
        ("odd:name", "text", "odd:name"),
    ],
)
def test_the_ending_tells_the_format(typed: str, format_name: str, name: str) -> None:
    assert named(typed) == (format_name, name)


async def written(
    app: ExplorerApp, painted: Painted, *names: str, key: str = "w"
) -> str:
    """Type file names one after the other; return the foot."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        for name in names:
            await pilot.press("ctrl+u")
            app.screen.post_message(_paste(name))
            await pilot.pause()
            await pilot.press("enter")
            await Hands(pilot, painted).work_done()
        foot = "".join(painted(app)[-4:])
        app.exit()
    return foot


def _paste(text: str) -> Any:  # noqa: ANN401 - an event of Textual
    from textual.events import Paste  # noqa: PLC0415

    return Paste(text)


async def test_what_is_shown_is_written(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    app = explore("actor:putin since:2022")
    foot = await written(app, painted, str(tmp_path / "p.jsonl"))
    lines = (tmp_path / "p.jsonl").read_text().splitlines()
    selection = app._browse.state.selection
    ids = [row.id for row in app._browse.library.rows(list(selection))]
    assert [json.loads(line)["id"] for line in lines] == ids
    assert f"wrote {len(ids)} events as jsonl to {tmp_path}" in foot


async def test_a_file_that_is_there_is_written_over_when_asked_twice(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    file = tmp_path / "p.txt"
    file.write_text("mine")
    file.chmod(0o640)
    foot = await written(explore(), painted, str(file))
    assert "Enter overwrites p.txt, which is there already" in foot
    assert file.read_text() == "mine"
    app = explore("actor:putin")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w")
        app.screen.post_message(_paste(str(file)))
        await pilot.pause()
        await pilot.press("enter", "enter")
        await Hands(pilot, painted).work_done()
        assert "wrote" in "".join(painted(app)[-2:])
        app.exit()
    assert "putin" not in file.read_text().splitlines()[0].split()[0]
    assert file.read_text() != "mine"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["p.txt"]


async def test_what_was_confirmed_holds_for_that_name_alone(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("mine")
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    foot = await written(explore(), painted, *names)
    assert "Enter overwrites b.txt" in foot
    assert (tmp_path / "b.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/a.txt", "cannot write"),
        ("", "search"),
        ("a.doc", "the ending tells no format"),
        (".", "is a folder"),
    ],
)
async def test_what_cannot_be_written_is_told_and_nothing_is_lost(
    explore: Explore, painted: Painted, tmp_path: Path, *, name: str, words: str
) -> None:
    before = sorted(tmp_path.iterdir())
    typed = f"{tmp_path}/{name}" if name else ""
    foot = await written(explore(), painted, typed)
    assert words in foot
    assert sorted(one for one in tmp_path.iterdir() if one.name != "state") == before


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")

    def fails(_: object) -> int:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        WholeFile(file, lambda: None).write(fails)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["old"]


def test_a_link_leads_to_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    WholeFile(tmp_path / "link", lambda: None).write(lambda out: out.write("new"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


# Commands


class Lent:
    """A terminal that is a file, lent without leaving any screen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_bytes(b"")

    @contextmanager
    def __call__(self, _app: object) -> Iterator[Any]:
        with self.path.open("r+b", buffering=0) as tty:
            yield tty


@pytest.fixture
def lent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "tty"
    for module in (writing, editing):
        monkeypatch.setattr(module, "lent", Lent(path))
    return path


@pytest.mark.parametrize("key", ["|", "W"])
async def test_a_command_is_handed_the_events_as_text(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, key: str
) -> None:
    out = tmp_path / "out"
    app = explore("actor:putin")
    foot = await written(app, painted, f"cat > {out}", key=key)
    assert "done, nothing printed" in foot
    count = len(app._browse.state.selection)
    assert len(out.read_text().splitlines()) == count
    foot = await written(explore("actor:putin"), painted, "wc -l", key=key)
    assert f"wc -l: done: {count}" in foot
    assert not lent.read_bytes()


async def test_several_lines_are_shown_and_waited_at(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    foot = await written(explore(), painted, "head -n 3", key="|")
    assert "head -n 3: done, 3 lines printed" in foot
    told = lent.read_bytes().split(b"\r\n")
    assert told[0].startswith(b"2020-10-04")
    assert told[-1] == b"kgtl: Enter goes back "


async def test_what_is_longer_than_the_screen_goes_through_the_pager(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(pager="sed s/^/paged:/")
    foot = await written(app, painted, "cat", key="|")
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
    foot = await written(explore(), painted, command, key="|")
    assert words in foot
    assert not lent.read_bytes()


async def test_a_shell_that_is_not_there_is_told_of(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(shell="/no/shell")  # noqa: S604 - a setting
    foot = await written(app, painted, "cat", key="|")
    assert "cat cannot be run: No such file" in foot
    assert not lent.read_bytes()


def test_ends_in_words() -> None:
    assert [ending(code) for code in (0, 1, -15)] == [
        "done",
        "exit code 1",
        "ended by signal 15",
    ]


# Citations


def test_every_style_is_offered_with_what_it_gives() -> None:
    assert tuple(STYLE_WORDS) == STYLES


async def test_the_style_chosen_is_used_and_kept(
    explore: Explore,
    painted: Painted,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    copied: list[str] = []
    app = explore()
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y", "ctrl+y", *"bibtex", "enter", "y")
        await pilot.pause()
        foot = painted(app)[-1]
        event = app._browse.event
        app.exit()
    assert event is not None
    library, tellers = app._browse.library, tellers_of(event)
    note, entry = (
        "\n".join(cited(style, tellers, library)) for style in ("note", "bibtex")
    )
    assert copied == [note, entry, entry]
    assert "as bibtex to the terminal's clipboard: @" in foot
    assert kept_style(str(tmp_path / "state"), "note") == "bibtex"


def test_a_style_that_cannot_be_kept_or_read_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    keep_style(str(file), "apa")
    keep_style(None, "apa")
    assert kept_style(str(file), "csl") == "csl"
    assert kept_style(None, "csl") == "csl"
    (tmp_path / STYLE).write_text("mla\n")
    assert kept_style(str(tmp_path), "apa") == "apa"
    keep_style(str(tmp_path), "chicago")
    assert kept_style(str(tmp_path), "apa") == "chicago"


# The store


@pytest.fixture
def own(checkout: Path) -> Library:
    """A library that may be closed when another is read."""
    return open_library(locate(str(checkout / "events.toml"), {}), cache=None)


def opened(app: ExplorerApp, path: str) -> Opened:
    """Stand for a copy of the store at a path."""
    return Opened(
        reload=lambda: open_library(app._browse.library.where, cache=None),
        line_of=lambda _: (path, 7),
        command_prefix=("kgtl", "--store", path),
    )


async def test_the_shipped_store_is_edited_as_a_copy(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, own: Library
) -> None:
    log, path = tmp_path / "log", str(tmp_path / "mine.toml")
    editor = ("sh", "-c", f'echo "$0 $1" > {log}')
    taken: list[str] = []

    def own_copy(to: str) -> Opened:
        taken.append(to)
        return opened(app, to)

    app = explore(
        library=own,
        own_copy=own_copy,
        copy_to="/offered/events.toml",
        editor=editor,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "copy the store to: /offered/events.toml" in painted(app)[-1]
        await pilot.press("ctrl+u")
        app.screen.post_message(_paste(path))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        foot = "".join(row.strip() + " " for row in painted(app)[-2:])
        command = app._browse.setup.command_prefix
        left = app._browse.setup.own_copy
        app.exit()
    assert taken == [path]
    assert log.read_text() == f"+7 {path}\n"
    assert f"this is now your copy {path}" in foot
    assert command == ("kgtl", "--store", path)
    assert left is None
    assert not lent.read_bytes()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(13, "Permission denied"), "Permission denied"),
        (KgtlError("x is another file"), "x is another file"),
    ],
)
async def test_a_copy_that_cannot_be_made_changes_nothing(
    explore: Explore, painted: Painted, lent: Path, *, error: Exception, words: str
) -> None:
    def own_copy(_: str) -> Opened:
        raise error

    app = explore(own_copy=own_copy, copy_to="/x/e.toml")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "enter")
        await pilot.pause()
        assert "cannot copy the store to /x/e.toml" in painted(app)[-1]
        assert words in painted(app)[-1]
        assert app._browse.setup.own_copy is own_copy
        await pilot.press("escape")
        await pilot.pause()
        assert app._browse.state.prompt is None
        app.exit()
    assert not lent.read_bytes()


async def test_a_copy_that_is_there_is_used_when_asked_twice(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, own: Library
) -> None:
    path = tmp_path / "e.toml"
    path.write_text("mine")

    def own_copy(to: str) -> Opened:
        return opened(app, to)

    app: ExplorerApp = explore(
        library=own, own_copy=own_copy, copy_to=str(path), editor=("true",)
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "enter")
        await pilot.pause()
        assert "Enter uses e.toml, which is there already" in " ".join(painted(app))
        await pilot.press("enter")
        await pilot.pause()
        assert app._browse.setup.own_copy is None
        app.exit()
    assert path.read_text() == "mine"
    assert not lent.read_bytes()


async def test_an_editor_that_is_not_there_is_told_of(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(editor=("no-such-editor",), line_of=lambda _: ("/x.toml", 3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "no-such-editor cannot be started" in painted(app)[-1]
        app.exit()
    assert not lent.read_bytes()
