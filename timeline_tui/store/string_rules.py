"""The rules about strings: no characters that act, no sentences that are not ours."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from timeline_tui.model.text import runs, shared_run
from timeline_tui.store.fields import TABLES
from timeline_tui.store.live import LIVE
from timeline_tui.store.values import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.store.positions import Trail
    from timeline_tui.store.recognise import Copy

NO_TEXT = f"[\x00-\x08\x0b-\x1f{LIVE}]"
"""Finds a character that acts on a terminal, or on the text around it."""
_NO_TEXT = re.compile(NO_TEXT)
_OURS = ("title", "summary", "disputed", "date_basis")
_OURS_OF_SOURCE = ("published_basis", "genre", "perspective")


def live_characters(table: str, value: object) -> Iterator[Problem]:
    """No string holds a control character or one that turns the writing round."""
    for trail, string in _strings(table, value):
        match = _NO_TEXT.search(string)
        if match:
            code = ord(match[0])
            name = unicodedata.name(match[0], "control character").lower()
            what = f"{trail[-1]!r} holds U+{code:04X} ({name})"
            yield Problem(trail, what, "take it out", "control-character")


class Wording:
    """The rule that titles, summaries, accounts and digests are our own words."""

    def __init__(self, copies: Mapping[str, Copy]) -> None:
        self._theirs = {
            name: runs("\n".join(copy.paragraphs)) for name, copy in copies.items()
        }

    def of_event(self, event: Event) -> Iterator[Problem]:
        """Look at what an event says in words."""
        for name in _OURS:
            yield from self._borrowed((name,), getattr(event, name))
        for place, account in enumerate(event.accounts):
            yield from self._borrowed(("account", place, "says"), account.says)
        for place, figure in enumerate(event.figures):
            yield from self._borrowed(("figure", place, "counts"), figure.counts)

    def of_source(self, source: Source) -> Iterator[Problem]:
        """Look at what a record says in words, its bibliographic fields aside."""
        for name in _OURS_OF_SOURCE:
            yield from self._borrowed((name,), getattr(source, name))
        for place, part in enumerate(source.paragraphs):
            trail = ("paragraphs", place)
            yield from self._borrowed((*trail, "digest"), part.digest)
            yield from self._borrowed((*trail, "uncited"), part.uncited)

    def _borrowed(self, trail: Trail, ours: str) -> Iterator[Problem]:
        for name, theirs in self._theirs.items():
            run = shared_run(ours, theirs) if ours else None
            if run:
                what = f"{trail[-1]!r} has words of {name}: {run!r}"
                yield Problem(trail, what, "say it in other words", "borrowed-words")


def _strings(table: str, value: object) -> Iterator[tuple[Trail, str]]:
    """Give every string of a record, the curator's own keys included."""
    for key in TABLES[table]:
        field = getattr(value, key.attribute, None)
        if key.form == "rows" and field:
            for place, row in enumerate(field):
                for trail, string in _strings(key.of, row):
                    yield (key.name, place, *trail), string
        elif isinstance(field, str | tuple):
            yield from _inside((key.name,), field)
    yield from _inside((), getattr(value, "x", {}))


def _inside(trail: Trail, value: object) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, list | tuple):
        for place, element in enumerate(value):
            yield from _inside((*trail, place), element)
    elif hasattr(value, "items"):
        for name, inner in value.items():
            yield from _inside((*trail, name), inner)
