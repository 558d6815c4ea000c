"""Which column of a file is which part of an event, and what the others are kept as."""

from __future__ import annotations

import pytest

from timeline_tui.errors import UsageError
from timeline_tui.store.foreign.mapping import asked, mapped, own_keys


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ("dat=Day", "did you mean 'date'"),
        ("zzzz=Day", "one of date, title"),
        ("date", "write date=Date"),
        ("date=", "write date=Date"),
        ("date=a,,title=b", "write date=Date"),
        ("date=a,date=b", "twice"),
    ],
)
def test_a_mapping_that_is_none_is_explained(pairs: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        asked(pairs)


def test_columns_are_mapped_by_word_or_by_name() -> None:
    columns = ("Start_Date", "Event", "Titel", "Who")
    assert mapped(columns, {}, "f") == {
        "date": "Start_Date",
        "title": "Event",
        "actors": "Who",
    }
    assert mapped(columns, asked("title = Titel"), "f")["title"] == "Titel"


@pytest.mark.parametrize(
    ("columns", "pairs", "told"),
    [
        (("Date", "Titel"), "title=Title", "no column 'Title' for title.*mean 'Titel'"),
        (("Date", "q"), "title=Headline", "its columns are Date, q"),
        (("Date", "q"), None, "called title.*--map title=COLUMN"),
        (("p", "q"), None, "called date and title"),
    ],
)
def test_missing_columns_are_named(
    columns: tuple[str, ...], pairs: str | None, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        mapped(columns, asked(pairs), "f")


def test_keys_of_columns_are_all_different() -> None:
    keys = own_keys(("A b", "a-b", "x_a_b", "!", "?"))
    assert list(keys.values()) == [
        "x_a_b",
        "x_a_b_2",
        "x_a_b_3",
        "x_column",
        "x_column_2",
    ]
