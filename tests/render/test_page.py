"""The page: parsed, its policy checked, and opened in a browser without a network."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from render.hostile import VECTOR, live_characters
from render.pages import Reader, browser, page
from render.stores import NAMES, curated, found, written
from timeline_tui.render.formats import Options
from timeline_tui.render.html import text as as_html
from timeline_tui.render.safe import safe


@pytest.fixture(params=NAMES)
def read(request: pytest.FixtureRequest) -> Reader:
    return Reader(page(request.param))


def test_every_element_is_closed_and_every_id_is_its_own(read: Reader) -> None:
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    inner = [v[1:] for v in read.values("href") if v.startswith("#")]
    assert inner
    assert set(inner) <= set(ids)


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(
    read: Reader,
) -> None:
    [policy] = [v for v in read.values("content") if "default-src" in v]
    for part, kind in (("style", "style-src"), ("script", "script-src")):
        digest = hashlib.sha256(read.parts[part].encode()).digest()
        told = base64.b64encode(digest).decode()
        assert f"{kind} 'sha256-{told}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(read: Reader) -> None:
    names = {name for _, name, _ in read.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "style", "srcset", "action", "background", "ping"}
    assert not set(read.tags) & {"img", "link", "iframe", "object", "base", "svg"}
    assert "url(" not in read.parts["style"]
    assert "@import" not in read.parts["style"]
    for tag, name, value in read.attributes:
        if name == "href":
            assert tag == "a"
            assert value.startswith(("#", "https://", "http://"))


@pytest.mark.parametrize("name", NAMES)
def test_only_our_elements_are_there_whatever_the_text(name: str) -> None:
    assert set(Reader(page(name)).tags) <= {
        *("html", "head", "meta", "title", "style", "body", "header", "h1", "p"),
        *("form", "label", "input", "select", "option", "button", "output", "main"),
        *("section", "h2", "article", "h3", "span", "b", "ul", "li", "sup", "a"),
        *("ol", "datalist", "dl", "div", "dt", "dd", "footer", "script"),
    }


@pytest.mark.parametrize(
    "text", [*VECTOR, "<script>x</script>", '" onload="x', "</style>", "&amp;", "'<!--"]
)
def test_text_is_escaped_for_content_and_attributes(text: str) -> None:
    told = as_html(text)
    assert not live_characters(told)
    assert not set("<>\"'") & set(told)
    reader = Reader(f'<p title="{told}">{told}</p>')
    assert reader.values("title") == [safe(text)]
    assert "".join(reader.text) == safe(text)


def test_every_event_and_note_is_in_it_as_text() -> None:
    reader = Reader(page("curated"))
    told = " ".join(reader.text)
    for event in curated().events(found()):
        assert event.title in told
        assert event.summary.split("\n")[0] in told
        assert event.id in told
        for account in event.accounts:
            assert account.says in told
    for source in curated().sources:
        assert source.title in told


def test_notes_are_numbered_through_and_lead_back() -> None:
    reader = Reader(page("curated", group_by="year"))
    ids = reader.values("id")
    notes = [int(each[5:]) for each in ids if each.startswith("note-")]
    marks = [int(each[5:]) for each in ids if each.startswith("mark-")]
    assert notes == marks == list(range(1, len(notes) + 1))


def test_it_ends_with_query_counts_and_version() -> None:
    chosen = found("kant")
    foot = written(chosen, Options("html")).rpartition("<footer>")[2]
    assert "Query: kant<" in foot
    assert f"Events: {len(chosen)} of {curated().count}<" in foot
    assert f"version {curated().version}<" in foot


def test_years_are_headings() -> None:
    options = Options("html")
    options.group_by = "year"
    headings = re.findall("<h2>(.*?)</h2>", written(found("kant"), options))
    assert [heading[:4] for heading in headings] == [
        "2021",
        "2022",
        "2021",
        "2023",
        "2023",
        "2022",
        "Sour",
    ]


def driven(text: str, script: str) -> str:
    """The page with a script of the test's own, which its policy is told of."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    text = text.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
    return text.replace("</body>", f"<script>{script}</script>\n</body>")


def shown_after(script: str, path: Path, query: str = "") -> tuple[list[str], str]:
    """The titles that a browser shows after a script, and the count it tells."""
    options = Options("html")
    options.group_by = "year"
    path.write_text(driven(written(found(query), options), script), encoding="utf-8")
    dom = browser(path, "--dump-dom", "--virtual-time-budget=2000")
    articles = re.findall(r"<article([^>]*)>\s*<h3>.*?</span> (.*?)</h3>", dom)
    assert 'id="filter"' in dom
    assert not re.search(r'<form id="filter"[^>]*hidden', dom)
    told = re.search(r'data-told="([^"]*)"', dom)
    assert told
    return [title for tags, title in articles if "hidden" not in tags], told[1]


TELL = "document.body.dataset.told = form.querySelector('output').value;"


def acting(act: str) -> str:
    return f"const form = document.getElementById('filter');{act};{TELL}"


def test_the_page_shows_everything_at_first(tmp_path: Path) -> None:
    titles, told = shown_after(acting(""), tmp_path / "page.html", "kant")
    assert len(titles) == len(found("kant"))
    assert told == f"{len(titles)} of {len(titles)} shown"


@pytest.mark.parametrize(
    ("act", "query"),
    [
        ("form.elements.actor.value = 'putin'", "actor:putin"),
        ("form.elements.theme.value = 'war'", "theme:war"),
        ("form.elements.source.value = 'meduza-2023'", "source:meduza-2023"),
    ],
)
def test_filters_find_what_the_query_finds(
    tmp_path: Path, act: str, query: str
) -> None:
    act += "; form.dispatchEvent(new Event('input'))"
    titles, told = shown_after(acting(act), tmp_path / "page.html")
    library = curated()
    wanted = {library.event(row).title for row in found(query)}
    assert {title.replace("&amp;", "&") for title in titles} == wanted
    assert told == f"{len(titles)} of {library.count} shown"


def test_words_are_found_whatever_case_and_accents(tmp_path: Path) -> None:
    tell = "form.dispatchEvent(new Event('input'))"
    act = f"form.elements.words.value = 'KÁNT base'; {tell}"
    titles, _ = shown_after(acting(act), tmp_path / "page.html")
    assert 0 < len(titles) < curated().count
    act += f"; form.elements.words.value = ''; {tell}"
    titles, _ = shown_after(acting(act), tmp_path / "page.html")
    assert len(titles) == curated().count


def test_hostile_text_runs_nothing_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("hostile"), encoding="utf-8")
    dom = browser(path, "--dump-dom")
    assert len(re.findall("<article", dom)) == 1
    assert "[red]x[/red]" in dom


@pytest.mark.parametrize("light", [True, False])
def test_light_and_dark_are_what_the_reader_has(*, tmp_path: Path, light: bool) -> None:
    script = (
        "const style = getComputedStyle(document.body);"
        "document.body.dataset.told = style.backgroundColor + ' on ' + style.color;"
    )
    path = tmp_path / "page.html"
    path.write_text(driven(page("harbour"), script), encoding="utf-8")
    scheme = f"--blink-settings=preferredColorScheme={int(light)}"
    told = re.search(r'data-told="([^"]*)"', browser(path, "--dump-dom", scheme))
    assert told
    ground, ink = [
        sum(map(int, re.findall(r"\d+", each))) for each in told[1].split("on")
    ]
    assert (ground > ink) == light
