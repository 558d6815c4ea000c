"""One HTML file that needs nothing else: read, filtered and printed without a network.

It reads without its script, which only filters. A policy inside the file allows that
script and its style by their hashes and nothing from elsewhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from timeline_tui.render.colophon import colophon, told_sources
from timeline_tui.render.formats.headings import events_of, parts
from timeline_tui.render.html import address_link, element, text
from timeline_tui.render.html_event import Article, Page
from timeline_tui.render.note import source_note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.source import Source
    from timeline_tui.render.formats import Options

_MANIFOLD = ("actor", "theme", "source")
"""What an event may have several of, and so stand under several headings."""
_FILTERS = (("actor", "Actor"), ("theme", "Theme"), ("source", "Source"))


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the page; gives how many events it has, each as often as it is told.

    Notes are numbered through and stand below their event.
    """
    style, script = _file("page.css"), _file("page.js")
    out.writelines(_head(selection, library, style, script))
    count = 0
    note = 1
    told: set[str] = set()
    counts: dict[str, Counter[str]] = {field: Counter() for field, _ in _FILTERS}
    page = Page(library, selection, once=options.group_by not in _MANIFOLD)
    for heading, part in parts(selection, options):
        out.write("<section>\n")
        if heading:
            out.write(element("h2", heading) + "\n")
        for event, match in events_of(part, library):
            article = Article(event, page, note, anchor=count, match=match)
            out.write(article.html)
            note = article.next_note
            told.update(told_sources(event))
            for field, found in counts.items():
                found.update(article.filters[field])
            count += 1
        out.write("</section>\n")
    out.write("</main>\n")
    out.writelines(_choices(counts, library))
    out.writelines(_sources([each for each in library.sources if each.id in told]))
    out.writelines(_foot(selection, library, script))
    return count


def _file(name: str) -> str:
    """A part of the page that is a file of its own."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    """How a policy names a part of the page."""
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def _head(
    selection: Selection, library: Library, style: str, script: str
) -> Iterator[str]:
    """Everything before the first event."""
    title = library.title or "Timeline"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"{element('title', title)}\n<style>{style}</style>\n</head>\n<body>\n"
    known = colophon(selection, library)[:2]
    told = " · ".join([f"{label}: {value}" for label, value in known])
    yield f"<header>\n{element('h1', title)}\n{element('p', told, 'lead')}\n</header>\n"
    yield from _form()
    yield "<main>\n"


def _form() -> Iterator[str]:
    """The filters; hidden until a script fills them and makes them work."""
    yield '<form id="filter" role="search" aria-label="Filter the events" hidden>\n'
    yield '<label>Words <input type="search" name="words"></label>\n'
    for field, label in _FILTERS:
        yield f'<label>{label} <select name="{field}"><option value="">all</option>'
        yield "</select></label>\n"
    yield '<button type="reset">Show all</button>\n<output></output>\n</form>\n'


def _choices(counts: dict[str, Counter[str]], library: Library) -> Iterator[str]:
    """The values of each filter, the most frequent first, for the script to take."""
    for field, found in counts.items():
        named = sorted([(-n, library.name(value), value) for value, n in found.items()])
        yield f'<datalist id="{field}-values">\n'
        for less, name, value in named:
            told = text(f"{name} ({-less:,})")
            yield f'<option value="{text(value)}">{told}</option>\n'
        yield "</datalist>\n"


def _sources(sources: list[Source]) -> Iterator[str]:
    """The list of sources: the note of each, how its date is known, where it stands."""
    if not sources:
        return
    yield '<section id="sources">\n<h2>Sources</h2>\n<dl>\n'
    for source in sources:
        yield element("dt", source.label) + "\n"
        yield f"<dd>{address_link(source_note(source), source)}</dd>\n"
        for known in (source.published_basis, source.perspective):
            if known:
                yield element("dd", known, "known") + "\n"
    yield "</dl>\n</section>\n"


def _foot(selection: Selection, library: Library, script: str) -> Iterator[str]:
    """The query, the counts and the store; then the script."""
    yield "<footer>\n"
    for label, value in colophon(selection, library):
        yield element("p", f"{label}: {value}", "lead") + "\n"
    yield f"</footer>\n<script>{script}</script>\n</body>\n</html>\n"
