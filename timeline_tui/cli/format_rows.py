"""What is said of the formats and of the fields that can be printed one by one.

Help and the reference read it; a test holds it to what the writers know.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

FORMAT_HELP: Final = {
    "text": "an event a line; --long tells each in full, with numbered notes",
    "tsv": "a table for cut, sort and awk: no line breaks inside, no open ends",
    "csv": "a table for spreadsheets, with a header and no formulas",
    "jsonl": "an event a line as JSON with all that is known of it (kgtl.jsonl/1)",
    "store": "the store itself as JSON Lines: exact, lossless, and a store again",
    "md": "Markdown with the notes as footnotes that pandoc reads",
    "html": "one page that needs no network and no script, and prints well",
    "csl": "CSL-JSON of exactly the sources of the events, for reference managers",
    "bibtex": "the same sources for biblatex",
    "ics": "a calendar; events whose start is open are left out and counted",
}
"""What each format is."""
FIELD_HELP: Final = {
    "first": "the first day that it may be; an open one is 0001-01-01 in text and tsv",
    "last": "the last day that it may be; an open one is 9999-12-31 in text and tsv",
    "date": "the date, EDTF; in text and in finer tables the same as plain",
    "id": "the id of the event",
    "title": "its title",
    "kind": "event, statement, policy, figure or assessment",
    "sources": "the ids of the sources that tell it",
    "match": "how it answers the dates asked for: inside, under way or possible",
    "summary": "its summary",
    "status": "happened, scheduled or expected",
    "importance": "core, secondary or minor",
    "actors": "the ids of those whom no source disputes",
    "themes": "the ids of what it is about",
    "places": "where it was",
    "disputed": "what the sources differ on",
    "plain": "the date as plain text has it, which sorts",
    "words": "the date in words",
    "precision": "how sharp the date is: day, month, year, interval …",
    "approximate": "whether the date is about",
    "uncertain": "whether the date is doubtful",
    "figures": "its figures",
    "links": "its links to other events",
    "date_basis": "how the date is known",
    "accounts": "who tells it, and with which stance",
    "x": "what the store keeps under x_ keys",
    "source": "the id of the source",
    "by": "the ids of those who speak, where it is not the author",
    "stance": "supports, contradicts, qualifies or reframes",
    "para": "the numbers of the paragraphs cited, each once",
    "says": "what the account says, in our words",
    "via": "the outlet that the source leans on",
    "who": "the ids of those whom only this account names",
    "note": "the citation as a note",
    "publisher": "the publisher of the source",
    "published": "when the source came out, written as date is",
    "url": "the address of the source",
    "measure": "what is measured",
    "amount": "the number in words, no sharper than the source gives it",
    "value": "the number",
    "low": "the lower end of a range",
    "high": "the upper end of a range",
    "unit": "the unit",
    "period": "the time that it is of, written as date is",
    "counts": "what exactly is counted",
    "about": "whether the source says about",
    "over": "whether it says over",
    "under": "whether it says under",
}
"""What each field of `--fields` is, at whatever grain."""
