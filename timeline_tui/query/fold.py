"""One fold for the index, for queries and for highlighting.

Case, accents, compatibility forms and the letter pairs ё/е, й/и, ө/о, ү/у, ң/н make
no difference. What is neither letter nor digit parts words, hyphens and dashes
included, with two exceptions that vanish without parting: apostrophes (so that
`Rus'` is `rus`, and `Naryn's`, folded to `naryns`, still begins with `naryn`) and
characters without a shape, such as soft hyphens, joiners and bidi controls.

Each character folds by itself, to the same text wherever it stands. Folding twice
is therefore folding once, and every folded character knows where it came from.
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_VANISHING = "'ʹʻʼʾʿ‘’‛′\N{COMBINING GRAPHEME JOINER}"
_HYPHENS = "-‐‑﹣－"
_ALIKE = {"ө": "о", "ү": "у", "ң": "н", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}


def _kept(char: str) -> str:
    """What stays of a character that no normal form changes any more."""
    if char in _VANISHING or unicodedata.combining(char):
        return ""
    category = unicodedata.category(char)
    if category[0] in "LN":
        return _ALIKE.get(char, char)
    if category in ("Mn", "Mc"):  # vowel signs, as in Devanagari, are letters
        name = unicodedata.name(char, "")
        return "" if "VARIATION SELECTOR" in name else char
    return "" if category in ("Cf", "Me") else " "


def _folded(char: str) -> str:
    """Fold one character to letters, digits and blanks."""
    if char in _VANISHING:
        return ""
    text = unicodedata.normalize("NFKD", char).casefold()
    return _kept(char) if text == char else "".join(map(_folded, text))


class _Folds(dict[int, str]):
    """A table for `str.translate` that works characters out as it meets them."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


_FOLDS = _Folds()
_APOSTROPHE = b"'"
_ASCII = bytes(
    ord(char.lower()) if char.isalnum() else ord(" ") for char in map(chr, range(128))
).ljust(256)
"""The same for ASCII, which bytes fold ten times as fast."""
_HYPHENED = _Folds(dict.fromkeys(map(ord, _HYPHENS), "-"))


def fold(text: str) -> str:
    """Return `text` as folded words with single blanks between them.

    >>> fold("Анти-военный  ÉLAN, Rus'")
    'анти военныи elan rus'
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    if text.isascii():
        return text.encode().translate(_ASCII, _APOSTROPHE).decode().split()
    return text.translate(_FOLDS).split()


def joined(text: str) -> list[str]:
    """Return the hyphenated words of `text` as written together, folded.

    >>> joined("An anti-war, non-bloc stance -- at last")
    ['antiwar', 'nonbloc']
    """
    hyphened = text.translate(_HYPHENED)
    if "-" not in hyphened:
        return []
    words = (word.strip("-") for word in hyphened.replace("--", " ").split())
    return [word.replace("-", "") for word in words if "-" in word]


class _Word:
    """A folded word and the stretch of the original that it was made of."""

    __slots__ = ("end", "hyphen", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, hyphen: bool) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.hyphen = hyphen
        """Whether only a hyphen stands between this word and the next."""


def _words(text: str) -> Iterator[_Word]:
    folded: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        kept = _HYPHENED[ord(char)]
        folded.append(kept)
        origin.extend([at] * len(kept))
    string = "".join(folded)
    stop = 0
    for word in string.replace("-", " ").split():
        start = string.index(word, stop)
        stop = start + len(word)
        end = origin[stop - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        hyphen = string[stop : stop + 1] == "-" and string[stop + 1 : stop + 2] > "-"
        yield _Word(word, origin[start], end, hyphen=hyphen)


def _row_end(words: list[_Word], parts: list[str], *, phrase: bool) -> int:
    """Where the row of `parts` that `words` begins with ends; 0 if it does not."""
    if len(words) < len(parts):
        return 0
    *whole, last = parts
    if any(word.text != part for word, part in zip(words, whole, strict=False)):
        return 0
    word = words[len(whole)]
    fits = word.text == last if phrase else word.text.startswith(last)
    return word.end if fits else 0


def _compound_end(words: list[_Word], goal: str) -> int:
    """Where the hyphenated word that starts with `goal` ends; 0 if there is none."""
    compound = ""
    for word in words:
        compound += word.text
        if compound.startswith(goal):
            return word.end
        if not (word.hyphen and goal.startswith(compound)):
            break
    return 0


def _found(words: list[_Word], needle: str, *, phrase: bool) -> list[tuple[int, int]]:
    parts = tokens(needle)
    if not parts:
        return []
    goal = "".join(parts)
    if phrase or (len(parts) > 1 and goal not in joined(needle)):
        goal = ""
    found = []
    for at, word in enumerate(words):
        end = _row_end(words[at : at + len(parts)], parts, phrase=phrase)
        if goal and not end and goal.startswith(word.text[: len(goal)]):
            end = _compound_end(words[at : at + len(goal)], goal)
        if end:
            found.append((word.start, end))
    return found


def spans(
    text: str, needles: Iterable[str], *, phrase: bool = False
) -> list[tuple[int, int]]:
    """Find in `text` what a search for `needles` finds.

    A needle finds whole words that start with it; one that folds to several words
    finds them in a row, the last by its start. `anti-war` and `antiwar` find each
    other. With `phrase`, every word of a needle has to stand there in full.

    Returns:
        `(start, end)` in code points of `text`, in order, without overlaps.
    """
    words = list(_words(text))
    found: list[tuple[int, int]] = []
    for needle in needles:
        found += _found(words, needle, phrase=phrase)
    return united(found)


def united(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give stretches of a text in order, those that touch or overlap as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
