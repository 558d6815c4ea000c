import string
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from timeline_tui.errors import DateError
from timeline_tui.model.dates import EdtfDate, parse

MARK = st.sampled_from(["", "", "", "", "?", "~", "%"])
GROUPS = [f"{code}" for code in (*range(21, 25), *range(33, 42))]
MASKS = ["XX", "0X", "1X", "2X", "3X", "X0", "X1", "X2", "X9"]
YEARS = (
    st.integers(1, 9999).map("{:04}".format)
    | st.sampled_from(["0001", "9998", "9999", "1900", "2000"])
    | st.integers(0, 999).map("{:03}X".format)
    | st.integers(0, 99).map("{:02}XX".format)
)
MONTHS = st.integers(1, 12).map("{:02}".format) | st.sampled_from(GROUPS + MASKS)
DAYS = st.integers(1, 31).map("{:02}".format) | st.sampled_from(MASKS)


def reads(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


@st.composite
def points(draw: st.DrawFn) -> str:
    """One date, qualified or masked or not; nearly always a right one."""
    texts = []
    for part in (YEARS, MONTHS, DAYS)[: draw(st.integers(1, 3))]:
        before = draw(MARK)
        after = "" if before else draw(MARK)
        texts.append(f"{before}{draw(part)}{after}")
    return "-".join(texts)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two sides around a slash, in order if both are dates."""
    sides = draw(st.tuples(points(), points() | st.sampled_from(["", ".."])))
    left, right = sides if draw(st.booleans()) else sides[::-1]
    backwards = f"{right}/{left}"
    return backwards if reads(backwards) else f"{left}/{right}"


@st.composite
def sets(draw: st.DrawFn) -> str:
    """Dates, ranges and open ranges in brackets or braces."""
    ranges = intervals().map(lambda text: text.replace("/", ".."))
    members = draw(st.lists(points() | ranges, min_size=1, max_size=4))
    left, right = draw(st.sampled_from([("[", "]"), ("{", "}")]))
    return left + ",".join(members) + right


RIGHT = (points() | intervals() | sets()).filter(reads)
NEARLY = st.text("0123456789X-/.,[]{}?~% QWxTOct٢２\x1b\u202e", max_size=24)


@given(st.text() | NEARLY | st.text(string.printable, max_size=40))
@example("9999-24")
@example("9999-12-31/9999-12-32")
@example("0000-W01")
@example("9999-366")
@example("9999-W53")
@example("²⁰²²")
@example("[,]")
@example("2022–")
def test_whatever_cannot_be_read_is_a_date_error(text: str) -> None:
    if reads(text):
        assert parse(text).text == text
        return
    with pytest.raises(DateError) as caught:
        parse(text)
    error = caught.value
    assert error.text == text
    assert 1 <= error.column <= len(text) + 1
    assert error.reason
    assert error.advice
    assert str(error).isprintable()
    if error.advice.startswith("write ") and "," not in error.advice:
        for form in error.advice.removeprefix("write ").split(" or "):
            assert " " in form or not form[0].isdecimal() or reads(form)


@given(RIGHT)
@example("9999")
@example("9999~")
@example("9999-12-31~")
@example("9999-36~")
@example("999X~")
@example("99XX%")
@example("9999-12-31~/..")
@example("../0001~")
@example("0001-01-01~")
@example("00XX~")
@example("[..0001,9999..]")
def test_every_date_holds_together(text: str) -> None:
    value = parse(text)
    assert value.text == text
    assert value.first <= value.last
    assert value.parts[0][0] == value.first
    assert value.parts[-1][1] == value.last
    assert_disjoint(value.parts)
    assert_disjoint(value.widened)
    for first, last in value.parts:
        assert any(low <= first and last <= high for low, high in value.widened)
    if not value.approximate:
        assert value.widened == value.parts
    if value.core:
        assert value.first <= value.core[0] <= value.core[1] <= value.last
    assert value == parse(text)


def assert_disjoint(ranges: tuple[tuple[date, date], ...]) -> None:
    assert all(first <= last for first, last in ranges)
    assert all(before[1] < after[0] for before, after in pairwise(ranges))


@given(RIGHT)
def test_every_date_can_be_said_and_written(text: str) -> None:
    value = parse(text)
    assert value.words.isprintable()
    assert "  " not in value.words
    assert value.words == value.words.strip() != ""
    assert len(value.row()) == 6
    assert value.plain.isascii()
    assert value.plain.isprintable()
    assert " " not in value.plain
    assert value.plain[:4] in text
    assert value.plain[:2].isdecimal()


@given(RIGHT)
def test_a_date_stands_where_its_place_ends(text: str) -> None:
    value = parse(text)
    day, rank, first, last = value.order
    assert (first, last) == (value.first.toordinal(), value.last.toordinal())
    assert day == first if rank == 1 else day >= last
    if value.open_start or value.open_end:
        assert (rank, ".." in value.place) == (5, True)
    elif "/" not in value.place and "Q" not in value.place:
        place = parse(value.place)
        assert place.first <= value.first
        assert rank == 1 or value.last <= place.last
        assert rank == 1 or place.last.toordinal() == day
        assert place.place == value.place


@given(st.dates(), RIGHT)
def test_definite_days_come_before_what_holds_them(day: date, text: str) -> None:
    definite, other = parse(day.isoformat()), parse(text)
    assert definite.order[1] == 0
    for holder in (f"{day:%Y}".zfill(4), day.isoformat()[:7]):
        assert definite.order < parse(holder).order
    if other.precision != "interval" and other.first <= day <= other.last:
        assert definite.order <= other.order or other.first == other.last


@given(st.dates(), st.integers(0, 40))
def test_short_spans_stand_at_their_first_day(day: date, length: int) -> None:
    assume(day <= date.max - timedelta(length))
    value = parse(f"{day}/{day + timedelta(length)}")
    short = value.order[1] == 1
    assert short == (length <= 30)
    if short:
        assert value.order > parse(day.isoformat()).order
        assert value.order < parse(day.isoformat()[:7]).order


@given(st.lists(RIGHT, max_size=6))
def test_the_order_does_not_depend_on_flags(texts: list[str]) -> None:
    values = [parse(text) for text in texts]
    for value in values:
        bare = value.text.translate(dict.fromkeys(map(ord, "?~%")))
        assert without_flags(parse(bare)) == without_flags(value)


def without_flags(value: EdtfDate) -> tuple[object, ...]:
    return value.first, value.last, value.parts, value.precision, value.order
