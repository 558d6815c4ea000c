"""Reads JSON Lines and the file of a TimelineJS timeline."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from timeline_tui.store.foreign.text import Row, Table
from timeline_tui.store.json_line import object_of
from timeline_tui.store.values import Misread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.errors import Fault
    from timeline_tui.store.foreign.text import ForeignText

_BLANK = re.compile(r"[\s]*")
_BREAKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")
_SILENT = ("script", "style")
_PARTS = ("year", "month", "day")


def read_lines(text: ForeignText) -> Table:
    """Read one object a line; a line that is none costs no other."""
    rows: list[Row] = []
    faults: list[Fault] = []
    columns: dict[str, None] = {}
    for number, line in enumerate(text.lines, 1):
        try:
            record = object_of(line.encode(errors="surrogateescape"))
        except Misread as misread:
            faults += [text.fault(number, p.what, p.advice) for p in misread.problems]
            continue
        if record is not None:
            rows.append(Row(number, record))
            columns.update(dict.fromkeys(record))
    return Table(tuple(columns), rows, faults)


def read_timelinejs(text: ForeignText) -> Table:
    """Read the `events` of a timeline, each with the line it begins on.

    Raises:
        StoreError: it is no JSON, or no object with a list of events.
    """
    try:
        text.text.encode()
        whole = json.loads(text.text)
    except UnicodeEncodeError:
        raise text.refused(0, "is not UTF-8", "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        what = f"is not JSON: {error.msg} (column {error.colno})"
        raise text.refused(error.lineno, what) from None
    except (ValueError, RecursionError):
        raise text.refused(0, "is nested too deeply, or holds no number") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        advice = 'TimelineJS has {"events": […]}'
        raise text.refused(0, "has no list of events", advice)
    rows: list[Row] = []
    faults: list[Fault] = []
    columns: dict[str, None] = {}
    for line, slide in _slides(text.text):
        try:
            row = Row(line, _cells(slide))
        except ValueError as error:
            faults.append(text.fault(line, str(error)))
            continue
        rows.append(row)
        columns.update(dict.fromkeys(row.cells))
    head = whole.get("title")
    title = _headline(head) if isinstance(head, dict) else ""
    return Table(tuple(columns), rows, faults, title)


def _slides(text: str) -> Iterator[tuple[int, object]]:
    """Give the events of a text that is known to be JSON, with their lines."""
    decode = json.JSONDecoder().raw_decode
    at = _past_blanks(text, text.index("{") + 1)
    name = ""
    while name != "events" or text[at] != "[":
        name, at = decode(text, at)
        at = _past_blanks(text, _past_blanks(text, at) + 1)
        if name != "events" or text[at] != "[":
            _, at = decode(text, at)
            at = _past_blanks(text, _past_blanks(text, at) + 1)
    at = _past_blanks(text, at + 1)
    line, counted = 1, 0
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        slide, at = decode(text, at)
        yield line, slide
        at = _past_blanks(text, at)
        if text[at] == ",":
            at = _past_blanks(text, at + 1)


def _past_blanks(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _cells(slide: object) -> dict[str, object]:
    """Take an event apart.

    Raises:
        ValueError: it is no object, or a date of it is none.
    """
    if not isinstance(slide, dict):
        raise ValueError("is not an object")  # noqa: TRY004 - a fault of the file
    cells: dict[str, object] = {"date": _day(slide, "start_date")}
    cells["end"] = _day(slide, "end_date")
    cells["headline"] = _headline(slide)
    text = slide.get("text")
    cells["text"] = _plain(text.get("text")) if isinstance(text, dict) else ""
    for name, value in slide.items():
        more = isinstance(value, dict) and value.keys() - {*_PARTS}
        if name not in ("text", "start_date", "end_date") or (name != "text" and more):
            cells[name] = value
    return cells


def _headline(slide: dict[str, object]) -> str:
    text = slide.get("text")
    return _plain(text.get("headline")) if isinstance(text, dict) else ""


def _day(slide: dict[str, object], name: str) -> str:
    """Write a date of TimelineJS as EDTF, no sharper than it is."""
    date = slide.get(name)
    if not date:
        return ""
    if not isinstance(date, dict):
        raise ValueError(f"{name} is no object with a year")  # noqa: TRY004
    parts = [str(date.get(part) or "").strip() for part in _PARTS]
    said = [part for part in parts if part]
    if parts[: len(said)] != said or not all(
        part.isascii() and part.isdecimal() for part in said
    ):
        raise ValueError(f"{name} has no whole year, month and day: {parts}")
    return "-".join(f"{part:0>{width}}" for part, width in zip(said, (4, 2, 2)))  # noqa: B905 - fewer parts


class _Plain(HTMLParser):
    """Takes the words out of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in _SILENT
        self.words += ["\n"] * (tag in _BREAKS)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self.words += ["\n"] * (tag in _BREAKS)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def _plain(html: object) -> str:
    reader = _Plain()
    reader.feed(html if isinstance(html, str) else "")
    reader.close()
    lines = "".join(reader.words).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
