"""The verbs that look things up: facets, sources, cite and show."""

from __future__ import annotations

from cli.fake_outside import FakeOutside


def test_facets(outside: FakeOutside) -> None:
    outside.run("facets", "actor", "theme:trade")
    assert outside.stdout == "island\t2\tIsland Council\nmira\t1\tMira Holt\n"


def test_facets_of_every_field(outside: FakeOutside) -> None:
    outside.run("facets", "theme:trade")
    assert "actor:island\t2\tIsland Council\n" in outside.stdout
    assert "source:gazette-2021\t1\t" in outside.stdout


def test_sources(outside: FakeOutside) -> None:
    outside.run("sources")
    assert [line.split("\t") for line in outside.stdout.splitlines()] == [
        [
            "gazette-2021",
            "The quarrel over the ferry",
            "Island Gazette",
            "2021-06-01",
            "2",
            "2",
        ],
        [
            "observer-2022",
            "After the ferry",
            "Coast Observer",
            "2022-05~",
            "2",
            "3",
        ],
    ]


def test_cite_prints_a_note_an_account(outside: FakeOutside) -> None:
    outside.run("cite", "ferry-stops")
    first, second = outside.stdout.splitlines()
    assert "Ann Reed" in first
    assert "“the council … so”" in first
    assert "Mira Holt" in second


def test_show_prints_records_and_cards(outside: FakeOutside) -> None:
    outside.run("show", "ferry-stops-2021", "island", "trade", "gazette-2021")
    for text in ("The ferry stops running", "Island Council", "Trade", "Gazette"):
        assert text in outside.stdout


def test_beginning_of_several_ids_lists_them(outside: FakeOutside) -> None:
    outside.run("show", "ferry-")
    assert "ferry-stops-2021, ferry-talks-2021" in outside.stderr
