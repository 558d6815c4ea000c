"""Finds readers' own copies of the documents, and tells which document each one is."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError
from timeline_tui.model.text import paragraphs
from timeline_tui.store.recognise import TRUST, Copy, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_tui.model.source import Source
    from timeline_tui.store.recognise import CitesBySource

VARIABLE = "KGTL_TEXTS"
_WINDOWS = "cp1252"
"""How a text that is no UTF-8 is most likely written."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
        KgtlError: a named place, or the one of `KGTL_TEXTS`, is not there.
    """
    variable = environ.get(VARIABLE)
    for place, origin in [(name, "") for name in named] + [(variable, VARIABLE)]:
        if place and not Path(place).exists():
            told = f" (from ${origin})" if origin else ""
            raise KgtlError(f"there are no texts at {place}{told}")
    places = [*named, *([variable] if variable else []), *folders]
    files = [file for place in places for file in _texts_at(Path(place))]
    return list(dict.fromkeys(files))


def read_copy(
    path: str, sources: Mapping[str, Source], cites: CitesBySource | None = None
) -> Copy:
    """Read a text and recognise it; what keeps it from being read is its trouble.

    Args:
        path: the text, in UTF-8, or else as other systems write it.
        sources: the documents that it may be.
        cites: the passages cited of each document, to know it when it is re-wrapped.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Copy(path, (), trouble=f"cannot be read: {why}")
    text, trouble = _decoded(data)
    copy = Copy(path, tuple(paragraphs(text)), trouble=trouble)
    return recognise(copy, sources, cites)


def best_copies(copies: Iterable[Copy]) -> dict[str, Copy]:
    """Choose one copy for each source: the most trusted, then the fullest."""
    best: dict[str, Copy] = {}
    for copy in copies:
        rival = best.get(copy.source)
        if copy.source and (rival is None or _rank(copy) < _rank(rival)):
            best[copy.source] = copy
    return best


def _texts_at(place: Path) -> list[str]:
    """List the texts of a folder, or the one text that a place is."""
    if place.is_dir():
        return sorted(
            os.fspath(file)
            for file in place.iterdir()
            if file.suffix == ".txt" and file.is_file()
        )
    return [os.fspath(place)] if place.exists() else []


def _decoded(data: bytes) -> tuple[str, str]:
    """Give the text of a file, and what is wrong with it."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
    if encoding == "utf-8" and b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return "", f"line {line}: binary data; save the document as plain text"
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"line {line}: byte {data[error.start]:#04x} is not UTF-8; save it so"
    try:
        return data.decode(_WINDOWS), what
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), what


def _rank(copy: Copy) -> tuple[int, int]:
    return TRUST.index(copy.how), -copy.held
