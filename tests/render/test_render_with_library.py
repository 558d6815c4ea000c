from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from render.fake_library import selection_of
from render.harbour import ACTORS, EVENTS, SOURCES, THEMES, harbour
from timeline_tui.library.library import open_library
from timeline_tui.model.dates import parse as parse_date
from timeline_tui.model.event import Timeline
from timeline_tui.query.syntax import parse
from timeline_tui.render.formats import WRITERS, Options, write
from timeline_tui.render.frame import first_frame
from timeline_tui.render.screen import panes
from timeline_tui.store.jsonl import event_line, head_lines
from timeline_tui.store.locate import Where

if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection

TODAY = date(2026, 11, 22)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The harbour, read from a file through an index."""
    covered = parse_date("2020-10/2023-10")
    timeline = Timeline(title="Harbour and Mill", coverage=covered)
    lines = [
        *head_lines(timeline, ACTORS, THEMES, SOURCES),
        *[event_line(event) for event in EVENTS],
    ]
    path = tmp_path / "harbour.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return open_library(Where("lines", str(path)), cache=None)


def everything(library: Library) -> Selection:
    return library.select(parse("", TODAY), TODAY)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_a_store_on_disk_is_drawn_like_one_in_memory(
    library: Library, size: tuple[int, int]
) -> None:
    hints = (("/", "search"),)
    read = first_frame(everything(library), panes(*size), size, hints)
    assert read == first_frame(selection_of(harbour()), panes(*size), size, hints)


@pytest.mark.parametrize("name", WRITERS)
def test_a_store_on_disk_is_written_like_one_in_memory(
    library: Library, name: str
) -> None:
    read, held = io.StringIO(), io.StringIO()
    count = write(everything(library), library, read, Options(name))
    alike = harbour(version=library.version)
    held_count = write(selection_of(alike), alike, held, Options(name))
    assert read.getvalue() == held.getvalue()
    assert count == held_count


def test_a_query_by_date_is_written_class_by_class(library: Library) -> None:
    out = io.StringIO()
    selection = library.select(parse("on:2022-02", TODAY), TODAY)
    write(selection, library, out, Options("tsv"))
    answers = [line.split("\t")[7] for line in out.getvalue().splitlines()]
    assert answers == sorted(answers, key="inside,under way,possible".index)
    assert set(answers) == {"inside", "under way", "possible"}
