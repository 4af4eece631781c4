"""One JSON object: all reports, all errors, a summary. Documented in docs/output.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from replylint.formats.outcome import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:
    """Write the document."""
    reports: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for outcome in outcomes:
        if outcome.report is not None:
            reports.append({**place(outcome), "report": outcome.report.model_dump(mode="json")})
        else:
            errors.append({**place(outcome), "message": outcome.error})
    document = {
        "schema": SCHEMA,
        "version": run.version,
        "rulebook_digest": run.digest,
        "reports": reports,
        "errors": errors,
        "summary": {
            "drafts": len(reports) + len(errors),
            "passed": sum(item["report"]["passed"] for item in reports),
            "failed": sum(not item["report"]["passed"] for item in reports),
            "unreadable": len(errors),
        },
    }
    out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def place(outcome: Outcome) -> dict[str, Any]:
    """Name the file, and the line in it where a file holds several drafts."""
    return {"file": outcome.name, "line": outcome.line}
