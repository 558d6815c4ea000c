"""Readers' copies: where they are looked for, and which document each one is."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from examples import HARBOUR_TEXTS, harbour
from timeline_tui.errors import KgtlError
from timeline_tui.model.event import Cite
from timeline_tui.store.citations import cites_by_source
from timeline_tui.store.recognise import Copy
from timeline_tui.store.texts import best_copies, read_copy, text_files

GAZETTE = HARBOUR_TEXTS / "gazette.txt"
STORE = harbour()


def cites() -> dict[str, list[Cite]]:
    return cites_by_source(STORE.events)


def copy_of(text: str, folder: Path) -> Copy:
    path = folder / "copy.txt"
    path.write_text(text, encoding="utf-8")
    return read_copy(str(path), STORE.sources, cites)


def test_the_text_itself_is_known_in_any_typography(tmp_path: Path) -> None:
    text = GAZETTE.read_text(encoding="utf-8")
    copy = copy_of(text.replace("“", '"').replace("\n\n", "\r\n"), tmp_path)
    assert (copy.source, copy.how) == ("gazette-1902", "same")
    assert str(copy) == "exact copy of gazette-1902"
    assert len(copy.paragraphs) == 6


def test_a_changed_text_is_known_by_its_paragraphs(tmp_path: Path) -> None:
    text = GAZETTE.read_text(encoding="utf-8").replace("nine winters", "ten winters")
    copy = copy_of(text, tmp_path)
    assert str(copy) == "changed copy of gazette-1902: 2 of 3 paragraphs"


def test_a_rewrapped_text_is_known_by_its_anchors(tmp_path: Path) -> None:
    text = GAZETTE.read_text(encoding="utf-8").replace(". ", ".\n").replace(", ", ",\n")
    copy = copy_of(text, tmp_path)
    assert (copy.source, copy.how) == ("gazette-1902", "re-wrapped")
    assert str(copy) == "re-wrapped copy of gazette-1902: 3 of 3 anchors"


def test_another_text_is_none_of_the_sources(tmp_path: Path) -> None:
    copy = copy_of("The wind came from the south.\nIt rained.\n", tmp_path)
    assert (copy.source, str(copy)) == ("", "not one of the sources")
    assert copy_of("", tmp_path).source == ""


def test_headings_alone_do_not_make_a_copy(tmp_path: Path) -> None:
    assert copy_of("The year in Alba\n", tmp_path).source == ""


def test_texts_are_listed_from_the_surest_place_on(tmp_path: Path) -> None:
    for place in ("named", "variable", "data"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "b.txt").touch()
        (tmp_path / place / "a.md").touch()
    named = [str(GAZETTE), str(tmp_path / "named")]
    environ = {"KGTL_TEXTS": str(tmp_path / "variable")}
    folders = [
        str(tmp_path / "data"),
        str(tmp_path / "absent"),
        str(tmp_path / "named"),
    ]
    assert text_files(named, environ, folders) == [
        str(GAZETTE),
        *(str(tmp_path / place / "b.txt") for place in ("named", "variable", "data")),
    ]


def test_a_place_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(KgtlError, match="there are no texts at"):
        text_files([str(tmp_path / "absent")], {}, [])


def test_the_truest_copy_of_each_source_is_taken(tmp_path: Path) -> None:
    same = read_copy(str(GAZETTE), STORE.sources)
    text = GAZETTE.read_text(encoding="utf-8")
    changed = copy_of(text.replace("nine", "ten"), tmp_path)
    other = Copy("x", ("x",))
    assert best_copies([other, changed, same]) == {"gazette-1902": same}
    assert best_copies([changed, other]) == {"gazette-1902": changed}


def test_a_text_in_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    text = GAZETTE.read_text(encoding="utf-8")
    path.write_bytes(text.encode("cp1252"))
    copy = read_copy(str(path), STORE.sources)
    assert copy.how == "same"
    assert str(copy) == (
        "exact copy of gazette-1902 (line 7: byte 0x93 is not UTF-8; save it so)"
    )
    path.write_bytes(text.encode("utf-16"))
    assert str(read_copy(str(path), STORE.sources)) == "exact copy of gazette-1902"
    path.write_bytes(GAZETTE.read_bytes().replace("“".encode(), b"\x93"))
    assert read_copy(str(path), STORE.sources).how == "changed"


def test_what_cannot_be_read_as_a_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"a line\nand\0more")
    copy = read_copy(str(path), STORE.sources)
    assert copy.paragraphs == ()
    assert str(copy) == "line 2: binary data; save the document as plain text"
    assert str(read_copy(str(tmp_path), STORE.sources)).startswith("cannot be read: ")
    path.write_bytes(b" \n")
    assert str(read_copy(str(path), STORE.sources)) == "holds no text"


def test_a_folder_that_the_environment_names_must_be_there(tmp_path: Path) -> None:
    absent = str(tmp_path / "absent")
    with pytest.raises(KgtlError, match=r"absent \(from \$KGTL_TEXTS\)"):
        text_files([], {"KGTL_TEXTS": absent}, [])


def test_lines_that_break_elsewhere_are_put_together(tmp_path: Path) -> None:
    text = GAZETTE.read_text(encoding="utf-8")
    narrow = "\n".join(fill(line, 30) for line in text.split("\n"))
    copy = copy_of(narrow, tmp_path)
    assert str(copy) == "re-wrapped copy of gazette-1902: 3 of 3 anchors"
    assert copy.hashes == copy_of(text, tmp_path).hashes


def test_a_changed_copy_is_not_taken_for_a_rewrapped_one(tmp_path: Path) -> None:
    text = GAZETTE.read_text(encoding="utf-8")
    copy = copy_of(f"Put in front\n{text}", tmp_path)
    assert str(copy) == (
        "changed copy of gazette-1902: all 3 paragraphs, but the rest differs"
    )
