"""The manual page is what the tables make of it, and roff takes it as it is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from consumers import program
from timeline_tui.cli.manual import escaped, manual
from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.query.terms import FIELDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "kgtl.1"


def formatted(source: str) -> tuple[str, str]:
    """The page as plain text on very long lines, and what groff says of it."""
    done = subprocess.run(
        [program("groff"), "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=900n"],
        input=source.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode(), done.stderr.decode()


def test_the_page_is_the_one_that_is_generated() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), "run: make manual"


def test_the_page_is_ascii_and_its_lines_begin_with_no_stray_request() -> None:
    assert manual().isascii()
    requests = {"TH", "SH", "SS", "PP", "TP", "br", '\\"'}
    for line in manual().splitlines():
        assert line
        if line[0] in ".'":
            assert line[1:].split()[0] in requests


def test_groff_has_nothing_to_say() -> None:
    text, said = formatted(manual())
    assert said == ""
    words = " ".join(text.split())
    for verb in VERBS.values():
        for line, _ in verb.examples:
            assert " ".join(line.split()) in words
    for option in OPTIONS.values():
        assert f"--{option.name} {option.argument}".rstrip() in words
        assert " ".join(option.help.split()) in words
    for field, told in FIELDS.items():
        assert re.search(rf"\b{field}: +{re.escape(told)}", words)


@pytest.mark.parametrize(
    "text",
    [
        ".SH not a heading",
        "'br not a request",
        r"a \fBbackslash\fR and \n",
        "~/texts `x` ^y 'z' \"q\" a-b --c",
        "Жапаров … ¶4",
        "two\n.sp\nlines",
    ],
)
def test_any_text_is_printed_as_it_stands(text: str) -> None:
    page = (
        f'.TH X 1 "" "" ""\n.SH N\n{escaped(text)}\n.TP\n\\fB{escaped(text)}\\fR\nx\n'
    )
    shown, said = formatted(page)
    assert said == ""
    assert shown.count(" ".join(text.split())) == 2
