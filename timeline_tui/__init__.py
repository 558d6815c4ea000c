"""A terminal explorer for curated, source-cited event timelines."""

__version__ = "0.1.0"
