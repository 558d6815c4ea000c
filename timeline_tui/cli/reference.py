"""The tables of the documents in `docs/`, made from the tables of the program.

    python -m timeline_tui.cli.reference docs/*.md

fills each file in its place: what stands between `<!-- table: NAME -->` and
`<!-- end -->` is written anew, everything else is left alone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from timeline_tui.cli.commands.help import DATES, TERMS, told, typed
from timeline_tui.cli.environment_rows import VARIABLES
from timeline_tui.cli.format_rows import FIELD_HELP, FORMAT_HELP
from timeline_tui.cli.manual import CODES
from timeline_tui.cli.options import EVERYWHERE, FORMATS, OPTIONS, VERBS
from timeline_tui.cli.settings import LOOK, written
from timeline_tui.query.terms import FIELDS
from timeline_tui.render.formats import ENDINGS, IN_COLUMNS, WITH_HEADINGS
from timeline_tui.render.formats.fields import DEFAULTS, names
from timeline_tui.tui.commands.keymap import DEFAULT
from timeline_tui.tui.commands.keys import keys_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BLOCK = re.compile(r"(<!-- table: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(document: str) -> str:
    """Write the tables of a document anew.

    Raises:
        KeyError: it asks for a table that there is not.
    """

    def block(match: re.Match[str]) -> str:
        return f"{match[1]}\n{TABLES[match[2]]()}\n{match[3]}"

    return _BLOCK.sub(block, document)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _code(text: str) -> str:
    """Text between backticks; of two kinds where it holds some itself."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(_code, words))


def _commands() -> str:
    rows = [
        (
            _code(f"kgtl {verb.name} {verb.words}".replace("  ", " ").rstrip()),
            verb.help,
            _listed(f"--{name}" for name in verb.options if name not in EVERYWHERE),
        )
        for verb in VERBS.values()
    ]
    return _table(("command", "what it does", "its options"), rows)


def _options() -> str:
    rows = [(_code(typed(option)), told(option)) for option in OPTIONS.values()]
    return _table(("option", "what it does"), rows)


def _formats() -> str:
    rows = [
        (
            _code(name),
            FORMAT_HELP[name],
            _listed(f".{end}" for end, form in ENDINGS.items() if form == name),
            _listed(_own_options(name)),
        )
        for name in FORMATS
    ]
    return _table(("format", "what it is", "endings", "options of its own"), rows)


def _own_options(name: str) -> list[str]:
    """The options that not every format takes."""
    homes = {
        "--long": ("text",),
        "--fields": IN_COLUMNS,
        "--per": IN_COLUMNS,
        "--group-by": WITH_HEADINGS,
        "--header": ("tsv",),
        "--raw": ("csv",),
    }
    return [option for option, formats in homes.items() if name in formats]


def _columns() -> str:
    """The fields of each grain: those that are printed unasked, then the others."""
    lines = [
        f"- `--per {grain}`: {_listed(columns)}; and on demand"
        f" {_listed(name for name in names(grain) if name not in columns)}\n"
        for grain, columns in DEFAULTS.items()
    ]
    return "".join(lines)


def _settings() -> str:
    rows = [
        (_code(name), _listed(map(written, allowed)), _code(written(default)), text)
        for name, (default, allowed, text) in LOOK.items()
    ]
    return _table(("setting", "values", "default", "what it is"), rows)


def _actions() -> str:
    rows = [
        (_code(one.name), _code(keys) if (keys := keys_words(one)) else "", one.help)
        for one in DEFAULT.commands
    ]
    return _table(("action", "keys", "what it does"), rows)


def _pairs(first: str, rows: Iterable[tuple[str, str]]) -> Callable[[], str]:
    """Two columns, the first of which is typed."""
    cells = [(_code(name), text) for name, text in rows]
    return lambda: _table((first, "what it is"), cells)


TABLES: dict[str, Callable[[], str]] = {
    "commands": _commands,
    "options": _options,
    "terms": _pairs("typed", TERMS),
    "query fields": _pairs("field", [(f"{each}:", FIELDS[each]) for each in FIELDS]),
    "exit codes": _pairs("code", CODES),
    "environment": _pairs("variable", VARIABLES),
    "dates": _pairs("date", DATES),
    "formats": _formats,
    "columns": _columns,
    "fields": _pairs("field", FIELD_HELP.items()),
    "settings": _settings,
    "actions": _actions,
}
"""The tables that a document can ask for."""


if __name__ == "__main__":  # what `make manual` runs
    for name in sys.argv[1:]:
        path = Path(name)
        text = path.read_text(encoding="utf-8")
        path.write_text(filled(text), encoding="utf-8")
