"""`config.toml`: what it may say, how it is refused, what it changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.settings import LOOK, settings
from timeline_tui.errors import UsageError
from timeline_tui.tui.commands import COMMANDS

GOOD = """\
[look]
theme = "light"
mouse = false
cite_style = "apa"

[keys]
undo = ["U", "Ctrl+X"]
mark = "ь"
"""


@pytest.fixture
def home(tmp_path: Path, outside: FakeOutside) -> Path:
    outside.environ = {**outside.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    (tmp_path / "kgtl").mkdir()
    return tmp_path / "kgtl" / "config.toml"


def test_without_a_file_everything_is_as_built_in(
    home: Path, outside: FakeOutside
) -> None:
    read = settings(outside)
    assert not read.found
    assert read.path == str(home)
    assert read.look == {name: LOOK[name][0] for name in LOOK}
    assert read.theme is None
    assert read.keymap is None


def test_a_file_says_looks_and_keys(home: Path, outside: FakeOutside) -> None:
    home.write_text(GOOD)
    read = settings(outside)
    assert read.theme == "kgtl-light"
    assert read.look["mouse"] is False
    assert read.cite_style == "apa"
    assert read.keymap is not None
    command = read.keymap.command_for("list", "ctrl+x")
    assert command is not None
    assert command.name == "undo"
    assert read.keymap.command_for("list", "u") is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[keys]\nopne = "x"', 2, "no action 'opne': did you mean open?"),
        ('[keys]\nmark = "j"', 2, "j is given to both down and mark"),
        ('[keys]\n\nredo = "u"\n', 3, "u is given to both undo and redo"),
        ('[keys]\nundo = ["U", "Ctrl+I"]', 2, "a terminal sends Tab for it"),
        ('[keys]\nundo = "Hyper+U"', 2, "'Hyper+U', which is no key: write a, A,"),
        ("[keys]\nundo = 3", 2, "a key of undo is written in quotes"),
        ("[keys]\nleave = []", 2, "leave must have a key"),
        ("keys = 3", 1, "keys is a section: write [keys]"),
        ("[lok]\na = 1", 1, "there is no section [lok]: did you mean look?"),
        ('[look]\nthem = "dark"', 2, "[look] has no 'them': did you mean theme?"),
        ('[look]\n\ntheme = "drak"', 3, 'theme cannot be "drak"; it is one of "auto"'),
        ('[look]\nmouse = "no"', 2, 'mouse cannot be "no"; it is one of true, false'),
        ("[look]\nmotion = 1", 2, "motion cannot be 1"),
        ("[look]\n[look", 2, "this is not TOML"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(
    home: Path, outside: FakeOutside, *, text: str, line: int, words: str
) -> None:
    home.write_text(text)
    with pytest.raises(UsageError) as refused:
        settings(outside)
    assert str(refused.value).startswith(f"{home}:{line}: ")
    assert words in str(refused.value)


def test_bytes_that_are_no_text_are_refused(home: Path, outside: FakeOutside) -> None:
    home.write_bytes(b"\xff\xfe")
    assert outside.run("config") == 2
    assert f"{home}: this is not TOML" in outside.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_of(
    home: Path, outside: FakeOutside
) -> None:
    home.write_text(GOOD)
    home.chmod(0)
    assert outside.run("config") == 2
    assert "Permission denied" in outside.stderr


def test_a_fault_ends_the_explorer_before_the_screen_is_taken(
    home: Path, outside: FakeOutside
) -> None:
    home.write_text('[keys]\nopne = "x"')
    outside.size = (80, 24)
    assert outside.run() == 2
    assert "config.toml:2: there is no action 'opne'" in outside.stderr


def test_a_pipe_does_not_care_for_the_file(home: Path, outside: FakeOutside) -> None:
    home.write_text("[broken")
    assert outside.run("theme:trade") == 0
    assert outside.run("list", "theme:trade") == 0
    assert not outside.stderr


def rows(outside: FakeOutside, *words: str) -> dict[str, tuple[str, str]]:
    outside.written.truncate(0)
    outside.written.seek(0)
    assert outside.run("config", *words) == 0
    lines = [line.split("\t") for line in outside.stdout.splitlines()]
    return {name: (value, origin) for name, value, origin in lines}


def test_config_tells_every_value_and_where_it_is_from(
    home: Path, outside: FakeOutside, store: Path
) -> None:
    told = rows(outside)
    assert told["config"] == (f"{home} (there is none)", "$XDG_CONFIG_HOME")
    assert told["store"] == (str(store), "$KGTL_STORE")
    assert told["look.theme"] == ("auto", "built in")
    assert told["keys.undo"] == ("u", "built in")
    assert {
        name.removeprefix("keys.") for name in told if name.startswith("keys.")
    } == {command.name for command in COMMANDS}
    home.write_text(GOOD)
    told = rows(outside)
    assert told["config"][0] == str(home)
    assert told["look.theme"] == ("light", "config.toml:2")
    assert told["look.motion"] == ("true", "built in")
    assert told["keys.undo"] == ("U Ctrl+X", "config.toml:7")


def test_config_tells_the_keys_of_views_behind_the_one_that_asks(
    home: Path, outside: FakeOutside
) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text('[keys]\nview = ["F8"]\n')
    assert outside.run("config", "keys.view_matrix") == 0
    assert "F8 m" in outside.stdout


def test_config_can_be_asked_for_some_names(home: Path, outside: FakeOutside) -> None:
    assert set(rows(outside, "look")) == {f"look.{name}" for name in LOOK}
    assert home.name == "config.toml"
    assert outside.run("config", "nothing-is-called-this") == 1


def test_options_and_variables_are_named_as_origins(
    home: Path, outside: FakeOutside, store: Path
) -> None:
    home.write_text(GOOD.replace("mouse = false", "mouse = true"))
    told = rows(outside, "--no-mouse", "--store", str(store))
    assert told["look.mouse"] == ("false", "--no-mouse")
    assert told["store"][1] == "--store"
    outside.environ = {**outside.environ, "PAGER": "more", "NO_COLOR": "1"}
    told = rows(outside)
    assert told["pager"] == ("more", "$PAGER")
    assert told["color"] == ("none", "$NO_COLOR")


def test_cite_has_the_style_of_the_option_or_the_file(
    home: Path, outside: FakeOutside
) -> None:
    assert outside.run("cite", "ferry-stops") == 0
    assert "In text:" not in outside.stdout
    home.write_text(GOOD)
    assert outside.run("cite", "ferry-stops") == 0
    assert "In text: (" in outside.stdout
    assert outside.run("cite", "--style", "bibtex", "ferry-stops:gazette") == 0
    assert "{gazette-2021,\n" in outside.stdout
    assert "{observer-2022,\n" not in outside.stdout
    assert outside.run("cite", "--style", "mla", "ferry-stops") == 2
    assert "one of: note, chicago, apa, bibtex, csl" in outside.stderr


def test_cite_writes_one_bibliography_of_several_events(
    outside: FakeOutside, tmp_path: Path
) -> None:
    file = tmp_path / "k.json"
    events = ("ferry-stops-2021", "ferry-talks-2021")
    assert outside.run("cite", "--style", "csl", "-o", str(file), *events) == 0
    assert not outside.stdout
    text = file.read_text()
    assert text.count('"id": "gazette-2021"') == 1
