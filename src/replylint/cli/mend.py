"""`replylint check --fix` and `--diff`: file by file, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import replylint
from replylint.cli.judge import STDIN, Worst, data_of, judged_data, kind_of, name_of
from replylint.cli.options import complain
from replylint.cli.rewrite import diff_of, mended_text, rewrite
from replylint.errors import ConfigError, DraftError

if TYPE_CHECKING:
    from pathlib import Path

    from replylint.linter import Linter
    from replylint.model import Report


class Left:
    """Counts the findings that stay: those without a fix, and those whose fix is not safe."""

    def __init__(self, *, unsafe: bool) -> None:
        self._unsafe = unsafe
        self._all = self._held = self._without = 0

    def count(self, report: Report) -> None:
        """Count what a report leaves."""
        for finding in report.findings:
            self._all += 1
            self._without += finding.fix is None
            self._held += finding.fix is not None and finding.fix.safety == "unsafe" and not self._unsafe

    def said(self) -> list[str]:
        """Say it in one line, or not at all when every finding is mended."""
        stay = self._without + self._held
        if not stay:
            return []
        parts = []
        if self._without:
            parts.append(f"{self._without} without a fix")
        if self._held:
            parts.append(f"{self._held} with one that a person must look at (--unsafe-fixes)")
        findings, verb = "finding" if self._all == 1 else "findings", "stays" if stay == 1 else "stay"
        return [f"{stay} of {self._all} {findings} {verb}: {', '.join(parts)}"]


def mend(
    linter: Linter,
    files: tuple[Path, ...],
    kind: str | None,
    context: dict[str, Any],
    *,
    unsafe: bool,
    diff: bool,
    worst: Worst,
) -> Left:
    """Fix or compare file by file; a file with a broken draft in it is left alone and named.

    Raises ConfigError for a mail that should be rewritten (before any file is), and for a file that cannot be.
    """
    mails = [] if diff else [path for path in files if _is_mail(path, kind)]
    if mails:
        raise ConfigError(f"{name_of(mails[0])}: messages are not rewritten; use --diff to see the fixes")
    left = Left(unsafe=unsafe)
    for path in files:
        try:
            data = data_of(path)
            found = kind_of(path, kind)
        except DraftError as error:
            worst.unreadable = True
            complain(error)
            continue
        outcomes = list(worst.watch(judged_data(linter, name_of(path), data, found, context)))
        broken = [outcome.error for outcome in outcomes if outcome.error is not None]
        for message in broken:
            complain(message)
        if broken:
            complain(f"{name_of(path)}: not changed, since not all of it can be read")
        mended = []
        for outcome in outcomes:
            if outcome.draft is not None and outcome.report is not None:
                left.count(outcome.report)
                mended.append((outcome, replylint.apply_fixes(outcome.draft, outcome.report, unsafe=unsafe)))
        if broken:
            continue
        if diff:
            click.echo(diff_of(mended), nl=False)
        elif path == STDIN:
            click.echo(mended_text(name_of(path), data, found, mended), nl=False)
        else:
            rewrite(path, data, found, mended)
    return left


def _is_mail(path: Path, kind: str | None) -> bool:
    try:
        return kind_of(path, kind) == "eml"
    except DraftError:
        return False
