"""Files that can be read in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

MOST_LINES = 300
CODE = ("timeline_tui", "tests", "benchmarks", "docs")


@pytest.mark.parametrize("folder", CODE)
def test_no_file_is_longer_than_can_be_read_in_one_go(
    checkout: Path, folder: str
) -> None:
    files = list((checkout / folder).rglob("*.py"))
    assert files
    lines = {str(path): path.read_bytes().count(b"\n") for path in files}
    assert not {path: n for path, n in lines.items() if n > MOST_LINES}
