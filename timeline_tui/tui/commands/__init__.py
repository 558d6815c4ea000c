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
from timeline_tui.tui.commands.panes import (
    COMPARISON,
    DETAIL,
    DOCUMENT,
    DRAWER,
    FIGURES,
    LANES,
    LAYERS,
    LIST,
    MATRIX,
    MENU,
    NOTHING,
    PICK,
    VIEWS,
    Command,
)
from timeline_tui.tui.commands.table import COMMANDS, GROUPS

__all__ = [
    "BY_KEY",
    "BY_NAME",
    "COMMANDS",
    "COMPARISON",
    "DETAIL",
    "DOCUMENT",
    "DRAWER",
    "FIGURES",
    "GROUPS",
    "LANES",
    "LAYERS",
    "LIST",
    "MATRIX",
    "MENU",
    "NOTHING",
    "PICK",
    "VIEWS",
    "Command",
    "command_for",
    "hints",
    "key_word",
    "keys_words",
    "latin",
]
