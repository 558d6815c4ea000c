"""The rows of the table of options: how each is typed, what it takes, its help.

An option takes an argument when `argument` names one; `values` closes the choice.
"""

from __future__ import annotations

from timeline_tui.render import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


class Option:
    """One option: how it is typed, what it takes, and its line of help."""

    __slots__ = ("argument", "help", "name", "short", "values")

    def __init__(
        self,
        name: str,
        short: str,
        argument: str,
        text: str,
        *,
        values: tuple[str, ...] = (),
    ) -> None:
        """Take the long name, a letter or nothing, and what stands for the value."""
        self.name = name
        self.short = short
        self.argument = argument
        self.help = text
        self.values = values


FORMATS: Final = (
    *("text", "tsv", "csv", "jsonl", "store", "md", "html", "csl", "bibtex", "ics"),
)
"""The formats of `--format`, the default first."""
GRAINS: Final = ("event", "account", "figure")
"""What one line is about, the default first."""
SORTS: Final = ("date", "title", "id", "kind", "importance", "sources")
"""What events can be sorted by."""
GROUPINGS: Final = ("year", "month", "actor", "theme", "source")
"""What headings between events can stand for."""

KINDS_OF_FILE: Final = ("csv", "jsonl", "timelinejs")
"""What `--from` reads."""

VIEWS: Final = ("timeline", "lanes", "matrix", "figures", "density")
"""The views of `--view`, the default first."""
LANES: Final = ("actor", "theme", "source")
"""What the lanes of `--view lanes` can be, the default first."""

OPTIONS: Final = {
    option.name: option
    for option in (
        Option(
            "store",
            "",
            "PATH",
            "read this store: a .toml file, a folder, JSON Lines, or - for JSON Lines"
            " on standard input ($KGTL_STORE, else the shipped one)",
        ),
        Option(
            "format",
            "",
            "FORMAT",
            "print in this format, else in that of the ending of -o FILE",
            values=FORMATS,
        ),
        Option("long", "", "", "print each event in full, with numbered notes"),
        Option(
            "view",
            "",
            "VIEW",
            "open the explorer in this view, or print it into a pipe; density is"
            " printed on a terminal too",
            values=VIEWS,
        ),
        Option("by", "", "FACET", "have a lane for each of these", values=LANES),
        Option(
            "at",
            "",
            "DATE",
            "open the view at this date; print the lanes of this day or period",
        ),
        Option("per", "", "GRAIN", "one line for each of these", values=GRAINS),
        Option("header", "", "", "begin a table with the names of its columns"),
        Option(
            "fields",
            "",
            "NAMES",
            "print only these fields, in this order, with commas between them",
        ),
        Option(
            "sort",
            "",
            "KEY",
            "sort the events by this; equal ones stay in order",
            values=SORTS,
        ),
        Option("reverse", "", "", "turn the order of the events round"),
        Option("limit", "", "N", "print at most N events, and say how many there are"),
        Option("group-by", "", "KEY", "print under headings", values=GROUPINGS),
        Option(
            "raw",
            "",
            "",
            "leave the texts of csv as they are: without it, one that a spreadsheet"
            " would take for a formula begins with an apostrophe",
        ),
        Option("ids", "", "", "print the ids of the events, one a line"),
        Option("null", "0", "", "end each id with NUL, for xargs -0"),
        Option("count", "", "", "print only how many events match"),
        Option(
            "output",
            "o",
            "FILE",
            "write to FILE, whole or not at all",
        ),
        Option(
            "coverage",
            "",
            "",
            "list what of each document no event cites, and why not; fail if nobody"
            " says why",
        ),
        Option(
            "texts",
            "",
            "DIR",
            "look in DIR for copies of the documents ($KGTL_TEXTS)",
        ),
        Option(
            "strict", "", "", "count a source without a copy as one that is not found"
        ),
        Option(
            "fix",
            "",
            "",
            "write the paragraph numbers anew that are not those of the hashes",
        ),
        Option(
            "passages",
            "",
            "",
            "with each account show its passage in your copy, or what it covers",
        ),
        Option("source", "", "ID", "the document that the passage is in"),
        Option("para", "", "N", "the number of its paragraph, from 1"),
        Option("date", "", "EDTF", "the date of the event, as sharp as its source"),
        Option("title", "", "TEXT", "the title of the event, in your own words"),
        Option("id", "", "ID", "the id of the event; else made of title and year"),
        Option("style", "", "STYLE", "cite in this style", values=STYLES),
        Option(
            "from",
            "",
            "KIND",
            "what the file is, where its name does not tell",
            values=KINDS_OF_FILE,
        ),
        Option(
            "map",
            "",
            "PAIRS",
            "which column is what, as date=Date,title=Headline; also end summary"
            " actors themes places source url kind importance id",
        ),
        Option("no-mouse", "", "", "leave the mouse to the terminal"),
        Option(
            "color",
            "",
            "WHEN",
            "when to use colour; auto is on a terminal",
            values=("auto", "always", "never"),
        ),
        Option("no-pager", "", "", "print long text straight to the terminal"),
        Option("quiet", "q", "", "say nothing on standard error but errors"),
        Option("verbose", "v", "", "say how periods were read and what was used"),
        Option("help", "h", "", "show this help"),
        Option("version", "", "", "say which version this is, and of which store"),
    )
}
"""Every option by its long name, in the order of help."""
SHORT: Final = {option.short: option for option in OPTIONS.values() if option.short}
"""The options that have a letter."""
