"""`kgtl new`: a block to paste into `events.toml`, with a citation that holds."""

from __future__ import annotations

import re
from itertools import count

from timeline_tui.cli.copies import find_texts, read_copies
from timeline_tui.cli.exit_code import FOUND
from timeline_tui.cli.passages import Documents, halves
from timeline_tui.cli.printing import Printing
from timeline_tui.errors import UsageError
from timeline_tui.model.anchor import Anchor, shortest_anchor, typed_anchor
from timeline_tui.model.dates import parse
from timeline_tui.model.text import paragraph_hash
from timeline_tui.store.block import block
from timeline_tui.store.citations import citations
from timeline_tui.store.fields import LONGEST_ID, LONGEST_TITLE
from timeline_tui.store.foreign.names import slug
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.passages import Passage
    from timeline_tui.cli.words import Command
    from timeline_tui.model.event import Event
    from timeline_tui.store.reader import Reader
    from timeline_tui.store.recognise import Copy

NO_DATE = "YYYY-MM-DD"
"""Stands where the date belongs; `kgtl check` asks for it."""
NO_ID = "ID"
"""Stands where the id belongs; `kgtl check` asks for it."""
_YEAR = re.compile(r"\d{4}").search
_ID = re.compile(r"[a-z0-9][a-z0-9-]*").fullmatch


def run(command: Command, outside: Outside) -> int:
    """Print the block, and say what is still to be done to it."""
    reader = open_store(locate(command.get("store"), outside.environ), outside.stdin)
    events = list(reader.events())
    title, date = _title(command), command.get("date")
    if date is not None:
        parse(date)
    copies = _copies(reader, events, command, outside)
    typed = " ".join(command.words)
    documents = Documents(reader.sources, copies)
    passage = documents.passage(command.get("source"), _para(command), typed)
    anchor = _anchor(passage, typed, copies.get(passage.source.id))
    record = {
        "id": _id(command, title, date, reader),
        "date": date or NO_DATE,
        "date_basis": "",
        "title": title,
        "summary": "",
        "kind": "event",
        "actors": [],
        "themes": [],
        "account": [
            {
                "source": passage.source.id,
                "stance": "supports",
                "says": "",
                "cite": [_cite(passage, anchor)],
            }
        ],
    }
    with Printing(command, outside) as out:
        out.write(block("event", record))
    if not command.has("quiet"):
        _talk(passage, events, copies, outside)
    return FOUND


def _title(command: Command) -> str:
    title = command.get("title") or ""
    if len(title) > LONGEST_TITLE:
        raise UsageError(
            f"the title has {len(title)} characters: at most {LONGEST_TITLE}, better 60"
        )
    if not title.isprintable():
        raise UsageError("the title holds a control character: take it out")
    return title


def _para(command: Command) -> int | None:
    typed = command.get("para")
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdecimal()):
        raise UsageError(f"--para is the number of a paragraph, not {typed!r}")
    return int(typed)


def _id(command: Command, title: str, date: str | None, reader: Reader) -> str:
    """Give the id asked for, or make one of title and year that is not taken.

    Raises:
        UsageError: the id asked for is none, or is another record's.
    """
    given = command.get("id")
    if given is not None:
        if not _ID(given) or len(given) > LONGEST_ID:
            raise UsageError(
                f"{given!r} is not an id: lower-case letters, digits and hyphens, at"
                f" most {LONGEST_ID}"
            )
        if _taken(given, reader):
            raise UsageError(f"the id {given} is used already: choose another")
        return given
    start = slug(title)
    if not start:
        return NO_ID
    year = _YEAR(date or "")
    name = f"{start}-{year[0]}" if year and year[0] not in start else start
    return next(one for one in _numbered(name) if not _taken(one, reader))


def _taken(name: str, reader: Reader) -> bool:
    declared = (reader.actors, reader.themes, reader.sources)
    return reader.knows(name) or any(name in records for records in declared)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _copies(
    reader: Reader, events: list[Event], command: Command, outside: Outside
) -> Mapping[str, Copy]:
    """Read the reader's copies of the documents, by source."""
    named = [command.options["texts"]] if command.has("texts") else []
    files = find_texts(named, outside, reader.folders, alone=False)
    copies = read_copies(files, reader.sources, lambda: events)
    if command.has("verbose"):
        for copy in copies.all:
            outside.say(f"{copy.path}: {copy}")
    return copies.best


def _anchor(passage: Passage, typed: str, copy: Copy | None) -> Anchor:
    """Choose the anchor words.

    Raises:
        UsageError: too few words, or none that find the passage alone.
    """
    first, last = halves(typed)
    if not passage.text or copy is None:
        anchor = typed_anchor(first, last)
        if anchor is None:
            raise UsageError("an anchor has at least two words: add one")
        return anchor
    others = [text for text in copy.paragraphs if text != passage.text]
    anchor = shortest_anchor(passage.text, passage.span, others, to_its_end=bool(last))
    if anchor is None:
        raise UsageError(
            "no anchor of 2 to 5 words stands there only once: begin the passage"
            " with other words"
        )
    return anchor


def _cite(passage: Passage, anchor: Anchor) -> dict[str, object]:
    """Make the citation; a hash of the copy's own text is the surer one."""
    text = passage.text
    hashed = paragraph_hash(text) if text else passage.part.hash
    end = {"end": anchor.end} if anchor.end else {}
    return {"para": passage.part.n, "start": anchor.start, **end, "hash": hashed}


def _talk(
    passage: Passage,
    events: list[Event],
    copies: Mapping[str, Copy],
    outside: Outside,
) -> None:
    """Say what the block rests on, and what is to be done after pasting it."""
    source, part = passage.source, passage.part
    where = f"paragraph {part.n} of {source.id}"
    if not passage.text:
        copy = copies.get(source.id)
        why = f"your {copy} has it otherwise" if copy else "there is no copy of it here"
        outside.say(f"the anchor could not be checked against {where}: {why}")
    if part.role != "body":
        outside.say(f"{where} is a {part.role}: say so in date_basis or says")
    if part.uncited:
        outside.say(f"take uncited away from {where} in its record: it is cited now")
    tellers = [
        event.id
        for event in events
        if any(
            cited.source == source.id and cited.cite.para == part.n
            for cited in citations(event)
        )
    ]
    if tellers:
        outside.say(f"{where} is cited already by {', '.join(tellers)}")
    outside.say("paste it into the store, fill it in, then run kgtl check")
