"""Query text to `Query`: what is typed in the query bar, and command lines.

A term is a word, a phrase in double quotes, a date, or `field:value`; a comma parts
values of which any will do, and a minus in front excludes. A word that is written
like a date or a period with its year is one, and means `on:`.
"""

from __future__ import annotations

from timeline_tui.query.grammar import read_argument, read_terms
from timeline_tui.query.scanner import Scanner
from timeline_tui.query.terms import Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from timeline_tui.query.terms import Term


def parse(text: str, today: date) -> Query:
    """Read the text of the query bar: terms between blanks.

    Raises:
        QueryError: with the column in `text`, why, and what to write instead.
    """
    return Query(read_terms(Scanner(text, 0, len(text)), today))


def parse_words(words: Iterable[str], today: date) -> Query:
    """Read the words of a command line, each of which is query text of its own.

    The shell has taken its quotes away, so a value reaches to the end of its word,
    and a word with blanks that is a date as a whole is that date. Blank words ask
    nothing.

    Raises:
        QueryError: as `parse`; its text is the words with single blanks between.
    """
    text = ""
    stretches = []
    for word in words:
        start = len(text) + bool(text)
        text = f"{text} {word}" if text else word
        stretches.append((start, len(text)))
    terms: list[Term] = []
    for start, end in stretches:
        terms += read_argument(Scanner(text, start, end), today)
    return Query(terms)
