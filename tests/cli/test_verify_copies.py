"""The reader's copies: which are found, and how far they are as recorded."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from textwrap import fill

import pytest

from cli.fake_outside import FakeOutside
from cli.verified import Ran, line_of
from examples import revise
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


@pytest.mark.usefixtures("harbour")
def test_true_copies() -> None:
    ran = Ran("texts")
    assert ran.code == FOUND
    assert ran.lines == [
        "texts/almanac.txt: exact copy of almanac-1903",
        "texts/gazette.txt: exact copy of gazette-1902",
        "almanac-1903: all 3 citations found",
        "gazette-1902: all 3 citations found",
        "in all: all 6 citations found",
    ]
    assert ran.stderr == ""


def test_copies_are_looked_for_in_every_place(harbour: Path, tmp_path: Path) -> None:
    texts = harbour / "texts"
    assert Ran("--texts", "texts").code == FOUND
    assert Ran(KGTL_TEXTS="texts").code == FOUND
    copytree(texts, tmp_path / "data" / "kgtl")
    assert Ran(XDG_DATA_HOME=str(tmp_path / "data")).code == FOUND
    assert Ran().code == NOTHING
    for text in texts.iterdir():
        text.rename(harbour / "seeds" / text.name)
    assert Ran().code == FOUND


def test_what_is_named_keeps_other_copies_out(harbour: Path) -> None:
    stranger = harbour / "stranger.txt"
    stranger.write_text("Of something else altogether.\n")
    ran = Ran("stranger.txt", KGTL_TEXTS="texts")
    assert ran.code == NOTHING
    assert ran.lines[0] == "stranger.txt: not one of the sources"
    assert "exact copy" not in ran.stdout
    ran = Ran("texts", "stranger.txt")
    assert ran.code == NOTHING
    assert ran.lines[-1] == "in all: all 6 citations found"
    stranger.rename(harbour / "texts" / "stranger.txt")
    assert Ran("texts").code == FOUND


def test_one_changed_word(harbour: Path) -> None:
    revise(
        harbour / "texts" / "gazette.txt", ("Forty boats went", "Forty boats sailed")
    )
    ran = Ran("texts")
    store = harbour / "events.toml"
    first = line_of(store, 'start = "Mara Quill, who"')
    second = line_of(store, 'start = "Forty boats"')
    assert ran.code == NOTHING
    assert ran.lines[1] == (
        "texts/gazette.txt: changed copy of gazette-1902: 2 of 3 paragraphs"
    )
    assert ran.complaints == [
        f"events.toml:{line}: north-gate-1902: {part} 1, gazette-1902 ¶3: “{words}” is"
        " in ¶3 of texts/gazette.txt, which is not as it was recorded; compare it with"
        " the document; mend the copy, or the hash"
        for line, part, words in (
            (first, "account", "Mara Quill, who … before noon."),
            (second, "figure", "Forty boats"),
        )
    ]
    assert "gazette-1902: 1 of 3 citations found, 2 changed" in ran.lines
    assert ran.lines[-1] == "in all: 4 of 6 citations found, 2 changed"
    assert "not as recorded: ¶3" in Ran("-v", "texts").stderr


def test_a_paragraph_put_in(harbour: Path) -> None:
    revise(
        harbour / "texts" / "gazette.txt", ("By our own", "Late edition\n\nBy our own")
    )
    ran = Ran("texts")
    assert ran.code == FOUND
    assert ran.lines[1] == (
        "texts/gazette.txt: changed copy of gazette-1902: all 3 paragraphs,"
        " but the rest differs"
    )
    assert ran.complaints == []
    assert "gazette-1902: all 3 citations found (3 at another number)" in ran.lines


@pytest.mark.parametrize("width", [30, 78])
def test_a_copy_wrapped_anew(harbour: Path, width: int) -> None:
    path = harbour / "texts" / "gazette.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(fill(line, width) for line in text.split("\n")))
    ran = Ran("texts")
    assert ran.code == FOUND
    assert ran.lines[1] == (
        "texts/gazette.txt: re-wrapped copy of gazette-1902: 3 of 3 anchors"
    )
    assert ran.lines[-1] == "in all: all 6 citations found"


def test_a_copy_wrapped_anew_and_changed_is_found_by_its_words(harbour: Path) -> None:
    path = harbour / "texts" / "gazette.txt"
    revise(path, ("Forty boats went", "Forty boats sailed"))
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(fill(line, 40) for line in text.split("\n")))
    ran = Ran("texts")
    assert ran.code == FOUND
    assert "gazette-1902: all 3 citations found, 2 changed" in ran.lines


def test_other_quotes_make_no_difference(harbour: Path) -> None:
    path = harbour / "texts" / "gazette.txt"
    path.write_text(path.read_text().replace("“", '"').replace("”", '"'))
    ran = Ran("texts")
    assert ran.code == FOUND
    assert ran.lines[1] == "texts/gazette.txt: exact copy of gazette-1902"


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"%PDF\n\0\1", "line 2: binary data; save the document as plain text", FAILED),
        (b"", "holds no text", NOTHING),
    ],
)
def test_files_that_are_no_text(
    harbour: Path, data: bytes, line: str, code: int
) -> None:
    (harbour / "odd.txt").write_bytes(data)
    ran = Ran("texts", "odd.txt")
    assert ran.code == code
    assert f"odd.txt: {line}" in ran.lines
    assert ran.lines[-1] == "in all: all 6 citations found"


@pytest.mark.usefixtures("harbour")
def test_a_file_that_cannot_be_read() -> None:
    unreadable = "/proc/self/mem"
    if not Path(unreadable).exists():
        pytest.skip("NOT CHECKED: no file here that nobody can read")
    ran = Ran("texts", unreadable)
    assert ran.code == FAILED
    assert f"{unreadable}: cannot be read: input/output error" in ran.lines
    assert ran.lines[-1] == "in all: all 6 citations found"


def test_nothing_to_check_against(harbour: Path) -> None:
    (harbour / "empty").mkdir()
    ran = Ran("empty")
    assert ran.code == NOTHING
    assert "no text to check against; save each document as a .txt file" in ran.stderr
    assert ran.lines[-1] == "in all: nothing was checked"
    ran = Ran("nowhere")
    assert (ran.code, ran.stdout) == (FAILED, "")
    assert ran.stderr == "kgtl: there are no texts at nowhere\n"
    ran = Ran(KGTL_TEXTS="nowhere")
    assert (ran.code, ran.stdout) == (FAILED, "")
    assert "nowhere (from $KGTL_TEXTS)" in ran.stderr


@pytest.mark.usefixtures("harbour")
def test_a_missing_copy_counts_only_if_it_is_asked_for() -> None:
    ran = Ran("texts/gazette.txt")
    assert ran.code == FOUND
    assert "almanac-1903: no copy; 3 citations not checked" in ran.lines
    assert ran.lines[-1] == "in all: all 3 citations found; 3 not checked"
    ran = Ran("--strict", "texts/gazette.txt")
    assert ran.code == NOTHING
    assert len(ran.complaints) == 3
    assert "there is no copy to look in; name one" in ran.complaints[0]


def test_hostile_names_and_texts_are_shown_harmlessly(harbour: Path) -> None:
    (harbour / "texts" / "gazette.txt").rename(
        harbour / "texts" / "a\x1b[31m\u202e.txt"
    )
    ran = Ran("texts")
    assert ran.code == FOUND
    assert "\x1b" not in ran.stdout
    assert "\u202e" not in ran.stdout


def test_the_five_documents(texts: Path, tmp_path: Path) -> None:
    outside = FakeOutside(environ={"KGTL_TEXTS": str(texts)})
    assert outside.run("verify", "--strict") == FOUND
    assert outside.stdout.count("exact copy of") == 5
    assert outside.stdout.splitlines()[-1].startswith("in all: all ")
    for change_of, told in (
        (lambda text: "Put in front of all.\n" + text, "changed copy of"),
        (_wrapped, "re-wrapped copy of"),
    ):
        for file in texts.glob("*.txt"):
            copy = tmp_path / file.name
            copy.write_text(change_of(file.read_text(encoding="utf-8")))
        outside = FakeOutside()
        assert outside.run("verify", "--strict", str(tmp_path)) == FOUND
        assert outside.stdout.count(told) == 5


def _wrapped(text: str) -> str:
    return "\n".join(fill(line, 78) for line in text.split("\n"))


def test_one_changed_word_in_each_of_the_five_documents(
    texts: Path, tmp_path: Path
) -> None:
    for file in texts.glob("*.txt"):
        lines = file.read_text(encoding="utf-8").split("\n")
        longest = max(range(len(lines)), key=lambda number: len(lines[number]))
        first, _, rest = lines[longest].rpartition(" ")
        lines[longest] = f"{first} otherwise {rest}"
        (tmp_path / file.name).write_text("\n".join(lines), encoding="utf-8")
    outside = FakeOutside()
    outside.run("verify", "--format", "jsonl", str(tmp_path))
    records = [json.loads(line) for line in outside.stdout.splitlines()]
    copies = [record for record in records if record["type"] == "copy"]
    assert [copy["how"] for copy in copies] == ["changed"] * 5
    lacking = [copy["of"] - copy["held"] for copy in copies]
    assert sorted(lacking) == [0, 1, 1, 1, 1]  # one paragraph stands there twice
    statuses = {record["status"] for record in records if record["type"] == "citation"}
    assert {"ok", "changed"} <= statuses <= {"ok", "moved", "changed", "weak"}
