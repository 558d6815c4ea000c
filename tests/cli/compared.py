"""Two stores as `kgtl diff` compares them."""

from __future__ import annotations

import json
from typing import Any

from cli.fake_outside import FakeOutside


def diff(
    before: object,
    after: object,
    *options: str,
    **world: Any,  # noqa: ANN401
) -> tuple[int, FakeOutside]:
    """Run `kgtl diff` on two stores; return its exit code and all it printed."""
    outside = FakeOutside(**world)
    return outside.run("diff", str(before), str(after), *options), outside


def lines(before: object, after: object, **world: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """The records that `kgtl diff` prints of what differs."""
    _, outside = diff(before, after, "--format", "jsonl", **world)
    return [json.loads(line) for line in outside.stdout.splitlines()]
