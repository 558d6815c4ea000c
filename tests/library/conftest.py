"""Small made-up stores, opened as libraries."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from timeline_tui.library.library import Library, open_library
from timeline_tui.library.selection import Selection
from timeline_tui.query.syntax import parse
from timeline_tui.store.locate import Where

TODAY = date(2024, 5, 17)
Record = Mapping[str, object]
Open = Callable[[Iterable[Record]], Library]
Ask = Callable[..., Selection]

HEAD: tuple[Record, ...] = (
    {"type": "timeline", "schema": 1, "title": "Two ports", "coverage": "2020/2023"},
    {"type": "actor", "id": "northland", "name": "Northland", "kind": "state"},
    {"type": "actor", "id": "southland", "name": "Southland", "kind": "state"},
    {
        "type": "actor",
        "id": "mira",
        "name": "Mira Stahl",
        "kind": "person",
        "of": "northland",
        "aliases": ["Мира Шталь", "Stael"],
    },
    {
        "type": "actor",
        "id": "ferry-board",
        "name": "Ferry Board",
        "kind": "organisation",
        "of": "southland",
    },
    {
        "type": "actor",
        "id": "oren",
        "name": "Oren Töre",
        "kind": "person",
        "of": "ferry-board",
    },
    {"type": "actor", "id": "league", "name": "Dockers' League", "kind": "group"},
    {"type": "theme", "id": "water", "name": "Water sharing"},
    {"type": "theme", "id": "trade", "name": "Trade", "aliases": ["commerce"]},
    {"type": "theme", "id": "peace", "name": "Peace"},
    {
        "type": "source",
        "id": "gazette-2022",
        "title": "A year on the canal",
        "publisher": "The Gazette",
    },
    {
        "type": "source",
        "id": "courier-2023",
        "title": "What the ports agreed",
        "publisher": "Courier",
    },
)
SIX: tuple[Record, ...] = (
    {
        "type": "event",
        "id": "canal-talks",
        "date": "2022-02-26",
        "title": "Canal talks open in Port Azur",
        "summary": "Both sides sat down for the first time in years.",
        "actors": ["mira", "oren"],
        "themes": ["water"],
        "places": ["Port Azur"],
        "importance": "core",
        "disputed": "who asked for them",
        "accounts": [
            {"source": "gazette-2022", "stance": "supports", "by": ["mira"]},
            {"source": "courier-2023", "stance": "contradicts", "by": ["oren"]},
        ],
    },
    {
        "type": "event",
        "id": "anti-war-march",
        "date": "2022-02",
        "title": "Anti-war march in Көл",
        "themes": ["peace"],
        "places": ["Көл"],
        "accounts": [
            {
                "source": "gazette-2022",
                "stance": "supports",
                "who": ["league"],
                "says": "Hundreds walked along the quay.",
            }
        ],
    },
    {
        "type": "event",
        "id": "toll-rise",
        "date": "2022-03~",
        "title": "Tolls on the canal go up",
        "kind": "figure",
        "actors": ["league"],
        "themes": ["trade", "water"],
        "accounts": [
            {"source": "courier-2023", "stance": "qualifies", "by": ["league"]},
            {"source": "courier-2023", "stance": "supports", "by": ["oren"]},
        ],
        "figures": [
            {
                "measure": "toll",
                "value": 12,
                "source": "courier-2023",
                "by": ["mira"],
            }
        ],
        "links": [{"to": "canal-talks", "kind": "because-of"}],
    },
    {
        "type": "event",
        "id": "grain-deal",
        "date": "[2022-02..2022-12]",
        "title": "The grain deal is signed",
        "kind": "policy",
        "actors": ["northland", "southland"],
        "themes": ["trade"],
        "accounts": [
            {
                "source": "courier-2023",
                "stance": "reframes",
                "by": ["oren"],
                "says": "Commerce was what they had wanted all along.",
            }
        ],
    },
    {
        "type": "event",
        "id": "dam-works",
        "date": "2021-11-15/2022-02-10",
        "title": "Works at the upper dam",
        "actors": ["ferry-board"],
        "themes": ["water"],
        "accounts": [{"source": "gazette-2022", "stance": "supports"}],
    },
    {
        "type": "event",
        "id": "ferry-line",
        "date": "2020-10/..",
        "title": "A ferry runs between the ports",
        "importance": "minor",
        "actors": ["oren"],
        "accounts": [
            {"source": "gazette-2022", "stance": "supports", "by": ["oren"]},
            {"source": "courier-2023", "stance": "supports"},
        ],
    },
)


def write_lines(path: Path, records: Iterable[Record]) -> Where:
    """Write a store of JSON Lines and give where it is."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.write_text("".join(lines), encoding="utf-8")
    return Where("lines", str(path))


@pytest.fixture
def write_store() -> Callable[[Path, Iterable[Record]], Where]:
    """Give what writes records as a store of JSON Lines."""
    return write_lines


@pytest.fixture
def open_records(tmp_path: Path) -> Iterator[Open]:
    """Open any records as a library in memory."""
    opened: list[Library] = []

    def open_them(records: Iterable[Record]) -> Library:
        where = write_lines(tmp_path / f"store{len(opened)}.jsonl", records)
        opened.append(open_library(where, cache=None))
        return opened[-1]

    yield open_them
    for library in opened:
        library.close()


@pytest.fixture(scope="session")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Open the store of six events, of which the file comes in no order."""
    path = tmp_path_factory.mktemp("six") / "six.jsonl"
    where = write_lines(path, (*HEAD, *SIX[::-1]))
    library = open_library(where, cache=None)
    yield library
    library.close()


@pytest.fixture
def ask(six: Library) -> Ask:
    """Ask the library of six events."""

    def asked(query: str, marked: Iterable[str] = ()) -> Selection:
        return six.select(parse(query, TODAY), TODAY, marked=tuple(marked))

    return asked


@pytest.fixture
def six_records() -> tuple[Record, ...]:
    """Give the records of the store of six events."""
    return (*HEAD, *SIX)
