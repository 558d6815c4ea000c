from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.commands import COMMANDS, PICK, hints, key_word
from timeline_tui.tui.commands.keymap import DEFAULT, BindingError, read_key, rebound
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Screen = Callable[[ExplorerApp], BrowseScreen]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("a", "a"),
        ("A", "A"),
        ("ж", "ж"),
        ("|", "|"),
        ("Ctrl+P", "ctrl+p"),
        ("ctrl+shift+Right", "ctrl+shift+right"),
        ("shift+a", "A"),
        ("F5", "f5"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("↑", "up"),
        ("Space", "space"),
        ("Shift+Tab", "shift+tab"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize(
    "written", ["", " ", "foo", "F99", "Ctrl+", "Ctrl+Shift+X", "Ctrl+I", "ab", "Alt+x"]
)
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no key|a terminal sends"):
        read_key(written)


@pytest.mark.parametrize(
    "key", sorted({key for command in COMMANDS for key in command.keys})
)
def test_every_key_of_the_table_can_be_written_in_the_file(key: str) -> None:
    assert read_key(key_word(key)) == key


def test_a_rebound_action_has_its_keys_and_no_others() -> None:
    keymap = rebound({"undo": ("U", "F9"), "redo": ("u",)})
    found = {key: keymap.command_for("list", key) for key in ("u", "U", "f9", "ctrl+r")}
    assert {key: one and one.name for key, one in found.items()} == {
        "u": "redo",
        "U": "undo",
        "f9": "undo",
        "ctrl+r": None,
    }
    assert keymap.key_of("undo") == "U"
    assert len(keymap.commands) == len(COMMANDS)
    assert rebound({"mark": ()}).key_of("mark") == "“mark”"


@pytest.mark.parametrize(
    ("bindings", "blamed", "words"),
    [
        ({"undo": ("m",)}, "undo", "m is given to both mark and undo"),
        ({"redo": ("U",), "undo": ("U",)}, "redo", "both undo and redo"),
        ({"opne": ("U",)}, "opne", "did you mean open"),
        ({"interrupt": ()}, "interrupt", "must have a key"),
    ],
)
def test_a_binding_that_cannot_be_names_what_is_wrong(
    bindings: dict[str, tuple[str, ...]], blamed: str, words: str
) -> None:
    with pytest.raises(BindingError, match=words) as refused:
        rebound(bindings)
    assert refused.value.action == blamed


@given(
    action=st.sampled_from([command.name for command in COMMANDS]),
    key=st.sampled_from("EIOQRU") | st.sampled_from([f"F{n}" for n in range(13, 20)]),
)
def test_any_action_can_have_any_free_key(action: str, key: str) -> None:
    keymap = rebound({action: (key,)})
    command = keymap.by_name[action]
    for pane in command.panes:
        assert keymap.command_for(pane, read_key(key)) is command
    others = [one for one in COMMANDS if one.name != action]
    for one in others:
        assert keymap.by_name[one.name] == one


def test_the_default_keymap_is_the_table() -> None:
    assert DEFAULT.hints("list") == hints("list")
    assert DEFAULT.hints("list", pick=True) == hints("list", pick=True)


async def test_foot_palette_and_keys_follow_the_reader(
    explore: Explore, painted: Painted, screen_of: Screen
) -> None:
    app = explore(keys={"search": ("Q",), "mark": ("F9",), "leave": ("R",)})
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Q search" in painted(app)[-1]
        await pilot.press("f9")
        await pilot.pause()
        assert len(screen_of(app).state.marked) == 1
        await pilot.press("ctrl+p", *"mark")
        await pilot.pause()
        rows = [row for row in painted(app) if "mark" in row.lower()]
        assert any(" F9 " in row for row in rows)
        await pilot.press("escape", "Q", "R")
        await pilot.pause()
        prompt = screen_of(app).state.prompt
        assert prompt is not None
        assert prompt.typed.text == "R"
        await pilot.press("escape", "R")
        await pilot.pause()
        assert app.return_value is not None


def test_the_pane_for_picking_is_rebound_as_well() -> None:
    keymap = rebound({"pick": ("U",)})
    command = keymap.command_for(PICK, "U")
    assert command is not None
    assert command.name == "pick"
    assert keymap.hints("list", pick=True)[0] == ("U", "pick")
