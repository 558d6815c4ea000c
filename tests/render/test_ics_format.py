"""Calendars, read back by icalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers import library as consumer
from render.fake_library import library_of, selection_of
from render.harbour import ACTORS, CALL, SOURCES, THEMES
from render.hostile import ALL
from render.stores import NAMES, curated, found, selection, written
from timeline_tui.errors import UsageError
from timeline_tui.library.selection import Selection
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Event
from timeline_tui.render.formats import Options
from timeline_tui.render.formats.ics import folded
from timeline_tui.render.safe import safe


def events_of(text: str) -> list[Any]:
    calendar = consumer("icalendar").Calendar.from_ical(text)
    assert calendar.errors == []
    for needed in calendar.required:
        assert needed in calendar
    found_events = calendar.walk("VEVENT")
    for event in found_events:
        assert event.errors == []
        for needed in event.required:
            assert needed in event
        if "DTEND" in event:
            assert event.decoded("DTSTART") < event.decoded("DTEND")
    return list(found_events)


def single(event: Event) -> Selection:
    return selection_of(
        library_of(event, sources=SOURCES, actors=ACTORS, themes=THEMES)
    )


def dated(text: str) -> Selection:
    return single(replace(CALL, date=parse(text)))


@pytest.mark.parametrize("name", NAMES)
def test_a_calendar_of_a_store_is_sound(name: str) -> None:
    chosen = selection(name)
    text = written(chosen, Options("ics"))
    told = events_of(text)
    whole = [e for e in chosen.library.events(chosen) if not e.date.open_start]
    assert [str(event["X-KGTL-EDTF"]) for event in told] == [e.date.text for e in whole]
    assert len({event["UID"] for event in told}) == len(whole) > 0
    for event, meant in zip(told, whole, strict=True):
        assert event.decoded("DTSTART") == meant.date.first
        if not meant.date.open_end:
            assert event.decoded("DTEND") == meant.date.last + timedelta(days=1)
        assert str(event["SUMMARY"]).startswith(safe(meant.title, multiline=True))
        assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_short_whole_and_ended_right(name: str) -> None:
    octets = written(selection(name), Options("ics")).encode()
    lines = octets.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    text = folded(line)
    assert text.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in text.split("\r\n"))


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("at", range(80))
def test_no_character_is_divided(size: int, at: int) -> None:
    title = "a" * at + {1: "x", 2: "й", 3: "—", 4: "🐎"}[size] * 60
    [event] = events_of(written(single(replace(CALL, title=title)), Options("ics")))
    assert str(event["SUMMARY"]) == title


@pytest.mark.parametrize(
    "title", ["a,b;c\\d", "a\\nb", "two\nlines", "x: y", '"quoted"', "\\", ";"]
)
def test_what_has_a_meaning_in_a_calendar_is_escaped(title: str) -> None:
    [event] = events_of(written(single(replace(CALL, title=title)), Options("ics")))
    assert str(event["SUMMARY"]) == title


def test_escapes_are_those_of_the_standard() -> None:
    text = written(single(replace(CALL, title="a,b;c\\d\ne")), Options("ics"))
    assert "SUMMARY:a\\,b\\;c\\\\d\\ne\r\n" in text


@pytest.mark.parametrize(
    ("text", "start", "end", "summary"),
    [
        ("2022-09-14", (2022, 9, 14), (2022, 9, 15), ""),
        ("2022-09", (2022, 9, 1), (2022, 10, 1), " (September 2022)"),
        ("2022-09-14/2022-10-02", (2022, 9, 14), (2022, 10, 3), ""),
        ("2022-12-31", (2022, 12, 31), (2023, 1, 1), ""),
        ("2020-02~", (2020, 2, 1), (2020, 3, 1), " (about February 2020)"),
        (
            "2022-09-14?",
            (2022, 9, 14),
            (2022, 9, 15),
            " (14 September 2022 (uncertain))",
        ),
        ("9999-12-31", (9999, 12, 31), None, ""),
        ("0001-01-01", (1, 1, 1), (1, 1, 2), ""),
    ],
)
def test_ends_are_exclusive_and_doubt_is_told(
    text: str,
    start: tuple[int, int, int],
    end: tuple[int, int, int] | None,
    summary: str,
) -> None:
    [event] = events_of(written(dated(text), Options("ics")))
    assert event.decoded("DTSTART") == date(*start)
    assert ("DTEND" in event) == (end is not None)
    if end is not None:
        assert event.decoded("DTEND") == date(*end)
    assert str(event["SUMMARY"]) == CALL.title + summary
    assert str(event["X-KGTL-EDTF"]) == text


def test_open_starts_are_left_out_and_told() -> None:
    said: list[str] = []
    options = Options("ics")
    options.say = said.append
    open_ones = [replace(CALL, id=f"e{n}", date=parse("../2022")) for n in range(2)]
    library = library_of(
        CALL, *open_ones, sources=SOURCES, actors=ACTORS, themes=THEMES
    )
    assert len(events_of(written(selection_of(library), options))) == 1
    assert said == ["2 events have an open start and no place in a calendar: left out"]
    assert written(dated("../2022"), options) == ""
    assert said[1].startswith("1 event has")


def test_an_id_is_the_same_in_every_run_and_whatever_the_title() -> None:
    first = events_of(written(single(CALL), Options("ics")))
    again = events_of(written(single(replace(CALL, title="Other")), Options("ics")))
    assert first[0]["UID"] == again[0]["UID"]


def test_the_stamp_is_the_store_s_or_the_one_asked_for() -> None:
    for event in events_of(written(found(), Options("ics"))):
        assert event.decoded("DTSTAMP").date() == curated().timeline.revised.last  # type: ignore[union-attr]
    [event] = events_of(written(single(CALL), Options("ics")))
    assert event.decoded("DTSTAMP").date() == date(2023, 10, 31)  # nothing says when
    options = Options("ics")
    options.epoch = 86_399
    [event] = events_of(written(single(CALL), options))
    assert event.decoded("DTSTAMP").isoformat() == "1970-01-01T23:59:59+00:00"
    options.epoch = 10**18
    with pytest.raises(UsageError, match="no time"):
        written(single(CALL), options)


def test_status_places_and_themes_are_told() -> None:
    event = replace(CALL, status="expected", places=("A, b", "C;d"))
    [told] = events_of(written(single(event), Options("ics")))
    assert told["STATUS"] == "TENTATIVE"
    assert str(told["LOCATION"]) == "A, b; C;d"
    assert [str(one) for one in told["CATEGORIES"].cats] == ["The bridge"]
    assert ALL not in told["DESCRIPTION"]
    assert CALL.summary in told["DESCRIPTION"]
