"""What the widgets tell the screen that the reader did with the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class LinePressed(Message):
    """A line of a pane was pressed."""

    pane: str
    line: int
    """The line of the pane's content, from 0."""
    x: int
    """The cell of the line, from 0."""
    twice: bool = False
    """Whether it is the second press of a double one."""


@dataclass
class Wheeled(Message):
    """The wheel was turned over a pane."""

    pane: str
    lines: int
    """Lines to go on; negative to go back."""


@dataclass
class StripPointed(Message):
    """The mouse is over a column of the density strip."""

    x: int


@dataclass
class StripLeft(Message):
    """The mouse has left the density strip."""


@dataclass
class StripBrushed(Message):
    """A stretch of the density strip is dragged over."""

    begin: int
    """The column where it began."""
    end: int
    is_done: bool
    """Whether the button was let go."""
