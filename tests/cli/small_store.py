"""A small store of invented events for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

SOURCES = {
    "gazette-2021": """\
id = "gazette-2021"
type = "article-newspaper"
title = "The quarrel over the ferry"
publisher = "Island Gazette"
short = "Gazette"
letter = "G"
authors = ["Reed, Ann"]
published = "2021-06-01"
published_basis = "printed"
url = "https://gazette.example/ferry"
language = "en"
genre = "report"
perspective = "local paper"
paragraphs = [
  { n = 1, role = "body", hash = "n1:0123456789abcdef", digest = "how it began" },
  { n = 2, role = "body", hash = "n1:123456789abcdef0", digest = "what followed" },
]
""",
    "observer-2022": """\
id = "observer-2022"
type = "article-newspaper"
title = "After the ferry"
publisher = "Coast Observer"
short = "Observer"
letter = "O"
authors = []
interviewees = ["mira"]
published = "2022-05~"
published_basis = "told by its first line"
language = "en"
genre = "interview"
perspective = "paper of the mainland"
paragraphs = [
  { n = 1, role = "body", hash = "n1:23456789abcdef01", digest = "how it ended" },
  { n = 2, role = "caption", hash = "n1:3456789abcdef012", digest = "a picture" },
]
""",
}

HEAD = """\
schema = 1
[timeline]
title = "Island and coast"
coverage = "2020/2022"
sources = "seeds"

[[actor]]
id = "island"
name = "Island Council"
kind = "organisation"

[[actor]]
id = "mira"
name = "Mira Holt"
kind = "person"
of = "island"
aliases = ["Мира Холт"]

[[actor]]
id = "mayor"
name = "The Mayor"
kind = "person"

[[theme]]
id = "ferry"
name = "The ferry"
aliases = ["boat"]

[[theme]]
id = "trade"
name = "Trade"
"""

EVENTS = """
[[event]]
id = "ferry-stops-2021"
date = "2021-02-03"
date_basis = "printed"
title = "The ferry stops running"
summary = "The council ends the service."
kind = "policy"
importance = "core"
actors = ["island"]
themes = ["ferry"]
places = ["Harbour"]
disputed = "who decided it"
  [[event.account]]
  source = "gazette-2021"
  stance = "supports"
  says = "The council decided alone."
  cite = [{para = 1, start = "the council", end = "so", hash = "n1:0123456789abcdef"}]
  [[event.account]]
  source = "observer-2022"
  stance = "contradicts"
  by = ["mira"]
  says = "The mainland had asked for it."
  cite = [{para = 1, start = "they had asked", hash = "n1:23456789abcdef01"}]

[[event]]
id = "ferry-talks-2021"
date = "2021-02"
date_basis = "printed"
title = "Talks on the ferry"
summary = "Both sides meet."
kind = "event"
importance = "secondary"
actors = ["island", "mira"]
themes = ["ferry", "trade"]
  [[event.account]]
  source = "gazette-2021"
  stance = "supports"
  says = "They met."
  cite = [{para = 2, start = "both sides", end = "met", hash = "n1:123456789abcdef0"}]

[[event]]
id = "market-closed"
date = "2021-01/2022-03"
date_basis = "told"
title = "The market stays closed"
summary = "No trade for a year."
kind = "event"
importance = "minor"
actors = ["island"]
themes = ["trade"]
  [[event.account]]
  source = "observer-2022"
  stance = "supports"
  says = "It was closed for long."
  cite = [{para = 1, start = "no market", hash = "n1:23456789abcdef01"}]

[[event]]
id = "mira-speaks-2022"
date = "2022-05-04"
date_basis = "printed"
title = "Mira Holt blames the coast"
summary = "She speaks to a paper."
kind = "statement"
importance = "secondary"
actors = ["mira"]
themes = ["ferry"]
  [[event.account]]
  source = "observer-2022"
  stance = "supports"
  by = ["mira"]
  says = "The coast is to blame."
  cite = [{para = 1, start = "it is the coast", hash = "n1:23456789abcdef01"}]
"""

IDS = ("ferry-stops-2021", "ferry-talks-2021", "mira-speaks-2022", "market-closed")
"""The ids of the events in print order."""

BAD_EVENT = """
[[event]]
id = "bad-date"
date = "2021-13"
title = "Never"
kind = "event"
actors = ["nobody"]
  [[event.account]]
  source = "gazette-2021"
  stance = "supports"
  says = "x"
  cite = [{para = 1, start = "x y", hash = "n1:0123456789abcdef"}]
"""


def write_store(folder: Path, events: str = EVENTS) -> Path:
    """Write the store into a folder and return its `events.toml`."""
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    for name, text in SOURCES.items():
        (folder / "seeds" / f"{name}.toml").write_text(text)
    path = folder / "events.toml"
    path.write_text(HEAD + events)
    return path
