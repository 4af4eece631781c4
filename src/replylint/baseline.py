"""Known findings by fingerprint, so that a team starts clean and sees only what is new.

A baseline is a JSON file of fingerprints and rule names; it holds nothing of any text. A fingerprint does not know where
in the text a finding stands, so edits elsewhere leave it alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from replylint.errors import ConfigError
from replylint.files import because, write_whole
from replylint.findings import LEVELS
from replylint.jsontext import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from replylint.model import Report

_SCHEMA = "replylint-baseline/1"


def read(path: Path) -> dict[str, str]:
    """Read a baseline: the rule of each fingerprint. Raises ConfigError for what is not one."""
    try:
        data = read_json(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigError(because(path, error)) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not a baseline: not UTF-8 (byte {error.start})") from None
    except ValueError as error:
        raise ConfigError(f"{path}: not a baseline: {error}") from None
    findings = data.get("findings") if isinstance(data, dict) and data.get("schema") == _SCHEMA else None
    if not isinstance(findings, dict) or not all(isinstance(rule, str) for rule in findings.values()):
        raise ConfigError(f'{path}: not a baseline: an object with "schema": "{_SCHEMA}" and "findings" is needed')
    return findings


def write(path: Path, findings: Mapping[str, str]) -> None:
    """Write a baseline, sorted, so that a diff shows what came and went. Raises ConfigError when it cannot."""
    data = {"schema": _SCHEMA, "findings": dict(sorted(findings.items(), key=lambda item: (item[1], item[0])))}
    try:
        write_whole(path, (json.dumps(data, indent=2) + "\n").encode("utf-8"))
    except OSError as error:
        raise ConfigError(because(path, error)) from None


def without_known(report: Report, known: Mapping[str, str], fail_on: str) -> Report:
    """Give the report without the findings that are known; it passes when no other is at or above `fail_on`."""
    findings = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    if len(findings) == len(report.findings):
        return report
    failed = any(finding.status == "fail" and LEVELS[finding.severity] >= LEVELS[fail_on] for finding in findings)
    return report.model_copy(update={"findings": findings, "passed": not failed})


def stale(known: Mapping[str, str], seen: set[str]) -> dict[str, str]:
    """List the entries whose finding is gone: the reply was mended, or is not among those read."""
    return {fingerprint: rule for fingerprint, rule in known.items() if fingerprint not in seen}
