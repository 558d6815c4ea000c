from __future__ import annotations

from dataclasses import replace

import pytest

from render.fake_library import library_of
from render.harbour import ACTORS, CALL, SOURCES, harbour
from render.hostile import hostile_event, hostile_sources, live_characters
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Account, Cite
from timeline_tui.model.source import Source
from timeline_tui.render.note import (
    account_note,
    event_notes,
    figure_note,
    published_words,
    source_note,
)


def test_a_note_names_speaker_author_title_date_address_and_passage() -> None:
    note = account_note(CALL.accounts[0], harbour())
    assert note == (
        "Otto Lind, in Eva Holm, “Grain without borders?”, Mill Gazette,"
        " within 21 September 2022 – November 2022, no address known,"
        " citing Evening Wire, at “in the evening … the toll” (¶3)."
    )


def test_without_an_author_the_outlet_leads_and_is_named_once() -> None:
    assert account_note(CALL.accounts[1], harbour()) == (
        "The Herald, “Two banks, one river”, 6 July 2023,"
        " https://herald.example/2023/07/06/two-banks,"
        " at “she said there …” (¶2) and at “both of them …” (¶3)."
    )


def test_several_speakers_and_authors_are_all_named() -> None:
    source = Source(id="s", title="T", publisher="P", authors=("A, B", "Plato"))
    library = library_of(sources=(source,), actors=ACTORS)
    account = Account(
        source="s", stance="supports", by=("ada", "guild"), cite=(Cite(para=4),)
    )
    assert account_note(account, library) == (
        "Ada Berg, Guild of Bakers, in B A and Plato, “T”, P, no date known,"
        " no address known, at paragraph 4."
    )


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2023-07-06", "6 July 2023"),
        ("[2023-05-24..]", "after 24 May 2023"),
        ("[..2014]", "until 2014"),
        ("[2021-02-24..2021-02-25]", "within 24–25 February 2021"),
        ("2022-09~", "about September 2022"),
    ],
)
def test_the_date_is_told_as_it_is_known(published: str, words: str) -> None:
    source = replace(SOURCES[0], published=parse(published))
    assert published_words(source) == words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a b", "https://x\x1b\\", "ftp://x", "x"]
)
def test_only_a_web_address_is_given_as_one(url: str) -> None:
    note = source_note(replace(SOURCES[0], url=url))
    assert "no address known (the record has “" in note
    assert not live_characters(note)


def test_notes_of_an_event_can_be_asked_for_by_source_and_come_once() -> None:
    library = harbour()
    assert len(event_notes(CALL, library)) == 4
    gazette = event_notes(CALL, library, "gazette-2022")
    assert gazette == [
        account_note(CALL.accounts[0], library),
        figure_note(CALL.figures[0], library),
    ]
    twice = replace(CALL, accounts=(CALL.accounts[0],) * 2, figures=())
    assert len(event_notes(twice, library)) == 1


def test_hostile_text_is_shown_in_notes() -> None:
    event = hostile_event()
    library = library_of(event, sources=hostile_sources(), actors=ACTORS)
    for note in event_notes(event, library):
        assert not live_characters(note)
        assert "\n" not in note
