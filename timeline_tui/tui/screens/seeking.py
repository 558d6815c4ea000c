"""Finding words within a document, or the accounts of a comparison that hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.documents import Documents
from timeline_tui.tui.state.layers import Comparison, on_top
from timeline_tui.tui.state.sought import Sought, look_in

if TYPE_CHECKING:
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.state import Browse, Prompt
    from timeline_tui.tui.state.layers import Layer


class Seeking(Documents):
    """Searches the layer on top."""

    def follow_in_layer_search(
        self, prompt: Prompt, words: Query, before: Browse
    ) -> None:
        """Look for what has been typed so far, from where typing began."""
        top = before.layers[-1]
        sought = self._sought(top, prompt.typed.text, words) if words else None
        self.become(self._at_hit(before, sought).typing(prompt, before))

    def _sought(self, layer: Layer, text: str, words: Query) -> Sought:
        """Look for words in a layer, from its cursor on."""
        if not isinstance(layer, Comparison):
            found = Sought(text, words, look_in(layer.text.paragraphs, words))
            return found.first_from(layer.para, self.start_of_line(layer))
        event = self.library.event(layer.row)
        texts = [
            "\n".join(
                (
                    self.library.source(account.source).label,
                    *account.who,
                    *(self.library.name(speaker) for speaker in account.by),
                    account.says,
                )
            )
            for account in event.accounts
        ]
        hits = {hit.part: hit for hit in reversed(look_in(texts, words))}
        found = Sought(text, words, tuple(hits[part] for part in sorted(hits)))
        return found.first_from(max(self.state.account, 0), 0)

    def _at_hit(self, state: Browse, sought: Sought | None) -> Browse:
        """Return a state with the layer on top at a hit."""
        top: Layer = replace(state.layers[-1], sought=sought)
        hit = sought.hit if sought is not None else None
        if hit is not None and not isinstance(top, Comparison):
            top = top.at_character(self.page(top), hit.part, hit.start)
        state = replace(state, layers=on_top(state.layers, top))
        if hit is not None and isinstance(top, Comparison):
            state = replace(state, account=hit.part)
        return state

    def turn_hit(self, step: int) -> None:
        """Go to the next or previous hit in the layer on top."""
        sought = self.state.layers[-1].sought
        if sought is None:
            key = self.keymap.key_of("search")
            self.say(f"nothing is searched for; {key} searches")
        elif not sought.hits:
            self.say(f"nothing here holds {sought.text}")
        else:
            self.become(self._at_hit(self.state, sought.turned(step)))

    def unsought(self, state: Browse) -> Browse | None:
        """Return a state without the search in its top layer; None if none was."""
        if not state.layers or state.layers[-1].sought is None:
            return None
        top: Layer = replace(state.layers[-1], sought=None)
        return replace(state, layers=on_top(state.layers, top))
