"""Two versions of one event: every difference is told, once, in a reader's terms."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from examples import event
from strategies import dates, events
from timeline_tui.model.date_change import date_change
from timeline_tui.model.dates import EdtfDate, parse
from timeline_tui.model.difference import (
    CHANGED,
    CHANGES,
    FLAGGED,
    GAINED,
    LOST,
    MOVED,
    REORDERED,
    RESTATED,
    REWORDED,
    SHARPER,
    VAGUER,
    Difference,
)
from timeline_tui.model.event import Account, Cite, Event, Figure, Link
from timeline_tui.model.event_differences import event_differences

GAZETTE = Account(source="gazette-1902", stance="supports", says="It was so.")
ALMANAC = Account(source="almanac-1903", stance="qualifies", by=("mara",), says="No.")
OTHER = Account(source="almanac-1903", stance="supports", says="Yes.")
STORY = event("gate", "1902-05", accounts=(GAZETTE, ALMANAC))


def told(before: Event, after: Event) -> list[tuple[str, str]]:
    """Give what changed and where, and see that the other way round tells as much."""
    there = list(event_differences(before, after))
    back = list(event_differences(after, before))
    assert len(there) == len(back)
    return [(one.change, one.key) for one in there]


def retold(**changes: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any fields
    return told(STORY, replace(STORY, **changes))


@pytest.mark.parametrize(
    ("before", "after", "change", "doubts"),
    [
        ("2022", "2022-03", SHARPER, ""),
        ("2022-03", "2022", VAGUER, ""),
        ("2022-03", "2022-04", MOVED, ""),
        ("2022-03/2022-05", "2022-05/2022-06", MOVED, ""),
        ("2022-03", "2022-03~", FLAGGED, "now approximate"),
        ("2022-03%", "2022-03", FLAGGED, "no longer approximate, no longer uncertain"),
        ("2022-03?", "2022-03~", FLAGGED, "now approximate, no longer uncertain"),
        ("2022-03~", "2022-03-12", SHARPER, "no longer approximate"),
        ("2022-03-12", "2022?", VAGUER, "now uncertain"),
        ("2020-10/..", "2020-10/2022", SHARPER, ""),
        ("2020-10/2022", "2020-10/..", VAGUER, ""),
        ("[2022-02..2022-12]", "2022-02/2022-12", RESTATED, ""),
        ("2022-09-XX", "2022-09", RESTATED, ""),
        ("2020-10/", "2020-10/..", RESTATED, ""),
        ("[2022-09,2022-11]", "2022-10", MOVED, ""),
        ("[2022-09,2022-11]", "2022-11", SHARPER, ""),
        ("[2022-09,2022-10]", "2022-09-20/2022-10-05", SHARPER, ""),
        ("2022-03-22/2022-03-26", "{2022-03-22,2022-03-26}", SHARPER, ""),
    ],
)
def test_a_date_is_sharper_vaguer_moved_or_only_doubted(
    before: str, after: str, change: str, doubts: str
) -> None:
    assert date_change(parse(before), parse(after)) == (change, doubts)


@given(dates, dates)
def test_what_is_sharper_one_way_is_vaguer_the_other(
    one: EdtfDate, other: EdtfDate
) -> None:
    opposite = {SHARPER: VAGUER, VAGUER: SHARPER}
    change, _ = date_change(one, other)
    assert date_change(other, one)[0] == opposite.get(change, change)


@given(events)
def test_an_event_does_not_differ_from_itself(one: Event) -> None:
    assert not list(event_differences(one, replace(one)))


@given(events, events)
def test_two_different_events_never_count_as_the_same(one: Event, two: Event) -> None:
    other = replace(two, id=one.id)
    found = list(event_differences(one, other))
    assert bool(found) == (one != other)
    assert all(difference.change in CHANGES for difference in found)


@settings(max_examples=40)
@given(events, events)
def test_no_field_of_an_event_changes_in_silence(one: Event, two: Event) -> None:
    for field in fields(Event):
        other = replace(one, **{field.name: getattr(two, field.name)})
        if field.name != "id" and other != one:
            assert list(event_differences(one, other)), field.name


def test_texts_are_reworded_and_other_values_change() -> None:
    assert retold(title="Other") == [(REWORDED, "title")]
    assert retold(summary="Other") == [(REWORDED, "summary")]
    assert retold(date_basis="Other") == [(REWORDED, "date_basis")]
    assert retold(kind="policy", status="expected", importance="core") == [
        (CHANGED, "kind"),
        (CHANGED, "status"),
        (CHANGED, "importance"),
    ]
    assert retold(actors=("a",), themes=("b",), places=("C",)) == [
        (CHANGED, "actors"),
        (CHANGED, "themes"),
        (CHANGED, "places"),
    ]


def test_a_dispute_appears_goes_or_is_put_otherwise() -> None:
    disputed = replace(STORY, disputed="who")
    assert told(STORY, disputed) == [(GAINED, "disputed")]
    assert told(disputed, STORY) == [(LOST, "disputed")]
    assert told(disputed, replace(STORY, disputed="when")) == [(REWORDED, "disputed")]


def test_an_account_of_a_new_source_is_a_source_gained() -> None:
    alone = replace(STORY, accounts=(GAZETTE,))
    assert told(alone, STORY) == [(GAINED, "source")]
    assert told(STORY, alone) == [(LOST, "source")]
    both = replace(STORY, accounts=(GAZETTE, ALMANAC, OTHER))
    assert told(STORY, both) == [(GAINED, "account")]
    assert told(both, STORY) == [(LOST, "account")]
    assert told(alone, both) == [(GAINED, "source"), (GAINED, "account")]
    (gained,) = event_differences(alone, STORY)
    assert (gained.source, gained.by) == ("almanac-1903", ("mara",))
    assert (gained.before, gained.after) == (None, ALMANAC)


def test_a_stance_that_turned_names_its_account() -> None:
    turned = replace(ALMANAC, stance="contradicts")
    (found,) = event_differences(STORY, replace(STORY, accounts=(GAZETTE, turned)))
    assert found == Difference(
        "event",
        "gate",
        CHANGED,
        "stance",
        "almanac-1903",
        ("mara",),
        before="qualifies",
        after="contradicts",
    )


def test_accounts_are_matched_by_source_and_speaker_then_by_order() -> None:
    first, second = replace(OTHER, says="One."), replace(OTHER, says="Two.")
    before = replace(STORY, accounts=(first, second))
    without_first = replace(STORY, accounts=(second,))
    assert told(before, without_first) == [(LOST, "account")]
    (lost,) = event_differences(before, without_first)
    assert lost.before == first
    reworded = replace(
        STORY, accounts=(replace(first, says="1."), replace(second, says="2."))
    )
    assert told(before, reworded) == [(REWORDED, "says"), (REWORDED, "says")]


def test_a_speaker_that_was_corrected_is_one_change() -> None:
    corrected = replace(ALMANAC, by=("alba",))
    assert retold(accounts=(GAZETTE, corrected)) == [(CHANGED, "by")]
    silent = replace(ALMANAC, says="", by=("alba",))
    assert retold(accounts=(GAZETTE, silent)) == [
        (LOST, "account"),
        (GAINED, "account"),
    ]


def test_accounts_in_another_order() -> None:
    assert retold(accounts=(ALMANAC, GAZETTE)) == [(REORDERED, "account")]


def test_what_an_account_says_of_the_date_and_cites() -> None:
    dated = replace(GAZETTE, date=parse("1902"))
    day = replace(GAZETTE, date=parse("1902-05-02"))
    cited = replace(GAZETTE, cite=(Cite(para=3, start="a b", hash="n1:0"),))
    moved = replace(GAZETTE, cite=(Cite(para=4, start="a b", hash="n1:0"),))
    other = replace(GAZETTE, cite=(Cite(para=5, start="c d", hash="n1:1"),))
    for before, after, change, key in (
        (GAZETTE, dated, GAINED, "date"),
        (dated, GAZETTE, LOST, "date"),
        (dated, day, SHARPER, "date"),
        (GAZETTE, cited, GAINED, "cite"),
        (cited, moved, CHANGED, "cite"),
        (GAZETTE, replace(GAZETTE, via="Post"), CHANGED, "via"),
        (GAZETTE, replace(GAZETTE, who=("alba",)), CHANGED, "who"),
        (GAZETTE, replace(GAZETTE, says="Other."), REWORDED, "says"),
        (GAZETTE, replace(GAZETTE, x={"x_a": 1}), GAINED, "x_a"),
    ):
        one = replace(STORY, accounts=(before,))
        assert told(one, replace(STORY, accounts=(after,))) == [(change, key)]
    assert told(
        replace(STORY, accounts=(cited,)), replace(STORY, accounts=(other,))
    ) == [(LOST, "cite"), (GAINED, "cite")]


def test_figures_are_matched_by_measure_time_and_speaker() -> None:
    forty = Figure(measure="boats", value=40, source="gazette-1902")
    thirty = Figure(measure="boats", value=30, source="almanac-1903")
    before = replace(STORY, figures=(forty, thirty))
    more = replace(forty, value=45, over=True)
    after = replace(STORY, figures=(more, thirty))
    assert told(before, after) == [(CHANGED, "figure")]
    (found,) = event_differences(before, after)
    assert (found.source, found.before, found.after) == ("gazette-1902", forty, more)
    assert told(before, replace(STORY, figures=(thirty,))) == [(LOST, "figure")]
    assert told(STORY, before) == [(GAINED, "figure"), (GAINED, "figure")]
    dated = replace(forty, as_of=parse("1902"))
    assert told(before, replace(STORY, figures=(dated, thirty))) == [
        (CHANGED, "figure")
    ]
    cited = replace(forty, cite=(Cite(para=1),))
    assert told(before, replace(STORY, figures=(cited, thirty))) == [(GAINED, "cite")]


def test_links() -> None:
    link = Link(to="toll", kind="part-of")
    linked = replace(STORY, links=(link,))
    claimed = replace(link, kind="because-of", source="gazette-1902")
    assert told(STORY, linked) == [(GAINED, "link")]
    assert told(linked, STORY) == [(LOST, "link")]
    assert told(linked, replace(STORY, links=(claimed,))) == [(CHANGED, "link")]


def test_keys_of_the_curators_own() -> None:
    noted = replace(STORY, x={"x_a": None, "x_b": [1]})
    assert told(STORY, noted) == [(GAINED, "x_a"), (GAINED, "x_b")]
    other = replace(STORY, x={"x_b": [2]})
    assert told(noted, other) == [(LOST, "x_a"), (CHANGED, "x_b")]
