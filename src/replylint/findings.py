"""Make a verdict useful: what to say, where, why, and how to mend it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from replylint.fix import plan_fix
from replylint.model import Finding
from replylint.text.view import view

if TYPE_CHECKING:
    from replylint.checks.reading import Reading, Ruling
    from replylint.model import Act
    from replylint.rulebook import Rule

LEVELS = {"error": 2, "warning": 1, "info": 0}
_SEGMENT_OF_ANCHOR = {
    "start": "opening",
    "after-greeting": "opening",
    "before-closing": "closing",
    "end": "closing",
    "subject": "subject",
}
_ORDER_OF_ANCHOR = {"start": -2, "after-greeting": -1, "before-closing": 1 << 40, "end": 1 << 41, "subject": -3}
_NO_VALUES = dict.fromkeys(("found", "name", "words", "actual", "limit"), "")


class Languages(NamedTuple):
    """The language of messages, and that of text to insert into the reply."""

    messages: str
    reply: str


def finding(rule: Rule, severity: str, status: str, ruling: Ruling, reading: Reading, languages: Languages) -> Finding:
    """Turn a verdict `fail` or `unsure` into a finding; a near miss is never more severe than the rule says."""
    act, anchor = ruling.act, ruling.anchor
    near = rule.near if ruling.near else None
    if near is not None and LEVELS[near.severity] < LEVELS[severity]:
        severity = near.severity
    message = (near or rule).message[languages.messages]
    if "{" in message:
        message = message.format_map({**_NO_VALUES, **ruling.values})
    fix = None
    if rule.fix is not None and status == "fail":
        fix = plan_fix(rule.fix, reading, languages.reply, languages.messages)
    return Finding.trusted(
        {
            "rule": rule.name,
            "severity": severity,
            "status": status,
            "message": message,
            "why": rule.why[languages.messages],
            "segment": act.segment if act else _SEGMENT_OF_ANCHOR[anchor or "start"],
            "start": act.start if act else None,
            "end": act.end if act else None,
            "anchor": None if act else anchor,
            "evidence": ruling.evidence,
            "fix": fix,
            "fingerprint": _fingerprint(rule.name, act, reading),
        }
    )


def place(found: Finding) -> tuple[int, str]:
    """Order findings as a reader meets them: subject, missing at the start, in the text, missing later."""
    if found.segment == "subject":
        return -3, found.rule
    if found.start is not None:
        return found.start, found.rule
    return _ORDER_OF_ANCHOR[found.anchor or "start"], found.rule


def _fingerprint(rule: str, act: Act | None, reading: Reading) -> str:
    """Name a finding without its position: by rule, words and draft.

    A draft without an id is named by its subject and the customer's message, and by its own text for what is missing.
    """
    draft = reading.draft
    words = view(act.text).text if act else ""
    name = draft.id or f"{draft.subject or ''}\0{draft.customer_message or ''}\0{'' if act else reading.seen.text}"
    return blake2b(f"{rule}\0{name}\0{words}".encode(), digest_size=8).hexdigest()
