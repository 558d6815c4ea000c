from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.csl_schema import check_item
from render.fake_library import library_of
from render.golden import check_golden
from render.harbour import ACTORS, CALL, SOURCES, harbour
from render.hostile import ALL, hostile_event, hostile_sources, live_characters
from timeline_tui.cli.options import STYLES as OFFERED
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Account, Cite
from timeline_tui.model.source import Source
from timeline_tui.render import STYLES
from timeline_tui.render.citations import (
    DEFAULT,
    PROSE,
    cited,
    sources_of,
    tellers_of,
)
from timeline_tui.render.citations.apa import reference
from timeline_tui.render.citations.bibtex import entries, entry, tex
from timeline_tui.render.citations.chicago import document
from timeline_tui.render.citations.csl import TYPES, array, item
from timeline_tui.render.citations.people import initials, inner_quotes
from timeline_tui.render.note import event_notes

ESCAPED = re.compile(r"\\(?:[$&#%_]|text[a-z]+\{\})")


def of_call(style: str) -> list[str]:
    return cited(style, tellers_of(CALL), harbour())


@pytest.mark.parametrize("style", STYLES)
def test_each_style_of_the_harbour_as_a_person_read_it(style: str) -> None:
    check_golden(f"cite-{style}", "\n".join(of_call(style)) + "\n")


def test_the_command_line_offers_every_style_and_the_same_default() -> None:
    assert STYLES is OFFERED
    assert OFFERED[0] == DEFAULT


def test_the_default_style_is_the_notes_that_stand_everywhere() -> None:
    assert of_call("note") == event_notes(CALL, harbour())


def test_only_the_documents_cited_are_in_what_reference_managers_read() -> None:
    tellers = tellers_of(CALL, "gazette-2022")
    assert sources_of(tellers) == ["gazette-2022"]
    items = json.loads(cited("csl", tellers, harbour())[0])
    assert [one["id"] for one in items] == ["gazette-2022"]
    assert [
        re.findall(r"@\w+\{([^,]+),", each)
        for each in cited("bibtex", tellers, harbour())
    ] == [["gazette-2022"]]


# Chicago and APA


def with_authors(*authors: str) -> Source:
    return replace(SOURCES[0], authors=authors, title="T")


@pytest.mark.parametrize(
    ("authors", "chicago", "apa"),
    [
        (("Holm, Eva",), "Eva Holm, “T,”", "Holm, E. (2023, July 6). T."),
        (("A, B", "C, D"), "B A and D C, “T,”", "A, B., & C, D. (2023"),
        (("A, B", "C, D", "E, F"), "B A, D C, and F E,", "A, B., C, D., & E, F. ("),
        (tuple(f"{c}, X" for c in "ABCD"), "X A et al., “T,”", "A, X., B, X., C, X.,"),
        (("Guild of Bakers",), "Guild of Bakers, “T,”", "Guild of Bakers. (2023"),
        (("Li, Jean-Paul Ann",), "Jean-Paul Ann Li", "Li, J.-P. A. (2023"),
        (
            (),
            "“T,” The Herald, July 6, 2023, https",
            "T. (2023, July 6). The Herald. h",
        ),
    ],
)
def test_authors(authors: tuple[str, ...], chicago: str, apa: str) -> None:
    source = with_authors(*authors)
    assert document(source).startswith(chicago)
    assert reference(source).startswith(apa)


def test_more_than_twenty_authors_are_cut_before_the_last() -> None:
    told = reference(with_authors(*[f"N{n}, X" for n in range(30)]))
    assert "N18, X., … N29, X. (2023" in told
    assert "N19" not in told


def test_a_title_in_quotes_keeps_its_own_as_single_ones() -> None:
    assert inner_quotes('A "b" c “d”') == "A ‘b’ c ‘d’"
    source = replace(SOURCES[0], title='A "b"?')
    assert document(source).startswith("“A ‘b’?,” The Herald")
    assert reference(source).startswith('A "b"? (2023')


def test_nothing_known_is_said_to_be_unknown() -> None:
    bare = Source(id="s", short="Notes")
    assert document(bare) == "Notes, n.d., no address known"
    assert reference(bare) == "Notes. (n.d.). [No address known]."


def test_the_place_stands_in_the_text() -> None:
    account = Account(
        source="herald-2023",
        stance="supports",
        by=("otto",),
        via="Evening Wire",
        cite=(Cite(para=2, start="she said there"), Cite(para=4)),
    )
    library = library_of(sources=SOURCES, actors=ACTORS)
    (note,) = cited("chicago", [account], library)
    assert note.startswith("Otto Lind, in “Two banks, one river,” The Herald")
    assert note.endswith("citing Evening Wire, ¶2 (“she said there …”) and ¶4.")
    (both,) = cited("apa", [account], library)
    assert both.endswith(
        "In text: (Otto Lind, as cited in “Two banks, one river”, 2023,"
        " citing Evening Wire, para. 2, “she said there …”, para. 4)"
    )


@given(st.text())
def test_initials_are_short_of_any_name(given_names: str) -> None:
    for part in initials(given_names).split():
        assert part.endswith(".")


# BibTeX


def braces(text: str) -> list[int]:
    """How deep in braces each character stands."""
    deep, depths = 0, []
    for sign in text:
        deep += (sign == "{") - (sign == "}")
        depths.append(deep)
    return depths


@given(st.text())
def test_whatever_a_text_holds_tex_reads_no_command_in_it(text: str) -> None:
    written = tex(text)
    assert "\n" not in written
    depths = braces(written)
    assert not depths or (depths[-1] == 0 and min(depths) >= 0)
    bare = ESCAPED.sub("", written)
    assert not set(bare) & set("\\{}$&#%_~^")


def read_back(written: str) -> str:
    """What TeX prints for an escaped text."""
    for sign, name in (
        ("\\", "backslash"),
        ("{", "braceleft"),
        ("}", "braceright"),
        ("~", "asciitilde"),
        ("^", "asciicircum"),
    ):
        written = written.replace(f"\\text{name}{{}}", f"\0{ord(sign)}\0")
    written = re.sub(r"\\([$&#%_])", r"\1", written)
    return re.sub("\0([0-9]+)\0", lambda found: chr(int(found[1])), written)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_tex_prints_what_the_record_has(text: str) -> None:
    assert read_back(tex(text)) == text


def test_hostile_records_make_whole_entries() -> None:
    for made in entries(hostile_sources()):
        depths = braces(made)
        assert depths[-1] == 0
        assert min(depths[made.index("{") : -1]) >= 1
        assert not live_characters(made.replace("\n", ""))


def test_keys_are_ids_as_far_as_bibtex_lets_them_be() -> None:
    made = entries([Source(id="a b"), Source(id="a-b"), Source(id="riac-2022")])
    keys = [re.findall(r"@\w+\{([^,]+),", each)[0] for each in made]
    assert keys == ["a-b", "a-b:2", "riac-2022"]


def test_an_address_is_left_as_it_is_but_for_its_braces() -> None:
    source = replace(SOURCES[0], url="https://h.example/a_b%20c?d={e}&f#g")
    assert "url = {https://h.example/a_b%20c?d=%7Be%7D&f#g}," in entry(source, "k")
    assert "url" not in entry(replace(SOURCES[0], url="ftp://x"), "k")


def test_names_that_bibtex_would_take_apart_stay_whole() -> None:
    made = entry(with_authors("Salt and Sand Ltd", "Berg, Ada", "A and B, C"), "k")
    assert "author = {{Salt and Sand Ltd} and Berg, Ada and {A and B}, {C}}" in made


# CSL


def test_items_are_as_the_schema_has_them() -> None:
    for source in (*SOURCES, *hostile_sources(), Source(id="bare")):
        check_item(item(source))


@pytest.mark.parametrize("kind", ["", "newspaper", "webpage", "article-magazine"])
def test_a_type_that_csl_does_not_know_is_a_document(kind: str) -> None:
    told = item(replace(SOURCES[0], type=kind))["type"]
    assert told == (kind if kind in TYPES else "document")


def test_json_reads_back_what_the_record_has_and_moves_no_terminal() -> None:
    source = replace(SOURCES[0], title=ALL.replace("\ud800", ""), genre=ALL)
    written = array([source])
    assert not live_characters(written.replace("\n", ""))
    assert json.loads(written)[0]["title"] == source.title
    assert json.loads(array([])) == []


# Hostile texts


@pytest.mark.parametrize("style", PROSE)
def test_no_text_moves_a_terminal(style: str) -> None:
    library = library_of(hostile_event(), sources=hostile_sources(), actors=ACTORS)
    for line in cited(style, tellers_of(hostile_event()), library):
        assert not live_characters(line)
        assert "\n" not in line


@pytest.mark.parametrize(
    ("published", "bibtex", "csl"),
    [
        ("2023-07-06", "2023-07-06", {"date-parts": [[2023, 7, 6]]}),
        ("2022-09~", "2022-09~", {"date-parts": [[2022, 9]], "circa": True}),
        ("2022?", "2022?", {"date-parts": [[2022]], "circa": True}),
        ("2022%", "2022%", {"date-parts": [[2022]], "circa": True}),
        ("2022-23", "2022-23", {"date-parts": [[2022]], "season": 3}),
        ("[2023-05-24..]", "2023~", {"date-parts": [[2023]], "circa": True}),
        ("[2021-02-24..2021-02-25]", "2021-02", {"date-parts": [[2021, 2]]}),
        ("2021-04/2021-05", "2021-04/2021-05", {"date-parts": [[2021, 4], [2021, 5]]}),
        ("202X", "2020/2029", {"date-parts": [[2020], [2029]]}),
        ("[2021,2023]", "2021/2023", {"date-parts": [[2021], [2023]]}),
    ],
)
def test_dates_are_told_as_plainly_as_they_are_known(
    published: str, bibtex: str, csl: dict[str, object]
) -> None:
    source = replace(SOURCES[0], published=parse(published))
    assert f"  date = {{{bibtex}}},\n" in entry(source, "k")
    assert item(source)["issued"] == csl
    is_vague = published[0] == "["
    assert ("note" in item(source)) == is_vague
    assert ("note = {published " in entry(source, "k")) == is_vague
