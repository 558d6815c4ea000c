from __future__ import annotations

import pytest

from render.fake_library import library_of, selection_of
from render.golden import check_golden, text_of
from render.harbour import ACTORS, CALL, EVENTS, SOURCES, THEMES, harbour
from render.hostile import (
    HOSTILE_ACTOR,
    HOSTILE_THEME,
    hostile_event,
    hostile_sources,
    live_characters,
)
from timeline_tui.render.card import actor_card, source_card, theme_card
from timeline_tui.render.lines import plain, width
from timeline_tui.render.record import Record, source_list


def test_a_record_with_its_notes_and_the_list_of_sources() -> None:
    library = harbour()
    record = Record(CALL, library, 78)
    text = text_of(record.lines) + "\n" + text_of(source_list(SOURCES, 78))
    check_golden("record-78", text)


def test_in_a_pipe_every_paragraph_is_one_line() -> None:
    lines = [plain(line) for line in Record(CALL, harbour(), None).lines]
    assert f"  {CALL.summary}" in lines
    assert lines[0] == "2022-02-26  Ada Berg telephones Otto Lind about the bridge"


def test_notes_are_numbered_on_from_the_record_before() -> None:
    library = harbour()
    first = Record(CALL, library, 78)
    assert first.next_note == 5
    second = text_of(Record(EVENTS[1], library, 78, first.next_note).lines)
    assert "[5]" in second
    assert "[1]" not in second


def test_every_number_in_a_record_has_its_note() -> None:
    text = text_of(Record(CALL, harbour(), None).lines)
    for number in range(1, 5):
        assert text.count(f"[{number}]") == 2


def test_the_cards() -> None:
    library = harbour()
    ada = selection_of(library, lambda e: "inside" if "ada" in e.actors else "")
    grain = selection_of(library, lambda e: "inside" if "grain" in e.themes else "")
    herald = selection_of(
        library, lambda e: "inside" if "herald-2023" in e.sources else ""
    )
    text = "\n".join(
        (
            text_of(actor_card(ACTORS[2], library, ada, 72)),
            text_of(theme_card(THEMES[1], grain, 72)),
            text_of(source_card(SOURCES[0], library, herald, 72)),
        )
    )
    check_golden("cards-72", text)


def test_a_card_without_events_says_so() -> None:
    library = harbour()
    nothing = selection_of(library, lambda _event: "")
    assert "events 0" in text_of(actor_card(ACTORS[0], library, nothing, 72))


@pytest.mark.parametrize("columns", [20, 40, 80, None])
def test_hostile_text_is_shown_in_records_and_cards(columns: int | None) -> None:
    event = hostile_event()
    sources = hostile_sources()
    library = library_of(
        event, sources=sources, actors=(HOSTILE_ACTOR,), themes=(HOSTILE_THEME,)
    )
    selection = selection_of(library)
    lines = [
        *Record(event, library, columns).lines,
        *source_list(sources, columns),
        *actor_card(HOSTILE_ACTOR, library, selection, columns),
        *theme_card(HOSTILE_THEME, selection, columns),
        *source_card(sources[0], library, selection, columns),
    ]
    for line in lines:
        assert not live_characters(plain(line))
        assert "\n" not in plain(line)
        assert columns is None or width(line) <= columns
