"""What is really imported, in a fresh interpreter, on the paths that must be quick."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from cli.small_store import write_store

PLAIN_PATH = {
    "timeline_tui",
    "timeline_tui.cli",
    "timeline_tui.cli.commands",
    "timeline_tui.cli.commands.list",
    "timeline_tui.cli.exit_code",
    "timeline_tui.cli.main",
    "timeline_tui.cli.opening",
    "timeline_tui.cli.option_rows",
    "timeline_tui.cli.options",
    "timeline_tui.cli.outside",
    "timeline_tui.cli.printing",
    "timeline_tui.cli.words",
    "timeline_tui.errors",
    "timeline_tui.library",
    "timeline_tui.library.columns",
    "timeline_tui.library.conditions",
    "timeline_tui.library.contents",
    "timeline_tui.library.facets",
    "timeline_tui.library.freshness",
    "timeline_tui.library.layout",
    "timeline_tui.library.library",
    "timeline_tui.library.rows",
    "timeline_tui.library.seal",
    "timeline_tui.library.selection",
    "timeline_tui.library.storage",
    "timeline_tui.model",
    "timeline_tui.model.tuples",
    "timeline_tui.query",
    "timeline_tui.query.date_signs",
    "timeline_tui.query.fold",
    "timeline_tui.query.grammar",
    "timeline_tui.query.scanner",
    "timeline_tui.query.syntax",
    "timeline_tui.query.terms",
    "timeline_tui.render",
    "timeline_tui.render.cells",
    "timeline_tui.render.formats",
    "timeline_tui.render.formats.text",
    "timeline_tui.render.safe",
    "timeline_tui.store",
    "timeline_tui.store.locate",
}
"""Our own modules behind `kgtl QUERY | cat` with a fresh index: each one costs."""
NEVER = {
    "typing",
    "textual",
    "rich",
    "dateutil",
    "argparse",
    "json",
    "dataclasses",
    "pathlib",
    "inspect",
    "hashlib",
    "tempfile",
    "shutil",
    "subprocess",
    "textwrap",
    "difflib",
    "tomllib",
    "asyncio",
    "importlib.resources",
    "logging",
    "random",
}
"""What none of those modules may bring with it."""
RUN = """
import json, os, sys
before = set(sys.modules)
from timeline_tui.cli.main import main
from timeline_tui.cli.outside import here
code = main(sys.argv[1:], here())
sys.stdout.flush()
imported = sorted(set(sys.modules) - before)
os.write(2, json.dumps([code, imported]).encode())
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("plain")
    store = write_store(folder / "store")
    return {**os.environ, "KGTL_STORE": str(store), "XDG_CACHE_HOME": str(folder)}


def imported(world: dict[str, str], *argv: str) -> set[str]:
    """What a command imports once the index is fresh."""
    run([], world)
    done = run(argv, world)
    code, modules = json.loads(done.stderr)
    assert code == 0
    assert done.stdout
    return set(modules)


def run(argv: Sequence[str], world: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *argv],
        env=world,
        capture_output=True,
        check=True,
        text=True,
    )


def test_the_plain_path_imports_its_modules_and_no_others(
    world: dict[str, str],
) -> None:
    modules = imported(world, "actor:mira")
    ours = {name for name in modules if name.startswith("timeline_tui")}
    assert ours == PLAIN_PATH


@pytest.mark.parametrize(
    "argv",
    [
        ["actor:mira"],
        ["list"],
        ["ferry", "-theme:trade"],
        ["source:observer-2022", "by:mira"],
        ["--format", "tsv"],
        ["--ids"],
        ["--count"],
    ],
)
def test_plain_output_imports_nothing_heavy(
    world: dict[str, str], argv: list[str]
) -> None:
    assert not imported(world, *argv) & NEVER


@pytest.mark.parametrize("query", ["since:2021", "2021-02", "-q on:2021-02-03"])
def test_dates_need_no_dateutil(world: dict[str, str], query: str) -> None:
    modules = imported(world, "-q", *query.split())
    assert not modules & (NEVER - {"json"})


def test_what_the_first_frame_needs_is_not_textual() -> None:
    code = "import sys, timeline_tui.cli.explore; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert not {"textual", "rich", "asyncio"} & set(done.stdout.split())
