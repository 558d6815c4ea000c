"""Reads the stores that people write: TOML files and a folder of source records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import Fault, StoreError
from timeline_tui.store.document import refusal
from timeline_tui.store.fields import SCHEMA
from timeline_tui.store.locate import toml_files
from timeline_tui.store.records import (
    TOP,
    Place,
    all_records,
    head_of,
    name_of,
    ordinal,
    place_fault,
    read_documents,
    records_of,
    source_records,
    table_problems,
)
from timeline_tui.store.shape import Shaper
from timeline_tui.store.values import Misread, Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.model.event import Actor, Event, Theme
    from timeline_tui.model.source import Source
    from timeline_tui.store.document import Document
    from timeline_tui.store.locate import Where

_DECLARED = ("actor", "theme", "source")


class TomlReader:
    """One store of TOML files; see `reader.Reader` for what it offers."""

    def __init__(self, where: Where) -> None:
        """Read the files and all records but the events.

        Raises:
            StoreError: it cannot be read as a store; with every fault of that kind.
        """
        paths = toml_files(where.path) if where.kind == "folder" else [where.path]
        documents = read_documents(paths)
        self._head = head_of(documents, where)
        records = read_documents(self._source_files())
        self.files = tuple(document.path for document in [*documents, *records])
        self.folders = tuple(
            [where.path] * (where.kind == "folder") + self._source_folder()
        )
        self._documents = documents
        self._places: dict[str, Place] = {}
        self.actors: dict[str, Actor] = {}
        self.themes: dict[str, Theme] = {}
        self.sources: dict[str, Source] = {}
        self.faults: list[Fault] = []
        self.set_aside = 0
        self._refuse_newer()
        self._refuse_twins(records)
        self._check_tables()
        self._declare(records)
        self._declared_faults = len(self.faults)

    def events(self) -> Iterator[Event]:
        """Give the events in file order, leaving out those that cannot be read."""
        del self.faults[self._declared_faults :]
        self.set_aside = 0
        for place, record in records_of(self._documents, "event"):
            try:
                yield self._shaper.event(record)
            except Misread as misread:
                self.set_aside += 1
                name = name_of(record) or f"event {ordinal(place)}"
                self._tell(place, name, misread.problems)

    def line_of(self, event_id: str) -> tuple[str, int] | None:
        """Give the file and line of a record; None when the store has no such id."""
        place = self._places.get(event_id)
        return place and (place.document.path, place.document.line(place.trail))

    def knows(self, event_id: str) -> bool:
        """Tell whether any record has this id, one that is set aside included."""
        return event_id in self._places

    def fault(self, record_id: str, problem: Problem) -> Fault:
        """Place a problem of a record; an empty id means the store's head."""
        head = Place(self._head, ("timeline",))
        place = self._places.get(record_id, head)
        return place_fault(place, record_id, problem)

    def _source_folder(self) -> list[str]:
        """Give the folder that `timeline.sources` names, in a list; or none.

        Raises:
            StoreError: it is not there, or not beside the store.
        """
        timeline = self._head.data["timeline"]
        name = timeline.get("sources") if isinstance(timeline, dict) else None
        if not isinstance(name, str):
            return []
        folder = Path(self._head.path).parent / name
        trail = ("timeline", "sources")
        if not name or Path(name).is_absolute() or ".." in Path(name).parts:
            what = f"{shown(name)} is not a folder beside the store"
        elif not folder.is_dir():
            what = f"there is no folder {shown(name)} beside the store"
        else:
            return [str(folder)]
        problem = Problem(trail, what, "sources names the folder of records", "sources")
        raise refusal([place_fault(Place(self._head, ()), "", problem)])

    def _source_files(self) -> list[str]:
        try:
            return [
                file for folder in self._source_folder() for file in toml_files(folder)
            ]
        except OSError as error:
            raise StoreError(f"{error.filename}: {error.strerror}") from error

    def _refuse_newer(self) -> None:
        for document in self._documents:
            version = document.data.get("schema")
            if type(version) is int and version > SCHEMA:
                what = f"schema {version} is newer than this kgtl, which reads {SCHEMA}"
                problem = Problem(("schema",), what, "update kgtl", "newer-schema")
                raise refusal([place_fault(Place(document, ()), "", problem)])

    def _refuse_twins(self, records: list[Document]) -> None:
        """Remember where each record stands; two of one id refuse the store."""
        twins = []
        for place, record in all_records(self._documents, records):
            name = name_of(record)
            first = self._places.setdefault(name, place) if name else place
            if first is not place:
                line = first.document.line(first.trail)
                what = f"the id is used already in {first.document.shown}:{line}"
                problem = Problem(("id",), what, "ids are unique", "duplicate-id")
                twins.append(place_fault(place, name, problem))
        if twins:
            raise refusal(twins)

    def _check_tables(self) -> None:
        """Tell of files and tables that no store has."""
        for document in self._documents:
            if document.data and not document.data.keys() & TOP.keys():
                what = "is not part of a store"
                advice = "move it out of the store's folder"
                fault = Fault(
                    document.shown, 0, "", what, advice=advice, rule="foreign"
                )
                self.faults.append(fault)
                continue
            problems = [
                problem
                for name, value in document.data.items()
                for problem in table_problems(name, value)
            ]
            if "schema" not in document.data:
                advice = f"write schema = {SCHEMA} at the top"
                problems.append(Problem((), "no schema", advice, "missing-key"))
            self._tell(Place(document, ()), "", problems)

    def _declare(self, records: list[Document]) -> None:
        """Read the timeline, actors, themes and sources."""
        declared = {
            kind: {
                name_of(record): None for _, record in records_of(self._documents, kind)
            }
            for kind in _DECLARED
        }
        declared["source"].update({name_of(record.data): None for record in records})
        shaper = self._shaper = Shaper(declared)
        head = self._head.data["timeline"]
        self.timeline, problems = shaper.timeline(
            head if isinstance(head, dict) else {}
        )
        self._tell(Place(self._head, ("timeline",)), "", problems)
        for place, record in records_of(self._documents, "actor"):
            actor, problems = shaper.actor(record)
            self._tell(place, name_of(record), problems)
            if actor:
                self.actors[actor.id] = actor
        for place, record in records_of(self._documents, "theme"):
            theme, problems = shaper.theme(record)
            self._tell(place, name_of(record), problems)
            if theme:
                self.themes[theme.id] = theme
        for place, record in source_records(self._documents, records):
            source, problems = shaper.source(record)
            self._tell(place, name_of(record), problems)
            if source:
                self.sources[source.id] = source
                self._check_name(place, source.id)

    def _check_name(self, place: Place, name: str) -> None:
        """A record that fills a file is the file's namesake."""
        file = Path(place.document.path)
        if not place.trail and file.stem != name:
            what = f"its record is in {file.name}"
            advice = f"call the file {name}.toml"
            self._tell(place, name, [Problem(("id",), what, advice, "file-name")])

    def _tell(self, place: Place, name: str, problems: Iterable[Problem]) -> None:
        self.faults += [place_fault(place, name, problem) for problem in problems]
