"""Where printed text goes: standard output, a pager in front of it, or a file."""
# ruff: noqa: PTH101, PTH105, PTH108, PTH110, PTH113, PTH116, PTH120, PTH123
# pathlib costs more than the whole of this module does.

from __future__ import annotations

import os

from timeline_tui.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.pager import Paged
    from timeline_tui.cli.words import Command


class Printing:
    """A context in which something is printed; it gives the stream to print on.

    `-o FILE` is written beside its place and moved there once it is whole. Text that
    is longer than the terminal goes through the reader's pager, unless `paged` is
    false.
    """

    def __init__(
        self, command: Command, outside: Outside, *, paged: bool = True
    ) -> None:
        """Decide by the command line and the world."""
        self._path = command.get("output")
        if self._path == "-":
            self._path = None
        self._outside = outside
        self._paged = paged and not command.has("no-pager")
        self._file: TextIO | None = None
        self._target = self._part = ""
        self._pager: Paged | None = None

    def __enter__(self) -> TextIO:
        if self._path is not None:
            self._file = self._open(self._path)
            return self._file
        outside = self._outside
        if not self._paged or outside.size is None or outside.dumb:
            return outside.out
        from timeline_tui.cli.pager import Paged, pager_command  # noqa: PLC0415

        pager = pager_command(outside.environ)
        if pager is None:
            return outside.out
        self._pager = Paged(outside.out, outside.size, pager, outside.environ)
        return self._pager  # type: ignore[return-value]  # as much as is used

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if self._file is not None:
            self._finish(self._file, whole=kind is None)
            return False
        if self._pager is None:
            return False
        from timeline_tui.cli.pager import ReaderLeft  # noqa: PLC0415 - only paged

        self._pager.close()
        return isinstance(error, ReaderLeft)

    def _open(self, path: str) -> TextIO:
        try:
            self._target = os.path.realpath(path)
        except OSError:
            raise UsageError(f"cannot write {path}: this folder is gone") from None
        special = os.path.exists(path) and not os.path.isfile(path)
        self._part = "" if special else f"{self._target}.{os.getpid()}.part"
        try:
            return open(
                self._part or path,
                "w" if special else "x",
                encoding="utf-8",
                errors="backslashreplace",
                newline="",
            )
        except FileNotFoundError:
            folder = os.path.dirname(self._target)
            reason = f"there is no folder {folder}; make it first"
            raise UsageError(f"cannot write {path}: {reason}") from None
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None

    def _finish(self, file: TextIO, *, whole: bool) -> None:
        try:
            file.close()
            if whole and self._part:
                if os.path.exists(self._target):
                    os.chmod(self._part, os.stat(self._target).st_mode & 0o7777)
                os.replace(self._part, self._target)
                self._part = ""
        finally:
            if self._part:
                os.unlink(self._part)
