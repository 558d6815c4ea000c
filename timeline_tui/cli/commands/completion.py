"""`kgtl completion SHELL`: the script that completes command lines in that shell.

Such a script asks back for what only the store knows: `kgtl completion KIND -- WORD`,
with a kind of `completion_words.ASKED`. That call never complains, for its reader is
in the middle of typing something else.
"""

from __future__ import annotations

from timeline_tui.cli.completion_words import ASKED, SHELLS
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.errors import UsageError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command


def run(command: Command, outside: Outside) -> int:
    """Print the script of a shell, or answer what such a script asks."""
    name, *rest = command.words
    if name in ASKED:
        return _answer(name, "".join(rest), outside)
    if name not in SHELLS:
        near = nearest(name, SHELLS)
        advice = f"did you mean {near}?" if near else f"only for {', '.join(SHELLS)}"
        raise UsageError(f"there is no completion for {name!r}: {advice}")
    if rest:
        raise UsageError(f"completion has no use for {rest[0]!r}")
    outside.out.write(_script(name))
    return FOUND


def _script(shell: str) -> str:
    if shell == "fish":
        from timeline_tui.cli.completion_fish import fish_script  # noqa: PLC0415 - one

        return fish_script()
    from timeline_tui.cli.completion_shell import (  # noqa: PLC0415 - one
        bash_script,
        zsh_script,
    )

    return bash_script() if shell == "bash" else zsh_script()


def _answer(kind: str, typed: str, outside: Outside) -> int:
    from timeline_tui.cli.completion_store import lines  # noqa: PLC0415 - a script's

    try:
        found = lines(kind, typed, outside)
    except Exception:  # noqa: BLE001 - whatever is wrong, a prompt is no place for it
        return NOTHING
    outside.out.writelines(f"{line}\n" for line in found)
    return FOUND if found else NOTHING
