"""Where printed text goes: standard output, the reader's pager, a file."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.pager import pager_command
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.words import Command
from timeline_tui.errors import UsageError

SIZE = (20, 5)
COPY = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"


def printed(outside: FakeOutside, text: str, **options: str) -> None:
    command = Command("list", {k.replace("_", "-"): v for k, v in options.items()}, ())
    with Printing(command, outside) as out:
        for line in text.splitlines(keepends=True):
            out.write(line)


def copying_pager(path: Path) -> str:
    return f'{sys.executable} -c "{COPY}" {path}'


@pytest.mark.parametrize(
    ("environ", "pager"),
    [
        ({}, "less"),
        ({"PAGER": "most -x"}, "most -x"),
        ({"PAGER": "most", "KGTL_PAGER": "more"}, "more"),
        ({"PAGER": "most", "KGTL_PAGER": ""}, None),
        ({"PAGER": "cat"}, None),
    ],
)
def test_choice_of_pager(environ: dict[str, str], pager: str | None) -> None:
    assert pager_command(environ) == pager


def test_text_that_fits_is_printed_without_a_pager(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    outside = FakeOutside(size=SIZE, environ={"PAGER": copying_pager(shown)})
    printed(outside, "1\n2\n3\n4\n")
    assert outside.stdout == "1\n2\n3\n4\n"
    assert not shown.exists()


@pytest.mark.parametrize("text", ["1\n2\n3\n4\n5\n6\n", "x" * 80 + "\n2\n"])
def test_text_that_does_not_fit_is_paged(tmp_path: Path, text: str) -> None:
    shown = tmp_path / "shown"
    outside = FakeOutside(size=SIZE, environ={"PAGER": copying_pager(shown)})
    printed(outside, text)
    assert outside.stdout == ""
    assert shown.read_text() == text


def test_less_is_told_how_unless_the_reader_has_told_it(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    tell = "import os, sys; open(sys.argv[1], 'w').write(os.environ['LESS'])"
    pager = f'{sys.executable} -c "{tell}; sys.stdin.read()" {shown}'
    for environ, told in (({}, "FRX"), ({"LESS": "S"}, "S")):
        outside = FakeOutside(size=SIZE, environ={"PAGER": pager, **environ})
        printed(outside, "\n" * 9)
        assert shown.read_text() == told


@pytest.mark.parametrize("pager", ["/nonexistent/pager", "'unclosed", "false"])
def test_broken_pager_is_as_good_as_none(pager: str) -> None:
    outside = FakeOutside(size=SIZE, environ={"PAGER": pager})
    printed(outside, "line\n" * 9)
    assert outside.stdout == "line\n" * 9


def test_pager_that_is_left_early_ends_the_printing() -> None:
    leave = f'{sys.executable} -c "import sys; sys.stdin.readline()"'
    outside = FakeOutside(size=SIZE, environ={"PAGER": leave})
    printed(outside, "a line of text\n" * 100_000)
    assert outside.stdout == ""


def test_pager_can_be_declined(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    outside = FakeOutside(size=SIZE, environ={"PAGER": copying_pager(shown)})
    printed(outside, "line\n" * 9, no_pager="")
    assert outside.stdout == "line\n" * 9


def test_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    outside = FakeOutside(size=SIZE)
    printed(outside, "ж\n" * 9, output=str(path))
    assert path.read_bytes() == "ж\n".encode() * 9
    assert outside.stdout == ""
    assert list(tmp_path.iterdir()) == [path]


def test_file_keeps_what_it_held_and_its_rights_when_printing_fails(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    path.chmod(0o640)
    command = Command("list", {"output": str(path)}, ())
    with pytest.raises(TypeError), Printing(command, FakeOutside()) as out:
        out.writelines(["half", None])  # type: ignore[list-item]
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
    printed(FakeOutside(), "after", output=str(path))
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)
    printed(FakeOutside(), "after", output=str(link))
    assert (link.is_symlink(), target.read_text()) == (True, "after")


def test_a_device_is_written_to_not_replaced() -> None:
    printed(FakeOutside(), "text", output="/dev/null")
    assert Path("/dev/null").is_char_device()


def test_a_dash_is_standard_output() -> None:
    outside = FakeOutside()
    printed(outside, "text", output="-")
    assert outside.stdout == "text"


def test_a_folder_that_is_gone_is_no_place_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(UsageError, match="cannot write x: this folder is gone"):
        printed(FakeOutside(), "text", output="x")


def test_file_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    told = r"cannot write .*/none/x: there is no folder .*/none; make it first"
    with pytest.raises(UsageError, match=told):
        printed(FakeOutside(), "text", output=str(tmp_path / "none" / "x"))
