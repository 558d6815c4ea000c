"""Who and what the invented harbour town is about, and the papers that tell."""

from __future__ import annotations

from timeline_tui.model.dates import parse
from timeline_tui.model.event import Actor, Theme
from timeline_tui.model.source import Paragraph, Source

ACTORS = (
    Actor(id="harbour", name="Harbour Town", kind="state"),
    Actor(id="mill", name="Mill Village", kind="state"),
    Actor(
        id="ada",
        name="Ada Berg",
        role="Mayor of Harbour Town",
        of="harbour",
        aliases=("A. Berg", "Ада Берг"),
    ),
    Actor(id="otto", name="Otto Lind", role="Headman of Mill Village", of="mill"),
    Actor(id="guild", name="Guild of Bakers", kind="organisation", of="mill"),
)
THEMES = (
    Theme(id="bridge", name="The bridge"),
    Theme(id="grain", name="Grain and bread", aliases=("bread",)),
)


def _paragraphs(*digests: str, **roles: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            n=n, role=roles.get(f"p{n}", "body"), hash=f"n1:{n:016x}", digest=digest
        )
        for n, digest in enumerate(digests, 1)
    )


SOURCES = (
    Source(
        id="herald-2023",
        title="Two banks, one river",
        publisher="The Herald",
        short="Herald",
        letter="H",
        published=parse("2023-07-06"),
        published_basis="printed under the title",
        url="https://herald.example/2023/07/06/two-banks",
        genre="interview",
        language="en",
        interviewees=("otto",),
        perspective="Paper of the harbour; calls the dispute a quarrel.",
        paragraphs=_paragraphs(
            "Why the two places need one another",
            "The telephone call and what each side said of it",
            "Photo caption: the two leaders on the bridge",
            "What the bakers gained",
            p3="caption",
        ),
    ),
    Source(
        id="gazette-2022",
        title="Grain without borders?",
        publisher="Mill Gazette",
        short="Gazette",
        letter="G",
        authors=("Holm, Eva",),
        published=parse("[2022-09-21..2022-11]"),
        published_basis="no day is printed; it tells of the fair of 21 September",
        paragraphs=_paragraphs(
            "The fair and its guests", "How much grain crossed", "The call of February"
        ),
    ),
    Source(
        id="almanac-2023",
        title="A year by the river",
        publisher="River Almanac",
        short="Almanac",
        letter="A",
        published=parse("[2023-05-24..]"),
        published_basis="the newest date in it is 24 May 2023",
    ),
    Source(
        id="courier-2021",
        title="First visit across the water",
        publisher="Courier",
        letter="C",
        published=parse("2021-02-25"),
        url="https://courier.example/visit",
    ),
    Source(id="notes-2023", publisher="Notes", short="Notes", letter="N"),
)
