"""The style "csl": CSL-JSON, an array with an item for each document cited."""

from __future__ import annotations

import json

from timeline_tui.render.citations import sources_of
from timeline_tui.render.citations.dates import plain_date
from timeline_tui.render.citations.people import name_of
from timeline_tui.render.note import NO_ADDRESS, address, published_words
from timeline_tui.store.jsonl import harmless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.source import Source
    from timeline_tui.render.citations import Teller

TYPES = frozenset(
    (
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    )
)
"""The types of items in version 1.0.2 of the schema."""
_CONTAINED = ("article", "post", "webpage", "chapter", "entry", "interview")
"""Types that begin so stand in something, which their publisher's name is."""


def cited(tellers: Sequence[Teller], library: Library) -> list[str]:
    """Give the one array of the documents cited, each once."""
    return [array([library.source(known_as) for known_as in sources_of(tellers)])]


def array(sources: Iterable[Source]) -> str:
    """The items of documents as JSON, without a line break at its end.

    What would act upon a terminal is escaped, so that the value stays the same.
    """
    written = ",\n".join([_object(item(source)) for source in sources])
    return harmless(f"[\n{written}\n]") if written else "[]"


def item(source: Source) -> dict[str, object]:
    """One item; only what is known of the document is in it."""
    kind = source.type if source.type in TYPES else "document"
    house = "container-title" if kind.startswith(_CONTAINED) else "publisher"
    url = address(source)
    fields: dict[str, object] = {
        "id": source.id,
        "type": kind,
        "title": source.title,
        "author": [_name(author) for author in source.authors],
        house: source.publisher,
        "issued": _issued(source),
        "genre": source.genre,
        "language": source.language,
        "note": _note(source),
        "URL": "" if url.startswith(NO_ADDRESS) else url,
    }
    return {key: value for key, value in fields.items() if value}


def _object(fields: dict[str, object]) -> str:
    """An object with a key a line."""
    lines = [
        f"    {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in fields.items()
    ]
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _name(author: str) -> dict[str, str]:
    name = name_of(author)
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _issued(source: Source) -> dict[str, object]:
    when = source.published
    if when is None:
        return {}
    plain = plain_date(when)
    ends = [list(parts) for parts in (plain.start, plain.end) if parts]
    issued: dict[str, object] = {"date-parts": ends}
    if plain.season:
        issued["season"] = plain.season
    if plain.circa:
        issued["circa"] = True
    return issued


def _note(source: Source) -> str:
    when = source.published
    if when is None or plain_date(when).exact:
        return ""
    return f"published {published_words(source)}"
