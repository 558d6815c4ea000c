"""A store that is printed and read again is the same to the byte, whatever it holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from examples import HARBOUR
from strategies import HOSTILE
from timeline_tui.cli.exit_code import FOUND
from timeline_tui.cli.options import FORMATS


def hostile(folder: Path) -> Path:
    """A store that holds hostile text wherever a store may hold any."""
    account = {"source": "s", "stance": "supports", "cite": [{"para": 1}]}
    lines = [
        {"type": "timeline", "schema": 1, "title": HOSTILE[0], "x_own": HOSTILE},
        {"type": "actor", "id": "a", "name": HOSTILE[1], "aliases": HOSTILE},
        {"type": "theme", "id": "t", "name": HOSTILE[2]},
        {"type": "source", "id": "s", "title": HOSTILE[3], "genre": " ".join(HOSTILE)},
        *(
            {
                "id": f"e{number}",
                "date": f"2022-01-{number + 1:02}",
                "title": f"{number} {text}",
                "summary": text,
                "places": [text],
                "x_own": {"deep": [text]},
                "accounts": [{**account, "says": text, "via": text}],
            }
            for number, text in enumerate(HOSTILE)
        ),
    ]
    path = folder / "hostile.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def printed(form: str, store: Path, cache: Path, again: bytes = b"") -> str:
    environ = {"XDG_CACHE_HOME": str(cache)}
    outside = FakeOutside(environ=environ, stdin=again)
    place = "-" if again else str(store)
    assert outside.run("--store", place, "--format", form, "-q") == FOUND
    return outside.stdout


@pytest.fixture(params=["shipped", "harbour", "hostile"])
def whole(request: pytest.FixtureRequest, checkout: Path, tmp_path: Path) -> Path:
    """A store that there is, as a path."""
    places = {"shipped": checkout / "events.toml", "harbour": HARBOUR}
    return places.get(request.param) or hostile(tmp_path)


def test_a_store_comes_back_to_the_byte(whole: Path, cache: Path) -> None:
    first = printed("store", whole, cache)
    assert first.count("\n") > 5
    assert printed("store", whole, cache, first.encode()) == first


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "store"])
def test_and_prints_the_same_in_every_format(
    form: str, whole: Path, cache: Path
) -> None:
    again = printed("store", whole, cache).encode()
    told = printed(form, whole, cache)
    read = printed(form, whole, cache, again)
    if form in ("md", "html"):  # which name the version, a hash of the files
        told, read = (text.partition("version ")[0] for text in (told, read))
    assert read == told
