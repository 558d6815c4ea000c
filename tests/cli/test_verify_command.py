"""`kgtl verify`: each citation against the reader's copies, and what it comes to."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from textwrap import fill

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the harbour's store, its texts and records, as current folder."""
    folder = tmp_path / "harbour"
    copytree(HARBOUR.parent, folder)
    monkeypatch.chdir(folder)
    return folder


class Ran(FakeOutside):
    """What `kgtl verify` did with the harbour's store."""

    def __init__(
        self, *argv: str, store: str = "events.toml", stdin: bytes = b"", **env: str
    ) -> None:
        super().__init__(environ=env, stdin=stdin)
        self.code = self.run("verify", "--store", store, *argv)

    @property
    def lines(self) -> list[str]:
        return self.stdout.splitlines()

    @property
    def complaints(self) -> list[str]:
        """The lines that begin with a file of the store and a line in it."""
        return [line for line in self.lines if ".toml:" in line]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


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
    change(harbour / "texts" / "gazette.txt", "Forty boats went", "Forty boats sailed")
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
    change(
        harbour / "texts" / "gazette.txt", "By our own", "Late edition\n\nBy our own"
    )
    ran = Ran("texts")
    assert ran.code == FOUND
    assert ran.lines[1] == (
        "texts/gazette.txt: changed copy of gazette-1902: 3 of 3 paragraphs"
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
    change(path, "Forty boats went", "Forty boats sailed")
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


def test_an_anchor_that_stands_twice(harbour: Path) -> None:
    store = harbour / "events.toml"
    change(store, 'start = "The guild of"', 'start = "guild of rope"')
    ran = Ran("texts")
    assert ran.code == NOTHING
    (complaint,) = ran.complaints
    assert complaint == (
        f"events.toml:{line_of(store, 'guild of rope')}: toll-asked-1902: account 1,"
        " gazette-1902 ¶5: “guild of rope” stands 2 times in texts/gazette.txt, first"
        " in ¶5; take other words, or more of them"
    )


def test_words_that_are_not_there(harbour: Path) -> None:
    store = harbour / "events.toml"
    change(store, 'start = "The guild of"', 'start = "The pilots of"')
    (complaint,) = Ran("texts").complaints
    assert "¶5 of texts/gazette.txt is the paragraph, but “The pilots of” is not" in (
        complaint
    )
    change(store, 'start = "Mara Quill, who"', 'start = "Mara Quill, whom"')
    change(harbour / "texts" / "gazette.txt", "Forty boats", "They all")
    weak, missing, _ = Ran("texts").complaints
    assert "¶3 only has words like its first" in weak
    assert "neither the paragraph nor “Forty boats”" in missing
    assert Ran("texts").code == NOTHING


def test_a_number_past_the_end(harbour: Path) -> None:
    store = harbour / "events.toml"
    change(store, "para = 5", "para = 50")
    ran = Ran("texts")
    assert ran.code == FOUND
    (complaint,) = ran.complaints
    assert complaint == (
        f"events.toml:{line_of(store, 'para = 50')}: toll-asked-1902: account 1,"
        " gazette-1902 ¶50: the paragraph is number 5 (texts/gazette.txt ends at ¶6);"
        " kgtl verify --fix writes para = 5"
    )
    text = harbour / "texts" / "gazette.txt"
    change(text, "The guild of rope makers had", "They")
    change(text, "told the guild of rope makers", "told them")
    (complaint,) = Ran("texts").complaints
    assert "(texts/gazette.txt ends at ¶6); get the whole document" in complaint


def test_a_source_that_no_event_cites(harbour: Path) -> None:
    record = harbour / "seeds" / "diary-1904.toml"
    record.write_text('id = "diary-1904"\ntitle = "A diary"\ntype = "book"\n')
    ran = Ran("texts")
    assert ran.code == FOUND
    (complaint,) = ran.complaints
    assert complaint == (
        "seeds/diary-1904.toml:1: diary-1904: no event cites this source; cite it, or"
        " take its record away"
    )


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


def test_words_of_ours_that_are_a_source_s(harbour: Path) -> None:
    store = harbour / "events.toml"
    words = "she said the pilots cheered from the wall and"
    change(
        store, "Quill opened it herself.", "She said and the pilots cheered from it."
    )
    assert Ran("texts").code == FOUND
    text = "had asked for a toll of three crowns a boat"
    change(store, "After long works", f"The guild {text} and")
    ran = Ran("texts")
    assert words not in ran.stdout
    assert ran.code == NOTHING
    (complaint,) = ran.complaints
    assert complaint.startswith(
        f"events.toml:{line_of(store, text)}: north-gate-1902: 'summary' has words of"
        " gazette-1902:"
    )
    assert ran.lines[-1] == ("in all: all 6 citations found; 1 run of a source's words")


def test_fix_moves_paragraph_numbers_and_nothing_else(harbour: Path) -> None:
    store = harbour / "events.toml"
    good = store.read_bytes()
    change(store, "para = 5", "para = 50")
    change(store, 'para = 3, start = "Forty', 'para = 2, start = "Forty')
    line = line_of(store, "para = 50")
    ran = Ran("--fix", "texts")
    assert ran.code == FOUND
    assert store.read_bytes() == good
    assert f"events.toml:{line}: toll-asked-1902: para = 50 is now para = 5" in (
        ran.stderr
    )
    assert ran.stderr.endswith("2 paragraph numbers moved in events.toml\n")
    ran = Ran("--fix", "texts")
    assert store.read_bytes() == good
    assert ran.stderr == "kgtl: no paragraph number to move\n"


def test_fix_does_not_follow_the_numbers_of_a_changed_copy(harbour: Path) -> None:
    store = harbour / "events.toml"
    good = store.read_bytes()
    change(
        harbour / "texts" / "gazette.txt", "By our own", "Late edition\n\nBy our own"
    )
    assert Ran("--fix", "texts").code == FOUND
    assert store.read_bytes() == good


def test_fix_never_touches_a_hash_or_words(harbour: Path) -> None:
    store = harbour / "events.toml"
    change(harbour / "texts" / "gazette.txt", "Forty boats went", "Forty boats sailed")
    change(store, 'para = 3, start = "Forty', 'para = 2, start = "Forty')
    before = store.read_bytes()
    assert Ran("--fix", "texts").code == NOTHING
    assert store.read_bytes() == before


def test_fix_refuses_stores_that_are_no_files_of_toml(harbour: Path) -> None:
    lines = FakeOutside()
    lines.run("--store", str(harbour / "events.toml"), "--format", "store")
    stored = harbour / "store.jsonl"
    stored.write_text(lines.stdout, encoding="utf-8")
    ran = Ran("texts", store="store.jsonl")
    assert (ran.code, ran.lines[-1]) == (FOUND, "in all: all 6 citations found")
    piped = Ran("texts", store="-", stdin=stored.read_bytes())
    assert (piped.code, piped.stdout) == (ran.code, ran.stdout)
    for store in ("store.jsonl", "-"):
        ran = Ran("--fix", "texts", store=store, stdin=stored.read_bytes())
        assert (ran.code, ran.stdout) == (FAILED, "")
        assert "--fix writes in TOML files, and the store is JSON Lines" in ran.stderr


def test_json_lines_tell_everything(harbour: Path) -> None:
    store = harbour / "events.toml"
    change(store, "para = 5", "para = 50")
    ran = Ran("--format", "jsonl", "texts/gazette.txt")
    records = [json.loads(line) for line in ran.lines]
    kinds = [record["type"] for record in records]
    assert kinds == ["copy", *["citation"] * 6, "source", "source", "total"]
    assert records[0]["how"] == "same"
    moved = next(record for record in records if record.get("para") == 50)
    assert (moved["status"], moved["at"], moved["right"]) == ("moved", 5, 5)
    assert (moved["file"], moved["line"]) == ("events.toml", line_of(store, "= 50"))
    statuses = [record.get("status") for record in records]
    assert statuses.count("no-copy") == 3
    assert records[-1]["found"] == 3
    assert Ran("--format", "tsv", "texts").code == FAILED


def test_a_store_with_faults_is_checked_as_far_as_it_goes(harbour: Path) -> None:
    change(harbour / "events.toml", '"1902-10/.."', '"1902-13"')
    ran = Ran("texts")
    assert ran.code == FOUND
    assert "almanac-1903: all 2 citations found" in ran.lines
    assert "1 event with faults not checked; to see the faults: kgtl check" in (
        ran.stderr
    )
    assert "no event cites" not in ran.stdout


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


def test_a_report_in_a_file(harbour: Path) -> None:
    ran = Ran("texts", "-o", "report.jsonl", "--color", "always")
    assert (ran.code, ran.stdout) == (FOUND, "")
    records = (harbour / "report.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(records[-1])["found"] == 6
    Ran("texts", "-o", "report.txt", "--color", "always")
    assert (harbour / "report.txt").read_text(encoding="utf-8") == Ran("texts").stdout
    assert "\x1b[" in Ran("texts", "--color", "always").stdout
