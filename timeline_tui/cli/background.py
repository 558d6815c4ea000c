"""Remembers between runs whether the terminal's background is light.

The first frame is drawn before the terminal could say; it is drawn as last time.
"""

from __future__ import annotations

import os

_NAME = "background"


def remembered(folder: str | None) -> bool | None:
    """Whether it was light when last asked; None when that is not known."""
    if folder is None:
        return None
    try:
        with open(f"{folder}/{_NAME}", encoding="ascii") as file:  # noqa: PTH123 - start-up
            return {"light": True, "dark": False}.get(file.read(8).strip())
    except (OSError, ValueError):
        return None


def remember(folder: str | None, *, light: bool) -> None:
    """Keep it for the next time; not being able to is no error."""
    if folder is None or remembered(folder) is light:
        return
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - start-up
        with open(f"{folder}/{_NAME}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write("light\n" if light else "dark\n")
    except OSError:
        return
