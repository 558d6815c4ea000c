"""The record of a document: what is needed to cite and re-check it, never its text."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from timeline_tui.model.event import no_extra
from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Extra

ROLES = ("body", "heading", "caption", "credit", "boilerplate")
"""What a paragraph is; accounts cite neither credits nor boilerplate."""
UNCITABLE = ("credit", "boilerplate")
"""The roles that no account may cite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a document: where it stands and what it covers."""

    n: int
    role: str = "body"
    hash: str = ""
    digest: str = ""
    repeats: int = 0
    """The number of the paragraph whose words it repeats; 0 when it does not."""
    uncited: str = ""
    """Why no event cites it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that tells of events."""

    id: str
    title: str = ""
    type: str = ""
    """A CSL type, such as `article-newspaper`."""
    publisher: str = ""
    short: str = ""
    """The one word that stands for it on a screen."""
    letter: str = ""
    """The capital letter that stands for it in a list."""
    authors: tuple[str, ...] = ()
    """As `Surname, Given`."""
    interviewees: tuple[str, ...] = ()
    published: EdtfDate | None = None
    published_basis: str = ""
    url: str = ""
    language: str = ""
    genre: str = ""
    perspective: str = ""
    fingerprint: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)

    @property
    def label(self) -> str:
        """The shortest name that a reader knows it by."""
        return self.short or self.publisher or self.id
