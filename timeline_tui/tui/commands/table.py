"""The one table of commands: keys, foot, palette, help and tests read it.

A key is the character it types or the name that Textual gives it. Each command is
carried out by the method `do_<name>` of the browsing screen.
"""

from __future__ import annotations

from timeline_tui.tui.commands.going import MOVE, READING, VIEWING
from timeline_tui.tui.commands.narrowing import NARROWING, ROVING
from timeline_tui.tui.commands.panes import (
    ALL,
    COMPARISON,
    DETAIL,
    DOCUMENT,
    DRAWER,
    EVERYWHERE,
    FIGURES,
    IN_DRAWER,
    IN_PICK,
    LANES,
    LAYERS,
    LIST,
    MATRIX,
    NOTHING,
    PICK,
    READ,
    Command,
    Line,
)

FOUND = (*READ, *LAYERS)
"""Where words can be found."""
_FIND: tuple[Line, ...] = (
    (
        "search",
        "/ f3",
        EVERYWHERE,
        "search",
        "Find words, hide nothing, count the hits: here, or a value of the filters.",
    ),
    ("next_hit", "n", FOUND, "next hit", "Go to the next hit, round the end."),
    ("previous_hit", "N", FOUND, "previous hit", "Go to the previous hit."),
)
_FILTER: tuple[Line, ...] = (
    (
        "edit_query",
        "& : f4",
        ALL,
        "query",
        "Edit the query; the list follows while you type.",
    ),
    (
        "filters",
        "f",
        ALL,
        "filters",
        "Open the filters with their counts, or close them.",
    ),
    (
        "include",
        "space enter +",
        IN_DRAWER,
        "include",
        "Ask for the value, or no longer; several values of a facet are any of them.",
    ),
    ("exclude", "x -", IN_DRAWER, "exclude", "Exclude the value, or no longer."),
    ("next_facet", "] l right", IN_DRAWER, "next facet", "Go to the next facet."),
    (
        "previous_facet",
        "[ h left",
        IN_DRAWER,
        "previous facet",
        "Go to the previous facet.",
    ),
    (
        "only_actor",
        "a",
        READ,
        "only this actor",
        "Show only events of the event's actor; again to show all.",
    ),
    ("not_actor", "A", READ, "not this actor", "Exclude the event's actor."),
    (
        "only_theme",
        "t",
        READ,
        "only this theme",
        "Show only events of the event's theme; again to show all.",
    ),
    ("not_theme", "T", READ, "not this theme", "Exclude the event's theme."),
    (
        "only_source",
        "s",
        READ,
        "only this source",
        "Show only events that the source tells; again to show all.",
    ),
    ("not_source", "S", READ, "not this source", "Exclude the event's source."),
    (
        "only_speaker",
        "b",
        READ,
        "only this speaker",
        "Show only events that the speaker tells of; again to show all.",
    ),
    ("not_speaker", "B", READ, "not this speaker", "Exclude the event's speaker."),
    (
        "all_filters",
        "F",
        ALL,
        "filters off/on",
        "Turn all filters off, and on again, at the same event.",
    ),
    (
        "possible",
        "p",
        READ,
        "may fall here",
        "List or fold the events too vague to tell whether they fall in the dates.",
    ),
    ("undo", "u", ALL, "undo", "Undo a filter step."),
    ("redo", "ctrl+r", ALL, "redo", "Redo a filter step."),
)
_TAKE: tuple[Line, ...] = (
    ("pick", "tab", IN_PICK, "pick", "Pick the event, or no longer, and go on."),
    (
        "take",
        "enter",
        IN_PICK,
        "take",
        "Leave with the events picked, or else with the current one.",
    ),
    (
        "copy_note",
        "y",
        (*READ, *LAYERS),
        "cite",
        "Copy the citation of the account, or of the whole event, as last styled.",
    ),
    (
        "choose_style",
        "ctrl+y",
        (*READ, *LAYERS),
        "citation style",
        "Choose how citations are copied: note, chicago, apa, bibtex or csl.",
    ),
    (
        "copy_command",
        "Y",
        ALL,
        "copy command",
        "Copy the shell command that opens this view, or prints it in a pipe.",
    ),
    (
        "write",
        "w",
        ALL,
        "write a file",
        "Write the events shown to a file; its ending tells the format.",
    ),
    (
        "pipe",
        "| W",
        ALL,
        "pipe to a command",
        "Hand the events, as text, to a shell command; after ! it has the terminal.",
    ),
    (
        "edit_store",
        "e",
        READ,
        "edit store",
        "Open the store, or a copy of the shipped one, in your editor at the event.",
    ),
)
_WINDOW: tuple[Line, ...] = (
    ("reload", "r f5", ALL, "reload", "Read the store again."),
    (
        "help",
        "? f1",
        EVERYWHERE,
        "help",
        "Tell what the keys of this pane do; type to narrow.",
    ),
    (
        "palette",
        "ctrl+p",
        EVERYWHERE,
        "all actions",
        "List every action with its key; type to narrow, Enter to carry out.",
    ),
    (
        "close",
        "escape",
        EVERYWHERE,
        "close",
        "Give up writing or piping, close the top layer, or end the search.",
    ),
    ("quit", "q", EVERYWHERE, "quit", "Close the top layer; leave from the last one."),
    ("leave", "ctrl+q", EVERYWHERE, "leave", "Leave."),
    (
        "interrupt",
        "ctrl+c",
        EVERYWHERE,
        "interrupt",
        "Leave at once, with exit code 130.",
    ),
    ("suspend", "ctrl+z", EVERYWHERE, "suspend", "Go back to the shell; fg returns."),
)
_SECTIONS = {
    "Move": (*MOVE, *ROVING),
    "Read": READING,
    "View": VIEWING,
    "Find": _FIND,
    "Filter": (*_FILTER, *NARROWING),
    "Take away": _TAKE,
    "Window": _WINDOW,
}
GROUPS = tuple(_SECTIONS)
"""The headings of the help, in order."""
COMMANDS = tuple(
    Command(name, tuple(keys.split()), label, told, panes, group)
    for group, lines in _SECTIONS.items()
    for name, keys, panes, label, told in lines
)
"""Every command, in the order of the help."""
HINTED = {
    LIST: ("search", "filters", "only_actor", "view", "copy_note", "help"),
    DETAIL: ("open", "account", "document", "copy_note", "close", "help"),
    DRAWER: ("include", "exclude", "search", "all_filters", "filters", "help"),
    LANES: ("open", "zoom_in", "zoom_out", "lanes_by", "view", "help"),
    MATRIX: ("open", "compare", "search", "filters", "view", "help"),
    FIGURES: ("open", "compare", "search", "filters", "view", "help"),
    COMPARISON: ("next_account", "open", "follow_link", "copy_note", "close", "help"),
    DOCUMENT: ("search", "next_passage", "open", "copy_note", "close", "help"),
    PICK: ("pick", "take", "search", "edit_query", "filters", "help"),
    NOTHING: ("undo", "all_filters", "edit_query", "filters", "quit", "help"),
}
"""The commands, six at most, that the foot tells in each pane where they can be."""
