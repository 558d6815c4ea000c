"""The one table of verbs and options: it is read by, helped from and tested against.

An option takes an argument when `argument` names one; `values` closes the choice.
A verb without a name is what runs when the first word is no verb.
"""

from __future__ import annotations

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


class Verb:
    """One verb: what its words are, which options it knows, and examples."""

    __slots__ = ("examples", "help", "least", "most", "name", "options", "words")

    def __init__(
        self,
        name: str,
        text: str,
        *,
        words: str = "",
        counts: tuple[int, int | None] = (0, None),
        options: str = "",
        examples: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Take the words' placeholder, their least and greatest number, and the rest.

        Args:
            name: What is typed; empty for the verb that is not typed.
            text: One line of help.
            words: How the words after the verb are shown in help.
            counts: The least and the greatest number of words; None for no limit.
            options: The long names of its options, blank separated.
            examples: Command lines with what they do; help begins with them.
        """
        self.name = name
        self.help = text
        self.words = words
        self.least, self.most = counts
        self.options = tuple(options.split()) + EVERYWHERE
        self.examples = examples


EVERYWHERE: Final = ("color", "no-pager", "quiet", "verbose", "help", "version")
"""The options that every verb knows."""
FORMATS: Final = ("text", "tsv", "jsonl", "store")
"""The formats of `--format`, the default first."""
GRAINS: Final = ("event", "account")
"""What one line is about, the default first."""

OPTIONS: Final = {
    option.name: option
    for option in (
        Option(
            "store",
            "",
            "PATH",
            "read this store: a .toml file, a folder, JSON Lines, or - for standard"
            " input ($KGTL_STORE, else the shipped one)",
        ),
        Option("format", "", "FORMAT", "print in this format", values=FORMATS),
        Option("long", "", "", "print each event in full, with numbered notes"),
        Option("per", "", "GRAIN", "one line for each of these", values=GRAINS),
        Option("header", "", "", "begin a table with the names of its columns"),
        Option("ids", "", "", "print the ids of the events, one a line"),
        Option("count", "", "", "print only how many events match"),
        Option(
            "output",
            "o",
            "FILE",
            "write to FILE, whole or not at all; its ending tells the format",
        ),
        Option("coverage", "", "", "say how many paragraphs the events cite"),
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

_PRINT = "store format long per header ids count output"

VERBS: Final = {
    verb.name: verb
    for verb in (
        Verb(
            "",
            "explore the events on a terminal, print them into a pipe",
            words="[WORDS…]",
            options=f"{_PRINT} no-mouse",
            examples=(
                ("kgtl", "open the explorer"),
                ("kgtl actor:putin since:2022", "open it with a query"),
                ("kgtl actor:putin since:2022 | grep -i csto", "print into a pipe"),
                ("kgtl --format tsv 'on:Q3 2022' > q3.tsv", "print for a spreadsheet"),
            ),
        ),
        Verb(
            "list",
            "print the events as text, one a line",
            words="[WORDS…]",
            options=_PRINT,
            examples=(
                ("kgtl list theme:war", "all events of a theme"),
                ("kgtl list --per account source:meduza-2023", "who says what"),
                ("kgtl list --long -o brief.txt theme:war", "in full, into a file"),
                ("kgtl list sources", "the word, not the verb"),
            ),
        ),
        Verb(
            "pick",
            "choose events in the explorer and print those that were chosen",
            words="[WORDS…]",
            options="store format long per header ids output no-mouse",
            examples=(
                ("kgtl pick --ids theme:war > chosen.txt", "into a file"),
                ("kgtl pick --format jsonl theme:war | jq .title", "into a program"),
            ),
        ),
        Verb(
            "show",
            "print an event in full, or the card of an actor, theme or source",
            words="ID…",
            counts=(1, None),
            options="store texts passages",
            examples=(
                ("kgtl show victory-day", "the event whose id begins so"),
                ("kgtl show --passages victory-day-2021", "with the cited passages"),
                ("kgtl show putin riac-2022", "two cards"),
            ),
        ),
        Verb(
            "facets",
            "print what the events can be narrowed by, with counts",
            words="[FIELD] [WORDS…]",
            options="store",
            examples=(
                ("kgtl facets", "every field"),
                ("kgtl facets actor since:2022", "the actors of those events"),
            ),
        ),
        Verb(
            "sources",
            "print the documents that the events are cited from",
            counts=(0, 0),
            options="store coverage",
            examples=(
                ("kgtl sources", "one a line"),
                ("kgtl sources --coverage", "with how much of each is cited"),
            ),
        ),
        Verb(
            "cite",
            "print the citations of an event as notes",
            words="ID[:SOURCE]…",
            counts=(1, None),
            options="store",
            examples=(
                ("kgtl cite victory-day-2021", "every account of it"),
                ("kgtl cite victory-day-2021:edm-2023", "one source's"),
            ),
        ),
        Verb(
            "date",
            "say how EDTF dates are read",
            words="EDTF…",
            counts=(1, None),
            examples=(
                ("kgtl date 2022-09~", "about September 2022"),
                ("kgtl date '2021-04-28/2021-05-01' 2022-35", "a span, a quarter"),
            ),
        ),
        Verb(
            "check",
            "report every fault of a store, with file and line",
            words="[STORE]",
            counts=(0, 1),
            options="store texts",
            examples=(
                ("kgtl check events.toml", "the store that you are writing"),
                ("kgtl check", "the shipped one, or $KGTL_STORE"),
            ),
        ),
        Verb(
            "verify",
            "look for every citation in your own copies of the documents",
            words="[FILE|DIR…]",
            options="store texts strict fix format output",
            examples=(
                ("kgtl verify ~/texts", "against the .txt files of a folder"),
                ("kgtl verify", "against those of $KGTL_TEXTS"),
                ("kgtl verify riac.txt", "whether one file is a true copy"),
                ("kgtl verify --strict ~/texts", "fail where a copy is missing"),
                ("kgtl verify --fix --store events.toml", "mend paragraph numbers"),
                (
                    "kgtl verify --format jsonl | jq 'select(.found == false)'",
                    "into a program",
                ),
            ),
        ),
        Verb(
            "where",
            "find words in your own copies, and the events that cite them",
            words='["WORDS"|-]',
            options="store texts format output",
            examples=(
                ("kgtl where 'military base'", "source, paragraph, events"),
                ("kgtl where - < paragraph.txt", "known by its hash, without a copy"),
            ),
        ),
        Verb(
            "diff",
            "say what differs between two stores, event by event",
            words="A B",
            counts=(2, 2),
            options="format output",
            examples=(
                ("kgtl diff old.toml events.toml", "what a revision changed"),
                ("kgtl diff - events.toml < old.jsonl", "one from standard input"),
                ("kgtl diff --format jsonl a b | jq .change", "into a program"),
            ),
        ),
        Verb(
            "new",
            "print a block for a new event, with the citation of a passage",
            words="WORDS…",
            counts=(1, None),
            options="store texts source para date title id output",
            examples=(
                ("kgtl new --source riac-2022 --para 12 'words of it'", "cite this"),
                ("kgtl new 'its first words … its last'", "look in your copies"),
                ("kgtl new --date 2022-09~ --title 'Talks' 'words of it'", "with more"),
            ),
        ),
        Verb(
            "help",
            "show help on a verb, or on the query language",
            words="[VERB|query]",
            counts=(0, 1),
            examples=(
                ("kgtl help list", "the verb"),
                ("kgtl help query", "fields, dates and flags of a query"),
            ),
        ),
    )
}
"""Every verb by its name, in the order of help."""
