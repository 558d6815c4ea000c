"""Help is made from the table of options, examples first."""

from __future__ import annotations

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.environment_rows import VARIABLES
from timeline_tui.cli.format_rows import FIELD_HELP, FORMAT_HELP
from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.query.terms import FIELDS

NAMED = [verb for verb in VERBS if verb]


def helped(*argv: str, size: tuple[int, int] | None = None) -> str:
    outside = FakeOutside(size=size, environ={"PAGER": "cat"})
    assert outside.run(*argv) == 0
    assert outside.stderr == ""
    return outside.stdout


@pytest.mark.parametrize("verb", NAMED)
def test_help_of_a_verb(verb: str) -> None:
    text = helped(verb, "--help")
    assert text.startswith(f"kgtl {verb}: {VERBS[verb].help}\n")
    first, _ = VERBS[verb].examples[0]
    assert text.index(first) < text.index("Usage:") < text.index("Options")
    for name, option in OPTIONS.items():
        known = name in VERBS[verb].options
        assert (f"--{name} {option.argument}".rstrip() in text) == known
    assert helped("help", verb) == text


@pytest.mark.parametrize("verb", ["verify", "where", "diff"])
def test_help_offers_only_the_formats_that_a_verb_prints(verb: str) -> None:
    told = " ".join(helped(verb, "--help").split())
    assert "ending of -o FILE: text, jsonl -o" in told


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("dates", ["2023-05-09<", "over by then", "2022-W38", "kgtl date"]),
        ("environment", [name for name, _ in VARIABLES]),
    ],
)
def test_help_has_topics_of_its_own(topic: str, told: list[str]) -> None:
    text = helped("help", topic)
    assert not [each for each in told if each not in text]
    assert f"kgtl help {topic}" in " ".join(helped("help").split())


def test_help_of_the_program_names_every_verb() -> None:
    text = helped("--help")
    assert helped("help") == helped("-h") == text
    for verb in VERBS.values():
        assert verb.help in " ".join(text.split())


def test_help_on_the_query_names_every_field() -> None:
    text = helped("help", "query")
    for field, told in FIELDS.items():
        assert f"{field}:" in text
        assert told in " ".join(text.split())


def test_help_on_the_formats_names_every_format_and_field() -> None:
    text = helped("help", "formats")
    told = " ".join(text.split())
    for name, what in (*FORMAT_HELP.items(), *FIELD_HELP.items()):
        assert f"  {name} " in text
        assert what in told


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_help_keeps_to_the_terminal(width: int) -> None:
    for argv in (
        ["--help"],
        ["help", "query"],
        ["help", "formats"],
        *([verb, "-h"] for verb in NAMED),
    ):
        text = helped(*argv, size=(width, 999))
        prose = [line for line in text.splitlines() if "kgtl" not in line]
        assert max(map(len, prose)) <= width
