"""The controlling terminal as Textual's screen, whatever stdin, stdout and stderr are.

Everything is read from and written to `/dev/tty`, so that the three standard streams
may be pipes or files. The answer to the question for the background colour, which
is asked before Textual starts, is taken out of what arrives and never seen as keys.
"""

from __future__ import annotations

import os
import re
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from threading import get_ident
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from timeline_tui.errors import TerminalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.message import Message

TERMINAL = "/dev/tty"
HANGUP = 129
"""The exit code of a program whose terminal has gone away."""
_ANSWER = re.compile(
    r"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
    r"(?:/[0-9a-fA-F]{1,4})?(?:\x07|\x1b\\)"
    r"|\x1b\[\?[0-9;]*c"
)
_UNFINISHED = re.compile(
    r"\x1b\](?:1|11|11;[^\x07\x1b]{0,32}\x1b?)?\Z|\x1b\[(?:\?[0-9;]*)?\Z"
)
_ALTERNATE_SCREEN = "\x1b[?1049h"
_LIGHT = 0.5
_READ = 4096
_TICK = 0.1
_TRIES = 100
"""So often it may be put into the background before it gives up on the terminal."""


def require_terminal() -> None:
    """Make sure that there is a controlling terminal.

    Raises:
        TerminalError: There is none.
    """
    try:
        os.close(os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError as error:
        raise TerminalError(
            f"there is no terminal to draw the explorer on: {error.strerror}"
        ) from None


class Answers:
    """Takes the terminal's answers to our questions out of a stream of keys."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._held = ""

    def feed(self, text: str) -> tuple[str, bool | None]:
        """Return what is left for the keys, and whether the background is light.

        The second is None as long as no answer has been seen in `text`. The start of
        an answer is kept back until its end arrives.
        """
        text = self._held + text
        light: bool | None = None
        for found in _ANSWER.finditer(text):
            if found[1] is not None:
                light = is_light(found[1], found[2], found[3])
        text = _ANSWER.sub("", text)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished[0] if unfinished else ""
        return text[: len(text) - len(self._held)], light

    def release(self) -> str:
        """Give up waiting: what was kept back is keys after all."""
        held, self._held = self._held, ""
        return held


def is_light(red: str, green: str, blue: str) -> bool:
    """Tell whether a colour, given as hex digits of any length, is a light one."""
    r, g, b = (int(part, 16) / int("f" * len(part), 16) for part in (red, green, blue))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > _LIGHT


class Wire:
    """A text stream on a terminal; a terminal that has gone away is no error."""

    def __init__(self, fd: int) -> None:
        """Write to `fd` in UTF-8 whatever the locale says."""
        self._fd = fd
        self._parts: list[str] = []

    def write(self, text: str) -> int:
        """Keep `text` until the next flush."""
        self._parts.append(text)
        return len(text)

    def flush(self) -> None:
        """Send what is kept."""
        data = "".join(self._parts).encode("utf-8", "replace")
        self._parts.clear()
        try:
            while data:
                data = data[os.write(self._fd, data) :]
        except OSError:  # hung up: the input side ends the program
            return

    def fileno(self) -> int:
        """Return the descriptor of the terminal."""
        return self._fd


class Keys:
    """Reads keys and mouse; a sequence that no terminal sends is passed over."""

    def __init__(self, *, debug: bool = False) -> None:
        """Take Textual's debug switch."""
        self._debug = debug
        self._parser = XTermParser(debug)

    def feed(self, text: str) -> Iterator[Message]:
        """Yield what is told by `text` and what came before it."""
        for character in text:  # so that no more is lost than the one sequence
            try:
                yield from self._parser.feed(character)
            except (ArithmeticError, ValueError):
                self._start_again()

    def tick(self) -> Iterator[Message]:
        """Yield what is told by nothing having followed for a while."""
        yield from self._parser.tick()

    def _start_again(self) -> None:
        """Read on with a parser that knows the size and pixels that this one knew."""
        old, self._parser = self._parser, XTermParser(self._debug)
        if all(old.terminal_pixel_size or (0,)):  # else pixels lead nowhere
            self._parser.mouse_pixels = old.mouse_pixels
            self._parser.terminal_size = old.terminal_size
            self._parser.terminal_pixel_size = old.terminal_pixel_size


class TtyDriver(LinuxDriver):
    """Reads and draws on the controlling terminal.

    Raises:
        OSError: There is no controlling terminal.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        modes: list[Any] | None = None,
        told: Callable[..., None] | None = None,
    ) -> None:
        """Open the terminal.

        Args:
            app: The app to drive.
            debug: Textual's debug switch.
            mouse: Whether to ask for mouse reports.
            size: A fixed size for tests.
            modes: Terminal attributes to restore when the explorer leaves or is
                suspended, when a first frame stands; those found at the start when
                None, and nothing stands.
            told: Called on the app's thread with `light`, whether the background is.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._modes = modes
        self._told = told
        self._tty = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
        self._file: Any = Wire(self._tty)
        self.fileno = self._tty
        self.input_tty = True
        self._fixed = size
        self._size = self._get_terminal_size()
        self._is_entered = modes is not None

    def _get_terminal_size(self) -> tuple[int, int]:
        if self._fixed:
            return self._fixed
        try:
            width, height = os.get_terminal_size(self._tty)
        except OSError:
            width, height = 80, 24
        return max(width, 1), max(height, 1)

    def write(self, data: str) -> None:
        """Write, but do not enter the alternate screen where the first frame stands.

        It is there already, and many a terminal would clear it.
        """
        if data == _ALTERNATE_SCREEN and self._is_entered:
            self._is_entered = False
        else:
            super().write(data)

    # Stopping and going on. A signal may come in the middle of a write, which
    # another write would wait for without end, or of another stop; so what it asks for
    # is done between two messages.

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop; at once while another program has it."""
        if self._auto_restart:
            self._soon(partial(self._take_again, stopping=True))
        else:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again after a stop that nobody was told of."""
        if self._auto_restart and not self._must_signal_resume:
            self._soon(self._take_again)

    def _take_again(self, *, stopping: bool = False) -> None:
        """Give the terminal back, stop if asked to, and take it once in front."""
        self.suspend_application_mode()
        self._must_signal_resume = True  # what is on the screen may be another's
        if stopping:
            signal.pthread_kill(get_ident(), signal.SIGSTOP)  # it goes on from here
        for _ in range(_TRIES):  # in the background, trying stops it again
            self.resume_application_mode()
            if not self._must_signal_resume:
                return

    def _soon(self, do: Callable[[], None]) -> None:
        """Do something between two messages, unless the app is leaving."""

        def unless_leaving() -> None:
            if self._app.return_code is None:
                do()

        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(unless_leaving)

    def disable_input(self) -> None:
        """Read no more, and turn off what was asked for until the last moment."""
        super().disable_input()
        if self._in_band_window_resize:  # the thread that reads turned these on
            self.write("\x1b[?2048l\x1b[?1016l")
            self._in_band_window_resize = self._mouse_pixels = False

    def stop_application_mode(self) -> None:
        """Restore the modes that the terminal had before the first frame."""
        if self._modes is not None:
            self.attrs_before = self._modes
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the app leaves or the terminal goes away."""
        keys = Keys(debug=self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        answers = Answers()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, None, HANGUP)
                        return
                    text, light = answers.feed(decode(data))
                    if light is not None and self._told is not None:
                        self._app.call_later(partial(self._told, light=light))
                else:
                    text = answers.release()
                if text:
                    for event in keys.feed(text):
                        self.process_message(event)
                for event in keys.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Return what has arrived; nothing when the terminal has gone away."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""
