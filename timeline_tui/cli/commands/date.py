"""`kgtl date EDTF…`: how date strings are read, one a line; bad ones explained."""

from __future__ import annotations

from timeline_tui.cli.complaint import complain
from timeline_tui.cli.exit_code import FAILED, FOUND
from timeline_tui.errors import DateError
from timeline_tui.model.dates import parse
from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command


def run(command: Command, outside: Outside) -> int:
    """Print string, first, last, precision, flags and words of each good date."""
    code = FOUND
    for text in command.words:
        try:
            row = parse(text).row()
        except DateError as error:
            outside.out.flush()
            complain(error, outside)
            code = FAILED
        else:
            outside.out.write("\t".join([safe(cell) for cell in row]) + "\n")
    return code
