"""Two whole stores: the same contents never differ, other contents always do."""

from __future__ import annotations

import io

from hypothesis import given, settings

from examples import Contents
from strategies import stores
from timeline_tui.model.difference import ADDED, REMOVED, Headline
from timeline_tui.store.diff import compare
from timeline_tui.store.lines import LinesReader
from timeline_tui.store.locate import Where


def reader(store: Contents) -> LinesReader:
    return LinesReader(Where("stdin", "-"), io.BytesIO(store.lines().encode()))


@settings(max_examples=40)
@given(stores())
def test_a_store_does_not_differ_from_itself_in_any_order(store: Contents) -> None:
    turned = store._replace(events=store.events[::-1])
    found = compare(reader(store), reader(turned))
    assert (found.differences, found.events) == ([], len(store.events))


@settings(max_examples=40)
@given(stores(), stores())
def test_what_only_one_has_was_added_or_removed(one: Contents, two: Contents) -> None:
    found = compare(reader(one), reader(two))
    old, new = ({event.id for event in store.events} for store in (one, two))
    changes = {(d.id, d.change) for d in found.differences if d.record == "event"}
    assert {name for name, change in changes if change == ADDED} == new - old
    assert {name for name, change in changes if change == REMOVED} == old - new
    shared = {e.id: e for e in one.events}
    for event in two.events:
        told = any(d.id == event.id for d in found.differences if d.record == "event")
        assert told == (shared.get(event.id) != event)


@settings(max_examples=40)
@given(stores())
def test_all_of_a_store_comes_and_goes_against_an_empty_one(store: Contents) -> None:
    empty = store._replace(events=())
    found = compare(reader(store), reader(empty)).differences
    gone = [d for d in found if d.record == "event"]
    heads = {d.id: d.before for d in gone if d.change == REMOVED}
    for event in store.events:
        assert heads[event.id] == Headline(event.title, event.date.text)
