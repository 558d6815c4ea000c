"""The card of an actor, a theme or a source: who or what it is, and how it figures."""

from __future__ import annotations

from timeline_tui.render.blocks import Block
from timeline_tui.render.cells import shown
from timeline_tui.render.note import address, published_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Actor, Theme
    from timeline_tui.model.source import Source
    from timeline_tui.render.lines import Line

MOST = 8
"""So many of the values that occur with it are told."""


def actor_card(
    actor: Actor, library: Library, selection: Selection, width: int | None
) -> list[Line]:
    """The card of an actor; `selection` holds the events it takes part in."""
    block = Block(width, margin=0)
    _add_name(block, actor.name, actor.id)
    facts = [actor.kind, actor.role]
    if actor.of:
        facts.append(f"side of {library.name(actor.of)}")
    block.add([(" · ".join([shown(fact) for fact in facts if fact]), "muted")])
    _add_aliases(block, actor.aliases)
    _add_figuring(block, selection, (("with", "actor"), ("about", "theme")), actor.id)
    return block.lines


def theme_card(theme: Theme, selection: Selection, width: int | None) -> list[Line]:
    """The card of a theme; `selection` holds the events about it."""
    block = Block(width, margin=0)
    _add_name(block, theme.name, theme.id)
    block.add([("theme", "muted")])
    _add_aliases(block, theme.aliases)
    _add_figuring(block, selection, (("who", "actor"), ("beside", "theme")), theme.id)
    return block.lines


def source_card(
    source: Source, library: Library, selection: Selection, width: int | None
) -> list[Line]:
    """The card of a source; `selection` holds the events that it tells."""
    block = Block(width, margin=0)
    _add_name(block, source.title or source.label, source.id)
    kind = " · ".join(
        [shown(fact) for fact in (source.genre or source.type, source.language) if fact]
    )
    if kind:
        block.add([(kind, "muted")])
    block.blank()
    speakers = ", ".join([library.name(one) for one in source.interviewees])
    for label, text in (
        ("outlet", source.publisher),
        ("author", "; ".join(source.authors)),
        ("speaks", speakers),
        ("date", published_words(source)),
        ("", source.published_basis),
        ("at", address(source)),
        ("view", source.perspective),
        (
            "short",
            f"{source.label} ({source.letter})" if source.letter else source.label,
        ),
    ):
        if text:
            block.labelled(label, [(shown(text), "text" if label else "muted")])
    _add_figuring(block, selection, (("who", "actor"), ("about", "theme")), "")
    _add_paragraphs(block, source)
    return block.lines


def _add_name(block: Block, name: str, known_as: str) -> None:
    """Add the name and the id."""
    block.add(
        [(shown(name), "heading"), ("\xa0 ", "space"), (shown(known_as), "faint")],
        hang=2,
    )


def _add_aliases(block: Block, aliases: Sequence[str]) -> None:
    """Add the other names."""
    if aliases:
        text = " · ".join([shown(alias) for alias in aliases])
        block.labelled("also", [(text, "text")])


def _add_figuring(
    block: Block, selection: Selection, fields: Sequence[tuple[str, str]], itself: str
) -> None:
    """Add how many events there are, from when to when, and what occurs in them."""
    block.blank()
    count = len(selection)
    block.labelled("events", [(f"{count:,}", "count")])
    if not count:
        return
    first, last = selection.library.rows([selection[0], selection[count - 1]])
    block.labelled("from", [(f"{first.plain} to {last.plain}", "date")])
    for label, field in (*fields, ("told", "source")):
        told = [
            f"{shown(name)}\xa0{number:,}"
            for value, name, number in selection.counts(field, own=True)
            if number and value != itself
        ]
        more = len(told) - MOST
        if told:
            text = " · ".join(told[:MOST]) + (f" · {more} more" if more > 0 else "")
            block.labelled(label, [(text, "text")])


def _add_paragraphs(block: Block, source: Source) -> None:
    """Add what each paragraph covers, and why no event cites it where none does."""
    if not source.paragraphs:
        return
    block.blank()
    block.heading("Paragraphs")
    for paragraph in source.paragraphs:
        role = "" if paragraph.role == "body" else f"({shown(paragraph.role)}) "
        text = shown(paragraph.digest)
        if paragraph.uncited:
            text += f" (not cited: {shown(paragraph.uncited)})"
        if paragraph.repeats:
            text += f" (repeats ¶{paragraph.repeats})"
        label = f"¶{paragraph.n}".rjust(4)
        block.add(
            [(label, "para"), ("\xa0", "space"), (role, "muted"), (text, "text")],
            hang=5,
        )
