"""One difference between two stores in words, as pieces of text with their roles."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline_tui.model.dates import EdtfDate
from timeline_tui.model.difference import (
    ADDED,
    FLAGGED,
    GAINED,
    LOST,
    REMOVED,
    REORDERED,
    RESTATED,
    Headline,
)
from timeline_tui.model.event import Account, Cite, Figure, Link
from timeline_tui.model.source import Paragraph
from timeline_tui.render.cells import shown
from timeline_tui.render.diff_record import plain_value
from timeline_tui.render.words import (
    LINK_WORDS,
    STANCE_WORDS,
    anchor_words,
    figure_when,
    figure_words,
    measure_words,
)
from timeline_tui.store.fields import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline_tui.model.difference import Difference
    from timeline_tui.render.lines import Span

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ARROW = ("\xa0→ ", "faint")
_DATE_WORDS = {FLAGGED: "same days", RESTATED: "same days, written otherwise"}
_PART_FIELDS = ("n", "role", "hash", "repeats", "digest", "uncited")


def change_spans(difference: Difference) -> list[Span]:
    """Tell a difference, without the id of the record that it is in."""
    if not difference.key:
        spans = _record(difference)
    elif difference.change == REORDERED:
        spans = [(f"{_what(difference)} in another order", "text")]
    elif difference.change in {GAINED, LOST}:
        spans = _came_or_went(difference)
    elif isinstance(difference.before, tuple) and isinstance(difference.after, tuple):
        spans = _lists(_what(difference), difference.before, difference.after)
    elif isinstance(difference.before, Paragraph):
        spans = _paragraph_change(difference)
    else:
        spans = [(f"{_what(difference)}: ", "text"), *_from_to(difference)]
    if difference.note:
        spans.append((f" ({shown(difference.note)})", "warning"))
    return spans


def _record(difference: Difference) -> list[Span]:
    """Tell of a record that came or went."""
    head = difference.after or difference.before
    spans: list[Span] = []
    if difference.record != "event":
        spans.append((f"{difference.change}: ", "text"))
    if isinstance(head, Headline):
        if head.date:
            spans += [(shown(head.date), "date"), ("\xa0\xa0", "space")]
        spans.append((shown(head.title), "title"))
    if difference.perhaps:
        was = {ADDED: "was", REMOVED: "is now"}[difference.change]
        perhaps = f" (perhaps renamed: {was} {shown(difference.perhaps)})"
        spans.append((perhaps, "warning"))
    return spans


def _came_or_went(difference: Difference) -> list[Span]:
    """Tell of a part of a record that came or went."""
    gained = difference.change == GAINED
    if difference.key == "disputed":
        told = "now disputed: " if gained else "no longer disputed: "
    else:
        told = f"{_what(difference)} {difference.change}: "
    return [
        (told, "text"),
        _new(difference.after) if gained else _old(difference.before),
    ]


def _what(difference: Difference) -> str:
    """Name the part that differs, and whose telling it is."""
    own = difference.key.startswith(OWN)
    what = shown(difference.key if own else difference.key.replace("_", " "))
    if isinstance(difference.before, EdtfDate) and isinstance(
        difference.after, EdtfDate
    ):
        what += f" {_DATE_WORDS.get(difference.change, difference.change)}"
    teller = _teller(difference.source, difference.by)
    if difference.key in {"source", "account"}:
        return f"{what} {teller}".rstrip()
    return f"{what} of {teller}" if teller else what


def _teller(source: str, by: Iterable[str]) -> str:
    speakers = ", ".join(map(shown, by))
    return f"{shown(source)} (by {speakers})" if speakers else shown(source)


def _from_to(difference: Difference) -> list[Span]:
    before, after = difference.before, difference.after
    if _words(before) == _words(after):  # what differs is not told in words
        before, after = (_encode(plain_value(value)) for value in (before, after))
    return [_old(before), _ARROW, _new(after)]


def _old(value: object) -> Span:
    return (_words(value), "muted")


def _new(value: object) -> Span:
    return (_words(value), "value")


def _lists(what: str, before: Sequence[str], after: Sequence[str]) -> list[Span]:
    """Tell what came into a list of ids or names, and what left it."""
    more, less = Counter(after) - Counter(before), Counter(before) - Counter(after)
    if not more and not less:
        return [(f"{what} in another order: ", "text"), _new(after)]
    came = _new([f"+\xa0{one}" for one in more.elements()])
    went = _old([f"−\xa0{one}" for one in less.elements()])
    both: list[Span] = [came, (", ", "faint"), went]
    told = both if more and less else [came if more else went]
    return [(f"{what}: ", "text"), *told]


def _paragraph_change(difference: Difference) -> list[Span]:
    """Tell which fields of a paragraph's row differ."""
    before, after = difference.before, difference.after
    spans: list[Span] = [(f"paragraph {getattr(before, 'n', '')}: ", "text")]
    for name in _PART_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            comma = "; " if len(spans) > 1 else ""
            told = f"{comma}{'text' if name == 'hash' else name} "
            spans += [(told, "text"), _old(old), _ARROW, _new(new)]
    return spans


def _words(value: object) -> str:
    """Give a value of the model, a string or a list of them, on one line."""
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, tuple | list) and all(isinstance(one, str) for one in value):
        return shown(", ".join(value))
    in_words = _IN_WORDS.get(type(value))
    return shown(in_words(value) if in_words else _encode(plain_value(value)))


def _account(account: Account) -> str:
    says = f": {account.says}" if account.says else ""
    return f"{STANCE_WORDS[account.stance]}{says}"


def _figure(figure: Figure) -> str:
    when, counts = figure_when(figure), figure.counts
    told = f"{measure_words(figure.measure)}: {figure_words(figure)}"
    told = f"{told}, {when}" if when else told
    return f"{told} ({counts})" if counts else told


def _link(link: Link) -> str:
    claimed = f", as {link.source} says" if link.source else ""
    return f"{LINK_WORDS[link.kind]} {link.to}{claimed}"


def _cite(cite: Cite) -> str:
    return f"¶{cite.para} {anchor_words(cite)} {cite.hash}".rstrip()


def _paragraph(part: Paragraph) -> str:
    return f"{part.n} {part.role}, {part.hash}"


_IN_WORDS: dict[type, Callable[[Any], str]] = {
    EdtfDate: lambda value: value.text,
    Account: _account,
    Figure: _figure,
    Link: _link,
    Cite: _cite,
    Paragraph: _paragraph,
}
