"""A difference between two stores as a line of JSON, version `kgtl.diff/1`.

Every line has the same keys in the same order: type, id, change, key, source, by,
before, after, perhaps, note. New keys only at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.dates import EdtfDate
from timeline_tui.model.difference import Headline
from timeline_tui.model.event import Account, Cite, Figure, Link
from timeline_tui.model.source import Paragraph
from timeline_tui.store.jsonl import line, row_record

if TYPE_CHECKING:
    from timeline_tui.model.difference import Difference


def difference_line(difference: Difference) -> str:
    """Give the line, without its line end."""
    return line(
        {
            "type": difference.record,
            "id": difference.id,
            "change": difference.change,
            "key": difference.key,
            "source": difference.source,
            "by": list(difference.by),
            "before": plain_value(difference.before),
            "after": plain_value(difference.after),
            "perhaps": difference.perhaps,
            "note": difference.note,
        }
    )


def plain_value(value: object) -> object:
    """Give a value of the model as JSON has it, named as in the store's lines."""
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, Headline):
        dated = {"date": value.date} if value.date else {}
        return {**dated, "title": value.title}
    if isinstance(value, Account | Cite | Figure | Link | Paragraph):
        return row_record(value)
    if isinstance(value, tuple | list):
        return [plain_value(one) for one in value]
    return value
