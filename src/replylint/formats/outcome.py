"""What outputs are made of: the report of a draft, or the error in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replylint.model import Draft, Finding, Report
    from replylint.rulebook import Rule

SCHEMA = "replylint/1"
_MAYBE = {"en": "maybe, please check:", "ar": "ربما، يُرجى التحقق:"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft and its report, or an error. `plain` is true where offsets are those of the file itself (.txt)."""

    name: str
    line: int | None = None
    draft: Draft | None = None
    report: Report | None = None
    error: str | None = None
    plain: bool = False

    @property
    def where(self) -> str:
        """Name the place for a person."""
        return self.name if self.line is None else f"{self.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Run:
    """What all outcomes share: the version, the rules, the language of messages, and whether colour is wanted."""

    version: str
    digest: str
    rules: Mapping[str, Rule]
    messages: str = "en"
    colour: bool = False


def source_text(outcome: Outcome, finding: Finding) -> str:
    """Give the text that a finding's offsets count in."""
    if outcome.draft is None:
        return ""
    return (outcome.draft.subject or "") if finding.segment == "subject" else outcome.draft.text


def worded(finding: Finding, messages: str) -> str:
    """Give the message for a person; where the linter is not sure, it is put as a question."""
    return finding.message if finding.status == "fail" else f"{_MAYBE[messages]} {finding.message}"
