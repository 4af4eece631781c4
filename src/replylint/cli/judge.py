"""Files to outcomes: read the drafts in them, judge each, and keep the exit code while they pass by."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.errors import DraftError
from replylint.files import because
from replylint.formats.outcome import Outcome
from replylint.inputs import KINDS, Input, read_inputs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.linter import Linter
    from replylint.model import Draft, Report

LEVELS = {"error": 2, "warning": 1, "info": 0, "never": 3}
STDIN = Path("-")


def data_of(path: Path) -> bytes:
    """Read a file, or standard input for "-". Raises DraftError, which names it."""
    name = name_of(path)
    try:
        if path != STDIN:
            return path.read_bytes()
        if sys.stdin is None:
            raise DraftError(f"{name}: it is closed")
        return sys.stdin.buffer.read()
    except OSError as error:
        raise DraftError(because(name, error)) from None


def name_of(path: Path) -> str:
    """Name a file for a person."""
    return "<stdin>" if path == STDIN else str(path)


def kind_of(path: Path, kind: str | None) -> str:
    """Say what a file is: what the caller says, or what its ending does. Raises DraftError for an unknown ending."""
    ending = kind or ("txt" if path == STDIN else path.suffix.removeprefix(".").lower())
    if ending not in KINDS:
        raise DraftError(f"{path}: cannot tell what it is by its ending; say --as {', '.join(KINDS)}")
    return ending


def judged(linter: Linter, files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Iterator[Outcome]:
    """Judge every draft of some files as they are read; a file that cannot be read comes out as its error."""
    for path in files:
        try:
            data = data_of(path)
            found = kind_of(path, kind)
        except DraftError as error:
            yield Outcome(name_of(path), error=str(error))
            continue
        yield from judged_data(linter, name_of(path), data, found, context)


def drafts(files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Iterator[Draft]:
    """Read the drafts of some files, and pass over what cannot be read: whoever judges them will say so."""
    for path in files:
        with suppress(DraftError):
            found = read_inputs(name_of(path), data_of(path), kind_of(path, kind), context)
            yield from (item.draft for item in found if item.draft is not None)


def judged_data(linter: Linter, name: str, data: bytes, kind: str, context: dict[str, Any]) -> Iterator[Outcome]:
    """Judge every draft in the bytes of one file; a file without any is an error."""
    empty = True
    for item in read_inputs(name, data, kind, context):
        empty = False
        yield _outcome(linter, item, plain=kind == "txt")
    if empty:
        yield Outcome(name, error=f"{name}: empty: no draft to judge")


def _outcome(linter: Linter, item: Input, *, plain: bool) -> Outcome:
    if item.draft is None:
        return Outcome(item.name, item.line, error=str(item.error))
    try:
        return Outcome(item.name, item.line, item.draft, linter.lint(item.draft), plain=plain)
    except DraftError as error:
        return Outcome(item.name, item.line, item.draft, error=f"{item.where}: {error}")


class Worst:
    """Keeps the exit code while outcomes pass by."""

    def __init__(self, fail_on: str | None, unreadable: bool = False) -> None:
        self._level = LEVELS[fail_on] if fail_on else None
        self.unreadable, self.failed, self.readable = unreadable, False, False

    def watch(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """Let outcomes pass, and note the worst of them."""
        for outcome in outcomes:
            if outcome.report is None:
                self.unreadable = True
            else:
                self.readable = True
                self.failed = self.failed or self._fails(outcome.report)
            yield outcome

    def _fails(self, report: Report) -> bool:
        if self._level is None:
            return not report.passed
        return any(LEVELS[f.severity] >= self._level for f in report.findings if f.status == "fail")

    @property
    def code(self) -> int:
        """What the command ends with."""
        return 2 if self.unreadable else int(self.failed)
