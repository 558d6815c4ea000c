"""`kgtl help [VERB|TOPIC]`, `--help` of every verb, and `--version`."""

from __future__ import annotations

from timeline_tui import __version__
from timeline_tui.cli.complaint import complain
from timeline_tui.cli.exit_code import FOUND
from timeline_tui.cli.options import GRAINS, OPTIONS, VERBS
from timeline_tui.cli.printing import Printing
from timeline_tui.errors import StoreError, UsageError, nearest
from timeline_tui.render.cells import wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline_tui.cli.options import Option, Verb
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command

_WIDTH = 80
_LEAST_TEXT = 24
_INDENT = "  "
_TOPICS = (
    "WORDS are a query: kgtl help query. How dates read: kgtl help dates. What can be"
    " printed: kgtl help formats. What may be set: kgtl help environment. kgtl help"
    " VERB tells of a command."
)
_CODES = (
    "Exit codes: 0 found, 1 nothing matched or a check failed, 2 impossible,"
    " 130 interrupted, 141 the reader of the pipe went away."
)
LANGUAGE = "The query language: terms are joined by AND, a comma inside one is OR."
TERMS = (
    ("base", "words that start so; every word must be found"),
    ('"military base"', "these words, in this order"),
    ("-base", "not these; a dash excludes any term, as in -kind:statement"),
    ("actor:putin,japarov", "either; write actor:putin actor:japarov for both"),
    ("2022", "a date or period alone means on:2022"),
)
DATES = (
    ("2022-02-26, 2022-02, 2022", "known to the day, to the month, to the year"),
    ("2022-03~, 2022-09?", "about; doubtful"),
    ("2021-04-28/2021-05-01", "went on from one to the other"),
    ("2022-02..2022-12", "once, some time within"),
    ("2022-Q3, 2021-H1", "the third quarter; the first half of the year"),
    ("2020-10/..", "still going on"),
    ("2023-05-09<", "over by then; its start is not known"),
)
"""How plain text and tables write dates."""
PERIODS = (
    "2022, 2022-09, 2022-09-14, 2022-Q3, 2022-W38, 2022-10..2023-03, 2020s",
    "'Oct 2022', '14 Sep 2022', 'Q3 2022', 'first half of 2022', 'autumn 2022'",
    "'early October 2022', 'last month', '3 months ago', and every EDTF date",
)


def run(command: Command, outside: Outside) -> int:
    """Print the help or the version that was asked for."""
    if command.has("version"):
        _version(command, outside)
        return FOUND
    width = max(min(outside.size[0], 100), 40) if outside.size else _WIDTH
    with Printing(command, outside) as out:
        out.writelines(f"{line}\n" for line in _help(command, width))
    return FOUND


def _help(command: Command, width: int) -> Iterator[str]:
    topic = command.verb
    if topic == "help" and not command.has("help"):
        topic = command.words[0] if command.words else ""
    if topic in _OWN_TOPICS:
        return _OWN_TOPICS[topic](width)
    if topic not in VERBS:
        known = [*filter(None, VERBS), *_OWN_TOPICS]
        near = nearest(topic, known)
        advice = f"did you mean {near}?" if near else f"only on: {', '.join(known)}"
        raise UsageError(f"there is no help on {topic!r}; {advice}")
    return _verb(VERBS[topic], width)


def _verb(verb: Verb, width: int) -> Iterator[str]:
    """Examples first, then how it is typed and what each option does."""
    name = f"kgtl {verb.name}".rstrip()
    yield f"{name}: {verb.help}"
    yield ""
    yield from _pairs(verb.examples, width)
    yield ""
    yield f"Usage: {name} {verb.words} [OPTIONS]".replace("  ", " ")
    if not verb.name:
        yield ""
        yield "Commands"
        rows = [(f"{v.name} {v.words}".rstrip(), v.help) for v in VERBS.values()]
        yield from _pairs(rows[1:], width)
        yield ""
        yield from wrap(_TOPICS, width)
    yield ""
    yield "Options"
    options = [OPTIONS[name] for name in OPTIONS if name in verb.options]
    rows = [(typed(option), told(option, verb)) for option in options]
    yield from _pairs(rows, width)
    if not verb.name:
        yield ""
        yield from wrap(_CODES, width)


def _query(width: int) -> Iterator[str]:
    from timeline_tui.query.terms import FIELDS  # noqa: PLC0415 - this topic only

    yield from wrap(LANGUAGE, width)
    yield ""
    yield from _pairs(TERMS, width)
    yield ""
    yield "Fields"
    yield from _pairs([(f"{name}:", text) for name, text in FIELDS.items()], width)
    yield ""
    yield from _periods(width)


def _dates(width: int) -> Iterator[str]:
    """How dates are printed, then how they may be typed."""
    yield from wrap("Dates as text and tables have them; they sort", width)
    yield from _pairs(DATES, width)
    yield ""
    yield from _periods(width)
    yield ""
    told = (
        "A store has EDTF dates: kgtl date says how one is read. -v says how a period"
    )
    yield from wrap(f"{told} was.", width)


def _periods(width: int) -> Iterator[str]:
    """What may be typed where a date is asked for."""
    yield from wrap("Periods, both ends included; quote what has blanks in it", width)
    for text in PERIODS:
        yield from (f"{_INDENT}{line}" for line in wrap(text, width - len(_INDENT)))


def _formats(width: int) -> Iterator[str]:
    """Each format, then the fields that can be printed one by one, by grain."""
    from timeline_tui.cli.format_rows import (  # noqa: PLC0415 - this topic only
        FIELD_HELP,
        FORMAT_HELP,
    )
    from timeline_tui.render.formats.fields import names  # noqa: PLC0415 - as above

    yield from wrap("Formats of --format; the ending of -o FILE tells them too", width)
    yield from _pairs(FORMAT_HELP.items(), width)
    shared = set(names("event"))
    for grain in GRAINS:
        fields = [
            name for name in names(grain) if grain == "event" or name not in shared
        ]
        more = "" if grain == "event" else ", and those of an event"
        yield ""
        yield from wrap(f"Fields of --fields with --per {grain}{more}", width)
        yield from _pairs([(name, FIELD_HELP[name]) for name in fields], width)


def _environment(width: int) -> Iterator[str]:
    from timeline_tui.cli.environment_rows import VARIABLES  # noqa: PLC0415 - this topic only

    yield from wrap("What kgtl reads from the environment", width)
    for names, text in VARIABLES:
        yield f"{_INDENT}{names}"
        yield from (f"{_INDENT * 2}{line}" for line in wrap(text, width - 4))


_OWN_TOPICS: dict[str, Callable[[int], Iterator[str]]] = {
    "query": _query,
    "dates": _dates,
    "formats": _formats,
    "environment": _environment,
}
"""What there is help on besides the commands."""


def typed(option: Option) -> str:
    """How an option is typed: its letter, its name, and what stands for its value."""
    short = f"-{option.short}, " if option.short else ""
    return f"{short}--{option.name} {option.argument}".rstrip()


def told(option: Option, verb: Verb = VERBS[""]) -> str:
    """What an option does, and the values that it may have with a verb."""
    known = verb.formats if option.name == "format" else option.values
    values = f": {', '.join(known)}" if known else ""
    return option.help + values


def _pairs(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns; the second wraps, or goes below where there is no room beside."""
    rows = list(rows)
    left = max(len(name) for name, _ in rows)
    room = width - left - 2 * len(_INDENT)
    if room < _LEAST_TEXT:
        for name, text in rows:
            yield f"{_INDENT}{name}"
            yield from (f"{_INDENT * 2}{line}" for line in wrap(text, width - 4))
        return
    for name, text in rows:
        for number, line in enumerate(wrap(text, room)):
            yield f"{_INDENT}{'' if number else name:{left}}{_INDENT}{line}"


def _version(command: Command, outside: Outside) -> None:
    """Say the program's version and, where it can be opened, the store's."""
    outside.out.write(f"kgtl {__version__}\n")
    from timeline_tui.cli.opening import open_timeline  # noqa: PLC0415 - only here
    from timeline_tui.render.safe import safe  # noqa: PLC0415 - only here

    try:
        library = open_timeline(command, outside)
    except StoreError as error:
        complain(error, outside)
        return
    revised = library.timeline.revised
    dated = f" of {revised.text}" if revised else ""
    covered = f" ({library.coverage})" if library.coverage else ""
    outside.out.write(
        f"store {safe(library.version)}{dated}: {safe(library.title)}{covered},"
        f" {library.count:,} event{'s' * (library.count != 1)}\n"
    )
