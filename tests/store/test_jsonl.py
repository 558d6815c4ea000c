"""The codec is exact: what is written, read and written again is the same bytes."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import Contents, harbour
from strategies import HOSTILE, actors, events, sources, stores, themes, timelines
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Actor, Event, Figure, Theme, Timeline
from timeline_tui.model.source import Source
from timeline_tui.store import jsonl
from timeline_tui.store.lines import LinesReader
from timeline_tui.store.locate import Where


def read(text: str) -> Contents:
    reader = LinesReader(Where("stdin", "-"), io.BytesIO(text.encode()))
    found = tuple(reader.events())
    assert not reader.faults, [str(fault) for fault in reader.faults]
    return Contents(
        reader.timeline, reader.actors, reader.themes, reader.sources, found
    )


@given(events)
def test_a_record_holds_all_of_an_event(event: Event) -> None:
    assert jsonl.event_from(jsonl.event_record(event)) == event


@given(actors, themes)
def test_a_record_holds_all_of_an_actor_and_a_theme(actor: Actor, theme: Theme) -> None:
    assert jsonl.actor_from(jsonl.actor_record(actor)) == actor
    assert jsonl.theme_from(jsonl.theme_record(theme)) == theme


@given(sources, timelines)
def test_a_record_holds_all_of_a_source_and_a_head(
    source: Source, timeline: Timeline
) -> None:
    assert jsonl.source_from(jsonl.source_record(source)) == source
    assert jsonl.timeline_from(jsonl.timeline_record(timeline)) == timeline


@settings(max_examples=30)
@given(stores())
def test_a_store_that_is_read_again_is_the_same(store: Contents) -> None:
    again = read(store.lines())
    assert again.timeline == store.timeline
    assert again.events == store.events
    assert {name: again.actors[name] for name in store.actors} == store.actors
    assert {name: again.themes[name] for name in store.themes} == store.themes
    assert {name: again.sources[name] for name in store.sources} == store.sources


@settings(max_examples=30)
@given(stores())
def test_what_was_implied_is_declared_from_then_on(store: Contents) -> None:
    complete = read(store.lines()).lines()
    assert read(complete).lines() == complete


def test_the_curated_form_and_the_lines_hold_the_same() -> None:
    store = harbour()
    again = read(store.lines())
    assert again == store
    assert again.lines() == store.lines()


@given(events)
def test_a_line_is_one_line_that_no_terminal_acts_on(event: Event) -> None:
    written = jsonl.event_line(event)
    assert len(written.splitlines()) == 1
    assert not any(character in written for character in "\x1b\x9b\u202e\u2028\x7f\0")
    assert json.loads(written) == json.loads(json.dumps(jsonl.event_record(event)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_come_back_as_they_were(text: str) -> None:
    event = Event(id="a", date=parse("1902"), title=text)
    assert read(jsonl.event_line(event)).events == (event,)


def test_a_record_says_what_it_is_and_leaves_defaults_out() -> None:
    event = Event(id="a", date=parse("1902"), title="Ice", importance="secondary")
    assert jsonl.event_line(event) == (
        '{"type":"event","id":"a","date":"1902","title":"Ice"}'
    )
    assert jsonl.line(jsonl.timeline_record(Timeline())) == (
        '{"type":"timeline","schema":1}'
    )
    source = Source(id="b", type="book")
    assert jsonl.line(jsonl.source_record(source)) == (
        '{"type":"source","id":"b","csl_type":"book"}'
    )


@pytest.mark.parametrize("value", [40, 40.0, 0, 0.0, 2.59e9, 10**20, -1.5])
def test_numbers_stay_whole_or_not(value: float) -> None:
    figure = Figure(measure="boats", source="b", value=value)
    event = Event(id="a", date=parse("1902"), title="Ice", figures=(figure,))
    (again,) = read(jsonl.event_line(event)).events
    assert type(again.figures[0].value) is type(value)
    assert again.figures[0].value == value


@given(st.integers(0, 3))
def test_own_keys_stand_last_in_their_order(start: int) -> None:
    names = [f"x_{name}" for name in ("z", "a", "m", "b")]
    own = dict.fromkeys(names[start:] + names[:start], start)
    event = Event(id="a", date=parse("1902"), title="Ice", x=own)
    assert list(jsonl.event_record(event)) == ["type", "id", "date", "title", *own]
