"""JUnit XML: a suite a draft, a case a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run
    from replylint.model import Report

# What XML 1.0 cannot hold, however it is escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:  # noqa: ARG001  one signature for all outputs
    """Write the suites."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="replylint">\n')
    for outcome in outcomes:
        if outcome.report is not None:
            out.write(_suite(outcome, outcome.report))
        else:
            name, error = _attribute(outcome.where), _attribute(outcome.error or "")
            out.write(
                f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
                f'    <testcase classname={name} name="readable"><error message={error}/></testcase>\n'
                "  </testsuite>\n"
            )
    out.write("</testsuites>\n")


def _suite(outcome: Outcome, report: Report) -> str:
    messages = {finding.rule: finding for finding in report.findings}
    failures = skipped = 0
    cases = []
    for verdict in report.verdicts:
        name = f"    <testcase classname={_attribute(outcome.where)} name={_attribute(verdict.rule)}"
        if verdict.status == "fail":
            failures += 1
            finding = messages[verdict.rule]
            body = escape(_clean(finding.why))
            fault = f"type={_attribute(finding.severity)} message={_attribute(finding.message)}"
            cases.append(f"{name}><failure {fault}>{body}</failure></testcase>\n")
        elif verdict.status == "pass":
            cases.append(f"{name}/>\n")
        else:
            skipped += 1
            reason = _attribute(f"{verdict.status}: {verdict.evidence}".removesuffix(": "))
            cases.append(f"{name}><skipped message={reason}/></testcase>\n")
    return (
        f'  <testsuite name={_attribute(outcome.where)} tests="{len(report.verdicts)}" failures="{failures}" '
        f'errors="0" skipped="{skipped}">\n{"".join(cases)}  </testsuite>\n'
    )


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))
