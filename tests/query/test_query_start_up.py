"""What reading a query costs at start-up: only what the query needs is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

COSTLY = ("re", "typing", "dataclasses", "datetime", "dateutil", "difflib")
PROGRAM = """
import sys
before = set(sys.modules)
from timeline_tui.query.syntax import parse_words
parse_words(sys.argv[1:], None)
print(*sorted(set(sys.modules) - before))
"""


def _imported(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("words", [(), ("actor:ann", "-théâtre", '"a phrase"')])
def test_a_query_without_dates_needs_next_to_nothing(words: tuple[str, ...]) -> None:
    assert _imported(*words).isdisjoint(COSTLY)


def test_only_a_month_by_name_needs_dateutil() -> None:
    words = ("since:2022", "until:Q3 2022", "2022-W38", "mid-2022", "war in 2022")
    assert "dateutil" not in _imported(*words)
    assert "dateutil" in _imported("on:Oct 2022")
