"""Complaints about TOML name the line: every path of every file is on the map."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples import HARBOUR
from timeline_tui.store.positions import line_map, nearest_line

HARD = r'''# a comment with [brackets] and "quotes"
top = 1
"quoted key" = "a # no comment"
'single.dotted' = 'C:\path'
a.b . "c d" = true

[table]
long = """
[not.a.table]
key = "neither" \" \\
"""  # closed
raw = """""two quotes first and last"""""
literal = \'\'\'
[[nor.this]]
\'\'\'
list = [
  1, 2.5,   # comment ] in a list
  "three ] ,",
  { n = 1, "k=v" = "}", deep = [ [1], [2, 3] ] },
  1902-05-02T10:00:00Z,
]
empty = []
none = {}

[[rows]]
id = "one"
  [[rows.inner]]
  id = "one.one"
  [[rows.inner]]
  id = "one.two"
    [rows.inner.sub]
    x = 1
[[rows]]
id = "two"
  [[rows.inner]]
  id = "two.one"
[ "q t" . 'u' ]
"\u00e9\t" = 1
'''.replace("\\'\\'\\'", "'''")


def paths(
    value: object, at: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*at, key)
            yield from paths(inner, (*at, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield (*at, place)
            yield from paths(inner, (*at, place))


def test_hard_toml_is_mapped_whole() -> None:
    lines = line_map(HARD)
    assert set(paths(tomllib.loads(HARD))) - set(lines) <= {("q t",)}
    text = HARD.split("\n")
    assert text[lines["table", "list", 2] - 1].strip().startswith('"three')
    assert text[lines["table", "list", 3, "deep"] - 1].strip().startswith("{ n")
    assert text[lines["rows", 0, "inner", 1, "id"] - 1].strip() == 'id = "one.two"'
    assert text[lines["rows", 1, "inner", 0, "id"] - 1].strip() == 'id = "two.one"'
    assert text[lines["rows", 0, "inner", 1, "sub", "x"] - 1].strip() == "x = 1"
    assert text[lines["table", "empty"] - 1] == "empty = []"
    assert text[lines["q t", "u", "é\t"] - 1].startswith('"\\u00e9')


def test_other_line_ends_count_the_same() -> None:
    assert line_map(HARD.replace("\n", "\r\n")) == line_map(HARD)


@pytest.mark.parametrize("name", ["events.toml", "seeds/gazette-1902.toml"])
def test_every_key_stands_on_its_line(name: str) -> None:
    text = (HARBOUR.parent / name).read_text(encoding="utf-8")
    lines = line_map(text)
    assert set(paths(tomllib.loads(text))) == set(lines)
    for path, number in lines.items():
        if isinstance(path[-1], str):
            assert path[-1] in text.split("\n")[number - 1]


def test_our_own_store_is_mapped_whole(checkout: Path) -> None:
    for file in [checkout / "events.toml", *(checkout / "seeds").glob("*.toml")]:
        text = file.read_text(encoding="utf-8")
        assert set(paths(tomllib.loads(text))) == set(line_map(text))


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = line_map("a = 1\n\n[[b]]\nc = 1\n")
    assert nearest_line(lines, ("b", 0, "title")) == 3
    assert nearest_line(lines, ("z",)) == 0
