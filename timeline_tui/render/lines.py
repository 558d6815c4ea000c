"""Lines: what every front end paints, as pieces of text that each have a role.

A role says what a piece is, never how it looks; `palette` gives it a look. A role may
carry the ground it stands on after a slash: `title/cursor` is a title in the row of
the cursor. On the path of piped text.
"""

from __future__ import annotations

from timeline_tui.render.cells import cell_width, cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Span = tuple[str, str]
"""A piece of text and its role."""
Line = tuple[Span, ...]
"""One line of the screen; no text in it holds a newline or a control character."""

ROLES = (
    "space",  # padding
    "text",  # running text in our own words
    "muted",  # text that can wait
    "faint",  # text of the lowest rank; still readable
    "date",  # a date in words or in a column
    "year",  # the year of a heading
    "month",  # the month, quarter or stretch of a heading
    "day",  # the day at the start of a row
    "kind",  # the letter or word for the kind of an event
    "title",  # the title of an event
    "title-possible",  # of an event that may lie outside the period asked for
    "source-letter",  # the letter of a source that tells an event
    "source-silent",  # the dot of one that does not
    "disputed",  # the sign and the words for what sources differ on
    "heading",  # the heading of a pane or a part of it
    "rule",  # a line drawn
    "label",  # the word in front of a value
    "value",  # a figure or another value
    "stance-supports",  # the four ways an account stands to an event
    "stance-qualifies",
    "stance-reframes",
    "stance-contradicts",
    "anchor",  # words of a source, in quotes
    "hit",  # what a search found, or the words that a citation is found by
    "sought",  # what is searched for in a document, beside those
    "actor",  # names
    "theme",
    "place",
    "para",  # a paragraph number
    "found",  # how a citation fared against the reader's copy
    "warning",  # what a reader must not miss
    "key",  # a key to press
    "hint",  # what it does
    "query",  # the value of a term of the query
    "query-field",  # its field
    "query-error",  # where a query goes wrong
    "count",  # how many
    "bar",  # the density strip
    "bar-window",  # the part of it that the list shows
    "bar-hidden",  # a month whose events the query hides
    "cursor",  # the row of the cursor where a row has no other role
    "mark",  # the sign of an event that the reader marked
)
"""Every role there is."""

GROUNDS = (
    "base",  # behind everything
    "surface",  # behind a pane
    "raised",  # behind the query line and the foot
    "cursor",  # the row of the cursor in the pane that has the keys
    "cursor-away",  # the same in a pane that has not
    "selection",  # text selected with the mouse
)
"""Every ground that a role may stand on."""


def plain(line: Line) -> str:
    """The text of a line without its roles."""
    return "".join([text for text, _ in line])


def width(line: Line) -> int:
    """How many cells a line takes."""
    return cell_width(plain(line))


def fit(line: Line, n: int) -> Line:
    """A line cut or padded to exactly `n` cells."""
    spans: list[Span] = []
    left = n
    for text, role in line:
        cells = cell_width(text)
        if cells > left:
            piece = cut(text, left)
            if piece:
                spans.append((piece, role))
            left -= cell_width(piece)
            break
        left -= cells
        spans.append((text, role))
    if left > 0:
        spans.append((" " * left, "space"))
    return tuple(spans)


def within(line: Line, n: int) -> Line:
    """A line of at most `n` cells, cut where it is longer."""
    return line if width(line) <= n else fit(line, n)


def on(line: Line, ground: str) -> Line:
    """The same line standing on a ground; a ground it already has stays."""
    return tuple(
        [(text, role if "/" in role else f"{role}/{ground}") for text, role in line]
    )


def merged(spans: Iterable[Span]) -> Line:
    """A line of these spans, neighbours of one role as one, empty ones dropped."""
    out: list[Span] = []
    for text, role in spans:
        if not text:
            continue
        if out and out[-1][1] == role:
            out[-1] = (out[-1][0] + text, role)
        else:
            out.append((text, role))
    return tuple(out)


def emphasised(
    line: Line,
    find: Callable[[str], list[tuple[int, int]]],
    roles: tuple[str, ...] = ("title", "title-possible"),
) -> Line:
    """The line with what `find` sees in the text of these roles told as a hit.

    `find` gives the (start, stop) of each hit in a text, in order, none overlapping.
    """
    spans: list[Span] = []
    for text, role in line:
        at = 0
        if role in roles:
            for start, stop in find(text):
                spans += [(text[at:start], role), (text[start:stop], "hit")]
                at = stop
        spans.append((text[at:], role))
    return merged(spans)
