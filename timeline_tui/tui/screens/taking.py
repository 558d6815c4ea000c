"""The actions that take something away: citations, files, the command, the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.query.terms import Query, Term
from timeline_tui.tui.screens.citing import Citing
from timeline_tui.tui.screens.editing import Editing
from timeline_tui.tui.screens.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MARKED = ("marked",)


class Taking(Citing, Writing, Editing):
    """Takes something away from the explorer."""

    def do_copy_command(self) -> None:
        """Copy the shell command of this view."""
        query = self.library.resolve(self.state.query)
        prefix = (*self.setup.command_prefix, *self.state.view.options())
        command = shell_command(prefix, spelt_out(query, self.state.marked))
        self.app.copy_to_clipboard(command)
        self.say("sent to the terminal's clipboard:", command)


def spelt_out(query: Query, marked: Collection[str]) -> Query:
    """Return a query with the marked events told by their ids.

    A shell knows of no marks. Marks that are one of several flags stay a flag.
    """
    ids = sorted(marked)
    return Query(
        Term("id", ids, negated=term.negated)
        if (term.field, term.values) == ("is", _MARKED) and ids
        else term
        for term in query.terms
    )


def shell_command(prefix: Sequence[str], query: Query) -> str:
    """Return the command that opens and prints the events of a query, in POSIX quotes.

    Words that might be taken for an option or the name of a command come behind `--`.
    """
    from shlex import join  # noqa: PLC0415 - long after the start

    words = [str(term) for term in query.terms]
    is_verb = bool(words) and ":" not in words[0]
    ends = ["--"] if is_verb or any(map(_is_option, words)) else []
    return join([*prefix, *ends, *words])


def _is_option(word: str) -> bool:
    """Whether a word looks like an option: `-x`, `-x=…` or `--…`."""
    return word[:1] == "-" and (word[1:2] == "-" or word[2:3] in ("", "="))
