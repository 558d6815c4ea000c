"""The characters that act on a terminal, or turn the writing round, beyond ASCII."""

from __future__ import annotations

LIVE = (
    "\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff"
)
"""The inside of a class of a regular expression; DEL is counted with them."""
