"""Writes records as TOML, the way a person would have: keys in order, rows indented."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_tui.store.fields import TABLES, Key
from timeline_tui.store.live import LIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = "  "
_ORDER = {
    "event": (
        *("id", "date", "date_basis", "status", "title", "summary", "kind"),
        *("importance", "actors", "themes", "places", "disputed"),
        *("account", "figure", "link"),
    )
}
"""The order of keys in TOML where it is not that of the records."""
_INLINE = ("cite", "paragraph")  # rows that stand on one line each
_BARE = re.compile(r"[A-Za-z0-9_-]+").fullmatch
_LIVE = re.compile(f"[{LIVE}]")


def block(table: str, record: Mapping[str, object]) -> str:
    """Write a record as a `[[table]]` of its own.

    Args:
        table: the name of the table in a store, such as `event`.
        record: its values by the names that TOML gives them; what is in it is written,
            an empty string or list too.

    Returns:
        Lines that end in a line end; sub-tables are two blanks further in, after an
        empty line. Characters that would act on a terminal are escaped.
    """
    return "\n".join(_lines(table, table, record, "")) + "\n"


def _lines(
    path: str, table: str, record: Mapping[str, object], indent: str
) -> Iterator[str]:
    """Write a table: first its own keys, then the tables in it."""
    yield f"{indent}[[{path}]]"
    later = []
    for key in _ordered(table, record):
        value = record[key.name]
        if key.form == "rows" and key.of not in _INLINE and isinstance(value, list):
            later += [(key, row) for row in value]
        else:
            yield f"{indent}{_name(key.name)} = {_value(value, key.of)}"
    for key, row in later:
        yield ""
        yield from _lines(f"{path}.{key.name}", key.of, row, indent + _INDENT)


def _ordered(table: str, record: Mapping[str, object]) -> Iterator[Key]:
    """Give the keys of a record in the order of the format, then the curator's own."""
    known = {key.name: key for key in TABLES[table]}
    order = _ORDER.get(table, tuple(known))
    yield from (known[name] for name in order if name in record)
    yield from (Key(name, "text", "") for name in record if name not in known)


def _value(value: object, table: str = "") -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        inner = ", ".join(_value(one, table) for one in value)
        return f"[ {inner} ]" if inner.startswith("{") else f"[{inner}]"
    if isinstance(value, Mapping):
        return _inline(value, table)
    return repr(value)


def _inline(record: Mapping[str, object], table: str) -> str:
    names = [key.name for key in _ordered(table, record)] if table else list(record)
    pairs = (f"{_name(name)} = {_value(record[name])}" for name in names)
    return f"{{ {', '.join(pairs)} }}" if record else "{}"


def _name(name: str) -> str:
    return name if _BARE(name) else _string(name)


def _string(text: str) -> str:
    """Write a basic string: what JSON escapes, TOML reads, and controls besides."""
    return _LIVE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\U{code:08x}"
