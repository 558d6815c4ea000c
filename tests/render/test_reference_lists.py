"""CSL-JSON and BibTeX, read back by citeproc, pandoc and bibtexparser."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from typing import Any

import pytest

from consumers import library as consumer
from consumers import piped
from render.csl_schema import check_item
from render.fake_library import library_of, selection_of
from render.harbour import CALL, SOURCES
from render.stores import NAMES, curated, found, selection, written
from timeline_tui.library.selection import Selection
from timeline_tui.model.event import Link
from timeline_tui.render.colophon import sources_of
from timeline_tui.render.formats import Options

QUERIES = ("", "kant", "source:edm-2023", "is:figure", "on:2021")


def told_by(chosen: Selection) -> list[str]:
    """The ids of the sources that accounts, figures or links name."""
    told: set[str] = set()
    for event in chosen.library.events(chosen):
        told |= {account.source for account in event.accounts}
        told |= {figure.source for figure in event.figures}
        told |= {link.source for link in event.links}
    return [each.id for each in chosen.library.sources if each.id in told]


def keys_of(text: str) -> list[str]:
    parsed = consumer("bibtexparser").parse_string(text)
    assert parsed.failed_blocks == []
    assert parsed.comments == []
    return [entry.key for entry in parsed.entries]


@pytest.mark.parametrize("query", QUERIES)
def test_the_sources_are_exactly_those_of_the_events(query: str) -> None:
    chosen = found(query)
    csl = json.loads(written(chosen, Options("csl")))
    wanted = told_by(chosen)
    assert [item["id"] for item in csl] == wanted
    assert keys_of(written(chosen, Options("bibtex"))) == wanted
    assert [source.id for source in sources_of(chosen, chosen.library)] == wanted


def test_a_narrower_query_has_fewer_sources() -> None:
    assert 0 < len(told_by(found("id:kant-agreement-2023"))) < len(curated().sources)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_is_as_the_schema_has_it(name: str) -> None:
    items = json.loads(written(selection(name), Options("csl")))
    assert items
    for item in items:
        check_item(item)


@pytest.mark.parametrize("name", NAMES)
def test_citeproc_makes_a_bibliography(name: str) -> None:
    items = json.loads(written(selection(name), Options("csl")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own making
        consumer("citeproc")
        entries = bibliography([{**item, "id": item["id"].lower()} for item in items])
    assert len(entries) == len(items) > 0
    if name == "curated":
        for item, entry in zip(items, entries, strict=True):
            assert item["title"][:12] in entry


def bibliography(items: list[dict[str, Any]]) -> list[str]:
    from citeproc import (  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415 - only where it is here
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import (  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415 - as above
        CiteProcJSON,
    )

    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON(items)
    made = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in made.bibliography()]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("form", "reader"), [("csl", "csljson"), ("bibtex", "biblatex")]
)
def test_pandoc_reads_every_source(name: str, form: str, reader: str) -> None:
    text = written(selection(name), Options(form))
    text = text.replace(r"\ud800", "?")  # half a character, which a store refuses
    read = json.loads(piped(text, "pandoc", "-f", reader, "-t", "csljson"))
    csl = json.loads(written(selection(name), Options("csl")))
    assert {item["id"] for item in read} == {item["id"] for item in csl}
    if name == "curated":
        titles = {item["id"]: item["title"] for item in csl}
        for item in read:
            title = item["title"].replace('<span class="nocase">', "")
            assert title.replace("</span>", "") == titles[item["id"]]


@pytest.mark.parametrize("name", NAMES)
def test_bibtexparser_reads_every_entry(name: str) -> None:
    text = written(selection(name), Options("bibtex"))
    csl = json.loads(written(selection(name), Options("csl")))
    assert keys_of(text) == [item["id"] for item in csl]


def test_a_source_of_a_figure_or_a_link_alone_is_listed() -> None:
    event = replace(
        CALL,
        accounts=(),
        figures=(replace(CALL.figures[0], source="almanac-2023"),),
        links=(Link(to="x", kind="part-of", source="notes-2023"),),
    )
    chosen = selection_of(library_of(event, sources=SOURCES))
    items = json.loads(written(chosen, Options("csl")))
    assert [item["id"] for item in items] == ["almanac-2023", "notes-2023"]


def test_nothing_found_is_an_empty_list() -> None:
    nothing = found("zeppelin")
    assert json.loads(written(nothing, Options("csl"))) == []
    assert written(nothing, Options("bibtex")) == ""
