"""The schema files that editors read: current, valid, and what a store's files fit."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import timeline_tui
from examples import HARBOUR
from timeline_tui.errors import StoreError
from timeline_tui.store import locate as locating
from timeline_tui.store.schema import schema_files

DATA = Path(timeline_tui.__path__[0]) / "data"
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
USED = {
    "$schema",
    "additionalProperties",
    "description",
    "enum",
    "items",
    "maxLength",
    "maximum",
    "minLength",
    "minimum",
    "pattern",
    "patternProperties",
    "properties",
    "required",
    "title",
    "type",
}
"""The words of draft 7 that `misfits` understands."""


def misfits(value: Any, form: dict[str, Any], at: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Say where a value does not fit a schema of the words in `USED`."""
    assert form.keys() <= USED
    kind = form.get("type")
    if kind and not (
        isinstance(value, TYPES[kind])
        and (kind == "boolean" or not isinstance(value, bool))
    ):
        yield f"{at} is no {kind}"
        return
    if value not in form.get("enum", [value]):
        yield f"{at} is none of the allowed"
    if isinstance(value, str):
        yield from _misfits_of_text(value, form, at)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from misfits(one, form.get("items", {}), f"{at}[{place}]")
    elif isinstance(value, dict):
        yield from _misfits_of_table(value, form, at)
    elif not form.get("minimum", value) <= value <= form.get("maximum", value):
        yield f"{at} is out of bounds"


def _misfits_of_text(text: str, form: dict[str, Any], at: str) -> Iterator[str]:
    length = len(text)
    if not form.get("minLength", 0) <= length <= form.get("maxLength", length):
        yield f"{at} is too short or too long"
    if not re.search(form.get("pattern", ""), text):
        yield f"{at} is of another pattern"


def _misfits_of_table(
    table: dict[str, Any], form: dict[str, Any], at: str
) -> Iterator[str]:
    for key in form.get("required", []):
        if key not in table:
            yield f"{at}.{key} is missing"
    for key, value in table.items():
        known = form.get("properties", {})
        forms = [known[key]] if key in known else []
        for pattern, inner in form.get("patternProperties", {}).items():
            forms += [inner] if re.search(pattern, key) else []
        if not forms and form.get("additionalProperties") is False:
            yield f"{at}.{key} is unknown"
        for inner in forms:
            yield from misfits(value, inner, f"{at}.{key}")


def read_schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return schema


@pytest.mark.parametrize("name", schema_files())
def test_the_committed_file_is_made_from_the_table_of_keys(name: str) -> None:
    committed = (DATA / name).read_text(encoding="utf-8")
    assert committed == schema_files()[name], "run: make schema"


@pytest.mark.parametrize("name", schema_files())
def test_make_schema_prints_the_file(name: str) -> None:
    command = [sys.executable, "-m", "timeline_tui.store.schema", name]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode() == schema_files()[name]


def test_the_store_names_the_schema_that_it_fits(checkout: Path) -> None:
    text = (checkout / "events.toml").read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    named = checkout / first.removeprefix("#:schema ")
    assert named.resolve() == (DATA / "events.schema.json").resolve()
    assert not list(misfits(tomllib.loads(text), read_schema("events.schema.json")))


def test_source_records_fit_theirs(checkout: Path) -> None:
    records = [*(checkout / "seeds").glob("*.toml"), *HARBOUR.parent.glob("seeds/*")]
    assert len(records) > 2
    for record in records:
        data = tomllib.loads(record.read_text(encoding="utf-8"))
        assert not list(misfits(data, read_schema("source.schema.json"))), record


@pytest.mark.parametrize(
    ("good", "bad", "misfit"),
    [
        ('kind = "policy"', 'kind = "law"', ".event[2].kind is none of the allowed"),
        ("date_basis", "date_bases", ".event[0].date_bases is unknown"),
        ("x_mood", "mood", ".event[0].mood is unknown"),
        ('date = "1902-05-02"', "date = 1902", ".event[0].date is no string"),
        ("para = 3", "para = 0", ".event[0].account[0].cite[0].para is out of bounds"),
        ("para = 3", "x_a = 3", ".event[0].account[0].cite[0].x_a is unknown"),
        ("para = 3", "start = ''", ".event[0].account[0].cite[0].para is missing"),
        ('id = "north-gate-1902"', 'id = "N"', ".event[0].id is of another pattern"),
        ("Quill opens", "x" * 91, ".event[0].title is too short or too long"),
        ('title = "A toll is taken"\n', "", ".event[2].title is missing"),
        ('name = "Alba"', 'name = ""', ".actor[0].name is too short or too long"),
        ("schema = 1", "schema = 2", ".schema is out of bounds"),
        ("schema = 1", "x_a = 1", ".x_a is unknown"),
    ],
)
def test_what_readers_refuse_does_not_fit(good: str, bad: str, misfit: str) -> None:
    text = HARBOUR.read_text(encoding="utf-8").replace(
        ', start = "Mara Quill, who"', ""
    )
    assert not list(misfits(tomllib.loads(text), read_schema("events.schema.json")))
    data = tomllib.loads(text.replace(good, bad, 1))
    assert misfit in misfits(data, read_schema("events.schema.json"))


def test_every_key_is_explained_to_the_editor() -> None:
    def unexplained(form: dict[str, Any]) -> Iterator[str]:
        for name, inner in form.get("properties", {}).items():
            if not inner.get("description"):
                yield name
            yield from unexplained(inner)
            yield from unexplained(inner.get("items", {}))

    for name in schema_files():
        assert not list(unexplained(read_schema(name)))


def test_a_data_folder_with_schemas_alone_is_not_taken_for_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "timeline_tui" / "data"
    data.mkdir(parents=True)
    for name, text in schema_files().items():
        (data / name).write_text(text, encoding="utf-8")
    module = tmp_path / "timeline_tui" / "store" / "locate.py"
    monkeypatch.setattr(locating, "__file__", str(module))
    with pytest.raises(StoreError, match="missing"):
        locating.locate(None, {})
    with pytest.raises(StoreError, match="holds no TOML file"):
        locating.locate(str(data), {})
    (tmp_path / "events.toml").write_text("schema = 1\n", encoding="utf-8")
    assert locating.locate(None, {}).path == str(tmp_path / "events.toml")
    (data / "events.toml").write_text("schema = 1\n", encoding="utf-8")
    assert locating.locate(None, {}).path == str(data / "events.toml")
