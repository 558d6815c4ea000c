"""Compares two versions of one event: date, wording, accounts, figures, links."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline_tui.model.date_change import date_change
from timeline_tui.model.difference import (
    CHANGED,
    GAINED,
    LOST,
    REORDERED,
    REWORDED,
    Difference,
)
from timeline_tui.model.event import no_extra
from timeline_tui.model.pairing import pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Account, Cite, Event, Extra, Figure, Link

_TEXTS = ("title", "summary", "date_basis")
_VALUES = ("kind", "status", "importance", "actors", "themes", "places")
_SPOKEN = ("stance", "by", "via", "who")


def event_differences(before: Event, after: Event) -> Iterator[Difference]:
    """Give all that differs between two events of one id; nothing if they are equal."""
    same = Difference("event", after.id, CHANGED)
    if before.date != after.date:
        yield _dated(same, before.date, after.date)
    for key in _TEXTS:
        yield from _changed(same._replace(change=REWORDED, key=key), before, after)
    yield from _disputed(same._replace(key="disputed"), before, after)
    yield from _accounts(same, before.accounts, after.accounts)
    yield from _figures(same, before.figures, after.figures)
    yield from _links(same._replace(key="link"), before.links, after.links)
    for key in _VALUES:
        yield from _changed(same._replace(key=key), before, after)
    yield from extra_differences(same, before.x, after.x)


def extra_differences(
    same: Difference, before: Extra, after: Extra
) -> Iterator[Difference]:
    """Give what differs in the keys of the curator's own."""
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        change = CHANGED if key in after else LOST
        change = change if key in before else GAINED
        if old != new or change != CHANGED:
            yield same._replace(change=change, key=key, before=old, after=new)


def _changed(same: Difference, before: object, after: object) -> Iterator[Difference]:
    """Tell of the field that `same` is about, if it differs."""
    old, new = getattr(before, same.key), getattr(after, same.key)
    if old != new:
        yield same._replace(before=old, after=new)


def _dated(same: Difference, before: EdtfDate, after: EdtfDate) -> Difference:
    change, doubts = date_change(before, after)
    return same._replace(
        change=change, key="date", before=before, after=after, note=doubts
    )


def _disputed(same: Difference, before: Event, after: Event) -> Iterator[Difference]:
    for difference in _changed(same, before, after):
        if not before.disputed:
            yield difference._replace(change=GAINED, before=None)
        elif not after.disputed:
            yield difference._replace(change=LOST, after=None)
        else:
            yield difference._replace(change=REWORDED)


def _accounts(
    same: Difference, before: Sequence[Account], after: Sequence[Account]
) -> Iterator[Difference]:
    paired = pair(before, after, attrgetter("source", "by"), _same_words)
    yield from _tellers(same._replace(change=LOST), paired.lost, after)
    yield from _tellers(same._replace(change=GAINED), paired.gained, before)
    for old, new in paired.pairs:
        if old != new:
            told = same._replace(source=old.source, by=old.by)
            yield from _account(told, old, new)
    if paired.reordered:
        yield _reordered(same._replace(key="account"), before, after)


def _same_words(account: Account) -> tuple[str, str] | None:
    """Know an account again whose speaker was corrected."""
    return (account.source, account.says) if account.says else None


def _tellers(
    same: Difference, accounts: Iterable[Account], others: Iterable[Account]
) -> Iterator[Difference]:
    """Tell of accounts that came or went, and whether their source did."""
    known = {account.source for account in others}
    for account in accounts:
        key = "account" if account.source in known else "source"
        known.add(account.source)
        told = same._replace(key=key, source=account.source, by=account.by)
        if same.change == GAINED:
            yield told._replace(after=account)
        else:
            yield told._replace(before=account)


def _account(same: Difference, before: Account, after: Account) -> Iterator[Difference]:
    for key in _SPOKEN:
        yield from _changed(same._replace(key=key), before, after)
    yield from _changed(same._replace(change=REWORDED, key="says"), before, after)
    if before.date and after.date and before.date != after.date:
        yield _dated(same, before.date, after.date)
    elif before.date != after.date:
        change = GAINED if after.date else LOST
        told = same._replace(change=change, key="date")
        yield told._replace(before=before.date, after=after.date)
    yield from _cites(same, before.cite, after.cite)
    yield from extra_differences(same, before.x, after.x)


def _cites(
    same: Difference, before: Sequence[Cite], after: Sequence[Cite]
) -> Iterator[Difference]:
    paired = pair(before, after, attrgetter("start", "end"), attrgetter("para", "hash"))
    same = same._replace(key="cite")
    for cite in paired.lost:
        yield same._replace(change=LOST, before=cite)
    for cite in paired.gained:
        yield same._replace(change=GAINED, after=cite)
    for old, new in paired.pairs:
        if old != new:
            yield same._replace(before=old, after=new)
    if paired.reordered:
        yield same._replace(change=REORDERED, before=before, after=after)


def _figures(
    same: Difference, before: Sequence[Figure], after: Sequence[Figure]
) -> Iterator[Difference]:
    paired = pair(
        before,
        after,
        attrgetter("measure", "unit", "as_of", "period", "source", "by"),
        attrgetter("measure", "source", "by"),
    )
    same = same._replace(key="figure")
    for figure in paired.lost:
        told = same._replace(source=figure.source, by=figure.by)
        yield told._replace(change=LOST, before=figure)
    for figure in paired.gained:
        told = same._replace(source=figure.source, by=figure.by)
        yield told._replace(change=GAINED, after=figure)
    for old, new in paired.pairs:
        told = same._replace(source=old.source, by=old.by)
        if _bare(old) != _bare(new):
            yield told._replace(before=old, after=new)
        yield from _cites(told, old.cite, new.cite)
        yield from extra_differences(told, old.x, new.x)
    if paired.reordered:
        yield same._replace(change=REORDERED, before=before, after=after)


def _bare(figure: Figure) -> Figure:
    return replace(figure, cite=(), x=no_extra())


def _links(
    same: Difference, before: Sequence[Link], after: Sequence[Link]
) -> Iterator[Difference]:
    paired = pair(before, after, attrgetter("to", "kind"), attrgetter("to"))
    for link in paired.lost:
        yield same._replace(change=LOST, before=link)
    for link in paired.gained:
        yield same._replace(change=GAINED, after=link)
    for old, new in paired.pairs:
        if old != new:
            yield same._replace(before=old, after=new)
    if paired.reordered:
        yield same._replace(change=REORDERED, before=before, after=after)


def _reordered(
    same: Difference, before: Sequence[Account], after: Sequence[Account]
) -> Difference:
    return same._replace(
        change=REORDERED,
        before=tuple(account.source for account in before),
        after=tuple(account.source for account in after),
    )
