"""Reads single values of a record as what their key asks for, or says what is wrong."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.errors import DateError
from timeline_tui.model.dates import parse as parse_date
from timeline_tui.store.fields import FORM_EXAMPLES, FORMS, Key

if TYPE_CHECKING:
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.store.positions import Trail

Convert = Callable[[object], object]
"""Reads one value of a record; raises `Misread`."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}").fullmatch
_DEEPEST = 20  # levels inside an `x_` key
_SHOWN = 100  # characters of a wrong value that are repeated
_KINDS = {
    str: "a string",
    bool: "true or false",
    int: "a number",
    float: "a number",
    dict: "a table",
    list: "a list",
    type(None): "nothing",
}


class Problem(NamedTuple):
    """One thing wrong in a record: the path inside it, what, and the right form."""

    path: Trail
    what: str
    advice: str
    rule: str


class Misread(Exception):  # noqa: N818 - carries problems, is no failure of ours
    """A value that is not what its key asks for."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems

    def inside(self, step: str | int) -> list[Problem]:
        """Give the problems as seen from one level further out."""
        return [
            problem._replace(path=(step, *problem.path)) for problem in self.problems
        ]


def own_value(value: object, depth: int = _DEEPEST) -> object:
    """Take the value of an `x_` key as JSON can hold it; TOML times become strings.

    Raises:
        Misread: it is too deep, or a number that is none.
    """
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        advice = "leave it out, or write it in quotes"
        raise Misread(Problem((), "the number is not finite", advice, "wrong-type"))
    if isinstance(value, dict | list) and not depth:
        advice = f"at most {_DEEPEST} levels"
        raise Misread(Problem((), "is nested too deeply", advice, "wrong-type"))
    if isinstance(value, dict):
        return {key: own_value(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [own_value(inner, depth - 1) for inner in value]
    return value


def nearest(word: str, words: Mapping[str, object]) -> str:
    """Advise the known word that is most like one that is not; empty if none is."""
    if len(word) > _SHOWN:
        return ""
    close = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


def shown(value: str) -> str:
    """Quote a value for a complaint, shortened if it is long."""
    return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")


def missing(key: Key) -> Problem:
    """Complain of a required key that is not there."""
    return Problem((), f"{key.name!r} is missing", key.help, "missing-key")


def wrong(key: Key, value: object, wanted: str = "") -> Misread:
    """Complain of a value of another type than the key asks for."""
    found = _KINDS.get(type(value), "a time")
    what = f"{key.name!r} must be {wanted or FORMS[key.form]}, not {found}"
    advice = f"write {FORM_EXAMPLES[key.form]}"
    return Misread(Problem((), what, advice, "wrong-type"))


def identifier(key: Key, value: object) -> str:
    """Read an id, whatever it stands for.

    Raises:
        Misread: it is no string, or has other characters than an id.
    """
    if type(value) is not str:
        raise wrong(key, value)
    if _ID(value):
        return value
    advice = "lower-case letters, digits and hyphens, at most 80, no hyphen first"
    raise Misread(Problem((), f"{shown(value)} is not an id", advice, "bad-id"))


def undeclared(kind: str, value: str, known: Mapping[str, object]) -> Misread:
    """Complain of an id that no actor, theme or source has."""
    home = "seeds/" if kind == "source" else f"[[{kind}]]"
    advice = nearest(value, known) or f"declare it in {home}"
    what = f"no {kind} has the id {shown(value)}"
    return Misread(Problem((), what, advice, f"unknown-{kind}"))


def day(key: Key, value: object) -> EdtfDate:
    """Read a date.

    Raises:
        Misread: it is no string, or no date of the EDTF profile.
    """
    if type(value) is not str:
        raise _not_quoted(key, value)
    try:
        return parse_date(value)
    except DateError as error:
        what = f"{key.name} {shown(value)}: {error.reason}"
        raise Misread(Problem((), what, error.advice, "bad-date")) from None


def _not_quoted(key: Key, value: object) -> Misread:
    if isinstance(value, dt.date) or type(value) is int:
        text = value.isoformat() if isinstance(value, dt.date) else value
        advice = f'dates must be in quotes: {key.name} = "{text}"'
        what = f"{key.name!r} is not in quotes"
        return Misread(Problem((), what, advice, "unquoted-date"))
    return wrong(key, value)


def listed(value: object, key: Key, one: Convert) -> tuple[object, ...]:
    """Read each element of a list.

    Raises:
        Misread: it is no list; or with all problems of all elements.
    """
    if type(value) is not list:
        raise wrong(key, value)
    try:
        return tuple([one(element) for element in value])
    except Misread:
        problems: list[Problem] = []
        for place, element in enumerate(value):
            try:
                one(element)
            except Misread as misread:
                problems += misread.inside(place)
        raise Misread(*problems) from None


def text(key: Key) -> Convert:
    """Make the reader of a string, which may have to be one of a few."""
    allowed, required = key.allowed, key.required

    def convert(value: object) -> object:
        if type(value) is not str:
            raise wrong(key, value, "a string")
        if allowed and value not in allowed:
            what = f"{key.name} {shown(value)} is not one of {', '.join(allowed)}"
            advice = nearest(value, dict.fromkeys(allowed)) or "write one of them"
            raise Misread(Problem((), what, advice, "not-allowed"))
        if required and not value.strip():
            raise Misread(missing(key)._replace(what=f"{key.name!r} is empty"))
        return value

    return convert


def whole(key: Key) -> Convert:
    """Make the reader of a number that counts from 1."""

    def convert(value: object) -> object:
        if type(value) is not int:
            raise wrong(key, value)
        if value < 1:
            what = f"{key.name!r} counts from 1"
            raise Misread(Problem((), what, "write 1 or more", "wrong-type"))
        return value

    return convert


def number(key: Key) -> Convert:
    """Make the reader of a number, whole or not; it stays what it is."""

    def convert(value: object) -> object:
        if type(value) is not int and type(value) is not float:
            raise wrong(key, value)
        return own_value(value)

    return convert


def flag(key: Key) -> Convert:
    """Make the reader of true or false."""

    def convert(value: object) -> object:
        if type(value) is not bool:
            raise wrong(key, value)
        return value

    return convert
