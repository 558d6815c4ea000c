"""One account in the sources pane, one figure, and the passages they rest on."""

from __future__ import annotations

from timeline_tui.render.cells import shown
from timeline_tui.render.passage import passage_spans, state_words
from timeline_tui.render.words import (
    STANCE_WORDS,
    anchor_words,
    figure_when,
    figure_words,
    measure_words,
    names,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Figure
    from timeline_tui.model.source import Source
    from timeline_tui.render.blocks import Block
    from timeline_tui.render.lines import Span
    from timeline_tui.render.passage import Found, Passage

_INDENT = 3
_CONTEXT = 180
"""So many characters of the paragraphs before and after a passage are shown."""


def add_account(
    block: Block, number: int, account: Account, library: Library, *, found: Found
) -> None:
    """Add an account: number, source, stance, by whom, its words, its passages."""
    source = library.source(account.source)
    stance = STANCE_WORDS.get(account.stance, shown(account.stance))
    role = f"stance-{account.stance}" if account.stance in STANCE_WORDS else "text"
    spans: list[Span] = [
        (f"{number}\xa0\xa0", "key"),
        (shown(source.label), "heading"),
        ("\xa0\xa0", "space"),
        (stance, role),
    ]
    if account.by:
        spans.append((f" · by {names(library, account.by, ', ')}", "muted"))
    if account.via:
        spans.append((f" · via {shown(account.via)}", "muted"))
    block.add(spans, hang=_INDENT)
    if account.says:
        block.text(account.says, indent=_INDENT)
    if account.date is not None:
        block.add(
            [("≠ gives the date as ", "disputed"), (account.date.words, "date")],
            indent=_INDENT,
            hang=2,
        )
    if account.who:
        block.add(
            [("also names ", "label"), (names(library, account.who, ", "), "actor")],
            indent=_INDENT,
            hang=2,
        )
    _add_cites(block, account, source, found, context=True)


def add_figure(block: Block, figure: Figure, library: Library, *, found: Found) -> None:
    """Add a figure: value and measure, of when, counted how, by whom, its passages."""
    head: list[Span] = [
        (figure_words(figure), "value"),
        ("\xa0\xa0", "space"),
        (measure_words(figure.measure), "text"),
    ]
    block.add(head, indent=_INDENT, hang=2)
    source = library.source(figure.source) if figure.source else None
    facts = [
        figure_when(figure),
        f"counts {shown(figure.counts)}" if figure.counts else "",
        shown(source.label) if source is not None else "",
        f"by {names(library, figure.by, ', ')}" if figure.by else "",
    ]
    text = " · ".join([fact for fact in facts if fact])
    if text:
        block.add([(text, "muted")], indent=_INDENT + 2, hang=2)
    if source is not None:
        _add_cites(block, figure, source, found, context=False)


def _add_cites(
    block: Block,
    teller: Account | Figure,
    source: Source,
    found: Found,
    *,
    context: bool,
) -> None:
    """Add the citations of one telling; with `context` what stands around them too."""
    indent = _INDENT if context else _INDENT + 2
    told: set[int] = set()
    for cite in teller.cite:
        passage = found.get((source.id, cite))
        spans: list[Span] = [(f"¶{cite.para}", "para")]
        paragraph = _role_of(source, cite.para)
        if paragraph:
            spans.append((f" ({paragraph})", "muted"))
        words = anchor_words(cite)
        if words:
            spans += [("\xa0 ", "space"), (words, "anchor")]
        state = state_words(passage)
        if state:
            spans += [("\xa0 ", "space"), (state, "found")]
        block.add(spans, indent=indent, hang=_INDENT)
        if not context:
            continue
        if passage is not None and passage.text:
            _add_passage(block, passage, indent + 2)
        else:
            _add_digests(block, source, cite.para, told)


def _role_of(source: Source, para: int) -> str:
    """What a paragraph is where it is not running text; nothing where it is."""
    for paragraph in source.paragraphs:
        if paragraph.n == para:
            return "" if paragraph.role == "body" else shown(paragraph.role)
    return ""


def _add_passage(block: Block, passage: Passage, indent: int) -> None:
    """Add a passage of the reader's own copy, its anchor words told as hits."""
    if passage.before:
        text = passage.before
        block.text(
            f"… {text[-_CONTEXT:]}" if text[_CONTEXT:] else text, "faint", indent=indent
        )
    block.add(passage_spans(passage, "text"), indent=indent)
    if passage.after:
        text = passage.after
        block.text(
            f"{text[:_CONTEXT]} …" if text[_CONTEXT:] else text, "faint", indent=indent
        )


def _add_digests(block: Block, source: Source, para: int, told: set[int]) -> None:
    """Add what the paragraph and its neighbours cover, each only once an account."""
    for paragraph in source.paragraphs:
        near = abs(paragraph.n - para) <= 1 and paragraph.n not in told
        if near and paragraph.digest:
            told.add(paragraph.n)
            text = f"¶{paragraph.n}\xa0{shown(paragraph.digest)}"
            block.add([(text, "faint")], indent=_INDENT + 2, hang=2)
