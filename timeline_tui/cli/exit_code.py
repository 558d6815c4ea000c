"""What the exit code says; an interface that scripts lean on."""

from __future__ import annotations

FOUND = 0
"""Something was printed, or all is well."""
NOTHING = 1
"""Nothing matched, or a check found faults."""
FAILED = 2
"""The command line cannot be carried out, or the store cannot be read."""
INTERRUPTED = 130
"""Ctrl-C, or Esc in a picker."""
PIPE_CLOSED = 141
"""The reader of the pipe went away."""
BY_SIGNAL = 128
"""Added to the number of the signal that ended the explorer."""
