"""Which key asks for which command, when the reader has said so.

A `Keymap` is the table of commands with some keys exchanged; `read_key` reads a key as
people write it: `Ctrl+P`, `F5`, `PgDn`, `ж`.
"""

from __future__ import annotations

from timeline_tui.tui.commands.keys import (
    KEY_WORDS,
    by_key,
    command_for,
    hints,
    key_word,
)
from timeline_tui.tui.commands.table import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from timeline_tui.tui.commands.panes import Command

_NAMED = frozenset(KEY_WORDS) | {"backspace", "delete", "insert"}
_FUNCTIONS = {f"f{number}" for number in range(1, 25)}
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    **{word.lower(): key for key, word in KEY_WORDS.items()},
}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+[": "escape"}
"""Keys that a terminal cannot tell from others."""
_NEEDED = ("leave", "interrupt")
"""The commands that must have a key, so that one can always leave."""
_MODIFIERS = ("ctrl+", "shift+", "ctrl+shift+")


class BindingError(ValueError):
    """A binding that cannot be; `action` is the one to blame."""

    def __init__(self, action: str, reason: str) -> None:
        """Take the action whose binding is at fault, and why."""
        self.action = action
        super().__init__(reason)


class Keymap:
    """Commands and their keys."""

    def __init__(self, commands: tuple[Command, ...] = COMMANDS) -> None:
        """Take the commands.

        Raises:
            ValueError: A key is given twice in a pane; the message names both.
        """
        self.commands = commands
        self.by_name = {command.name: command for command in commands}
        self._by_key = by_key(commands)

    def command_for(self, pane: str, key: str) -> Command | None:
        """Return the command of a key in a pane, on a Latin or a Cyrillic keyboard."""
        return command_for(pane, key, self._by_key)

    def hints(
        self, pane: str, *, pick: bool = False, idle: Container[str] = ()
    ) -> list[tuple[str, str]]:
        """Return the (key, label) pairs for the foot of a pane, without idle ones."""
        return hints(pane, pick=pick, idle=idle, by_name=self.by_name)

    def key_of(self, name: str) -> str:
        """Return the first key of a command as a reader sees it, or its label."""
        command = self.by_name[name]
        return key_word(command.keys[0]) if command.keys else f"“{command.label}”"


def rebound(bindings: Mapping[str, tuple[str, ...]]) -> Keymap:
    """Return the keymap in which each action named has the keys given, and no others.

    Raises:
        BindingError: An action or a key is unknown, a key is given twice, or nothing
            would be left to leave with.
    """
    keys = {action: _keys(action, given) for action, given in bindings.items()}
    commands = tuple(
        command._replace(keys=keys.get(command.name, command.keys))
        for command in COMMANDS
    )
    for command in commands:
        if command.name in _NEEDED and not command.keys:
            raise BindingError(command.name, f"{command.name} must have a key")
    _refuse_doubles(commands, keys)
    return Keymap(commands)


def _keys(action: str, given: tuple[str, ...]) -> tuple[str, ...]:
    if action not in {command.name for command in COMMANDS}:
        raise BindingError(action, f"there is no action {action!r}{_meant(action)}")
    try:
        return tuple(dict.fromkeys([read_key(key) for key in given]))
    except ValueError as error:
        raise BindingError(action, f"{action} cannot have {error}") from None


def _meant(action: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a slip

    near = get_close_matches(action, [command.name for command in COMMANDS], 1, 0.5)
    return f": did you mean {near[0]}?" if near else ": kgtl config lists them all"


def _refuse_doubles(
    commands: tuple[Command, ...], changed: Mapping[str, tuple[str, ...]]
) -> None:
    """Raise BindingError for a key with two meanings in one pane."""
    table: dict[tuple[str, str], Command] = {}
    for command in commands:
        for pane in command.panes:
            for key in command.keys:
                other = table.setdefault((pane, key), command)
                if other is command:
                    continue
                blamed = command if command.name in changed else other
                raise BindingError(
                    blamed.name,
                    f"{key_word(key)} is given to both {other.name} and"
                    f" {command.name}; give one of them another key",
                )


def read_key(text: str) -> str:
    """Return the name that the table has for a key as people write it.

    Raises:
        ValueError: It is no key that a terminal can send; the message says why.
    """
    if len(text) == 1 and text.isprintable() and text not in (" ", *_SPELLINGS):
        return text
    key = "+".join(text.lower().replace("control", "ctrl").split("+"))
    modifier = next((m for m in reversed(_MODIFIERS) if key.startswith(m)), "")
    stem = key[len(modifier) :]
    stem = _SPELLINGS.get(stem, stem)
    key = modifier + stem
    if key in _SAME:
        raise ValueError(f"{text!r}: a terminal sends {key_word(_SAME[key])} for it")
    if stem in _NAMED or stem in _FUNCTIONS:
        return key
    is_letter = len(stem) == 1 and stem.isascii() and stem.isalpha()
    if modifier == "ctrl+" and is_letter:
        return key
    if modifier == "shift+" and is_letter:
        return stem.upper()
    raise ValueError(
        f"{text!r}, which is no key: write a, A, Ctrl+A, F5, Enter or PgDn"
    )


DEFAULT = Keymap()
"""The keys of the table."""
