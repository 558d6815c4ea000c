"""A small store, and a command line that reads it, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import write_store
from examples import HARBOUR


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def environ(store: Path, cache: Path) -> dict[str, str]:
    """The environment of a person whose store is the small one."""
    return {"KGTL_STORE": str(store), "XDG_CACHE_HOME": str(cache)}


@pytest.fixture
def outside(environ: dict[str, str]) -> FakeOutside:
    """The outside world of that person, in a pipe."""
    return FakeOutside(environ=environ)


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the harbour's store, its texts and records, as current folder."""
    folder = tmp_path / "harbour"
    copytree(HARBOUR.parent, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """A copy of the store, to be revised."""
    folder = tmp_path / "revised"
    copytree(HARBOUR.parent, folder)
    return folder / "events.toml"
