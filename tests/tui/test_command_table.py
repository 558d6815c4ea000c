from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline_tui.tui.commands import (
    BY_KEY,
    COMMANDS,
    GROUPS,
    LAYERS,
    PICK,
    VIEWS,
    Command,
    command_for,
    hints,
    key_word,
    keys_words,
)
from timeline_tui.tui.commands.keys import by_key
from timeline_tui.tui.screens.browse import BrowseScreen


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_is_told_and_can_be_carried_out(command: Command) -> None:
    method = getattr(BrowseScreen, f"do_{command.name}")
    assert method.__doc__
    assert command.keys
    assert command.panes
    assert command.group in GROUPS
    assert command.help.endswith(".")
    assert 1 <= len(command.label) <= 24


def test_each_command_has_a_flow_that_shows_its_effect() -> None:
    files = Path(__file__).parent.glob("test_*flows.py")
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    flows = re.findall(r"^@flow\nasync def (\w+?)_?\(", text, re.MULTILINE)
    assert sorted(flows) == sorted(command.name for command in COMMANDS)


def test_each_name_is_given_once() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))


def test_nothing_is_carried_out_that_is_not_in_the_table() -> None:
    methods = {name for name in dir(BrowseScreen) if name.startswith("do_")}
    assert methods == {f"do_{command.name}" for command in COMMANDS}


def test_a_key_that_is_given_twice_is_an_error_that_names_both() -> None:
    twice = Command("other", ("j",), "other", "Other.", ("list",), "Move")
    with pytest.raises(ValueError, match="down and to other"):
        by_key((*COMMANDS, twice))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_key_on_punctuation_has_a_twin(command: Command) -> None:
    marks = [k for k in command.keys if len(k) == 1 and not k.isalnum()]
    others = [k for k in command.keys if k not in marks]
    assert not marks or others


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("о", "j"),
        ("л", "k"),
        ("П", "G"),
        ("ф", "a"),
        ("Ф", "A"),
        ("х", "["),
        ("Ъ", "}"),
    ],
)
def test_letters_work_by_position_on_a_cyrillic_layout(typed: str, meant: str) -> None:
    command = command_for("list", typed)
    assert command is not None
    assert command is BY_KEY["list", meant]


@pytest.mark.parametrize("pane", [*VIEWS, *LAYERS, "list", "detail", "drawer"])
@pytest.mark.parametrize("pick", [False, True])
def test_the_foot_tells_six_keys_that_work_in_the_pane(
    pane: str, *, pick: bool
) -> None:
    told = hints(pane, pick=pick)
    assert len(told) == 6
    labels = {command.label for command in COMMANDS if {pane, PICK} & {*command.panes}}
    assert {label for _, label in told} <= labels


def test_keys_are_written_as_readers_know_them() -> None:
    assert [key_word(k) for k in ("ctrl+p", "f1", "enter", "pagedown", "j")] == [
        "Ctrl+P",
        "F1",
        "Enter",
        "PgDn",
        "j",
    ]
    account = next(c for c in COMMANDS if c.name == "account")
    assert keys_words(account) == "1–9"
