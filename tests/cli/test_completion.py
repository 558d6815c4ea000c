"""What the shells' scripts are made of, and what they ask the store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import IDS
from timeline_tui.cli import completion_store
from timeline_tui.cli.completion_words import ASKED, SHELLS, WORDS, typed_forms
from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.query.terms import FIELDS


@pytest.fixture
def indexed(outside: FakeOutside, environ: dict[str, str]) -> FakeOutside:
    """The person's world, once the store has an index."""
    assert FakeOutside(environ=environ).run("--count") == 0
    return outside


def offers(outside: FakeOutside, kind: str, typed: str) -> list[str]:
    code = outside.run("completion", kind, "--", typed)
    found = [line.partition("\t")[0] for line in outside.stdout.splitlines()]
    assert (code, outside.stderr) == (0 if found else 1, "")
    return found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("actor:m", ["mayor", "mira"]),
        ("-actor:mi", ["mira"]),
        ("actor:mira,m", ["mira,mayor"]),
        ("actor:zz", []),
        ("theme:", ["ferry", "trade"]),
        ("source:g", ["gazette-2021"]),
        ("by:", ["mira"]),
        ("side:", ["island"]),
        ("place:H", ["Harbour"]),
        ("id:ferry-t", ["ferry-talks-2021"]),
        ("is:m", ["multi-source", "marked"]),
        ("kind:p", ["policy"]),
        ("since:20", []),
        ("nofield:x", []),
        ("actor", []),
    ],
)
def test_values_of_a_field(indexed: FakeOutside, typed: str, found: list[str]) -> None:
    field = typed.partition(":")[0]
    assert sorted(offers(indexed, "query", typed)) == sorted(
        f"{field}:{value}" for value in found
    )


def test_what_show_cite_and_new_know(environ: dict[str, str]) -> None:
    FakeOutside(environ=environ).run("--count")

    def asked(kind: str, typed: str) -> list[str]:
        return offers(FakeOutside(environ=environ), kind, typed)

    assert set(asked("id", "")) > {*IDS, "mira", "ferry", "gazette-2021"}
    assert asked("id", "m") == ["market-closed", "mira-speaks-2022", "mira", "mayor"]
    assert asked("cite", "m") == ["market-closed", "mira-speaks-2022"]
    assert asked("cite", "ferry-stops-2021:o") == ["ferry-stops-2021:observer-2022"]
    assert asked("cite", "nobody:") == []
    assert asked("source", "") == ["observer-2022", "gazette-2021"]


def test_a_value_comes_with_its_name(indexed: FakeOutside) -> None:
    indexed.run("completion", "query", "--", "actor:mi")
    assert indexed.stdout == "actor:mira\tMira Holt\n"


def test_more_than_can_be_read_are_not_offered_in_part(
    indexed: FakeOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion_store, "MOST", 1)
    assert offers(indexed, "cite", "ferry-") == []
    assert offers(indexed, "cite", "ferry-t") == ["ferry-talks-2021"]


def test_no_index_is_built_and_a_stale_one_is_used(tmp_path: Path, store: Path) -> None:
    own = tmp_path / "events.toml"
    own.write_text(store.read_text())
    (tmp_path / "seeds").symlink_to(store.parent / "seeds")
    world = {"KGTL_STORE": str(own), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert offers(FakeOutside(environ=world), "query", "theme:") == []
    assert offers(FakeOutside(environ=world), "query", "is:d") == ["is:disputed"]
    assert not (tmp_path / "cache").exists()
    FakeOutside(environ=world).run("--count")
    own.write_text("this is no store [")
    assert offers(FakeOutside(environ=world), "query", "theme:f") == ["theme:ferry"]


def test_a_damaged_index_offers_nothing_and_is_silent(
    tmp_path: Path, store: Path
) -> None:
    world = {"KGTL_STORE": str(store), "XDG_CACHE_HOME": str(tmp_path)}
    FakeOutside(environ=world).run("--count")
    (index,) = tmp_path.rglob("*.index")
    whole = index.read_bytes()
    index.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    assert offers(FakeOutside(environ=world), "query", "theme:f") == []
    assert index.read_bytes() != whole


@pytest.mark.parametrize("named", ["/nowhere.toml", "-", "/dev/null"])
@pytest.mark.parametrize("kind", ASKED)
def test_a_store_that_cannot_be_asked_is_silent(named: str, kind: str) -> None:
    outside = FakeOutside(environ={"KGTL_STORE": named}, stdin=b"not to be read")
    assert offers(outside, kind, "actor:m") == []
    assert outside.stdin is not None
    assert outside.stdin.read() == b"not to be read"


def test_words_with_signs_of_the_query_or_the_terminal_are_not_offered(
    tmp_path: Path, store: Path
) -> None:
    own = tmp_path / "events.toml"
    places = r'places = ["Old \"Town\"", "A, B", "Bay\u202e", "New Town"]'
    own.write_text(store.read_text().replace('places = ["Harbour"]', places))
    (tmp_path / "seeds").symlink_to(store.parent / "seeds")
    world = {"KGTL_STORE": str(own), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    FakeOutside(environ=world).run("--count")
    assert offers(FakeOutside(environ=world), "query", "place:") == ["place:New Town"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_the_whole_table(shell: str) -> None:
    outside = FakeOutside()
    assert outside.run("completion", shell) == 0
    for verb in VERBS.values():
        assert verb.name in outside.stdout
        assert f"_kgtl_told {' '.join(verb.options)}" in outside.stdout
    for option in OPTIONS.values():
        for form in typed_forms(option):
            assert f" '{form}' " in outside.stdout or f" {form} " in outside.stdout
    for field in FIELDS:
        assert f"{field}:" in outside.stdout
    assert not re.search(r"@[A-Z_]+@", outside.stdout)


def test_it_is_decided_what_every_verb_is_offered() -> None:
    assert {verb.words for verb in VERBS.values()} <= set(WORDS)


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["fsh"], "did you mean fish?"),
        (["powershell"], "only for bash, zsh, fish"),
        (["bash", "now"], "no use for 'now'"),
        ([], "completion needs SHELL"),
    ],
)
def test_other_shells_are_refused(argv: list[str], told: str) -> None:
    outside = FakeOutside()
    assert outside.run("completion", *argv) == 2
    assert told in outside.stderr
    assert outside.stdout == ""
