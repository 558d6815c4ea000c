"""What each command line prints, says and exits with."""

from __future__ import annotations

import errno
import io
import json
import re
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import IDS
from timeline_tui.cli.exit_code import FAILED, FOUND, INTERRUPTED, NOTHING, PIPE_CLOSED


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ([], FOUND),
        (["list"], FOUND),
        (["ferry"], FOUND),
        (["ferry", "--count"], FOUND),
        (["zeppelin"], NOTHING),
        (["zeppelin", "--count"], NOTHING),
        (["--help"], FOUND),
        (["help", "query"], FOUND),
        (["--version"], FOUND),
        (["sources"], FOUND),
        (["facets"], FOUND),
        (["facets", "actor"], FOUND),
        (["facets", "nonsense"], FAILED),
        (["show", "mira"], FOUND),
        (["show", "nobody-at-all"], FAILED),
        (["cite", "ferry-stops-2021"], FOUND),
        (["cite", "ferry-stops-2021:gazette"], FOUND),
        (["cite", "ferry-stops-2021:nowhere"], FAILED),
        (["date", "2022"], FOUND),
        (["date", "2022", "2022-13"], FAILED),
        (["help", "nonsense"], FAILED),
        (["--format", "nonsense"], FAILED),
        (["actr:mira"], FAILED),
        (["actor:mirra"], FAILED),
        (["since:2022-13"], FAILED),
        (["--store", "/nowhere", "x"], FAILED),
        (["--store", "", "x"], FAILED),
        (["--per", "account", "--format", "store"], FAILED),
        (["--long", "--format", "tsv"], FAILED),
        (["--ids", "--count"], FAILED),
        (["--header"], FAILED),
        (["-o", "x.xlsx"], FAILED),
    ],
)
def test_exit_code(outside: FakeOutside, argv: list[str], code: int) -> None:
    assert outside.run(*argv) == code
    if code == FAILED and argv[0] != "date":
        assert outside.stdout == ""
    if code != FOUND:
        lines = [line for line in outside.stderr.splitlines() if line[:2] != "  "]
        assert (not outside.stderr) == (code == FOUND)
        assert all(line.startswith("kgtl: ") for line in lines)


def test_text_is_one_event_a_line_in_order(outside: FakeOutside) -> None:
    outside.run()
    assert outside.stdout.splitlines()[0] == (
        "2021-02-03  The ferry stops running  [gazette-2021 observer-2022]"
        "  ferry-stops-2021"
    )
    assert tuple(line.split()[-1] for line in outside.stdout.splitlines()) == IDS
    assert outside.stderr == ""


def test_ids_and_count(environ: dict[str, str]) -> None:
    ids, count = FakeOutside(environ=environ), FakeOutside(environ=environ)
    ids.run("--ids")
    count.run("--count")
    assert tuple(ids.stdout.split()) == IDS
    assert count.stdout == f"{len(IDS)}\n"


def test_formats(environ: dict[str, str]) -> None:
    for name, sign in (("tsv", "2021-02-03\t"), ("jsonl", '{"id":'), ("store", "{")):
        outside = FakeOutside(environ=environ)
        assert outside.run("list", "--format", name, "ferry-stops") == FOUND
        assert outside.stdout.startswith(sign)
        assert "ferry-stops-2021" in outside.stdout


def test_table_with_a_header(outside: FakeOutside) -> None:
    outside.run("--format", "tsv", "--header")
    header, first = [line.split("\t") for line in outside.stdout.splitlines()[:2]]
    assert first[header.index("id")] == IDS[0]


def test_accounts(outside: FakeOutside) -> None:
    outside.run("--per", "account", "--format", "jsonl", "id:ferry-stops-2021")
    accounts = [json.loads(line) for line in outside.stdout.splitlines()]
    assert [account["by"] for account in accounts] == [[], ["mira"]]


def test_ending_of_a_file_tells_the_format(
    outside: FakeOutside, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    assert outside.run("-o", str(path)) == FOUND
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == list(
        IDS
    )
    assert outside.stdout == ""


def test_dated_query_tells_its_classes(outside: FakeOutside) -> None:
    outside.run("on:2021-02-03")
    assert outside.stderr == "kgtl: 1 inside, 1 under way, 1 possible\n"
    assert len(outside.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["on:Q2 2022"], "on:Q2 2022 is read as 1 April – 30 June 2022"),
        (["Q2 2022"], "on:Q2 2022 is read as 1 April – 30 June 2022"),
        (["list", "within:2021"], "within:2021 is read as 1 January – 31 December"),
        (["since:last year"], "since:last year is read as since 1 January 2023"),
        (["-on:2021-02"], "-on:2021-02 is read as 1–28 February 2021"),
        (["facets", "actor", "until:2021"], "until:2021 is read as until 31 December"),
        (["--view", "matrix", "2021"], "on:2021 is read as 1 January – 31 December"),
        (["--by", "actor", "--at", "2021"], "--at 2021 is read as 1 January – 31"),
        (["on:1990"], "on:1990 is read as 1 January – 31 December 1990"),
    ],
)
def test_verbose_tells_how_a_period_was_read(
    environ: dict[str, str], argv: list[str], told: str
) -> None:
    verbose, silent = FakeOutside(environ=environ), FakeOutside(environ=environ)
    verbose.run(*argv, "-v")
    assert f"kgtl: {told}" in verbose.stderr
    silent.run(*argv)
    assert "is read as" not in silent.stderr


def test_nobody_is_both_quiet_and_verbose(outside: FakeOutside) -> None:
    assert outside.run("-q", "-v") == FAILED
    assert "--quiet and --verbose ask for different things" in outside.stderr


def test_facets_tell_of_classes_and_of_nothing(environ: dict[str, str]) -> None:
    for argv, told in (
        (["facets", "actor", "on:2021-02-03"], "1 inside, 1 under way, 1 possible"),
        (["facets", "actor", "zeppelin"], "nothing matches zeppelin"),
    ):
        outside = FakeOutside(environ=environ)
        outside.run(*argv)
        assert outside.stderr == f"kgtl: {told}\n"


def test_quiet_says_nothing(outside: FakeOutside) -> None:
    outside.run("-q", "on:2021-02-03")
    assert outside.stderr == ""
    assert outside.run("-q", "zeppelin") == NOTHING
    assert outside.stderr == ""


def test_no_match_names_the_term_to_drop(outside: FakeOutside) -> None:
    outside.run("ferry", "zeppelin")
    assert re.search(r"without zeppelin: [34] events", outside.stderr)


@pytest.mark.parametrize("argv", [["chek"], ["souces"]])
def test_word_near_a_verb_is_pointed_out(outside: FakeOutside, argv: list[str]) -> None:
    assert outside.run(*argv) == NOTHING
    assert "did you mean the command " in outside.stderr


def test_query_error_has_a_caret(outside: FakeOutside) -> None:
    outside.run("ferry", "actor:mirra")
    _, line, caret = outside.stderr.splitlines()
    assert line[caret.index("^") :] in ("mirra", "actor:mirra")
    assert "mira" in outside.stderr


def test_hostile_arguments_are_shown_harmlessly(outside: FakeOutside) -> None:
    for argument in (
        "--\x1b[31m",
        "actor:\x9b31m\u202e",
        "\udcff\x07",
        "date:\x1b]0;x",
    ):
        outside.run(argument)
    assert not {char for char in outside.stderr if ord(char) < 32} - {"\n"}
    assert not {"\x9b", "\u202e", "\udcff"} & set(outside.stderr)


def test_dumb_terminal_gets_the_list_and_a_sentence(environ: dict[str, str]) -> None:
    outside = FakeOutside(environ={**environ, "TERM": "dumb"}, size=(80, 24))
    assert outside.run() == FOUND
    assert "TERM=dumb" in outside.stderr
    assert "\x1b" not in outside.stdout
    assert len(outside.stdout.splitlines()) == len(IDS)


def test_terminal_gets_aligned_and_coloured_text(environ: dict[str, str]) -> None:
    outside = FakeOutside(environ=environ, size=(120, 24))
    assert outside.run("list") == FOUND
    assert "\x1b[" in outside.stdout
    plain = FakeOutside(environ={**environ, "NO_COLOR": "1"}, size=(120, 24))
    plain.run("list")
    columns = {line.index("  [") for line in plain.stdout.splitlines()}
    assert len(columns) == 1


def test_colour_can_be_forced_into_a_pipe(outside: FakeOutside) -> None:
    outside.run("--color", "always")
    assert "\x1b[" in outside.stdout


class Failing(io.StringIO):
    """A standard output that takes nothing."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def write(self, _text: str) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(), PIPE_CLOSED, ""),
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            FAILED,
            "kgtl: write error: No space left on device\n",
        ),
    ],
)
def test_ends_that_are_not_the_programs_doing(
    outside: FakeOutside, error: BaseException, code: int, said: str
) -> None:
    outside.out = Failing(error)
    assert outside.run() == code
    assert outside.stderr == said
