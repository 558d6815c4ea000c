"""What the schema of CSL-JSON (1.0.2) asks for, as far as our keys go."""

from __future__ import annotations

from timeline_tui.render.citations.csl import TYPES

_TEXT = {"id", "type", "title", "container-title", "publisher", "genre"} | {
    "language",
    "note",
    "URL",
}
"""The keys of the schema that we write and that hold a text."""


def check_item(found: dict[str, object]) -> None:
    """Check one item: its keys, and what each of them holds."""
    assert found["id"]
    assert found["type"] in TYPES
    for key, value in found.items():
        if key == "author":
            assert isinstance(value, list)
            for name in value:
                assert set(name) <= {"family", "given", "literal"}
                assert all(isinstance(part, str) and part for part in name.values())
        elif key == "issued":
            _check_date(value)
        else:
            assert key in _TEXT
            assert isinstance(value, str)


def _check_date(value: object) -> None:
    assert isinstance(value, dict)
    assert set(value) <= {"date-parts", "season", "circa"}
    parts = value["date-parts"]
    assert 1 <= len(parts) <= 2
    for numbers in parts:
        assert 1 <= len(numbers) <= 3
        assert all(type(number) is int for number in numbers)
