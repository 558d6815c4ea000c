"""What is shipped: the store and its records, and never a reader's text."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", ".*_cache", ".hypothesis", "*.pyc", "dist"
)
PLANTED = ("seeds/planted.txt", "timeline_tui/planted.txt", "planted.txt")


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of a copy in which texts are planted."""
    copy = tmp_path_factory.mktemp("packaging") / "copy"
    shutil.copytree(checkout, copy, ignore=LEFT_OUT)
    for name in PLANTED:
        (copy / name).write_text("A text that nobody may ship.\n")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", "dist"],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    return copy / "dist"


def wheel_names(built: Path) -> list[str]:
    return zipfile.ZipFile(next(built.glob("*.whl"))).namelist()


def sdist_names(built: Path) -> list[str]:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return archive.getnames()


def test_the_wheel_holds_the_store_and_every_record(
    built: Path, checkout: Path
) -> None:
    names = wheel_names(built)
    assert "timeline_tui/data/events.toml" in names
    for record in (checkout / "seeds").glob("*.toml"):
        assert f"timeline_tui/data/seeds/{record.name}" in names


def test_the_wheel_holds_what_is_not_python(built: Path) -> None:
    names = wheel_names(built)
    assert "timeline_tui/py.typed" in names
    assert "timeline_tui/tui/kgtl.tcss" in names
    assert "timeline_tui/render/formats/page.css" in names
    assert "timeline_tui/render/formats/page.js" in names
    assert "timeline_tui/data/events.schema.json" in names


def test_the_wheel_puts_the_manual_page_where_man_looks(
    built: Path, checkout: Path
) -> None:
    wheel = zipfile.ZipFile(next(built.glob("*.whl")))
    [page] = [name for name in wheel.namelist() if name.endswith("/kgtl.1")]
    assert page.endswith(".data/data/share/man/man1/kgtl.1")
    assert wheel.read(page) == (checkout / "docs" / "kgtl.1").read_bytes()


def test_neither_holds_a_planted_text(built: Path) -> None:
    shipped = wheel_names(built) + sdist_names(built)
    assert not [name for name in shipped if name.endswith("planted.txt")]


def test_the_sdist_holds_the_records_too(built: Path) -> None:
    assert [name for name in sdist_names(built) if name.endswith("/events.toml")]
    assert [name for name in sdist_names(built) if "/seeds/meduza" in name]
