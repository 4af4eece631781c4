"""For people: a heading a draft, a line a finding, the excerpt with a marker under the span.

Arabic is isolated with U+2068 and U+2069, and nothing is aligned after it: a terminal may show it in either direction.
Under an Arabic excerpt the marked words are therefore repeated instead of underlined.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from replylint.formats.outcome import Outcome, Run, source_text, worded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.model import Finding

_FSI, _PDI = "\u2068", "\u2069"
_COLOURS = {"error": "31", "warning": "33", "info": "36", "ok": "32", "dim": "2", "bold": "1"}
_WORDS = {
    "en": {
        "error": "error", "warning": "warning", "info": "info", "unsure": ", unsure", "passed": "nothing to complain about",
        "start": "at the start", "after-greeting": "after the greeting", "before-closing": "before the closing",
        "end": "at the end", "subject": "in the subject", "fix": "fix", "safe": "safe", "unsafe": "unsafe",
        "summary": "drafts: {drafts}, failed: {failed}, passed: {passed}", "unreadable": ", unreadable: {unreadable}",
    },
    "ar": {
        "error": "خطأ", "warning": "تنبيه", "info": "إرشاد", "unsure": "، غير مؤكد", "passed": "لا ملاحظات",
        "start": "في البداية", "after-greeting": "بعد التحية", "before-closing": "قبل الخاتمة",
        "end": "في النهاية", "subject": "في موضوع الرسالة", "fix": "إصلاح", "safe": "آمن", "unsafe": "يحتاج إلى مراجعة",
        "summary": "عدد الردود: {drafts}، لم يجتز: {failed}، اجتاز: {passed}", "unreadable": "، تعذرت قراءة: {unreadable}",
    },
}  # fmt: skip
_CONTEXT = 40  # characters shown on each side of a span


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:
    """Write every draft as it comes, then a summary."""
    words = _WORDS[run.messages]
    counts = {"drafts": 0, "failed": 0, "passed": 0, "unreadable": 0}
    for outcome in outcomes:
        counts["drafts"] += 1
        if outcome.report is None:
            counts["unreadable"] += 1
            out.write(_paint(isolated(shown(outcome.error or "")), "error", run) + "\n\n")
            continue
        counts["passed" if outcome.report.passed else "failed"] += 1
        out.write(_paint(isolated(shown(outcome.where)), "bold", run))
        if not outcome.report.findings:
            out.write(f": {_paint(isolated(words['passed']), 'ok', run)}\n\n")
            continue
        out.write("\n")
        out.writelines(_finding(outcome, finding, run) for finding in outcome.report.findings)
        out.write("\n")
    summary = words["summary"].format(**counts)
    if counts["unreadable"]:
        summary += words["unreadable"].format(**counts)
    out.write(isolated(summary) + "\n")


def _finding(outcome: Outcome, finding: Finding, run: Run) -> str:
    words = _WORDS[run.messages]
    level = words[finding.severity] if finding.status == "fail" else words[finding.severity] + words["unsure"]
    anchor = words[finding.anchor] if finding.anchor else ""
    message = isolated(worded(finding, run.messages))
    lines = [f"  {_paint(isolated(level), finding.severity, run)} {finding.rule}: {message}"]
    if finding.start is not None and finding.end is not None:
        lines += [f"      {line}" for line in excerpt(source_text(outcome, finding), finding.start, finding.end)]
    elif anchor:
        lines.append(f"      {_paint(isolated(f'({anchor})'), 'dim', run)}")
    lines.append(f"      {_paint(isolated(finding.why), 'dim', run)}")
    if finding.fix is not None:
        lines.append(
            f"      {isolated(words['fix'])} ({isolated(words[finding.fix.safety])}): {isolated(finding.fix.title)}"
        )
    return "\n".join(lines) + "\n"


def excerpt(text: str, start: int, end: int) -> list[str]:
    """Cut the line around a span, and a second line that marks it."""
    first = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop - (text[stop - 1] == "\r" and stop > end)
    last = min(stop, end + _CONTEXT)
    before, marked, after = (shown(part) for part in (text[first:start], text[start:end], text[end:last]))
    if _is_rtl(before + marked + after):
        return [f"{_FSI}{before}{marked}{after}{_PDI}", f"^ {_FSI}{marked}{_PDI}"]
    return [f"{before}{marked}{after}", " " * _width(before) + "^" * max(1, _width(marked))]


def isolated(text: str) -> str:
    """Isolate a text that holds right-to-left letters, and show control characters harmlessly."""
    safe = "\n".join(map(shown, text.split("\n")))
    return f"{_FSI}{safe}{_PDI}" if _is_rtl(safe) else safe


def shown(text: str) -> str:
    """Replace what could move the cursor or turn the line round."""
    return "".join(
        "\u2423" if unicodedata.category(letter) in {"Cc", "Cf"} and letter not in "\u200c\u200d" else letter
        for letter in text
    )


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(letter) in {"W", "F"} for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def _paint(text: str, style: str, run: Run) -> str:
    return f"\033[{_COLOURS[style]}m{text}\033[0m" if run.colour else text
