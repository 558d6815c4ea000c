"""Finds readers' own copies of the documents, and tells which document each one is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError
from timeline_tui.model.text import fingerprint, n1, paragraph_hash, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_tui.model.event import Cite
    from timeline_tui.model.source import Source

VARIABLE = "KGTL_TEXTS"
ENOUGH = 0.3
"""The share of a source's body paragraphs, or anchors, that makes a text its copy."""

SAME, CHANGED, REWRAPPED, UNKNOWN = "same", "changed", "re-wrapped", "unknown"
_TRUST = (SAME, CHANGED, REWRAPPED, UNKNOWN)


@dataclass(frozen=True)
class Copy:
    """A text that a reader has.

    Attributes:
        path: where it is.
        paragraphs: its paragraphs, as they stand.
        source: the id of the document that it is a copy of; empty when it is none.
        how: `same` (by its fingerprint), `changed` (by its paragraphs), `re-wrapped`
            (by anchor words) or `unknown`.
        held: how many of the source's paragraphs, or anchors, it holds.
        of: how many of them there are.
    """

    path: str
    paragraphs: tuple[str, ...]
    source: str = ""
    how: str = UNKNOWN
    held: int = 0
    of: int = 0

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each paragraph."""
        return tuple(map(paragraph_hash, self.paragraphs))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of the first paragraph with each hash."""
        numbered = enumerate(self.hashes, 1)
        return {hashed: number for number, hashed in reversed(list(numbered))}

    def __str__(self) -> str:
        """Say what it is, as `changed copy of some-source: 40 of 43 paragraphs`."""
        if not self.source:
            return "not one of the sources"
        if self.how == SAME:
            return f"copy of {self.source}"
        what = "anchors" if self.how == REWRAPPED else "paragraphs"
        return f"{self.how} copy of {self.source}: {self.held} of {self.of} {what}"


def text_files(
    named: Sequence[str], environ: Mapping[str, str], folders: Sequence[str]
) -> list[str]:
    """List the texts to look at: `.txt` files, each once, the surest place first.

    Args:
        named: files and folders that the command line names; these must be there.
        environ: the environment, for `KGTL_TEXTS`.
        folders: other places, such as the user's data folder and a checkout's
            `seeds`; they may be absent.

    Raises:
        KgtlError: a named place is not there.
    """
    for place in named:
        if not Path(place).exists():
            raise KgtlError(f"there are no texts at {place}")
    variable = environ.get(VARIABLE)
    places = [*named, *([variable] if variable else []), *folders]
    files = [file for place in places for file in _texts_at(Path(place))]
    return list(dict.fromkeys(files))


def read_copy(
    path: str,
    sources: Mapping[str, Source],
    cites: Mapping[str, Sequence[Cite]] | None = None,
) -> Copy:
    """Read a text and recognise it.

    Args:
        path: the text, in UTF-8; what is not is replaced, and then hashes differ.
        sources: the documents that it may be.
        cites: the citations of each document, to know it when it is re-wrapped.

    Raises:
        KgtlError: it cannot be read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise KgtlError(f"{path}: cannot be read: {error.strerror}") from error
    text = data.decode(errors="replace")
    return recognise(path, tuple(paragraphs(text)), sources, cites or {})


def recognise(
    path: str,
    parts: tuple[str, ...],
    sources: Mapping[str, Source],
    cites: Mapping[str, Sequence[Cite]],
) -> Copy:
    """Tell which document a text is: by its whole, by paragraphs, then by anchors."""
    whole = fingerprint(parts)
    for source in sources.values():
        if source.fingerprint == whole:
            count = len(parts)
            return Copy(path, parts, source.id, SAME, count, count)
    hashes = set(map(paragraph_hash, parts))
    bodies = {source.id: _body(source) for source in sources.values()}
    held = {name: len(body & hashes) for name, body in bodies.items()}
    found = _best(held, {name: len(body) for name, body in bodies.items()})
    if found:
        return Copy(path, parts, found, CHANGED, held[found], len(bodies[found]))
    joined = n1(" ".join(parts))
    anchors = {
        name: {n1(cite.start) for cite in cites.get(name, ())} for name in sources
    }
    held = {
        name: sum(start in joined for start in starts if start)
        for name, starts in anchors.items()
    }
    found = _best(held, {name: len(starts) for name, starts in anchors.items()})
    if found:
        return Copy(path, parts, found, REWRAPPED, held[found], len(anchors[found]))
    return Copy(path, parts)


def best_copies(copies: Iterable[Copy]) -> dict[str, Copy]:
    """Choose one copy for each source: the most trusted, then the fullest."""
    best: dict[str, Copy] = {}
    for copy in copies:
        rival = best.get(copy.source)
        if copy.source and (rival is None or _rank(copy) < _rank(rival)):
            best[copy.source] = copy
    return best


def _texts_at(place: Path) -> list[str]:
    if place.is_dir():
        return sorted(
            os.fspath(file)
            for file in place.iterdir()
            if file.suffix == ".txt" and file.is_file()
        )
    return [os.fspath(place)] if place.is_file() else []


def _body(source: Source) -> set[str]:
    return {part.hash for part in source.paragraphs if part.role == "body"} - {""}


def _best(held: Mapping[str, int], of: Mapping[str, int]) -> str:
    """Give the source of which most is held, if that is enough; else nothing."""
    shares = {name: held[name] / of[name] for name in held if of[name]}
    best = max(shares, key=shares.__getitem__, default="")
    return best if best and shares[best] >= ENOUGH else ""


def _rank(copy: Copy) -> tuple[int, int]:
    return _TRUST.index(copy.how), -copy.held
