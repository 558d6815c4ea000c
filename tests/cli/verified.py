"""`kgtl verify` as it is run on the store of the harbour, and what it told."""

from __future__ import annotations

from pathlib import Path

from cli.fake_outside import FakeOutside


class Ran(FakeOutside):
    """What `kgtl verify` did with the harbour's store."""

    def __init__(
        self, *argv: str, store: str = "events.toml", stdin: bytes = b"", **env: str
    ) -> None:
        super().__init__(environ=env, stdin=stdin)
        self.code = self.run("verify", "--store", store, *argv)

    @property
    def lines(self) -> list[str]:
        return self.stdout.splitlines()

    @property
    def complaints(self) -> list[str]:
        """The lines that begin with a file of the store and a line in it."""
        return [line for line in self.lines if ".toml:" in line]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)
