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
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Account, Event, Figure, Link
    from timeline_tui.render.lines import Span

_ROLES = {"label": "b", "value": "b"}


class Page:
    """What an article has to know of the page that it stands on.

    Attributes:
        library: The store that its events are of.
        once: Whether an event stands there once at the most, so that its id leads to
            it.
    """

    __slots__ = ("_selection", "library", "once")

    def __init__(self, library: Library, selection: Selection, *, once: bool) -> None:
        """Take the events of the page."""
        self.library = library
        self.once = once
        self._selection = selection

    def anchor(self, event_id: str) -> str:
        """The fragment that leads to an event; empty where it is not on the page."""
        row = self.library.row_of(event_id) if self.once else None
        if row is None:
            return ""
        chosen = self._selection
        here = row in chosen.timeline or row in chosen.possible
        return f"event-{text(event_id)}" if here else ""


class Article:
    """The article of one event.

    Attributes:
        html: The whole element.
        filters: The ids by which it is found, by "actor", "theme" and "source".
        next_note: The number that the first note of the next event takes.
    """

    __slots__ = (
        "_library",
        "_links",
        "_notes",
        "_page",
        "filters",
        "html",
        "next_note",
    )

    def __init__(
        self,
        event: Event,
        page: Page,
        first_note: int,
        *,
        anchor: int,
        match: str = "",
    ) -> None:
        """Lay out an event.

        `anchor` is a number of its own on the page; `match` says how it meets the
        dates asked for, if there is something to say.
        """
        self._page = page
        self._library = page.library
        self._notes: dict[str, int] = {}
        self._links: dict[str, str] = {}
        self.next_note = first_note
        actors = [*event.actors, *[who for told in event.accounts for who in told.who]]
        self.filters = {
            "actor": tuple(dict.fromkeys(actors)),
            "theme": event.themes,
            "source": event.sources,
        }
        parts = [*self._head(event, anchor, match), *self._body(event)]
        self.html = "\n".join([*parts, *self._foot(), "</article>\n"])

    def _head(self, event: Event, anchor: int, match: str) -> Iterator[str]:
        """The start of the article: what can be filtered by, title, date and kind."""
        filters = "".join(
            [
                f' data-{key}="{text(" ".join(ids))}"'
                for key, ids in self.filters.items()
            ]
        )
        name = self._page.anchor(event.id) or f"event-{anchor + 1}"
        yield f'<article id="{name}"{filters}>'
        title = f"{element('span', event.date.words, 'date')} {text(event.title)}"
        yield f"<h3>{title}</h3>"
        told = text(f"{status_words(event)} · {event.id}")
        known = f' · <span class="match">{text(match)}</span>' if match else ""
        yield f'<p class="kind">{told}{known}</p>'

    def _body(self, event: Event) -> Iterator[str]:
        """Who, where, summary, dispute, accounts, figures, links, and who is silent."""
        yield from _listed(facts(event, self._library), "facts")
        for paragraph in event.summary.split("\n"):
            if paragraph.strip():
                yield element("p", paragraph)
        if event.disputed:
            told = f"<b>≠ Disputed:</b> {text(event.disputed)}"
            yield f'<p class="disputed">{told}</p>'
        if event.accounts or event.figures:
            yield '<ul class="tellings">'
            yield from self._tellings(event)
            yield "</ul>"
        if event.links:
            yield '<ul class="links">'
            yield from (f"<li>{self._link(link)}</li>" for link in event.links)
            yield "</ul>"
        yield from _listed(silence(event, self._library), "facts silence")

    def _tellings(self, event: Event) -> Iterator[str]:
        """The accounts and figures with the marks of their notes."""
        library = self._library
        for account in event.accounts:
            mark = self._mark(account_note(account, library), account)
            told = _marked_up(account_spans(account, library)) + mark
            yield f'<li class="stance-{text(account.stance)}">{told}</li>'
        for figure in event.figures:
            mark = self._mark(figure_note(figure, library), figure)
            told = _marked_up(figure_spans(figure, library)) + mark
            yield f'<li class="figure">{told}</li>'

    def _link(self, link: Link) -> str:
        """An event that this one is linked to; on the same page it is led to."""
        told = text(link_words(link, self._library))
        anchor = self._page.anchor(link.to)
        return f'<a href="#{anchor}">{told}</a>' if anchor else told

    def _mark(self, note: str, told: Account | Figure) -> str:
        """The mark of a note; a note that stands already keeps the number it has."""
        if not note:
            return ""
        known = self._notes.get(note)
        if known is not None:
            return f'<sup><a href="#note-{known}">{known}</a></sup>'
        number = self._notes[note] = self.next_note
        source = self._library.source(told.source)
        self._links[note] = address_link(note, source, told.cite)
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
            back = (
                f'<a class="number" href="#mark-{number}"'
                f' aria-label="back to the text">{number}</a>'
            )
            yield f'<li id="note-{number}">{back} {self._links[note]}</li>'
        yield "</ol>"


def _listed(known: Iterable[tuple[str, str]], role: str) -> Iterator[str]:
    """Labels, each with what is known; nothing where there are none."""
    rows = [
        f"<div>{element('dt', f'{label}:')} {element('dd', told)}</div>"
        for label, told in known
    ]
    if rows:
        yield f'<dl class="{role}">{"".join(rows)}</dl>'


def _marked_up(spans: Iterable[Span]) -> str:
    """Spans as HTML: labels and values strong, stances and disputes marked."""
    out = []
    for told, role in spans:
        body = text(told)
        if role in _ROLES and body.strip(": "):
            tag = _ROLES[role]
            body = f"<{tag}>{body}</{tag}>"
        elif role.startswith("stance-"):
            body = f'<span class="stance">{body}</span>'
        elif role == "disputed":
            body = f'<span class="own">{body}</span>'
        out.append(body)
    return "".join(out)
