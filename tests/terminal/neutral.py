"""An environment in which a program looks the same wherever tests run."""

from __future__ import annotations

import os


def neutral_environ(**extra: str) -> dict[str, str]:
    """This process's environment without what would change how a program looks."""
    dropped = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    for name in [name for name in kept if name.startswith(("KGTL_", "TEXTUAL"))]:
        del kept[name]
    return {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **extra,
    }
