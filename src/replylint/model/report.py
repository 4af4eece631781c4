"""A report: the acts, verdicts and findings of one draft.

Offsets are code points of `Draft.text`, or of the subject where `segment == "subject"`. The models are flat on
purpose: nested spans cost twice as much to build.
"""

from __future__ import annotations

from typing import Literal

from replylint.model.frozen import Frozen

Segment = Literal["subject", "opening", "body", "closing", "signature", "quote"]
Severity = Literal["error", "warning", "info"]
Status = Literal["pass", "fail", "not_applicable", "unsure"]
Safety = Literal["safe", "unsafe"]
Anchor = Literal["start", "after-greeting", "before-closing", "end", "subject"]


class Act(Frozen):
    """Something the reply does: its kind, its place, its words. `sure` is false for weak evidence."""

    act: str
    start: int
    end: int
    text: str
    segment: Segment
    sure: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Start and end, in code points."""
        return self.start, self.end


class Verdict(Frozen):
    """What one rule says of the draft, and why: the words found, the number measured, or what was missing."""

    rule: str
    status: Status
    evidence: str = ""


class Edit(Frozen):
    """Replace the code points from `start` to `end` by `replacement`; equal offsets insert."""

    start: int
    end: int
    replacement: str


class Fix(Frozen):
    """A way to mend a finding. `safe` fixes cannot change what the reply means."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str


class Finding(Frozen):
    """A verdict `fail` or `unsure` made useful.

    `start` and `end` are None and `anchor` is set when something is missing: the place where it would go.
    `fingerprint` names the finding without its position, so that it survives edits elsewhere in the text.
    """

    rule: str
    severity: Severity
    status: Literal["fail", "unsure"]
    message: str
    why: str
    segment: Segment
    start: int | None = None
    end: int | None = None
    anchor: Anchor | None = None
    evidence: str = ""
    fix: Fix | None = None
    fingerprint: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end in code points, or None when something is missing."""
        return None if self.start is None or self.end is None else (self.start, self.end)


class Report(Frozen):
    """All that the linter says of one draft.

    `passed` is false when a finding of status `fail` is at or above the channel's fail level.
    `score` runs from 0 to 100: the weight of passed rules in that of the rules that apply, where an
    error weighs 5, a warning 2 and an info 1, and an unsure verdict is left out.
    `language` is "unknown" when the reply has no letters.
    """

    draft_id: str | None
    channel: str
    language: Literal["ar", "en", "mixed", "unknown"]
    passed: bool
    score: int
    acts: tuple[Act, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    rulebook_digest: str
