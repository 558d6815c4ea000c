"""What the tests of the page share: its text taken apart, and a browser to open it."""

from __future__ import annotations

import subprocess
from html.parser import HTMLParser
from pathlib import Path

from consumers import BROWSERS, program
from render.stores import selection, written
from timeline_tui.render.formats import Options

VOID = ("meta", "input")


class Reader(HTMLParser):
    """Takes a page apart, and notices an element that is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.parts: dict[str, str] = {}
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.opened and self.opened[-1] in ("style", "script"):
            self.parts[self.opened[-1]] = data
        else:
            self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


def page(name: str, **options: str) -> str:
    made = Options("html")
    made.group_by = options.get("group_by", "")
    return written(selection(name), made)


def browser(path: Path, *options: str) -> str:
    """What a browser makes of a file, without a network."""
    done = subprocess.run(
        [
            program(*BROWSERS),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={path.parent / 'profile'}",
            "--enable-logging=stderr",
            *options,
            path.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    said = done.stderr.decode(errors="replace")
    assert "CONSOLE" not in said, said
    return done.stdout.decode()
