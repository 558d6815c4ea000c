"""The documents are true: what exists is told, and what is told exists."""

import re
from pathlib import Path

import pytest

import timeline_tui
from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.query.terms import FIELDS, FLAGS

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", sorted(name for name in VERBS if name))
def test_every_verb_is_in_the_readme(verb: str) -> None:
    assert re.search(rf"\bkgtl {verb}\b", README)


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_is_in_the_readme(field: str) -> None:
    assert f"`{field}:`" in README


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_in_the_readme(flag: str) -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `is:`"))
    assert flag in row


@pytest.mark.parametrize("code", ["0", "1", "2", "130", "141"])
def test_every_exit_code_is_in_the_readme(code: str) -> None:
    assert re.search(rf"^\| {code} \|", README, re.MULTILINE)


def test_every_path_in_the_architecture_exists() -> None:
    text = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(
        r"`((?:model|store|query|library|render|cli|tui|tests)/[\w/.]*)`", text
    )
    assert named
    for name in named:
        root = CHECKOUT if name.startswith("tests/") else CHECKOUT / "timeline_tui"
        assert (root / name).exists(), name


def test_the_changelog_knows_this_version() -> None:
    text = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"[{timeline_tui.__version__}]" in text or "[Unreleased]" in text


def test_the_options_have_help_and_no_two_share_a_letter() -> None:
    letters = [option.short for option in OPTIONS.values() if option.short]
    assert len(letters) == len(set(letters))
    assert all(option.help for option in OPTIONS.values())
