"""Text that would do harm on a terminal, and what no output may hold."""

from __future__ import annotations

import re
from dataclasses import replace

from render.harbour import CALL, SOURCES
from strategies import HOSTILE
from timeline_tui.model.event import Actor, Event, Theme
from timeline_tui.model.source import Source

VECTOR = (*HOSTILE, "\ud800")
"""Those that a store may hold, and half a character."""
ALL = " ".join(VECTOR)
_LIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\U000e0000-\U000e0fff\ud800-\udfff]"
)


def live_characters(text: str) -> list[str]:
    """The characters of a text that a terminal would act upon, newlines aside."""
    return _LIVE.findall(text)


def hostile_event() -> Event:
    """An event with hostile text in every field that takes any."""
    accounts = tuple(
        replace(
            account,
            says=ALL,
            via=ALL,
            by=(ALL,),
            who=(ALL,),
            cite=tuple(replace(cite, start=ALL, end=ALL) for cite in account.cite),
        )
        for account in CALL.accounts
    )
    figures = tuple(
        replace(figure, measure=ALL, unit=ALL, counts=ALL, by=(ALL,))
        for figure in CALL.figures
    )
    return replace(
        CALL,
        title=ALL,
        summary=ALL,
        date_basis=ALL,
        disputed=ALL,
        actors=("ada", ALL),
        themes=(ALL,),
        places=(ALL,),
        accounts=accounts,
        figures=figures,
        links=tuple(replace(link, to=ALL) for link in CALL.links),
    )


def hostile_sources() -> tuple[Source, ...]:
    """The sources, with hostile text in every field that takes any."""
    return tuple(
        replace(
            source,
            title=ALL,
            publisher=ALL,
            short=ALL,
            letter="\x1b",
            authors=(ALL,),
            published_basis=ALL,
            perspective=ALL,
            genre=ALL,
            language=ALL,
            url="http://x\x1b\\\x1b]0;P\x07",
            paragraphs=tuple(
                replace(paragraph, digest=ALL, role=ALL, uncited=ALL)
                for paragraph in source.paragraphs
            ),
        )
        for source in SOURCES
    )


HOSTILE_ACTOR = Actor(id="ada", name=ALL, kind=ALL, role=ALL, of=ALL, aliases=(ALL,))
HOSTILE_THEME = Theme(id="bridge", name=ALL, aliases=(ALL,))
