"""`kgtl where`: from words to paragraphs, and on to the events that cite them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from shutil import copytree
from textwrap import fill

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR, HARBOUR_TEXTS
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING

PARTS = (HARBOUR_TEXTS / "gazette.txt").read_text(encoding="utf-8").split("\n\n")
TEXTS = {"KGTL_TEXTS": str(HARBOUR_TEXTS)}


class Terminal(io.BytesIO):
    """A keyboard at which nobody types."""

    def isatty(self) -> bool:
        return True


class Ran(FakeOutside):
    """What `kgtl where` did with the harbour's store."""

    def __init__(
        self,
        *argv: str,
        texts: bool = True,
        stdin: bytes = b"",
        size: tuple[int, int] | None = None,
    ) -> None:
        environ = {"KGTL_STORE": str(HARBOUR), "PAGER": "cat"}
        super().__init__(
            environ={**environ, **(TEXTS if texts else {})}, stdin=stdin, size=size
        )
        self.code = self.run("where", *argv)

    @property
    def lines(self) -> list[str]:
        return self.stdout.splitlines()


@pytest.mark.parametrize(
    "words", [["forty boats"], ["FORTY", "boats"], ["fórty  boa"], ["forty-boats"]]
)
def test_words_in_a_row(words: list[str]) -> None:
    ran = Ran(*words)
    assert ran.code == FOUND
    place, snippet, *events = ran.lines
    assert place == "gazette-1902 ¶3"
    assert snippet.strip() == PARTS[2]
    assert events == ["  north-gate-1902  Quill opens the north gate"]
    assert ran.stderr == ""


def test_all_words_of_a_paragraph_are_second_best() -> None:
    ran = Ran("noon Quill keeps")
    assert ran.code == FOUND
    assert ran.lines[0] == "gazette-1902 ¶3"
    assert ran.stderr == ("kgtl: nowhere in a row; all of these words in 1 paragraph\n")


def test_long_paragraphs_are_cut_around_the_words() -> None:
    ran = Ran("warm wind came")
    (snippet,) = [line for line in ran.lines if "warm" in line]
    assert snippet.startswith("  … ")
    assert not snippet.endswith(" …")
    assert Ran("ice closed").lines[1].endswith(" …")
    assert ran.lines[-1].startswith("  no event cites it: ")


def test_words_that_are_nowhere() -> None:
    ran = Ran("a lighthouse")
    assert (ran.code, ran.stdout) == (NOTHING, "")
    assert ran.stderr == "kgtl: these words are in none of your copies\n"


def test_a_pasted_paragraph_needs_no_copy() -> None:
    for argv, text in (
        ([], PARTS[2]),
        (["-"], fill(PARTS[2], 30)),
        ([PARTS[2].replace("“", '"')], ""),
    ):
        ran = Ran(*argv, texts=False, stdin=text.encode())
        assert ran.code == FOUND
        assert ran.lines == [
            "gazette-1902 ¶3",
            "  covers: The gate and the boats of the first morning",
            "  north-gate-1902  Quill opens the north gate",
        ]
        assert ran.stderr == ""


def test_what_else_was_pasted_is_counted() -> None:
    text = f"{PARTS[2]}\nAnd a line of mine\n"
    ran = Ran(texts=False, stdin=text.encode())
    assert ran.code == FOUND
    assert "1 other line of it in no recorded paragraph" in ran.stderr


def test_a_pasted_sentence_is_looked_for_as_words() -> None:
    ran = Ran(stdin=b"forty boats\nwent out")
    assert ran.code == FOUND
    assert ran.lines[0] == "gazette-1902 ¶3"


def test_without_a_copy_our_own_words_are_searched_and_that_is_said() -> None:
    ran = Ran("toll", texts=False)
    assert ran.code == FOUND
    assert "gazette-1902 ¶5" in ran.lines
    assert "  covers: The guild's wish for a toll, and the answer" in ran.lines
    assert "toll-taken-1902  A toll is taken" in ran.lines
    assert "  anchor, almanac-1903 ¶3: A toll of … harbour keeper." in ran.lines
    told = "texts are not stored, and no copy is here, so only our own words"
    assert ran.stderr.startswith(f"kgtl: {told}")
    assert "; save each document as a .txt file in one folder: $KG" in ran.stderr
    ran = Ran("lighthouse", texts=False)
    assert (ran.code, ran.stdout) == (NOTHING, "")
    assert ran.stderr.startswith(f"kgtl: nothing found: {told}")


def test_a_pasted_teaser_leads_to_what_cites_the_paragraph_it_repeats(
    tmp_path: Path,
) -> None:
    copytree(HARBOUR.parent, tmp_path / "store")
    record = tmp_path / "store" / "seeds" / "gazette-1902.toml"
    rows = record.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(place for place, row in enumerate(rows) if "n = 2," in row)
    rows[at] = re.sub(r"(, uncited = \"[^\"]*\")? \},$", ", repeats = 3 },", rows[at])
    record.write_text("".join(rows), encoding="utf-8")
    environ = {"KGTL_STORE": str(tmp_path / "store" / "events.toml")}
    outside = FakeOutside(environ=environ, stdin=PARTS[1].encode())
    assert outside.run("where", "-") == FOUND
    place, _, repeated, event = outside.stdout.splitlines()
    assert place == "gazette-1902 ¶2"
    assert repeated == "  it repeats ¶3, which is cited"
    assert event == "  north-gate-1902  Quill opens the north gate"
    outside = FakeOutside(environ=environ, stdin=PARTS[1].encode())
    assert outside.run("where", "-", "--format", "jsonl") == FOUND
    assert json.loads(outside.stdout)["repeats"] == 3


def test_what_was_not_searched_is_said(tmp_path: Path) -> None:
    (tmp_path / "gazette.txt").write_text("\n".join(PARTS), encoding="utf-8")
    ran = Ran("forty boats", "--texts", str(tmp_path), texts=False)
    assert ran.code == FOUND
    assert ran.stderr == "kgtl: no copy of almanac-1903: not searched\n"
    ran = Ran("wish of the harbour", "--texts", str(tmp_path), texts=False)
    assert "no copy of almanac-1903 is here" in ran.stderr


def test_a_store_without_records_of_paragraphs(tmp_path: Path) -> None:
    whole = FakeOutside()
    whole.run("--store", str(HARBOUR), "--format", "jsonl")
    path = tmp_path / "events.jsonl"
    path.write_text(whole.stdout, encoding="utf-8")
    outside = FakeOutside(environ={"KGTL_STORE": str(path)}, stdin=PARTS[4].encode())
    assert outside.run("where") == FOUND
    assert outside.stdout.startswith("gazette-1902 ¶5\n")


def test_json_lines() -> None:
    record, other = [
        json.loads(line) for line in Ran("--format", "jsonl", "rope makers").lines
    ]
    assert (record["type"], record["source"], record["para"]) == (
        "paragraph",
        "almanac-1903",
        2,
    )
    assert record["how"] == "phrase"
    assert [event["id"] for event in record["events"]] == ["north-gate-1902"]
    assert other["source"] == "gazette-1902"
    assert Ran("--format", "csv", "rope").code == FAILED
    assert Ran("--format", "tsv", "rope").code == FAILED


@pytest.mark.parametrize("argv", [[], ["-"], ["…", "–"]])
def test_no_words_at_all(argv: list[str]) -> None:
    ran = Ran(*argv)
    assert (ran.code, ran.stdout) == (FAILED, "")
    assert ran.stderr.count("\n") == 1


def test_a_terminal_is_not_waited_for() -> None:
    outside = FakeOutside(environ={"KGTL_STORE": str(HARBOUR)})
    outside.stdin = Terminal()
    assert outside.run("where") == FAILED
    assert "where needs words" in outside.stderr


def test_standard_input_is_one_thing_only() -> None:
    outside = FakeOutside(stdin=b"{}")
    assert outside.run("where", "--store", "-") == FAILED
    assert "cannot be both" in outside.stderr


def test_hostile_copies_are_shown_harmlessly(tmp_path: Path) -> None:
    copytree(HARBOUR_TEXTS, tmp_path / "texts")
    path = tmp_path / "texts" / "gazette.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Forty boats", "Forty \x1b[31mboats\u202e"))
    for size in (None, (60, 99)):
        ran = Ran("--texts", str(tmp_path / "texts"), "forty", texts=False, size=size)
        assert ran.code == FOUND
        assert "^[[31mboats<U+202E>" in ran.stdout
        assert "\x1b[31m" not in ran.stdout


@pytest.mark.parametrize("width", [20, 60])
def test_lines_keep_to_the_terminal(width: int) -> None:
    ran = Ran("forty boats", "--color", "never", size=(width, 999))
    assert max(map(len, ran.lines)) <= width


def test_a_file_has_no_colours_and_is_not_wrapped(tmp_path: Path) -> None:
    path = tmp_path / "found.txt"
    words = ("forty boats", "--color", "always")
    assert Ran(*words, "-o", str(path), size=(40, 99)).code == FOUND
    assert path.read_text(encoding="utf-8") == Ran("forty boats").stdout
    assert "\x1b[" in Ran(*words).stdout
