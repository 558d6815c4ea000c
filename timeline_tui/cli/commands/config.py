"""`kgtl config [WORD…]`: the values in force, and where each comes from."""

from __future__ import annotations

import os

from timeline_tui.cli.columns import print_columns
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.pager import pager_command
from timeline_tui.cli.settings import LOOK, settings, written
from timeline_tui.cli.styled import depth, wants_colour
from timeline_tui.errors import StoreError, nearest
from timeline_tui.store.locate import VARIABLE, locate
from timeline_tui.tui.commands.keymap import DEFAULT
from timeline_tui.tui.commands.keys import keys_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.settings import Settings
    from timeline_tui.cli.words import Command

    Row = tuple[str, str, str]

_COLOURS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR")
_BUILT_IN = "built in"


def run(command: Command, outside: Outside) -> int:
    """Print name, value and origin of each setting whose name holds a word given."""
    read = settings(outside)
    rows = [
        *_files(read, command, outside),
        *_world(command, outside),
        *_look(read, command),
        *_keys(read),
    ]
    words = command.words
    wanted = [row for row in rows if not words or any(word in row[0] for word in words)]
    if wanted:
        print_columns(wanted, command, outside)
        return FOUND
    if not command.has("quiet"):
        names = {part for row in rows for part in (row[0], *row[0].split("."))}
        near = nearest(words[0], sorted(names))
        advice = f"did you mean {near}?" if near else "kgtl config lists all of them"
        outside.say(f"no setting has {words[0]!r} in its name: {advice}")
    return NOTHING


def _files(read: Settings, command: Command, outside: Outside) -> Iterator[Row]:
    """The files and folders that are used."""
    state = "" if read.found else " (there is none)"
    yield "config", f"{read.path or 'none'}{state}", _origin(outside, "XDG_CONFIG_HOME")
    try:
        store = locate(command.get("store"), outside.environ).path
    except StoreError as error:
        store = f"none: {error}"
    origin = "--store" if command.has("store") else _origin(outside, VARIABLE)
    yield "store", store, "shipped" if origin == _BUILT_IN else origin
    texts = outside.environ.get("KGTL_TEXTS", "")
    yield "texts", texts or "none", _origin(outside, "KGTL_TEXTS")
    for name, folder, variable in (
        ("cache", outside.cache_folder, "XDG_CACHE_HOME"),
        ("state", outside.state_folder, "XDG_STATE_HOME"),
        ("data", outside.data_folder, "XDG_DATA_HOME"),
    ):
        yield name, folder or "none", _origin(outside, variable)


def _world(command: Command, outside: Outside) -> Iterator[Row]:
    """The programs and colours that the environment asks for."""
    environ = outside.environ
    pager = pager_command(environ)
    yield "pager", pager or "none", _origin(outside, "KGTL_PAGER", "PAGER")
    editor = environ.get("VISUAL") or environ.get("EDITOR") or "vi"
    yield "editor", editor, _origin(outside, "VISUAL", "EDITOR")
    wanted = wants_colour(command.get("color"), environ, can=outside.size is not None)
    origin = "--color" if command.has("color") else _origin(outside, *_COLOURS)
    yield "color", depth(environ) if wanted else "none", origin


def _look(read: Settings, command: Command) -> Iterator[Row]:
    """What `[look]` may say."""
    for name in LOOK:
        value, origin = written(read.look[name]).strip('"'), _line(read, f"look.{name}")
        if name == "mouse" and command.has("no-mouse"):
            value, origin = "false", "--no-mouse"
        yield f"look.{name}", value, origin


def _keys(read: Settings) -> Iterator[Row]:
    """The keys of every action."""
    keymap = read.keymap or DEFAULT
    asking = keymap.key_of("view")
    for action in keymap.commands:
        keys = keys_words(action, asking) or "none"
        yield f"keys.{action.name}", keys, _line(read, f"keys.{action.name}")


def _line(read: Settings, name: str) -> str:
    if name not in read.lines:
        return _BUILT_IN
    return f"{os.path.basename(read.path or '')}:{read.lines[name]}"  # noqa: PTH119


def _origin(outside: Outside, *variables: str) -> str:
    """The first variable that is set, or that nothing is."""
    found = [name for name in variables if outside.environ.get(name)]
    return f"${found[0]}" if found else _BUILT_IN
