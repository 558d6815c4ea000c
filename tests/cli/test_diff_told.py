"""What `kgtl diff A B` tells of a revision, to a person and to a program."""

from __future__ import annotations

from pathlib import Path

from cli.compared import diff, lines
from examples import HARBOUR, event, revise, write_lines
from timeline_tui.cli.exit_code import NOTHING

KEYS = [
    *("type", "id", "change", "key", "source", "by"),
    *("before", "after", "perhaps", "note"),
]


def test_changes_are_grouped_one_a_line_with_the_id_first(revised: Path) -> None:
    revise(
        revised,
        ('date = "1902-10/.."', 'date = "1902-10-05?"'),
        ('stance = "qualifies"', 'stance = "contradicts"'),
        ('title = "Guild asks', 'title = "Guild begs'),
        ("value = 40", "value = 45"),
        ('disputed = "how many boats went out"\n', ""),
        ('themes = ["building"]', 'themes = ["tolls"]'),
        ('who = ["mara"]', 'who = ["alba"]'),
        ("bells = true", "bells = false"),
        ('role = "Keeper of', 'role = "Warden of'),
    )
    revise(
        revised.parent / "seeds" / "gazette-1902.toml",
        ("n1:9aa439dc8f681c99", "n1:9aa439dc8f681c98"),
    )
    code, outside = diff(HARBOUR, revised)
    assert code == NOTHING
    assert (
        outside.stdout
        == """\
Dates (1)
  toll-taken-1902  date sharper: 1902-10/.. → 1902-10-05? (now uncertain)

Sources and accounts (1)
  toll-asked-1902  who of gazette-1902: + alba, − mara

Stances (1)
  north-gate-1902  stance of almanac-1903 (by rope-makers): qualifies → contradicts

Disputed (1)
  north-gate-1902  no longer disputed: how many boats went out

Figures (1)
  north-gate-1902  figure of gazette-1902: boats: 40, as of 2 May 1902 → boats: 45, \
as of 2 May 1902

Wording (1)
  toll-asked-1902  title: Guild asks for a toll → Guild begs for a toll

Actors, themes and places of events (1)
  north-gate-1902  themes: + tolls, − building

Other things about events (1)
  north-gate-1902  x_mood: {"bells":true,"guests":[1,2.5,"many"]} → \
{"bells":false,"guests":[1,2.5,"many"]}

Actors, themes and sources (2)
  actor mara  role: Keeper of the harbour → Warden of the harbour
  source gazette-1902  paragraph 4: text n1:9aa439dc8f681c99 → n1:9aa439dc8f681c98
"""
    )
    assert (
        outside.stderr == "kgtl: 3 events changed, 1 actor changed, 1 source changed\n"
    )


def test_a_line_of_json_a_change_with_keys_that_stay(revised: Path) -> None:
    revise(revised, ('date = "1902-05-02"\ndate_b', 'date = "1902-05~"\ndate_b'))
    (line,) = lines(HARBOUR, revised)
    assert list(line) == KEYS
    assert line == {
        "type": "event",
        "id": "north-gate-1902",
        "change": "vaguer",
        "key": "date",
        "source": "",
        "by": [],
        "before": "1902-05-02",
        "after": "1902-05~",
        "perhaps": "",
        "note": "now approximate",
    }


def test_accounts_and_figures_are_whole_records_in_json(revised: Path) -> None:
    told = '\n  stance = "qualifies"'
    revise(
        revised, (f'"almanac-1903"{told}', f'"gazette-1902"{told}'), ("= 40", "= 45.5")
    )
    gained, lost = sorted(
        (
            line
            for line in lines(HARBOUR, revised)
            if line["key"] in ("source", "account")
        ),
        key=lambda line: str(line["change"]),
    )
    assert (gained["key"], lost["key"]) == ("account", "source")
    assert lost["source"] == "almanac-1903"
    assert lost["by"] == ["rope-makers"]
    assert lost["before"]["cite"][0]["start"] == "the rope makers count"
    assert lost["after"] is None
    assert gained["after"]["stance"] == "qualifies"
    (figure,) = (line for line in lines(HARBOUR, revised) if line["key"] == "figure")
    assert (figure["before"]["value"], figure["after"]["value"]) == (40, 45.5)


def test_an_id_that_was_changed_is_perhaps_a_renaming(revised: Path) -> None:
    revise(revised, ('"toll-asked-1902"', '"guild-asks-1902"'))
    _, outside = diff(HARBOUR, revised)
    date, title = "1902-04~/1902-05", "Guild asks for a toll"
    assert outside.stdout.startswith(
        "Events added (1)\n"
        f"  guild-asks-1902  {date}  {title} (perhaps renamed: was toll-asked-1902)\n"
        "\nEvents removed (1)\n"
        f"  toll-asked-1902  {date}  {title}"
        " (perhaps renamed: is now guild-asks-1902)\n"
    )
    added, removed = lines(HARBOUR, revised)[-2:]
    assert (added["change"], added["perhaps"]) == ("added", "toll-asked-1902")
    assert (removed["change"], removed["perhaps"]) == ("removed", "guild-asks-1902")
    assert removed["before"] == {"date": date, "title": title}


def test_another_event_of_that_title_is_no_renaming(revised: Path) -> None:
    revise(
        revised,
        ('"toll-asked-1902"', '"guild-asks-1902"'),
        ("1902-04~/1902-05", "1902-04"),
    )
    assert not any(line["perhaps"] for line in lines(HARBOUR, revised))


def test_records_and_the_head_of_the_store_are_compared(revised: Path) -> None:
    revise(
        revised,
        ('title = "The harbour of Alba"', 'title = "Alba"'),
        ('coverage = "1902/1903"', 'coverage = "1902/1904"'),
        ('id = "building"\nname', 'id = "works"\nname'),
        ('themes = ["building"]', 'themes = ["works"]'),
        ('aliases = ["dues"]', 'aliases = ["dues", "fees"]'),
    )
    seeds = revised.parent / "seeds"
    revise(seeds / "almanac-1903.toml", ('"1903~"', '"1903-12"'))
    new = '\nid = "ledger-1903"\ntitle = "Ledger"\n'
    (seeds / "ledger-1903.toml").write_text(new, encoding="utf-8")
    code, outside = diff(HARBOUR, revised)
    assert code == NOTHING
    _, _, records = outside.stdout.partition("\n\n")
    assert (
        records
        == """\
Timeline (2)
  title: The harbour of Alba → Alba
  coverage vaguer: 1902/1903 → 1902/1904

Actors, themes and sources (5)
  theme works  added: Building
  theme tolls  aliases: + fees
  theme building  removed: Building
  source almanac-1903  published sharper: 1903~ → 1903-12 (no longer approximate)
  source ledger-1903  added: Ledger
"""
    )
    assert outside.stderr == (
        "kgtl: 1 event changed, 1 theme added, 1 theme removed, 1 theme changed,"
        " 1 source added, 1 source changed, the timeline changed\n"
    )


def test_hostile_text_is_shown_harmlessly(tmp_path: Path) -> None:
    bad = "a\x1b[31m\x9b\u202e\x00\nb"
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    plain = event("one", "2020", title="A", summary="B", x={"x_a": "c"})
    wild = event("one", "2020", title=bad, summary=bad, places=(bad,), x={"x_a": bad})
    write_lines(old, [plain, event("two", "2020", title=bad)])
    write_lines(new, [wild])
    for options in ([], ["--format", "jsonl"]):
        _, outside = diff(old, new, *options)
        assert not set("\x1b\x9b\u202e\x00") & set(outside.stdout)
    texts = [line["after"] for line in lines(old, new) if line["key"] == "title"]
    assert texts == [bad]


def test_on_a_terminal_lines_are_wrapped_and_coloured(revised: Path) -> None:
    revise(revised, ('title = "Guild asks', 'title = "Guild begs'))
    environ = {"PAGER": "cat"}
    _, outside = diff(HARBOUR, revised, size=(40, 50), environ=environ)
    assert "\x1b[" in outside.stdout
    environ["NO_COLOR"] = "1"
    _, outside = diff(HARBOUR, revised, size=(40, 50), environ=environ)
    assert outside.stdout == (
        "Wording (1)\n"
        "  toll-asked-1902  title: Guild asks for\n"
        "    a toll → Guild begs for a toll\n"
    )


def test_written_into_a_file(revised: Path, tmp_path: Path) -> None:
    revise(revised, ('title = "Guild asks', 'title = "Guild begs'))
    for name, start in (("a.txt", "Wording"), ("a.jsonl", '{"type":"event"')):
        code, outside = diff(HARBOUR, revised, "-o", str(tmp_path / name))
        assert (code, outside.stdout) == (NOTHING, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
