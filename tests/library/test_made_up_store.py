"""The store of `benchmarks/generate.py` is what the benchmarks take it for."""

import subprocess
import sys
from pathlib import Path

import pytest

from timeline_tui.library.library import open_library
from timeline_tui.store.locate import Where


def generated(checkout: Path, *options: str) -> bytes:
    command = [sys.executable, str(checkout / "benchmarks" / "generate.py"), *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.mark.parametrize(("options", "actors"), [((), 124), (("--implied",), 0)])
def test_generated_store_is_sound_and_always_the_same(
    tmp_path: Path, checkout: Path, options: tuple[str, ...], actors: int
) -> None:
    lines = generated(checkout, "600", *options)
    assert lines == generated(checkout, "600", *options)
    assert lines != generated(checkout, "600", "--seed", "2", *options)
    path = tmp_path / "made-up.jsonl"
    path.write_bytes(lines)
    library = open_library(Where("lines", str(path)), cache=None)
    assert (library.count, library.set_aside, library.faults) == (600, 0, 0)
    assert len(library.values("actor")) >= actors
    precisions = {event.date.precision for event in library.events(range(600))}
    assert precisions >= {"day", "month", "quarter", "year", "interval", "one-of"}
    library.close()
