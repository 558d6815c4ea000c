from collections.abc import Callable, Iterable
from datetime import date

import pytest

from timeline_tui.library.library import Library
from timeline_tui.library.selection import Selection
from timeline_tui.query.syntax import parse

TODAY = date(2024, 5, 17)
Ask = Callable[..., Selection]
TALKS, MARCH, TOLL, GRAIN, DAM, FERRY = range(6)


def test_selection_is_a_sequence_in_print_order(ask: Ask) -> None:
    found = ask("on:2022-02")
    rows = [TALKS, MARCH, DAM, FERRY, TOLL, GRAIN]
    assert list(found) == rows
    assert len(found) == 6
    assert [found[place] for place in range(-6, 6)] == rows + rows
    for start in range(-7, 8):
        for stop in range(-7, 8):
            assert found[start:stop] == rows[start:stop]
            assert found[start:stop:2] == rows[start:stop:2]
    with pytest.raises(IndexError, match="there are 6 rows"):
        found[6]


def test_selection_knows_how_a_row_matches(ask: Ask) -> None:
    found = ask("on:2022-02 -theme:peace")
    assert [found.match(row) for row in (TALKS, DAM, GRAIN)] == [
        "inside",
        "under way",
        "possible",
    ]
    assert found.counts_by_class == (1, 2, 2)
    assert found.dated
    with pytest.raises(KeyError):
        found.match(MARCH)


def test_exclusion_alone_parts_nothing_into_classes(ask: Ask) -> None:
    found = ask("-on:2022-02")
    assert not found.dated
    assert found.match(GRAIN) == "inside"


def test_timeline_is_ranked_in_the_order_of_dates(ask: Ask) -> None:
    found = ask("on:2022-02")
    assert list(found.timeline) == [TALKS, MARCH, DAM, FERRY]
    assert [found.rank(row) for row in range(6)] == [0, 1, 2, 2, 2, 3]
    assert [found.at(place) for place in range(4)] == [TALKS, MARCH, DAM, FERRY]


def test_groups_stand_where_their_events_do(six: Library) -> None:
    assert [tuple(group) for group in six.groups] == [
        ("2022-02", "2022", "Feb", 0, 2),
        ("2022-03", "2022", "Mar", 2, 3),
        ("2022", "2022", "", 3, 4),
        ("2021/2022", "2021/2022", "", 4, 5),
        ("2020/..", "2020/..", "", 5, 6),
    ]


def test_headings_histogram_and_wide_events_add_up(ask: Ask) -> None:
    found = ask("-theme:peace")
    headings = [
        (group.key, count, first) for group, count, first in found.group_counts()
    ]
    assert headings == [
        ("2022-02", 1, 0),
        ("2022-03", 1, 1),
        ("2022", 1, 2),
        ("2021/2022", 1, 3),
        ("2020/..", 1, 4),
    ]
    assert found.histogram() == [(2022, 2, 1), (2022, 3, 1)]
    assert found.wide == 3


def test_counts_leave_out_the_possible_and_keep_what_is_ticked(ask: Ask) -> None:
    found = ask("on:2022-02-26 theme:trade,water")
    assert found.counts("theme") == [
        ("water", "Water sharing", 1),
        ("trade", "Trade", 0),
    ]
    assert found.counts("kind") == [("event", "event", 1)]
    assert ask("").counts("actor")[:3] == [
        ("league", "Dockers' League", 2),
        ("oren", "Oren Töre", 2),
        ("ferry-board", "Ferry Board", 1),
    ]


def test_own_counts_follow_the_ticks_of_their_own_field_too(ask: Ask) -> None:
    found = ask("actor:oren")
    own = {value: count for value, _, count in found.counts("actor", own=True)}
    ignoring = {value: count for value, _, count in found.counts("actor")}
    assert own["oren"] == len(found) == ignoring["oren"]
    assert own["mira"] == 1
    assert "league" not in own
    assert "league" in ignoring


def test_counts_of_sides_hold_those_who_belong_to_them(ask: Ask) -> None:
    assert ask("").counts("side") == [
        ("southland", "Southland", 4),
        ("ferry-board", "Ferry Board", 3),
        ("northland", "Northland", 2),
    ]


def test_counts_of_speakers_follow_the_source(ask: Ask) -> None:
    found = ask("source:gazette")
    assert found.counts("by") == [
        ("mira", "Mira Stahl", 1),
        ("oren", "Oren Töre", 1),
    ]
    assert found.counts("source") == [
        ("courier-2023", "Courier", 4),
        ("gazette-2022", "The Gazette", 4),
    ]


def test_hint_names_the_term_that_stands_in_the_way(ask: Ask) -> None:
    hint = ask("canal actor:ferry-board 2022").hint()
    assert hint is not None
    assert (str(hint[0]), hint[1]) == ("actor:ferry-board", 2)
    assert ask("zebra actor:mira,oren -actor:oren kind:policy").hint() is None


def test_selections_are_values(ask: Ask) -> None:
    assert ask("canal") == ask("canal")
    assert hash(ask("canal")) == hash(ask("canal"))
    assert ask("canal") != ask("dam")
    assert ask("is:marked", ["dam-works"]) != ask("is:marked", ["toll-rise"])
    assert ask("canal") != "canal"


def test_rows_hold_the_columns_of_a_line(six: Library) -> None:
    dam, talks = six.rows([DAM, TALKS])
    assert dam._asdict() == {
        "row": 4,
        "id": "dam-works",
        "date": "2021-11-15/2022-02-10",
        "plain": "2021-11-15/2022-02-10",
        "place": "2021/2022",
        "first": "2021-11-15",
        "last": "2022-02-10",
        "title": "Works at the upper dam",
        "kind": "event",
        "sources": "gazette-2022",
        "marks": "",
    }
    assert talks.sources == "gazette-2022 courier-2023"
    assert talks.marks == "dl"
    assert talks.first == talks.last == talks.place == talks.plain == "2022-02-26"
    toll, ferry = six.rows([TOLL, FERRY])
    assert toll.marks == "afl"
    assert (ferry.plain, ferry.last) == ("2020-10/..", "9999-12-31")


def test_streams_and_slices_give_the_same_rows(six: Library) -> None:
    assert list(six.stream(range(6))) == six.rows(range(6))
    assert six.rows([]) == list(six.stream(())) == []


def test_events_come_back_as_they_were_stored(six: Library) -> None:
    event = six.event(TOLL)
    assert (event.id, event.date.text, event.kind) == (
        "toll-rise",
        "2022-03~",
        "figure",
    )
    assert [account.by for account in event.accounts] == [("league",), ("oren",)]
    assert event.figures[0].value == 12
    assert [each.id for each in six.events([FERRY, TALKS])] == [
        "ferry-line",
        "canal-talks",
    ]
    assert six.record(TOLL).startswith('{"type":"event","id":"toll-rise"')


def test_library_knows_names(six: Library) -> None:
    assert six.title == "Two ports"
    assert six.coverage == "2020/2023"
    assert six.name("mira") == "Mira Stahl"
    assert six.name("courier-2023") == "Courier"
    assert six.name("nobody") == "nobody"
    assert six.actor("oren").of == "ferry-board"
    assert six.theme("trade").aliases == ("commerce",)
    assert [source.id for source in six.sources] == ["gazette-2022", "courier-2023"]
    assert six.title_of("dam-works") == "Works at the upper dam"
    assert six.title_of("no-such-event") is None
    assert six.row_of("ferry-line") == FERRY
    assert six.match_ids("d") == ["dam-works"]
    assert six.letters == {"gazette-2022": "T", "courier-2023": "C"}
    with pytest.raises(KeyError):
        six.source("nothing")


def test_long_selections_are_cut_anywhere(
    open_records: Callable[[Iterable[dict[str, object]]], Library],
) -> None:
    library = open_records(
        {
            "type": "event",
            "id": f"e{number:05}",
            "date": "2022-02-26",
            "title": f"Title {number}",
            "kind": "policy" if number % 3 else "event",
            "accounts": [{"source": "s", "stance": "supports"}],
        }
        for number in range(3000)
    )
    found = library.select(parse("kind:policy", TODAY), TODAY)
    expected = [number for number in range(3000) if number % 3]
    assert found[700:1500] == expected[700:1500]
    assert [row.row for row in library.stream(found.inside)] == expected
    assert [row.title for row in library.rows([2999, 0, 31, 32])] == [
        "Title 2999",
        "Title 0",
        "Title 31",
        "Title 32",
    ]
    ids = [event.id for event in library.events(found.inside)]
    assert ids == [f"e{number:05}" for number in expected]
