"""Which store is meant, and what is said when it is not there."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from examples import HARBOUR, contents
from timeline_tui.errors import StoreError
from timeline_tui.store.locate import VARIABLE, Where, locate


def test_the_argument_beats_the_environment_beats_the_shipped_one(
    tmp_path: Path, checkout: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("schema = 1\n", encoding="utf-8")
    environ = {VARIABLE: str(other)}
    assert locate(str(HARBOUR), environ) == Where("file", str(HARBOUR))
    assert locate(None, environ) == Where("file", str(other))
    shipped = Where("file", str(checkout / "events.toml"), shipped=True)
    assert locate(None, {}) == locate(None, {VARIABLE: ""}) == shipped


def test_a_store_in_the_current_folder_is_not_picked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "events.toml").write_text("schema = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert locate(None, {}).shipped
    assert locate("events.toml", {}).path == str(tmp_path / "events.toml")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.toml", b"schema = 1", "file"),
        ("a.jsonl", b"", "lines"),
        ("a.ndjson", b"x", "lines"),
        ("a.json", b"[", "lines"),
        ("a", b' \n{"id":"a"}', "lines"),
        ("a", b"\xef\xbb\xbf{", "lines"),
        ("a", b"schema = 1", "file"),
        ("a", b"", "file"),
    ],
)
def test_the_kind_is_told_by_name_or_first_character(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert locate(str(tmp_path / name), {}).kind == kind


def test_standard_input_pipes_and_folders(tmp_path: Path) -> None:
    assert locate("-", {}) == Where("stdin", "-")
    assert locate(None, {VARIABLE: "-"}) == Where("stdin", "-")
    os.mkfifo(tmp_path / "pipe")
    assert locate(str(tmp_path / "pipe"), {}).kind == "stdin"
    (tmp_path / "a.toml").touch()
    assert locate(str(tmp_path), {}) == Where("folder", str(tmp_path))


def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    text = contents(HARBOUR).lines()
    writer = Thread(target=path.write_text, args=(text,), kwargs={"encoding": "utf-8"})
    writer.start()
    found = contents(path)
    writer.join()
    assert found == contents(HARBOUR)


@pytest.mark.parametrize(
    ("argument", "complaint"),
    [
        ("", "the store's path is empty"),
        ("nowhere.toml", "there is no store at nowhere.toml"),
        ("a\0b", "cannot be read: not a path"),
        ("bare", "the folder bare holds no TOML file; a store is"),
        ("file/events.toml", "cannot be read: Not a directory"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bare").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught:
        locate(argument, {})
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_complaint_says_where_a_path_comes_from() -> None:
    with pytest.raises(StoreError, match=r"at nowhere \(from \$KGTL_STORE\)"):
        locate(None, {VARIABLE: "nowhere"})


@pytest.mark.skipif(os.geteuid() == 0, reason="NOT CHECKED: root may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.touch(mode=0)
    with pytest.raises(StoreError, match="cannot be read: Permission denied"):
        locate(str(path), {})
