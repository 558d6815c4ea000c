"""What each account of an event says, part by part, and where they differ.

A part is a row of the comparison: one cell for each account, or one for all of them
where they agree.
"""

from __future__ import annotations

from typing import NamedTuple

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
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Event, Figure
    from timeline_tui.render.lines import Span
    from timeline_tui.render.passage import Found

Paragraphs = list[list[tuple[str, str]]]
"""Paragraphs of text with roles."""
SPEAKS_AGAINST = ("contradicts", "reframes")
"""The stances of an account that tells an event otherwise."""
_NOTHING: Paragraphs = [[("–", "faint")]]


class Part(NamedTuple):
    """One row of the comparison.

    `cells` holds one cell an account, or a single one that is true of all of them.
    """

    label: str
    cells: tuple[Paragraphs, ...]
    differs: bool = False


def parts(event: Event, library: Library, found: Found) -> list[Part]:
    """The rows for the accounts of an event, from who tells it to the passages."""
    accounts = event.accounts
    figures, others = _by_account(event)
    rows = [
        Part("source", tuple(_source(account, library) for account in accounts)),
        _speakers(accounts, library),
        Part(
            "stance",
            tuple(_stance(account) for account in accounts),
            len({account.stance for account in accounts}) > 1,
        ),
        _dates(event),
        _who(event, library),
    ]
    if any(figures):
        rows.append(
            Part(
                "figures",
                tuple(_figures(told, library) for told in figures),
                differ_in_figures(figures),
            )
        )
    if others:
        rows.append(Part("figures", (_figures(others, library),)))
    rows.append(
        Part(
            "wording",
            tuple(_paragraph(account.says, "text") for account in accounts),
            any(account.stance in SPEAKS_AGAINST for account in accounts),
        )
    )
    rows.append(
        Part("passage", tuple(_passages(account, found) for account in accounts))
    )
    return rows


def _paragraph(text: str, role: str) -> Paragraphs:
    """A text as paragraphs of one role; a dash where there is none."""
    told: Paragraphs = [
        [(shown(part), role)] for part in text.split("\n") if part.strip()
    ]
    return told or _NOTHING


def _source(account: Account, library: Library) -> Paragraphs:
    """The title of the document, who published it and when."""
    source = library.source(account.source)
    told = [source.title or source.id, source.publisher]
    if source.published is not None:
        told.append(source.published.words)
    return [[(shown(text), "muted")] for text in told if text]


def _speakers(accounts: Sequence[Account], library: Library) -> Part:
    cells: list[Paragraphs] = []
    for account in accounts:
        told: Paragraphs = []
        if account.by:
            told.append([(names(library, account.by, ", "), "actor")])
        if account.via:
            told.append([(f"via {shown(account.via)}", "muted")])
        cells.append(told or [[("the source itself", "faint")]])
    spoken = {(account.by, account.via) for account in accounts}
    if len(accounts) > 1 and spoken == {((), "")}:
        return Part("speaker", ([[("each source itself", "faint")]],))
    return Part("speaker", tuple(cells), len({by for by, _ in spoken}) > 1)


def _stance(account: Account) -> Paragraphs:
    is_known = account.stance in STANCE_WORDS
    words = STANCE_WORDS.get(account.stance, shown(account.stance))
    return [[(words, f"stance-{account.stance}" if is_known else "text")]]


def _dates(event: Event) -> Part:
    """The date that each account gives; one cell where none gives its own."""
    basis = [(shown(event.date_basis), "muted")] if event.date_basis else []
    if all(account.date is None for account in event.accounts):
        return Part(
            "date", ([[(event.date.words, "text")], *([basis] if basis else [])],)
        )
    given = {(account.date or event.date).text for account in event.accounts}
    cells: list[Paragraphs] = [
        [[(account.date.words, "value")]]
        if account.date is not None
        else [[(event.date.words, "text")], [("as the event", "faint")]]
        for account in event.accounts
    ]
    return Part("date", tuple(cells), differs=len(given | {event.date.text}) > 1)


def _who(event: Event, library: Library) -> Part:
    """Who takes part; the names that only one account has, in its own cell."""
    told = names(library, event.actors)
    everyone: list[Span] = [(told, "actor")] if told else [("–", "faint")]
    if not any(account.who for account in event.accounts):
        return Part("who", ([everyone],))
    cells: list[Paragraphs] = [
        [everyone, [("also ", "label"), (names(library, account.who, ", "), "value")]]
        if account.who
        else [everyone]
        for account in event.accounts
    ]
    return Part("who", tuple(cells), differs=True)


def _by_account(event: Event) -> tuple[list[list[Figure]], list[Figure]]:
    """The figures of each account, and those that belong to none."""
    told: list[list[Figure]] = [[] for _ in event.accounts]
    others: list[Figure] = []
    for figure in event.figures:
        same = [
            n
            for n, account in enumerate(event.accounts)
            if account.source == figure.source
        ]
        spoken = [n for n in same if event.accounts[n].by == figure.by]
        if same:
            told[(spoken or same)[0]].append(figure)
        else:
            others.append(figure)
    return told, others


def differ_in_figures(told: Sequence[Sequence[Figure]]) -> bool:
    """Whether two accounts give different values of one measure for the same time."""
    values: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    for figures in told:
        for figure in figures:
            key = (figure.measure, figure_when(figure))
            value = (figure.value, figure.low, figure.high, figure.unit)
            values.setdefault(key, set()).add(value)
    return any(len(some) > 1 for some in values.values())


def _figures(figures: Sequence[Figure], library: Library) -> Paragraphs:
    """Figures, each with its measure, its time and how it counts."""
    told: Paragraphs = []
    for figure in figures:
        head: list[Span] = [(figure_words(figure), "value")]
        head += [(f" {measure_words(figure.measure)}", "text")]
        facts = [
            figure_when(figure),
            f"counts {shown(figure.counts)}" if figure.counts else "",
            f"by {names(library, figure.by, ', ')}" if figure.by else "",
        ]
        text = " · ".join([fact for fact in facts if fact])
        told.append(head)
        if text:
            told.append([(text, "muted")])
    return told or _NOTHING


def _passages(account: Account, found: Found) -> Paragraphs:
    """The passages that an account rests on, with what a reader's copy has there."""
    told: Paragraphs = []
    for cite in account.cite:
        passage = found.get((account.source, cite))
        spans: list[Span] = [(f"¶{cite.para}", "para")]
        words = anchor_words(cite)
        if words:
            spans += [(" ", "space"), (words, "anchor")]
        state = state_words(passage)
        if state:
            spans += [(" ", "space"), (state, "found")]
        told.append(spans)
        if passage is not None and passage.text:
            told.append(passage_spans(passage, "muted"))
    return told or _NOTHING
