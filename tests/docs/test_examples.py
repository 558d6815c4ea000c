"""What the documents show is run: every shell example, with what it prints."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md"),
    *sorted(f"docs/{path.name}" for path in (CHECKOUT / "docs").glob("*.md")),
)
BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PREPARING = ("make ", "pipx ", "uv ", "python3 -m pip ", "export ")
"""Commands that make an environment: the build and the wheel are tested elsewhere."""


def blocks(kind: str) -> list[tuple[str, str]]:
    """The blocks of a kind in all documents, with where each stands."""
    return [
        (f"{name}:{text[: found.start()].count(chr(10)) + 1}", found[2])
        for name in DOCUMENTS
        for text in [(CHECKOUT / name).read_text(encoding="utf-8")]
        for found in BLOCK.finditer(text)
        if found[1] == kind
    ]


def commands() -> list[tuple[str, str]]:
    """Every line of the `sh` blocks that is not about making an environment."""
    return [
        (place, line)
        for place, block in blocks("sh")
        for line in block.splitlines()
        if line and not line.startswith(PREPARING)
    ]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in whose path `kgtl` is this checkout's."""
    kgtl = tmp_path / "bin" / "kgtl"
    kgtl.parent.mkdir()
    kgtl.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline_tui "$@"\n')
    kgtl.chmod(0o755)
    path = f"{kgtl.parent}:{os.environ['PATH']}"
    return {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(CHECKOUT),
        "HOME": str(tmp_path),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of one's own."""
    place = tmp_path / "work"
    place.mkdir()
    shutil.copy(CHECKOUT / "events.toml", place / "my-events.toml")
    shutil.copytree(
        CHECKOUT / "seeds", place / "seeds", ignore=shutil.ignore_patterns("*.txt")
    )
    return place


def bash(line: str, environ: dict[str, str], cwd: Path) -> tuple[int, str, str]:
    shell = shutil.which("bash")
    assert shell, "the examples are written for bash"
    done = subprocess.run(
        [shell, "-c", f"set -o pipefail; {line}"],
        env=environ,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def tools(line: str) -> list[str]:
    """The programs that a line needs besides kgtl and what POSIX has."""
    return [
        name for name in ("jq", "bash") if re.search(rf"\b{name}\b", f"bash {line}")
    ]


@pytest.mark.parametrize(("place", "line"), commands())
def test_every_example_runs(
    place: str, line: str, shell: dict[str, str], folder: Path
) -> None:
    for tool in tools(line):
        if shutil.which(tool) is None:
            pytest.skip(f"NOT CHECKED: {place} needs {tool}, which is not here")
    code, out, err = bash(line, shell, folder)
    assert code == 0, f"{place}: {line}\n{err}"
    assert "Traceback" not in err
    assert out or "check" in line or ">" in line or " -o " in line


@pytest.mark.parametrize(("place", "block"), blocks("console"))
def test_every_example_prints_what_it_shows(
    place: str, block: str, shell: dict[str, str], folder: Path
) -> None:
    for piece in block.split("$ ")[1:]:
        line, _, shown = piece.partition("\n")
        _, out, _ = bash(line, shell, folder)
        assert out == shown, f"{place}: {line}"


def test_there_are_examples() -> None:
    assert len(commands()) > 30
    assert {place.partition(":")[0] for place, _ in commands()} >= {"docs/formats.md"}
    assert blocks("console")
