"""The manual page, made from the table of options and the help on queries.

    python -m timeline_tui.cli.manual > docs/kgtl.1

It is written in the `man` macros of roff, in ASCII alone, and says nothing of the day
on which it was made: the same program gives the same page.
"""

from __future__ import annotations

import sys

from timeline_tui import __version__
from timeline_tui.cli.commands.help import LANGUAGE, PERIODS, TERMS, told, typed
from timeline_tui.cli.environment_rows import VARIABLES
from timeline_tui.cli.options import EVERYWHERE, OPTIONS, VERBS
from timeline_tui.query.terms import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.cli.options import Verb

_OPENING = (
    "kgtl shows dated events together with the sources that tell them. Without a"
    " command it opens an explorer on a terminal, and prints the same events as plain"
    " text, one a line, where its output is a pipe or a file. WORDS are a query."
)
_READING = (
    "The first word is a command only if it is exactly one; list or -- make every word"
    " a part of the query. Options and words mix in any order. Options of one letter"
    " never cluster: a dash before two letters or more excludes a word."
)
CODES = (
    ("0", "something was printed, or all is well"),
    ("1", "nothing matched, or a check failed"),
    ("2", "the command line cannot be carried out, or the store cannot be read"),
    ("130", "interrupted"),
    ("141", "the reader of the pipe went away"),
)
"""What the exit code of each run says."""
_SIGNS = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    '"': r"\(dq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
}
"""What roff would take for something else, or print as something else."""
_ASCII = 128


def escaped(text: str) -> str:
    """Give text that roff prints as it stands, on one line.

    A line of it may stand anywhere: it begins with no sign that asks for anything.
    """
    line = " ".join(text.split())
    signs = [
        _SIGNS.get(char, char) if ord(char) < _ASCII else f"\\[u{ord(char):04X}]"
        for char in line
    ]
    return ("\\&" if line[:1] == "." else "") + "".join(signs)


def manual() -> str:
    """Give the whole page."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    named = [verb for verb in VERBS.values() if verb.name]
    yield '.\\" Made by python -m timeline_tui.cli.manual; not to be edited.'
    yield f'.TH KGTL 1 "" "kgtl {escaped(__version__)}" "User Commands"'
    yield from _section("NAME")
    yield f"kgtl \\- {escaped(VERBS[''].help)}"
    yield from _section("SYNOPSIS")
    for verb in VERBS.values():
        yield from _synopsis(verb)
    yield from _section("DESCRIPTION")
    yield escaped(_OPENING)
    yield ".PP"
    yield escaped(_READING)
    yield from _section("COMMANDS")
    for verb in named:
        yield from _command(verb)
    yield from _section("OPTIONS")
    yield from _rows((typed(option), told(option)) for option in OPTIONS.values())
    yield from _section("QUERIES")
    yield escaped(LANGUAGE)
    yield from _rows(TERMS)
    yield ".SS Fields"
    yield from _rows((f"{name}:", text) for name, text in FIELDS.items())
    yield ".SS Periods"
    yield escaped("Both ends are included; quote what has blanks in it.")
    for text in PERIODS:
        yield ".br"
        yield escaped(text)
    for title, rows in (("EXIT STATUS", CODES), ("ENVIRONMENT", VARIABLES)):
        yield from _section(title)
        yield from _rows(rows)
    yield from _section("EXAMPLES")
    yield from _examples(VERBS[""])


def _section(title: str) -> Iterator[str]:
    yield f".SH {title}"


def _synopsis(verb: Verb) -> Iterator[str]:
    """Give how a verb is typed, on a line of its own."""
    name = escaped(f"kgtl {verb.name}".rstrip())
    words = f" {escaped(verb.words)}" if verb.words else ""
    if verb.name:
        yield ".br"
    yield f"\\fB{name}\\fR [\\fIOPTIONS\\fR]{words}"


def _command(verb: Verb) -> Iterator[str]:
    """Give what a verb does, which options it knows, and its examples."""
    yield f".SS {escaped(f'{verb.name} {verb.words}'.rstrip())}"
    yield escaped(f"{verb.help[:1].upper()}{verb.help[1:]}.")
    own = [f"--{name}" for name in verb.options if name not in EVERYWHERE]
    if own:
        yield ".PP"
        yield escaped(f"Options: {', '.join(own)}.")
    yield from _examples(verb)


def _examples(verb: Verb) -> Iterator[str]:
    for line, text in verb.examples:
        yield ".PP"
        yield f"{escaped(text)}:"
        yield ".br"
        yield f"\\fB{escaped(line)}\\fR"


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give names, each with its text indented below."""
    for name, text in rows:
        yield ".TP"
        yield f"\\fB{escaped(name)}\\fR"
        yield escaped(text)


if __name__ == "__main__":  # what `make manual` runs
    sys.stdout.write(manual())
