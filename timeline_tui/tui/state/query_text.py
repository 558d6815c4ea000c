"""Reads what is typed or pasted into the query line: query text, or a command line."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from timeline_tui.errors import QueryError
from timeline_tui.query.syntax import parse, parse_words

if TYPE_CHECKING:
    from datetime import date

    from timeline_tui.query.terms import Query

PROGRAM = "kgtl"
_VERBS = ("list", "pick")
"""The verbs whose words are a query."""
_STORE = "--store"


def read_line(text: str, today: date) -> Query:
    """Return the query of a line; a `kgtl …` command line is read as the shell would.

    Its verb and its store are passed over.

    Raises:
        QueryError: It cannot be read; column 0 stands for the line as a whole.
    """
    if not is_command(text):
        return parse(text, today)
    try:
        words = shlex.split(text)[1:]
    except ValueError:
        reason, advice = "a quote that does not end", "write the closing quote"
        raise QueryError(text, 0, reason, advice) from None
    try:
        return parse_words(_bare(words, text), today)
    except QueryError as error:
        raise QueryError(text, 0, error.reason, error.advice) from None


def is_command(text: str) -> bool:
    """Tell whether a line is a command line of this program."""
    return text.split(maxsplit=1)[:1] == [PROGRAM]


def _bare(words: list[str], text: str) -> list[str]:
    """Return the words without verb, store and the sign that options end."""
    kept: list[str] = []
    is_first = True
    rest = iter(words)
    for word in rest:
        if word == "--":
            return [*kept, *rest]
        if word == _STORE:
            next(rest, "")
        elif word.startswith("--"):
            if not word.startswith(f"{_STORE}="):
                reason = f"{word} is an option of the command line, not of a query"
                raise QueryError(text, 0, reason, "leave it out")
        else:
            kept += [] if is_first and word in _VERBS else [word]
            is_first = False
    return kept
