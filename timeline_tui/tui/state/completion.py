"""What a query being typed can be completed to: fields, names, flags, dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.frozen import dataclass
from timeline_tui.query.complete import FIELD, WORD, complete
from timeline_tui.query.fold import fold
from timeline_tui.query.terms import DATES, FACETS, FIELDS, FLAGS, Term
from timeline_tui.tui.state.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.library.library import Library

MOST = 40
"""So many candidates are offered."""
NAMED = ("actor", "theme", "source")
"""The fields whose names are offered for a word without a field."""
NONE_CHOSEN = -1
_LEAST_LETTERS = 2
_YEAR_LENGTH = len("2022")
_MONTH_LENGTH = len("2022-02")


class Candidate(NamedTuple):
    """Something that the text may be completed to."""

    text: str
    """What it puts into the line."""
    label: str
    note: str = ""
    events: int = -1
    """How many events of the store have it; negative where that says nothing."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The candidates for a stretch of the line, and the one of the cursor."""

    start: int
    stop: int
    candidates: tuple[Candidate, ...] = ()
    at: int = NONE_CHOSEN

    def moved(self, step: int) -> Completion:
        """Return it with the cursor on another candidate, or above the first."""
        last = len(self.candidates) - 1
        return replace(self, at=max(NONE_CHOSEN, min(self.at + step, last)))

    def taken(self, typed: Typed) -> Typed:
        """Return the line with the candidate of the cursor, or else the first, in."""
        text = self.candidates[max(self.at, 0)].text
        rest = typed.text[self.stop :]
        if not text.endswith(":") and not rest[:1].isspace() and rest[:1] != ",":
            text += " "
        return Typed(typed.text[: self.start] + text + rest, self.start + len(text))


def is_helped(text: str, column: int, completion: Completion) -> bool:
    """Tell whether the term at fault, from a column on, is the one completed."""
    term = text[max(column - 1, 0) : completion.start]
    return column > 0 and not any(map(str.isspace, term))


class Completer:
    """Completes queries to one library's names; reads each field's values once."""

    def __init__(self, library: Library) -> None:
        """Take the library whose values are offered."""
        self.library = library
        self._values: dict[str, list[tuple[Candidate, str]]] = {}

    def complete(self, typed: Typed) -> Completion | None:
        """Return what the text at the cursor may become; None when nothing."""
        start, stop, kind, prefix = complete(typed.text, typed.at)
        found: list[Candidate] = []
        for candidate in self._candidates(kind, prefix, empty=not typed.text):
            if candidate.text != typed.text[start:stop]:
                found.append(candidate)
            if len(found) == MOST:
                break
        return Completion(start, stop, tuple(found)) if found else None

    def _candidates(
        self, kind: str, prefix: str, *, empty: bool
    ) -> Iterable[Candidate]:
        if kind in (FIELD, WORD):
            return self._unfielded(kind, prefix) if prefix or empty else ()
        if kind in FACETS:
            return self._named(kind, prefix)
        if kind in DATES:
            return self._dates(prefix)
        if kind == "is":
            return (Candidate(f, f) for f in FLAGS if f.startswith(prefix.lower()))
        return self._ids(prefix) if kind == "id" and prefix else ()

    def _unfielded(self, kind: str, prefix: str) -> Iterator[Candidate]:
        """Yield the fields, then the names with the field that they are values of."""
        if kind == FIELD:
            for field, told in FIELDS.items():
                if field.startswith(prefix.lower()):
                    yield Candidate(f"{field}:", f"{field}:", told)
        if len(fold(prefix)) < _LEAST_LETTERS:
            return
        for field in NAMED:
            for value in self._named(field, prefix):
                yield value._replace(text=f"{field}:{value.text}", note=field)

    def _named(self, field: str, prefix: str) -> Iterator[Candidate]:
        """Yield the values of a field of which a word starts as typed."""
        words = fold(prefix).split()
        if field not in self._values:
            self._values[field] = list(self._valued(field))
        for candidate, told in self._values[field]:
            if all(f" {word}" in told for word in words):
                yield candidate

    def _valued(self, field: str) -> Iterator[tuple[Candidate, str]]:
        """Yield each value of a field with all that it may be found by."""
        for value, name, count in self.library.values(field):
            text = str(Term(field, (value,))).removeprefix(f"{field}:")
            note = "" if value == name else value
            told = fold(" ".join((value, name, *self._aliases(field, value))))
            yield Candidate(text, name, note, count), f" {told}"

    def _aliases(self, field: str, value: str) -> tuple[str, ...]:
        try:
            if field == "theme":
                return tuple(self.library.theme(value).aliases)
            if field in ("actor", "by", "side"):
                return tuple(self.library.actor(value).aliases)
        except KeyError:  # who speaks need not be an actor of the store
            return ()
        return ()

    def _dates(self, prefix: str) -> Iterator[Candidate]:
        """Yield the years of the store, or the months of the year that is typed."""
        counts: dict[str, int] = {}
        is_month = len(prefix) > _YEAR_LENGTH and prefix[_YEAR_LENGTH] == "-"
        length = _MONTH_LENGTH if is_month else _YEAR_LENGTH
        for group in self.library.groups:
            key = group.key[:length]
            if len(key) == length and key.startswith(prefix) and "/" not in group.key:
                counts[key] = counts.get(key, 0) + group.stop - group.start
        for key in sorted(counts):
            yield Candidate(key, key, events=counts[key])

    def _ids(self, prefix: str) -> Iterator[Candidate]:
        for event_id in self.library.match_ids(prefix, MOST):
            title = self.library.title_of(event_id) or ""
            yield Candidate(event_id, event_id, title)
