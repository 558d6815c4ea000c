"""The page as it is read: where its links lead, its colours, and on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from consumers import program
from render.pages import Reader, browser, page
from render.stores import curated, found, selection, written
from timeline_tui.render.formats import Options


def test_an_event_is_led_to_by_its_id() -> None:
    reader = Reader(page("curated"))
    ids = set(reader.values("id"))
    events = list(curated().events(found()))
    assert {f"event-{event.id}" for event in events} <= ids
    wanted = [f"#event-{link.to}" for event in events for link in event.links]
    led = [v for v in reader.values("href") if v.startswith("#event-")]
    assert led == wanted


def test_an_event_that_is_not_on_the_page_is_not_led_to() -> None:
    [event] = [e for e in curated().events(found()) if e.id == "victory-parade-2023"]
    text = written(found(f"id:{event.id}"), Options("html"))
    assert event.links
    assert "part of: Japarov pays" in text
    assert 'href="#event-' not in text


def test_an_event_under_several_headings_has_an_anchor_under_each() -> None:
    reader = Reader(page("curated", group_by="actor"))
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    assert "event-1" in ids


def test_the_address_of_a_note_leads_to_the_passage() -> None:
    text = written(found("id:victory-parade-2023"), Options("html"))
    assert "a-model-of-authoritarian-stability#:~:text=everyone%20except" in text


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_of_stances_can_be_read(scheme: int) -> None:
    style = Reader(page("harbour")).parts["style"]
    named = re.findall(r"--(\w+): (#[0-9a-f]{6});", style)
    size = len({name for name, _ in named})
    colours = dict(named[size * scheme : size * (scheme + 1)])
    stances = ("supports", "qualifies", "reframes", "contradicts")
    for name in ("text", "muted", "link", "accent", *stances):
        assert contrast(colours[name], colours["ground"]) >= 4.5, name


def contrast(one: str, two: str) -> float:
    """The contrast of two colours as WCAG 2 measures it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in parts
        ]
        return sum(a * b for a, b in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_it_prints_whole_without_its_filters(tmp_path: Path) -> None:
    path, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(page("harbour"), encoding="utf-8")
    browser(path, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    done = subprocess.run(
        [program("pdftotext"), str(paper), "-"], capture_output=True, check=True
    )
    told = " ".join(done.stdout.decode().split())
    for event in selection("harbour").library.events(selection("harbour")):
        assert event.title in told
    assert "Show all" not in told


def test_it_prints_without_holes(tmp_path: Path) -> None:
    path, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(written(found("is:disputed on:2023"), Options("html")), "utf-8")
    browser(path, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    done = subprocess.run(
        [program("pdftotext"), "-layout", str(paper), "-"],
        capture_output=True,
        check=True,
    )
    sheets = done.stdout.decode().split("\f")[:-1]
    lines = [
        len([row for row in sheet.splitlines() if row.strip()]) for sheet in sheets
    ]
    assert min(lines[:-1]) >= max(lines) / 2
