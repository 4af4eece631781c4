"""One JSON object a draft, as it comes: `{"schema", "file", "line", "report"}` or `{..., "error"}`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from replylint.formats.json import place
from replylint.formats.outcome import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:  # noqa: ARG001  one signature for all outputs
    """Write a line a draft."""
    for outcome in outcomes:
        line: dict[str, Any] = {"schema": SCHEMA, **place(outcome)}
        if outcome.report is not None:
            line["report"] = outcome.report.model_dump(mode="json")
        else:
            line["error"] = outcome.error
        out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
