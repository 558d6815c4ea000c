"""What the fields of an event are called when a person reads them."""

from __future__ import annotations

from timeline_tui.render.cells import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Cite, Event, Figure

STANCE_WORDS = {
    "supports": "reports",
    "qualifies": "adds a limit",
    "reframes": "frames otherwise",
    "contradicts": "contradicts",
}
"""How an account stands to the event, in words."""
LINK_WORDS = {
    "part-of": "part of",
    "response-to": "in response to",
    "because-of": "because of",
}
"""How an event belongs to another, in words."""
MATCH_WORDS = {
    "under way": "under way in the period asked for, and beyond it",
    "possible": "may fall in the period asked for",
}
"""How an event meets the dates asked for, where it is not simply inside them."""
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def names(library: Library, ids: Iterable[str], joint: str = " · ") -> str:
    """The display names of some ids, joined."""
    return joint.join([shown(library.name(one)) for one in ids])


def anchor_words(cite: Cite) -> str:
    """The anchor words of a citation in quotes; nothing where it has none."""
    if not cite.start:
        return ""
    words = f"{cite.start} … {cite.end}" if cite.end else f"{cite.start} …"
    return f"“{shown(words)}”"


def status_words(event: Event) -> str:
    """The kind of an event, its weight, and whether it has happened."""
    words = [event.kind]
    if event.importance != "secondary":
        words.append(event.importance)
    if event.status != "happened":
        words.append(event.status)
    return " · ".join([shown(word) for word in words])


def figure_words(figure: Figure) -> str:
    """The value of a figure with its unit, no sharper than it is given."""
    if figure.value is not None:
        value = number_words(figure.value)
        for given, word in (
            (figure.about, "about"),
            (figure.over, "over"),
            (figure.under, "under"),
        ):
            if given:
                value = f"{word} {value}"
    elif figure.low is not None and figure.high is not None:
        value = range_words(figure.low, figure.high)
        value = f"about {value}" if figure.about else value
    elif figure.low is not None:
        value = f"{number_words(figure.low)} or more"
    elif figure.high is not None:
        value = f"{number_words(figure.high)} or less"
    else:
        value = "no number"
    if figure.unit in ("%", "percent"):
        return f"{value}%" if figure.unit == "%" else f"{value} percent"
    return f"{value} {shown(figure.unit)}".rstrip()


def number_words(number: float) -> str:
    """A number as people write it: 1,500; 2.59 billion."""
    for size, word in _LARGE:
        if abs(number) >= size:
            return f"{_digits(number / size)} {word}"
    return _digits(number)


def range_words(low: float, high: float) -> str:
    """Two numbers as a range, the word for their size told once: 2–3 billion."""
    one, other = number_words(low), number_words(high)
    first, _, size = one.partition(" ")
    if size and other.endswith(size):
        return f"{first}–{other}"
    return f"{one}–{other}"


def _digits(number: float) -> str:
    """A number with separators and no trailing zeros."""
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.12g}"


def figure_when(figure: Figure) -> str:
    """The time that a figure is of; nothing where it has none."""
    if figure.as_of is not None:
        return f"as of {figure.as_of.words}"
    return figure.period.words if figure.period is not None else ""


def measure_words(measure: str) -> str:
    """A measure as words: `remittances-from-russia` is "remittances from russia"."""
    return shown(measure.replace("-", " "))
