"""The parts of a row of the list: its day, its title, who tells it."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width, cut, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_tui.library.library import Row
    from timeline_tui.render.lines import Span

MAX_LETTERS = 8
"""Beyond so many sources, a row tells how many instead of which."""
LETTERS_FROM = 44
"""From this width on, a row has a letter for each source; below, a number."""
COUNT_FROM = 26
"""Below this width, it does not tell of sources."""
KIND_FROM = 16
"""Below this width, it has no kind and no sign of dispute."""
_DAY_LENGTH = len("2022-02-26")


def day_text(row: Row) -> str:
    """The day column, three cells: the day and one sign of what kind of day it is.

    `–` alone is a date wider than a day. After the day, `%` `~` `?` tell that it is
    approximate and uncertain, approximate, or uncertain; `–` that it lasts on.
    """
    place = row.place
    day = f"{place[8:].lstrip('0'):>2}" if len(place) == _DAY_LENGTH else " –"
    flags = row.marks
    if "a" in flags:
        return day + ("%" if "u" in flags else "~")
    if "u" in flags:
        return day + "?"
    return day + ("–" if "/" in row.date and day != " –" else " ")


def same_day(row: Row, above: Row) -> bool:
    """Whether a row tells the same day as the one above and need not repeat it."""
    return (
        row.place == above.place
        and len(row.place) == _DAY_LENGTH
        and day_text(row) == day_text(above)
    )


def add_title(spans: list[Span], row: Row, room: int, match: str) -> None:
    """Add the title in exactly `room` cells, and a word where the event is special."""
    flags = row.marks
    word = ""
    if "s" in flags:
        word = "(scheduled)"
    elif "e" in flags:
        word = "(expected)"
    elif match == "under way":
        word = "(under way)"
    if len(word) + 8 > room:
        word = ""
    title = cut(shown(row.title), room - len(word) - 1 if word else room)
    spans.append((title, "title-possible" if match == "possible" else "title"))
    left = room - cell_width(title)
    if word:
        spans += [(" ", "space"), (word, "muted")]
        left -= len(word) + 1
    if left > 0:
        spans.append((" " * left, "space"))


def tail(row: Row, letters: Mapping[str, str], width: int) -> list[Span]:
    """What stands at the right: who tells it, and whether they differ."""
    disputed = ("≠", "disputed") if "d" in row.marks else (" ", "space")
    if width < COUNT_FROM:
        return [disputed] if width >= KIND_FROM else []
    told = row.sources.split()
    if width < LETTERS_FROM:
        number = str(len(told)).rjust(len(str(len(letters))))
        return [(" ", "space"), (number, "source-letter"), disputed]
    spans: list[Span] = [("  ", "space")]
    if len(letters) > MAX_LETTERS:
        number = str(len(told)).rjust(len(str(len(letters))))
        spans.append((number + " src", "source-letter"))
    else:
        _add_letters(spans, letters, told)
    spans += [(" ", "space"), disputed, (" ", "space")]
    return spans


def _add_letters(
    spans: list[Span], letters: Mapping[str, str], told: list[str]
) -> None:
    """Add a letter for each source that tells it and a dot for each that does not."""
    text = ""
    telling = False
    for source, letter in letters.items():
        tells = source in told
        if tells != telling and text:
            spans.append((text, "source-letter" if telling else "source-silent"))
            text = ""
        telling = tells
        if tells:
            text += letter if letter.isalnum() and len(letter) == 1 else "?"
        else:
            text += "·"
    if text:
        spans.append((text, "source-letter" if telling else "source-silent"))
