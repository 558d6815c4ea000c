"""The stores that people write: one file, several files, records in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from examples import HARBOUR, contents, harbour
from timeline_tui.errors import StoreError
from timeline_tui.model.dates import parse
from timeline_tui.store.locate import Where, locate
from timeline_tui.store.reader import Reader, open_store

HEAD = 'schema = 1\n[timeline]\ntitle = "T"\n'
EVENT = '[[event]]\nid = "{}"\ndate = "1902"\ntitle = "A title"\n'


def opened(folder: Path, **files: str | bytes) -> Reader:
    """Write files and open the one that is called events, or else the folder."""
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.toml").write_bytes(data)
    path = folder / "events.toml" if "events" in files else folder
    return open_store(locate(str(path), {}))


def test_everything_of_a_store_is_read() -> None:
    store = harbour()
    assert store.timeline.title == "The harbour of Alba"
    assert store.timeline.coverage == parse("1902/1903")
    assert list(store.actors) == ["alba", "mara", "rope-makers"]
    assert store.actors["mara"].of == "alba"
    assert store.themes["tolls"].aliases == ("dues",)
    assert list(store.sources) == ["almanac-1903", "gazette-1902"]
    gazette = store.sources["gazette-1902"]
    assert (gazette.letter, gazette.interviewees) == ("G", ("mara",))
    assert gazette.x == {"x_shelf": "B4"}
    assert [part.role for part in gazette.paragraphs][:3] == [
        "heading",
        "credit",
        "body",
    ]
    gate, asked, taken = store.events
    assert gate.sources == ("gazette-1902", "almanac-1903")
    assert gate.accounts[1].date == parse("1902-21")
    assert [(f.value, f.high) for f in gate.figures] == [(40, None), (None, 30.0)]
    assert gate.x == {"x_mood": {"bells": True, "guests": [1, 2.5, "many"]}}
    assert asked.links[0].kind == "response-to"
    assert (taken.importance, taken.status) == ("minor", "happened")


def test_files_folders_and_lines_are_known() -> None:
    reader = open_store(locate(str(HARBOUR), {}))
    seeds = HARBOUR.parent / "seeds"
    assert reader.files == (
        str(HARBOUR),
        str(seeds / "almanac-1903.toml"),
        str(seeds / "gazette-1902.toml"),
    )
    assert reader.folders == (str(seeds),)
    path, line = reader.line_of("toll-asked-1902") or ("", 0)
    text = Path(path).read_text(encoding="utf-8").split("\n")
    assert text[line - 1 : line + 1] == ["[[event]]", 'id = "toll-asked-1902"']
    assert reader.line_of("gazette-1902") == (str(seeds / "gazette-1902.toml"), 0)
    assert reader.line_of("none") is None


def test_a_folder_of_files_is_one_store(tmp_path: Path) -> None:
    later = "schema = 1\n" + EVENT.format("b")
    reader = opened(tmp_path, b=later, a=HEAD + EVENT.format("a"), c=b"# nothing yet\n")
    assert [event.id for event in reader.events()] == ["a", "b"]
    assert reader.folders == (str(tmp_path),)
    assert [Path(file).name for file in reader.files] == ["a.toml", "b.toml", "c.toml"]


def test_events_may_come_before_what_they_name(tmp_path: Path) -> None:
    text = (
        HEAD + EVENT.format("a") + 'actors = ["m"]\n[[actor]]\nid = "m"\nname = "M"\n'
    )
    reader = opened(tmp_path, events=text)
    assert len(list(reader.events())) == 1
    assert not reader.faults


def test_a_bad_event_is_set_aside_and_told_again_when_read_again(
    tmp_path: Path,
) -> None:
    bad = EVENT.format("b") + 'kind = "law"\nactors = ["nobody"]\n'
    reader = opened(tmp_path, events=HEAD + EVENT.format("a") + bad)
    for _ in range(2):
        assert [event.id for event in reader.events()] == ["a"]
        assert reader.set_aside == 1
        assert [fault.rule for fault in reader.faults] == [
            "not-allowed",
            "unknown-actor",
        ]
    assert reader.knows("b")


def test_a_faulty_actor_does_not_take_its_events_along(tmp_path: Path) -> None:
    actor = '[[actor]]\nid = "m"\nkind = "boat"\n'
    text = HEAD + actor + EVENT.format("a") + 'actors = ["m"]\n'
    reader = opened(tmp_path, events=text)
    assert [event.actors for event in reader.events()] == [("m",)]
    assert reader.actors["m"].name == "m"
    assert {fault.rule for fault in reader.faults} == {"not-allowed", "missing-key"}


def test_a_mark_and_windows_line_ends_are_forgiven(tmp_path: Path) -> None:
    text = HARBOUR.read_bytes().replace(b"\n", b"\r\n").replace(b'"seeds"', b'"s"')
    (tmp_path / "s").mkdir()
    for record in (HARBOUR.parent / "seeds").iterdir():
        (tmp_path / "s" / record.name).write_bytes(
            b"\xef\xbb\xbf" + record.read_bytes()
        )
    opened(tmp_path, events=b"\xef\xbb\xbf" + text)
    assert contents(tmp_path / "events.toml") == harbour()


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("1902-05-02", "unquoted-date"),
        ("1902", "unquoted-date"),
        ("1902-05-02T10:00:00", "unquoted-date"),
        ("10:00:00", "wrong-type"),
        ("true", "wrong-type"),
    ],
)
def test_a_date_without_quotes_sets_its_event_aside(
    tmp_path: Path, value: str, rule: str
) -> None:
    text = HEAD + EVENT.format("a").replace('"1902"', value)
    reader = opened(tmp_path, events=text)
    assert list(reader.events()) == []
    (fault,) = reader.faults
    assert (fault.rule, fault.line) == (rule, 6)


@pytest.mark.parametrize(
    "line",
    [
        "date = 1902-05",
        "date = 1902-05~",
        "date = [1902-05..1902-07]",
        "date = 1902/1903",
        "date = ../1903",
        "coverage = 1902-13-01",
        "  as_of = 1902-05",
        "{ para = 1, period = 1902-05 }",
    ],
)
def test_a_date_that_breaks_the_file_is_advised_into_quotes(
    tmp_path: Path, line: str
) -> None:
    line = f"cite = [ {line} ]" if line.startswith("{") else line
    with pytest.raises(StoreError) as caught:
        opened(tmp_path, events=f"{HEAD}{line}\n")
    assert "events.toml:4: " in str(caught.value)
    assert "dates must be in quotes" in str(caught.value)


def test_other_bad_syntax_is_not_taken_for_a_date(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        opened(tmp_path, events=HEAD + 'date = "1902\n')
    assert "dates must be" not in str(caught.value)


def test_all_files_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"a\.toml:1: .* \(and 1 more\)") as caught:
        opened(tmp_path, a="[", b=b"\xff", c=HEAD)
    assert [fault.rule for fault in caught.value.faults] == ["not-toml", "not-utf-8"]


def test_both_places_of_a_double_id_are_named_across_files(tmp_path: Path) -> None:
    files = {"a": HEAD + EVENT.format("x"), "b": "schema = 1\n" + EVENT.format("x")}
    with pytest.raises(StoreError, match=r"b\.toml:3: x: .* in .*a\.toml:4") as caught:
        opened(tmp_path, **files)
    assert len(caught.value.faults) == 1


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "events.toml").mkdir()
    with pytest.raises(StoreError, match="cannot be read: Is a directory") as caught:
        open_store(Where("file", str(tmp_path / "events.toml")))
    assert caught.value.faults[0].rule == "unreadable"


def test_a_missing_folder_of_records_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r":4: there is no folder 'seeds' beside"):
        opened(tmp_path, events=HEAD + 'sources = "seeds"\n')


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[evnt]", "unknown key 'evnt'; did you mean 'event'?"),
        (
            '[event]\nid = "a"',
            "'event' is not written as a store does; write [[event]]",
        ),
        ('[[event]]\nid = 1\ndate = "1902"\ntitle = "x"', "event 1: 'id' must be"),
        ('[[event]]\ndate = "1902"\ntitle = "x"', "event 1: 'id' is missing"),
    ],
)
def test_tables_of_another_shape_are_told(
    tmp_path: Path, line: str, complaint: str
) -> None:
    reader = opened(tmp_path, events=f"{HEAD}{line}\n")
    assert list(reader.events()) == []
    assert len(reader.faults) == 1
    assert complaint in str(reader.faults[0])


def test_own_values_that_json_lacks_become_strings(tmp_path: Path) -> None:
    own = "x_day = 1902-05-02\nx_deep = { at = 10:00:00 }\n"
    reader = opened(tmp_path, events=HEAD + EVENT.format("a") + own)
    (event,) = reader.events()
    assert event.x == {"x_day": "1902-05-02", "x_deep": {"at": "10:00:00"}}


def test_values_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nested too deeply"):
        opened(tmp_path, events=HEAD + f"x_a = {'[' * 50_000}")
    deep = f"x_a = {'[' * 40}{']' * 40}\n"
    reader = opened(tmp_path, events=HEAD + EVENT.format("a") + deep)
    assert list(reader.events()) == []
    assert "nested too deeply" in str(reader.faults[0])
