"""Reads one line of JSON Lines from elsewhere, trusting nothing in it."""

from __future__ import annotations

import json
from typing import NoReturn

from timeline_tui.store.document import UTF8_MARK
from timeline_tui.store.values import Misread, Problem, shown

Line = dict[str, object]
"""The object of a line."""
_ONE_OBJECT = 'write one object a line, as in {"id": "…", "date": "…", "title": "…"}'


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object, of which JSON's own reader would keep the last of two keys.

    Raises:
        Misread: a key is there twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        what = f"the key {shown(twice)} is there twice"
        raise _misread(what, "duplicate-key", "keep one of them")
    return found


_decode = json.JSONDecoder(parse_constant=_no_number, object_pairs_hook=_object).decode


def object_of(raw: bytes) -> Line | None:
    """Read a line; None when it is blank. A byte order mark is passed over.

    Raises:
        Misread: it is no UTF-8, no JSON or no object, has a key twice in one object,
            or holds half a character.
    """
    try:
        value = _decode(raw.decode())
    except (ValueError, RecursionError) as error:
        bare = raw.removeprefix(UTF8_MARK)
        if not bare.strip():
            return None
        if len(bare) < len(raw):
            return object_of(bare)
        raise _not_json(error) from None
    if type(value) is not dict:
        raise _misread("is not a JSON object", "not-json", _ONE_OBJECT)
    if b"\\ud" in raw or b"\\uD" in raw:
        _refuse_half_characters(value)
    return value


def is_event(raw: bytes, name: str) -> bool:
    """Tell whether a line is the event with this id."""
    if json.dumps(name).encode() not in raw:
        return False
    try:
        record = object_of(raw)
    except Misread:
        return False
    if record is None or record.get("type", "event") != "event":
        return False
    return record.get("id") == name


def _refuse_half_characters(value: Line) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        what = f"holds half of a character (U+{code:04X})"
        advice = "write the whole character, or both halves of it"
        raise _misread(what, "half-character", advice) from None


def _not_json(error: ValueError | RecursionError) -> Misread:
    if isinstance(error, UnicodeDecodeError):
        what = f"is not UTF-8 (byte {error.object[error.start]:#04x})"
        return _misread(what, "not-utf-8", "save the file as UTF-8")
    if isinstance(error, json.JSONDecodeError):
        what = f"is not JSON: {error.msg} (column {error.colno})"
        return _misread(what, "not-json", _ONE_OBJECT)
    deep = isinstance(error, RecursionError)
    what = "is nested too deeply" if deep else f"is not JSON: {error}"
    advice = "put fewer lists and objects inside one another" if deep else _ONE_OBJECT
    return _misread(what, "not-json", advice)


def _misread(what: str, rule: str, advice: str) -> Misread:
    return Misread(Problem((), what, advice, rule))
