"""A fresh index is opened and asked without anything that reads stores."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from timeline_tui.library.library import open_library
from timeline_tui.store.locate import Where

SLOW = {
    "argparse",
    "dataclasses",
    "dateutil",
    "difflib",
    "hashlib",
    "json",
    "pathlib",
    "rich",
    "tempfile",
    "textual",
    "threading",
    "tomllib",
    "timeline_tui.library.build",
    "timeline_tui.model.event",
    "timeline_tui.store.jsonl",
    "timeline_tui.store.reader",
}
ASK = """
import sys
from datetime import date
from timeline_tui.library.library import open_library
from timeline_tui.query.syntax import parse_words
from timeline_tui.store.locate import Where
today = date(2024, 5, 17)
library = open_library(Where("lines", sys.argv[1]), cache=sys.argv[2])
query = parse_words(["canal", "actor:mira,league", "-kind:policy", "2022"], today)
found = library.select(query, today)
print(*(row.title for row in library.stream(found)), sep="|")
print(*sys.modules)
"""


def test_fresh_index_is_asked_without_slow_imports(
    tmp_path: Path,
    write_store: Callable[[Path, Iterable[Mapping[str, object]]], Where],
    six_records: tuple[Mapping[str, object], ...],
) -> None:
    where = write_store(tmp_path / "six.jsonl", six_records)
    cache = str(tmp_path / "cache")
    open_library(where, cache=cache).close()
    command = [sys.executable, "-S", "-c", ASK, where.path, cache]
    paths = ":".join(filter(None, sys.path))
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={"PYTHONPATH": paths}
    )
    titles, modules = done.stdout.splitlines()
    assert titles == "Canal talks open in Port Azur|Tolls on the canal go up"
    assert SLOW.isdisjoint(modules.split())
