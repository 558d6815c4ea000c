"""Our own store keeps every rule, and each of its citations is in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from examples import contents
from timeline_tui.model.text import words
from timeline_tui.store.citations import citations
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.recognise import Copy
from timeline_tui.store.rules import check
from timeline_tui.store.texts import best_copies, read_copy, text_files
from timeline_tui.store.verify import verify

SHIPPED = locate(None, {})
SOURCES = {"meduza-2023", "edm-2023", "riac-2022", "diplomat-2021", "cabar-2023"}


@pytest.fixture(scope="session")
def copies(texts: Path) -> dict[str, Copy]:
    """The five documents, each known by its fingerprint."""
    sources = open_store(SHIPPED).sources
    found = best_copies(
        read_copy(file, sources) for file in text_files([str(texts)], {}, [])
    )
    assert {name for name, copy in found.items() if copy.how == "same"} == SOURCES
    return found


def test_our_own_store_keeps_every_rule() -> None:
    assert [str(fault) for fault in check(open_store(SHIPPED))] == []


def test_our_own_store_keeps_the_rules_about_the_texts(
    copies: dict[str, Copy],
) -> None:
    assert [str(fault) for fault in check(open_store(SHIPPED), copies)] == []


def test_every_citation_is_found_with_its_hash_and_anchors(
    copies: dict[str, Copy],
) -> None:
    verdicts = list(verify(contents(SHIPPED).events, copies))
    assert verdicts
    assert [cited for cited, verdict in verdicts if verdict.status != "ok"] == []
    assert all(verdict.span for _, verdict in verdicts)


def test_it_tells_enough_with_every_source_and_every_paragraph_described() -> None:
    store = contents(SHIPPED)
    assert len(store.events) >= 40
    assert set(store.sources) == SOURCES
    assert {cited.source for event in store.events for cited in citations(event)} == (
        SOURCES
    )
    counts = {name: len(source.paragraphs) for name, source in store.sources.items()}
    assert counts == {
        "meduza-2023": 23,
        "edm-2023": 14,
        "riac-2022": 47,
        "diplomat-2021": 18,
        "cabar-2023": 41,
    }
    parts = [part for source in store.sources.values() for part in source.paragraphs]
    assert all(part.digest and part.hash for part in parts)
    assert all(words(event.title) for event in store.events)


def test_it_is_the_same_after_a_way_through_json_lines(tmp_path: Path) -> None:
    store = contents(SHIPPED)
    path = tmp_path / "store.jsonl"
    path.write_text(store.lines(), encoding="utf-8")
    again = contents(path)
    assert again == store
    assert again.lines() == store.lines()
