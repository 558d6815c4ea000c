"""How command lines are read, each carried out on the shipped store."""

from __future__ import annotations

from pathlib import Path
from shlex import split

import pytest

from cli.fake_outside import TODAY, FakeOutside
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.query.syntax import parse

QUERIES = [
    # as typed in a shell, the query that it is
    (
        "actor:putin -kind:assessment since:2022",
        "actor:putin -kind:assessment since:2022",
    ),
    ('until:"Q3 2022"', 'until:"Q3 2022"'),
    ("-vote", "-vote"),
    ("military base", "military base"),
    ("'\"secondary sanctions\"'", '"secondary sanctions"'),
    ("list sources", "sources"),
    ("-- sources", "sources"),
    ("2022", "on:2022"),
    ('"Oct 2022"', 'on:"Oct 2022"'),
    ("2022-02..2022-03", "on:2022-02..2022-03"),
    ("actor:putin,japarov", "actor:putin,japarov"),
    ("actor:putin actor:japarov", "actor:putin actor:japarov"),
    ("actor:putin --sort date since:2022", "actor:putin since:2022"),
    ("place:'St Petersburg' 2022", 'place:"St Petersburg" on:2022'),
    ("Жапаров", "Жапаров"),
]


@pytest.fixture
def shipped(cache: Path) -> dict[str, str]:
    """The environment of a person who has no store of their own."""
    return {"XDG_CACHE_HOME": str(cache)}


def ids(argv: list[str], environ: dict[str, str]) -> list[str]:
    outside = FakeOutside(environ=environ)
    assert outside.run(*argv) == FOUND
    return [text.rpartition("  ")[2] for text in outside.stdout.splitlines()]


@pytest.mark.parametrize(("line", "query"), QUERIES)
def test_a_line_finds_what_its_query_finds(
    line: str, query: str, shipped: dict[str, str]
) -> None:
    terms = [str(term) for term in parse(query, TODAY).terms]
    found = ids(split(line), shipped)
    assert found == ids(["list", "--", *terms], shipped)
    assert 0 < len(found) < len(ids([], shipped))


def test_an_option_in_the_middle_is_no_word(shipped: dict[str, str]) -> None:
    table = FakeOutside(environ=shipped)
    assert table.run("actor:putin", "--format", "tsv", "since:2022") == FOUND
    told = [line.split("\t")[3] for line in table.stdout.splitlines()]
    assert told == ids(["actor:putin", "since:2022"], shipped)


def test_a_verb_is_one_only_as_the_first_word(shipped: dict[str, str]) -> None:
    verb = FakeOutside(environ=shipped)
    assert verb.run("sources") == FOUND
    assert verb.stdout.startswith("cabar-2023\t")
    assert ids(["war", "sources"], shipped) == ids(["list", "war", "sources"], shipped)


def test_a_phrase_is_narrower_than_its_words(shipped: dict[str, str]) -> None:
    phrase = ids(['"secondary sanctions"'], shipped)
    words = ids(["secondary", "sanctions"], shipped)
    assert set(phrase) <= set(words)
    both = ids(["actor:putin", "actor:japarov"], shipped)
    assert set(both) < set(ids(["actor:putin,japarov"], shipped))


def test_one_letter_options_never_cluster(shipped: dict[str, str]) -> None:
    assert FakeOutside(environ=shipped).run("-qv") == FOUND  # without "qv…"
    outside = FakeOutside(environ=shipped)
    assert outside.run("-x") == FAILED
    assert "put it after --" in outside.stderr


def test_a_slip_in_a_verb_is_pointed_out(shipped: dict[str, str]) -> None:
    for line in ("verfy", "verfy texts", "chek events.toml"):
        outside = FakeOutside(environ=shipped)
        assert outside.run(*split(line)) == NOTHING
        assert "did you mean the command " in outside.stderr
        assert outside.stdout == ""
