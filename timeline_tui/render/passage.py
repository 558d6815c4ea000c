"""How a citation fares against a reader's own copy, and its passage in context.

`Found` maps the id of a source and a citation of it to what a check found.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.render.cells import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_tui.model.event import Cite
    from timeline_tui.render.lines import Span

    Found = Mapping[tuple[str, Cite], "Passage"]

STATE_WORDS = {
    "ok": "passage found",
    "moved": "passage found, at another paragraph",
    "changed": "words found, paragraph changed",
    "ambiguous": "words found more than once",
    "weak": "found in part only",
    "missing": "not in your copy",
    "no-copy": "no copy here",
}
"""What a reader is told of each state that a check of citations can end in."""


class Passage(NamedTuple):
    """What a check found for one citation.

    `text` is the paragraph in the reader's copy and `spans` the (start, stop) of the
    anchor words in it, in code points; both empty where there is no copy. `para` is
    where the paragraph stands in the copy, `before` and `after` are its neighbours.
    """

    state: str
    para: int = 0
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    before: str = ""
    after: str = ""


def passage_spans(passage: Passage, role: str) -> list[Span]:
    """The text of a passage, its anchor words told as hits."""
    text = passage.text
    spans: list[Span] = []
    at = 0
    for start, stop in passage.spans:
        spans += [(shown(text[at:start]), role), (shown(text[start:stop]), "hit")]
        at = stop
    spans.append((shown(text[at:]), role))
    return [span for span in spans if span[0]]


def state_words(passage: Passage | None) -> str:
    """How a citation fared, in words; nothing where nobody looked."""
    return STATE_WORDS.get(passage.state, passage.state) if passage else ""
