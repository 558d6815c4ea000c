"""The rules about one event: who tells it, when it was, what is disputed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_tui.store.fields import LONGEST_TITLE
from timeline_tui.store.values import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Event, Figure, Timeline


MOST_SENTENCES = 4
"""How many sentences a summary may have."""
_SENTENCE_END = re.compile(
    r"""(?<!\b\w\.\w)(?<!\b\w)(?<!\b(?:Dr|Mr|Ms|No|St))(?<!\b(?:Mrs|vol))
    [.!?…]+["')\]”’»]*\s+(?=["'(\[“‘«]*[^\W\d_a-zа-яё])""",
    re.VERBOSE,
)  # no end of a sentence: initials, and abbreviations in front of a name


def has_account(event: Event, _: Timeline) -> Iterator[Problem]:
    """An event is told by at least one account, and one of them can be looked up."""
    if not event.accounts:
        advice = "add [[event.account]]"
        yield Problem((), "no source tells it", advice, "no-account")
    elif not any(account.cite for account in event.accounts):
        advice = "add cite = [ { para = …, start = …, hash = … } ] to an account"
        yield Problem((), "no account cites a passage", advice, "no-citation")


def title_length(event: Event, _: Timeline) -> Iterator[Problem]:
    """A title fits on a line."""
    length = len(event.title)
    if length > LONGEST_TITLE:
        what = f"the title has {length} characters"
        advice = f"at most {LONGEST_TITLE}, better 60"
        yield Problem(("title",), what, advice, "title-too-long")


def sentences(text: str) -> int:
    """Count the sentences of a summary."""
    return len(_SENTENCE_END.findall(text)) + 1


def summary_length(event: Event, _: Timeline) -> Iterator[Problem]:
    """A summary is told in a few sentences."""
    count = sentences(event.summary)
    if count > MOST_SENTENCES:
        what = f"the summary has {count} sentences"
        advice = f"at most {MOST_SENTENCES}; the rest belongs to says, or to an event"
        yield Problem(("summary",), what, advice, "summary-too-long")


def inside_coverage(event: Event, timeline: Timeline) -> Iterator[Problem]:
    """An event overlaps the time that the timeline covers."""
    coverage = timeline.coverage
    if coverage and not _overlap(event.date, coverage):
        what = f"{event.date.text} is outside the coverage {coverage.text}"
        yield Problem(("date",), what, "leave background out", "outside-coverage")


def contradicted(event: Event, _: Timeline) -> Iterator[Problem]:
    """What an account contradicts is disputed, but not by every account."""
    against = [account.stance == "contradicts" for account in event.accounts]
    if against and all(against):
        what = "all its accounts contradict it"
        advice = "state the event as its sources tell it"
        yield Problem((), what, advice, "all-contradict")
    elif any(against) and not event.disputed:
        what = "an account contradicts it, but nothing is disputed"
        advice = "say in disputed what the sources differ on"
        trail = ("account", against.index(True), "stance")
        yield Problem(trail, what, advice, "contradicts-undisputed")


def dispute_shown(event: Event, _: Timeline) -> Iterator[Problem]:
    """Where something is disputed, its accounts or figures show the difference."""
    if not event.disputed or any(a.stance != "supports" for a in event.accounts):
        return
    dates = {(account.date or event.date).text for account in event.accounts}
    if len(dates) > 1 or _figures_differ(event.figures):
        return
    what = "it is disputed, but no account differs"
    advice = "give an account another stance, date or figure"
    yield Problem(("disputed",), what, advice, "dispute-unshown")


def other_date(event: Event, _: Timeline) -> Iterator[Problem]:
    """An account gives a date only where it is another one."""
    for place, account in enumerate(event.accounts):
        if account.date == event.date:
            what = "the account's date is the event's"
            trail = ("account", place, "date")
            yield Problem(trail, what, "leave it out", "same-date")


def figure_values(event: Event, _: Timeline) -> Iterator[Problem]:
    """A figure is one number, or a range of two that is not backwards."""
    for place, figure in enumerate(event.figures):
        trail = ("figure", place)
        ends = figure.low is not None or figure.high is not None
        if figure.value is None and not ends:
            what = f"the figure {figure.measure!r} has no number"
            yield Problem(trail, what, "give value, or low and high", "figure-empty")
        elif figure.value is not None and ends:
            what = f"the figure {figure.measure!r} has a value and a range"
            yield Problem(trail, what, "give one of them", "figure-range")
        elif (
            figure.low is not None
            and figure.high is not None
            and figure.low > figure.high
        ):
            what = f"the figure {figure.measure!r} goes from high to low"
            yield Problem(trail, what, "low comes first", "figure-range")


def link_claimed(event: Event, _: Timeline) -> Iterator[Problem]:
    """That one event comes of another is somebody's claim."""
    for place, link in enumerate(event.links):
        if link.kind != "part-of" and not link.source:
            what = f"nobody is named who says {link.kind} {link.to}"
            advice = "name the source that says so"
            yield Problem(("link", place), what, advice, "unclaimed-link")


EVENT_RULES: tuple[Callable[[Event, Timeline], Iterator[Problem]], ...] = (
    has_account,
    title_length,
    summary_length,
    inside_coverage,
    contradicted,
    dispute_shown,
    other_date,
    figure_values,
    link_claimed,
)


def _overlap(one: EdtfDate, other: EdtfDate) -> bool:
    return any(first <= other.last and other.first <= last for first, last in one.parts)


def _figures_differ(figures: tuple[Figure, ...]) -> bool:
    """Tell whether two figures of one measure and time differ."""
    numbers: dict[object, set[object]] = {}
    for figure in figures:
        times = (
            figure.as_of and figure.as_of.text,
            figure.period and figure.period.text,
        )
        same = numbers.setdefault((figure.measure, figure.unit, times), set())
        same.add((figure.value, figure.low, figure.high))
    return any(len(different) > 1 for different in numbers.values())
