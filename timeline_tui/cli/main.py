"""Where a command line becomes an exit code.

`main` decides what a command line asks for and turns every way it can end into an exit
code; `run` is what the shell starts. What only some runs need is imported by them.
"""

from __future__ import annotations

import gc
import os
import sys

from timeline_tui.cli.exit_code import FAILED, INTERRUPTED, PIPE_CLOSED
from timeline_tui.cli.outside import here
from timeline_tui.cli.words import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command

    Program = Callable[[Command, Outside], int]

PRINTING = (
    *("format", "long", "per", "header", "ids", "count", "output", "fields", "sort"),
    *("reverse", "limit", "group-by", "raw", "null"),
)
"""The options that ask for something printed rather than for the explorer."""
ALWAYS_PRINTED = "density"
"""The view that is printed on a terminal too: in the explorer it is a strip over all
others, and has no screen of its own."""
_OBJECTS_BETWEEN_COLLECTIONS = 100_000  # a short run ends before the first


def run() -> int:
    """Run in the real world; what the console script and `python -m` call.

    The process ends here, once everything is written: there is nothing to tidy up
    that the system does not do faster, and nobody is left to hear of a closed pipe.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        outside = here()
        code = main(sys.argv[1:], outside)
        _flush(outside.say_to)
    except KeyboardInterrupt:
        code = INTERRUPTED
    os._exit(code)


def main(argv: Sequence[str], outside: Outside) -> int:
    """Carry out a command line, given without the program's name.

    Everything meant for standard output is written when it returns; every expected
    error has been told on standard error.
    """
    try:
        try:
            code = _program(read(argv), outside)
        finally:
            outside.out.flush()
    except BrokenPipeError:
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        from timeline_tui.cli.complaint import complain  # noqa: PLC0415 - rare

        complain(error, outside)
        return FAILED
    return code


def _program(command: Command, outside: Outside) -> int:
    """Run what the command line asks for."""
    if command.verb == "help" or command.has("help") or command.has("version"):
        from timeline_tui.cli.commands.help import run as answer  # noqa: PLC0415 - rare

        return answer(command, outside)
    if command.verb == "list" or (not command.verb and _prints(command, outside)):
        from timeline_tui.cli.commands.list import run as print_list  # noqa: PLC0415

        return print_list(command, outside)
    if command.verb in ("", "pick"):
        from timeline_tui.cli.explore import run as explore  # noqa: PLC0415 - not piped

        return explore(command, outside)
    from importlib import import_module  # noqa: PLC0415 - not for the plain path

    module = import_module(f"timeline_tui.cli.commands.{command.verb}")
    program: Program = module.run
    return program(command, outside)


def _prints(command: Command, outside: Outside) -> bool:
    """Whether a command line without a verb prints, instead of opening the explorer."""
    if outside.size is None or any(name in command.options for name in PRINTING):
        return True
    if command.get("view") == ALWAYS_PRINTED:
        return True
    if outside.dumb:
        if not command.has("quiet"):
            outside.say(
                "this terminal cannot show the explorer (TERM=dumb); here is the list"
            )
        return True
    return False


def _flush(stream: object) -> None:
    """Write out what is buffered for standard error, if anybody can take it."""
    try:
        if stream is not None:
            stream.flush()  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return
