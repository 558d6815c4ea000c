"""How a command line is read: the table of its forms, and what that leaves open."""

from __future__ import annotations

from itertools import takewhile
from shlex import split

import pytest

from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.cli.words import Command, read
from timeline_tui.errors import UsageError


@pytest.mark.parametrize(
    ("line", "verb", "options", "words"),
    [
        (
            ["actor:a", "-kind:b", "since:2022"],
            "",
            {},
            ("actor:a", "-kind:b", "since:2022"),
        ),
        (["until:Q3 2022"], "", {}, ("until:Q3 2022",)),
        (
            ["actor:a", "--format", "tsv", "since:2022"],
            "",
            {"format": "tsv"},
            ("actor:a", "since:2022"),
        ),
        (["-vote"], "", {}, ("-vote",)),
        (["-qv"], "", {}, ("-qv",)),
        (["military", "base"], "", {}, ("military", "base")),
        (['"military base"'], "", {}, ('"military base"',)),
        (["sources"], "sources", {}, ()),
        (["list", "sources"], "list", {}, ("sources",)),
        (["--", "sources"], "", {}, ("sources",)),
        (["--", "-q", "--format"], "", {}, ("-q", "--format")),
        (["list", "--", "-q"], "list", {}, ("-q",)),
        (["verfy"], "", {}, ("verfy",)),
        (["word", "sources"], "", {}, ("word", "sources")),
        (["-q", "sources"], "sources", {"quiet": ""}, ()),
        (["--store", "list", "list"], "list", {"store": "list"}, ()),
        (["Sources"], "", {}, ("Sources",)),
        (["-", "x"], "", {}, ("-", "x")),
        ([""], "", {}, ("",)),
        (["--format=jsonl"], "", {"format": "jsonl"}, ()),
        (["--store=a=b"], "", {"store": "a=b"}, ()),
        (["-o", "x.tsv"], "", {"output": "x.tsv"}, ()),
        (["-o=x.tsv"], "", {"output": "x.tsv"}, ()),
        (["-o", "-"], "", {"output": "-"}, ()),
        (["-ox.tsv"], "", {}, ("-ox.tsv",)),
        (["--store", "a", "--store", "b"], "", {"store": "b"}, ()),
        (["--store", "-"], "", {"store": "-"}, ()),
        (["-not:a=b"], "", {}, ("-not:a=b",)),
        (["check", "-"], "check", {}, ("-",)),
        (["date", "--", "-1"], "date", {}, ("-1",)),
    ],
)
def test_line_is_read(
    line: list[str], verb: str, options: dict[str, str], words: tuple[str, ...]
) -> None:
    assert read(line) == Command(verb, options, words)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["--formt", "tsv"], "did you mean --format?"),
        (["--form", "tsv"], "unknown option --form"),
        (["--wholly-unknown"], "kgtl --help"),
        (["--format"], "needs a value: text, tsv, csv, jsonl"),
        (["--format="], "needs a value"),
        (["--format", "--ids"], "needs a value"),
        (["--format", "exe"], "cannot be 'exe'; it is one of: text"),
        (["--ids=yes"], "--ids takes no value"),
        (["-x"], "unknown option -x"),
        (["-я"], "unknown option -я"),
        (["-o"], "-o needs a value"),
        (["-q=1"], "-q takes no value"),
        (["show"], "show needs ID"),
        (["cite"], "cite needs ID"),
        (["date"], "date needs EDTF"),
        (["sources", "x"], "sources has no use for 'x'"),
        (["check", "a", "b"], "check has no use for 'b'"),
        (["date", "--ids", "2022"], "date has no option --ids; it belongs to list"),
        (["--coverage"], "kgtl has no option --coverage; it belongs to sources"),
    ],
)
def test_line_that_cannot_be_read_is_explained(line: list[str], told: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(line)
    assert told in str(caught.value)


def test_help_needs_no_words() -> None:
    assert read(["show", "--help"]) == Command("show", {"help": ""}, ())


def test_every_option_belongs_to_a_verb_and_every_verb_knows_its_options() -> None:
    used = {name for verb in VERBS.values() for name in verb.options}
    assert used == set(OPTIONS)


def test_letters_are_single_and_taken_once() -> None:
    letters = [option.short for option in OPTIONS.values() if option.short]
    assert all(len(letter) == 1 for letter in letters)
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb])
def test_examples_of_a_verb_are_read_as_that_verb(verb: str) -> None:
    assert VERBS[verb].examples
    for line, _ in VERBS[verb].examples:
        program, *argv = takewhile(lambda word: word not in "|<>", split(line))
        assert (program, read(argv).verb) == ("kgtl", verb)
