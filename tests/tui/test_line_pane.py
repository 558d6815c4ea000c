from __future__ import annotations

import pytest
from textual import on
from textual.app import App, ComposeResult

from timeline_tui.render.lines import Line
from timeline_tui.tui.messages import LinePressed, Wheeled
from timeline_tui.tui.paint import DARK, LIGHT, NONE, SIXTEEN, Paint
from timeline_tui.tui.screens.contents import Drawn
from timeline_tui.tui.widgets.line_pane import LinePane

COUNT = 1_000_000


class Numbers:
    """A million lines, of which only those asked for ever exist."""

    def __init__(self, cursor: int = -1) -> None:
        self.cursor = cursor
        self.asked = 0

    def count(self, width: int) -> int:
        assert width
        return COUNT

    def window(self, top: int, height: int, width: int) -> list[tuple[Line, str]]:
        assert width
        self.asked += height
        return [
            (((f"line {n}", "title"),), "cursor" if n == self.cursor else "base")
            for n in range(top, min(top + height, COUNT))
        ]


class Host(App[None]):
    def __init__(self, theme: str = DARK) -> None:
        super().__init__()
        self.pane = LinePane("numbers", Paint(theme))
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    @on(LinePressed)
    @on(Wheeled)
    def hear(self, message: object) -> None:
        self.heard.append(message)

    def rows(self) -> list[str]:
        region = self.pane.size.region
        return [strip.text.rstrip() for strip in self.pane.render_lines(region)]


async def test_it_asks_only_for_the_lines_that_are_seen() -> None:
    host = Host()
    async with host.run_test(size=(20, 10)) as pilot:
        numbers = Numbers(cursor=500_000)
        host.pane.show(numbers, line=500_000)
        await pilot.pause()
        assert host.rows()[500_000 - host.pane.top] == "line 500000"
        assert numbers.asked < 50


async def test_it_scrolls_as_little_as_it_takes() -> None:
    host = Host()
    async with host.run_test(size=(20, 10)):
        host.pane.show(Numbers(), line=5)
        assert host.pane.top == 0
        host.pane.show(Numbers(), line=10)
        assert host.pane.top == 1
        host.pane.show(Numbers(), line=1, lead=1)
        assert host.pane.top == 0
        host.pane.show_from(COUNT)
        assert host.pane.top == COUNT - 10
        assert host.rows()[-1] == f"line {COUNT - 1}"


async def test_moving_the_cursor_paints_two_lines() -> None:
    host = Host()
    async with host.run_test(size=(20, 10)) as pilot:
        host.pane.show(Numbers(cursor=2), line=2)
        await pilot.pause()
        painted: list[int] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                host.pane, "refresh", lambda *what: painted.extend(r.y for r in what)
            )
            host.pane.show(Numbers(cursor=3), line=3)
        assert painted == [2, 3]


async def test_it_tells_what_the_mouse_does_and_does_nothing_itself() -> None:
    host = Host()
    async with host.run_test(size=(20, 10)) as pilot:
        host.pane.show(Numbers())
        host.pane.show_from(100)
        await pilot.click(LinePane, offset=(3, 4))
        await pilot.pause()
        assert host.heard == [LinePressed("numbers", 104, 3)]
        assert host.pane.top == 100


async def test_the_first_and_last_lines_of_a_frame_stay_in_sight() -> None:
    lines = [((f"{n}", "text"),) for n in range(30)]
    content = Drawn(lambda _: lines, fixed=(2, 1))
    host = Host()
    async with host.run_test(size=(20, 10)):
        host.pane.show(content)
        host.pane.show_from(12)
        assert host.rows()[:3] == ["0", "1", "14"]
        assert host.rows()[-1] == "29"


@pytest.mark.parametrize("theme", [DARK, LIGHT, SIXTEEN, NONE])
def test_a_line_is_painted_as_wide_as_it_is_asked_for(theme: str) -> None:
    paint = Paint(theme)
    line = (("Жапаров 汉字 ≠", "title"),)
    for width in range(1, 30):
        assert sum(s.cell_length for s in paint.strip(line, width, "cursor")) == width


def test_without_colours_the_row_of_the_cursor_is_told_by_attributes() -> None:
    paint = Paint(NONE)
    one = paint.strip((("a", "title"),), 4, "base")
    other = paint.strip((("a", "title"),), 4, "cursor")
    assert [s.style for s in one] != [s.style for s in other]
    for strip in (one, other):
        for segment in strip:
            assert segment.style is not None
            assert segment.style.color is None
            assert segment.style.bgcolor is None


def test_another_theme_is_another_paint() -> None:
    paint = Paint(DARK)
    line = (("a", "title"),)
    dark = list(paint.strip(line, 4, "base"))
    paint.become(LIGHT)
    assert list(paint.strip(line, 4, "base")) != dark
