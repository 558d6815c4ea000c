"""The documents that a file from elsewhere names, and the file itself as one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline_tui.model.source import Source
from timeline_tui.store.foreign.names import Ids, bare, slug
from timeline_tui.store.source_rules import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.store.foreign.text import ForeignText


class Documents:
    """The sources of a store that is made of one file.

    Attributes:
        file: the file itself, which is what has been read and can be cited.
    """

    def __init__(self, text: ForeignText, name: str) -> None:
        """Take the file; nothing is known of it but its name and its text."""
        self._ids = Ids()
        self.file = Source(
            id=self._ids.fresh(slug(name) or "file"),
            title=name,
            type="dataset",
            genre="imported file; each of its lines is a paragraph",
            fingerprint=text.fingerprint,
        )
        self._named: dict[tuple[str, str], Source] = {}

    def all(self) -> Iterator[Source]:
        """Give the file, then the documents that it names."""
        yield self.file
        yield from self._named.values()

    def named(self, titles: Iterable[str], urls: Iterable[str]) -> list[Source]:
        """Give the documents of a row, by titles and addresses in the same order.

        A title that is an address counts as one. A document is another one when its
        address is another.
        """
        found: dict[str, Source] = {}
        for title, url in zip_longest(titles, urls, fillvalue=""):
            one = ("", title) if is_address(title) and not url else (title, url)
            source = self._source(*one)
            found[source.id] = source
        return list(found.values())

    def _source(self, title: str, url: str) -> Source:
        key = (bare(title) if title else "", url)
        if key not in self._named:
            host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
            made = self._ids.fresh(slug(title or host) or "source")
            genre = f"named in {self.file.title}, not read"
            self._named[key] = Source(
                id=made,
                title=title,
                publisher="" if title else host,
                url=url,
                genre=genre,
            )
        return self._named[key]


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web that a store may have."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return bool(text) and not any(address(Source(id="x", url=text)))
