"""What is done in the background: one thing at a time, told in the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.screens.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from timeline_tui.tui.screens.job import Outcome

TICK = 0.2
"""Seconds between two tellings of how far it is."""
_PATIENCE = 5.0
"""Seconds that leaving waits for what is half done to be cleared away."""


class Working(Browsing):
    """Does one thing in the background while the reader goes on."""

    _ticks: Timer | None = None
    _tell: Callable[[Outcome], None] | None = None

    def work_at(
        self,
        words: str,
        work: Callable[[Job], Outcome],
        tell: Callable[[Outcome], None],
        *,
        total: int = 0,
    ) -> None:
        """Begin something.

        Args:
            words: What is being done, for the foot.
            work: Does it, in a thread.
            tell: Called with what it has come to, when no line is being typed.
            total: How many events it is about; 0 where nobody knows.
        """
        self.job = Job(words, total, work, lambda: self.call_later(self._tick))
        self._tell = tell
        self._ticks = self.set_interval(TICK, self._tick)
        self.job.start()
        self.draw_later()

    def is_busy(self) -> bool:
        """Tell whether something is being done, and say so."""
        if self.job is None:
            return False
        self.say(f"still {self.job.words}; {self.keymap.key_of('close')} gives it up")
        return True

    def give_up_job(self) -> bool:
        """Give up what is being done; false where nothing is."""
        if self.job is None:
            return False
        self.job.stop()
        return True

    def _tick(self) -> None:
        """Tell how far it is; at its end, unless a line is being typed, what came."""
        job, tell = self.job, self._tell
        if job is None or tell is None:
            return
        outcome = job.outcome
        if outcome is None or self._is_typing:
            self.draw_later()
            return
        self.job = self._tell = None
        if self._ticks is not None:
            self._ticks.stop()
        tell(outcome)

    @property
    def _is_typing(self) -> bool:
        state = self.state
        is_sought = state.drawer is not None and state.drawer.typing
        return bool(state.prompt or state.finder or state.menu or is_sought)

    def on_unmount(self) -> None:
        """Leave nothing half done."""
        if self.job is not None:
            self.job.stop()
            self.job.wait(_PATIENCE)
