"""Other people's programs and libraries that read what is written here.

A test that needs one which is not here says NOT CHECKED, and what to install.
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def library(name: str) -> Any:  # noqa: ANN401 - a module is of no narrower type
    """A library of the test extra."""
    try:
        return importlib.import_module(name)
    except ImportError:
        pytest.skip(f"NOT CHECKED: {name} is not here; install the test extra")


def program(*names: str) -> str:
    """A program under one of its names."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    pytest.skip(f"NOT CHECKED: {names[0]} is not here; install it")


def piped(text: str, *command: str) -> str:
    """What a program makes of a text; its complaints fail the test."""
    done = subprocess.run(
        [program(command[0]), *command[1:]],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode()
