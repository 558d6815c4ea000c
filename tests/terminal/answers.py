"""What a terminal answers when a program asks it something."""

from __future__ import annotations

import re

_QUESTION = re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)|\x1b\[0?c")
_LONGEST = 8


class Answers:
    """Finds the questions in what a program writes, wherever the reads cut them."""

    def __init__(self, background: str | None) -> None:
        """Take the colour to answer with; None stays mute."""
        self._background = background
        self._pending = b""

    def to(self, data: bytes) -> bytes:
        """Return the answers to what is asked in `data` and what came before."""
        if self._background is None:
            return b""
        data = self._pending + data
        answers, last = [], 0
        for question in _QUESTION.finditer(data):
            last = question.end()
            if question[0].startswith(b"\x1b]"):
                answers.append(b"\x1b]11;%s\x1b\\" % self._background.encode())
            else:
                answers.append(b"\x1b[?62;22c")
        self._pending = data[max(last, len(data) - _LONGEST) :]
        return b"".join(answers)
