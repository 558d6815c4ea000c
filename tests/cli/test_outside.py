"""What the program may ask of the outside world."""

from __future__ import annotations

import io
import sys

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli.outside import Outside


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has folders of its own")
@pytest.mark.parametrize(
    ("environ", "cache", "data", "state"),
    [
        (
            {"HOME": "/home/x"},
            "/home/x/.cache/kgtl",
            "/home/x/.local/share/kgtl",
            "/home/x/.local/state/kgtl",
        ),
        (
            {
                "HOME": "/home/x",
                "XDG_CACHE_HOME": "/c",
                "XDG_DATA_HOME": "/d",
                "XDG_STATE_HOME": "/s",
            },
            "/c/kgtl",
            "/d/kgtl",
            "/s/kgtl",
        ),
        (
            {"HOME": "/home/x", "XDG_CACHE_HOME": "relative", "XDG_DATA_HOME": ""},
            "/home/x/.cache/kgtl",
            "/home/x/.local/share/kgtl",
            "/home/x/.local/state/kgtl",
        ),
        ({"HOME": ""}, None, None, None),
        ({}, None, None, None),
    ],
)
def test_folders(
    environ: dict[str, str], cache: str | None, data: str | None, state: str | None
) -> None:
    outside = FakeOutside(environ=environ)
    folders = (outside.cache_folder, outside.data_folder, outside.state_folder)
    assert folders == (cache, data, state)


def test_mac_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    outside = FakeOutside(environ={"HOME": "/Users/x"})
    assert outside.cache_folder == "/Users/x/Library/Caches/kgtl"
    assert outside.state_folder == "/Users/x/Library/Application Support/kgtl"


def test_what_is_said_cannot_steer_the_terminal() -> None:
    outside = FakeOutside()
    outside.say("a\x1b[31m\x9bb\u202ec\udcff\nd")
    assert outside.stderr == "kgtl: a^[[31m<U+009B>b<U+202E>c<U+DCFF> d\n"


def test_nobody_listening_is_no_error() -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (None, closed):
        outside = Outside(out=io.StringIO(), say_to=stream, environ={})
        outside.say("twice")
        outside.say("twice")


@pytest.mark.parametrize(
    ("environ", "dumb"),
    [({"TERM": "dumb"}, True), ({"TERM": ""}, True), ({"TERM": "xterm"}, False)],
)
def test_dumb_terminals(environ: dict[str, str], dumb: bool) -> None:  # noqa: FBT001 - a column
    assert FakeOutside(environ=environ).dumb is dumb
