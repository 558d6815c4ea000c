"""An outside world for tests: streams that are kept, a chosen terminal, a fixed day."""

from __future__ import annotations

import io
from datetime import date

from timeline_tui.cli.main import main
from timeline_tui.cli.outside import Outside

TODAY = date(2024, 5, 17)
"""The day it is in tests."""


class FakeOutside(Outside):
    """The outside world, with what was written to it."""

    def __init__(
        self,
        *,
        environ: dict[str, str] | None = None,
        size: tuple[int, int] | None = None,
        stdin: bytes = b"",
    ) -> None:
        """Start with nothing written, in a pipe unless there is a `size`."""
        self.written = io.StringIO()
        self.said = io.StringIO()
        super().__init__(
            out=self.written,
            say_to=self.said,
            stdin=io.BytesIO(stdin),
            environ={"TERM": "xterm-256color", **(environ or {})},
            size=size,
            today=TODAY,
        )

    def run(self, *argv: str) -> int:
        """Carry out a command line and return its exit code."""
        return main(argv, self)

    @property
    def stdout(self) -> str:
        """What was printed."""
        return self.written.getvalue()

    @property
    def stderr(self) -> str:
        """What was said."""
        return self.said.getvalue()
