"""Two versions of one record: no difference of an actor, theme or source is lost."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from examples import harbour
from strategies import actors, sources, themes
from timeline_tui.model.dates import parse
from timeline_tui.model.difference import (
    CHANGED,
    GAINED,
    SHARPER,
)
from timeline_tui.model.record_differences import record_differences
from timeline_tui.model.source import Paragraph, Source


def test_a_source_is_compared_paragraph_by_paragraph() -> None:
    one = Paragraph(n=1, hash="n1:1", digest="a")
    two = Paragraph(n=2, hash="n1:2", digest="b")
    new = Paragraph(n=2, hash="n1:9", digest="n")
    before = Source(id="s", fingerprint="n1:f", paragraphs=(one, two))
    after = replace(
        before, fingerprint="n1:e", paragraphs=(one, new, replace(two, n=3))
    )
    found = list(record_differences(before, after))
    assert [(d.change, d.key) for d in found] == [
        (CHANGED, "fingerprint"),
        (GAINED, "paragraph"),
        (CHANGED, "paragraph"),
    ]
    assert (found[1].after, found[2].before, found[2].after) == (
        new,
        two,
        replace(two, n=3),
    )
    changed = replace(before, paragraphs=(one, replace(two, hash="n1:8")))
    ((change, key),) = ((d.change, d.key) for d in record_differences(before, changed))
    assert (change, key) == (CHANGED, "paragraph")


def test_a_source_that_is_dated_better() -> None:
    before = Source(id="s", published=parse("1902"))
    after = replace(before, published=parse("1902-05?"))
    (found,) = record_differences(before, after)
    assert (found.change, found.key, found.note) == (
        SHARPER,
        "published",
        "now uncertain",
    )


@pytest.mark.parametrize("values", [actors, themes, sources])
def test_no_field_of_a_record_changes_in_silence(values: Any) -> None:  # noqa: ANN401
    @settings(max_examples=40)
    @given(values, values)
    def two(one: Any, two: Any) -> None:  # noqa: ANN401 - of three classes
        assert not list(record_differences(one, replace(one)))
        for field in fields(one):
            other = replace(one, **{field.name: getattr(two, field.name)})
            if field.name != "id" and other != one:
                assert list(record_differences(one, other)), field.name

    two()


def test_records_name_their_kind() -> None:
    theme = harbour().themes["tolls"]
    (found,) = record_differences(theme, replace(theme, aliases=()))
    assert found[:4] == ("theme", "tolls", CHANGED, "aliases")
