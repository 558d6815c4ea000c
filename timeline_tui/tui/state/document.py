"""A document that is read: its text, who cites it where, and the place in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.model.text import find_anchors, fingerprint, n1, paragraph_hash
from timeline_tui.render.document import CHANGED, COPY, DIGESTS, Cited, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_tui.model.event import Account, Cite, Event, Figure
    from timeline_tui.model.source import Source
    from timeline_tui.render.document import Page
    from timeline_tui.tui.state.sought import Sought

Spot = tuple[int, int, int, tuple[tuple[int, int], ...]]
"""A passage: paragraph from 0, start, stop, and the anchor words in it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document on the screen."""

    text: Text
    para: int = 0
    """The paragraph of the cursor, from 0."""
    line: int = 0
    """The line of the cursor within the paragraph."""
    busy: str = ""
    """What is still being looked for."""
    sought: Sought | None = None
    """What is looked for in it."""
    where: str = "document"

    def line_on(self, page: Page) -> int:
        """Return the line of the cursor on a page; -1 on an empty one."""
        if not page.firsts:
            return -1
        para = min(self.para, len(page.firsts) - 1)
        ends = [*page.firsts[1:], len(page.lines)]
        return min(page.firsts[para] + self.line, max(ends[para] - 2, 0))

    def on_line(self, page: Page, line: int) -> Document:
        """Return the document with the cursor on a line of a page."""
        if not page.lines:
            return self
        line = max(0, min(line, len(page.lines) - 1))
        para = page.paras[line]
        return replace(self, para=para, line=line - page.firsts[para])

    def moved(self, page: Page, by: int) -> Document:
        """Return the document with the cursor `by` lines on, blank ones passed over."""
        line = self.line_on(page) + by
        if 0 <= line < len(page.lines) and not page.lines[line]:
            line += 1 if by > 0 else -1
        if line >= len(page.lines):
            line = len(page.lines) - 2
        return self.on_line(page, line)

    def at_passage(self, page: Page, number: int) -> Document:
        """Return the document with the cursor where a passage starts."""
        return self.on_line(page, page.spans[number][0])

    def at_character(self, page: Page, para: int, at: int) -> Document:
        """Return the document with the cursor where a paragraph has a character."""
        whole = self.text.paragraphs[para]
        return replace(self, para=para, line=page.line_in(whole, at))

    def next_passage(self, page: Page, step: int) -> Document:
        """Return the document at the next (1) or previous (-1) passage, round the ends.

        The document as it is where nothing of it is cited.
        """
        count = len(page.spans)
        if not count:
            return self
        line = self.line_on(page)
        here = page.passage_at(line)
        if here >= 0 and (page.spans[here][0] == line or step > 0):
            return self.at_passage(page, (here + step) % count)
        tops = [top for top, _ in page.spans]
        if step > 0:
            later = (n for n, top in enumerate(tops) if top > line)
            return self.at_passage(page, next(later, 0))
        earlier = (n for n in reversed(range(count)) if tops[n] < line)
        return self.at_passage(page, next(earlier, count - 1))

    def rows_at(self, page: Page) -> tuple[int, ...]:
        """Return the rows of the events that cite the cursor's passage or paragraph."""
        line = self.line_on(page)
        spans = enumerate(page.spans)
        here = [n for n, (top, end) in spans if top <= line <= end]
        cited = self.text.cited
        passages = [cited[n] for n in here] or [
            passage for passage in cited if passage.para == self.para
        ]
        rows = dict.fromkeys(row for passage in passages for row in passage.rows)
        return tuple(sorted(rows))


def text_of(source: Source, paragraphs: Sequence[str] | None) -> Text:
    """Return the document of a source: the reader's copy, or else the digests."""
    parts = source.paragraphs
    if paragraphs is None:
        return Text(
            source,
            DIGESTS,
            tuple(part.digest or f"({part.role})" for part in parts),
            tuple(part.role for part in parts),
            tuple(part.n for part in parts),
            0,
            len(parts),
        )
    known = {part.hash: part for part in reversed(parts)}
    found = [known.get(paragraph_hash(paragraph)) for paragraph in paragraphs]
    same = fingerprint(paragraphs) == source.fingerprint
    return Text(
        source,
        COPY if same else CHANGED,
        tuple(paragraphs),
        tuple(part.role if part else "body" for part in found),
        tuple(n if same else part.n if part else 0 for n, part in enumerate(found, 1)),
        len({part.hash for part in found if part}),
        len(known),
    )


class Gathering:
    """Collects who cites a document where, event by event."""

    def __init__(self, text: Text) -> None:
        """Take a document of which nothing is known yet."""
        self._text = text
        self._rows: dict[Spot, list[int]] = {}
        self._known: dict[Cite, Spot | None] = {}
        self._normal = [n1(paragraph) for paragraph in text.paragraphs]
        self._by_hash: dict[str, int] = {}
        self._by_number = {number: n for n, number in enumerate(text.numbers) if number}
        if text.kind != DIGESTS:
            hashes = map(paragraph_hash, text.paragraphs)
            for n, hashed in enumerate(hashes):
                self._by_hash.setdefault(hashed, n)

    def add(self, numbered: Iterable[tuple[int, Event]]) -> None:
        """Take events, each with its row of the library, in the order of rows."""
        name = self._text.source.id
        for row, event in numbered:
            told: list[Account | Figure] = [*event.accounts, *event.figures]
            cites = [cite for each in told if each.source == name for cite in each.cite]
            for cite in dict.fromkeys(cites):
                spot = self.spot(cite)
                if spot is not None:
                    rows = self._rows.setdefault(spot, [])
                    if not rows or rows[-1] != row:
                        rows.append(row)

    def text(self) -> Text:
        """Return the document with the passages that were found so far."""
        cited = [Cited(*spot, tuple(rows)) for spot, rows in self._rows.items()]
        missing = sum(spot is None for spot in self._known.values())
        return self._text._replace(cited=tuple(sorted(cited)), missing=missing)

    def spot(self, cite: Cite) -> Spot | None:
        """Return the passage that is cited; None where the text does not have it."""
        if cite not in self._known:
            self._known[cite] = self._found(cite)
        return self._known[cite]

    def _found(self, cite: Cite) -> Spot | None:
        if self._text.kind == DIGESTS:
            para = self._by_number.get(cite.para)
            return None if para is None else (para, 0, 0, ())
        recorded = self._by_hash.get(cite.hash)
        if recorded is not None:
            return self._in(recorded, cite) or (recorded, 0, 0, ())
        start = n1(cite.start)
        if not start:
            return None
        near = self._by_number.get(cite.para, cite.para - 1)
        holding = [n for n, text in enumerate(self._normal) if start in text]
        holding.sort(key=lambda n: abs(n - near))
        return next((spot for n in holding if (spot := self._in(n, cite))), None)

    def _in(self, para: int, cite: Cite) -> Spot | None:
        """Return the passage in one paragraph; all of it where no words are given."""
        text = self._text.paragraphs[para]
        if not cite.start:
            return para, 0, len(text), ()
        whole = next(iter(find_anchors(text, cite.start, cite.end)), None)
        if whole is None:
            return None
        start, stop = whole
        passage = text[start:stop]
        first = find_anchors(passage, cite.start)[:1]
        last = find_anchors(passage, cite.end)[-1:] if cite.end else []
        anchors = tuple((start + at, start + end) for at, end in first + last)
        return para, start, stop, anchors
