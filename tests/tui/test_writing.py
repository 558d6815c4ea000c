"""Files that the events shown are written to."""
# ruff: noqa: ASYNC240 - files of a test wait for nobody

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hands import Hands
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.whole import WholeFile
from timeline_tui.tui.screens.writing import named

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


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


async def written(app: ExplorerApp, painted: Painted, *names: str) -> str:
    """Type file names one after the other; return what is told in the end."""
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", *names)
        await hands.work_done()
        told = hands.notice
        app.exit()
    return told


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
        hands = Hands(pilot, painted)
        await hands.give("w", str(file))
        await hands.press("enter")
        await hands.work_done()
        assert "wrote" in hands.notice
        shown = len(hands.screen.state.selection)
        app.exit()
    assert len(file.read_text().splitlines()) == shown
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


async def test_a_folder_that_is_not_there_is_named(
    explore: Explore, painted: Painted, tmp_path: Path
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.give("w", str(tmp_path / "none" / "a.md"))
        assert f"there is no folder {tmp_path / 'none'}; make it" in hands.notice
        assert hands.screen.state.prompt is not None
