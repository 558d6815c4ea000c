"""The one table of commands: keys, foot, palette, help and tests read it.

A key is the character it types or the name that Textual gives it. Each command is
carried out by the method `do_<name>` of the browsing screen.
"""

from __future__ import annotations

from typing import NamedTuple

LIST, DETAIL, DRAWER, PICK = "list", "detail", "drawer", "pick"
"""Where keys may go; `pick` is the list of an explorer used as a filter."""
ALL = (LIST, DETAIL, DRAWER)
READ = (LIST, DETAIL)
IN_LIST, IN_DETAIL, IN_DRAWER, IN_PICK = (LIST,), (DETAIL,), (DRAWER,), (PICK,)
DIGITS = tuple("123456789")


class Command(NamedTuple):
    """Something that a reader can ask for."""

    name: str
    keys: tuple[str, ...]
    label: str
    """Two or three words, for the foot and the palette."""
    help: str
    """One sentence on what it does."""
    panes: tuple[str, ...]
    """Where its keys work."""
    group: str
    """The heading it stands under in the help."""


Line = tuple[str, str, tuple[str, ...], str, str]
_MOVE: tuple[Line, ...] = (
    ("down", "j down", ALL, "next", "Go to the next event or line."),
    ("up", "k up", ALL, "previous", "Go to the previous event or line."),
    ("page_down", "space pagedown ctrl+f", READ, "page down", "Go a page on."),
    ("page_up", "pageup ctrl+b", READ, "page up", "Go a page back."),
    ("half_down", "ctrl+d", ALL, "half a page down", "Go half a page on."),
    ("half_up", "ctrl+u", ALL, "half a page up", "Go half a page back."),
    ("first", "g home", ALL, "first", "Go to the first event or line."),
    ("last", "G end", ALL, "last", "Go to the last event or line."),
    (
        "next_month",
        "] l right",
        READ,
        "next month",
        "Go to the next month, or other heading, that has events.",
    ),
    (
        "previous_month",
        "[ h left",
        READ,
        "previous month",
        "Go to the start of the month, then to the month before.",
    ),
    ("next_year", "} L", READ, "next year", "Go to the next year."),
    (
        "previous_year",
        "{ H",
        READ,
        "previous year",
        "Go to the start of the year, then to the year before.",
    ),
    (
        "go_to_date",
        ". D",
        READ,
        "go to date",
        "Ask for a date (2022-09, Q3 2022, Oct 2022); go to the first event from it.",
    ),
    ("back", "ctrl+o", ALL, "back", "Go back to where the last jump started."),
    ("forward", "ctrl+n", ALL, "forward", "Go forward again after going back."),
    ("mark", "m", READ, "mark", "Mark the event, or take its mark off."),
    ("next_marked", "' f6", READ, "next mark", "Go to the next marked event."),
)
_READ: tuple[Line, ...] = (
    ("open", "enter", IN_LIST, "open", "Go into the event beside the list."),
    (
        "account",
        " ".join(DIGITS),
        READ,
        "account",
        "Go to the n-th account of the event; from the palette, to the next one.",
    ),
    (
        "follow_link",
        "enter",
        IN_DETAIL,
        "follow link",
        "Go to an event that this one is linked to.",
    ),
    (
        "open_address",
        "o",
        READ,
        "open address",
        "Open the source's address at the passage, or copy it where no browser is.",
    ),
    ("next_pane", "tab", ALL, "next pane", "Go to the next pane."),
    ("previous_pane", "shift+tab", ALL, "previous pane", "Go to the previous pane."),
)
_FIND: tuple[Line, ...] = (
    (
        "search",
        "/ f3",
        ALL,
        "search",
        "Find words, hide nothing, count the hits; in the filters, find a value.",
    ),
    ("next_hit", "n", READ, "next hit", "Go to the next hit, round the end."),
    ("previous_hit", "N", READ, "previous hit", "Go to the previous hit."),
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
        READ,
        "cite",
        "Copy the citation of the account, or of the whole event, as a note.",
    ),
    (
        "copy_command",
        "Y",
        ALL,
        "copy command",
        "Copy the shell command that opens this view, or prints it in a pipe.",
    ),
    (
        "edit_store",
        "e",
        READ,
        "edit store",
        "Open the store in your editor at the event, then read it again.",
    ),
)
_WINDOW: tuple[Line, ...] = (
    ("reload", "r f5", ALL, "reload", "Read the store again."),
    (
        "help",
        "? f1",
        ALL,
        "help",
        "Tell what the keys of this pane do; type to narrow.",
    ),
    (
        "palette",
        "ctrl+p",
        ALL,
        "all actions",
        "List every action with its key; type to narrow, Enter to carry out.",
    ),
    (
        "close",
        "escape",
        ALL,
        "close",
        "Close the top layer, or end the search; never leave.",
    ),
    ("quit", "q", ALL, "quit", "Close the top layer; leave from the last one."),
    ("leave", "ctrl+q", ALL, "leave", "Leave."),
    ("interrupt", "ctrl+c", ALL, "interrupt", "Leave at once, with exit code 130."),
    ("suspend", "ctrl+z", ALL, "suspend", "Go back to the shell; fg returns."),
)
_SECTIONS = {
    "Move": _MOVE,
    "Read": _READ,
    "Find": _FIND,
    "Filter": _FILTER,
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
    LIST: ("open", "search", "filters", "only_actor", "copy_note", "help"),
    DETAIL: ("account", "copy_note", "open_address", "close", "search", "help"),
    DRAWER: ("include", "exclude", "search", "all_filters", "filters", "help"),
    PICK: ("pick", "take", "search", "edit_query", "filters", "help"),
}
"""The six commands that the foot tells in each pane."""
