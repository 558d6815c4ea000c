"""An invented store: a harbour town and a mill village, told by five papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from render.fake_library import library_of
from render.harbour_records import ACTORS, SOURCES, THEMES
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Account, Cite, Event, Figure, Link

if TYPE_CHECKING:
    from timeline_tui.library.library import Library

__all__ = ("ACTORS", "CALL", "EVENTS", "SOURCES", "THEMES", "harbour")


def _cite(para: int, start: str, end: str = "") -> Cite:
    return Cite(para=para, start=start, end=end, hash=f"n1:{para:016x}")


CALL = Event(
    id="call-2022",
    date=parse("2022-02-26"),
    date_basis="printed in the Gazette, third paragraph",
    title="Ada Berg telephones Otto Lind about the bridge",
    summary=(
        "The mayor and the headman spoke by telephone. Both offices told of it on the"
        " same evening, in different words."
    ),
    kind="statement",
    importance="core",
    actors=("ada", "otto"),
    themes=("bridge",),
    places=("Harbour Town", "Mill Village"),
    disputed="whether a toll was agreed or only talked about",
    accounts=(
        Account(
            source="gazette-2022",
            stance="qualifies",
            by=("otto",),
            via="Evening Wire",
            says="The headman's office says that a toll came up but was not settled.",
            cite=(_cite(3, "in the evening", "the toll"),),
        ),
        Account(
            source="herald-2023",
            stance="contradicts",
            says="The paper has the mayor announce a toll at once.",
            date=parse("2022-02-27"),
            who=("guild",),
            cite=(_cite(2, "she said there"), _cite(3, "both of them")),
        ),
    ),
    figures=(
        Figure(
            measure="toll-per-cart",
            low=2e9,
            high=3e9,
            about=True,
            unit="USD",
            as_of=parse("2022-03"),
            counts="carts with grain",
            source="gazette-2022",
            by=("guild",),
            cite=(_cite(2, "the guild reckons"),),
        ),
        Figure(measure="carts", value=1500, over=True, source="herald-2023"),
    ),
    links=(
        Link(to="visit-2021", kind="response-to", source="herald-2023"),
        Link(to="fair-2022", kind="part-of"),
    ),
)


def _told(*sources: str, stance: str = "supports") -> tuple[Account, ...]:
    return tuple(
        Account(
            source=source,
            stance=stance,
            says="It tells so.",
            cite=(_cite(1, "so it was"),),
        )
        for source in sources
    )


def _event(id_: str, date: str, title: str, *sources: str, **rest: object) -> Event:
    return Event(
        id=id_,
        date=parse(date),
        title=title,
        accounts=_told(*sources),
        **rest,  # type: ignore[arg-type]
    )


EVENTS = (
    CALL,
    _event(
        "founding-2020",
        "2020-10-15",
        "Ada Berg takes office",
        "courier-2021",
        actors=("ada",),
        themes=("bridge",),
    ),
    _event(
        "visit-2021",
        "2021-02-24/2021-02-25",
        "First visit of the mayor to the village",
        "courier-2021",
        "herald-2023",
        actors=("ada", "otto"),
        themes=("bridge",),
    ),
    _event(
        "flood-2021",
        "2021-04-28/2021-05-01",
        "High water closes the ferry",
        "almanac-2023",
    ),
    _event(
        "vote-2021",
        "2021-04",
        "The village votes on the bridge",
        "almanac-2023",
        "herald-2023",
        kind="policy",
        themes=("bridge",),
    ),
    _event(
        "toll-2022",
        "2022-02-26",
        "The guild asks for free passage",
        "herald-2023",
        "gazette-2022",
        "notes-2023",
        kind="statement",
        actors=("guild",),
        themes=("grain",),
    ),
    _event(
        "rumour-2022",
        "2022-02?",
        "Word goes round of a second bridge",
        "notes-2023",
        disputed="whether anybody meant it",
    ),
    _event(
        "lean-2022",
        "2022-03~",
        "Flour grows dear",
        "gazette-2022",
        kind="figure",
        themes=("grain",),
    ),
    _event(
        "fair-2022",
        "2022-09-21",
        "Autumn fair with guests from both banks",
        "gazette-2022",
        actors=("guild", "otto"),
        themes=("grain",),
        importance="core",
    ),
    _event(
        "harvest-2022",
        "2022-35",
        "A thin harvest on the left bank",
        "gazette-2022",
        "almanac-2023",
        themes=("grain",),
    ),
    _event(
        "plan-2022",
        "[2022-02..2022-12]",
        "A plan for the bridge is drawn up in the archive of the ferrymen",
        "almanac-2023",
        kind="policy",
        themes=("bridge",),
    ),
    _event(
        "year-2022",
        "2022",
        "The ferry carries fewer people",
        "almanac-2023",
        kind="figure",
    ),
    _event(
        "pier-2020",
        "2020-10/..",
        "The old pier stays closed",
        "courier-2021",
        kind="policy",
    ),
    _event(
        "opening-2023",
        "2023-10-13",
        "Opening of the bridge, with music",
        "herald-2023",
        status="scheduled",
        actors=("ada", "otto"),
        themes=("bridge",),
    ),
    _event(
        "peace-2023",
        "2023-05-09~",
        "The two councils dine together",
        "herald-2023",
        "almanac-2023",
        "notes-2023",
        kind="assessment",
    ),
)


def harbour(**rest: object) -> Library:
    """The store as a library."""
    return library_of(*EVENTS, sources=SOURCES, actors=ACTORS, themes=THEMES, **rest)
