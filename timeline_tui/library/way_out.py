"""What to try where nothing matches: the likeliest slip first."""

from __future__ import annotations

from timeline_tui.errors import DateError, nearest
from timeline_tui.query.date_signs import has_year
from timeline_tui.query.fold import tokens
from timeline_tui.query.periods import read_period
from timeline_tui.query.terms import DATES, Query, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.library.selection import Library, Selection

_NAMED = ("actor", "theme", "source", "place")
_MOST_NAMES = 5_000  # are compared with a word that is not found


def way_out(selection: Selection) -> str:
    """A question or a clause for a query without events; nothing without advice."""
    meant = period_meant(selection) or event_meant(selection)
    return f"did you mean {meant}?" if meant else advice(selection)


def period_meant(selection: Selection) -> str:
    """A period counted from today, which is one only after a field."""
    words = [term.values[0] for term in selection.query.terms if _is_word(term)]
    for typed in (" ".join(words), *words):
        try:
            read_period(typed, selection.today)
        except DateError:
            continue
        return "" if has_year(typed) else str(Term("on", (typed,)))
    return ""


def event_meant(selection: Selection) -> str:
    """The event whose id, or the start of it, was typed as a word."""
    query = selection.query
    for term in filter(_is_word, query.terms):
        meant = Term("id", term.values)
        if selection.library.match_ids(term.values[0], 1) and len(
            selection.asking(query.without(term).adding(meant))
        ):
            return str(meant)
    return ""


def advice(selection: Selection) -> str:
    """What to drop of several terms, or what may have been meant by a single one."""
    several = len(selection.query.terms) > 1
    return _blamed(selection) if several else _alone(selection)


def nowhere(selection: Selection) -> list[Term]:
    """The terms that find nothing by themselves."""
    terms = selection.query.terms
    return [term for term in terms if not len(selection.asking(Query([term])))]


def names(library: Library) -> Iterable[str]:
    """The words of the names that a word could be a slip of; none of too many."""
    known: dict[str, None] = {}
    for field in _NAMED:
        for value, name, _ in library.values(field):
            known.update(dict.fromkeys([value, *tokens(name)]))
            if len(known) > _MOST_NAMES:
                return ()
    return known


def _is_word(term: Term) -> bool:
    return term.field == "word" and not term.negated and len(term.values) == 1


def _blamed(selection: Selection) -> str:
    """The term without which most would be found, or the terms that find nothing."""
    hint = selection.hint()
    if hint is not None:
        term, count = hint
        return f"without {term}: {_events(count)}"
    lost = list(map(str, nowhere(selection)))
    if len(lost) == 1:
        return f"{lost[0]} finds nothing"
    return f"neither {' nor '.join(lost)} finds anything" if lost else ""


def _alone(selection: Selection) -> str:
    """What may have been meant by a single term."""
    (term,), library = selection.query.terms, selection.library
    if term.field in DATES:
        covered = library.coverage
        return f"the store covers {covered}" if covered and not term.negated else ""
    if term.field == "phrase":
        words = [Term("word", (word,)) for each in term.values for word in tokens(each)]
        count = len(selection.asking(Query(words)))
        return f"with these words in any order: {_events(count)}" if count else ""
    if term.field == "is":
        return "marks are the explorer's" if "marked" in term.values else ""
    if term.field not in ("word", "text"):
        return ""
    near = nearest(term.values[0].lower(), names(library))
    return f"did you mean {near}?" if near else ""


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count:,} events"
