"""Random keys, sizes and rubbish on a real pseudo-terminal bring nothing down.

A run that fails tells its seed and its last strokes; `Run(…, seed)` repeats it.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from terminal.modern_terminal import ModernTerminal
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal
from terminal.random_hands import RandomHands
from terminal.sane import assert_given_back

KGTL = (sys.executable, "-m", "timeline_tui")
READING = b"\x1b[?1004h"
SIZES = ((150, 45), (120, 40), (80, 24), (40, 12), (20, 6), (1, 1))
VIEWS = ("timeline", "lanes", "matrix", "figures")
RUNS, STROKES = 10, 1000
LEFT = (0, 130)
"""The exit codes of leaving, which the palette lets one do."""
WATCHED, MOST_WORK, PATIENCE = 0.4, 0.2, 30
"""Seconds for which a program at rest is watched, how many of them it may work, and how
often it is watched until it rests."""
HAS_PROC = Path("/proc/self/stat").exists()
"""Where there is none, nothing tells whether the program rests; all else is checked."""


def environ_of(folder: Path, checkout: Path) -> dict[str, str]:
    """An environment in which nothing that is typed does harm or lasts."""
    nothing = shutil.which("true") or "true"
    names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    return neutral_environ(
        **{name: str(folder / name.lower()) for name in (*names, "XDG_STATE_HOME")},
        **dict.fromkeys(("SHELL", "EDITOR", "VISUAL", "PAGER", "BROWSER"), nothing),
        PYTHONPATH=str(checkout),
    )


def work_of(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


class Run:
    """One run of random strokes.

    Attributes:
        typed: The strokes, and the sizes that the terminal took.
        left: How often the program was left, and started again.
    """

    def __init__(self, environ: dict[str, str], seed: int) -> None:
        """Start the program as the seed says."""
        self._environ = environ
        self._modern = seed % 2 == 1
        self._hands = RandomHands(seed, modern=self._modern)
        self._view = VIEWS[seed % len(VIEWS)]
        self.typed: list[bytes | tuple[int, int]] = []
        self.left = 0
        self._start()

    def _start(self) -> None:
        kind = ModernTerminal if self._modern else Terminal
        argv = [*KGTL, "--view", self._view]
        size = self._hands.chance.choice(SIZES)
        self.typed.append(size)
        self.terminal = kind(argv, environ=self._environ, size=size)
        self.modes = self.terminal.modes
        self.terminal.wait_for_bytes(READING)
        self.terminal.settle(0.1)

    def type(self, strokes: int) -> None:
        """Type about so many strokes, in bursts, with other sizes in between."""
        chance, made = self._hands.chance, 0
        while made < strokes:
            count = chance.choice((1, 3, 10, 30, 60))
            pixels = getattr(self.terminal, "tells_pixels", False)
            burst = list(self._hands.strokes(count, self.terminal.size, pixels=pixels))
            made += len(burst)
            self._send(burst)
            if chance.random() < 0.3:
                self._resize()
            self.terminal.settle(chance.choice((0.01, 0.03, 0.06, 0.25)), timeout=2)
            self._go_on()

    def _send(self, burst: list[bytes]) -> None:
        """Type a burst, sometimes with another size in its middle."""
        half = self._hands.chance.randrange(len(burst)) + 1
        for part in (burst[:half], burst[half:]):
            self.typed += part
            self.terminal.send(b"".join(part))
            if part and self._hands.chance.random() < 0.15:
                self._resize()
            self.terminal.pump(0)

    def _resize(self) -> None:
        chance = self._hands.chance
        any_size = (chance.randint(1, 200), chance.randint(1, 60))
        size = chance.choice((*SIZES, *SIZES[:4], any_size))
        self.typed.append(size)
        self.terminal.resize(*size)

    def _go_on(self) -> None:
        """Start the program again when it was left, go on when it was stopped."""
        if self.terminal.has_ended:
            assert self.terminal.wait() in LEFT, "it has ended by itself"
            assert_given_back(self.terminal, self.modes)
            self.terminal.close()
            self.left += 1
            self._start()
        self._wake()

    def _wake(self) -> None:
        if self.terminal.is_stopped:
            self.terminal.drain()
            assert_given_back(self.terminal, self.modes)
            self.terminal.signal(signal.SIGCONT)

    def end(self) -> None:
        """See that it rests, and leave it in a way that works in every state."""
        self.terminal.settle(0.3)
        self._go_on()
        assert not HAS_PROC or self._rests(), "it works on when nothing is typed"
        while not self.terminal.has_ended:  # what was typed may stop it still
            self._wake()
            self.terminal.send(b"\x1b[201~\x11")
            assert self.terminal.wait_for_stop(), "it cannot be left"
        assert self.terminal.wait() in LEFT
        assert_given_back(self.terminal, self.modes)
        assert b"Traceback" not in self.terminal.output

    def _rests(self) -> bool:
        """Tell whether it does nothing once it has done what was typed."""
        for _ in range(PATIENCE):
            before = work_of(self.terminal.pid)
            self.terminal.settle(WATCHED, timeout=WATCHED)
            self._wake()
            if work_of(self.terminal.pid) - before < MOST_WORK:
                return True
        return False

    def told(self) -> str:
        """What was typed last, for the report of a failure."""
        return "\n".join(map(repr, self.typed[-60:]))


@pytest.mark.parametrize("seed", range(RUNS))
def test_no_run_of_keys_and_sizes_brings_it_down(
    tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch, *, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    run = Run(environ_of(tmp_path, checkout), seed)
    try:
        run.type(STROKES)
        run.end()
    except AssertionError as error:
        screen = run.terminal.text
        pytest.fail(f"seed {seed}: {error}\n{screen}\nlast strokes:\n{run.told()}")
    finally:
        run.terminal.close()
