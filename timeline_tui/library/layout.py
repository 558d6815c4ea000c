"""The file of an index: its tables, the sizes of its pieces, their checksums.

Everything bulky is a blob that begins with the checksum of the rest. Rows stand in the
order of dates and count from 0; `chunk` and `record` hold so many of them a piece.
"""

from __future__ import annotations

from zlib import crc32

SCHEMA = 7
"""Goes up with every change of what an index holds or of how its text is folded."""
PAGE_SIZE = 8192
ROWS, RECORDS = 16, 8
"""How many rows and records make a piece."""
FIELD, ENTRY = b"\xff", b"\xfe"
"""Part fields and entries in a piece; no UTF-8 text holds these bytes."""
BREAK = "\ue000"
"""Stands in the full text between two fields, so that no phrase runs across them."""
FIRST_BLOB = 16
"""The number of the first blob that has no fixed meaning; see `dates`."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chunk (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE record (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE blob (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE facet (
    field TEXT, value TEXT, name TEXT NOT NULL, count INTEGER NOT NULL,
    blob INTEGER NOT NULL, PRIMARY KEY (field, value)
) WITHOUT ROWID;
CREATE TABLE telling (
    source TEXT, speaker TEXT, stance TEXT, blob INTEGER NOT NULL,
    PRIMARY KEY (source, speaker, stance)
) WITHOUT ROWID;
CREATE TABLE name (
    field TEXT, key TEXT, value TEXT, searched INTEGER NOT NULL,
    PRIMARY KEY (field, key, value)
) WITHOUT ROWID;
CREATE TABLE prefix (prefix TEXT PRIMARY KEY, blob INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE section (start INTEGER PRIMARY KEY, stop INTEGER NOT NULL, key TEXT);
CREATE TABLE thing (
    id TEXT, kind TEXT, name TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (id, kind)
) WITHOUT ROWID;
CREATE TABLE event (id TEXT PRIMARY KEY, row INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE shape (row INTEGER PRIMARY KEY, parts TEXT, core TEXT, every INTEGER);
CREATE VIRTUAL TABLE words USING fts5(text, joined, content='', tokenize='ascii');
"""
"""The `ascii` tokenizer parts at blanks only, as folded text holds no other sign."""


class DamagedError(Exception):
    """A piece of an index is not what was written."""


def sealed(body: bytes) -> bytes:
    """Put a checksum in front of a piece."""
    return crc32(body).to_bytes(4, "little") + body


def opened(piece: bytes) -> bytes:
    """Take the checksum off a piece.

    Raises:
        DamagedError: it does not agree.
    """
    body = piece[4:]
    if crc32(body).to_bytes(4, "little") != piece[:4]:
        raise DamagedError("a piece of the index does not agree with its checksum")
    return body
