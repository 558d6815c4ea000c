"""Names of authors, and the texts around them, as citation styles write them."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Name(NamedTuple):
    """A name; a body's name, or one without a comma, is all family name."""

    family: str
    given: str = ""


def name_of(text: str) -> Name:
    """Read `Surname, Given`."""
    family, _, given = text.partition(", ")
    return Name(family.strip(), given.strip()) if given.strip() else Name(text.strip())


def initials(given: str) -> str:
    """The initials of given names: `Jean-Paul Ann` is `J.-P. A.`."""
    return " ".join(
        [
            "-".join([f"{part[0]}." for part in name.split("-") if part])
            for name in given.split()
        ]
    )


def listed(names: Sequence[str], last: str) -> str:
    """Names in a row, `last` before the last one: "a, b, and c"; "a and b" of two."""
    if len(names) < 2:  # noqa: PLR2004 - a row is of two or more
        return "".join(names)
    if len(names) == 2:  # noqa: PLR2004 - the comma is for three
        return f"{names[0]} {last} {names[1]}"
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def inner_quotes(title: str) -> str:
    """A title as it stands inside double quotes, its own quotes made single."""
    title = title.replace("“", "‘").replace("”", "’").replace("„", "‘")
    parts = title.split('"')
    return "".join(
        [
            part + ("" if n == len(parts) - 1 else "‘" if n % 2 == 0 else "’")
            for n, part in enumerate(parts)
        ]
    )
