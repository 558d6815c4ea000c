"""The actions that cite: copy in the style last used, choose another style."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from timeline_tui.render import STYLES
from timeline_tui.render.citations import DEFAULT, cited, tellers_of
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state.finder import Entry, Finder

STYLE = "cite_style"
"""What the list of styles is for, and the name of the file that keeps the choice."""
STYLE_WORDS = {
    "note": "speaker, author or outlet, title, date, address, words",
    "chicago": "a note after the Chicago Manual of Style",
    "apa": "a reference after APA, with its in-text citation",
    "bibtex": "an entry for BibTeX or biblatex",
    "csl": "CSL-JSON, for Zotero, pandoc and others",
}
"""What each style gives."""


class Citing(Browsing):
    """Cites what is shown."""

    def do_copy_note(self) -> None:
        """Copy the citation of the account, or of the whole event, as last styled."""
        event, account = self.event, self.account
        if event is None:
            self.say("there is no event to cite")
            return
        tellers = [account] if account is not None else tellers_of(event)
        if not tellers:
            self.say("the event has no accounts to cite")
            return
        style = self.cite_style
        blocks = cited(style, tellers, self.library)
        self.app.copy_to_clipboard("\n".join(blocks))
        what = "" if len(blocks) == 1 else f"{len(blocks)} citations "
        as_style = "" if style == DEFAULT else f"as {style} "
        self.say(f"{what}sent {as_style}to the terminal's clipboard:", blocks[0])

    def do_choose_style(self) -> None:
        """Ask for the style of the citations that are copied."""
        now = self.cite_style
        entries = tuple(
            Entry(style, style, words, "now" if style == now else "")
            for style, words in STYLE_WORDS.items()
        )
        at = list(STYLE_WORDS).index(now)
        self.find(replace(Finder(STYLE, "cite as", entries), at=at))

    def chose_cite_style(self, style: str) -> None:
        """Cite in a style from now on, and copy the citation in it."""
        self.setup = replace(self.setup, cite_style=style)
        keep_style(self.setup.state_folder, style)
        self.do_copy_note()

    @property
    def cite_style(self) -> str:
        """The style last used, a key of `STYLES`."""
        return self.setup.cite_style


def kept_style(folder: str | None, otherwise: str) -> str:
    """Return the style that was chosen last, in this run or an earlier one."""
    if folder is None:
        return otherwise
    try:
        style = (Path(folder) / STYLE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return otherwise
    return style if style in STYLES else otherwise


def keep_style(folder: str | None, style: str) -> None:
    """Keep a style for the next run; not being able to is no error."""
    if folder is None:
        return
    path = Path(folder) / STYLE
    part = path.with_name(f"{STYLE}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{style}\n", encoding="ascii")
        part.replace(path)
    except OSError:
        return
