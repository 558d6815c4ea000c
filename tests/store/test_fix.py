"""Paragraph numbers are written anew, and not a byte besides."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from shutil import copytree

import pytest

from examples import HARBOUR, harbour
from timeline_tui.errors import KgtlError
from timeline_tui.model.event import Cite
from timeline_tui.model.source import Paragraph, Source
from timeline_tui.store.citations import Cited
from timeline_tui.store.fix import Move, move_numbers, right_number
from timeline_tui.store.locate import Where, locate
from timeline_tui.store.verify import Verdict

MOVES = [
    Move("north-gate-1902", ("account", 1, "cite", 0, "para"), 2, 12),
    Move("toll-taken-1902", ("account", 0, "cite", 0, "para"), 3, 1),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    copytree(HARBOUR.parent, tmp_path / "harbour")
    return tmp_path / "harbour" / "events.toml"


def where(store: Path) -> Where:
    return locate(str(store), {})


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_only_the_numbers_change(store: Path, mark: bytes, line_end: bytes) -> None:
    before = mark + store.read_bytes().replace(b"\n", line_end)
    store.write_bytes(before)
    store.chmod(0o640)
    files = [str(store), *map(str, sorted((store.parent / "seeds").iterdir()))]
    assert move_numbers(where(store), files, MOVES) == {str(store)}
    expected = before.replace(
        b'para = 2, start = "the rope', b'para = 12, start = "the rope'
    ).replace(b'para = 3, start = "A toll', b'para = 1, start = "A toll')
    assert expected != before
    assert store.read_bytes() == expected
    assert stat.S_IMODE(store.stat().st_mode) == 0o640
    assert [path.name for path in store.parent.iterdir() if path.is_file()] == [
        "events.toml"
    ]


def test_a_link_stays_a_link(store: Path) -> None:
    link = store.parent / "linked.toml"
    link.symlink_to(store)
    move_numbers(where(store), [str(link)], MOVES)
    assert link.is_symlink()
    assert "para = 12" in store.read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(store: Path) -> None:
    other = [MOVES[0]._replace(old=7)]
    gone = [MOVES[0]._replace(trail=("account", 5, "cite", 0, "para"))]
    before = store.read_bytes()
    for moves in (other, gone):
        with pytest.raises(KgtlError, match="changed meanwhile"):
            move_numbers(where(store), [str(store)], moves)
    assert store.read_bytes() == before


def test_a_full_disk_leaves_the_file_as_it_was(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = store.read_bytes()
    with pytest.raises(KgtlError, match="cannot be written: No space left"):
        move_numbers(where(store), [str(store)], MOVES)
    assert store.read_bytes() == before
    assert len(list(store.parent.iterdir())) == len(list(HARBOUR.parent.iterdir()))


def test_stores_that_are_not_ours_to_write_are_refused(store: Path) -> None:
    import timeline_tui  # noqa: PLC0415 - its place is what matters

    shipped = Path(timeline_tui.__file__).parent / "data" / "events.toml"
    for place, words in (
        (Where("stdin", "-"), "JSON Lines"),
        (Where("lines", "/x.jsonl"), "x.jsonl"),
        (Where("file", str(shipped), shipped=True), "copy it"),
    ):
        with pytest.raises(KgtlError, match=words):
            move_numbers(place, [str(store)], MOVES)


@pytest.mark.parametrize(
    ("para", "verdict", "numbers", "right"),
    [
        (3, Verdict("moved", 4), [3], 3),  # the copy has one more in front
        (4, Verdict("moved", 3), [3], 3),
        (4, Verdict("ok", 4), [3], 3),  # the copy agrees by chance
        (5, Verdict("ok", 5), [3, 5], 5),  # a paragraph that stands twice
        (4, Verdict("moved", 3), [], 3),  # no record: the copy is all there is
        (4, Verdict("ok", 9), [], 4),  # put together from lines: no numbers there
        (4, Verdict("changed", 3), [3], 4),
        (4, Verdict("missing", 0), [3], 4),
    ],
)
def test_the_right_number_is_that_of_the_record(
    para: int, verdict: Verdict, numbers: list[int], right: int
) -> None:
    cite = Cite(para=para, start="x y", hash="n1:0123456789abcdef")
    rows = tuple(Paragraph(n=n, hash=cite.hash) for n in numbers)
    cited = Cited("event", (), "source", cite)
    assert right_number(cited, verdict, Source(id="s", paragraphs=rows)) == right


def test_the_store_of_these_tests_has_the_numbers_that_they_move() -> None:
    events = {event.id: event for event in harbour().events}
    for move in MOVES:
        account = events[move.event].accounts[int(move.trail[1])]
        assert account.cite[0].para == move.old
