from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.errors import KgtlError
from timeline_tui.tui.screens import keeping
from timeline_tui.tui.screens.keeping import (
    BrokenNotebookError,
    keep,
    kept,
    notebook_file,
)
from timeline_tui.tui.state.notebook import QUERIES_KEPT, Notebook

STORE = "/one.toml"
BROKEN = (
    "",
    "{",
    "[]",
    "null",
    '{"marks": 3}',
    '{"marks": ["a"], "views": {}, "queries": [], "left": ""}',
    '{"marks": {"a": 1}, "views": {}, "queries": [], "left": ""}',
    '{"marks": {}, "views": {}, "queries": [7], "left": ""}',
    '{"marks": {}, "views": {}, "queries": [], "left": null}',
    "[" * 100_000,
)


def test_each_store_has_a_notebook_of_its_own(tmp_path: Path) -> None:
    folder = str(tmp_path / "new" / "folder")
    keep(folder, STORE, lambda book: book.marking("a", "why").saving("v", "x"))
    assert kept(folder, STORE) == Notebook({"a": "why"}, {"v": "x"})
    assert kept(folder, "/other.toml") == Notebook()
    assert kept(None, STORE) == Notebook()
    assert not list(Path(folder).glob("*.json.*"))


@given(
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=4),
    st.lists(st.text(max_size=5), max_size=6),
    st.text(max_size=5),
)
def test_whatever_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    marks: dict[str, str],
    queries: list[str],
    left: str,
) -> None:
    folder = str(tmp_path_factory.mktemp("state"))
    book = Notebook(marks, {}, tuple(queries), left)
    keep(folder, STORE, lambda _: book)
    assert kept(folder, STORE) == book


def test_two_explorers_do_not_undo_each_other(tmp_path: Path) -> None:
    folder = str(tmp_path)
    mine = kept(folder, STORE)
    keep(folder, STORE, lambda book: book.marking("theirs"))
    assert not mine.marks
    merged, _ = keep(folder, STORE, lambda book: book.marking("mine"))
    assert merged.marks.keys() == {"mine", "theirs"}
    assert kept(folder, STORE) == merged


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_told_of_and_put_aside_whole(
    tmp_path: Path, text: str
) -> None:
    path = notebook_file(str(tmp_path), STORE)
    path.write_text(text)
    with pytest.raises(BrokenNotebookError, match="not as kgtl writes it"):
        kept(str(tmp_path), STORE)
    assert path.read_text() == text
    for number in ("", "2"):
        path.write_text(text)
        book, told = keep(str(tmp_path), STORE, lambda book: book.marking("a"))
        assert book.marks == {"a": ""}
        assert f".bad{number}" in told
        assert path.with_suffix(f".bad{number}").read_text() == text
        assert kept(str(tmp_path), STORE) == book


def test_a_folder_in_place_of_the_file_is_put_aside(tmp_path: Path) -> None:
    path = notebook_file(str(tmp_path), STORE)
    path.mkdir()
    keep(str(tmp_path), STORE, lambda book: book.marking("a"))
    assert path.with_suffix(".bad").is_dir()
    assert kept(str(tmp_path), STORE).marks == {"a": ""}


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KgtlError, match=r"Not a directory|File exists"):
        keep(str(tmp_path / "file"), STORE, lambda book: book.marking("a"))
    with pytest.raises(KgtlError, match="no folder"):
        keep(None, STORE, lambda book: book.marking("a"))


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path)
    keep(folder, STORE, lambda book: book.marking("a"))

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(KgtlError, match="No space"):
        keep(folder, STORE, lambda book: book.marking("b"))
    assert kept(folder, STORE).marks == {"a": ""}
    assert not list(tmp_path.glob("*.json.*"))


def test_a_lock_that_is_never_let_go_does_not_stop_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(fcntl, "flock", taken)
    monkeypatch.setattr(keeping, "_BETWEEN", 0)
    keep(str(tmp_path), STORE, lambda book: book.marking("a"))
    assert kept(str(tmp_path), STORE).marks == {"a": ""}


def test_a_query_is_remembered_once_and_the_latest_last() -> None:
    book = Notebook().asked("a").asked("b").asked("a")
    assert book.queries == ("b", "a")
    for number in range(QUERIES_KEPT + 5):
        book = book.asked(str(number))
    assert len(book.queries) == QUERIES_KEPT
    assert book.queries[-1] == str(QUERIES_KEPT + 4)


def test_the_file_is_plain_json_with_the_store_named(tmp_path: Path) -> None:
    keep(str(tmp_path), STORE, lambda book: book.leaving("e-1"))
    record = json.loads(notebook_file(str(tmp_path), STORE).read_text())
    assert record["store"] == STORE
    assert record["left"] == "e-1"
