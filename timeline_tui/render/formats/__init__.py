"""One writer a format, all with one signature.

Each module named in `WRITERS` has `write(selection, library, out, options) -> int`. It
writes the events of a selection in its order to a text stream, a part at a time, and
gives the number of records that it has written.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lines import Line

WRITERS = {
    "text": "text",
    "long": "long",
    "tsv": "tsv",
    "csv": "columns",
    "jsonl": "jsonl",
    "store": "store",
    "md": "markdown",
    "html": "page",
    "csl": "csl",
    "bibtex": "bibtex",
    "ics": "ics",
}
"""The name of a format → the module of this package that writes it; `text` with
`--long` is `long`."""
ENDINGS = {
    "txt": "text",
    "text": "text",
    "tsv": "tsv",
    "csv": "csv",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "bib": "bibtex",
    "bibtex": "bibtex",
    "ics": "ics",
    "ical": "ics",
}
"""The ending of a file's name, in small letters → the format that it tells."""
IN_COLUMNS = ("text", "tsv", "csv", "jsonl")
"""The formats of chosen fields, and of other grains than events."""
WITH_HEADINGS = ("text", "md", "html")
"""The formats that can put events under headings."""


class Options:
    """How a format is to be written.

    Attributes:
        format: The name of the format, a key of `WRITERS`.
        per: What a record is: "event", "account" or "figure".
        long: Whether text tells each event in full.
        width: The columns of the terminal that text is aligned for; None in a pipe.
        paint: What turns a line into coloured text; None for no colour.
        header: Whether a table starts with the names of its columns.
        fields: The fields to write, in this order; empty for those of the format.
        group_by: What headings stand for, one of `arranged.GROUPINGS`; else empty.
        raw: Whether comma-separated values are left unguarded.
        epoch: The second since 1970 at which a calendar says it was made; None for
            the newest day that the store itself tells of.
        say: Told, in a sentence, what a format cannot hold.
    """

    __slots__ = (
        *("epoch", "fields", "format", "group_by", "header", "long", "paint", "per"),
        *("raw", "say", "width"),
    )

    def __init__(
        self,
        format: str = "text",  # noqa: A002 - it is what the option is called
        *,
        per: str = "event",
        long: bool = False,
        width: int | None = None,
        paint: Callable[[Line], str] | None = None,
        header: bool = False,
    ) -> None:
        """Take the options; the defaults are those of plain text in a pipe."""
        self.format = format
        self.per = per
        self.long = long
        self.width = width
        self.paint = paint
        self.header = header
        self.fields: tuple[str, ...] = ()
        self.group_by = ""
        self.raw = False
        self.epoch: int | None = None
        self.say: Callable[[str], None] | None = None


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a selection in the format and grain of the options.

    Gives the number of records written.

    Raises:
        KeyError: there is no such format.
    """
    name = f"timeline_tui.render.formats.{_writer(options)}"
    __import__(name)
    from sys import modules  # noqa: PLC0415 - beside its only use

    written: int = modules[name].write(selection, library, out, options)
    return written


def _writer(options: Options) -> str:
    """The module that writes what the options ask for."""
    if options.fields or options.per != "event":
        return "columns"
    name = options.format
    if name == "text" and options.long:
        name = "long"
    if name == "text" and options.group_by:
        return "headings"
    return WRITERS[name]
