"""The passages of an event in context, for the explorer and for `show --passages`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR
from timeline_tui.cli import found
from timeline_tui.cli.exit_code import FAILED, FOUND
from timeline_tui.cli.found import Passages
from timeline_tui.cli.handover import setup
from timeline_tui.cli.settings import Settings
from timeline_tui.cli.words import read
from timeline_tui.library.library import Library, open_library
from timeline_tui.render.passage import Passage
from timeline_tui.store.locate import locate

EVENT = "north-gate-1902"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    copytree(HARBOUR.parent, tmp_path / "harbour")
    return tmp_path / "harbour"


@pytest.fixture
def library(harbour: Path) -> Library:
    return open_library(locate(str(harbour / "events.toml"), {}), cache=None)


def passages(library: Library, look: Passages) -> dict[str, Passage]:
    """What is found, by the first words of each citation."""
    row = library.row_of(EVENT)
    assert row is not None
    told = look(library.event(row), library)
    return {cite.start: passage for (_, cite), passage in told.items()}


def outside(harbour: Path) -> FakeOutside:
    return FakeOutside(environ={"KGTL_TEXTS": str(harbour / "texts")})


def test_a_passage_stands_between_its_neighbours(
    harbour: Path, library: Library
) -> None:
    told = passages(library, Passages(outside(harbour)))
    passage = told["Mara Quill, who"]
    assert (passage.state, passage.para) == ("ok", 3)
    words = [passage.text[begin:stop] for begin, stop in passage.spans]
    assert words == ["Mara Quill, who", "before noon."]
    assert passage.before == "By our own writer"
    assert passage.after.startswith("“We had waited")


def test_first_and_last_paragraphs_have_one_neighbour(
    harbour: Path, library: Library
) -> None:
    path = harbour / "texts" / "gazette.txt"
    part = path.read_text(encoding="utf-8").split("\n\n")[2]
    path.write_text(part, encoding="utf-8")
    told = passages(library, Passages(outside(harbour)))["Mara Quill, who"]
    assert (told.state, told.para, told.before, told.after) == ("moved", 1, "", "")


def test_copies_are_read_late_and_again_when_they_change(
    harbour: Path, library: Library
) -> None:
    path = harbour / "texts" / "gazette.txt"
    whole = path.read_text(encoding="utf-8")
    path.unlink()
    look = Passages(outside(harbour))
    path.write_text(whole, encoding="utf-8")
    assert passages(library, look)["Forty boats"].state == "ok"
    path.write_text(whole.replace("went out", "sailed out"), encoding="utf-8")
    assert passages(library, look)["Forty boats"].state == "changed"
    path.unlink()
    assert passages(library, look)["Forty boats"] == Passage("no-copy")


def test_nothing_is_said_where_there_is_no_copy(library: Library) -> None:
    assert passages(library, Passages(FakeOutside())) == {}


def test_a_large_store_is_not_read_through(
    harbour: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = harbour / "texts" / "gazette.txt"
    text = path.read_text(encoding="utf-8").replace(". ", ".\n").replace(", ", ",\n")
    path.write_text(text, encoding="utf-8")
    told = passages(library, Passages(outside(harbour)))
    assert told["Mara Quill, who"].state == "ok"
    monkeypatch.setattr(found, "MOST_EVENTS", 2)
    told = passages(library, Passages(outside(harbour)))
    assert told["Mara Quill, who"].state == "no-copy"


def test_the_explorer_is_handed_the_passages(harbour: Path, library: Library) -> None:
    world = outside(harbour)
    told = setup(library, read([]), world, read=Settings(), no_color=True, modes=[])
    assert told.today == date(2024, 5, 17)
    assert told.passages is not None
    row = library.row_of(EVENT)
    assert row is not None
    event = library.event(row)
    states = {passage.state for passage in told.passages(event, library).values()}
    assert states == {"ok"}
    world.environ = {"KGTL_TEXTS": str(harbour / "gone")}
    assert told.passages(event, library) == {}


def show(harbour: Path, *argv: str, **environ: str) -> tuple[int, FakeOutside]:
    world = FakeOutside(environ={"KGTL_STORE": str(harbour / "events.toml"), **environ})
    return world.run("show", EVENT, *argv), world


def test_show_prints_the_passages(harbour: Path) -> None:
    code, world = show(harbour, "--passages", KGTL_TEXTS=str(harbour / "texts"))
    assert code == FOUND
    assert "¶3  “Mara Quill, who … before noon.”  passage found" in (
        world.stdout.replace("\xa0", " ")
    )
    assert "Forty boats went out before noon." in world.stdout
    code, named = show(harbour, "--passages", "--texts", str(harbour / "texts"))
    assert (code, named.stdout) == (FOUND, world.stdout)


def test_show_prints_digests_where_there_is_no_copy(harbour: Path) -> None:
    code, world = show(harbour, "--passages")
    text = world.stdout.replace("\xa0", " ")
    assert code == FOUND
    assert "¶3 The gate and the boats of the first morning" in text
    assert "passage found" not in text
    assert "Forty boats went" not in text


def test_show_without_passages_keeps_texts_to_itself(harbour: Path) -> None:
    _, world = show(harbour, KGTL_TEXTS=str(harbour / "texts"))
    assert "Forty boats went" not in world.stdout
    code, world = show(harbour, "--texts", str(harbour / "texts"))
    assert code == FAILED
    assert "--passages" in world.stderr


@pytest.mark.parametrize("place", ["named", "variable"])
def test_show_tells_of_a_folder_that_is_not_there(harbour: Path, place: str) -> None:
    gone = os.fspath(harbour / "gone")
    named = ["--texts", gone] if place == "named" else []
    environ = {} if named else {"KGTL_TEXTS": gone}
    code, world = show(harbour, "--passages", *named, **environ)
    assert (code, world.stdout) == (FAILED, "")
    assert "there are no texts at" in world.stderr
