"""Who and what the ids of a library stand for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.storage import Storage
    from timeline_tui.model.event import Actor, Theme, Timeline
    from timeline_tui.model.source import Source

TIMELINE, ACTOR, THEME, SOURCE = "timeline", "actor", "theme", "source"
"""The kinds of records that a store has besides events; the timeline has no id."""


class Names:
    """Looks up actors, themes and sources by id."""

    __slots__ = ("_names", "_sources", "_storage")

    def __init__(self, storage: Storage) -> None:
        """Read from an open index, when asked."""
        self._storage = storage
        self._names: dict[str, str] = {}
        self._sources: tuple[Source, ...] | None = None

    def name(self, thing_id: str) -> str:
        """Give the display name of an id; the id itself when it is unknown."""
        name = self._names.get(thing_id)
        if name is None:
            found = self._storage.ask(
                "SELECT name FROM thing WHERE id = ? ORDER BY kind", (thing_id,)
            )
            name = self._names[thing_id] = found[0][0] if found else thing_id
        return name

    def actor(self, actor_id: str) -> Actor:
        """Give an actor.

        Raises:
            KeyError: there is none of that id.
        """
        from timeline_tui.store.jsonl import actor_from  # noqa: PLC0415 - costs start-up

        return actor_from(self._record(ACTOR, actor_id))

    def theme(self, theme_id: str) -> Theme:
        """Give a theme.

        Raises:
            KeyError: there is none of that id.
        """
        from timeline_tui.store.jsonl import theme_from  # noqa: PLC0415 - costs start-up

        return theme_from(self._record(THEME, theme_id))

    def source(self, source_id: str) -> Source:
        """Give a source.

        Raises:
            KeyError: there is none of that id.
        """
        from timeline_tui.store.jsonl import source_from  # noqa: PLC0415 - costs start-up

        return source_from(self._record(SOURCE, source_id))

    @property
    def timeline(self) -> Timeline:
        """The head of the store."""
        from timeline_tui.store.jsonl import timeline_from  # noqa: PLC0415 - as above

        return timeline_from(self._record(TIMELINE, ""))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors in the order of the store."""
        return tuple(map(self.actor, self._ids(ACTOR)))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """All themes in the order of the store."""
        return tuple(map(self.theme, self._ids(THEME)))

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources in the order of the store."""
        if self._sources is None:
            self._sources = tuple(map(self.source, self._ids(SOURCE)))
        return self._sources

    def _ids(self, kind: str) -> list[str]:
        """Give the ids of a kind in the order of the store."""
        found = self._storage.ask(
            "SELECT id FROM thing WHERE kind = ? ORDER BY place", (kind,)
        )
        return [thing_id for (thing_id,) in found]

    def _record(self, kind: str, thing_id: str) -> dict[str, object]:
        from json import loads  # noqa: PLC0415 - costs start-up

        found = self._storage.ask(
            "SELECT body FROM thing WHERE id = ? AND kind = ?", (thing_id, kind)
        )
        if not found:
            raise KeyError(thing_id)
        record: dict[str, object] = loads(found[0][0])
        return record
