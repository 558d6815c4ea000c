"""What differs between two stores, as values that say it in a reader's terms."""

from __future__ import annotations

from typing import NamedTuple

ADDED, REMOVED = "added", "removed"
GAINED, LOST, CHANGED = "gained", "lost", "changed"
REWORDED, REORDERED = "reworded", "reordered"
SHARPER, VAGUER, MOVED = "sharper", "vaguer", "moved"
FLAGGED, RESTATED = "flagged", "restated"
CHANGES = (
    ADDED,  # a record that only the second store has
    REMOVED,  # one that only the first has
    SHARPER,  # the date now lies within what it was
    VAGUER,  # it lay within what it now is
    MOVED,  # neither
    FLAGGED,  # the same days, doubted more or less than before
    RESTATED,  # the same days, written as something else, such as one of two
    REWORDED,  # a text says it in other words
    GAINED,  # an event has something more
    LOST,  # or something less
    CHANGED,  # a value is another
    REORDERED,  # the same things stand in another order
)
"""What may have happened to a record or to a part of it."""


class Headline(NamedTuple):
    """What a record that came or went is known by.

    Attributes:
        title: the title, or the name of an actor or theme.
        date: the date of an event; empty for the other records.
    """

    title: str
    date: str = ""


class Difference(NamedTuple):
    """One thing that differs.

    Attributes:
        record: `event`, `actor`, `theme`, `source` or `timeline`.
        id: the record's id; empty for the timeline.
        change: one of `CHANGES`.
        key: the part of the record, named as the store names it; empty where the
            record as a whole came or went. A `source` is an account by one that did
            not tell the event before, or no longer does.
        source: the source of the account or figure that it is about.
        by: who speaks there.
        before, after: values of the model, strings or lists of them; None where
            there was nothing, or is nothing now.
        perhaps: the id under which a removed event may have been added again, or
            the other way round.
        note: what else is to be said, in words.
    """

    record: str
    id: str
    change: str
    key: str = ""
    source: str = ""
    by: tuple[str, ...] = ()
    before: object = None
    after: object = None
    perhaps: str = ""
    note: str = ""
