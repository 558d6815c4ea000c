"""`--view`, `--by` and `--at` where no explorer opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.cli.option_rows import LANES, VIEWS
from timeline_tui.render import view

SIZE = (60, 24)


def test_the_command_line_and_the_renderer_name_the_same_views() -> None:
    assert VIEWS == view.VIEWS
    assert LANES == view.GROUPINGS


def test_the_timeline_has_headings(outside: FakeOutside) -> None:
    assert outside.run("--view", "timeline") == FOUND
    lines = outside.stdout.splitlines()
    assert lines[0].startswith(" 2021  Feb  ──")
    assert "The ferry stops running" in lines[1]
    assert len(lines) == 7


def test_lanes_are_printed_whole(outside: FakeOutside) -> None:
    assert outside.run("--view", "lanes", "--by", "theme") == FOUND
    lines = outside.stdout.splitlines()
    assert [line.split()[0] for line in lines[-2:]] == ["The", "Trade"]
    assert "The ferry" in lines[-2]


def test_by_alone_asks_for_lanes(environ: dict[str, str]) -> None:
    alone, both = FakeOutside(environ=environ), FakeOutside(environ=environ)
    assert alone.run("--by", "source") == FOUND
    assert both.run("--view", "lanes", "--by", "source") == FOUND
    assert alone.stdout == both.stdout


def test_the_period_of_at_is_in_view_and_the_rest_is_told(
    outside: FakeOutside,
) -> None:
    assert outside.run("--view", "lanes", "--at", "2021-02") == FOUND
    assert "day a cell" in outside.stdout
    assert "Feb 2021" in outside.stdout
    assert "3 of 4 events reach into 2021-02" in outside.stderr


def test_elsewhere_at_narrows_nothing_and_says_so(outside: FakeOutside) -> None:
    assert outside.run("--view", "matrix", "--at", "2021-02") == FOUND
    assert "The market stays closed" in outside.stdout
    assert "everything is printed" in outside.stderr


def test_the_matrix_has_the_signs(outside: FakeOutside) -> None:
    assert outside.run("--view", "matrix") == FOUND
    line = next(x for x in outside.stdout.splitlines() if "ferry stops" in x)
    assert line.split()[-3:] == ["●", "×", "≠"]


def test_the_density_tells_every_month_and_every_wider_stretch(
    outside: FakeOutside,
) -> None:
    assert outside.run("--view", "density") == FOUND
    told = [line.split()[:2] for line in outside.stdout.splitlines()]
    assert told == [
        ["2020-01..2021-01", "0"],
        ["2021-02", "2"],
        ["2021-03..2022-04", "0"],
        ["2022-05", "1"],
        ["2021/2022", "1"],
        ["2022-06..2022-12", "0"],
    ]


def test_the_density_is_printed_on_a_terminal_too(environ: dict[str, str]) -> None:
    """Everywhere else it is a strip over the explorer, which has no screen for it."""
    outside = FakeOutside(environ={**environ, "PAGER": "cat"}, size=SIZE)
    listed = FakeOutside(environ={**environ, "PAGER": "cat"}, size=SIZE)
    assert outside.run("--view", "density") == FOUND
    assert listed.run("list", "--view", "density") == FOUND
    assert outside.stdout == listed.stdout != ""


def test_no_figures_is_nothing_found(outside: FakeOutside) -> None:
    assert outside.run("--view", "figures") == NOTHING
    assert outside.stdout == ""
    assert "no figures among 4 events" in outside.stderr


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_that_matches_prints_nothing(outside: FakeOutside, name: str) -> None:
    assert outside.run("--view", name, "nowhere") == NOTHING
    assert outside.stdout == ""


@pytest.mark.parametrize("name", ["timeline", "lanes", "matrix", "density"])
def test_a_terminal_is_filled_and_never_overrun(
    environ: dict[str, str], name: str
) -> None:
    outside = FakeOutside(environ=environ, size=SIZE)
    assert (
        outside.run("list", "--view", name, "--no-pager", "--color", "never") == FOUND
    )
    assert {len(line) for line in outside.stdout.splitlines()} == {SIZE[0]}


def test_a_pipe_is_as_wide_as_columns_says(environ: dict[str, str]) -> None:
    outside = FakeOutside(environ={**environ, "COLUMNS": "50"})
    assert outside.run("--view", "lanes") == FOUND
    assert max(map(len, outside.stdout.splitlines())) <= 50
    wide = FakeOutside(environ={**environ, "COLUMNS": "wide"})
    assert wide.run("--view", "timeline") == FOUND
    assert max(map(len, wide.stdout.splitlines())) == 99


def test_titles_are_whole_in_a_pipe(environ: dict[str, str]) -> None:
    outside = FakeOutside(environ={**environ, "COLUMNS": "30"})
    for name in ("timeline", "matrix"):
        assert outside.run("--view", name) == FOUND
    assert "…" not in outside.stdout
    assert outside.stdout.count("The ferry stops running") == 2


def test_a_view_goes_into_a_file(outside: FakeOutside, tmp_path: Path) -> None:
    path = tmp_path / "lanes.txt"
    assert outside.run("--view", "lanes", "-o", str(path)) == FOUND
    assert outside.stdout == ""
    assert "Island Council" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--view", "lanes", "--ids"], "--view and --ids"),
        (["--view", "lanes", "--count"], "--view and --count"),
        (["--view", "matrix", "--by", "theme"], "--by is for --view lanes"),
        (["--view", "lanes", "--format", "csv"], "not as csv"),
        (["--view", "lanes", "-o", "x.tsv"], "not as tsv"),
        (["--view", "grid"], "timeline, lanes, matrix, figures, density"),
        (["--view", "lanes", "--at", "2022-13"], "month 13"),
    ],
)
def test_what_does_not_go_together_is_refused(
    outside: FakeOutside, argv: list[str], words: str
) -> None:
    assert outside.run(*argv) == FAILED
    assert outside.stdout == ""
    assert words in outside.stderr
