"""Finds the passage that somebody means: by source, paragraph and words."""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.errors import UsageError, nearest
from timeline_tui.model.source import UNCITABLE
from timeline_tui.query.fold import fold, spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline_tui.model.source import Paragraph, Source
    from timeline_tui.model.text import Span
    from timeline_tui.store.recognise import Copy

_GAPS = ("…", "...")
_PLENTY = 8


class Passage(NamedTuple):
    """Some words of a document.

    Attributes:
        source: the document.
        part: the row of its record for the paragraph.
        text: the paragraph in the reader's copy; empty where none has it as recorded.
        span: where the passage is in that text, in code points.
    """

    source: Source
    part: Paragraph
    text: str = ""
    span: Span = (0, 0)


class Documents:
    """The documents of a store, and the reader's copies of them by source."""

    def __init__(
        self, sources: Mapping[str, Source], copies: Mapping[str, Copy]
    ) -> None:
        """Take what there is; a source needs no copy."""
        self._sources = sources
        self._copies = copies

    def passage(self, source: str | None, para: int | None, typed: str) -> Passage:
        """Find the passage.

        Args:
            source: the id of the document; None looks in every copy.
            para: the number of the paragraph in its record; None looks in the copy.
            typed: words of it in a row, or its first and last with `…` between.

        Raises:
            UsageError: it is not there, there more than once, or may not be cited;
                with where it is or what would help.
        """
        if not fold(typed):
            raise UsageError("give some words of the passage, for its anchor")
        if source is not None and source not in self._sources:
            raise UsageError(f"there is no source {source!r}: {self._near(source)}")
        if source is not None and para is not None:
            return self._in_paragraph(self._sources[source], para, typed)
        if para is not None:
            raise UsageError("--para counts the paragraphs of a --source: name it too")
        return self._anywhere(source, typed)

    def _near(self, source: str) -> str:
        near = nearest(source, self._sources)
        if near:
            return f"did you mean {near}?"
        return f"the sources are {', '.join(self._sources) or 'none at all'}"

    def _in_paragraph(self, source: Source, para: int, typed: str) -> Passage:
        """Find words in one paragraph, or accept them where there is no text of it."""
        part = next((part for part in source.paragraphs if part.n == para), None)
        if part is None:
            count = len(source.paragraphs)
            raise UsageError(f"{source.id} has no paragraph {para}: it has {count}")
        _refuse_uncitable(source, part)
        text = self._text(source, part)
        if not text:
            return Passage(source, part)
        found = passage_spans(text, typed)
        where = f"paragraph {para} of {source.id}"
        if len(found) > 1:
            raise UsageError(
                f"those words stand {len(found)} times in {where}: add the words"
                " before or after them"
            )
        if not found:
            elsewhere = self._elsewhere(source.id, typed)
            raise UsageError(f"those words are not in {where}: {elsewhere}")
        return Passage(source, part, text, found[0])

    def _text(self, source: Source, part: Paragraph) -> str:
        """Give a paragraph as the reader's copy has it; empty where it has not."""
        copy = self._copies.get(source.id)
        number = copy.numbers.get(part.hash, 0) if copy else 0
        return copy.paragraphs[number - 1] if copy and number else ""

    def _anywhere(self, source: str | None, typed: str) -> Passage:
        """Find words in the copy of one document, or of any."""
        names = list(self._copies) if source is None else [source]
        if not any(name in self._copies for name in names):
            whose = f"copy of {source}" if source else "copy of any source"
            raise UsageError(
                f"there is no {whose} to look in: set KGTL_TEXTS to the folder of your"
                " copies, or name --source and --para"
            )
        found = list(self._holding(names, typed))
        if not found:
            raise UsageError(
                f"those words are not in {_copies_of(names)}: copy them from the text"
            )
        parts = {(one.id, part.n) for one, part in found}
        citable = [
            (one, part)
            for one, part in found
            if part.role not in UNCITABLE and (one.id, part.repeats) not in parts
        ] or found
        if len(citable) > 1:
            places = _places(citable)
            raise UsageError(
                f"those words stand in {places}: say which with --source and --para,"
                " or add words"
            )
        one, part = citable[0]
        return self._in_paragraph(one, part.n, typed)

    def _holding(
        self, names: Iterable[str], typed: str
    ) -> Iterator[tuple[Source, Paragraph]]:
        """Give the paragraphs of these documents in which the words stand."""
        for name in names:
            source = self._sources[name]
            for part in source.paragraphs:
                text = self._text(source, part)
                if text and passage_spans(text, typed):
                    yield source, part

    def _elsewhere(self, source: str, typed: str) -> str:
        """Say where else words stand: in this document, or in another."""
        others = [name for name in self._copies if name != source]
        for names in ([source], others):
            found = list(self._holding(names, typed))
            if found:
                return f"they are in {_places(found)}"
        return f"nor anywhere else in {_copies_of([source, *others])}"


def passage_spans(text: str, typed: str) -> list[Span]:
    """Find the passages that words mean; case, accents and quotes do not matter.

    The words stand in a row, the last may be only begun. With `…` between them, a
    passage goes from the first words to the nearest last ones after them.
    """
    first, last = halves(typed)
    starts = spans(text, [first])
    if not last:
        return starts
    ends = spans(text, [last])
    found = []
    for begin, after in starts:
        stop = next((stop for at, stop in ends if at >= after), 0)
        if stop:
            found.append((begin, stop))
    return found


def halves(typed: str) -> tuple[str, str]:
    """Give the words before and after `…`; all of them first where there is none."""
    for gap in _GAPS:
        first, found, last = typed.partition(gap)
        if found and fold(first) and fold(last):
            return first.strip(), last.strip()
    return typed.strip(), ""


def _refuse_uncitable(source: Source, part: Paragraph) -> None:
    where = f"paragraph {part.n} of {source.id}"
    if part.role in UNCITABLE:
        raise UsageError(f"{where} is {part.role}: cite a paragraph of the body")
    if part.repeats:
        raise UsageError(f"{where} repeats paragraph {part.repeats}: cite that one")


def _places(found: Iterable[tuple[Source, Paragraph]]) -> str:
    """Name paragraphs by source, as `paragraphs 3 and 7 of some-source`."""
    numbers: dict[str, list[int]] = {}
    for source, part in found:
        numbers.setdefault(source.id, []).append(part.n)
    return "; ".join(
        f"paragraph{'s' * (len(some) > 1)} {_listed(some)} of {name}"
        for name, some in numbers.items()
    )


def _listed(numbers: list[int]) -> str:
    *most, last = map(str, numbers[:_PLENTY])
    more = f" and {len(numbers) - _PLENTY} more" if len(numbers) > _PLENTY else ""
    if more:
        return f"{', '.join([*most, last])}{more}"
    return f"{', '.join(most)} and {last}" if most else last


def _copies_of(names: list[str]) -> str:
    return f"your copy of {names[0]}" if len(names) == 1 else "your copies"
