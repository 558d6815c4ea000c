"""What a shell may complete: which words a verb takes, and which values an option.

All of it is read from the table of options; here stands only what is offered in the
place of each placeholder that the table uses.
"""

from __future__ import annotations

from timeline_tui.cli.options import GRAINS, OPTIONS, VERBS
from timeline_tui.render.formats.fields import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from timeline_tui.cli.options import Option

SHELLS: Final = ("bash", "zsh", "fish")
"""The shells that there is a script for."""
ASKED: Final = ("query", "id", "cite", "source")
"""What only the index of the store knows; scripts ask `kgtl completion` for it."""

WORDS: Final = {
    "": "nothing",
    "[WORDS…]": "query",
    "[FIELD] [WORDS…]": "field",
    "ID…": "id",
    "ID[:SOURCE]…": "cite",
    "[STORE]": "files",
    "[FILE|DIR…]": "files",
    "FILE": "files",
    "FILE…": "files",
    "A B": "files",
    "[VERB|TOPIC]": "verb",
    "SHELL": "shell",
    "EDTF…": "nothing",
    '["WORDS"|-]': "nothing",
    "WORDS…": "nothing",
    "[NAME…]": "nothing",
}
"""How a verb shows its words in help → what is offered for them."""
_ARGUMENTS: Final = {"PATH": "files", "FILE": "files", "DIR": "files"}
_OPTIONS: Final = {"source": "source", "fields": "list"}


def offered(option: Option) -> str:
    """What is offered for the value of an option: `values`, or a kind of word."""
    if option.values:
        return "values"
    return _OPTIONS.get(option.name) or _ARGUMENTS.get(option.argument, "nothing")


def typed_forms(option: Option) -> tuple[str, ...]:
    """How an option can be typed: in full, and by its letter if it has one."""
    letter = (f"-{option.short}",) if option.short else ()
    return (f"--{option.name}", *letter)


def with_value() -> tuple[str, ...]:
    """Every form of the options that take a value."""
    options = [option for option in OPTIONS.values() if option.argument]
    return tuple(form for option in options for form in typed_forms(option))


def words_of_verbs() -> list[tuple[str, str]]:
    """Every verb that is typed, with the kind of words that it takes."""
    return [
        (verb.name, WORDS.get(verb.words, "nothing"))
        for verb in VERBS.values()
        if verb.name
    ]


def columns() -> list[str]:
    """Every name that `--fields` takes, at whatever grain."""
    return sorted({name for grain in GRAINS for name in names(grain)})
