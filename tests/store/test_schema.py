"""The schema for editors says what the readers take."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

from examples import HARBOUR
from timeline_tui.store.fields import TABLES
from timeline_tui.store.schema import record_schema, schema


def complaints(value: Any, form: dict[str, Any], at: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Check a value as far as our schemas go: types, keys, required, enum."""
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool}
    kind = kinds.get(form["type"], (int, float))
    if not isinstance(value, kind) or value not in form.get("enum", [value]):
        yield f"{at}: {value!r}"
    elif isinstance(value, list):
        for place, element in enumerate(value):
            yield from complaints(element, form["items"], f"{at}[{place}]")
    elif isinstance(value, dict):
        yield from (
            f"{at}.{key}" for key in form.get("required", []) if key not in value
        )
        for key, inner in value.items():
            if key in form["properties"]:
                yield from complaints(inner, form["properties"][key], f"{at}.{key}")
            elif not key.startswith("x_"):
                yield f"{at}.{key}: unknown"


def test_a_good_store_and_its_records_fit_the_schemas() -> None:
    assert not list(complaints(tomllib.loads(HARBOUR.read_text("utf-8")), schema()))
    for record in (HARBOUR.parent / "seeds").glob("*.toml"):
        data = tomllib.loads(record.read_text(encoding="utf-8"))
        assert not list(complaints(data, record_schema()))


def test_a_bad_value_does_not_fit() -> None:
    bad = {"event": [{"id": "a", "date": "1902", "kind": "law", "summaryx": ""}]}
    assert sorted(complaints(bad, schema())) == [
        ".event[0].kind: 'law'",
        ".event[0].summaryx: unknown",
        ".event[0].title",
    ]


def test_every_key_has_a_line_of_help_in_the_schema() -> None:
    text = json.dumps(schema(), ensure_ascii=False)
    for keys in TABLES.values():
        for key in keys:
            assert key.help
            assert json.dumps(key.help, ensure_ascii=False) in text
