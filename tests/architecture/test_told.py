"""What `ARCHITECTURE.md` says of the packages and of the index, against the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline_tui.library.layout import TABLES


@pytest.fixture
def told(checkout: Path) -> str:
    return (checkout / "ARCHITECTURE.md").read_text(encoding="utf-8")


def rows(text: str, heading: str) -> list[str]:
    """The first cells of the table under a heading, without the head of the table."""
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE)


def test_every_package_has_its_row(checkout: Path, told: str) -> None:
    code = checkout / "timeline_tui"
    packages = [
        f"{path.parent.relative_to(code)}/"
        for path in code.rglob("__init__.py")
        if path.parent != code
    ]
    assert sorted(rows(told, "The packages")) == sorted(packages)


def test_every_table_of_the_index_has_its_row(told: str) -> None:
    tables = re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", TABLES, re.MULTILINE)
    assert sorted(rows(told, "The index")) == sorted(tables)
