"""The one table of verbs and options: it is read by, helped from and tested against.

A verb without a name is what runs when the first word is no verb.
"""

from __future__ import annotations

from timeline_tui.cli.option_rows import (
    FORMATS,
    GRAINS,
    GROUPINGS,
    KINDS_OF_FILE,
    LANES,
    OPTIONS,
    SHORT,
    SORTS,
    VIEWS,
    Option,
)
from timeline_tui.render import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


_REPORTS: Final = ("verify", "where", "diff")  # they tell of a store


class Verb:
    """One verb: what its words are, which options it knows, and examples.

    `formats` is what `--format` may be, where it is one of its options.
    """

    __slots__ = (
        *("examples", "formats", "help", "least", "most", "name", "options", "words"),
    )

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
        self.formats = ("text", "jsonl") if name in _REPORTS else FORMATS
        self.examples = examples


__all__ = [
    "EVERYWHERE",
    "FORMATS",
    "GRAINS",
    "GROUPINGS",
    "KINDS_OF_FILE",
    "LANES",
    "OPTIONS",
    "SHORT",
    "SORTS",
    "STYLES",
    "VERBS",
    "VIEWS",
    "Option",
    "Verb",
]

EVERYWHERE: Final = ("color", "no-pager", "quiet", "verbose", "help", "version")
"""The options that every verb knows."""
_SHAPE = "fields sort reverse limit group-by raw null"
_PRINT = f"store format view by at long per header ids count output {_SHAPE}"

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
                ("kgtl --view lanes --by theme --at 2022", "a line for each theme"),
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
                ("kgtl list -o brief.html theme:war", "a page; also md csv ics bib"),
                ("kgtl list --fields date,title,url --per account", "chosen columns"),
                ("kgtl list --sort importance --limit 10 2022", "the ten that matter"),
                ("kgtl list --group-by actor theme:war", "under headings"),
                ("kgtl list sources", "the word, not the verb"),
                ("kgtl list --view matrix theme:war", "who tells what, and how"),
            ),
        ),
        Verb(
            "pick",
            "choose events in the explorer and print those that were chosen",
            words="[WORDS…]",
            options=f"store format long per header ids output {_SHAPE} no-mouse",
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
                ("kgtl sources --coverage", "how much of each is cited, and why not"),
            ),
        ),
        Verb(
            "cite",
            "print the citations of an event, as notes or for a reference manager",
            words="ID[:SOURCE]…",
            counts=(1, None),
            options="store style output",
            examples=(
                ("kgtl cite victory-day-2021", "every account of it"),
                ("kgtl cite --style chicago victory-day-2021", "in another style"),
                ("kgtl cite --style bibtex -o k.bib victory-day-2021", "its sources"),
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
            "import",
            "turn a table, JSON Lines or a TimelineJS file into a store",
            words="FILE",
            counts=(1, 1),
            options="from map output",
            examples=(
                ("kgtl import table.csv > store.jsonl", "columns told by their names"),
                ("kgtl import t.csv --map date=Date,title=Headline", "or by you"),
                ("kgtl import -o s.jsonl t.json --from timelinejs", "into a file"),
                ("kgtl import t.csv > s.jsonl; kgtl check s.jsonl", "it has no faults"),
            ),
        ),
        Verb(
            "config",
            "show the settings in force, and where each comes from",
            words="[NAME…]",
            options="store no-mouse",
            examples=(
                ("kgtl config", "files, looks and keys"),
                ("kgtl config look", "those whose names hold a word"),
            ),
        ),
        Verb(
            "completion",
            "print the script that completes command lines in your shell",
            words="SHELL",
            counts=(1, 2),
            examples=(
                ("kgtl completion bash", "for ~/.bashrc: eval it there"),
                ("kgtl completion zsh > _kgtl", "into a folder of $fpath"),
                ("kgtl completion fish | source", "for this session"),
            ),
        ),
        Verb(
            "help",
            "show help on a verb, or on query, dates, formats or environment",
            words="[VERB|TOPIC]",
            counts=(0, 1),
            examples=(
                ("kgtl help list", "the verb"),
                ("kgtl help query", "fields, dates and flags of a query"),
                ("kgtl help dates", "how dates are printed, and typed"),
                ("kgtl help formats", "formats, and the fields of --fields"),
            ),
        ),
    )
}
"""Every verb by its name, in the order of help."""
