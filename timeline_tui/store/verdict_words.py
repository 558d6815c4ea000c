"""What was found of a citation in words, and what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.store.document import shown_path
from timeline_tui.store.verify import (
    AMBIGUOUS,
    CHANGED,
    MISSING,
    NO_COPY,
    WEAK,
)

if TYPE_CHECKING:
    from timeline_tui.model.event import Cite
    from timeline_tui.store.recognise import Copy
    from timeline_tui.store.verify import Verdict

_SAID = {
    NO_COPY: (
        "there is no copy to look in",
        "name one, or its folder, after kgtl verify",
    ),
    CHANGED: (
        "{anchor} is in ¶{at} of {copy}, which is not as it was recorded",
        "compare it with the document; mend the copy, or the hash",
    ),
    AMBIGUOUS: (
        "{anchor} stands {times} times in {copy}, first in ¶{at}",
        "take other words, or more of them",
    ),
    WEAK: (
        "{anchor} is not in {copy}; ¶{at} only has words like its first",
        "compare with the document; mend the copy, or start, end and hash",
    ),
    MISSING: (
        "neither the paragraph nor {anchor} is in {copy}{end}",
        "get the whole document, or correct para, start and hash",
    ),
}
_NOT_RECORDED = (
    "{anchor} stands {times} times in {copy}, but not in a paragraph as recorded",
    "compare it with the document; mend the copy, or the citation",
)
_WITHOUT_WORDS = (
    "¶{at} of {copy} is the paragraph, but {anchor} is not in it",
    "copy start and end from the text",
)
_NUMBER = (
    "the paragraph is number {right}{end}",
    "kgtl verify --fix writes para = {right}",
)


def in_words(
    cite: Cite, verdict: Verdict, right: int, copy: Copy | None
) -> tuple[str, str]:
    """Say what is wrong with a citation, and what to do.

    Args:
        cite: the citation.
        verdict: what was found of it.
        right: the paragraph number that it should have.
        copy: the text that it was looked for in, if there is one.
    """
    said = _SAID.get(verdict.status, _NUMBER)
    if verdict.status == MISSING and verdict.para:
        said = _WITHOUT_WORDS
    if verdict.status == AMBIGUOUS and copy and cite.hash not in copy.numbers:
        said = _NOT_RECORDED
    name = shown_path(copy.path) if copy else ""
    last = len(copy.paragraphs) if copy else cite.para
    facts = {
        "anchor": f"“{cite.start} … {cite.end}”" if cite.end else f"“{cite.start}”",
        "at": verdict.para,
        "times": verdict.times,
        "right": right,
        "copy": name,
        "end": f" ({name} ends at ¶{last})" if cite.para > last else "",
    }
    what, advice = said
    return what.format(**facts), advice.format(**facts)
