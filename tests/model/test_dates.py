import copy
import pickle
from datetime import date

import pytest

from timeline_tui.model.dates import EdtfDate, parse

PLAIN = {
    "2022-02-26": "2022-02-26",
    "2022-03~": "2022-03~",
    "2022-09?": "2022-09?",
    "2022-09%": "2022-09%",
    "2022-~09-14": "2022-09-14~",
    "2022~-?09": "2022-09%",
    "2021-04-28/2021-05-01": "2021-04-28/2021-05-01",
    "2020-10/..": "2020-10/..",
    "2020-10/": "2020-10/?",
    "../2014": "2014<",
    "/2014~": "2014~<",
    "[2022-02..2022-12]": "2022-02..2022-12",
    "[2022-11,2022-09]": "2022-09|2022-11",
    "[2023-05-24..]": "2023-05-24..",
    "[..2022-02]": "2022-02<",
    "{2022-03-22,2022-03-26}": "2022-03-22+2022-03-26",
    "{2022-02..2022-12}": "2022-02+..+2022-12",
    "{2022..}": "2022+..",
    "2022-35": "2022-Q3",
    "2022-41": "2022-H2",
    "2022-37": "2022-T1",
    "2022-21": "2022-spring",
    "2022-24~": "2022-winter~",
    "202X": "202X",
    "2022-02-2X": "2022-02-2X",
    "2022-09-XX": "2022-09",
    "2022-XX": "2022",
    "2022-XX-XX": "2022",
    "2022-XX-14": "2022-XX-14",
}

PLACES = {
    "2022-02-26": ("2022-02-26", "2022-02-26", 0),
    "2022-02-26~": ("2022-02-26", "2022-02-26", 0),
    "2022-03-22/2022-03-26": ("2022-03-22", "2022-03-22", 1),
    "2022-01-31/2022-03-02": ("2022-01-31", "2022-01-31", 1),
    "2022-01-31/2022-03-03": ("2022-Q1", "2022-03-31", 3),
    "2022-03~": ("2022-03", "2022-03-31", 2),
    "2022-02-2X": ("2022-02", "2022-02-28", 2),
    "{2022-03-22,2022-03-26}": ("2022-03", "2022-03-31", 2),
    "2022-35": ("2022-Q3", "2022-09-30", 3),
    "2022-02/2022-03": ("2022-Q1", "2022-03-31", 3),
    "2022-21": ("2022", "2022-12-31", 4),
    "2022-24": ("2022/2023", "2023-12-31", 5),
    "202X": ("2020/2029", "2029-12-31", 5),
    "2022/2023": ("2022/2023", "2023-12-31", 5),
    "2020-10/..": ("2020/..", "9999-12-31", 5),
    "2020-10/": ("2020/..", "9999-12-31", 5),
    "../2014": ("../2014", "2014-12-31", 5),
    "[..2014,2020..]": ("../..", "9999-12-31", 5),
}

WIDENED = {
    "2022-09-14~": "2022-09-13 2022-09-15",
    "2022-09-14?": "2022-09-14 2022-09-14",
    "2022-03~": "2022-02-01 2022-04-30",
    "2022-03%": "2022-02-01 2022-04-30",
    "2022-21~": "2021-12-01 2022-08-31",
    "2022-35~": "2022-04-01 2022-12-31",
    "2022-37~": "2021-09-01 2022-08-31",
    "2022-41~": "2022-01-01 2023-06-30",
    "2022~": "2021-01-01 2023-12-31",
    "202X~": "2010-01-01 2039-12-31",
    "20XX~": "1900-01-01 2199-12-31",
    "2021~/2022-03": "2020-01-01 2022-03-31",
    "2021/2022-03~": "2021-01-01 2022-04-30",
    "2022-03~/..": "2022-02-01 9999-12-31",
    "[2022-09~,2022-12]": "2022-08-01 2022-10-31 2022-12-01 2022-12-31",
    "[2022-09~,2022-11~]": "2022-08-01 2022-12-31",
    "0001~": "0001-01-01 0002-12-31",
    "9999-12-31~": "9999-12-30 9999-12-31",
    "9999~": "9998-01-01 9999-12-31",
}

CORES = {
    "2022-09-14": "2022-09-14 2022-09-14",
    "2022-09-14?": "2022-09-14 2022-09-14",
    "2022-09-14~": "",
    "2022-09": "",
    "2022-09-2X": "",
    "[2022-09-14]": "",
    "{2022-03-22,2022-03-26}": "",
    "2021-04-28/2021-05-01": "2021-04-28 2021-05-01",
    "2021-04-28~/2021-05-01": "2021-04-29 2021-05-01",
    "2021-04/2021-08": "2021-04-30 2021-08-01",
    "2021-04~/2021-08%": "2021-05-31 2021-07-01",
    "2021-04~/2021-05~": "",
    "2022-01/2022-01": "",
    "2020-10/..": "2020-10-31 9999-12-31",
    "../2014": "0001-01-01 2014-01-01",
    "2020-10/": "",
    "/2014": "",
    "2020-10-05/": "2020-10-05 2020-10-05",
    "2020-10-05~/": "",
    "/2014-03-02": "2014-03-02 2014-03-02",
}


def ranges(pairs: tuple[tuple[date, date], ...]) -> str:
    return " ".join(day.isoformat() for pair in pairs for day in pair)


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert parse(text).plain == PLAIN[text]


@pytest.mark.parametrize("text", PLACES)
def test_place_and_order(text: str) -> None:
    value = parse(text)
    place, day, rank = PLACES[text]
    assert value.place == place
    assert value.order[:2] == (date.fromisoformat(day).toordinal(), rank)
    assert value.order[2:] == (value.first.toordinal(), value.last.toordinal())


@pytest.mark.parametrize("text", WIDENED)
def test_widened(text: str) -> None:
    assert ranges(parse(text).widened) == WIDENED[text]


@pytest.mark.parametrize("text", CORES)
def test_core(text: str) -> None:
    core = parse(text).core
    assert ranges((core,) if core else ()) == CORES[text]


def test_vague_dates_stand_behind_definite_ones() -> None:
    texts = [
        "2022-02-01",
        "2022-02-27/2022-03-02",
        "2022-02-28",
        "2022-02",
        "2022-03-31",
        "2022-03",
        "2022-33",
        "2022-12-31",
        "2022-12",
        "2022-36",
        "2022",
        "2022/2023",
        "2020/..",
    ]
    assert sorted(set(texts), key=lambda text: parse(text).order) == texts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[2022-09,2022-11]", "2022-09-01 2022-09-30 2022-11-01 2022-11-30"),
        ("{2022-03-23,2022-03-22}", "2022-03-22 2022-03-22 2022-03-23 2022-03-23"),
        ("[2022,2022-11]", "2022-01-01 2022-12-31"),
        ("2022-X2", "2022-02-01 2022-02-28 2022-12-01 2022-12-31"),
        ("2022-02-X9", "2022-02-09 2022-02-09 2022-02-19 2022-02-19"),
        ("20XX-02-29", "2000-02-29 2096-02-29"),
        ("2022-XX", "2022-01-01 2022-12-31"),
    ],
)
def test_parts_leave_out_what_is_not_meant(text: str, parts: str) -> None:
    assert ranges(parse(text).parts) == parts


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("20XX", "century"),
        ("2022-02-X9", "days"),
        ("2022-04-3X", "day"),
        ("2022-X0", "month"),
        ("2022-1X", "one-of"),
        ("2022-XX-14", "one-of"),
        ("202X-09", "one-of"),
        ("202X-21", "one-of"),
        ("202X-09-14", "one-of"),
    ],
)
def test_precision_of_masks(text: str, precision: str) -> None:
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("2022", ""),
        ("2022/..", "open_end"),
        ("2022/", "open_end unknown_end"),
        ("../2022", "open_start"),
        ("/2022", "open_start unknown_start"),
        ("[2022..]", "open_end"),
        ("[..2022]", "open_start"),
    ],
)
def test_open_and_unknown_sides(text: str, sides: str) -> None:
    value = parse(text)
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {name for name in names if getattr(value, name)} == set(sides.split())


def test_a_date_is_a_value() -> None:
    value = parse("2022-09")
    assert value == parse("2022-09") != parse("2022-09-XX")
    assert value != "2022-09"
    assert len({value, parse("2022-09")}) == 1
    assert repr(value) == "EdtfDate('2022-09')"
    assert str(value) == "2022-09"
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)).row() == value.row()  # noqa: S301 - ours


@pytest.mark.parametrize("name", ["text", "first", "novel"])
def test_a_date_does_not_change(name: str) -> None:
    value: EdtfDate = parse("2022-09")
    with pytest.raises(AttributeError, match=name):
        setattr(value, name, "2023")
    with pytest.raises(AttributeError, match=name):
        delattr(value, name)
