"""`kgtl check [STORE]`: every fault of a store at once, with file, line and advice."""

from __future__ import annotations

from timeline_tui.cli.copies import find_texts, read_copies
from timeline_tui.cli.exit_code import FAILED, FOUND, NOTHING
from timeline_tui.cli.printing import Printing
from timeline_tui.errors import StoreError, UsageError
from timeline_tui.render.safe import safe
from timeline_tui.store.locate import locate
from timeline_tui.store.reader import open_store
from timeline_tui.store.rules import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.errors import Fault
    from timeline_tui.store.locate import Where
    from timeline_tui.store.reader import Reader
    from timeline_tui.store.recognise import Copy


def run(command: Command, outside: Outside) -> int:
    """Print the faults, one a line, and say how many there are."""
    where = locate(_named(command), outside.environ)
    try:
        reader = open_store(where, outside.stdin)
        copies = _copies(reader, where, command, outside)
        faults = check(reader, copies)
    except StoreError as error:
        _print(error.faults, command, outside)
        outside.say(_refusal(error))
        return FAILED
    _print(faults, command, outside)
    if not command.has("quiet"):
        outside.say(_summary(faults, reader, copies))
    return NOTHING if faults else FOUND


def _refusal(error: StoreError) -> str:
    """Why the store cannot be read; its faults are printed already."""
    count = len(error.faults)
    if not count:
        return str(error)
    faults = f"{count:,} fault{'s' * (count != 1)}"
    return f"{faults}; the store cannot be opened before that is mended"


def _named(command: Command) -> str | None:
    store = command.get("store")
    if not command.words:
        return store
    if store is not None:
        raise UsageError("two stores are named: name one, with or without --store")
    return command.words[0]


def _print(faults: Iterable[Fault], command: Command, outside: Outside) -> None:
    with Printing(command, outside) as out:
        out.writelines(f"{safe(str(fault))}\n" for fault in faults)


def _copies(
    reader: Reader, where: Where, command: Command, outside: Outside
) -> Mapping[str, Copy]:
    """The reader's copies of the documents, by source."""
    texts = command.get("texts")
    named = [texts] if texts else []
    files = find_texts(named, outside, reader.folders, alone=False)
    if not files or where.kind == "stdin":
        return {}  # what is piped in can be read only once
    if where.kind == "lines":
        for _ in reader.events():
            pass  # which tells of the sources, too
    copies = read_copies(files, reader.sources, reader.events)
    for copy in copies.all:
        if copy.trouble or command.has("verbose"):
            outside.say(f"{copy.path}: {copy}")
    return copies.best


def _summary(
    faults: Sequence[Fault], reader: Reader, copies: Mapping[str, Copy]
) -> str:
    """How many faults there are, and how far the check could look."""
    if faults:
        count = f"{len(faults):,} fault{'s' * (len(faults) != 1)}"
        aside = reader.set_aside
        events = f"; {aside:,} event{'s' * (aside != 1)} left out" if aside else ""
        found = f"{count}{events}"
    else:
        found = "no faults"
    held = f"{len(copies)} of {len(reader.sources)}"
    return f"{found}; the words of {held} documents were compared"
