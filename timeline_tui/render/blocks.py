"""Running text with roles: wrapped to a width, indented, hanging."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width, shown, wrap
from timeline_tui.render.lines import merged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_tui.render.lines import Line, Span

MEASURE = 88
"""Text is never set wider than this: longer lines are hard to read."""
UNWRAPPED = 1 << 40
"""A width for text that is not wrapped at all."""
LABEL = 7
"""Cells of the column of labels."""
_MARGIN_FROM = 30
_NO_BREAK = "\xa0"


class Block:
    """Lines of at most `width` cells, added from top to bottom.

    A wide enough block keeps a margin at both sides. `None` as width means one line a
    paragraph, however long.
    """

    __slots__ = ("_left", "lines", "measure")

    def __init__(self, width: int | None, *, margin: int = 1) -> None:
        """Start empty; `width` and `margin` are in cells."""
        self.lines: list[Line] = []
        self._left = 0
        self.measure = UNWRAPPED
        if width is not None:
            self._left = margin if width >= _MARGIN_FROM else 0
            self.measure = min(max(width - 2 * self._left, 1), MEASURE)

    def blank(self) -> None:
        """Add an empty line, unless there is one already or nothing above."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def heading(self, text: str) -> None:
        """Add a heading."""
        self.add([(text, "heading")])

    def add(self, spans: Iterable[Span], *, indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph `indent` cells in; its further lines `hang` cells more.

        The text must be `shown` already. A no-break space keeps its place.
        """
        hang += indent
        if hang > self.measure // 2:
            indent, hang = min(indent, 1), min(indent + 1, 2)
        rooms = (self.measure - indent, self.measure - hang)
        for number, line in enumerate(flow(spans, *rooms)):
            start = " " * (self._left + (hang if number else indent))
            self.lines.append(merged([(start, "space"), *line]))

    def text(self, text: str, role: str = "text", *, indent: int = 0) -> None:
        """Add running text of one role, with a paragraph for each line it has."""
        for paragraph in text.split("\n"):
            if paragraph.strip():
                self.add([(shown(paragraph), role)], indent=indent)

    def labelled(self, label: str, spans: Iterable[Span], *, indent: int = 0) -> None:
        """Add a label and what it labels, set in a column of its own."""
        space = _NO_BREAK * max(LABEL - len(label), 1)
        self.add(
            [(label, "label"), (space, "space"), *spans], indent=indent, hang=LABEL
        )


def flow(spans: Iterable[Span], first: int, rest: int) -> list[Line]:
    """Text with roles as lines: the first of `first` cells at most, the others `rest`.

    It breaks at blanks; a word that is too long for any line is divided.
    """
    lines: list[list[Span]] = [[]]
    room = first
    for word in _words(spans):
        cells = sum([cell_width(text) for text, _ in word])
        line = lines[-1]
        gap = 1 if line else 0
        if line and cells + gap > room:
            line, gap, room = [], 0, rest
            lines.append(line)
        if cells > room:
            for piece in _divided(word, room, rest):
                if line:
                    line = []
                    lines.append(line)
                line += piece
                room = rest - sum([cell_width(text) for text, _ in piece])
            continue
        if gap:
            same = line[-1][1] == word[0][1]
            line.append((" ", word[0][1] if same else "space"))
        line += word
        room -= cells + gap
    return [
        merged([(text.replace(_NO_BREAK, " "), role) for text, role in line])
        for line in lines
    ]


def _words(spans: Iterable[Span]) -> Iterable[list[Span]]:
    """Words of one or more roles: runs of text without a blank in them."""
    word: list[Span] = []
    for text, role in spans:
        for number, piece in enumerate(text.split(" ")):
            if number and word:
                yield word
                word = []
            if piece:
                word.append((piece, role))
    if word:
        yield word


def _divided(word: Sequence[Span], first: int, rest: int) -> Iterable[list[Span]]:
    """A word that is too long, in pieces that fit."""
    width = max(min(first, rest), 1)
    for text, role in word:
        for piece in wrap(text.replace(_NO_BREAK, " "), width):
            yield [(piece, role)]
