"""Words lead to paragraphs, and paragraphs to the events that cite them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from textwrap import fill

from examples import HARBOUR_TEXTS, harbour
from timeline_tui.model.event import Event
from timeline_tui.model.source import Source
from timeline_tui.model.text import Span, paragraphs
from timeline_tui.store.recognise import Copy, recognise
from timeline_tui.store.where import (
    by_hash,
    citing,
    in_copies,
    in_digests,
    in_events,
    recorded,
)

STORE = harbour()
GAZETTE = (HARBOUR_TEXTS / "gazette.txt").read_text(encoding="utf-8")
PARTS = paragraphs(GAZETTE)
PLACES = recorded(STORE.sources, tuple)


def finder(words: str) -> Callable[[str], list[Span]]:
    def find(text: str) -> list[Span]:
        return [match.span() for match in re.finditer(re.escape(words), text)]

    return find


def copy_of(text: str) -> Copy:
    return recognise(Copy("copy.txt", tuple(paragraphs(text))), STORE.sources)


def no_events() -> tuple[Event, ...]:
    raise AssertionError("the records are enough")


def test_a_whole_paragraph_is_found_by_its_hash() -> None:
    hits, others = by_hash(PARTS[2].replace("’", "'"), PLACES)
    assert [(hit.place.source, hit.place.para) for hit in hits] == [("gazette-1902", 3)]
    assert hits[0].text.startswith("The gate and the boats")
    assert others == 0


def test_wrapped_and_several_paragraphs_are_found_and_the_rest_counted() -> None:
    text = "\n".join([fill(PARTS[4], 40), "A line of mine", PARTS[2], PARTS[2]])
    hits, others = by_hash(text, PLACES)
    assert [hit.place.para for hit in hits] == [5, 3]
    assert others == 1


def test_part_of_a_paragraph_has_no_hash_that_is_known() -> None:
    assert by_hash(PARTS[2][:40], PLACES)[0] == []


def test_hashes_of_citations_do_where_no_record_lists_paragraphs() -> None:
    bare = {name: Source(id=name) for name in STORE.sources}
    places = recorded(bare, lambda: STORE.events)
    (hit,), _ = by_hash(PARTS[4], places)
    assert (hit.place.source, hit.place.para, hit.text) == ("gazette-1902", 5, "")
    assert recorded(STORE.sources, no_events) == PLACES


def test_events_that_cite_a_paragraph_are_listed_once() -> None:
    (hit,) = in_copies([copy_of(GAZETTE)], PLACES, finder("Forty boats"))
    assert hit.text[slice(*hit.spans[0])] == "Forty boats"
    events = citing([hit], STORE.events, {}, STORE.sources)
    assert events == {hit.place: {"north-gate-1902": "Quill opens the north gate"}}


def test_a_changed_paragraph_keeps_the_events_that_cite_it() -> None:
    copy = copy_of(f"Put in front\n{GAZETTE}".replace("Forty boats", "Fifty boats"))
    (hit,) = in_copies([copy], PLACES, finder("Fifty"))
    assert (hit.place.para, hit.place.row) == (4, None)
    copies = {"gazette-1902": copy}
    events = citing([hit], STORE.events, copies, STORE.sources)
    assert list(events[hit.place]) == ["north-gate-1902"]
    (front,) = in_copies([copy], PLACES, finder("Put in"))
    assert citing([front], STORE.events, copies, STORE.sources) == {front.place: {}}


def test_a_paragraph_that_repeats_another_has_the_events_that_cite_that_one() -> None:
    gazette = STORE.sources["gazette-1902"]
    rows = tuple(
        replace(row, repeats=3, role="caption") if row.n == 2 else row
        for row in gazette.paragraphs
    )
    sources = {**STORE.sources, gazette.id: replace(gazette, paragraphs=rows)}
    hits, _ = by_hash(PARTS[1], recorded(sources, no_events))
    events = citing(hits, STORE.events, {}, sources)
    assert events == {hits[0].place: {"north-gate-1902": "Quill opens the north gate"}}
    both, _ = by_hash(f"{PARTS[1]}\n{PARTS[2]}", recorded(sources, no_events))
    told = citing(both, STORE.events, {}, sources).values()
    assert [list(titles) for titles in told] == [["north-gate-1902"]] * 2


def test_where_nothing_was_found_no_event_is_read() -> None:
    assert citing([], map(len, [no_events]), {}, STORE.sources) == {}  # type: ignore[arg-type]


def test_a_moved_paragraph_has_the_number_of_its_record() -> None:
    copy = copy_of(f"Put in front\n{GAZETTE}")
    (hit,) = in_copies([copy], PLACES, finder("Forty boats"))
    assert hit.place.para == 3


def test_digests_and_what_events_say_are_searched_for_our_words() -> None:
    (digest,) = in_digests(STORE.sources.values(), finder("the answer"))
    assert (digest.place.source, digest.place.para) == ("gazette-1902", 5)
    parts = {
        (hit.event, hit.part)
        for words in (
            "opened it herself",
            "passable",
            "Guild asks",
            "rope makers count",
        )
        for hit in in_events(STORE.events, finder(words))
    }
    assert parts == {
        ("north-gate-1902", "says, gazette-1902"),
        ("north-gate-1902", "summary"),
        ("toll-asked-1902", "title"),
        ("north-gate-1902", "anchor, almanac-1903 ¶2"),
    }
    event = replace(STORE.events[0], date_basis="", accounts=(), figures=())
    assert list(in_events([event], finder("printed"))) == []
