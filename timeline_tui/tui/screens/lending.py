"""Lends the terminal to another program, and takes it back in good order."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from errno import ECANCELED
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from typing import Any

    from textual.app import App

TERMINAL = "/dev/tty"
"""Where the other program reads and draws."""
_KEYS = (signal.SIGINT, signal.SIGQUIT)
_ENDING = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def lent(app: App[Any]) -> Iterator[FileIO]:
    """Leave the screen to another program; gives the terminal to run it on.

    What the keys for interrupting send is that program's alone; a signal to end is
    heard when the terminal is back.

    Raises:
        OSError: There is no terminal, or the app is leaving it.
    """
    if app.return_code is not None:  # else it would be taken again after the end
        raise OSError(ECANCELED, "kgtl is ending")
    asked: list[int] = []
    wake = signal.set_wakeup_fd(-1)
    before = [
        signal.signal(number, lambda number, _: asked.append(number))
        for number in (*_KEYS, *_ENDING)
    ]
    failed: BaseException | None = None
    try:
        with app.suspend():
            try:
                with Path(TERMINAL).open("r+b", buffering=0) as tty:
                    yield tty
            except BaseException as error:  # noqa: BLE001 - raised again below
                failed = error  # the app takes nothing back from a block that fails
    finally:
        for number, handler in zip((*_KEYS, *_ENDING), before, strict=True):
            signal.signal(number, handler)
        signal.set_wakeup_fd(wake)
        for ending in set(asked) & set(_ENDING):
            os.kill(os.getpid(), ending)
    if failed is not None:
        raise failed
