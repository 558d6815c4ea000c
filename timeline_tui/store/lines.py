"""Reads JSON Lines: stores that a program wrote, or events alone, as they stream in.

One bad line is one fault, or several; the rest is kept.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from timeline_tui.errors import Fault, StoreError
from timeline_tui.model.event import Actor, Event, Theme, Timeline
from timeline_tui.model.source import Source
from timeline_tui.store.document import refusal, shown_path, unreadable
from timeline_tui.store.fields import SCHEMA
from timeline_tui.store.json_line import is_event, object_of
from timeline_tui.store.locate import STANDARD_INPUT, WHAT_IT_IS
from timeline_tui.store.shape import Shaper
from timeline_tui.store.values import Misread, Problem, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.store.locate import Where

_HOPELESS = 100  # unreadable lines at the start, after which the rest is not read
_TYPES = ("timeline", "actor", "theme", "source", "event")


class LinesReader:
    """One store of JSON Lines; see `reader.Reader` for what it offers."""

    def __init__(self, where: Where, stdin: BinaryIO | None = None) -> None:
        """Take the place; nothing is read before the events are asked for."""
        self._path = where.path
        self._stdin = stdin
        piped = where.path == STANDARD_INPUT
        self._shown = "(standard input)" if piped else shown_path(where.path)
        self.files = () if where.kind == "stdin" else (where.path,)
        self.folders: tuple[str, ...] = ()
        self._reset()

    def events(self) -> Iterator[Event]:
        """Give the events in the order of the lines.

        Raises:
            StoreError: it cannot be read, is empty, uses an id twice, is newer than
                this program, or has no line that could be a record.
        """
        self._reset()
        with self._opened() as stream:
            try:
                for number, raw in enumerate(stream, 1):
                    event = self._line(raw, number)
                    if event is not None:
                        yield event
            except OSError as error:
                raise self._unreadable(error) from error
        self._finish()

    def line_of(self, event_id: str) -> tuple[str, int] | None:
        """Give the file and line of an event; None when no line has such an id.

        Raises:
            StoreError: the file cannot be read.
        """
        if self._path == STANDARD_INPUT:
            return None
        if event_id not in self._lines and self.files:
            self._look_for(event_id)
        number = self._lines.get(event_id)
        return (self._path, number) if number else None

    def knows(self, event_id: str) -> bool:
        """Tell whether any line read so far has this id."""
        return event_id in self._lines

    def fault(self, record_id: str, problem: Problem) -> Fault:
        """Place a problem of a record; an empty id means the whole store."""
        names = (record_id, *(f"{kind} {record_id}" for kind in _TYPES))
        number = next((self._lines[n] for n in names if n in self._lines), 0)
        return self._fault(number, record_id, problem)

    def _reset(self) -> None:
        self.timeline = Timeline()
        self.actors: dict[str, Actor] = {}
        self.themes: dict[str, Theme] = {}
        self.sources: dict[str, Source] = {}
        self.faults: list[Fault] = []
        self.set_aside = 0
        self._lines: dict[str, int] = {}
        self._records = 0
        self._implied: dict[str, dict[str, None]] = {
            "actor": {},
            "theme": {},
            "source": {},
        }
        declared: dict[str, Mapping[str, object]] = {
            "actor": self.actors,
            "theme": self.themes,
            "source": self.sources,
        }
        self._shaper = Shaper(declared, self._implied)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        if self._path == STANDARD_INPUT:
            yield self._stdin or io.BytesIO()
            return
        try:
            stream = Path(self._path).open("rb")  # noqa: SIM115 - closed below
        except OSError as error:
            raise self._unreadable(error) from error
        with stream:
            yield stream

    def _unreadable(self, error: OSError) -> StoreError:
        return refusal([unreadable(self._shown, error)])

    def _line(self, raw: bytes, number: int) -> Event | None:
        """Read one line: an event is given back, anything else is kept."""
        try:
            record = object_of(raw)
        except Misread as misread:
            self._spoilt(number, misread)
            return None
        if record is None:
            return None
        self._records += 1
        kind = record.pop("type", "event")
        name = record.get("id")
        if type(name) is str:
            self._remember(name if kind == "event" else f"{kind} {name}", number)
        if kind == "event":
            return self._event(record, number)
        self._keep(kind, record, number)
        return None

    def _spoilt(self, number: int, misread: Misread) -> None:
        """Count a line that cannot be read as an event left out.

        Raises:
            StoreError: there were so many, and no other, that this is no such file.
        """
        self.set_aside += 1
        self._tell(number, "", misread.problems)
        if not self._records and self.set_aside >= _HOPELESS:
            raise self._hopeless()

    def _event(self, record: dict[str, object], number: int) -> Event | None:
        try:
            return self._shaper.event(record)
        except Misread as misread:
            self.set_aside += 1
            self._tell(number, record.get("id"), misread.problems)
            return None

    def _keep(self, kind: object, record: dict[str, object], number: int) -> None:
        """Keep a line that is no event."""
        problems: list[Problem] = []
        if kind == "timeline":
            self._refuse_newer(record.pop("schema", SCHEMA), number)
            self.timeline, problems = self._shaper.timeline(record)
        elif kind == "actor":
            actor, problems = self._shaper.actor(record)
            if actor:
                self.actors[actor.id] = actor
        elif kind == "theme":
            theme, problems = self._shaper.theme(record)
            if theme:
                self.themes[theme.id] = theme
        elif kind == "source":
            source, problems = self._shaper.source(record)
            if source:
                self.sources[source.id] = source
        else:
            problems = [_unknown_type(kind)]
        self._tell(number, record.get("id"), problems)

    def _remember(self, name: str, number: int) -> None:
        """Refuse an id that was met; here a theme may be called as an actor is.

        Ids that are only implied can be alike, and must still be written and read.
        """
        first = self._lines.setdefault(name, number)
        if first != number:
            what = f"the id is used already on line {first}"
            problem = Problem((), what, "ids are unique", "duplicate-id")
            raise refusal([self._fault(number, name, problem)])

    def _refuse_newer(self, version: object, number: int) -> None:
        if type(version) is int and version > SCHEMA:
            what = f"schema {version} is newer than this kgtl, which reads {SCHEMA}"
            problem = Problem((), what, "update kgtl", "newer-schema")
            raise refusal([self._fault(number, "", problem)])

    def _finish(self) -> None:
        """Declare what was only implied, in the order in which it was met."""
        if not self._records:
            raise self._hopeless()
        for name in self._implied["actor"]:
            self.actors.setdefault(name, Actor(id=name, name=name))
        for name in self._implied["theme"]:
            self.themes.setdefault(name, Theme(id=name, name=name))
        for name in self._implied["source"]:
            self.sources.setdefault(name, Source(id=name))

    def _hopeless(self) -> StoreError:
        if not self.faults:
            what = "is empty"
            empty = Fault(self._shown, 0, "", what, advice=WHAT_IT_IS, rule="empty")
            return refusal([empty])
        first = self.faults[0]
        advice = "JSON Lines have one object a line; a TOML store is named by its path"
        return refusal(
            [
                Fault(
                    first.file,
                    first.line,
                    "",
                    first.what,
                    advice=advice,
                    rule=first.rule,
                )
            ]
        )

    def _look_for(self, name: str) -> None:
        """Find the line of one id without reading the others."""
        with self._opened() as stream:
            numbers = (at for at, raw in enumerate(stream, 1) if is_event(raw, name))
            number = next(numbers, None)
        if number:
            self._lines[name] = number

    def _tell(self, number: int, name: object, problems: Iterable[Problem]) -> None:
        subject = name if isinstance(name, str) else ""
        self.faults += [self._fault(number, subject, problem) for problem in problems]

    def _fault(self, number: int, name: str, problem: Problem) -> Fault:
        return Fault(
            self._shown,
            number,
            name,
            problem.what,
            advice=problem.advice,
            rule=problem.rule,
        )


def _unknown_type(kind: object) -> Problem:
    known = dict.fromkeys(_TYPES)
    what = f"unknown type {shown(str(kind))}"
    advice = nearest(str(kind), known) or f"one of {', '.join(_TYPES)}"
    return Problem((), what, advice, "not-allowed")
