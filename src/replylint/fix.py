"""Plan fixes for findings, and apply them to a draft.

A fix is edits in code points of the draft. Inserting an apology or a name is never safe: only a person can mean it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.errors import ConfigError
from replylint.model import Draft, Edit, Fix, Report
from replylint.signoff import name_below
from replylint.text.hidden import hidden

if TYPE_CHECKING:
    from replylint.checks.reading import Reading
    from replylint.rulebook.model import FixPlan

_CLAUSE_END = re.compile(r"[,،.!؟?…\r\n]+")
_SENTENCE_END = re.compile(r"[.!?؟…]+(?=\s|$)")
_PAUSES = frozenset(",،")
_LINE_END = re.compile(r"(?=\r?\n)")
_SPACE = re.compile(r"\s+")
_COLLAPSE_TITLE = {"en": "Join the subject into one line", "ar": "اجمع الموضوع في سطر واحد"}
_CLEAN_TITLE = {"en": "Replace the hidden characters", "ar": "استبدل المحارف الخفية"}
_INSERT_TITLE = {"en": "Insert “{text}”", "ar": "أضف «{text}»"}


def plan_fix(plan: FixPlan, reading: Reading, language: str, messages: str) -> Fix | None:
    """Turn a rule's plan into edits on this draft; None when it would change nothing.

    `language` is that of the inserted text, `messages` that of the title.
    """
    draft = reading.draft
    if plan.kind == "collapse":
        subject = draft.subject or ""
        joined = _SPACE.sub(" ", subject).strip()
        if joined == subject:
            return None
        edit = Edit.trusted({"start": 0, "end": len(subject), "replacement": joined})
        return Fix.trusted({"edits": (edit,), "safety": plan.safety, "title": _COLLAPSE_TITLE[messages]})
    if plan.kind == "clean":
        own = {act.start for act in reading.acts.get("hidden_characters", ())}  # not what the reply quotes
        edits = tuple(
            Edit.trusted({"start": place.start, "end": place.end, "replacement": place.replacement})
            for place in hidden(draft.text)
            if place.replacement is not None and place.start in own
        )
        title = _CLEAN_TITLE[messages]
        return Fix.trusted({"edits": edits, "safety": plan.safety, "title": title}) if edits else None
    text = _insertion(plan, draft, language)
    at, before, after = _place(plan.at, reading)
    edit = Edit.trusted({"start": at, "end": at, "replacement": f"{before}{text}{after}"})
    title = _INSERT_TITLE[messages].format(text=text)
    return Fix.trusted({"edits": (edit,), "safety": plan.safety, "title": title})


def _insertion(plan: FixPlan, draft: Draft, language: str) -> str:
    text = plan.insert[language]
    if "{name}" not in text:
        return text
    name = draft.customer.preferred_name or draft.customer.name
    if name:
        return text.replace("{name}", name if draft.customer.preferred_name else name.split()[0])
    return plan.insert_unnamed.get(language) or _CLAUSE_END.sub("", text.replace("{name}", "")).strip()


def _place(anchor: str, reading: Reading) -> tuple[int, str, str]:
    """Give the offset of an anchor, and the white space around what is inserted there."""
    text = reading.draft.text
    line_end = "\r\n" if "\r\n" in text else "\n"
    break_ = line_end * 2 if "\n" in text.strip() else " "
    position = reading.seen.position
    start, end = position(reading.layout.start), _trimmed(text, position(reading.layout.end))
    if anchor == "after-greeting":
        greeting = next(iter(reading.acts.get("greeting", ())), None)
        if greeting is not None:
            ending = _CLAUSE_END.search(text, greeting.end, max(greeting.end, end))
            if ending is None:
                return end, break_ if _SENTENCE_END.match(text, end - 1) else line_end, ""
            at = ending.start() + len(ending[0].rstrip("\r\n"))
            if ending[0] in _PAUSES:  # "Hi Sara, it ships today.": a sentence goes behind that one, not into it
                return _behind_sentence(text, at, end)
            return at, break_, ""
        return start, "", break_
    if anchor == "before-closing":
        closing = next(iter(reading.acts.get("closing", ())), None)
        if closing is not None:
            line = text.rfind("\n", start, closing.start) + 1
            return (line, "", break_) if line > start else (closing.start, "", " ")
        above = _sign_off_line(reading, start, end)
        if above is not None:
            return above, "", break_
    if anchor in {"before-closing", "end"}:
        name = name_below(reading, start, end)
        if name is None:
            return end, break_, ""
        if "\n" not in text[_trimmed(text, name) : name]:
            return name, "", " "
        return name, "", break_ if anchor == "before-closing" else line_end
    return start, "", break_


def _behind_sentence(text: str, at: int, end: int) -> tuple[int, str, str]:
    """Give the place behind the sentence that goes on at `at`; behind one that no sign ends, a line of its own."""
    ending = _SENTENCE_END.search(text, at, end)
    if ending:
        return ending.end(), " ", ""
    line = text.find("\n", at, end)
    last = len(text[: line if line >= 0 else end].rstrip())
    return last, "\n", ""


def _sign_off_line(reading: Reading, start: int, end: int) -> int | None:
    """Say where the line begins above the signature, such as "Thanks" above a name; "-- " has none above it."""
    found = reading.layout
    text = reading.seen.text
    if not found.own or found.signature_start >= found.own[-1][1] or text.startswith("\n--", found.signature_start):
        return None
    line = reading.draft.text.rfind("\n", start, end) + 1
    return line if line > start else None


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def apply_fixes(draft: Draft, report: Report, *, unsafe: bool = False) -> Draft:
    r"""Apply the safe fixes of a report (all fixes with `unsafe=True`) and give the mended draft.

    An edit that overlaps an earlier one is left for the next round. Raises ConfigError when the report is not of
    this draft.

    >>> import replylint
    >>> draft = replylint.Draft(text="Hi Sara, it ships today.", subject="Order\n4471")
    >>> replylint.apply_fixes(draft, replylint.Linter().lint(draft)).subject
    'Order 4471'
    """
    _check_pair(draft, report)
    if report.draft_id != draft.id:
        raise ConfigError(f"this report is not of this draft: it is of {report.draft_id}, not of {draft.id}")
    edits: dict[bool, list[Edit]] = {True: [], False: []}
    for finding in report.findings:
        if finding.fix is not None and (unsafe or finding.fix.safety == "safe"):
            edits[finding.segment == "subject"] += finding.fix.edits
    text = _apply(draft.text, edits[False])
    subject = _apply(draft.subject or "", edits[True])
    return draft.model_copy(update={"text": text, "subject": None if draft.subject is None else subject})


def _apply(text: str, edits: list[Edit]) -> str:
    if any(edit.end > len(text) for edit in edits):
        raise ConfigError("this report is not of this draft: an edit lies outside its text")
    made: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            continue
        made += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join((*made, text[at:]))


def _check_pair(draft: object, report: object) -> None:
    if not (isinstance(draft, Draft) and isinstance(report, Report)):
        given = f"{type(draft).__name__} and {type(report).__name__}"
        raise TypeError(
            f"apply_fixes takes a Draft and its Report, not {given}: apply_fixes(draft, linter.lint(draft))"
        )
