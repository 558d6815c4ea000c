"""What the store offers for the word being typed, read from its index alone.

Lines are the whole word, a tab, and what it stands for.
"""

from __future__ import annotations

from timeline_tui.cli.known import CARDS
from timeline_tui.library.glance import glance
from timeline_tui.model.event import IMPORTANCES, KINDS, STANCES
from timeline_tui.query.terms import FACETS, FLAGS
from timeline_tui.render.safe import safe
from timeline_tui.store.locate import locate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline_tui.cli.outside import Outside
    from timeline_tui.library.library import Library

    Offer = tuple[str, str]

MOST = 2000
"""Of more than so many nothing is offered, for a part of them would mislead."""
_CLOSED = {
    "is": FLAGS,
    "kind": KINDS,
    "stance": STANCES,
    "importance": IMPORTANCES,
}


def lines(kind: str, typed: str, outside: Outside) -> list[str]:
    """Give the lines for a kind of word that begins so; none if there are too many.

    Raises:
        KgtlError: there is no store; an index that is damaged raises what it may.
    """
    found = [(word, told) for word, told in _offers(kind, typed, outside) if _fit(word)]
    if len(found) > MOST:
        return []
    return [f"{word}\t{safe(told)}" for word, told in found]


def _fit(word: str) -> bool:
    """Whether a word can be typed as it is: nothing in it needs a query's quotes."""
    return safe(word) == word and not any(sign in word for sign in '"\\')


def _offers(kind: str, typed: str, outside: Outside) -> Iterable[Offer]:
    if kind == "query":
        return _values(typed, outside)
    library = _library(outside)
    if library is None:
        return ()
    give: Callable[[Library, str], Iterator[Offer]]
    give = {"id": _ids, "cite": _cited, "source": _sources}[kind]
    return give(library, typed)


def _library(outside: Outside) -> Library | None:
    return glance(locate(None, outside.environ), outside.cache_folder)


def _values(typed: str, outside: Outside) -> Iterator[Offer]:
    """Give the values of a field, after those of the term that are there already."""
    name_typed, colon, value = typed.partition(":")
    if not colon:
        return
    head, comma, start = value.rpartition(",")
    before = f"{name_typed}:{head}{comma}"
    taken = head.split(",")
    for one, name in _values_of(name_typed.removeprefix("-"), start, outside):
        if one.startswith(start) and "," not in one and one not in taken:
            yield before + one, "" if name == one else name


def _values_of(field: str, start: str, outside: Outside) -> Iterable[Offer]:
    if field in _CLOSED:
        return [(value, "") for value in _CLOSED[field]]
    if field not in (*FACETS, "id"):
        return ()
    library = _library(outside)
    if library is None:
        return ()
    if field == "id":
        return _events(library, start)
    return [(value, name) for value, name, _ in library.values(field)]


def _ids(library: Library, start: str) -> Iterator[Offer]:
    """Give what `show` knows: events, actors, themes and sources."""
    yield from _events(library, start)
    for field in CARDS:
        yield from _begun(library, field, start)


def _sources(library: Library, start: str) -> Iterator[Offer]:
    yield from _begun(library, "source", start)


def _begun(library: Library, field: str, start: str) -> Iterator[Offer]:
    for value, name, _ in library.values(field):
        if value.startswith(start):
            yield value, name


def _cited(library: Library, typed: str) -> Iterator[Offer]:
    """Give events, and after the colon of one the sources that tell it."""
    event_id, colon, start = typed.partition(":")
    if not colon:
        yield from _events(library, event_id)
        return
    row = library.row_of(event_id)
    accounts = library.event(row).accounts if row is not None else ()
    for source in dict.fromkeys(account.source for account in accounts):
        if source.startswith(start):
            yield f"{event_id}:{source}", library.name(source)


def _events(library: Library, start: str) -> Iterator[Offer]:
    found = library.match_ids(start, MOST + 1)
    rows = [row for each in found if (row := library.row_of(each)) is not None]
    if len(rows) > MOST:  # their titles are not worth reading
        yield from ((each, "") for each in found)
        return
    yield from ((row.id, row.title) for row in library.rows(rows))
