"""Words, phrases and names over any script, common and rare."""

# ruff: noqa: S311 - the same made-up things each time are the point

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest

from timeline_tui.library import build
from timeline_tui.library.library import Library
from timeline_tui.library.storage import Storage
from timeline_tui.library.vocabulary import Vocabulary
from timeline_tui.library.words import Words
from timeline_tui.query.syntax import parse
from timeline_tui.store.locate import Where

TODAY = date(2024, 5, 17)
Open = Callable[[Iterable[Mapping[str, object]]], Library]
Write = Callable[[Path, Iterable[Mapping[str, object]]], Where]


def event(number: int, title: str, **more: object) -> dict[str, object]:
    account = {"source": "s", "stance": "supports", "says": more.pop("says", "")}
    return {
        "type": "event",
        "id": f"e{number}",
        "date": "2022-02-26",
        "title": title,
        "accounts": [account],
        **more,
    }


def found(library: Library, query: str) -> list[str]:
    return [
        row.id for row in library.stream(library.select(parse(query, TODAY), TODAY))
    ]


def test_scripts_and_accents_make_no_difference(open_records: Open) -> None:
    library = open_records(
        [
            event(0, "Ёлка в Бишкеке, көпүрө жана шаар"),
            event(1, "Élan façade Straße ŁÓDŹ"),
            event(2, "हिन्दी 東京 עברית"),
            event(3, "U.S.-led co-operation: 2,500 tonnes, Rus' & Naryn's"),
        ]
    )
    for query in ("елка", "ЁЛКА", "копуро", "көпүрө", "шаар", "бишкек"):
        assert found(library, query) == ["e0"], query
    for query in ("elan", "FAÇADE", "strasse", "lodz"):
        assert found(library, query) == ["e1"], query
    for query in ("हिन्दी", "東京", "עברית", "東"):
        assert found(library, query) == ["e2"], query
    for query in ("cooperation", "co-operation", "naryn", "rus", "500", '"s led"'):
        assert found(library, query) == ["e3"], query


def test_phrases_stay_inside_one_field(open_records: Open) -> None:
    library = open_records(
        [
            event(
                0, "Talks end", summary="Well before dawn.", says="They shook hands."
            ),
        ]
    )
    assert found(library, '"well before"') == ["e0"]
    assert found(library, '"end well"') == []
    assert found(library, '"dawn they"') == []


def test_the_outlet_that_a_source_leans_on_is_found(open_records: Open) -> None:
    leaning = {"source": "s", "stance": "supports", "via": "Harbour Radio, Alba"}
    library = open_records([event(0, "A"), event(1, "B", accounts=[leaning])])
    for query in ("radio", '"harbour radio"', "text:alba"):
        assert found(library, query) == ["e1"]


def test_match_language_of_the_index_is_out_of_reach(open_records: Open) -> None:
    library = open_records([event(0, "One and two"), event(1, "near text joined")])
    assert found(library, '"one" "NOT" "two"') == []
    assert found(library, "word:'text:one'") == []
    assert found(library, '"NEAR(one two)"') == []
    assert found(library, "one OR") == []
    assert found(library, '"text"') == ["e1"]


def test_text_leaves_names_out(open_records: Open) -> None:
    head = {"type": "actor", "id": "mira", "name": "Mira", "kind": "person"}
    library = open_records(
        [
            head,
            event(0, "A letter", actors=["mira"]),
            event(1, "Mira writes back"),
        ]
    )
    assert found(library, "mira") == ["e0", "e1"]
    assert found(library, "text:mira") == ["e1"]


@pytest.mark.parametrize("common", [1, 3, 10, 60, 1000])
def test_common_starts_find_what_the_full_text_finds(
    tmp_path: Path, write_store: Write, common: int
) -> None:
    random = Random(common)
    letters = ["a", "ab", "abc", "abcd", "abd", "b", "ba", "я", "яб", "anti-war"]
    titles = [" ".join(random.choices(letters, k=3)) for _ in range(200)]
    store = [event(number, title) for number, title in enumerate(titles)]
    where = write_store(tmp_path / "words.jsonl", store)
    uri, keeper = build.build(where, None, common=common)
    storage = Storage(uri, keeper=keeper)
    ids = [each for (each,) in storage.ask("SELECT id FROM event ORDER BY row")]
    words = Words(storage, lambda *_: pytest.fail("there are no names"))
    has_bitmaps = bool(storage.ask("SELECT 1 FROM prefix LIMIT 1"))
    assert has_bitmaps == (common < 1000)
    for start in (
        "a",
        "ab",
        "abc",
        "abcd",
        "abcde",
        "abd",
        "b",
        "я",
        "яб",
        "w",
        "antiw",
    ):
        expected = {
            f"e{number}"
            for number, title in enumerate(titles)
            if any(
                word.startswith(start)
                for text in (title, title.replace("-", " "), title.replace("-", ""))
                for word in text.split()
            )
        }
        assert {ids[row] for row in words.rows("text", start)} == expected, start
    storage.close()


def test_vocabulary_keeps_only_what_is_common() -> None:
    counts = Counter({"water": 5, "watch": 4, "wage": 1, "zoo": 2})
    vocabulary = Vocabulary(counts, common=5)
    vocabulary.add(0, {"water", "zoo"})
    vocabulary.add(1, {"watch"})
    vocabulary.add(2, {"wage"})
    bitmaps = {start: set(rows) for start, rows in vocabulary.bitmaps()}
    assert bitmaps == {"water": {0}, "wat": {0, 1}, "wa": {0, 1, 2}}
