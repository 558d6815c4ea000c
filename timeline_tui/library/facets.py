"""The values of each field: their names, their rows, and how they are spelled."""

from __future__ import annotations

from pyroaring import BitMap

from timeline_tui.errors import QueryError
from timeline_tui.query.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from timeline_tui.library.storage import Storage
    from timeline_tui.query.terms import Term

    Telling = tuple[str, str, str]

ACCOUNT = ("source", "by", "stance")
"""The fields that one and the same account has to satisfy together."""
_NAMED_AS = {"by": "actor", "side": "actor"}
"""The fields whose values are named as those of another field."""
_FITS: tuple[Callable[[str, str], bool], ...] = (
    lambda spelling, key: spelling == f" {key} ",
    lambda spelling, key: spelling.startswith(f" {key}"),
    lambda spelling, key: f" {key} " in spelling,
    lambda spelling, key: f" {key}" in spelling,
)
"""How a value may be spelled, the surest way first: in full, by its start, by words of
a name, by the start of one."""


class Facets:
    """The facets of an index."""

    __slots__ = ("_names", "_resolved", "_storage", "_tellings", "_values")

    def __init__(self, storage: Storage) -> None:
        """Read from an open index, each field when it is first asked for."""
        self._storage = storage
        self._names: dict[str, dict[str, str]] = {}
        self._resolved: dict[tuple[str, str], str] = {}
        self._tellings: list[tuple[Telling, int]] = []
        self._values: dict[str, dict[str, tuple[str, int, int]]] = {}

    def values(self, field: str) -> dict[str, tuple[str, int, int]]:
        """Give name, count and number of the bitmap of each value of a field."""
        found = self._values.get(field)
        if found is None:
            found = self._values[field] = {
                value: (name, count, blob)
                for value, name, count, blob in self._storage.ask(
                    "SELECT value, name, count, blob FROM facet WHERE field = ?",
                    (field,),
                )
            }
        return found

    def rows(self, field: str, value: str) -> BitMap:
        """Give the rows of a value, which nobody may change."""
        found = self.values(field).get(value)
        if found is not None:
            return self._storage.bitmap(found[2])
        return self.rows("actor", value) if field == "side" else BitMap()

    def told(self, wanted: Mapping[str, str]) -> BitMap:
        """Give the rows with an account that has each of some fields as wanted."""
        if len(wanted) == 1:
            ((field, value),) = wanted.items()
            return self.rows(field, value)
        if not self._tellings:
            self._tellings = [
                ((source, speaker, stance), blob)
                for source, speaker, stance, blob in self._storage.ask(
                    "SELECT source, speaker, stance, blob FROM telling"
                )
            ]
        want = [
            (at, wanted[field]) for at, field in enumerate(ACCOUNT) if field in wanted
        ]
        return self._storage.union(
            blob
            for telling, blob in self._tellings
            if all(telling[at] == value for at, value in want)
        )

    def resolve(self, field: str, typed: str, term: Term) -> str:
        """Give the id of a value that was typed as id, name, alias or their start.

        Raises:
            QueryError: nothing or several things are meant.
        """
        known = self._resolved.get((field, typed))
        if known is None:
            known = self._found(field, typed, term)
            self._resolved[field, typed] = known
        return known

    def _found(self, field: str, typed: str, term: Term) -> str:
        values = self.values(field)
        if typed in values:
            return typed
        key = fold(typed)
        spelled = self._spelled(field) if key else []
        for fits in _FITS:
            found = {value for own, value in spelled if fits(f" {own} ", key)}
            # Who speaks nowhere may still be asked for, but does not stand in the way.
            found = found.intersection(values) or found
            if len(found) == 1:
                return found.pop()
            if found:
                raise self._ambiguous(typed, sorted(found), term)
        raise self._unknown(typed, spelled, term)

    def _spelled(self, field: str) -> list[tuple[str, str]]:
        """Give all folded spellings of a field's values, and the values."""
        return self._storage.ask(
            "SELECT key, value FROM name WHERE field = ?",
            (_NAMED_AS.get(field, field),),
        )

    def _ambiguous(self, typed: str, found: Sequence[str], term: Term) -> QueryError:
        reason = f"{term.field}:{typed} may be any of {len(found)}"
        return QueryError(str(term), term.column or 1, reason, _either(found))

    def _unknown(
        self, typed: str, spelled: Iterable[tuple[str, str]], term: Term
    ) -> QueryError:
        """Say that a value is unknown, with the nearest ones."""
        from difflib import get_close_matches  # noqa: PLC0415 - off the hot path

        values_of: dict[str, list[str]] = {}
        for key, value in spelled:
            for part in (key, *key.split()):
                values_of.setdefault(part, []).append(value)
        near = get_close_matches(fold(typed), values_of, n=5, cutoff=0.6)
        found = list(dict.fromkeys(value for key in near for value in values_of[key]))
        reason = f"unknown {term.field} {typed!r}"
        if found:
            return QueryError(str(term), term.column or 1, reason, _meant(found[:3]))
        advice = f"`kgtl facets {term.field}` lists them"
        return QueryError(str(term), term.column or 1, reason, advice)


def _meant(found: Sequence[str]) -> str:
    return f"did you mean {_list(found)}?"


def _either(found: Sequence[str]) -> str:
    most = 8
    rest = f" or {len(found) - most} more" if len(found) > most else ""
    return f"write {_list(found[:most])}{rest}"


def _list(found: Iterable[str]) -> str:
    """Join with commas and, before the last, "or"."""
    *most, last = found
    return f"{', '.join(most)} or {last}" if most else last
