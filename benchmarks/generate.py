"""Writes a store of any size, made up and always the same: `generate.py N > FILE`.

The store is JSON Lines as `kgtl --format store` writes them. Its events are dated from
October 2020 to October 2023 in every precision, are told by several accounts and use
a small vocabulary, so that a word is found in many of them: the hard case for an index.
The same number and seed give the same bytes each time.

    python benchmarks/generate.py 1000000 > million.jsonl     # about 10 s, 0.8 GB
    python benchmarks/generate.py 1000 --implied              # events alone
    python benchmarks/generate.py 1000 --seed 7               # other events
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIRST = date(2020, 10, 1)
DAYS = 1126
"""From 1 October 2020 to 31 October 2023."""
POOL = 4096
"""How many titles, summaries and sayings there are to choose from."""
ACTORS, THEMES, SOURCES, SPEAKERS = 120, 24, 12, 16
STATES = ("northland", "southland", "eastland", "westland")
KINDS = ("event", "statement", "policy", "figure", "assessment")
IMPORTANCES = ("core", "secondary", "minor")
STANCES = ("supports", "qualifies", "reframes", "contradicts")
PLACES = ("Harbour", "Old Town", "Bridge End", "Көл", "Аксай", "Upper Mill")
WORDS = """
    agreement airport alliance answer apple army assembly bank base border bridge
    budget canal capital career carpet census chapel charter city coal college company
    concert council court crop currency customs dam deal debate debt delegation depot
    deputy duty election embassy energy envoy exercise export factory fair farm ferry
    festival finance fleet forest forum fuel garden gas gate grain grant guard guest
    harvest highway hospital import inquiry iron island journal judge labour lake law
    league letter library loan market mayor meeting merchant mill mine minister museum
    offer office oil opera orchard order park parade passport payment peace pension
    people petition pilot pipeline police port power press price prison project
    protest quarry queue radio railway rally record reform refuge region remittance
    report reserve river road salary sanction school senate ship signal smelter speech
    station statue steel strike student subsidy summit tariff tax teacher tender text
    theatre trade train treaty tribute tunnel union valley village visa visit vote wage
    warehouse water weather wheat wool worker zone anti-war co-operation long-term
    cross-border вода дорога ёлка завод көпүрө мост посёлок өлкө рынок шаар школа
"""
VOCABULARY = WORDS.split()


def day(random: Random) -> date:
    """Give a day of the three years."""
    return FIRST + timedelta(random.randrange(DAYS))


def month(random: Random) -> str:
    """Give a month of the three years, as EDTF."""
    return day(random).isoformat()[:7]


def stretch(random: Random, longest: int) -> tuple[str, str]:
    """Give the first and the last day of a stretch of at most so many days."""
    first = day(random)
    return first.isoformat(), (
        first + timedelta(random.randint(1, longest))
    ).isoformat()


SHAPES: tuple[tuple[int, Callable[[Random], str]], ...] = (
    (600, lambda random: day(random).isoformat()),
    (150, month),
    (40, lambda random: f"{month(random)}~"),
    (20, lambda random: f"{month(random)}?"),
    (60, lambda random: "/".join(stretch(random, 20))),
    (25, lambda random: "/".join(stretch(random, 400))),
    (30, lambda random: f"{day(random).year}-{random.randint(33, 36)}"),
    (20, lambda random: f"{day(random).year}-{random.randint(21, 23)}"),
    (15, lambda random: str(day(random).year)),
    (12, lambda random: f"[{'..'.join(stretch(random, 300))}]"),
    (8, lambda random: f"[{','.join(stretch(random, 90))}]"),
    (8, lambda random: f"{{{','.join(stretch(random, 30))}}}"),
    (7, lambda random: f"{month(random)}/.."),
    (5, lambda random: f"../{day(random).isoformat()}"),
)
"""How many of a thousand dates have which shape."""


def shapes() -> list[Callable[[Random], str]]:
    """Give a thousand makers of dates, each shape as often as it should come."""
    return [make for count, make in SHAPES for _ in range(count)]


def sentences(random: Random, shortest: int, longest: int) -> list[str]:
    """Give a pool of made-up sentences as JSON strings."""
    weights = [1 / (rank + 8) for rank in range(len(VOCABULARY))]
    words = VOCABULARY.copy()
    random.shuffle(words)
    lengths = random.choices(range(shortest, longest + 1), k=POOL)
    return [
        json.dumps(
            " ".join(random.choices(words, weights, k=length)).capitalize(),
            ensure_ascii=False,
        )
        for length in lengths
    ]


def declarations() -> Iterator[dict[str, object]]:
    """Give the records in front of the events: timeline, actors, themes, sources."""
    yield {
        "type": "timeline",
        "schema": 1,
        "title": "A made-up timeline",
        "coverage": "2020-10/2023-10",
    }
    for state in STATES:
        yield {"type": "actor", "id": state, "name": state.title(), "kind": "state"}
    for number in range(ACTORS):
        yield {
            "type": "actor",
            "id": f"actor-{number:03}",
            "name": f"{VOCABULARY[number].title()} Person {number}",
            "kind": "person",
            "of": STATES[number % len(STATES)],
            "aliases": [f"Деятель {number}"],
        }
    for number in range(THEMES):
        name = VOCABULARY[-number - 20].title()
        yield {"type": "theme", "id": f"theme-{number:02}", "name": f"{name} affairs"}
    for number in range(SOURCES):
        yield {
            "type": "source",
            "id": f"source-{number:02}",
            "title": f"Paper number {number}",
            "publisher": f"Gazette {number}",
        }


def names(random: Random, stem: str, count: int, most: int) -> list[str]:
    """Give a pool of JSON lists of ids; low numbers come more often."""
    width = 3 if count > 100 else 2  # noqa: PLR2004 - digits of the highest number
    pool = []
    for _ in range(POOL):
        chosen = {
            min(int(random.expovariate(6 / count)), count - 1)
            for _ in range(random.randint(1, most))
        }
        pool.append(
            json.dumps([f"{stem}-{number:0{width}}" for number in sorted(chosen)])
        )
    return pool


def accounts(random: Random) -> list[str]:
    """Give a pool of JSON lists of accounts."""
    says = sentences(random, 8, 16)
    pool = []
    for _ in range(POOL):
        tellers = random.sample(range(SOURCES), random.choice((1, 1, 1, 2, 2, 3)))
        parts = []
        for source in tellers:
            stance = random.choices(STANCES, (12, 4, 2, 1))[0]
            by = f'"by": ["actor-{random.randrange(SPEAKERS):03}"], '
            parts.append(
                f'{{"source": "source-{source:02}", "stance": "{stance}", '
                f"{by if random.random() < 0.3 else ''}"  # noqa: PLR2004 - a share
                f'"says": {random.choice(says)}, '
                f'"cite": [{{"para": {random.randint(1, 40)}, "start": "made up", '
                f'"hash": "n1:{random.getrandbits(64):016x}"}}]}}'
            )
        pool.append(f"[{', '.join(parts)}]")
    return pool


def events(count: int, seed: int) -> Iterator[str]:
    """Give the events as JSON lines, in no order of dates."""
    random = Random(seed)  # noqa: S311 - the same store each time is the point
    titles, summaries = sentences(random, 4, 8), sentences(random, 20, 34)
    actors = names(random, "actor", ACTORS, 4)
    themes = names(random, "theme", THEMES, 2)
    tellings = accounts(random)
    places = [json.dumps([place], ensure_ascii=False) for place in PLACES]
    disputes = [f'"disputed": {text}, ' for text in sentences(random, 4, 8)]
    makers = shapes()
    pick = random.choice
    for number in range(count):
        disputed = pick(disputes) if not number % 29 else ""
        yield (
            f'{{"type": "event", "id": "made-up-{number:07}", '
            f'"date": "{pick(makers)(random)}", "title": {pick(titles)}, '
            f'"summary": {pick(summaries)}, "kind": "{pick(KINDS)}", '
            f'"importance": "{pick(IMPORTANCES)}", "actors": {pick(actors)}, '
            f'"themes": {pick(themes)}, "places": {pick(places)}, {disputed}'
            f'"accounts": {pick(tellings)}}}'
        )


def main() -> None:
    """Read the command line and write the store to standard output."""
    about = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("count", type=int, metavar="N", help="how many events")
    parser.add_argument("--seed", type=int, default=1, help="other events (default 1)")
    parser.add_argument("--implied", action="store_true", help="events alone")
    options = parser.parse_args()
    write = sys.stdout.buffer.write
    if not options.implied:
        for record in declarations():
            write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
    for line in events(options.count, options.seed):
        write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
