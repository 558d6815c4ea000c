"""One bad store per rule: `check` tells of that rule, and of nothing else.

`data/invalid/<rule>.toml` begins with the complaint that it expects. A folder of that
name holds a store of several files or of JSON Lines, with the complaint in
`expected.txt`; some of them are checked against the texts of the valid store.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from examples import HARBOUR, HARBOUR_TEXTS, contents, event
from timeline_tui import store
from timeline_tui.errors import Fault, StoreError
from timeline_tui.model.event import Timeline
from timeline_tui.store.event_rules import MOST_SENTENCES, summary_length
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.recognise import Copy
from timeline_tui.store.rules import check
from timeline_tui.store.slugs import RULES
from timeline_tui.store.texts import best_copies, read_copy, text_files

INVALID = Path(__file__).parent / "data" / "invalid"
CASES = sorted(INVALID.iterdir())
ELSEWHERE = {"unreadable"}  # no file of a repository can be unreadable
IN_THE_TEXTS = {
    "anchor-ambiguous",
    "anchor-missing",
    "anchor-order",
    "anchor-share",
    "borrowed-words",
    "fingerprint",
    "paragraph-count",
    "paragraph-hash",
}

assert CASES, "the bad stores are not here"


def faults_of(path: Path, copies: dict[str, Copy] | None = None) -> list[Fault]:
    """Check a store, one that is refused as a whole included."""
    try:
        return check(open_store(locate(str(path), {})), copies)
    except StoreError as error:
        return list(error.faults)


def harbour_copies(store_path: Path) -> dict[str, Copy]:
    sources = open_store(locate(str(store_path), {})).sources
    files = text_files([str(HARBOUR_TEXTS)], {}, [])
    return best_copies(read_copy(file, sources) for file in files)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_bad_store_gets_the_complaint_that_it_expects(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(INVALID)
    if case.is_dir():
        expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
        names = ("events.toml", "store.jsonl", "store")
        (path,) = [case / name for name in names if (case / name).exists()]
    else:
        first, _, _ = case.read_bytes().partition(b"\n")
        expected, path = [first.decode()], case
    copies = harbour_copies(path) if case.name in IN_THE_TEXTS else None
    (fault,) = faults_of(path, copies)
    assert [f"# {fault}"] == expected
    assert fault.rule == case.stem
    assert fault.advice


def test_every_rule_has_a_bad_store_and_every_bad_store_a_rule() -> None:
    assert {case.stem for case in CASES} | ELSEWHERE == set(RULES)


def test_every_rule_that_the_readers_and_checks_name_is_listed() -> None:
    named = set()
    for module in Path(store.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                named |= _slugs(node)
    composed = {"unknown-actor", "unknown-theme", "unknown-source"}
    assert named <= set(RULES)
    assert set(RULES) - named <= composed | {"empty", "no-timeline"}


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a = “b”", 'write strings in straight quotes: "…"'),
        ("a = ‘b’", 'write strings in straight quotes: "…"'),
        ('a = "b', "close the quotes"),
        ("a = 'b", "close the quotes"),
        ("a = 1\na = 2", "give each key of a table once"),
        ("a = { b = 1, b = 2 }", "give each key of a table once"),
        ("a = 1 b = 2", "put each key on a line of its own"),
        ("a = { b = 1\n}", "close the table with }, on the same line"),
        ("[a]\n[a]", "a table stands once; [[…]] is for one of several"),
        ('a = "C:\\q"', "write \\\\ for a backslash"),
        ("kind", "a line is key = value, [table] or [[table]]; strings are in quotes"),
        ("a = " + "[" * 5000, "put fewer lists inside one another"),
        ("date = 2022-09", 'dates must be in quotes, as in date = "2022-09"'),
    ],
)
def test_what_is_no_toml_is_advised_on(tmp_path: Path, text: str, advice: str) -> None:
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    (fault,) = faults_of(tmp_path / "events.toml")
    assert fault.advice == advice


@pytest.mark.parametrize(
    "line",
    [
        b"[1]",
        b'{"id":"a" "b"}',
        b'{"id": NaN}',
        b'{"id":"\xff"}',
        b'{"id":"\\ud83d"}',
        b'{"a":' * 5000,
        b'{"id":"a","id":"a"}',
        b'{"id":"a","x_a":{"b":[{"c":1,"c":1}]}}',
        b'{"type":"none"}',
        b'{"id":"a","date":5,"title":[],"kind":0,"actors":{},"links":[1]}',
        b'{"id":"a","figures":[{"measure":"m","value":"1","about":1,"cite":[{}]}]}',
        b'{"id":"a","figures":[{"cite":[{"para":0}]}]}',
        b'{"id":"a","date":"1902","title":"A","kind":"zzz","x_a":1e999}',
        b'{"id":"a","date":"1902","title":"A","x_a":' + b"[" * 30 + b"]" * 30 + b"}",
        b'{"id":"a","accounts":[{"stance":"q","cite":[{"x_a":1}]}],"zzz":1}',
    ],
)
def test_whatever_is_wrong_in_a_line_is_advised_on(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "events.jsonl"
    good = b'{"id":"b","date":"1902","title":"B"}'
    path.write_bytes(good + b"\n" + line)
    faults = [fault for fault in faults_of(path) if fault.line != 1]
    assert faults
    assert [str(fault) for fault in faults if not fault.advice] == []


def test_a_file_that_cannot_be_read_is_advised_on(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("schema = 1\n")
    where = locate(str(tmp_path / "a.toml"), {})
    (tmp_path / "a.toml").unlink()
    with pytest.raises(StoreError) as caught:
        open_store(where)
    (fault,) = caught.value.faults
    assert (fault.rule, fault.advice) == (
        "unreadable",
        "see that it is a file that you may read",
    )


@pytest.mark.parametrize(
    ("summary", "count"),
    [
        ("One. Two. Three. Four.", 4),
        ("One. Two! Three? Four… Five", 5),
        ("He said “it is so.” She left. They met. It rained. It froze.", 5),
        (
            "In the U.S. Congress Dr. A. B. Reed and Mr. Holt spoke on 2 May.",
            1,
        ),
        ("It cost 2.5 million. 3 of 4 paid.", 1),
        ("Раз. Два. Три. Четыре. Пять.", 5),
    ],
)
def test_sentences_are_counted_as_a_reader_would(summary: str, count: int) -> None:
    told = event("gate", "1902", summary=summary)
    problems = list(summary_length(told, Timeline()))
    if count <= MOST_SENTENCES:
        assert problems == []
    else:
        assert problems[0].what == f"the summary has {count} sentences"


def _slugs(call: ast.Call) -> set[object]:
    """Give the rule of a call that makes a problem or a fault, if it is spelt out."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    last = {"Problem": 3, "_misread": 1}.get(name)
    values = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
    values += call.args[last : last + 1] if last else []
    return {value.value for value in values if isinstance(value, ast.Constant)}


def test_a_store_that_keeps_every_rule_is_clean() -> None:
    assert faults_of(HARBOUR) == []
    copies = harbour_copies(HARBOUR)
    assert set(copies) == set(contents(HARBOUR).sources)
    assert faults_of(HARBOUR, copies) == []


def test_the_same_store_as_json_lines_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "harbour.jsonl"
    path.write_text(contents(HARBOUR).lines(), encoding="utf-8")
    assert faults_of(path, harbour_copies(HARBOUR)) == []


def test_what_is_wrong_in_json_lines_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "harbour.jsonl"
    text = contents(HARBOUR).lines().replace('"para":5', '"para":6')
    path.write_text(text, encoding="utf-8")
    faults = faults_of(path)
    number = next(
        at for at, line in enumerate(text.splitlines(), 1) if '"para":6' in line
    )
    assert {(fault.rule, fault.event) for fault in faults} == {
        ("uncitable-paragraph", "toll-asked-1902"),
        ("uncited-paragraph", "gazette-1902"),
    }
    assert number in {fault.line for fault in faults}


def test_all_faults_of_a_store_are_told_in_the_order_of_its_lines(
    tmp_path: Path,
) -> None:
    path = tmp_path / "events.toml"
    text = HARBOUR.read_text(encoding="utf-8").replace('sources = "seeds"\n', "")
    path.write_text(text.replace('kind = "policy"', 'kind = "law"'), encoding="utf-8")
    faults = faults_of(path)
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    counts = [fault.rule for fault in faults]
    assert counts.count("unknown-source") == 8
    assert counts.count("not-allowed") == 1
    assert {fault.event for fault in faults} == {
        "north-gate-1902",
        "toll-asked-1902",
        "toll-taken-1902",
    }


def test_a_caption_may_be_cited_and_a_repeated_paragraph_left_out(
    tmp_path: Path,
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for record in (HARBOUR.parent / "seeds").iterdir():
        text = record.read_text(encoding="utf-8")
        text = text.replace('uncited = "weather is left out"', "repeats = 2")
        text = text.replace('n = 5, role = "body"', 'n = 5, role = "caption"')
        (seeds / record.name).write_text(text, encoding="utf-8")
    path = tmp_path / "events.toml"
    path.write_bytes(HARBOUR.read_bytes())
    assert faults_of(path) == []
