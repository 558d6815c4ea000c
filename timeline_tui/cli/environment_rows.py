"""What is said of the environment: for help, the manual page and the reference."""

from __future__ import annotations

VARIABLES = (
    ("KGTL_STORE", "the store to read where --store names none"),
    ("KGTL_TEXTS", "the folder of your copies of the documents"),
    ("KGTL_PAGER, PAGER", "what long text on a terminal is read with; empty for none"),
    ("LESS", "the options of less; FRX where it is not set"),
    ("VISUAL, EDITOR", "what the explorer opens a store with"),
    ("SHELL", "what the explorer hands events to with |"),
    (
        "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR",
        "whether to use colour, after --color, in this order",
    ),
    ("TERM", "dumb for a terminal that cannot show the explorer: the list is printed"),
    ("COLORTERM", "truecolor for a terminal that has all colours"),
    ("COLUMNS", "how wide a view is in a pipe; 100 where it is not set"),
    ("SOURCE_DATE_EPOCH", "the second that calendars are stamped with"),
    ("XDG_CONFIG_HOME", "the folder of kgtl/config.toml; kgtl config shows it"),
    ("XDG_CACHE_HOME", "where the index of a store is kept"),
    ("XDG_STATE_HOME", "where the explorer keeps marks, saved views and your place"),
    ("XDG_DATA_HOME", "where kgtl/*.txt are looked at as your copies, too"),
)
"""What the environment may say."""
