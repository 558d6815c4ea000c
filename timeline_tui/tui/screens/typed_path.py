"""A path that is typed, and what speaks against writing there; never an error."""

from __future__ import annotations

import os
from pathlib import Path


def typed_path(text: str) -> Path:
    """Return the path of a text, with `~` and `$NAME` told as far as they are known."""
    # Path.expanduser raises for a stranger's home.
    return Path(os.path.expanduser(os.path.expandvars(text.strip())))  # noqa: PTH111


def objection(path: Path, ask: str, answered: str) -> str:
    """Return what to refuse a path with; nothing where it may be used.

    Args:
        path: The path, which may be too long for any file.
        ask: What to ask where something is there already.
        answered: What was asked before, when the answer was Enter.
    """
    # Path.is_dir and Path.exists raise for what cannot be a name.
    if os.path.isdir(path):  # noqa: PTH112
        return f"{path} is a folder: add a name"
    if os.path.exists(path) and answered != ask:  # noqa: PTH110
        return ask
    return ""
