from __future__ import annotations

from datetime import date

import pytest

from timeline_tui.library.library import Library
from timeline_tui.query.syntax import parse
from timeline_tui.render.gaps import gap_words, gaps

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "actor:putin", "kind:figure", "since:2022"])
def test_between_two_events_that_stand_in_a_month_every_empty_month_is_in_one_gap(
    shipped: Library, text: str
) -> None:
    selection = shipped.select(parse(text, TODAY), TODAY)
    full = {year * 12 + month - 1 for year, month, _ in selection.histogram()}
    empty = set(range(min(full), max(full) + 1)) - full if full else set()
    found = gaps(selection)
    assert [m for gap in found for m in range(gap.first, gap.last + 1)] == sorted(empty)
    for gap in found:
        for place, month in ((gap.before, gap.first - 1), (gap.after, gap.last + 1)):
            row = shipped.rows([selection.at(place)])[0]
            assert row.place[:7] == f"{month // 12:04}-{month % 12 + 1:02}"


def test_a_gap_tells_how_long_and_why(shipped: Library) -> None:
    everything = shipped.select(parse("", TODAY), TODAY)
    words = [gap_words(gap, everything) for gap in gaps(everything)]
    assert words
    assert all("none recorded" in each for each in words)
    some = shipped.select(parse("kind:figure", TODAY), TODAY)
    assert any("hidden by your filter" in gap_words(gap, some) for gap in gaps(some))
    assert "1 month empty, " in "".join(words)
