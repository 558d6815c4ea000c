"""The style "bibtex": an entry of biblatex for each document cited."""

from __future__ import annotations

import re

from timeline_tui.render.citations import sources_of
from timeline_tui.render.citations.dates import Parts, plain_date
from timeline_tui.render.citations.people import name_of
from timeline_tui.render.note import NO_ADDRESS, address, published_words
from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.source import Source
    from timeline_tui.render.citations import Teller

_TYPES = {
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "article-journal": ("article", ""),
    "article": ("article", ""),
    "report": ("report", ""),
    "book": ("book", ""),
    "thesis": ("thesis", ""),
    "webpage": ("online", ""),
    "post": ("online", ""),
    "post-weblog": ("online", ""),
}
"""A type of CSL → the type of entry and what it is a kind of."""
_HOUSE = {"article": "journaltitle", "report": "institution", "book": "publisher"}
"""The field for who published it; an organization elsewhere."""
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9_:.-]")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_SEASON_BASE = 20
_BABEL = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "kk": "kazakh",
    "ky": "kyrgyz",
    "ru": "russian",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}
"""The code of a language → the name under which LaTeX hyphenates and quotes in it."""


def cited(tellers: Sequence[Teller], library: Library) -> list[str]:
    """Give the entries of the documents cited, each once."""
    return entries(library.source(known_as) for known_as in sources_of(tellers))


def entries(sources: Iterable[Source]) -> list[str]:
    """The entries of documents; two whose ids make one key get different ones."""
    taken: set[str] = set()
    written = []
    for source in sources:
        key = stem = _NOT_IN_KEYS.sub("-", source.id) or "source"
        number = 1
        while key in taken:
            number += 1
            key = f"{stem}:{number}"
        taken.add(key)
        written.append(entry(source, key))
    return written


def entry(source: Source, key: str) -> str:
    """One entry, without a line break at its end."""
    kind, subtype = _TYPES.get(source.type, ("online" if source.url else "misc", ""))
    url = address(source)
    fields = {
        "author": " and ".join([_name(author) for author in source.authors]),
        "title": f"{{{tex(source.title)}}}" if source.title else "",
        _HOUSE.get(kind, "organization"): tex(source.publisher),
        "entrysubtype": subtype,
        "date": _date(source.published) if source.published else "",
        "note": tex(_note(source)),
        **_language(source.language),
        "url": "" if url.startswith(NO_ADDRESS) else _url(url),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}"


def _language(code: str) -> dict[str, str]:
    """The field of a language; one that LaTeX has no name for here is printed."""
    known = _BABEL.get(code.partition("-")[0])
    return {"langid": known} if known else {"language": tex(code)}


def tex(text: str) -> str:
    """A text as TeX reads it: one line, nothing in it a command, braces in pairs."""
    shown = " ".join(safe(text).split())
    return "".join([_TEX.get(sign, sign) for sign in shown])


def _url(url: str) -> str:
    """An address for a field that is read as it stands, but for its braces."""
    for sign in "{}\\":
        url = url.replace(sign, f"%{ord(sign):02X}")
    return url


def _name(author: str) -> str:
    """A name, in braces of its own where BibTeX would take it apart."""
    name = name_of(author)
    if not name.given:
        return f"{{{tex(name.family)}}}"
    is_plain = " and " not in f" {author} " and author.count(",") == 1
    family, given = tex(name.family), tex(name.given)
    return f"{family}, {given}" if is_plain else f"{{{family}}}, {{{given}}}"


def _date(when: EdtfDate) -> str:
    """The date of level 1 of EDTF that says the most without saying too much."""
    plain = plain_date(when)
    if plain.season:
        start = f"{plain.start[0]:04}-{_SEASON_BASE + plain.season}"
    else:
        start = _written(plain.start)
    sign = "~" if when.approximate or (plain.circa and not when.uncertain) else ""
    if when.uncertain:
        sign = "%" if sign else "?"
    end = f"/{_written(plain.end)}{sign}" if plain.end else ""
    return f"{start}{sign}{end}"


def _written(parts: Parts) -> str:
    return "-".join(
        [f"{number:0{4 if n == 0 else 2}}" for n, number in enumerate(parts)]
    )


def _note(source: Source) -> str:
    when = source.published
    if when is None or plain_date(when).exact:
        return ""
    return f"published {published_words(source)}"
