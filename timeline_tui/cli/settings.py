"""What the reader has set in `config.toml`: keys and looks, with where each is from.

The file is read only by what needs it: the explorer, `cite` and `config`. A file that
cannot be right is refused with its line, before anything is drawn.
"""

from __future__ import annotations

from timeline_tui.errors import UsageError, nearest
from timeline_tui.render import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from timeline_tui.cli.outside import Outside
    from timeline_tui.store.positions import Trail
    from timeline_tui.tui.commands.keymap import Keymap

    Value = str | bool

THEMES = {
    "dark": "kgtl-dark",
    "light": "kgtl-light",
    "16": "kgtl-16",
    "none": "kgtl-none",
}
"""What a theme is called in the file → what it is called in `render.palette`."""
LOOK: dict[str, tuple[Value, tuple[Value, ...], str]] = {
    "theme": ("auto", ("auto", *THEMES), "the colours; auto asks the terminal"),
    "motion": (True, (True, False), "whether anything may glide into its place"),
    "mouse": (True, (True, False), "whether the explorer hears the mouse"),
    "cite_style": ("note", STYLES, "how citations are written"),
}
"""Setting of `[look]` → its default, the values it may have, and what it is."""
NAME = "config.toml"
_SECTIONS = ("keys", "look")


class Settings:
    """The settings in force.

    Attributes:
        path: The file; None when there is no folder for one.
        found: Whether there is such a file.
        look: Setting of `[look]` → its value.
        keys: Action → its keys, of the actions that the file names.
        lines: Setting (`look.theme`, `keys.mark`) → its line in the file, from 1.
        keymap: The keys of the explorer; None for those of the table.
    """

    __slots__ = ("found", "keymap", "keys", "lines", "look", "path")

    def __init__(self, path: str | None = None) -> None:
        """Start with the defaults."""
        self.path = path
        self.found = False
        self.look: dict[str, Value] = {name: LOOK[name][0] for name in LOOK}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.lines: dict[str, int] = {}
        self.keymap: Keymap | None = None

    @property
    def theme(self) -> str | None:
        """The palette that the reader wants; None leaves it to the terminal."""
        return THEMES.get(str(self.look["theme"]))

    @property
    def cite_style(self) -> str:
        """The citation style that the reader wants, a key of `STYLES`."""
        return str(self.look["cite_style"])


def settings(outside: Outside) -> Settings:
    """Read the reader's settings; the defaults where there is no file.

    Raises:
        UsageError: The file cannot be read, or something in it cannot be; the message
            names file and line.
    """
    folder = outside.config_folder
    if folder is None:
        return Settings()
    read = Settings(f"{folder}/{NAME}")
    try:
        with open(f"{folder}/{NAME}", "rb") as file:  # noqa: PTH123 - start-up
            raw = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return read
    except OSError as error:
        raise UsageError(f"cannot read {read.path}: {error.strerror}") from None
    _Reading(read, raw).read_all()
    return read


class _Reading:
    """Reads one file into settings."""

    def __init__(self, into: Settings, raw: bytes) -> None:
        import re  # noqa: PLC0415 - only where there is a file
        import tomllib  # noqa: PLC0415 - only where there is a file

        from timeline_tui.store.positions import line_map  # noqa: PLC0415 - see above

        self._into = into
        into.found = True
        try:
            text = raw.decode()
            self._tables = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            found = re.search(r"line (\d+)", str(error))
            end = raw.count(b"\n") + 1 if "end of document" in str(error) else 0
            line = int(found[1]) if found else end
            place = f"{into.path}:{line}" if line else into.path
            raise UsageError(f"{place}: this is not TOML: {error}") from None
        self._lines = line_map(text)

    def read_all(self) -> None:
        """Read the sections; raises UsageError."""
        for section, table in self._tables.items():
            if section not in _SECTIONS:
                advice = _meant(section, _SECTIONS)
                self._refuse((section,), f"there is no section [{section}]{advice}")
            if not isinstance(table, dict):
                self._refuse((section,), f"{section} is a section: write [{section}]")
        for name, value in self._tables.get("look", {}).items():
            self._read_look(name, value)
        for action, keys in self._tables.get("keys", {}).items():
            self._read_keys(action, keys)
        if self._into.keys:
            self._bind()

    def _read_look(self, name: str, value: object) -> None:
        trail = ("look", name)
        if name not in LOOK:
            self._refuse(trail, f"[look] has no {name!r}{_meant(name, tuple(LOOK))}")
        allowed = LOOK[name][1]
        same = [one for one in allowed if (type(one), one) == (type(value), value)]
        if not same:
            words = ", ".join(map(written, allowed))
            self._refuse(
                trail, f"{name} cannot be {written(value)}; it is one of {words}"
            )
        self._into.look[name] = same[0]
        self._keep_line(trail)

    def _read_keys(self, action: str, given: object) -> None:
        keys = given if isinstance(given, list) else [given]
        names = tuple([key for key in keys if isinstance(key, str)])
        if len(names) < len(keys):
            self._refuse(("keys", action), f"a key of {action} is written in quotes")
        self._into.keys[action] = names
        self._keep_line(("keys", action))

    def _bind(self) -> None:
        from timeline_tui.tui.commands.keymap import (  # noqa: PLC0415 - only if bound
            BindingError,
            rebound,
        )

        try:
            self._into.keymap = rebound(self._into.keys)
        except BindingError as error:
            self._refuse(("keys", error.action), str(error))

    def _keep_line(self, trail: tuple[str, str]) -> None:
        self._into.lines[".".join(trail)] = self._lines.get(trail, 0)

    def _refuse(self, trail: Trail, why: str) -> NoReturn:
        from timeline_tui.store.positions import nearest_line  # noqa: PLC0415 - rare

        line = nearest_line(self._lines, trail)
        place = f"{self._into.path}:{line}" if line else str(self._into.path)
        raise UsageError(f"{place}: {why}")


def written(value: object) -> str:
    """A value as the file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _meant(word: str, known: tuple[str, ...]) -> str:
    near = nearest(word, known)
    return f": did you mean {near}?" if near else f"; there is {', '.join(known)}"
