"""Completion in the shells themselves: bash, zsh and fish, with what a person types."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import write_store
from consumers import program
from terminal.pty_harness import Terminal

CHECKOUT = Path(__file__).resolve().parents[2]
CALL = """
offered() {
    COMP_LINE="$1" COMP_POINT=${#1}
    COMP_WORDBREAKS="$2"
    _kgtl kgtl
    printf '%s\\n' "${COMPREPLY[@]}"
}
"""
BREAKS = " \t\n\"'@><=;|&(:"
"""What parts words in a bash that nobody has changed."""
LINES: dict[str, set[str]] = {
    "kgtl sho": {"show"},
    "kgtl act": {"actor:"},
    "kgtl -the": {"-theme:"},
    "kgtl actor:mi": {"actor:mira"},
    "kgtl -theme:t": {"-theme:trade"},
    "kgtl actor:mira,is": {"actor:mira,island"},
    "kgtl ferry actor:mi": {"actor:mira"},
    "kgtl -- -theme:t": {"-theme:trade"},
    "kgtl show ferry-": {"ferry-stops-2021", "ferry-talks-2021"},
    "kgtl show mark": {"market-closed"},
    "kgtl cite ferry-stops-2021:ob": {"ferry-stops-2021:observer-2022"},
    "kgtl --format t": {"text", "tsv"},
    "kgtl --format=t": {"--format=text", "--format=tsv"},
    "kgtl --color always --vi": {"--view"},
    "kgtl list --fields date,tit": {"date,title"},
    "kgtl new --source=ga": {"--source=gazette-2021"},
    "kgtl completion z": {"zsh"},
    "kgtl help quer": {"query"},
    "kgtl facets stan": {"stance", "stance:"},
    "kgtl check REA": {"README.md"},
    "kgtl -o REA": {"README.md"},
    "kgtl --store=REA": {"--store=README.md"},
    "kgtl --store other/events.toml theme:o": {"theme:otherwise"},
    "kgtl --store=other/events.toml theme:o": {"theme:otherwise"},
    "kgtl --store nowhere.toml theme:f": set(),
    "kgtl where REA": set(),
    "kgtl since:20": set(),
}
"""What is typed, up to the cursor → the words that are offered."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A person with kgtl, two stores that have an index, and a README."""
    home = tmp_path_factory.mktemp("home")
    write_store(home / "own")
    other = write_store(home / "other")
    other.write_text(other.read_text().replace('"ferry"', '"otherwise"'))
    (home / "README.md").touch()
    kgtl = home / "bin" / "kgtl"
    kgtl.parent.mkdir()
    kgtl.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline_tui "$@"\n')
    kgtl.chmod(0o755)
    environ = {
        "HOME": str(home),
        "PATH": f"{kgtl.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(CHECKOUT),
        "KGTL_STORE": str(home / "own" / "events.toml"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
    }
    for store in (environ["KGTL_STORE"], str(other)):
        assert FakeOutside(environ={**environ, "KGTL_STORE": store}).run("--count") == 0
    for shell in ("bash", "zsh", "fish"):
        outside = FakeOutside()
        outside.run("completion", shell)
        (home / shell).write_text(outside.stdout)
    return environ


def told(shell: list[str], line: str, world: Mapping[str, str]) -> list[str]:
    """What a shell prints when it runs a line; it may not complain."""
    done = subprocess.run(
        [program(shell[0]), *shell[1:], line],
        env=world,
        cwd=world["HOME"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def in_bash(typed: str, world: Mapping[str, str], breaks: str = BREAKS) -> list[str]:
    call = f"offered {shlex.quote(typed)} {shlex.quote(breaks)}"
    found = told(["bash", "-c"], f"source ~/bash; {CALL}{call}", world)
    return [each for each in found if each]


@pytest.mark.parametrize(("typed", "words"), LINES.items())
def test_bash(typed: str, words: set[str], world: dict[str, str]) -> None:
    found = in_bash(typed, world, breaks=" \t\n\"'><;|&(")
    assert {each.rstrip() for each in found} == words
    for each in found:
        whole = not each.rstrip().endswith((":", "README.md"))
        assert each.endswith(" ") == whole


@pytest.mark.parametrize(
    ("typed", "replies"),
    [
        ("kgtl actor:mi", ["mira "]),
        ("kgtl -theme:", ["ferry ", "trade "]),
        ("kgtl cite ferry-stops-2021:o", ["observer-2022 "]),
        ("kgtl --format=ts", ["tsv "]),
        ('kgtl "actor:mi', ["actor:mira"]),
        ("kgtl 'actor:mi", ["actor:mira"]),
        ('kgtl actor:"mi', ["mira"]),
        ("kgtl actor\\:mi", ["actor:mira "]),
        ("kgtl theme:ferry > READ", ["README.md"]),
        ("kgtl >READ", ["README.md"]),
        ("kgtl > out.txt sho", ["show "]),
        ("kgtl '--' sho", []),
    ],
)
def test_bash_replaces_what_follows_the_colon(
    typed: str, replies: list[str], world: dict[str, str]
) -> None:
    assert sorted(in_bash(typed, world)) == replies


@pytest.mark.parametrize(("typed", "words"), LINES.items())
def test_fish(typed: str, words: set[str], world: dict[str, str]) -> None:
    line = f"source ~/fish; complete -C {shlex.quote(typed)}"
    found = [each.partition("\t")[0] for each in told(["fish", "-c"], line, world)]
    last = typed.rpartition(" ")[2]
    begun = {each for each in found if each.startswith(last)}
    assert begun == words


PROMPTS = {
    "bash": (["--norc", "--noprofile", "-i"], "source ~/bash"),
    "zsh": (
        ["-f", "-i"],
        "autoload -Uz compinit; compinit -D; source ~/zsh; setopt no_auto_menu",
    ),
    "fish": (["--no-config", "-i"], "source ~/fish"),
}
"""How each shell is started without anybody's settings, and given its script."""


@pytest.mark.parametrize("shell", PROMPTS)
def test_at_a_prompt(shell: str, world: dict[str, str]) -> None:
    argv, setup = PROMPTS[shell]
    starting = [program("env"), "-C", world["HOME"], program(shell), *argv]
    with Terminal(starting, environ=world) as terminal:
        terminal.settle()
        terminal.send(f"{setup}; echo rea''dy\r")
        terminal.wait_for("ready")
        terminal.settle()
        for typed, shown in (
            ("kgtl actor:mi\t", r"kgtl actor:mira$"),
            ("kgtl -theme:t\t", r"kgtl -theme:trade$"),
            ("kgtl actor:mi\ttheme:t\t", r"kgtl actor:mira theme:trade$"),
            ("kgtl show mark\t", r"kgtl show market-closed$"),
            ("kgtl --format=b\t", r"kgtl --format=bibtex$"),
            ("kgtl --store other/events.toml theme:o\t", r"theme:otherwise$"),
            ("kgtl check READ\t", r"kgtl check README\.md$"),
        ):
            terminal.send(typed)
            terminal.wait_for(f"(?m){shown}")
            terminal.send("\x15")
            terminal.settle()
