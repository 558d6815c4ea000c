"""What a timeline is made of: events, the accounts of them, actors and themes.

Every value is frozen and valid once it exists: readers check before they build, so
nothing downstream checks again. Field names are those of the store format; keys of
a store that start with `x_` are kept in `x`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from timeline_tui.model.dates import EdtfDate

KINDS = ("event", "statement", "policy", "figure", "assessment")
"""What sort of entry an event is."""
STATUSES = ("happened", "scheduled", "expected")
"""Whether an event took place; `happened` is the default."""
IMPORTANCES = ("core", "secondary", "minor")
"""How much of the story hangs on an event."""
STANCES = ("supports", "qualifies", "reframes", "contradicts")
"""How an account stands towards the event as it is stated."""
LINK_KINDS = ("part-of", "response-to", "because-of")
"""How one event belongs to another."""
ACTOR_KINDS = ("person", "state", "organisation", "group")
"""What sort of actor an actor is."""

Extra = Mapping[str, object]
"""The `x_` keys of a record, as they stand."""
_NONE: Extra = MappingProxyType({})


def no_extra() -> Extra:
    """The one empty mapping that records without `x_` keys share."""
    return _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A passage of a source: a paragraph and the anchor words that find it."""

    para: int
    """Paragraph number from 1; a hint, the hash is what counts."""
    start: str = ""
    """The passage's first 2–5 words."""
    end: str = ""
    """Its last 0–3 words."""
    hash: str = ""
    """`n1:` and 16 hex digits of the paragraph's normalised text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One telling of an event: a document may hold several, by different speakers."""

    source: str
    stance: str
    by: tuple[str, ...] = ()
    via: str = ""
    who: tuple[str, ...] = ()
    says: str = ""
    date: EdtfDate | None = None
    cite: tuple[Cite, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a source gives, no sharper than the source gives it."""

    measure: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    about: bool = False
    over: bool = False
    under: bool = False
    unit: str = ""
    as_of: EdtfDate | None = None
    period: EdtfDate | None = None
    counts: str = ""
    source: str = ""
    by: tuple[str, ...] = ()
    cite: tuple[Cite, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That an event belongs to another; `source` is whose claim that is."""

    to: str
    kind: str
    source: str = ""
    x: Extra = field(default_factory=no_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated that at least one source tells."""

    id: str
    date: EdtfDate
    title: str
    date_basis: str = ""
    status: str = "happened"
    summary: str = ""
    kind: str = "event"
    importance: str = "secondary"
    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    disputed: str = ""
    accounts: tuple[Account, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that tell it, each once, in the order given."""
        return tuple(dict.fromkeys(account.source for account in self.accounts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or speaks."""

    id: str
    name: str
    kind: str = "person"
    role: str = ""
    of: str = ""
    """The id of the actor whose side this one is on."""
    aliases: tuple[str, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What an event is about."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    x: Extra = field(default_factory=no_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The head of a store: what it covers and under which title."""

    title: str = ""
    coverage: EdtfDate | None = None
    revised: EdtfDate | None = None
    x: Extra = field(default_factory=no_extra, hash=False)
