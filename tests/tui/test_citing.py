"""The style in which citations are copied, chosen and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_tui.render import STYLES
from timeline_tui.render.citations import cited, tellers_of
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.citing import (
    STYLE,
    STYLE_WORDS,
    keep_style,
    kept_style,
)

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


def test_every_style_is_offered_with_what_it_gives() -> None:
    assert tuple(STYLE_WORDS) == STYLES


async def test_the_style_chosen_is_used_and_kept(
    explore: Explore,
    painted: Painted,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    copied: list[str] = []
    app = explore()
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y", "ctrl+y", *"bibtex", "enter", "y")
        await pilot.pause()
        foot = painted(app)[-1]
        event = app._browse.event
        app.exit()
    assert event is not None
    library, tellers = app._browse.library, tellers_of(event)
    note, entry = (
        "\n".join(cited(style, tellers, library)) for style in ("note", "bibtex")
    )
    assert copied == [note, entry, entry]
    assert "as bibtex to the terminal's clipboard: @" in foot
    assert kept_style(str(tmp_path / "state"), "note") == "bibtex"


def test_a_style_that_cannot_be_kept_or_read_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    keep_style(str(file), "apa")
    keep_style(None, "apa")
    assert kept_style(str(file), "csl") == "csl"
    assert kept_style(None, "csl") == "csl"
    (tmp_path / STYLE).write_text("mla\n")
    assert kept_style(str(tmp_path), "apa") == "apa"
    keep_style(str(tmp_path), "chicago")
    assert kept_style(str(tmp_path), "apa") == "chicago"
