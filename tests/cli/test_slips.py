"""A slip in a name is told with the name that was meant, whatever it names."""

from __future__ import annotations

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.exit_code import FAILED, NOTHING


@pytest.mark.parametrize(
    ("argv", "code", "meant"),
    [
        (["soruces"], NOTHING, "the command sources?"),
        (["help", "lst"], FAILED, "list?"),
        (["--fromat", "tsv"], FAILED, "--format?"),
        (["--format", "jsnl"], FAILED, "jsonl?"),
        (["--fields", "titel"], FAILED, "title?"),
        (["--sort", "tittle"], FAILED, "title?"),
        (["--group-by", "actr"], FAILED, "actor?"),
        (["--per", "acount"], FAILED, "account?"),
        (["--view", "lane"], FAILED, "lanes?"),
        (["--color", "allways"], FAILED, "always?"),
        (["-o", "x.htlm"], FAILED, ".html?"),
        (["actr:mira"], FAILED, "actor?"),
        (["actor:mirra"], FAILED, "mira?"),
        (["theme:fery"], FAILED, "ferry?"),
        (["source:gazete-2021"], FAILED, "gazette-2021?"),
        (["kind:statment"], FAILED, "statement?"),
        (["stance:suports"], FAILED, "supports?"),
        (["is:disputd"], FAILED, "disputed?"),
        (["facets", "actr"], FAILED, "actor?"),
        (["show", "mirra"], FAILED, "mira?"),
        (["show", "fery-stops"], FAILED, "ferry-stops-2021?"),
        (["cite", "market-clsed"], FAILED, "market-closed?"),
        (["cite", "ferry-stops-2021:gazete-2021"], FAILED, "gazette-2021?"),
        (["cite", "--style", "chigaco", "market-closed"], FAILED, "chicago?"),
        (["completion", "bsh"], FAILED, "bash?"),
        (["config", "lok"], NOTHING, "look?"),
        (["import", "x.csv", "--from", "cvs"], FAILED, "csv?"),
        (["import", "x.csv", "--map", "titel=T"], FAILED, "'title'?"),
        (["help", "enviroment"], FAILED, "environment?"),
    ],
)
def test_what_was_meant_is_told(
    outside: FakeOutside, argv: list[str], code: int, meant: str
) -> None:
    assert outside.run(*argv) == code
    assert f"did you mean {meant}" in outside.stderr
    assert outside.stdout == ""


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["help", "zzz"], "only on: list, pick, show"),
        (["--format", "pdf"], "it is one of: text, tsv, csv, jsonl, store, md, html"),
        (["--fields", "zzz"], "there are first, last, date"),
        (["zzz:x"], "there are actor, theme"),
        (["--since", "2022"], "has no dashes; write since:2022"),
        (["--actor=Mira Holt"], "has no dashes; write actor:'Mira Holt'"),
        (["cite", "market-closed:zzz"], "no source 'zzz' tells market-closed: its"),
        (["is:zzz"], "there are disputed, approximate"),
        (["actor:zzz"], "`kgtl facets actor` lists them"),
        (["facets", "zzz"], "name one before words: actor, theme"),
        (["show", "zzz"], "kgtl list --ids lists the events"),
        (["config", "zzz"], "kgtl config lists all of them"),
        (["completion", "tcsh"], "only for bash, zsh, fish"),
    ],
)
def test_what_is_near_nothing_is_told_with_what_there_is(
    outside: FakeOutside, argv: list[str], told: str
) -> None:
    assert outside.run(*argv) in (FAILED, NOTHING)
    assert told in outside.stderr
    assert "did you mean" not in outside.stderr


def test_a_setting_that_is_none_is_no_news_when_quiet(outside: FakeOutside) -> None:
    assert outside.run("config", "zzz", "-q") == NOTHING
    assert outside.stderr == ""
