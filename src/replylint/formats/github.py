"""Workflow commands that GitHub shows as annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.formats.outcome import worded
from replylint.text.position import place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:
    """Write a command a finding and a command an error."""
    for outcome in outcomes:
        if outcome.report is None:
            line = f",line={outcome.line}" if outcome.line else ""
            out.write(f"::error file={_property(outcome.name)}{line}::{_data(outcome.error or '')}\n")
            continue
        for finding in outcome.report.findings:
            level = _LEVELS[finding.severity] if finding.status == "fail" else "notice"
            where = f"file={_property(outcome.name)}"
            if outcome.plain and outcome.draft and finding.start is not None and finding.segment != "subject":
                at = place(outcome.draft.text, finding.start)
                where += f",line={at.line},col={at.column}"
            elif outcome.line is not None:
                where += f",line={outcome.line}"
            out.write(f"::{level} {where},title={_property(finding.rule)}::{_data(worded(finding, run.messages))}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
