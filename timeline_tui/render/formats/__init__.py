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
    "text": "timeline_tui.render.formats.text",
    "long": "timeline_tui.render.formats.long",
    "tsv": "timeline_tui.render.formats.tsv",
    "jsonl": "timeline_tui.render.formats.jsonl",
    "store": "timeline_tui.render.formats.store",
}
"""The name of a format → the module that writes it; `text` with `--long` is `long`."""
ACCOUNTS = "timeline_tui.render.formats.accounts"
"""The module that writes one account a line, for `per` "account"."""
PER_ACCOUNT = ("text", "tsv", "jsonl")
"""The formats that can be written one account a line."""


class Options:
    """How a format is to be written.

    Attributes:
        format: The name of the format, a key of `WRITERS`.
        per: What a record is: "event" or "account".
        long: Whether text tells each event in full.
        width: The columns of the terminal that text is aligned for; None in a pipe.
        paint: What turns a line into coloured text; None for no colour.
        header: Whether a table starts with the names of its columns.
    """

    __slots__ = ("format", "header", "long", "paint", "per", "width")

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


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a selection in the format and grain of the options.

    Gives the number of records written.

    Raises:
        KeyError: there is no such format.
    """
    name = WRITERS[
        "long" if options.format == "text" and options.long else options.format
    ]
    if options.per == "account":
        name = ACCOUNTS
    __import__(name)
    from sys import modules  # noqa: PLC0415 - beside its only use

    written: int = modules[name].write(selection, library, out, options)
    return written
