import pytest

from timeline_tui.model.dates import parse

# String, first, last, precision, flags, words: the contract of `kgtl date`.
TABLE = """
2022-02-26 | 2022-02-26 | 2022-02-26 | day | - | 26 February 2022
2022-02 | 2022-02-01 | 2022-02-28 | month | - | February 2022
2022 | 2022-01-01 | 2022-12-31 | year | - | 2022
202X | 2020-01-01 | 2029-12-31 | decade | - | 2020s
2022-02-2X | 2022-02-20 | 2022-02-28 | days | - | late February 2022 (20–28)
2022-09-XX | 2022-09-01 | 2022-09-30 | month | - | September 2022
2022-XX | 2022-01-01 | 2022-12-31 | year | - | 2022
2022-03~ | 2022-03-01 | 2022-03-31 | month | approximate | about March 2022
2022-09? | 2022-09-01 | 2022-09-30 | month | uncertain | September 2022 (uncertain)
2022-09% | 2022-09-01 | 2022-09-30 | month | approximate,uncertain \
| about September 2022 (uncertain)
2022-~09-14 | 2022-09-14 | 2022-09-14 | day | approximate | about 14 September 2022
2021-04-28/2021-05-01 | 2021-04-28 | 2021-05-01 | interval | - | 28 April – 1 May 2021
2021~/2022-03 | 2021-01-01 | 2022-03-31 | interval | approximate \
| about 2021 – March 2022
2020-10/.. | 2020-10-01 | 9999-12-31 | interval | - | since October 2020
2020-10/ | 2020-10-01 | 9999-12-31 | interval | - | from October 2020, end not known
../2014 | 0001-01-01 | 2014-12-31 | interval | - | until 2014
/2014 | 0001-01-01 | 2014-12-31 | interval | - | until 2014, start not known
2022-21 | 2022-03-01 | 2022-05-31 | season | - | spring 2022
2022-22 | 2022-06-01 | 2022-08-31 | season | - | summer 2022
2022-23 | 2022-09-01 | 2022-11-30 | season | - | autumn 2022
2022-24 | 2022-12-01 | 2023-02-28 | season | - | winter 2022–23
2022-35 | 2022-07-01 | 2022-09-30 | quarter | - | Q3 2022
2022-37 | 2022-01-01 | 2022-04-30 | third | - | first third of 2022
2022-41 | 2022-07-01 | 2022-12-31 | half | - | second half of 2022
[2022-02..2022-12] | 2022-02-01 | 2022-12-31 | one-of | - \
| some time in February – December 2022
[2022-09,2022-11] | 2022-09-01 | 2022-11-30 | one-of | - | September or November 2022
{2022-03-22,2022-03-26} | 2022-03-22 | 2022-03-26 | all-of | - | 22 and 26 March 2022
"""
ROWS = [tuple(line.split(" | ")) for line in TABLE.strip().splitlines()]

WORDS = {
    "20XX": "the years 2000–2099",
    "200X": "2000s (2000–2009)",
    "000X": "0000s (0001–0009)",
    "202X~": "about the 2020s",
    "202X/": "from the 2020s, end not known",
    "1999-24": "winter 1999–2000",
    "202X-24": "winter of a year in the 2020s",
    "202X-09": "September of a year in the 2020s",
    "20XX-09-14": "14 September of a year in 2000–2099",
    "202X-37": "first third of a year in the 2020s",
    "2022-37~": "about the first third of 2022",
    "2022-0X": "some month from January to September 2022",
    "2022-1X": "October, November or December 2022",
    "2022-X2": "February or December 2022",
    "2022-X0": "October 2022",
    "2022-02-0X": "early February 2022 (1–9)",
    "2022-02-1X": "mid-February 2022 (10–19)",
    "2024-02-2X?": "late February 2024 (20–29) (uncertain)",
    "2022-03-3X": "30 or 31 March 2022",
    "2022-04-3X": "30 April 2022",
    "2022-02-X3": "3, 13 or 23 February 2022",
    "2022-XX-14": "the 14th of some month in 2022",
    "2022-X2-01": "the 1st of February or December 2022",
    "202X-XX-3X": "the 30th or 31st of some month in the 2020s",
    "2022-X2-2X": "a day from the 20th to the 29th of February or December 2022",
    "2022-02-22/2022-03": "22 February 2022 – March 2022",
    "2022-03-22/2022-03-26": "22–26 March 2022",
    "2022-02/2022-03": "February – March 2022",
    "2014/2016": "2014–2016",
    "2021-02-24/2021-02-25~": "24 – about 25 February 2021",
    "[2021-02-24..2021-02-25~]": "some time within 24 – about 25 February 2021",
    "2021-02-24~/2021-02-25": "about 24 February 2021 – 25 February 2021",
    "2022-03~/2022-05": "about March 2022 – May 2022",
    "2022-22/2022-24": "summer 2022 – winter 2022–23",
    "2022-03-05/2022-03-05": "5 March 2022",
    "2022/2022": "start and end in 2022",
    "2020-03~/..": "since about March 2020",
    "[2023-05-24..]": "some time since 24 May 2023",
    "[..2022-02]": "some time until February 2022",
    "[2022-09]": "September 2022",
    "[202X]": "2020s",
    "[2022-11,2022-09]": "September or November 2022",
    "[2022-03-22..2022-03-26]": "some time within 22–26 March 2022",
    "[1667,1668,1670..1672]": "1667, 1668 or some time in 1670–1672",
    "[..2020,2022-09]": "some time until 2020 or September 2022",
    "[2022-09~,2022-11?]": "about September 2022 or November 2022 (uncertain)",
    "{1667,1668,1670..1672}": "1667, 1668 and every year of 1670–1672",
    "{2022-02..2022-12}": "every month of February – December 2022",
    "{2022-02-24..2022-12}": "all of 24 February 2022 – December 2022",
    "{2022..}": "every year since 2022",
    "{..2022}": "every year until 2022",
    "{2022-03-22,2022-03-26,2022-04-05}": "22, 26 March and 5 April 2022",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_each_row_of_the_table(row: tuple[str, ...]) -> None:
    assert parse(row[0]).row() == row


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    assert parse(text).words == WORDS[text]
