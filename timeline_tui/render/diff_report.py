"""What differs between two stores, for a person: grouped, one line a change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline_tui.model.difference import ADDED, REMOVED
from timeline_tui.render.blocks import Block
from timeline_tui.render.cells import shown
from timeline_tui.render.diff_words import change_spans
from timeline_tui.render.lines import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline_tui.model.difference import Difference
    from timeline_tui.render.lines import Line, Span

_GROUPS = (
    "Events added",
    "Events removed",
    "Dates",
    "Sources and accounts",
    "Stances",
    "Disputed",
    "Figures",
    "Wording",
    "Actors, themes and places of events",
    "Links",
    "Citations",
    "Other things about events",
    "Timeline",
    "Actors, themes and sources",
)
_GROUP_OF_KEY = {
    "date": "Dates",
    "source": "Sources and accounts",
    "account": "Sources and accounts",
    "by": "Sources and accounts",
    "who": "Sources and accounts",
    "via": "Sources and accounts",
    "stance": "Stances",
    "disputed": "Disputed",
    "figure": "Figures",
    "title": "Wording",
    "summary": "Wording",
    "says": "Wording",
    "date_basis": "Wording",
    "actors": "Actors, themes and places of events",
    "themes": "Actors, themes and places of events",
    "places": "Actors, themes and places of events",
    "link": "Links",
    "cite": "Citations",
}

_NO_BREAK = "\xa0"  # a blank that wrapping keeps


def report(
    differences: Iterable[Difference], *, width: int | None = None
) -> Iterator[Line]:
    """Give the lines, wrapped to `width` cells; None leaves every change one line."""
    groups: dict[str, list[Difference]] = {}
    for difference in differences:
        groups.setdefault(_group(difference), []).append(difference)
    started = False
    for name in _GROUPS:
        if name not in groups:
            continue
        if started:
            yield ()
        started = True
        count = f" ({len(groups[name]):,})"
        yield ((name, "heading"), (count, "count"))
        for difference in groups[name]:
            yield from _lines(difference, width)


def summary(differences: Sequence[Difference], *, events: int) -> str:
    """Say in one sentence how much differs; `events` is how many are in both."""
    if not differences:
        return f"nothing differs in {_count(events, 'event')}"
    kinds = Counter(
        (d.record, d.change if d.change in {ADDED, REMOVED} else "changed")
        for d in {(d.record, d.id): d for d in differences}.values()
    )
    parts = [
        f"{_count(kinds[record, change], record)} {change}"
        for record in ("event", "actor", "theme", "source")
        for change in (ADDED, REMOVED, "changed")
        if kinds[record, change]
    ]
    parts += ["the timeline changed"] * bool(kinds["timeline", "changed"])
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _group(difference: Difference) -> str:
    if difference.record == "timeline":
        return "Timeline"
    if difference.record != "event":
        return "Actors, themes and sources"
    if not difference.key:
        return "Events added" if difference.change == ADDED else "Events removed"
    return _GROUP_OF_KEY.get(difference.key, "Other things about events")


def _lines(difference: Difference, width: int | None) -> Iterable[Line]:
    name = "" if difference.record == "event" else difference.record
    whose = f"{name} {shown(difference.id)}".strip() if name != "timeline" else ""
    spans: list[Span] = [(whose, "label"), (_NO_BREAK * 2, "space")] if whose else []
    spans += change_spans(difference)
    if width is None:
        kept = [(text.replace(_NO_BREAK, " "), role) for text, role in spans]
        return [merged([("  ", "space"), *kept])]
    block = Block(width, margin=0)
    block.add(spans, indent=2, hang=2)
    return block.lines
