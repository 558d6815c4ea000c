"""The documents are true: what exists is told, and what is told exists."""

import json
import re
import tomllib
from pathlib import Path

import pytest

import timeline_tui
from cli.fake_outside import FakeOutside
from timeline_tui.cli import exit_code
from timeline_tui.cli.format_rows import FIELD_HELP, FORMAT_HELP
from timeline_tui.cli.manual import CODES
from timeline_tui.cli.options import FORMATS, GRAINS, OPTIONS, VERBS
from timeline_tui.cli.reference import TABLES, filled
from timeline_tui.cli.settings import LOOK, settings
from timeline_tui.query.terms import FIELDS, FLAGS
from timeline_tui.render.formats.fields import names
from timeline_tui.tui.commands import COMMANDS

CHECKOUT = Path(__file__).resolve().parents[2]
DOCS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (CHECKOUT / "docs").glob("*.md")
}
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
LINE, PRINTED = DOCS["command-line.md"], DOCS["formats.md"]


@pytest.mark.parametrize("name", sorted(DOCS))
def test_the_tables_are_those_of_the_program(name: str) -> None:
    assert filled(DOCS[name]) == DOCS[name], "run: make manual"
    assert DOCS[name].count("<!-- table: ") == DOCS[name].count("<!-- end -->")


def test_every_table_stands_in_a_document() -> None:
    asked = re.findall(r"<!-- table: ([a-z ]+) -->", "".join(DOCS.values()))
    assert sorted(asked) == sorted(TABLES)


@pytest.mark.parametrize("verb", sorted(name for name in VERBS if name))
def test_every_verb_is_told(verb: str) -> None:
    assert re.search(rf"\bkgtl {verb}\b", README)
    assert re.search(rf"^\| `kgtl {verb}\b", LINE, re.MULTILINE)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_told(option: str) -> None:
    assert re.search(rf"^\| `(-\w, )?--{option}\b", LINE, re.MULTILINE)
    assert OPTIONS[option].help.split(";")[0] in LINE


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_of_queries_is_told(field: str) -> None:
    assert f"`{field}:`" in README
    assert f"| `{field}:` | {FIELDS[field]} |" in LINE


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_told(flag: str) -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `is:`"))
    assert flag in row
    assert f"`{flag}`" in LINE


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told(name: str) -> None:
    assert f"`{name}`" in README
    assert f"| `{name}` | {FORMAT_HELP[name]} |" in PRINTED


@pytest.mark.parametrize("field", sorted({n for each in GRAINS for n in names(each)}))
def test_every_field_that_can_be_printed_is_told(field: str) -> None:
    assert f"| `{field}` | {FIELD_HELP[field]} |" in PRINTED


def test_nothing_is_told_of_that_there_is_not() -> None:
    assert tuple(FORMAT_HELP) == FORMATS
    assert set(FIELD_HELP) == {name for each in GRAINS for name in names(each)}
    for option in re.findall(r"`--([a-z-]+)", README + "".join(DOCS.values())):
        assert option in OPTIONS


@pytest.mark.parametrize(
    "code",
    [value for name, value in vars(exit_code).items() if name.isupper()],
)
def test_every_exit_code_is_told(code: int) -> None:
    if code == exit_code.BY_SIGNAL:
        return  # is added to the number of a signal, as shells do
    assert re.search(rf"^\| {code} \|", README, re.MULTILINE)
    assert f"| `{code}` | {dict(CODES)[str(code)]} |" in LINE


@pytest.mark.parametrize("name", [*LOOK, *(command.name for command in COMMANDS)])
def test_every_setting_is_told(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", DOCS["configuration.md"], re.MULTILINE)


def test_the_example_of_settings_is_one(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS["configuration.md"], re.DOTALL)
    assert example
    path = tmp_path / "kgtl" / "config.toml"
    path.parent.mkdir()
    path.write_text(example[1], encoding="utf-8")
    read = settings(FakeOutside(environ={"XDG_CONFIG_HOME": str(tmp_path)}))
    told = tomllib.loads(example[1])
    assert {name: read.look[name] for name in told["look"]} == told["look"]
    assert set(read.keys) == set(told["keys"])


def test_the_keys_of_json_lines_are_told_in_their_order(tmp_path: Path) -> None:
    outside = FakeOutside(environ={"XDG_CACHE_HOME": str(tmp_path)})
    outside.run("--format", "jsonl")
    events = [json.loads(line) for line in outside.stdout.splitlines()]
    accounts = [account for event in events for account in event["accounts"]]
    rows = {
        "event": events,
        "account": accounts,
        "citation": [cite for account in accounts for cite in account["cite"]],
        "figure": [figure for event in events for figure in event["figures"]],
        "link": [link for event in events for link in event["links"]],
    }
    for name, found in rows.items():
        told = re.findall(rf"^- {name}: `(.*)`$", PRINTED, re.MULTILINE)
        assert {" ".join(row) for row in found} == set(told)


def test_the_columns_of_other_commands_are_as_many_as_told(tmp_path: Path) -> None:
    part = LINE.partition("## What other commands print")[2].partition("## ")[0]
    rows = re.findall(r"^\| `kgtl (.*?)` \| (.*) \|$", part, re.MULTILINE)
    assert len(rows) == 5
    for typed, told in rows:
        outside = FakeOutside(environ={"XDG_CACHE_HOME": str(tmp_path)})
        outside.run(*typed.split())
        assert outside.stdout
        count = 3 if told.startswith("the same") else len(told.split(", "))
        for line in outside.stdout.splitlines():
            assert line.count("\t") == count - 1, line


def test_every_link_between_documents_leads_somewhere() -> None:
    for name, text in {"README.md": README, **DOCS}.items():
        folder = CHECKOUT if name == "README.md" else CHECKOUT / "docs"
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (folder / link).exists(), f"{name}: {link}"


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
