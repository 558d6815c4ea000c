"""Chooses the few words of a passage that find it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.text import find_anchors, n1, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_tui.model.text import Span

START_WORDS = (2, 5)
"""How many words an anchor's start has, at least and at most."""
END_WORDS = 3
"""How many words an anchor's end has at most."""

_WORD = re.compile(r"\S+")
_OPENING = "\"'([{“„‟‘‚«¿¡—–-"
_CLOSING = "\"')]}”’»,.;:!?…—–-"


class Anchor(NamedTuple):
    """The first and last words of a passage, normalised; `end` may be empty."""

    start: str
    end: str = ""


def shortest_anchor(
    paragraph: str, passage: Span, others: Sequence[str] = (), *, to_its_end: bool
) -> Anchor | None:
    """Find the anchor of a passage that has the fewest words and stands there once.

    Args:
        paragraph: the text that the passage is in.
        passage: where it is, in code points.
        others: the other paragraphs; a start that none of them has is preferred, since
            it still finds the passage where the paragraph was changed.
        to_its_end: whether the anchor must say where the passage ends.

    Returns:
        None where no anchor of the allowed length is unique.
    """
    unique = [
        anchor
        for anchor in _candidates(paragraph, passage, to_its_end=to_its_end)
        if _finds(anchor, paragraph, passage, to_its_end=to_its_end)
    ]
    alone = (
        anchor
        for anchor in unique
        if not any(find_anchors(other, *anchor) for other in others)
    )
    return next(alone, next(iter(unique), None))


def typed_anchor(first: str, last: str = "") -> Anchor | None:
    """Make an anchor of words alone, where there is no text to check it against."""
    start = " ".join(words(_trimmed(first))[: START_WORDS[1]])
    end = " ".join(words(_trimmed(last))[-END_WORDS:])
    anchor = Anchor(_trimmed(start), _trimmed(end))
    return anchor if len(words(anchor.start)) >= START_WORDS[0] else None


def _candidates(paragraph: str, passage: Span, *, to_its_end: bool) -> Iterator[Anchor]:
    """Give the anchors of allowed length, those of fewer words first."""
    begin, stop = passage
    rest = [match.end() for match in _WORD.finditer(paragraph, begin)]
    starts = [
        _trimmed(paragraph[begin:at])
        for at in rest[: START_WORDS[1]]
        if at <= _word_end(paragraph, stop) or at in rest[: START_WORDS[0]]
    ]
    starts = [start for start in starts if len(words(start)) >= START_WORDS[0]]
    inside = [match.start() for match in _WORD.finditer(paragraph[:stop], begin)]
    ends = [_trimmed(paragraph[at:stop]) for at in inside[: -END_WORDS - 1 : -1]]
    if not to_its_end:
        ends = ["", *ends]
    pairs = [Anchor(start, end) for end in ends for start in starts]
    yield from sorted(pairs, key=_length)


def _length(anchor: Anchor) -> tuple[bool, int]:
    return bool(anchor.end), len(words(anchor.start)) + len(words(anchor.end))


def _word_end(paragraph: str, at: int) -> int:
    """Give the end of the word, with its punctuation, that `at` is at the end of."""
    match = _WORD.match(paragraph, at)
    return match.end() if match else at


def _finds(anchor: Anchor, paragraph: str, passage: Span, *, to_its_end: bool) -> bool:
    """Tell whether an anchor finds the passage, and nothing else."""
    found = find_anchors(paragraph, anchor.start, anchor.end)
    if len(found) != 1 or found[0][0] != passage[0]:
        return False
    return not to_its_end or found[0][1] == passage[1]


def _trimmed(text: str) -> str:
    return n1(text.lstrip(_OPENING).rstrip(_CLOSING))
