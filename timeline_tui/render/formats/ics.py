"""An iCalendar file (RFC 5545): every event a bar of whole days.

The end of a bar is exclusive. The date as the store has it is in X-KGTL-EDTF; unless it
is a plain day or runs from one to another, it stands in words behind the title. An
event whose start is open or not known has no place in a calendar: it is left out, and
that is told.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from timeline_tui.errors import UsageError
from timeline_tui.render.note import event_notes
from timeline_tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Event
    from timeline_tui.render.formats import Options

_OCTETS = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//kgtl//kgtl//EN",
    "CALSCALE:GREGORIAN",
)
_DAY = timedelta(days=1)


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the calendar; gives how many events it has.

    `options.say` is told how many were left out. Without any event nothing is written,
    as a calendar must have one.

    Raises:
        UsageError: `options.epoch` is no second of the years 1 to 9999.
    """
    stamp = _stamp(library, options.epoch)
    count = skipped = 0
    for event in library.events(selection):
        if event.date.open_start:
            skipped += 1
            continue
        if not count:
            _put(out, [*_HEAD, f"X-WR-CALNAME:{text(library.title)}"])
        _put(out, _lines(event, library, stamp))
        count += 1
    if count:
        _put(out, ["END:VCALENDAR"])
    if skipped and options.say:
        events = "1 event has" if skipped == 1 else f"{skipped:,} events have"
        options.say(f"{events} an open start and no place in a calendar: left out")
    return count


def text(value: str) -> str:
    """A text as the value of a property."""
    return safe(value.replace("\r\n", "\n"), multiline=True).translate(_ESCAPES)


def folded(line: str) -> str:
    """A line cut to 75 octets a piece, no character divided."""
    octets, pieces, room = line.encode(), [], _OCTETS
    while len(octets) > room:
        end = room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a character
            end -= 1
        pieces.append(octets[:end])
        octets, room = octets[end:], _OCTETS - 1
    return b"\r\n ".join([*pieces, octets]).decode()


def _put(out: TextIO, lines: list[str]) -> None:
    """Write lines."""
    out.write("".join([f"{folded(line)}\r\n" for line in lines]))


def _lines(event: Event, library: Library, stamp: str) -> list[str]:
    """The lines of an event."""
    when = event.date
    span = (when.first.isoformat(), when.last.isoformat())
    sharp = when.text in (span[0], "/".join(span))
    title = event.title if sharp else f"{event.title} ({when.words})"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, f'urn:kgtl:event:{event.id}')}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(when.first)}",
    ]
    if not when.open_end and when.last < date.max:
        lines.append(f"DTEND;VALUE=DATE:{_day(when.last + _DAY)}")
    lines += [
        "TRANSP:TRANSPARENT",
        f"STATUS:{'CONFIRMED' if event.status == 'happened' else 'TENTATIVE'}",
        f"SUMMARY:{text(title)}",
        f"DESCRIPTION:{text(_description(event, library))}",
    ]
    if event.places:
        lines.append(f"LOCATION:{text('; '.join(event.places))}")
    if event.themes:
        themes = [text(library.name(theme)) for theme in event.themes]
        lines.append(f"CATEGORIES:{','.join(themes)}")
    return [*lines, f"X-KGTL-EDTF:{text(when.text)}", "END:VEVENT"]


def _description(event: Event, library: Library) -> str:
    """Summary, dispute and notes of an event, a paragraph each."""
    return "\n".join(_paragraphs(event, library))


def _paragraphs(event: Event, library: Library) -> Iterator[str]:
    """What there is to say of an event."""
    yield event.date.words
    if event.summary:
        yield event.summary
    if event.disputed:
        yield f"Disputed: {event.disputed}"
    yield from event_notes(event, library)


def _day(day: date) -> str:
    """A day as a value of type DATE; always of eight digits."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _stamp(library: Library, epoch: int | None) -> str:
    """The time at which the calendar says it was made, in UTC.

    A calendar that has an event already takes the newer one, by this time.
    """
    if epoch is not None:
        try:
            made = datetime.fromtimestamp(epoch, UTC)
        except (OverflowError, ValueError, OSError):
            raise UsageError(f"{epoch} is no time that a calendar can tell") from None
    else:
        made = datetime.combine(_newest(library), time(), UTC)
    return f"{_day(made.date())}T{made:%H%M%S}Z"


def _newest(library: Library) -> date:
    """The day on which the store was last revised, as far as it tells.

    Else the newest day by which a source came out, or the end of what is covered.
    """
    revised = library.timeline.revised
    if revised is not None and not revised.open_end:
        return revised.last
    known = [source.published for source in library.sources if source.published]
    days = [when.first if when.open_end else when.last for when in known]
    coverage = library.timeline.coverage
    if coverage is not None and not coverage.open_end:
        days.append(coverage.last)
    return max(days, default=date(1970, 1, 1))
