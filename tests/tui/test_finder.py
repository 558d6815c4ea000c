from __future__ import annotations

from timeline_tui.render.lines import plain, width
from timeline_tui.tui.screens.bars import (
    FINDER_HEADS,
    finder_lines,
    notice_lines,
    typed_line,
)
from timeline_tui.tui.state import QUERY, Prompt, Typed
from timeline_tui.tui.state.finder import PALETTE, Entry, Finder

FINDER = Finder(
    PALETTE,
    "all actions",
    (
        Entry("", "Move"),
        Entry("down", "next", "Go on.", "j ↓"),
        Entry("up", "previous", "Go back to the next above.", "k ↑"),
        Entry("", "Find"),
        Entry("search", "search", "Find words.", "/ F3"),
    ),
)


def typed(text: str) -> Finder:
    return FINDER.typing(Typed.ending(text))


def test_labels_come_before_notes() -> None:
    assert [entry.value for entry in typed("next").listed()] == ["down", "up"]


def test_a_key_finds_its_command() -> None:
    assert [entry.value for entry in typed("/").listed()] == ["search"]


def test_the_cursor_passes_over_headings() -> None:
    at_first = FINDER.moved(0)
    assert at_first.chosen() == FINDER.entries[1]
    assert at_first.moved(1).moved(1).chosen() == FINDER.entries[4]
    assert at_first.moved(99).moved(-1).chosen() == FINDER.entries[2]


def test_nothing_is_chosen_where_nothing_is_found() -> None:
    assert typed("xyzzy").chosen() is None
    assert "nothing is called that" in plain(finder_lines(typed("xyzzy"), 40)[2])


def test_the_list_is_framed_in_the_width_it_is_given() -> None:
    for cells in (20, 36, 92):
        lines = finder_lines(FINDER, cells)
        assert {width(line) for line in lines} == {cells}
        assert len(lines) == len(FINDER.entries) + FINDER_HEADS + 1


def test_the_caret_stands_under_the_fault() -> None:
    prompt = Prompt(QUERY, Typed.ending("actor:putn x")).faulty("unknown", 7)
    line = typed_line("&", prompt.typed, 40, fault=7)
    caret, words = notice_lines(prompt, 40)
    assert plain(line).index("putn") == plain(caret).index("^")
    assert "unknown" in plain(words)


def test_a_long_line_is_scrolled_so_that_the_cursor_is_seen() -> None:
    text = Typed.ending("x" * 100 + "end")
    line = plain(typed_line("/", text, 30))
    assert line.rstrip().endswith("end")
    assert width(typed_line("/", text, 30)) == 30


def test_the_caret_stands_under_the_fault_of_a_long_line_of_wide_letters() -> None:
    text = "汉字 " * 20 + "actor:putn"
    prompt = Prompt(QUERY, Typed.ending(text)).faulty("unknown", len(text) - 9)
    line = plain(typed_line("&", prompt.typed, 60 - len(" not shown yet ")))
    caret = plain(notice_lines(prompt, 60)[0])
    before = line[: line.index("actor")]
    assert width(((before, "text"),)) == caret.index("^")


def test_an_endless_paste_is_cut() -> None:
    assert len(Typed().typing("x" * 10**6).text) == 2000
