"""How much of a document the events cite, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

    from timeline_tui.model.source import Paragraph, Source


class Coverage(NamedTuple):
    """The paragraphs of a document's body, each in one of three lists.

    Attributes:
        cited: those that an event cites.
        excused: those that no event cites, with the reason: the record says why not,
            or they repeat another one.
        neither: those that no event cites, and nobody says why not.
    """

    cited: list[Paragraph]
    excused: list[tuple[Paragraph, str]]
    neither: list[Paragraph]


def coverage(source: Source, cited: Container[int]) -> Coverage:
    """Sort the body of a document by the numbers of the paragraphs that are cited."""
    found = Coverage([], [], [])
    for part in source.paragraphs:
        if part.role != "body":
            continue
        if part.n in cited:
            found.cited.append(part)
        elif part.uncited or part.repeats:
            why = part.uncited or f"repeats paragraph {part.repeats}"
            found.excused.append((part, why))
        else:
            found.neither.append(part)
    return found
