"""Opens any store, whatever it is written in, for reading once from start to end."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.errors import Fault
    from timeline_tui.model.event import Actor, Event, Theme, Timeline
    from timeline_tui.model.source import Source
    from timeline_tui.store.locate import Where
    from timeline_tui.store.values import Problem


class Reader(Protocol):
    """What a store holds.

    Attributes:
        files: every file that belongs to it.
        folders: the folders in which a TOML file that comes or goes changes it.
        timeline, actors, themes, sources: what it declares, by id, in its order;
            complete only when the events have been read.
        faults: what is wrong so far; grows while the events are read.
        set_aside: how many events were left out because of faults.
    """

    timeline: Timeline
    actors: dict[str, Actor]
    themes: dict[str, Theme]
    sources: dict[str, Source]
    faults: list[Fault]
    set_aside: int

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of the store, as paths."""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders whose list of TOML files belongs to it."""

    def events(self) -> Iterator[Event]:
        """Give the good events in file order; asked again, read again.

        Raises:
            StoreError: what refuses the whole store; faults of single events do not.
        """

    def line_of(self, event_id: str) -> tuple[str, int] | None:
        """Give the path and line of the record with this id; None without one."""

    def knows(self, event_id: str) -> bool:
        """Tell whether a record with this id was met, a faulty one included."""

    def fault(self, record_id: str, problem: Problem) -> Fault:
        """Place a problem of a record; an empty id means the store's head."""


def open_store(where: Where, stdin: BinaryIO | None = None) -> Reader:
    """Open a store.

    Args:
        where: the store, as `locate` finds it.
        stdin: the bytes of standard input, where that is the store.

    Raises:
        StoreError: it cannot be read; JSON Lines say so only when they are read.
    """
    if where.kind in {"lines", "stdin"}:
        from timeline_tui.store.lines import LinesReader  # noqa: PLC0415 - one of two

        return LinesReader(where, stdin)
    from timeline_tui.store.toml import TomlReader  # noqa: PLC0415 - one of two

    return TomlReader(where)
