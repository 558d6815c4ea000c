"""`kgtl where "words"`: the paragraphs they stand in, and the events that cite them."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from timeline_tui.cli.copies import Copies, library_copies, nothing_to_read
from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.opening import open_timeline
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.report_form import report_format, report_paint, report_width
from timeline_tui.errors import UsageError
from timeline_tui.model.text import paragraphs
from timeline_tui.query.fold import fold, spans, tokens
from timeline_tui.render.where_report import JsonReport, TextReport
from timeline_tui.store.where import (
    Hit,
    OwnHit,
    by_hash,
    citing,
    in_copies,
    in_digests,
    in_events,
    recorded,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.model.text import Span
    from timeline_tui.render.where_report import Report
    from timeline_tui.store.recognise import Copy
    from timeline_tui.store.where import Place

_PASTED = "-"


class Answer(NamedTuple):
    """What was found, and what is to be said about the search.

    Attributes:
        how: in which way the paragraphs were found.
        hits: the paragraphs.
        own: events that have the words themselves.
        talk: a sentence for standard error; empty where there is nothing to say.
    """

    how: str
    hits: Sequence[Hit]
    own: Sequence[OwnHit] = ()
    talk: str = ""


def run(command: Command, outside: Outside) -> int:
    """Print each paragraph with a snippet and the events that cite it."""
    form = report_format(command)
    text = _asked(command, outside)
    library = open_timeline(command, outside)
    texts = command.get("texts")
    copies = library_copies(library, [texts] if texts else [], outside)
    sources = {source.id: source for source in library.sources}
    answer = _answer(text, library, copies, sources)
    if answer.how == "digest":
        answer = answer._replace(talk=f"{answer.talk}; {nothing_to_read(outside)}")
    events = citing(answer.hits, _events(library), copies.best, sources)
    with Printing(command, outside, paged=form == "text") as out:
        report = _report(form, out, command, outside)
        for hit in answer.hits:
            report.paragraph(hit, answer.how, events[hit.place])
        for own in answer.own:
            report.event(own)
    if answer.talk and not command.has("quiet"):
        outside.say(answer.talk)
    return FOUND if answer.hits or answer.own else NOTHING


def _report(form: str, out: TextIO, command: Command, outside: Outside) -> Report:
    if form == "jsonl":
        return JsonReport(out)
    width = report_width(command, outside)
    return TextReport(out, width, report_paint(command, outside))


def _asked(command: Command, outside: Outside) -> str:
    """The words that are looked for: from the command line, or pasted.

    Raises:
        UsageError: There are none.
    """
    text = " ".join(command.words)
    if command.words in ((), (_PASTED,)):
        stream = outside.stdin
        if stream is None or (not command.words and stream.isatty()):
            raise UsageError(
                "where needs words, or a paragraph on standard input, for instance:"
                " kgtl where 'military base'"
            )
        if command.get("store") == _PASTED:
            raise UsageError("standard input cannot be both the store and the words")
        text = stream.read().decode(errors="replace")
    if not fold(text):
        raise UsageError("there are no words to look for: neither letter nor digit")
    return text


def _events(library: Library) -> Iterable[Event]:
    return library.events(range(library.count))


def _answer(
    text: str, library: Library, copies: Copies, sources: Mapping[str, Source]
) -> Answer:
    """Look by hash, then in the copies, then in our own words where copies lack."""
    places = recorded(sources, lambda: _events(library))
    whole, others = by_hash(text, places)
    if whole:
        return Answer("paragraph", whole, talk=_others(others))
    best = [copies.best[name] for name in sources if name in copies.best]
    lacking = [name for name in sources if name not in copies.best]
    found = _in_texts(text, best, places)
    if found.hits:
        return found._replace(talk=f"{found.talk}{_not_searched(lacking)}".lstrip())
    if not lacking:
        return Answer("phrase", (), talk="these words are in none of your copies")
    return _in_our_words(text, library, lacking, some=bool(best))


def _in_texts(text: str, copies: Sequence[Copy], places: Mapping[str, Place]) -> Answer:
    """Look for the words in a row, and if they are nowhere so, in one paragraph."""
    lines = paragraphs(text)
    needles = [" ".join(lines)] + (lines if len(lines) > 1 else [])
    for needle in needles:
        if hits := in_copies(copies, places, partial(_phrase, needle)):
            return Answer("phrase", hits)
    hits = in_copies(copies, places, partial(_all_words, _words(text)))
    count = f"{len(hits):,} paragraph{'s' * (len(hits) != 1)}"
    return Answer(
        "words",
        hits,
        talk=f"nowhere in a row; all of these words in {count}" if hits else "",
    )


def _in_our_words(
    text: str, library: Library, lacking: Sequence[str], *, some: bool
) -> Answer:
    """Look in what the store itself says of documents and events."""
    find = partial(_all_words, _words(text))
    digests = in_digests([library.source(name) for name in lacking], find)
    own = list(in_events(_events(library), find))
    whose = f"no copy of {', '.join(lacking)} is here" if some else "no copy is here"
    nothing = "" if digests or own else "nothing found: "
    talk = (
        f"{nothing}texts are not stored, and {whose}, so only our own words (digests,"
        " titles, summaries, what accounts say) and the anchor words were searched"
    )
    return Answer("digest", digests, own, talk)


def _not_searched(lacking: Sequence[str]) -> str:
    return f" no copy of {', '.join(lacking)}: not searched" if lacking else ""


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(tokens(text)))


def _others(count: int) -> str:
    """What is said of pasted text beside the paragraphs that were recognised."""
    if not count:
        return ""
    return f"{count:,} other line{'s' * (count != 1)} of it in no recorded paragraph"


def _phrase(needle: str, text: str) -> Sequence[Span]:
    if tokens(needle)[0] not in fold(text):
        return ()
    return spans(text, [needle])


def _all_words(words: Sequence[str], text: str) -> Sequence[Span]:
    """Where all of the words stand; nothing if one of them is not there."""
    folded = f" {fold(text)}"
    if not all(f" {word}" in folded for word in words):
        return ()
    return spans(text, words)
