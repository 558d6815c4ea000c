"""The JSON Schemas of a store's files, for editors, made from the readers' table."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from timeline_tui.store.fields import (
    LONGEST_ID,
    LONGEST_TITLE,
    OWN,
    SCHEMA,
    TABLES,
    WITHOUT_OWN,
)

if TYPE_CHECKING:
    from timeline_tui.store.fields import Key

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors of TOML understand."""
EVENTS, SOURCE = "events.schema.json", "source.schema.json"
"""The files in the package's `data` folder: of a store, and of a source record."""

_ID = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": LONGEST_ID}
_SIMPLE: dict[str, Schema] = {
    "text": {"type": "string"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "id": _ID,
    "ids": {"type": "array", "items": _ID},
    "date": {"type": "string"},
    "whole": {"type": "integer", "minimum": 1},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
}


def schema() -> Schema:
    """Give the schema (draft 7) of a store's TOML file."""
    return {
        "$schema": DRAFT,
        "title": "kgtl store",
        **_table("store"),
    }


def record_schema() -> Schema:
    """Give the schema (draft 7) of a source record, a file of its own."""
    return {
        "$schema": DRAFT,
        "title": "kgtl source record",
        **_table("source"),
    }


def schema_files() -> dict[str, str]:
    """Give the text of each schema file, by its name."""
    return {EVENTS: _text(schema()), SOURCE: _text(record_schema())}


def _text(form: Schema) -> str:
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _table(name: str) -> Schema:
    keys = TABLES[name]
    properties = {key.name: _key(key) for key in keys}
    if name == "event":
        properties["title"]["maxLength"] = LONGEST_TITLE
    if name == "store":
        properties["schema"]["maximum"] = SCHEMA
    found: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if name not in WITHOUT_OWN:
        found["patternProperties"] = {f"^{OWN}": {}}
    required = [key.name for key in keys if key.required]
    return {**found, "required": required} if required else found


def _key(key: Key) -> Schema:
    form: Schema
    if key.form in {"row", "rows"}:
        table = _table(key.of)
        form = table if key.form == "row" else {"type": "array", "items": table}
    else:
        form = dict(_SIMPLE[key.form])
    if key.allowed:
        form["enum"] = list(key.allowed)
    elif key.required and key.form == "text":
        form["minLength"] = 1
    return {**form, "description": key.help}


if __name__ == "__main__":  # what `make schema` runs, with the name of a file
    sys.stdout.write(schema_files()[sys.argv[1] if sys.argv[1:] else EVENTS])
