"""Writes paragraph numbers anew in the TOML files of a store, and nothing else."""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_tui.errors import KgtlError
from timeline_tui.store.document import UTF8_MARK, Document
from timeline_tui.store.positions import value_places
from timeline_tui.store.records import name_of, records_of
from timeline_tui.store.verify import GOOD, MOVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline_tui.model.source import Source
    from timeline_tui.store.citations import Cited
    from timeline_tui.store.locate import Where
    from timeline_tui.store.positions import Trail
    from timeline_tui.store.verify import Verdict


class Move(NamedTuple):
    """A paragraph number that is to be another one.

    Attributes:
        event: the id of the event.
        trail: where the number stands in the event's record.
        old: the number that is there.
        new: the number to write.
    """

    event: str
    trail: Trail
    old: int
    new: int


def right_number(cited: Cited, verdict: Verdict, source: Source | None) -> int:
    """Give the number of a paragraph that was found by its hash; else the one cited.

    Where the source's record lists the paragraph, its number there is meant: a copy
    may have more paragraphs or fewer.
    """
    cite = cited.cite
    parts = source.paragraphs if source else ()
    numbers = [part.n for part in parts if part.hash and part.hash == cite.hash]
    if verdict.status not in GOOD or cite.para in numbers:
        return cite.para
    if numbers:
        return numbers[0]
    return verdict.para if verdict.status == MOVED else cite.para


def move_numbers(where: Where, files: Iterable[str], moves: Sequence[Move]) -> set[str]:
    """Write paragraph numbers in place; each file is replaced whole or not at all.

    Returns:
        The files that were changed.

    Raises:
        KgtlError: the store is not one of TOML files, or one that came with the
            program; a file was changed meanwhile or cannot be written.
        StoreError: a file can no longer be read.
    """
    refuse_unfixable(where)
    changed = set()
    for path in files:
        here = list(_moves_in(document := Document(path), moves))
        if here:
            _replace(document, here)
            changed.add(path)
    return changed


def refuse_unfixable(where: Where) -> None:
    """Refuse a store whose numbers cannot be written in place.

    Raises:
        KgtlError: says why, and what to do.
    """
    if where.kind not in {"file", "folder"}:
        name = "standard input" if where.kind == "stdin" else where.path
        raise KgtlError(
            f"--fix writes in TOML files, and the store is JSON Lines ({name}):"
            " name the TOML store that it was made from"
        )
    package = Path(__file__).resolve().parent.parent
    if Path(where.path).resolve().is_relative_to(package):
        raise KgtlError(
            f"--fix leaves the store that came with the program alone ({where.path}):"
            " copy it, and name the copy with --store"
        )


def _moves_in(document: Document, moves: Sequence[Move]) -> Iterator[Move]:
    """Give the moves in one file, their trails seen from its top."""
    by_event: dict[str, list[Move]] = {}
    for move in moves:
        by_event.setdefault(move.event, []).append(move)
    for place, record in records_of([document], "event"):
        for move in by_event.get(name_of(record), ()):
            yield move._replace(trail=(*place.trail, *move.trail))


def _replace(document: Document, moves: Collection[Move]) -> None:
    """Put a text with other numbers in the place of a file.

    Raises:
        KgtlError: the file has changed since, would not be the same store, or cannot
            be written.
    """
    text = document.text
    places = value_places(text)
    if any(move.trail not in places for move in moves):
        raise _changed_meanwhile(document)
    for move in sorted(moves, key=lambda move: places[move.trail], reverse=True):
        begin, stop = places[move.trail]
        number = text[begin:stop]
        if int(number, 0) != move.old:
            raise _changed_meanwhile(document)
        blanks = number[len(number.rstrip()) :]
        text = f"{text[:begin]}{move.new}{blanks}{text[stop:]}"
    expected = deepcopy(document.data)
    for move in moves:
        _set(expected, move.trail, move.new)
    if tomllib.loads(text) != expected:
        raise KgtlError(f"{document.shown}: more than numbers would change; left as is")
    before = Path(document.path).read_bytes()
    if before.removeprefix(UTF8_MARK) != document.text.encode():
        raise _changed_meanwhile(document)
    mark = before[: len(UTF8_MARK)] if before.startswith(UTF8_MARK) else b""
    _write(Path(document.path).resolve(), mark + text.encode())


def _changed_meanwhile(document: Document) -> KgtlError:
    return KgtlError(f"{document.shown}: was changed meanwhile; left as it is")


def _set(data: Any, trail: Trail, value: int) -> None:  # noqa: ANN401 - as TOML has it
    *way, last = trail
    for step in way:
        data = data[step]
    data[last] = value


def _write(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, with the rights of the old."""
    part = ""
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            part = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(path.stat().st_mode & 0o7777)
        Path(part).replace(path)
    except OSError as error:
        raise KgtlError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            if part:
                Path(part).unlink(missing_ok=True)
