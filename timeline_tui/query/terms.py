"""What is asked for, as values: a `Query` is terms joined by AND.

    query = [term (blank term)*]
    term  = ["-"] (field ":" values | values)         "-" excludes
    values = value ("," value)*                       "," is OR

`str` of either is query text that `query.syntax` reads back as the same value.
"""

from __future__ import annotations

from timeline_tui.query.date_signs import has_year
from timeline_tui.query.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

FACETS = (
    "actor",
    "theme",
    "source",
    "by",
    "stance",
    "kind",
    "place",
    "importance",
    "side",
)
"""The fields whose values can be listed and counted."""
DATES = ("on", "since", "until", "within")
"""The fields whose values are dates or periods."""
FLAGS = ("disputed", "approximate", "multi-source", "figure", "linked", "marked")
"""The values of `is:`."""
FIELDS = {
    "actor": "who acts or is named: id, name or alias",
    "theme": "what it is about: id, name or alias",
    "source": "the document that tells it",
    "by": "who speaks in the account: an interviewee, an official",
    "stance": "how an account stands towards the event",
    "kind": "event, statement, policy, figure or assessment",
    "place": "where",
    "importance": "core, secondary or minor",
    "side": "an actor and all who belong to it",
    "id": "the event's id or its start",
    "text": "words in the text only, not in names",
    "word": "words that start so; the same as without a field",
    "on": "in, during or possibly in a period",
    "since": "in a period or later",
    "until": "in a period or earlier",
    "within": "certainly inside a period",
    "is": ", ".join(FLAGS),
}
"""Every field that can be typed, with one line of help."""

_PLAIN_SIGNS = "-_'’."


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _written(value: str) -> str:
    """`value` as it stands after a field, in quotes where it needs them."""
    parting = any(char.isspace() or char in ',"' for char in value)
    return _quoted(value) if parting or value[:1] in ("", "-") else value


def _is_plain(word: str) -> bool:
    """Whether `word` without a field is surely read as a word."""
    signs = all(char.isalnum() or char in _PLAIN_SIGNS for char in word)
    return signs and word[:1] != "-" and bool(fold(word)) and not has_year(word)


class Term:
    """One condition: a field and the values of which any will do.

    `field` is a key of `FIELDS`, or "phrase". Values are as typed: resolving names
    and reading dates is for those who know the store and the day. Terms are equal
    when they ask the same, whatever the order of the values.
    """

    __slots__ = ("column", "field", "negated", "values")
    column: Final[int]
    """Where it begins in the text it was read from, from 1; 0 for none."""
    field: Final[str]
    negated: Final[bool]
    values: Final[tuple[str, ...]]

    def __init__(
        self,
        field: str,
        values: Iterable[str],
        *,
        negated: bool = False,
        column: int = 0,
    ) -> None:
        """Keep each value once, in the order given."""
        self.field = field
        self.values = tuple(dict.fromkeys(values))
        self.negated = negated
        self.column = column

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Term):
            return NotImplemented
        return (self.field, self.negated, frozenset(self.values)) == (
            other.field,
            other.negated,
            frozenset(other.values),
        )

    def __hash__(self) -> int:
        return hash((self.field, self.negated, frozenset(self.values)))

    def __str__(self) -> str:
        minus = "-" if self.negated else ""
        if self.field == "phrase":
            return minus + ",".join(map(_quoted, self.values))
        if self.field == "word" and all(map(_is_plain, self.values)):
            return minus + ",".join(self.values)
        return f"{minus}{self.field}:{','.join(map(_written, self.values))}"

    def __repr__(self) -> str:
        return f"Term({str(self)!r})"

    def holding(self, values: Iterable[str]) -> Term:
        """Return this term with other values."""
        return Term(self.field, values, negated=self.negated, column=self.column)


class Query:
    """Conditions that must all hold; the empty query is true of every event.

    Queries are equal when they hold the same terms, in whatever order.
    """

    __slots__ = ("terms",)
    terms: Final[tuple[Term, ...]]

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Keep each term once, in the order given."""
        self.terms = tuple(dict.fromkeys(terms))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Query):
            return NotImplemented
        return frozenset(self.terms) == frozenset(other.terms)

    def __hash__(self) -> int:
        return hash(frozenset(self.terms))

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def __repr__(self) -> str:
        return f"Query({str(self)!r})"

    @property
    def dates(self) -> tuple[Term, ...]:
        """The terms about dates."""
        return tuple(term for term in self.terms if term.field in DATES)

    def of(self, field: str) -> tuple[Term, ...]:
        """Return the terms of one field, the excluding ones too."""
        return tuple(term for term in self.terms if term.field == field)

    def adding(self, term: Term) -> Query:
        """Return this query with `term`, once."""
        return Query((*self.terms, term))

    def without(self, term: Term) -> Query:
        """Return this query without `term`."""
        return Query(each for each in self.terms if each != term)

    def toggling(self, field: str, value: str, *, negated: bool = False) -> Query:
        """Return this query with one value ticked, or unticked if it is.

        A value that is ticked joins those of the field's last term (OR), and is no
        longer excluded; with `negated` it is excluded and no longer included.
        """
        same = [term for term in self.of(field) if term.negated == negated]
        if any(value in term.values for term in same):
            return self._dropping(field, value, negated=negated)
        rest = self._dropping(field, value, negated=not negated)
        if not same:
            return rest.adding(Term(field, (value,), negated=negated))
        wider = same[-1].holding((*same[-1].values, value))
        return Query(wider if term == same[-1] else term for term in rest.terms)

    def _dropping(self, field: str, value: str, *, negated: bool) -> Query:
        kept = []
        for term in self.terms:
            if term.field == field and term.negated == negated and value in term.values:
                values = [each for each in term.values if each != value]
                if values:
                    kept.append(term.holding(values))
            else:
                kept.append(term)
        return Query(kept)
