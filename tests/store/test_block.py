"""A record written as TOML is read back as it was, and looks as the format says."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from examples import HARBOUR
from strategies import HOSTILE
from timeline_tui.render import safe
from timeline_tui.store.block import block
from timeline_tui.store.fields import TABLES

scalars = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.sampled_from(HOSTILE)
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
)
own_values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text('ab -.é"\n', max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.from_regex("x_[a-zé ]{1,5}", fullmatch=True), own_values))
def test_any_value_is_read_back_as_it_was(own: dict[str, Any]) -> None:
    record = {"id": "a", "title": "A", **own}
    written = block("event", record)
    assert tomllib.loads(written) == {"event": [record]}
    assert not re.search(safe._HOSTILE, written)


def test_a_whole_event_is_read_back_in_the_order_of_the_format() -> None:
    event = tomllib.loads(HARBOUR.read_text(encoding="utf-8"))["event"][0]
    shuffled = dict(reversed(event.items()))
    written = block("event", shuffled)
    assert tomllib.loads(written) == {"event": [event]}
    keys = [line.split(" = ")[0] for line in written.split("\n\n")[0].splitlines()]
    assert keys == [
        "[[event]]",
        *("id", "date", "date_basis", "title", "summary", "importance"),
        *("actors", "themes", "places", "disputed", "x_mood"),
    ]


def test_tables_in_an_event_are_two_blanks_further_in_and_citations_on_a_line() -> None:
    event = tomllib.loads(HARBOUR.read_text(encoding="utf-8"))["event"][1]
    assert block("event", event) == (
        '[[event]]\nid = "toll-asked-1902"\ndate = "1902-04~/1902-05"\n'
        'title = "Guild asks for a toll"\nkind = "statement"\n'
        'actors = ["rope-makers"]\nthemes = ["tolls"]\n\n'
        '  [[event.account]]\n  source = "gazette-1902"\n  stance = "supports"\n'
        '  who = ["mara"]\n'
        '  cite = [ { para = 5, start = "The guild of",'
        ' hash = "n1:bb1af45fc64c0a4f" } ]\n\n'
        '  [[event.link]]\n  to = "north-gate-1902"\n  kind = "response-to"\n'
        '  source = "gazette-1902"\n'
    )


def test_every_key_of_an_event_has_its_place() -> None:
    record: dict[str, object] = {key.name: "" for key in TABLES["event"]}
    written = tomllib.loads(block("event", record))
    assert written == {"event": [record]}
