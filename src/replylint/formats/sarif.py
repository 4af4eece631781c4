"""SARIF 2.1.0, for code hosts and viewers. An unsure finding is a result of kind "review"."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from replylint.text.position import place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run
    from replylint.model import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:
    """Write one log with one run."""
    results: list[dict[str, Any]] = []
    notices: list[dict[str, Any]] = []
    for outcome in outcomes:
        if outcome.report is not None:
            results += [_result(outcome, finding) for finding in outcome.report.findings]
        else:
            notices.append(
                {
                    "level": "error",
                    "message": {"text": outcome.error},
                    "locations": [{"physicalLocation": _file(outcome)}],
                }
            )
    driver = {
        "name": "replylint",
        "version": run.version,
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.summary[run.messages]},
                "help": {"text": rule.why[run.messages]},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in run.rules.values()
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "properties": {"rulebookDigest": run.digest},
                "invocations": [{"executionSuccessful": not notices, "toolExecutionNotifications": notices}],
                "results": results,
            }
        ],
    }
    out.write(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _result(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _file(outcome)}
    if outcome.line is not None:
        location["physicalLocation"]["region"] = {"startLine": outcome.line}
    elif outcome.plain and outcome.draft and finding.span and finding.segment != "subject":
        location["physicalLocation"]["region"] = _region(outcome.draft.text, *finding.span)
    location["logicalLocations"] = [
        {"name": finding.segment, "fullyQualifiedName": f"{outcome.where}#{finding.segment}"}
    ]
    sure = finding.status == "fail"
    return {
        "ruleId": finding.rule,
        "kind": "fail" if sure else "review",
        "level": _LEVELS[finding.severity] if sure else "none",
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"replylint/1": finding.fingerprint},
    }


def _file(outcome: Outcome) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(os.fsencode(PurePath(outcome.name).as_posix()))}}


def _region(text: str, start: int, end: int) -> dict[str, int]:
    first, last = place(text, start), place(text, end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }
