from __future__ import annotations

import subprocess
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.model.event import Account, Cite
from timeline_tui.query.fold import fold
from timeline_tui.query.syntax import parse, parse_words
from timeline_tui.query.terms import Query, Term
from timeline_tui.render.note import at_passage
from timeline_tui.tui.screens.editing import editor_command
from timeline_tui.tui.screens.reading import can_open
from timeline_tui.tui.screens.taking import shell_command

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("query", "command"),
    [
        ("", "kgtl"),
        ("actor:putin -kind:figure", "kgtl actor:putin -kind:figure"),
        ("sources", "kgtl -- sources"),
        ('"military base" actor:putin', "kgtl -- '\"military base\"' actor:putin"),
        ("since:2022", "kgtl since:2022"),
    ],
)
def test_the_command_of_a_view(query: str, command: str) -> None:
    assert shell_command(("kgtl",), parse(query, TODAY)) == command


@given(
    st.lists(
        st.text(
            st.characters(min_codepoint=32, max_codepoint=0x4FF), min_size=1
        ).filter(lambda text: bool(fold(text)) and "\x7f" not in text),
        min_size=1,
        max_size=3,
    )
)
def test_a_shell_reads_the_command_back_as_the_same_query(phrases: list[str]) -> None:
    query = Query(Term("phrase", (phrase,)) for phrase in phrases)
    command = shell_command(("printf", "%s\\0"), query).replace(" -- ", " ", 1)
    out = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=True
    ).stdout.decode()
    assert parse_words(out.split("\0")[:-1], TODAY) == query


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        (["vi"], ["vi", "+7", "/a b.toml"]),
        (["/usr/bin/nano", "-l"], ["/usr/bin/nano", "-l", "+7", "/a b.toml"]),
        (["hx"], ["hx", "/a b.toml:7"]),
        (["code", "--wait"], ["code", "--wait", "--goto", "/a b.toml:7"]),
    ],
)
def test_editors_are_told_the_line(editor: list[str], command: list[str]) -> None:
    assert editor_command(editor, "/a b.toml", 7) == command


def test_an_address_leads_to_the_words_cited() -> None:
    account = Account(
        source="s",
        stance="supports",
        cite=(Cite(para=1), Cite(para=2, start="well-known words", end="so, there")),
    )
    url = at_passage("https://paper.example/1", account.cite)
    assert url == ("https://paper.example/1#:~:text=well%2Dknown%20words,so%2C%20there")
    assert at_passage("https://paper.example/1#top", account.cite).endswith("#top")
    bare = Account(source="s", stance="supports")
    assert at_passage("https://paper.example/1", bare.cite) == "https://paper.example/1"


def test_a_browser_needs_windows_to_show_itself_in() -> None:
    assert can_open({"DISPLAY": ":0"}, "linux")
    assert can_open({}, "darwin")
    assert not can_open({"TERM": "xterm"}, "linux")
