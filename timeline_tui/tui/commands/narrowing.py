"""The commands on marks, gaps, periods, chips and saved views."""

from __future__ import annotations

from timeline_tui.tui.commands.panes import (
    ALL,
    DETAIL,
    FIGURES,
    LIST,
    READ,
    ROWS,
    Line,
)

ROVING: tuple[Line, ...] = (
    (
        "note",
        "M",
        READ,
        "mark with a note",
        "Mark the event with a note of yours, or change the note.",
    ),
    (
        "resume",
        "f7 `",
        READ,
        "where you left",
        "Go to the event that was read last in the session before.",
    ),
    (
        "next_gap",
        ") J",
        READ,
        "next gap",
        "Go past the next month or more without events; tells how long and why.",
    ),
    (
        "previous_gap",
        "( K",
        READ,
        "previous gap",
        "Go to before the previous month or more without events; tells why.",
    ),
)
NARROWING: tuple[Line, ...] = (
    (
        "drop",
        "X",
        ALL,
        "drop a filter",
        "Choose a term of the query to drop; its chip can be pressed as well.",
    ),
    (
        "drop_last",
        "backspace",
        ALL,
        "drop the last filter",
        "Drop the last term of the query.",
    ),
    (
        "only_month",
        "i",
        READ,
        "only this month",
        "Show only the month of the event; again to show all dates.",
    ),
    (
        "narrow_period",
        "z shift+down",
        ROWS,
        "narrower period",
        "Show the event's year, then its quarter, month and day.",
    ),
    (
        "widen_period",
        "Z shift+up",
        ROWS,
        "wider period",
        "Show the month, quarter or year around the period, then all dates.",
    ),
    (
        "next_period",
        "> shift+right",
        (LIST, DETAIL, FIGURES),
        "next period",
        "Show the next month, quarter, year or stretch that is as long.",
    ),
    (
        "previous_period",
        "< shift+left",
        (LIST, DETAIL, FIGURES),
        "previous period",
        "Show the previous month, quarter, year or stretch that is as long.",
    ),
    (
        "views",
        "V",
        ALL,
        "saved views",
        "List the saved views: open one, save this view, or delete one.",
    ),
    (
        "save_view",
        "ctrl+s",
        ALL,
        "save this view",
        "Save the query under a name, for this store.",
    ),
)
