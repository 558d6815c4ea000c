"""Each status that a citation can have against a reader's copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from examples import HARBOUR_TEXTS, harbour
from timeline_tui.model.event import Cite
from timeline_tui.model.text import paragraph_hash, paragraphs
from timeline_tui.store.recognise import Copy
from timeline_tui.store.texts import read_copy
from timeline_tui.store.verify import STATUSES, Verdict, is_found, verify, verify_cite

STORE = harbour()
COPIES = {
    name: read_copy(str(HARBOUR_TEXTS / file), STORE.sources)
    for name, file in (("gazette-1902", "gazette.txt"), ("almanac-1903", "almanac.txt"))
}
TEXT = (HARBOUR_TEXTS / "gazette.txt").read_text(encoding="utf-8")
CITE = STORE.events[0].accounts[0].cite[0]


def judged(text: str, cite: Cite = CITE) -> Verdict:
    return verify_cite(cite, Copy("copy.txt", tuple(paragraphs(text)), "gazette-1902"))


def test_a_good_citation_is_found_to_the_letter() -> None:
    verdict = judged(TEXT)
    assert (verdict.status, verdict.para) == ("ok", 3)
    begin, stop = verdict.span or (0, 0)
    passage = paragraphs(TEXT)[2][begin:stop]
    assert passage.startswith("Mara Quill, who")
    assert passage.endswith("before noon.")


@pytest.mark.parametrize(
    ("old", "new", "status", "para"),
    [
        ("“We had", '"We\u00a0had', "ok", 3),
        ("By our own writer\n", "", "moved", 2),
        ("Forty boats", "Fifty boats", "changed", 3),
        ("By our own writer", "Mara Quill, who left before noon.", "ok", 3),
        ("who keeps", "that keeps", "weak", 3),
        ("Mara Quill, who keeps", "The keeper of", "missing", 0),
        ("before noon.", "before\nnoon.", "changed", 3),
    ],
)
def test_what_becomes_of_it_when_the_text_changes(
    old: str, new: str, status: str, para: int
) -> None:
    assert judged(TEXT.replace(old, new))[:2] == (status, para)


def test_two_passages_are_ambiguous() -> None:
    twice = "Mara Quill, who slept before noon. Mara Quill, who sailed before noon."
    assert judged(f"A heading\n{twice}")[:2] == ("ambiguous", 2)


def test_a_hash_without_its_words_is_missing_and_a_number_only_a_hint() -> None:
    assert judged(TEXT, replace(CITE, start="Odo Tarn"))[:2] == ("missing", 3)
    assert judged(TEXT, replace(CITE, para=5))[:2] == ("moved", 3)
    assert judged(TEXT, replace(CITE, hash=""))[:2] == ("changed", 3)
    assert judged(TEXT, replace(CITE, start="", end=""))[:3] == ("ok", 3, None)


def test_words_are_not_looked_for_in_paragraphs_that_are_others() -> None:
    texts = ("Forty boats went out early.", "Nobody saw that forty boats went out.")
    cite = Cite(para=1, start="forty boats", hash=paragraph_hash("As it was."))
    known = frozenset({cite.hash, paragraph_hash(texts[1])})
    lower = (texts[0].lower(), texts[1])
    assert verify_cite(cite, Copy("x", lower))[:2] == ("changed", 1)
    assert verify_cite(replace(cite, para=3), Copy("x", lower))[0] == "ambiguous"
    sure = Copy("x", lower, known=known)
    assert verify_cite(replace(cite, para=3), sure)[:2] == ("changed", 1)
    gone = Copy("x", texts[1:], known=known)
    assert verify_cite(cite, gone).status == "missing"


def test_a_passage_is_not_stretched_over_the_whole_text() -> None:
    cite = Cite(para=1, start="Forty boats", end="the wall")
    lines = ("Forty boats went", "out to the wall")
    assert verify_cite(cite, Copy("x", lines)).status == "changed"
    far = (lines[0], *["word " * 100] * 10, lines[1])
    assert verify_cite(cite, Copy("x", far)).status == "weak"


def test_words_are_enough_only_where_lines_break_elsewhere() -> None:
    changed = Verdict("changed", 3)
    assert not is_found(changed, Copy("x", (), how="changed"))
    assert is_found(changed, Copy("x", (), how="re-wrapped"))
    assert not is_found(Verdict("weak", 3), Copy("x", (), how="re-wrapped"))
    assert is_found(Verdict("moved", 3), Copy("x", (), how="changed"))
    assert not is_found(Verdict("no-copy"), None)


def test_all_citations_of_a_store_are_judged() -> None:
    verdicts = list(verify(STORE.events, COPIES))
    assert [verdict.status for _, verdict in verdicts] == ["ok"] * 6
    assert {cited.event for cited, _ in verdicts} == {one.id for one in STORE.events}
    half = {"gazette-1902": COPIES["gazette-1902"]}
    statuses = [verdict.status for _, verdict in verify(STORE.events, half)]
    assert statuses.count("no-copy") == 3
    assert set(statuses) <= set(STATUSES)
