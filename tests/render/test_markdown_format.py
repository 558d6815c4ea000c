"""Markdown, read back by markdown-it and by pandoc."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers import library as consumer
from consumers import piped
from render.fake_library import library_of, selection_of
from render.harbour import ACTORS, CALL, SOURCES, THEMES, harbour
from render.hostile import VECTOR
from render.stores import NAMES, found, selection, written
from timeline_tui.library.selection import Selection
from timeline_tui.render.formats import Options
from timeline_tui.render.markdown import code, escaped, of_spans, with_link
from timeline_tui.render.note import event_notes, source_note
from timeline_tui.render.safe import safe

MARKUP = (
    "1. one",
    "(2) two",
    "a) letter",
    "I. Berg",
    "- dash",
    "+ plus",
    "* star",
    "# head",
    "> quote",
    ": term",
    "=== under",
    "--- rule",
    "a -- b --- c",
    "wait ... what",
    "% title",
    "| a | b |",
    "~~no~~ ~sub~ x^2^",
    "**b** _i_ `c` ``d``",
    "[a](http://b) ![c](d) [e]: f [^1]",
    "<b>x</b> <http://x.y> &amp; &#65;",
    "www.example.com http://a.b/c me@d.e",
    "$x$ $$y$$ \\alpha \\* \\",
    "@key [-@key] #1 :smile: 10:30",
    "{#id .class}",
    "    indented",
    "trailing  ",
    "two\nlines",
    "_",
    "*",
    "!",
    "![",
    "*a*b",
    string.punctuation,
    *VECTOR,
)


def parser() -> Any:  # noqa: ANN401 - of a library without types of its own
    markdown = consumer("markdown_it").MarkdownIt("commonmark").enable("table")
    markdown.enable("strikethrough")
    return markdown.use(consumer("mdit_py_plugins.footnote").footnote_plugin)


def read(text: str) -> str:
    """The text of what markdown-it takes for a document of paragraphs alone."""
    tokens = parser().parse(text)
    kinds = {token.type for token in tokens}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close"}
    out = []
    for token in tokens:
        for child in token.children or []:
            assert child.type in ("text", "text_special")
            out.append(child.content)
    return "".join(out)


def expected(text: str) -> str:
    return " ".join(safe(text).split())


@pytest.mark.parametrize("text", MARKUP)
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    assert read(escaped(text, start=True)) == expected(text)
    assert read(f"x {escaped(text)}") == expected(f"x {text}")


@given(st.text(st.sampled_from(string.punctuation + " aI1.\n"), max_size=12))
def test_any_punctuation_is_read_as_it_was(text: str) -> None:
    assert read(escaped(text, start=True)) == expected(text)


def words_of(block: Any) -> Iterator[str]:  # noqa: ANN401 - a tree of pandoc's
    """The text of a tree of pandoc's; anything but text in it fails the test."""
    for piece in block:
        assert piece["t"] in ("Str", "Space", "SoftBreak"), piece
        yield piece["c"] if piece["t"] == "Str" else " "


def test_pandoc_reads_all_of_it_as_plain_paragraphs() -> None:
    texts = [text for text in MARKUP if expected(text)]
    source = "\n\n".join(escaped(text, start=True) for text in texts)
    tree = json.loads(piped(source, "pandoc", "-f", "markdown-smart", "-t", "json"))
    assert {block["t"] for block in tree["blocks"]} == {"Para"}
    told = ["".join(words_of(block["c"])) for block in tree["blocks"]]
    assert told == [expected(text) for text in texts]


def test_a_bare_address_is_no_link_on_a_forge() -> None:
    source = escaped("see https://a.example/b, www.a.example and me@a.example")
    tree = json.loads(piped(source, "pandoc", "-f", "gfm", "-t", "json"))
    told = "".join(words_of(tree["blocks"][0]["c"]))
    assert told == "see https://a.example/b, www.a.example and me@a.example"


def document(name: str) -> tuple[str, Selection]:
    chosen = selection(name)
    return written(chosen, Options("md")), chosen


@pytest.mark.parametrize("name", NAMES)
def test_every_note_is_called_once_and_stands_once(name: str) -> None:
    text, chosen = document(name)
    tokens = parser().parse(text)
    calls = [
        child
        for token in tokens
        for child in token.children or []
        if child.type == "footnote_ref"
    ]
    notes = [token for token in tokens if token.type == "footnote_open"]
    events = list(chosen.library.events(chosen))
    wanted = sum(len(event_notes(event, chosen.library)) for event in events)
    assert len(notes) == wanted > 0
    assert {call.meta["id"] for call in calls} == set(range(wanted))
    assert "[^" not in "".join(
        child.content for token in tokens for child in token.children or []
    )


@pytest.mark.parametrize("name", NAMES)
def test_pandoc_finds_every_note_and_no_markup_but_ours(name: str) -> None:
    text, chosen = document(name)
    tree = piped(text, "pandoc", "-f", "markdown", "-t", "json")
    events = list(chosen.library.events(chosen))
    assert tree.count('"t":"Note"') >= sum(
        len(event_notes(event, chosen.library)) for event in events
    )
    kinds = set(re.findall(r'"t":"(\w+)"', tree))
    assert kinds <= {
        *("Header", "BulletList", "Para", "Plain", "Strong", "Emph", "Note", "Str"),
        *("Space", "SoftBreak", "LineBreak", "Code", "Link", "Quoted", "DoubleQuote"),
        "SingleQuote",
        "HorizontalRule",
    }


def test_markdown_it_reads_the_title_and_summary_as_they_are() -> None:
    text, chosen = document("curated")
    html = parser().render(text)
    plain = re.sub(r"<[^>]*>", "", html)
    for event in chosen.library.events(chosen):
        for told in (event.title, *event.summary.split("\n"), event.disputed):
            assert expected(told).replace('"', "&quot;") in plain


def test_notes_link_to_web_addresses_alone() -> None:
    text, _ = document("harbour")
    html = parser().render(text)
    links = {link for link in re.findall(r'href="([^"]*)"', html) if link[0] != "#"}
    assert links == {
        "https://herald.example/2023/07/06/two-banks",
        "https://courier.example/visit",
    }
    hostile, _ = document("hostile")
    assert not re.findall(r'href="[^#]', parser().render(hostile))


@pytest.mark.parametrize(
    "url", ["https://a.b/<x>", "https://a.b/c_d*e", "http://a.b/`"]
)
def test_an_address_with_signs_stays_what_it_is(url: str) -> None:
    source = replace(SOURCES[0], url=url)
    note = source_note(source)
    html = parser().render(with_link(note, url))
    assert "<em>" not in html
    assert "<code>" not in html
    assert html.count("<a ") == ("<" not in url)


def test_labels_are_strong_and_nothing_is_empty() -> None:
    spans = [
        ("a *b*", "label"),
        (" ", "space"),
        ("c", "stance-supports"),
        (": ", "label"),
    ]
    assert of_spans([*spans, ("", "text"), ("d", "text")]) == r"**a \*b\*** *c*: d"


def test_it_ends_with_query_counts_and_version() -> None:
    chosen = found("kant on:2022")
    end = written(chosen, Options("md")).split("------\n\n")[-1].splitlines()
    inside, under_way, possible = chosen.counts_by_class
    counts = f"{inside} inside, {under_way} under way, {possible} possible"
    assert end == [
        "- Query: `kant on:2022`",
        f"- Events: {len(chosen)} of {chosen.library.count} ({counts})",
        f"- Store: Kyrgyzstan and Russia, version {chosen.library.version}",
    ]


@pytest.mark.parametrize("text", [text for text in MARKUP if expected(text)])
def test_code_is_read_as_it_was(text: str) -> None:
    [inline] = [t for t in parser().parse(f"- {code(text)}") if t.type == "inline"]
    [span] = inline.children
    assert (span.type, span.content) == ("code_inline", expected(text))


@pytest.mark.parametrize("form", ["md", "html", "long"])
def test_a_document_says_which_events_are_not_simply_inside_the_dates(
    form: str,
) -> None:
    chosen = found("kant on:2022")
    options = Options("text" if form == "long" else form, long=form == "long")
    text = written(chosen, options)
    _, under_way, possible = chosen.counts_by_class
    assert possible
    assert under_way
    assert text.count("may fall in the period asked for") == possible
    assert text.count("under way in the period asked for, and beyond it") == under_way
    undated = written(found("kant"), options)
    assert "period asked for" not in undated


def test_the_same_note_of_an_event_has_one_number() -> None:
    twice = replace(CALL, accounts=(CALL.accounts[0], CALL.accounts[0]), figures=())
    library = library_of(twice, sources=SOURCES, actors=ACTORS, themes=THEMES)
    text = written(selection_of(library), Options("md"))
    assert text.count("[^1]") == 3
    assert "[^2]" not in text


def test_notes_are_numbered_through_the_headings() -> None:
    options = Options("md")
    options.group_by = "source"
    text = written(found("kant"), options)
    numbers = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert re.search(r"^## EDM \(\d+\)$", text, re.MULTILINE)


def test_a_store_without_a_title_has_a_heading_all_the_same() -> None:
    library = harbour(title="")
    assert written(selection_of(library), Options("md")).startswith("# Timeline\n")
