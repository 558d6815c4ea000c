"""Whether a terminal is as it was before a program had it."""

from __future__ import annotations

import re

from terminal.pty_harness import Terminal

_INPUT = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2031, 2048)
"""The private modes that make a terminal send more than keys."""
_WRAPS, _SYNC = 7, 2026
_KITTY = re.compile(rb"\x1b\[([<>])[0-9]*u")


def assert_sane(terminal: Terminal, modes: list[object]) -> None:
    """The terminal is as it was: modes, screen, cursor, mouse, paste, unread keys."""
    assert_given_back(terminal, modes)
    assert terminal.unread == 0


def assert_given_back(terminal: Terminal, modes: list[object]) -> None:
    """The terminal is as it was but for keys that nobody has read."""
    assert terminal.modes == modes
    assert not terminal.in_alternate_screen
    assert terminal.cursor_is_shown
    touched = terminal.private_modes
    left_on = [mode for mode in _INPUT if touched.get(mode)]
    assert not left_on, f"left on: {left_on}"
    assert touched.get(_WRAPS, True)
    assert not touched.get(_SYNC, False)
    turned = _KITTY.findall(terminal.output)
    assert turned.count(b">") <= turned.count(b"<"), "keys are still told as numbers"
