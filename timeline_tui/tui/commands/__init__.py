"""The commands of the explorer: one table, and the keys that ask for them."""

from timeline_tui.tui.commands.keys import (
    BY_KEY,
    BY_NAME,
    command_for,
    hints,
    key_word,
    keys_words,
    latin,
)
from timeline_tui.tui.commands.table import (
    COMMANDS,
    DETAIL,
    DRAWER,
    GROUPS,
    LIST,
    PICK,
    Command,
)

__all__ = [
    "BY_KEY",
    "BY_NAME",
    "COMMANDS",
    "DETAIL",
    "DRAWER",
    "GROUPS",
    "LIST",
    "PICK",
    "Command",
    "command_for",
    "hints",
    "key_word",
    "keys_words",
    "latin",
]
