"""How long kgtl takes to start, as multiples of floors that are taken in the same run.

    python benchmarks/startup.py [ROUNDS] [QUERY]

Three promises, each against its floor, in turn (A B A B …), so that a change in the
machine's speed meets both alike; medians of times, and of the ratios round by round:

pipe    the whole of `kgtl QUERY | cat`, the index fresh, against `python -c pass`
first   until the first rows of the explorer stand on a terminal of 120 by 40, against
        `python -c pass` on the same terminal
live    until a key that was typed before anything stood has had its whole effect on the
        screen, against a Textual program that shows one word and another one at a key:
        both are typed the same key at once, both are awaited until it is answered

The key of `live` moves the explorer's cursor by one event, so its effect is whole when
the pane beside the list tells of that event. Textual's start is the same on both sides;
what is compared is all the rest, import to answer.

It needs what the tests need. The index is built in a folder of its own.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

from terminal.neutral import neutral_environ  # noqa: E402
from terminal.pty_harness import Terminal  # noqa: E402

PROMISES = {"pipe": 3.0, "first": 5.0, "live": 1.25}
"""What is promised: at most so many times the floor."""
QUERY = "actor:putin"
LEAST_ROUNDS = 15
DOWN = "\x1b[B"
PASS = [sys.executable, "-c", "pass"]
KGTL = [
    sys.executable,
    "-c",
    "import re, sys; from timeline_tui.cli.main import run; sys.exit(run())",
]
"""What pip's console script does."""
ONE_WORD = [
    sys.executable,
    "-c",
    """
from textual.app import App
from textual.widgets import Static
class OneWord(App[None]):
    def compose(self):
        yield Static("ready")
    def on_key(self):
        self.query_one(Static).update("answered")
OneWord().run()
""",
]


def environment(folder: str) -> dict[str, str]:
    """An environment in which the program is imported from here and caches apart."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH")
    kept = {k: v for k, v in neutral_environ().items() if k not in dropped}
    state = {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CACHE", "STATE")}
    return {**kept, **state, "PYTHONPATH": str(ROOT)}


def piped(argv: list[str], environ: dict[str, str]) -> float:
    """Milliseconds from the start to the end of a program, its output read."""
    start = time.perf_counter()
    subprocess.run(argv, env=environ, stdout=subprocess.PIPE, check=True)
    return (time.perf_counter() - start) * 1e3


def on_terminal(
    argv: list[str], environ: dict[str, str], pattern: str | None, keys: str = ""
) -> float:
    """Milliseconds until a pattern is seen on a terminal, or until the end if None.

    Nothing is drawn while the program starts: the chunks are looked at afterwards.
    """
    with Terminal(argv, environ=environ) as terminal:
        if keys:
            terminal.send(keys)
        if pattern is None:
            terminal.wait()
            return (time.perf_counter() - terminal.started) * 1e3
        terminal.settle(quiet=0.5)
        return terminal.wait_for(pattern, timeout=5) * 1e3


def signs(environ: dict[str, str]) -> tuple[str, str]:
    """Patterns for the first rows, and for the screen after one key down."""
    listed = subprocess.run(
        [*KGTL, "list", "--format", "jsonl"],
        env=environ,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    titles = re.findall(r'"title": ?"([^"]+)"', listed.split("\n", 1)[0])
    first = re.escape(titles[0][:20])
    with Terminal(KGTL, environ=environ) as terminal:
        terminal.wait_for(first)
        terminal.settle(quiet=1.0)
        before = terminal.lines
        terminal.send("down")
        terminal.settle(quiet=1.0)
        changed = [
            line
            for line, old in zip(terminal.lines, before, strict=True)
            if line != old
        ]
    return first, re.escape(changed[-1].strip()[-30:])


def measure(rounds: int, query: str, environ: dict[str, str]) -> None:
    """Run every pair in turn and print the table."""
    first, moved = signs(environ)
    programs: dict[str, Callable[[], float]] = {
        "pass": lambda: piped(PASS, environ),
        "pipe": lambda: piped([*KGTL, query], environ),
        "pass on a terminal": lambda: on_terminal(PASS, environ, None),
        "first": lambda: on_terminal(KGTL, environ, first),
        "one word": lambda: on_terminal(ONE_WORD, environ, "answered", DOWN),
        "live": lambda: on_terminal(KGTL, environ, moved, DOWN),
    }
    floors = {"pipe": "pass", "first": "pass on a terminal", "live": "one word"}
    times: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(-1, rounds):
        for name, run in programs.items():
            taken = run()
            if number >= 0:
                times[name].append(taken)
    print(f"{rounds} rounds; ms are medians; load {os.getloadavg()[0]:.1f}")
    print(f"{'':8}{'ms':>8}{'floor':>8}{'ratio':>8}{'least':>8}{'promise':>9}")
    for name, promise in PROMISES.items():
        ratios = [a / b for a, b in zip(times[name], times[floors[name]], strict=True)]
        row = (
            statistics.median(times[name]),
            statistics.median(times[floors[name]]),
            statistics.median(ratios),
            min(times[name]) / min(times[floors[name]]),
        )
        kept = "kept" if row[2] <= promise else "BROKEN"
        print(
            f"{name:8}{row[0]:8.1f}{row[1]:8.1f}{row[2]:8.2f}{row[3]:8.2f}"
            f"{promise:9.2f}  {kept}"
        )


def main() -> None:
    """Measure in a folder that is thrown away."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else LEAST_ROUNDS
    query = sys.argv[2] if len(sys.argv) > 2 else QUERY  # noqa: PLR2004 - argv
    with tempfile.TemporaryDirectory() as folder:
        measure(max(rounds, LEAST_ROUNDS), query, environment(folder))


if __name__ == "__main__":
    main()
