"""The JSON Schema of `events.toml`, for editors, made from the readers' own table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_tui.store.fields import LONGEST_ID, LONGEST_TITLE, OWN, SCHEMA, TABLES

if TYPE_CHECKING:
    from timeline_tui.store.fields import Key

Schema = dict[str, Any]

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
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "kgtl store",
        **_table("store"),
    }


def record_schema() -> Schema:
    """Give the schema (draft 7) of a source record, a file of its own."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "kgtl source record",
        **_table("source"),
    }


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
        "patternProperties": {f"^{OWN}": {}},
        "additionalProperties": False,
    }
    required = [key.name for key in keys if key.required]
    return {**found, "required": required} if required else found


def _key(key: Key) -> Schema:
    if key.form in {"row", "rows"}:
        table = _table(key.of)
        form = table if key.form == "row" else {"type": "array", "items": table}
    else:
        form = dict(_SIMPLE[key.form])
    if key.allowed:
        form["enum"] = list(key.allowed)
    return {**form, "description": key.help}
