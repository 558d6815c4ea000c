"""What every test stands on: no setting of the person who runs it leaks in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent

LEAKS = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "COLUMNS",
    "FORCE_COLOR",
    "KGTL_PAGER",
    "KGTL_STORE",
    "LESS",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "SOURCE_DATE_EPOCH",
    "TEXTUAL_ANIMATIONS",
    "TEXTUAL_THEME",
)

settings.register_profile(
    "kgtl", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kgtl")


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test its own home folders and a neutral environment."""
    for name in LEAKS:
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg_state_home"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml, events.toml and seeds/."""
    return CHECKOUT


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the five documents, which only some machines have."""
    folder = os.environ.get("KGTL_TEXTS", "")
    if not folder or not any(Path(folder).glob("*.txt")):
        pytest.skip(
            "NOT CHECKED: the five documents are not here; set KGTL_TEXTS to the"
            " folder that holds them to check hashes, anchors and wording"
        )
    return Path(folder)
