"""The command as the shell runs it: real streams, real pipes, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from shlex import split

import pytest

from cli.small_store import IDS
from timeline_tui.cli.options import FORMATS

KGTL = (sys.executable, "-m", "timeline_tui")


PRINTING = (
    *("", *(f"--format {name}" for name in FORMATS), "--long", "--ids", "--count"),
    *("--per account", "--view matrix", "show mira", "cite market-closed", "facets"),
    *("sources", "date 2022", "where council", "help", "config", "completion fish"),
    *("--version", "new --source gazette-2021 --para 1 'two words'"),
)
"""A command line of every kind that prints something."""


@pytest.fixture
def world(environ: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **environ}


def kgtl(
    *argv: str | bytes, world: dict[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KGTL, *argv], env=world, input=stdin, capture_output=True, check=False
    )


def shell(line: str, world: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which $KGTL is the command."""
    return subprocess.run(
        ["/bin/bash", "-c", line],
        env={**world, "KGTL": " ".join(KGTL)},
        capture_output=True,
        check=False,
        text=True,
    )


def test_output_is_complete_and_nothing_is_said(world: dict[str, str]) -> None:
    done = kgtl(world=world)
    assert done.stdout.count(b"\n") == len(IDS)
    assert (done.returncode, done.stderr) == (0, b"")


def test_reader_that_goes_away_is_no_error(world: dict[str, str]) -> None:
    done = shell("yes ferry | head -c 0; $KGTL | true; echo ${PIPESTATUS[0]}", world)
    assert done.stdout in ("141\n", "0\n")  # 0 if it was quicker than `true`
    assert done.stderr == ""


@pytest.mark.parametrize("line", PRINTING)
def test_closed_pipe_is_told_by_141_and_silence(
    line: str, world: dict[str, str]
) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*KGTL, *split(line), "-q"],
        env=world,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("line", PRINTING)
def test_full_disk(line: str, world: dict[str, str]) -> None:
    done = shell(f"$KGTL {line} -q > /dev/full", world)
    assert done.returncode == 2
    assert done.stderr.endswith("kgtl: write error: No space left on device\n")
    assert "Traceback" not in done.stderr


def test_closed_standard_output(world: dict[str, str]) -> None:
    done = shell("$KGTL >&-", world)
    assert done.returncode == 2
    assert done.stderr == "kgtl: write error: Bad file descriptor\n"


def test_closed_standard_error_and_input(world: dict[str, str]) -> None:
    done = shell("$KGTL on:2021-02-03 2>&- <&-", world)
    assert (done.returncode, done.stdout.count("\n")) == (0, 3)


def test_standard_error_that_is_full(world: dict[str, str]) -> None:
    done = shell("$KGTL on:2021-02-03 2>/dev/full", world)
    assert (done.returncode, done.stdout.count("\n")) == (0, 3)


def test_file_that_fills_up_leaves_nothing(
    world: dict[str, str], tmp_path: Path
) -> None:
    done = shell(f"ulimit -f 0; trap '' XFSZ; $KGTL -o {tmp_path}/x", world)
    assert done.returncode == 2
    assert done.stderr == "kgtl: write error: File too large\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "setting",
    [
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_output_is_utf_8_in_any_locale(
    world: dict[str, str], setting: dict[str, str]
) -> None:
    done = kgtl("show", "mira", world={**world, **setting})
    assert "Мира Холт" in done.stdout.decode()
    done = kgtl("cite", "ferry-stops-2021", world={**world, **setting})
    assert "“the council … so”" in done.stdout.decode()


def test_bytes_that_are_no_text(world: dict[str, str]) -> None:
    for argv in ((b"\xff\xfe",), (b"actor:\xff",), (b"date", b"\xff"), (b"--\xff",)):
        done = kgtl(*argv, world=world)
        assert done.returncode in (1, 2)
        assert done.stderr.startswith(b"kgtl: ")
        assert b"Traceback" not in done.stderr
        done.stderr.decode()


def test_interrupt_is_silent(world: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*KGTL, "--store", "-"],
        env=world,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(0.5)  # it reads standard input by now, which never ends
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=10)
    assert (process.returncode, out, error) == (130, b"", b"")


def test_cache_that_cannot_be_written(world: dict[str, str], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    done = kgtl(world={**world, "XDG_CACHE_HOME": str(blocked)})
    assert (done.returncode, done.stdout.count(b"\n")) == (0, len(IDS))


def test_no_home_and_no_environment(world: dict[str, str]) -> None:
    bare = {"KGTL_STORE": world["KGTL_STORE"]}
    done = kgtl(world=bare)
    assert (done.returncode, done.stdout.count(b"\n")) == (0, len(IDS))


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_store_that_may_not_be_read(world: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.touch(mode=0o000)
    done = kgtl("--store", str(path), world=world)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_folder_and_special_files_as_stores(world: dict[str, str]) -> None:
    for path in ("/", "/dev/null", "/proc/self/mem"):
        done = kgtl("--store", path, world=world)
        assert done.returncode == 2
        assert done.stderr.startswith(b"kgtl: ")
        assert b"Traceback" not in done.stderr
