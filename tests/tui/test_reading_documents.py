"""Documents on the screen, with and without a reader's copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hands import Hands
from timeline_tui.library.library import Library
from timeline_tui.model.text import paragraphs
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens import documents
from timeline_tui.tui.state.document import Document
from timeline_tui.tui.state.layers import Comparison

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


def copy_of(library: Library, *, changed: bool) -> list[str]:
    """An invented text that stands in for a document, anchors of its events in it."""
    events = library.events(range(library.count))
    cites = [
        cite
        for event in events
        for account in event.accounts
        if account.source == "edm-2023"
        for cite in account.cite
        if cite.start
    ]
    told = {cite.para: "" for cite in cites}
    for cite in cites:
        told[cite.para] += f"So {cite.start} and then {cite.end or 'more'}. "
    lines = ["A first line."] if changed else []
    return paragraphs("\n".join([*lines, *(told[n] for n in sorted(told))]))


async def test_a_changed_copy_is_shown_as_one_with_the_passages_it_has(
    explore: Explore, painted: Painted, shipped: Library
) -> None:
    text = copy_of(shipped, changed=True)
    asked: list[str] = []

    def look(source: str, library: Library) -> list[str]:
        assert library is shipped
        asked.append(source)
        return text

    app = explore("source:edm-2023", documents=look)
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        event = hands.event
        number = event.sources.index("edm-2023") + 1
        await hands.press(str(number), "d")
        assert asked == ["edm-2023"]
        assert "a changed copy: 0 of 14 paragraphs as recorded" in hands.rows[2]
        found = hands.document
        cite = event.accounts[number - 1].cite[0]
        assert cite.start in text[found.para]
        assert "▌" in hands.body


async def test_who_cites_a_document_is_read_while_one_reads(
    explore: Explore, painted: Painted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "AT_ONCE", 3)
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j", "d")
        await hands.app.workers.wait_for_complete()
        await pilot.pause()
        late = hands.document
        assert not late.busy
        await hands.press("q")
        monkeypatch.undo()
        await hands.press("d")
        assert hands.document.text.cited == late.text.cited


async def test_layers_end_when_the_store_is_read_again(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "c", "d")
        state = hands.screen.state
        assert [type(layer) for layer in state.layers] == [Comparison, Document]
        assert not state.reopened(state.selection, 0).layers
