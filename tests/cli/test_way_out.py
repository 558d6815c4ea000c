"""What is advised where nothing matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import HEAD
from timeline_tui.cli.exit_code import NOTHING


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["ferry", "zeppelin"], "ferry zeppelin; without zeppelin: 3 events"),
        (["market", "zeppelin"], "; without zeppelin: 1 event"),
        (["zeppelin", "blimp"], "; neither zeppelin nor blimp finds anything"),
        (["ferry", "-ferry", "zeppelin"], "; zeppelin finds nothing"),
        (["zeppelin"], "nothing matches zeppelin"),
        (["-ferry", "-market"], "nothing matches -ferry -market; without "),
        (["chek"], "did you mean the command check?"),
        (["chek", "x.toml"], "did you mean the command check?"),
        (["list", "chek"], "nothing matches chek"),
        (["today"], "did you mean on:today?"),
        (["last month"], 'did you mean on:"last month"?'),
        (["last", "month"], 'did you mean on:"last month"?'),
        (["ferry", "yesterday"], "did you mean on:yesterday?"),
        (["ferry-stops-2021"], "did you mean id:ferry-stops-2021?"),
        (["mira-speaks"], "did you mean id:mira-speaks?"),
        (["mira-speaks-2022", "theme:trade"], "; without "),
        (["fery"], "did you mean ferry?"),
        (["hollt"], "did you mean holt?"),
        (['"coast and island"'], "nothing matches"),
        (['"ferry talks"'], "; with these words in any order: 1 event"),
        (["on:1990"], "; the store covers 2020/2022"),
        (["is:marked"], "; marks are the explorer's"),
    ],
)
def test_the_likeliest_slip_is_named(
    outside: FakeOutside, argv: list[str], told: str
) -> None:
    assert outside.run(*argv) == NOTHING
    assert outside.stdout == ""
    assert told in outside.stderr
    assert outside.stderr.count("\n") == 1


def test_what_is_advised_finds_something(environ: dict[str, str]) -> None:
    outside = FakeOutside(environ=environ)
    outside.run("ferry-stops-2021")
    advised = outside.stderr.rpartition("did you mean ")[2].removesuffix("?\n")
    outside = FakeOutside(environ=environ)
    assert outside.run(advised) == 0
    assert outside.stdout.endswith("ferry-stops-2021\n")


def test_a_store_without_events_or_coverage_has_no_advice(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(HEAD.replace('coverage = "2020/2022"\nsources = "seeds"\n', ""))
    for argv, told in (
        ([], "kgtl: the store holds no events\n"),
        (["on:1990"], "kgtl: nothing matches on:1990\n"),
    ):
        outside = FakeOutside()
        assert outside.run("--store", str(path), *argv) == NOTHING
        assert outside.stderr == told
