"""Whatever a store holds, it is read, or refused in one sentence."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import HARBOUR, harbour
from timeline_tui.errors import Fault, StoreError
from timeline_tui.store.fields import TABLES
from timeline_tui.store.jsonl import event_from, event_line, event_record, line
from timeline_tui.store.lines import LinesReader
from timeline_tui.store.locate import Where, locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.rules import check
from timeline_tui.store.slugs import RULES

TOML = HARBOUR.read_text(encoding="utf-8")
LINES = harbour().lines().encode()
NAMES = sorted(
    {key.line_name for keys in TABLES.values() for key in keys} | {"x", "x_a", "first"}
)
SCRAPS = st.sampled_from(
    (
        *("\"'[]{}=#,\n\0é\u202e"),
        *("1902", "1902-05", "x_", "true", '""', "sources"),
        *("[[event]]\n", "[timeline]\n", 'id = "a"\n'),
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example store, whose events.toml the tests may spoil."""
    copy = tmp_path_factory.mktemp("store")
    (copy / "seeds").mkdir()
    for record in (HARBOUR.parent / "seeds").iterdir():
        (copy / "seeds" / record.name).write_bytes(record.read_bytes())
    return copy


def checked(path: Path) -> tuple[str, list[Fault]]:
    """Check a store; the message is empty unless it is refused."""
    try:
        return "", check(open_store(locate(str(path), {})))
    except StoreError as error:
        return str(error), list(error.faults)


@settings(max_examples=200)
@given(st.integers(0, len(TOML)), st.integers(0, 40), st.lists(SCRAPS, max_size=3))
def test_spoilt_toml_gives_faults_or_one_sentence(
    folder: Path, at: int, cut: int, scraps: list[str]
) -> None:
    path = folder / "events.toml"
    text = TOML[:at] + "".join(scraps) + TOML[at + cut :]
    path.write_text(text, encoding="utf-8")
    message, faults = checked(path)
    assert faults or not message
    assert "\n" not in message
    assert {fault.rule for fault in faults} <= set(RULES)
    lines = text.count("\n") + 1
    assert all(0 <= fault.line <= lines for fault in faults if fault.file == str(path))


@settings(max_examples=200)
@given(st.integers(0, len(LINES)), st.integers(0, 40), st.binary(max_size=5))
def test_spoilt_lines_give_faults_or_one_sentence(
    at: int, cut: int, new: bytes
) -> None:
    data = LINES[:at] + new + LINES[at + cut :]
    reader = LinesReader(Where("stdin", "-"), io.BytesIO(data))
    try:
        faults = check(reader)
    except StoreError as error:
        faults = list(error.faults)
    assert {fault.rule for fault in faults} <= set(RULES)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
)


@given(st.dictionaries(st.sampled_from(NAMES), _VALUES, max_size=8))
def test_an_event_of_any_values_is_good_or_told(record: dict[str, object]) -> None:
    given_record = {"id": "a", "date": "1902", "title": "A", **record}
    data = json.dumps(given_record).encode()
    reader = LinesReader(Where("stdin", "-"), io.BytesIO(data))
    try:
        events = list(reader.events())
    except StoreError:
        return
    assert bool(events) != bool(reader.faults)
    for event in events:
        again = json.loads(event_line(event))
        assert event_from(again) == event
        assert line(event_record(event_from(again))) == event_line(event)
