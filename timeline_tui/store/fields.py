"""The keys of every record of a store: for the readers, their advice and the schema."""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.model.event import (
    ACTOR_KINDS,
    IMPORTANCES,
    KINDS,
    LINK_KINDS,
    STANCES,
    STATUSES,
)
from timeline_tui.model.source import ROLES

SCHEMA = 1
"""The version of the format that these tables describe."""
OWN = "x_"
"""Keys that begin so are free, and are kept."""
WITHOUT_OWN = ("store", "cite", "paragraph")
"""The tables that have nowhere to keep such keys."""
LONGEST_ID = 80
"""How many characters an id may have."""
LONGEST_TITLE = 90
"""How many characters an event's title may have."""

FORMS = {
    "text": "a string",
    "texts": "a list of strings",
    "id": "an id",
    "ids": "a list of ids",
    "date": "an EDTF date in quotes",
    "whole": "a whole number from 1",
    "number": "a number",
    "flag": "true or false",
    "row": "a table",
    "rows": "a list of tables",
}
"""What a value may be, in words."""
FORM_EXAMPLES = {
    "text": '"…"',
    "texts": '["…", "…"]',
    "id": '"an-id"',
    "ids": '["an-id", "another-id"]',
    "date": '"2022-09"',
    "whole": "3, without quotes",
    "number": "2.5, without quotes",
    "flag": "true or false, without quotes",
    "row": "a table of keys and values",
    "rows": "[{ … }], one table for each",
}
"""How each form is written, in TOML and in JSON."""


class Key(NamedTuple):
    """One key of a record.

    Attributes:
        name: as TOML writes it.
        form: one of `FORMS`.
        help: one line for a person who fills it in.
        required: whether a record without it cannot be read.
        allowed: the only values it may have; any when empty.
        of: what ids stand for (actor, theme, source), or the table of its rows.
        plural: the name of rows in JSON and in the model.
        json: the name in JSON where that is another.
    """

    name: str
    form: str
    help: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    of: str = ""
    plural: str = ""
    json: str = ""

    @property
    def attribute(self) -> str:
        """The field of the model that it fills."""
        return self.plural or self.name

    @property
    def line_name(self) -> str:
        """The name that JSON Lines give it."""
        return self.json or self.attribute


_ALIASES = Key("aliases", "texts", "other names that find it, in any script")
_BY = Key("by", "ids", "who speaks, where it is not the author", of="actor")
_CITE = Key("cite", "rows", "the passages that say so", of="cite")

TABLES: dict[str, tuple[Key, ...]] = {
    "store": (
        Key("schema", "whole", "version of the format: 1"),
        Key("timeline", "row", "title, coverage and sources", of="timeline"),
        Key("actor", "rows", "who acts or speaks", of="actor", plural="actors"),
        Key("theme", "rows", "what events are about", of="theme", plural="themes"),
        Key("source", "rows", "documents, if not files", of="source", plural="sources"),
        Key("event", "rows", "what happened", of="event", plural="events"),
    ),
    "timeline": (
        Key("title", "text", "what the timeline is about"),
        Key("coverage", "date", "the time that it covers"),
        Key("revised", "date", "the day on which the store was last changed"),
        Key("sources", "text", "folder of the source records, beside this file"),
    ),
    "actor": (
        Key("id", "id", "unique over the store", required=True),
        Key("name", "text", "as it is shown", required=True),
        Key("kind", "text", "what sort of actor", allowed=ACTOR_KINDS),
        Key("role", "text", "office and time in it"),
        Key("of", "id", "the actor whose side it is on", of="actor"),
        _ALIASES,
    ),
    "theme": (
        Key("id", "id", "unique over the store", required=True),
        Key("name", "text", "as it is shown", required=True),
        _ALIASES,
    ),
    "source": (
        Key("id", "id", "the name of its file, without .toml", required=True),
        Key("title", "text", "as it is printed"),
        Key("type", "text", "CSL type, such as article-newspaper", json="csl_type"),
        Key("publisher", "text", "outlet or institution"),
        Key("short", "text", "the one word that stands for it on a screen"),
        Key("letter", "text", "the capital letter that stands for it in a list"),
        Key("authors", "texts", 'as "Surname, Given"'),
        Key("interviewees", "ids", "actors who are asked in it", of="actor"),
        Key("published", "date", "as sharp as it is known"),
        Key("published_basis", "text", "how the day is known"),
        Key("url", "text", "only where it is known, never guessed"),
        Key("language", "text", "such as en"),
        Key("genre", "text", "interview, analysis, report …"),
        Key("perspective", "text", "where the outlet stands and the terms it uses"),
        Key("fingerprint", "text", "n1 hash of the whole text"),
        Key("paragraphs", "rows", "one row a paragraph, in order", of="paragraph"),
    ),
    "paragraph": (
        Key("n", "whole", "number of the paragraph, from 1", required=True),
        Key("role", "text", "what the paragraph is", allowed=ROLES),
        Key("hash", "text", "n1 hash of the paragraph"),
        Key("digest", "text", "what it covers, in a few own words"),
        Key("repeats", "whole", "the paragraph whose words it repeats"),
        Key("uncited", "text", "why no event cites it"),
    ),
    "event": (
        Key("id", "id", "unique over the store", required=True),
        Key("date", "date", "as sharp as the sources, no sharper", required=True),
        Key("title", "text", "own words, at most 90 characters", required=True),
        Key("summary", "text", "own words, 1–4 neutral sentences"),
        Key("kind", "text", "what sort of entry", allowed=KINDS),
        Key("status", "text", "happened is the default", allowed=STATUSES),
        Key("importance", "text", "how much hangs on it", allowed=IMPORTANCES),
        Key("actors", "ids", "only those that no source disputes", of="actor"),
        Key("themes", "ids", "what it is about", of="theme"),
        Key("places", "texts", "where it happened"),
        Key("figure", "rows", "numbers in it", of="figure", plural="figures"),
        Key("link", "rows", "events it belongs to", of="link", plural="links"),
        Key("disputed", "text", "what the sources differ on"),
        Key("date_basis", "text", "how the date is known"),
        Key("account", "rows", "who tells it", of="account", plural="accounts"),
    ),
    "account": (
        Key("source", "id", "the document", required=True, of="source"),
        Key("stance", "text", "towards it as stated", required=True, allowed=STANCES),
        _BY,
        Key("via", "text", "the outlet that the source leans on, if it names one"),
        Key("who", "ids", "actors that only this account names", of="actor"),
        Key("says", "text", "what this account says, own words"),
        Key("date", "date", "only where it gives another date"),
        _CITE,
    ),
    "cite": (
        Key("para", "whole", "number of the paragraph, from 1", required=True),
        Key("start", "text", "the passage's first 2–5 words"),
        Key("end", "text", "its last 0–3 words"),
        Key("hash", "text", "n1 hash of the paragraph"),
    ),
    "figure": (
        Key("measure", "text", "what is counted, as a short name", required=True),
        Key("value", "number", "the number, or low and high"),
        Key("low", "number", "the least it may be"),
        Key("high", "number", "the most it may be"),
        Key("about", "flag", "whether the source says about"),
        Key("over", "flag", "whether the source says more than"),
        Key("under", "flag", "whether the source says less than"),
        Key("unit", "text", "such as USD, persons or %"),
        Key("as_of", "date", "the day that it holds for"),
        Key("period", "date", "the time that it adds up over"),
        Key("counts", "text", "what exactly it counts"),
        Key("source", "id", "the document", required=True, of="source"),
        _BY,
        _CITE,
    ),
    "link": (
        Key("to", "id", "the other event", required=True),
        Key("kind", "text", "how they belong together", True, LINK_KINDS),  # noqa: FBT003 - the next column of a table
        Key("source", "id", "whose claim that is; none for part-of", of="source"),
    ),
}
"""Every record's keys, in the order in which records are written."""

DERIVED: dict[str, tuple[str, ...]] = {
    "event": ("first", "last", "precision", "approximate", "uncertain", "match"),
    "account": ("title", "publisher", "published", "url"),
}
"""What `--format jsonl` adds to a record from elsewhere; readers pass over it."""
