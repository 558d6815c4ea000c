"""Keys: which command they ask for, how they are written, what the foot tells."""

from __future__ import annotations

from timeline_tui.tui.commands.panes import DIGITS, LIST, MENU, PICK, Command
from timeline_tui.tui.commands.table import COMMANDS, HINTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping

KEY_WORDS = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "Backspace",
}
"""How keys are written that are more than a character."""
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,." + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_BY_POSITION = dict(zip(_CYRILLIC, _LATIN, strict=True))


def latin(key: str) -> str:
    """Return what a key of a Cyrillic keyboard types on a Latin one."""
    return _BY_POSITION.get(key, key)


def key_word(key: str) -> str:
    """Return how a key is written for a reader: `Ctrl+P`, `Enter`, `F1`, `j`."""
    if key in KEY_WORDS:
        return KEY_WORDS[key]
    for modifier in ("ctrl+", "shift+"):
        if key.startswith(modifier):
            word = key_word(key.removeprefix(modifier))
            return modifier.capitalize() + (word.upper() if len(word) == 1 else word)
    return key.upper() if len(key) > 1 else key


def keys_words(command: Command, asking: str = "v") -> str:
    """Return all keys of a command as a reader sees them.

    `asking` is the key that asks which view to show, which some come after.
    """
    if command.keys == DIGITS:
        return "1–9"
    if command.panes == (MENU,):
        return f"{asking} {key_word(command.keys[0])}" if command.keys else ""
    return " ".join(key_word(key) for key in command.keys)


def by_key(commands: tuple[Command, ...]) -> dict[tuple[str, str], Command]:
    """Return the command of each (pane, key).

    Raises:
        ValueError: A key is given twice in a pane; the message names both commands.
    """
    table: dict[tuple[str, str], Command] = {}
    for command in commands:
        for pane in command.panes:
            for key in command.keys:
                other = table.setdefault((pane, key), command)
                if other is not command:
                    raise ValueError(
                        f"in {pane}, the key {key} is given to {other.name}"
                        f" and to {command.name}"
                    )
    return table


BY_KEY = by_key(COMMANDS)
"""(pane, key) → the command."""
BY_NAME = {command.name: command for command in COMMANDS}
"""Name → the command."""


def command_for(
    pane: str, key: str, table: Mapping[tuple[str, str], Command] = BY_KEY
) -> Command | None:
    """Return the command of a key in a pane, on a Latin or a Cyrillic keyboard."""
    return table.get((pane, key)) or table.get((pane, latin(key)))


def hints(
    pane: str,
    *,
    pick: bool = False,
    idle: Container[str] = (),
    by_name: Mapping[str, Command] = BY_NAME,
) -> list[tuple[str, str]]:
    """Return the (key, label) pairs for the foot of a pane, at most six.

    `idle` are the names of commands that would do nothing.
    """
    told = HINTED[PICK if pick and pane == LIST else pane]
    pairs = []
    for name in told:
        command = by_name[name]
        if not command.keys or name in idle:
            continue
        is_row = command.keys == DIGITS
        key = keys_words(command) if is_row else key_word(command.keys[0])
        pairs.append((key, command.label))
    return pairs
