from __future__ import annotations

from pathlib import Path

import pytest

from timeline_tui.tui.screens.typed_path import objection, typed_path


def test_home_and_variables_are_told_as_far_as_they_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setenv("WHERE", "there")
    assert typed_path(" ~/$WHERE/a.csv ") == Path("/home/me/there/a.csv")
    assert typed_path("~nobody-here/a.csv") == Path("~nobody-here/a.csv")


def test_what_is_there_already_is_asked_for_once(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("")
    assert "is a folder" in objection(tmp_path, "sure?", "sure?")
    assert objection(there, "sure?", "") == "sure?"
    assert objection(there, "sure?", "sure?") == ""
    assert objection(tmp_path / "new", "sure?", "") == ""


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_what_cannot_be_a_name_is_no_error(name: str) -> None:
    assert objection(typed_path(name), "sure?", "") == ""
