"""Reads a command line into a verb, its options and its words.

Options and words mix in any order, `--` ends the options, and a single dash before
two letters or more is a word that excludes. Nothing may be abbreviated.
"""

from __future__ import annotations

from timeline_tui.cli.options import OPTIONS, SHORT, VERBS
from timeline_tui.errors import UsageError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_tui.cli.options import Option


class Command:
    """A command line that has been read: what to do, how, and to what."""

    __slots__ = ("options", "verb", "words")

    def __init__(
        self, verb: str, options: dict[str, str], words: tuple[str, ...]
    ) -> None:
        """Take the verb ("" when none was typed), options by long name, and words."""
        self.verb = verb
        self.options = options
        self.words = words

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self.options

    def get(self, name: str) -> str | None:
        """The option's value, or None when it was not given."""
        return self.options.get(name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Command):
            return NotImplemented
        return (self.verb, self.options, self.words) == (
            other.verb,
            other.options,
            other.words,
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Command({self.verb!r}, {self.options!r}, {self.words!r})"


def read(argv: Sequence[str]) -> Command:
    """Read the arguments after the program's name.

    Raises:
        UsageError: On an unknown option, a value too many or too few, an option that
            the verb does not know, or the wrong number of words.
    """
    options: dict[str, str] = {}
    words: list[str] = []
    verb = ""
    rest = iter(argv)
    for argument in rest:
        if argument == "--":
            words.extend(rest)
        elif argument.startswith("--"):
            _long(argument, rest, options)
        elif is_short(argument):
            _short(argument, rest, options)
        elif not verb and not words and argument in VERBS and argument:
            verb = argument
        else:
            words.append(argument)
    command = Command(verb, options, tuple(words))
    if not (command.has("help") or command.has("version")):
        _agree(command)
    return command


def is_short(argument: str) -> bool:
    """Whether it is an option of one letter: `-q`, or `-o=FILE` with its value."""
    return (
        argument[:1] == "-"
        and (len(argument) == 2 or argument[2:3] == "=")  # noqa: PLR2004 - dash, letter
        and argument != "--"
    )


def _long(argument: str, rest: Iterable[str], options: dict[str, str]) -> None:
    name, equals, value = argument[2:].partition("=")
    option = OPTIONS.get(name)
    if option is None:
        value = value or next(iter(rest), "")
        raise UsageError(f"unknown option --{name}: {_instead(name, value)}")
    options[name] = _value(f"--{name}", option, rest, value if equals else None)


def _instead(name: str, value: str) -> str:
    """What an option that there is not was probably meant to be."""
    from timeline_tui.query.terms import FIELDS  # noqa: PLC0415 - only for a slip

    if name in FIELDS:
        from shlex import quote  # noqa: PLC0415 - only for a slip

        return f"a field of the query has no dashes; write {name}:{quote(value)}"
    near = nearest(name, OPTIONS)
    return f"did you mean --{near}?" if near else "kgtl --help lists them"


def _short(argument: str, rest: Iterable[str], options: dict[str, str]) -> None:
    option = SHORT.get(argument[1])
    if option is None:
        raise UsageError(
            f"unknown option {argument}: to exclude a word of one letter, put it after"
            " --"
        )
    value = argument[3:] if argument[2:] else None
    options[option.name] = _value(argument[:2], option, rest, value)


def _value(typed: str, option: Option, rest: Iterable[str], value: str | None) -> str:
    if not option.argument:
        if value is not None:
            raise UsageError(f"{typed} takes no value, but was given {value!r}")
        return ""
    if value is None:
        value = next(iter(rest), "")
        if value.startswith("--") and value[2:].partition("=")[0] in OPTIONS:
            value = ""
    choice = f": {', '.join(option.values)}" if option.values else f" ({option.help})"
    if not value:
        raise UsageError(f"{typed} needs a value{choice}")
    if option.values and value not in option.values:
        near = nearest(value, option.values)
        advice = f"; did you mean {near}?" if near else ""
        raise UsageError(f"{typed} cannot be {value!r}; it is one of{choice}{advice}")
    return value


def _agree(command: Command) -> None:
    verb = VERBS[command.verb]
    name = command.verb or "kgtl"
    if command.has("quiet") and command.has("verbose"):
        raise UsageError("--quiet and --verbose ask for different things")
    for option in command.options:
        if option not in verb.options:
            homes = [v.name for v in VERBS.values() if v.name and option in v.options]
            raise UsageError(
                f"{name} has no option --{option}; it belongs to {', '.join(homes)}"
            )
    given = len(command.words)
    if given < verb.least:
        raise UsageError(
            f"{name} needs {verb.words}, for instance: {verb.examples[0][0]}"
        )
    if verb.most is not None and given > verb.most:
        extra = command.words[verb.most]
        raise UsageError(f"{name} has no use for {extra!r}; see kgtl {name} --help")
