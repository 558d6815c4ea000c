"""Where the records of TOML files stand, and the tables that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.errors import Fault, StoreError
from timeline_tui.store.document import Document, refusal
from timeline_tui.store.fields import SCHEMA, TABLES
from timeline_tui.store.locate import WHAT_IT_IS
from timeline_tui.store.values import Problem, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.store.locate import Where
    from timeline_tui.store.positions import Trail
    from timeline_tui.store.shape import Record

TOP = {key.name: key for key in TABLES["store"]}
"""The keys at the top of a store's file."""


class Place(NamedTuple):
    """Where a record stands."""

    document: Document
    trail: Trail


def read_documents(paths: list[str]) -> list[Document]:
    """Read files.

    Raises:
        StoreError: some cannot be read; with the fault of each.
    """
    documents: list[Document] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            documents.append(Document(path))
        except StoreError as error:
            faults += error.faults
    if faults:
        raise refusal(faults)
    return documents


def head_of(documents: list[Document], where: Where) -> Document:
    """Find the one document with `[timeline]`.

    Raises:
        StoreError: there is none, or a second one.
    """
    heads = [document for document in documents if "timeline" in document.data]
    if len(heads) == 1:
        return heads[0]
    if heads:
        line = heads[0].line(("timeline",))
        what = f"a second [timeline]; the first is in {heads[0].shown}:{line}"
        problem = Problem(("timeline",), what, "a store has one", "two-timelines")
        raise refusal([place_fault(Place(heads[1], ()), "", problem)])
    name = documents[0].shown if len(documents) == 1 else where.path
    empty = not any(document.data for document in documents)
    what = "is empty" if empty else "has no [timeline]"
    rule = "empty" if empty else "no-timeline"
    raise refusal([Fault(name, 0, "", what, advice=WHAT_IT_IS, rule=rule)])


def all_records(
    documents: list[Document], records: list[Document]
) -> Iterator[tuple[Place, Record]]:
    """Give every record that has an id, where it stands."""
    yield from source_records(documents, records)
    for kind in ("actor", "theme", "event"):
        yield from records_of(documents, kind)


def source_records(
    documents: list[Document], records: list[Document]
) -> Iterator[tuple[Place, Record]]:
    """Give the source records: those in the store's files, then those on their own."""
    yield from records_of(documents, "source")
    for record in records:
        yield Place(record, ()), record.data


def records_of(documents: list[Document], kind: str) -> Iterator[tuple[Place, Record]]:
    """Give the records of one kind; what is not one is passed over."""
    for document in documents:
        rows = document.data.get(kind)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict):
                yield Place(document, (kind, number)), row


def table_problems(name: str, value: object) -> list[Problem]:
    """Say what is wrong with a key at the top of a file, not with what is in it."""
    key = TOP.get(name)
    if key is None:
        advice = nearest(name, TOP) or "keys of your own stand inside [timeline]"
        what = f"unknown key {shown(name)}"
        return [Problem((name,), what, advice, "unknown-key")]
    if key.form == "rows":
        right = isinstance(value, list) and all(isinstance(row, dict) for row in value)
        form = f"[[{name}]]"
    else:
        right = isinstance(value, dict) if key.form == "row" else type(value) is int
        form = f"[{name}]" if key.form == "row" else f"{name} = {SCHEMA}"
    what, advice = f"{name!r} is not written as a store does", f"write {form}"
    return [] if right else [Problem((name,), what, advice, "wrong-type")]


def name_of(record: Record) -> str:
    """Give a record's id, as far as it is a string."""
    name = record.get("id")
    return name if isinstance(name, str) else ""


def ordinal(place: Place) -> int:
    """Count from 1 which event of its file one without an id is."""
    return int(place.trail[-1]) + 1


def place_fault(place: Place, name: str, problem: Problem) -> Fault:
    """Give a problem its file and line."""
    line = place.document.line((*place.trail, *problem.path))
    return Fault(
        place.document.shown,
        line,
        name,
        problem.what,
        advice=problem.advice,
        rule=problem.rule,
    )
