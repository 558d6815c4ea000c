"""Text as Markdown that is read back as the same text, by CommonMark and by pandoc."""

from __future__ import annotations

import re

from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.render.lines import Span

_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>|~&@$^#]"  # wherever it stands
    r"|:(?=\S)"  # an address, an emoji
    r"|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."  # dashes and dots made of several
    r"|(?<=www)\."
)
_AT_START = re.compile(r"[-+:=%]|\(?\w+[.)](?=\s|$)")
"""What begins a list, a definition, a heading or a title; its last character counts."""
_STRONG = ("label", "date", "title")
_EMPHASIS = ("stance-", "disputed")


def escaped(text: str, *, start: bool = False) -> str:
    """Text on one line without markup; with `start`, as it may begin a paragraph."""
    text = " ".join(safe(text).split())
    marked = {match.start() for match in _MARKUP.finditer(text)}
    first = _AT_START.match(text) if start else None
    if first:
        marked.add(first.end() - 1)
    return "".join(
        [f"\\{letter}" if at in marked else letter for at, letter in enumerate(text)]
    )


def code(text: str) -> str:
    """Text on one line as it stands, between more backticks than it holds in a row."""
    text = " ".join(safe(text).split())
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def of_spans(spans: Iterable[Span]) -> str:
    """Spans as one line: labels strong, stances and disputes emphasised."""
    out = []
    for text, role in spans:
        body = escaped(text)
        if body.strip(":"):
            if role in _STRONG:
                body = f"**{body}**"
            elif role.startswith(_EMPHASIS):
                body = f"*{body}*"
        before = " " if text[:1].isspace() else ""
        after = " " if body and text[-1:].isspace() else ""
        out.append(f"{before}{body}{after}")
    return "".join(out)


def with_link(text: str, address: str) -> str:
    """A citation note in which the web address is a link; none where it is ""."""
    if not address or address not in text or "<" in address or ">" in address:
        return escaped(text, start=True)
    before, _, after = text.partition(address)
    gap = " " if before.endswith(" ") else ""
    tail = " " if after.startswith(" ") else ""
    link = f"<{address}>"
    return f"{escaped(before, start=True)}{gap}{link}{tail}{escaped(after)}"
