"""Decides whether there is colour, and how much of it.

The order, first match wins: `--color`, `NO_COLOR`, `FORCE_COLOR` or `CLICOLOR_FORCE`,
`CLICOLOR=0`, then whether it is a terminal that can.
"""

from __future__ import annotations

from timeline_tui.render.lines import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.render.lines import Line


def wants_colour(choice: str | None, environ: Mapping[str, str], *, can: bool) -> bool:
    """Whether to colour.

    Args:
        choice: The value of `--color`; None and "auto" leave it to the environment.
        environ: The environment variables.
        can: Whether the output is a terminal that can.
    """
    if choice in ("always", "never"):
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(
        environ.get(name, "0") not in ("", "0")
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    return can and environ.get("CLICOLOR") != "0"


def depth(environ: Mapping[str, str]) -> str:
    """How many colours the terminal has: "truecolor", "256" or "16"."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = environ.get("TERM", "")
    return "256" if "256" in term or term.endswith("-direct") else "16"


def painter(choice: str | None, outside: Outside) -> Callable[[Line], str] | None:
    """What turns a line into coloured text; None when there is no colour.

    Printed text keeps to the sixteen colours that the terminal's owner has chosen,
    since nobody has asked which background it has.
    """
    can = outside.size is not None and not outside.dumb
    if not wants_colour(choice, outside.environ, can=can):
        return None
    from timeline_tui.render.palette import painted  # noqa: PLC0415 - not in a pipe

    return lambda line: painted(line, "kgtl-16", "16")


def write_lines(
    lines: Iterable[Line], out: TextIO, paint: Callable[[Line], str] | None
) -> None:
    """Write lines, coloured if there is something to colour them with."""
    as_text = paint or plain
    out.writelines([as_text(line) + "\n" for line in lines])
