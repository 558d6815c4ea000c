"""What a query asks of an index: a bitmap for each condition."""

from __future__ import annotations

from itertools import product

from pyroaring import BitMap

from timeline_tui.errors import DateError, QueryError
from timeline_tui.library.facets import ACCOUNT, Facets
from timeline_tui.query.terms import DATES, FACETS, FLAGS, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from timeline_tui.library.dates import Dates
    from timeline_tui.library.storage import Storage
    from timeline_tui.library.words import Words
    from timeline_tui.query.terms import Query

    Classes = tuple[BitMap, BitMap, BitMap]

TEXTS = ("word", "phrase", "text")
_LAST = "\U0010ffff"


class Index:
    """Asks an open index for the rows of one condition."""

    __slots__ = ("_dates", "_words", "facets", "storage")

    def __init__(self, storage: Storage) -> None:
        """Read from an open index, when asked."""
        self.storage = storage
        self.facets = Facets(storage)
        self._dates: Dates | None = None
        self._words: Words | None = None

    @property
    def dates(self) -> Dates:
        """The dates of all events."""
        if self._dates is None:
            from timeline_tui.library.dates import Dates  # noqa: PLC0415 - start-up

            self._dates = Dates(self.storage)
        return self._dates

    @property
    def words(self) -> Words:
        """The full text."""
        if self._words is None:
            from timeline_tui.library.words import Words  # noqa: PLC0415 - start-up

            self._words = Words(self.storage, self.facets.rows)
        return self._words

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event."""
        found = self.storage.ask("SELECT row FROM event WHERE id = ?", (event_id,))
        return found[0][0] if found else None

    def match_ids(self, start: str, most: int = -1) -> list[tuple[str, int]]:
        """Give the ids that begin so, in order, and their rows; -1 for all."""
        return self.storage.ask(
            "SELECT id, row FROM event WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            (start, start + _LAST, most),
        )

    def resolve(self, term: Term) -> Term:
        """Give a term with the full ids of its values.

        Raises:
            QueryError: a value is unknown or may be several.
        """
        if term.field in FACETS:
            find = self.facets.resolve
            return term.holding(find(term.field, value, term) for value in term.values)
        for value in term.values if term.field == "is" else ():
            if value not in FLAGS:
                advice = f"write {', '.join(FLAGS[:-1])} or {FLAGS[-1]}"
                reason = f"unknown flag {value!r}"
                raise QueryError(str(term), term.column or 1, reason, advice)
        if term.field == "id":
            return term.holding(self._full_id(value, term) for value in term.values)
        return term

    def _full_id(self, value: str, term: Term) -> str:
        """Give the only id that begins so, or the start that several share."""
        if self.row_of(value) is not None:
            return value
        found = self.match_ids(value, 2) if value else []
        if not found:
            reason = f"no event has an id that begins with {value!r}"
            advice = "search for words of its title instead"
            raise QueryError(str(term), term.column or 1, reason, advice)
        return value if len(found) > 1 else str(found[0][0])

    def rows(self, term: Term, marked: Collection[str]) -> BitMap:
        """Give the rows that have any of a resolved term's values."""
        found = BitMap()
        for value in term.values:
            found |= self._value_rows(term.field, value, marked)
        return found

    def _value_rows(self, field: str, value: str, marked: Collection[str]) -> BitMap:
        if field in TEXTS:
            return self.words.rows(field, value)
        if field == "id":
            row = self.row_of(value)
            return (
                BitMap(r for _, r in self.match_ids(value))
                if row is None
                else BitMap([row])
            )
        if field == "is" and value == "marked":
            rows = map(self.row_of, marked)
            return BitMap(row for row in rows if row is not None)
        return self.facets.rows(field, value)


class Conditions:
    """A query, worked out condition by condition.

    Attributes:
        query: as it was asked.
        dated: whether dates are among the conditions.
        today: the day that periods count from.
    """

    __slots__ = (
        "_account",
        "_classes",
        "_index",
        "_marked",
        "_others",
        "dated",
        "query",
        "today",
    )

    def __init__(
        self, index: Index, query: Query, today: date, marked: Collection[str]
    ) -> None:
        """Work out a query.

        Raises:
            QueryError: it names an unknown value, or a date that cannot be read.
        """
        self.query = query
        self.dated = any(not term.negated for term in query.dates)
        self._index = index
        self.today = today
        self._marked = marked
        self._account: list[Term] = []
        self._others: list[tuple[str, bool, BitMap]] = []
        for term, full in zip(query.terms, resolved(index, query), strict=True):
            if term.field in DATES:
                continue
            if term.field in ACCOUNT and not term.negated:
                self._account.append(full)
            else:
                self._others.append(
                    (term.field, term.negated, index.rows(full, marked))
                )
        self._classes = _dated(index, query, today)

    def matching(self, but: str = "") -> BitMap:
        """Give the rows that meet all conditions save dates and those on a field."""
        found = self._told([term for term in self._account if term.field != but])
        for field, negated, rows in self._others:
            if field == but:
                continue
            if negated:
                found -= rows
            else:
                found &= rows
        return found

    def classes(self, rows: BitMap) -> Classes:
        """Part rows into those inside the dates, under way and possible."""
        inside, underway, possible, excluded = self._classes
        if excluded is not None:
            rows = rows - excluded
        if inside is None:
            return rows, BitMap(), BitMap()
        return rows & inside, rows & underway, rows & possible

    def asking(self, query: Query) -> Conditions:
        """Work out another query, on the same day and with the same marks."""
        return Conditions(self._index, query, self.today, self._marked)

    def values(self, field: str) -> list[tuple[str, str, BitMap]]:
        """Give id, name and rows of each value of a facet.

        Where the query asks for other things of accounts, the rows are those with an
        account that has the value and them.
        """
        values = self._index.facets.values(field)
        others = [term for term in self._account if term.field != field]
        if field in ACCOUNT and others:
            return [
                (value, name, self._told([*others, Term(field, (value,))]))
                for value, (name, _, _) in values.items()
            ]
        blobs = (blob for _, _, blob in values.values())
        bitmaps = self._index.storage.bitmaps(blobs)
        return [
            (value, name, rows)
            for (value, (name, _, _)), rows in zip(values.items(), bitmaps, strict=True)
        ]

    def _told(self, terms: Iterable[Term]) -> BitMap:
        """Give the rows with an account for each way to take a term of each field."""
        by_field: dict[str, list[Term]] = {}
        for term in terms:
            by_field.setdefault(term.field, []).append(term)
        found = BitMap()
        found.add_range(0, int(self._index.storage.meta["count"]))
        for together in product(*by_field.values()) if by_field else ():
            told = BitMap()
            for values in product(*(term.values for term in together)):
                told |= self._index.facets.told(
                    dict(zip(by_field, values, strict=True))
                )
            found &= told
        return found


def resolved(index: Index, query: Query) -> list[Term]:
    """Give a query's terms with the full ids of their values, one for one.

    Raises:
        QueryError: a value is unknown or may be several; it shows the query.
    """
    terms = []
    for term in query.terms:
        try:
            terms.append(index.resolve(term))
        except QueryError as error:
            column = column_of(query, term)
            raise QueryError(str(query), column, error.reason, error.advice) from None
    return terms


def column_of(query: Query, term: Term) -> int:
    """Give the column, from 1, at which a term begins in the text of its query."""
    before = query.terms[: query.terms.index(term)]
    return sum(len(str(each)) + 1 for each in before) + 1


def _dated(
    index: Index, query: Query, today: date
) -> tuple[BitMap | None, BitMap, BitMap, BitMap | None]:
    """Give the rows inside the dates asked for, under way, possible, and excluded."""
    if not query.dates:
        return None, BitMap(), BitMap(), None
    from timeline_tui.query.periods import periods_of  # noqa: PLC0415 - costs start-up

    try:
        periods, within, excluded = periods_of(query, today)
    except DateError as error:
        raise _located(query, error) from error
    dates = index.dates
    out = dates.inside(excluded) if excluded else None
    if periods is None and within is None:
        return None, BitMap(), BitMap(), out
    if periods is None:
        return dates.inside(within or ()), BitMap(), BitMap(), out
    classes = dates.classes(periods)
    if within is not None:
        kept = dates.inside(within)
        classes = (classes[0] & kept, classes[1] & kept, classes[2] & kept)
    return *classes, out


def _located(query: Query, error: DateError) -> QueryError:
    """Say where in a query a date stands that cannot be read."""
    for term in query.dates:
        if any(error.text in value or value in error.text for value in term.values):
            column = column_of(query, term)
            return QueryError(str(query), column, error.reason, error.advice)
    return QueryError(str(query), 1, error.reason, error.advice)
