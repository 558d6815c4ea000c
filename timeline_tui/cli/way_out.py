"""What to try where nothing matches: the likeliest slip first."""

from __future__ import annotations

from timeline_tui.cli.options import VERBS
from timeline_tui.cli.words import nearest
from timeline_tui.errors import DateError
from timeline_tui.query.date_signs import has_year
from timeline_tui.query.fold import tokens
from timeline_tui.query.periods import read_period
from timeline_tui.query.terms import DATES, Query, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.selection import Library, Selection

_NAMED = ("actor", "theme", "source", "place")
_MOST_NAMES = 5_000  # are compared with a word that is not found


def way_out(selection: Selection, command: Command, outside: Outside) -> str:
    """One sentence for a selection without events."""
    query = selection.query
    if not query:
        return "the store holds no events"
    meant = (
        _period_meant(command, outside)
        or _verb_meant(selection, command, outside)
        or _event_meant(selection, outside)
    )
    if meant:
        return f"nothing matches {query}; did you mean {meant}?"
    several = len(query.terms) > 1
    told = _blamed(selection, outside) if several else _alone(selection, outside)
    return f"nothing matches {query}{told and f'; {told}'}"


def _verb_meant(selection: Selection, command: Command, outside: Outside) -> str:
    """The command of which the first word is a slip, if that word finds nothing."""
    first = command.words[0] if command.words and not command.verb else ""
    verbs = [*filter(None, VERBS)]
    if not nearest(first, verbs) or first not in map(str, _nowhere(selection, outside)):
        return ""
    near = nearest(first, [*verbs, *_names(selection.library)])
    return f"the command {near}" if near in verbs else ""


def _period_meant(command: Command, outside: Outside) -> str:
    """A period counted from today, which is one only after a field."""
    for typed in (" ".join(command.words), *command.words):
        try:
            read_period(typed, outside.today)
        except DateError:
            continue
        return "" if has_year(typed) else str(Term("on", (typed,)))
    return ""


def _event_meant(selection: Selection, outside: Outside) -> str:
    """The event whose id, or the start of it, was typed as a word."""
    library, query = selection.library, selection.query
    for term in query.terms:
        if term.field == "word" and not term.negated and len(term.values) == 1:
            meant = Term("id", term.values)
            if library.match_ids(term.values[0], 1) and len(
                library.select(query.without(term).adding(meant), outside.today)
            ):
                return str(meant)
    return ""


def _blamed(selection: Selection, outside: Outside) -> str:
    """The term without which most would be found, or the terms that find nothing."""
    hint = selection.hint()
    if hint is not None:
        term, count = hint
        return f"without {term}: {count:,} event{'s' * (count != 1)}"
    nowhere = list(map(str, _nowhere(selection, outside)))
    if len(nowhere) == 1:
        return f"{nowhere[0]} finds nothing"
    return f"neither {' nor '.join(nowhere)} finds anything" if nowhere else ""


def _nowhere(selection: Selection, outside: Outside) -> list[Term]:
    """The terms that find nothing by themselves."""
    select = selection.library.select
    terms = selection.query.terms
    return [term for term in terms if not len(select(Query([term]), outside.today))]


def _alone(selection: Selection, outside: Outside) -> str:
    """What may have been meant by a single term."""
    (term,), library = selection.query.terms, selection.library
    if term.field in DATES:
        covered = library.coverage
        return f"the store covers {covered}" if covered and not term.negated else ""
    if term.field == "phrase":
        words = [Term("word", (word,)) for each in term.values for word in tokens(each)]
        count = len(library.select(Query(words), outside.today))
        events = f"{count:,} event{'s' * (count != 1)}"
        return f"with these words in any order: {events}" if count else ""
    if term.field == "is":
        return "marks are the explorer's" if "marked" in term.values else ""
    near = nearest(term.values[0].lower(), _names(library))
    return f"did you mean {near}?" if near and term.field in ("word", "text") else ""


def _names(library: Library) -> Iterable[str]:
    """The words of the names that a word could be a slip of."""
    known: dict[str, None] = {}
    for field in _NAMED:
        for value, name, _ in library.values(field):
            known.update(dict.fromkeys([value, *tokens(name)]))
            if len(known) > _MOST_NAMES:
                return ()
    return known
