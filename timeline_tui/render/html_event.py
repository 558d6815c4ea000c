"""An event as an article of an HTML page, with its notes below it."""

from __future__ import annotations

from timeline_tui.render.detail import silence
from timeline_tui.render.html import address_link, element, text
from timeline_tui.render.note import account_note, figure_note
from timeline_tui.render.tellings import (
    account_spans,
    facts,
    figure_spans,
    link_words,
)
from timeline_tui.render.words import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.render.lines import Span

_ROLES = {"label": "b", "value": "b"}


class Article:
    """The article of one event.

    Attributes:
        html: The whole element.
        filters: The ids by which it is found, by "actor", "theme" and "source".
        next_note: The number that the first note of the next event takes.
    """

    __slots__ = ("_library", "_notes", "_sources", "filters", "html", "next_note")

    def __init__(
        self, event: Event, library: Library, first_note: int, *, anchor: int
    ) -> None:
        """Lay out an event; `anchor` is a number of its own on the page."""
        self._library = library
        self._notes: dict[str, int] = {}
        self._sources: dict[str, str] = {}
        self.next_note = first_note
        actors = [*event.actors, *[who for told in event.accounts for who in told.who]]
        self.filters = {
            "actor": tuple(dict.fromkeys(actors)),
            "theme": event.themes,
            "source": event.sources,
        }
        parts = [*self._head(event, anchor), *self._body(event)]
        self.html = "\n".join([*parts, *self._foot(), "</article>\n"])

    def _head(self, event: Event, anchor: int) -> Iterator[str]:
        """The start of the article: what can be filtered by, title, date and kind."""
        filters = "".join(
            [
                f' data-{key}="{text(" ".join(ids))}"'
                for key, ids in self.filters.items()
            ]
        )
        yield f'<article id="event-{anchor + 1}"{filters}>'
        title = f"{element('span', event.date.words, 'date')}{text(event.title)}"
        yield f"<h3>{title}</h3>"
        yield element("p", f"{status_words(event)} · {event.id}", "kind")

    def _body(self, event: Event) -> Iterator[str]:
        """Who, where, summary, dispute, accounts, figures, links, and who is silent."""
        for label, told in facts(event, self._library):
            yield element("p", f"{label}: {told}", "basis")
        for paragraph in event.summary.split("\n"):
            if paragraph.strip():
                yield element("p", paragraph)
        if event.disputed:
            yield f"<p><b>≠ Disputed:</b> {text(event.disputed)}</p>"
        links = [text(link_words(link, self._library)) for link in event.links]
        tellings = [*self._tellings(event), *links]
        if tellings:
            yield '<ul class="tellings">'
            yield from (f"<li>{told}</li>" for told in tellings)
            yield "</ul>"
        for label, told in silence(event, self._library):
            yield element("p", f"{label}: {told}", "basis")

    def _tellings(self, event: Event) -> Iterator[str]:
        """The accounts and figures with the marks of their notes."""
        library = self._library
        for account in event.accounts:
            mark = self._mark(account_note(account, library), account.source)
            yield _marked_up(account_spans(account, library)) + mark
        for figure in event.figures:
            mark = self._mark(figure_note(figure, library), figure.source)
            yield _marked_up(figure_spans(figure, library)) + mark

    def _mark(self, note: str, source: str) -> str:
        """The mark of a note; a note that stands already keeps the number it has."""
        if not note:
            return ""
        known = self._notes.get(note)
        if known is not None:
            return f'<sup><a href="#note-{known}">{known}</a></sup>'
        number = self._notes[note] = self.next_note
        self._sources[note] = source
        self.next_note += 1
        return (
            f'<sup><a id="mark-{number}" href="#note-{number}"'
            f' aria-label="note {number}">{number}</a></sup>'
        )

    def _foot(self) -> Iterator[str]:
        """The notes."""
        if not self._notes:
            return
        yield '<ol class="notes">'
        for note, number in self._notes.items():
            told = address_link(note, self._library.source(self._sources[note]))
            back = (
                f'<a class="number" href="#mark-{number}"'
                f' aria-label="back to the text">{number}</a>'
            )
            yield f'<li id="note-{number}">{back}{told}</li>'
        yield "</ol>"


def _marked_up(spans: Iterable[Span]) -> str:
    """Spans as HTML: labels and values strong, stances and disputes marked."""
    out = []
    for told, role in spans:
        body = text(told)
        if role in _ROLES and body.strip(": "):
            tag = _ROLES[role]
            body = f"<{tag}>{body}</{tag}>"
        elif role.startswith(("stance-", "disputed")):
            body = f'<span class="stance">{body}</span>'
        out.append(body)
    return "".join(out)
