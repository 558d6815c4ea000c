"""A small store, and a command line that reads it, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import write_store


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
