"""Recognisers and rules against labelled replies: scores by group, the errors, and what could not be judged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replylint.errors import DraftError, nearest
from replylint.labelled import TONES, Labelled, read_labelled
from replylint.rulebook.load import BUILT_IN_ACTS
from replylint.scores import Score, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replylint.linter import Linter
    from replylint.model import Act, Report
    from replylint.rulebook import RuleBook

__all__ = ["Evaluation", "Labelled", "Miss", "Score", "evaluate", "read_labelled", "wilson"]


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: an act that was missed or falsely found, or a rule likewise."""

    name: str
    kind: str  # "missed" or "false alarm"
    draft_id: str
    words: str
    text: str


@dataclass(slots=True)
class Evaluation:
    """Scores by group ("all", "language ar", "set natural", ...) and name, the errors, and what could not be judged.

    `spared` counts, for each rule, the replies that by their labels need no finding of it, and those that got one.
    """

    replies: int = 0
    acts: dict[str, dict[str, Score]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Score)))
    rules: dict[str, dict[str, Score]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Score)))
    spared: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(lambda: [0, 0]))
    )
    errors: list[Miss] = field(default_factory=list)
    unreadable: list[DraftError] = field(default_factory=list)


def evaluate(linter: Linter, replies: Iterable[Labelled | DraftError]) -> Evaluation:
    """Score recognisers on every labelled act they know, and rules where `rules` are labelled.

    What cannot be read or judged, and a reply labelled for a rule that does not exist, comes out in `unreadable`.

    Weak evidence does not count as found. A customer_name whose record is in the other script than the reply is
    scored in the group "other script" and left out of all others: same-script names are what is promised here.
    """
    result = Evaluation()
    book = linter.rulebook.book
    known = {*book.acts, *BUILT_IN_ACTS}
    of_customer = {name for name, act in book.acts.items() if "agent" not in act.readers}
    for reply in replies:
        if isinstance(reply, DraftError):
            result.unreadable.append(reply)
            continue
        try:
            _check_rules(book, reply)
            acts, message_acts = linter.recognise(reply.draft)
            report = linter.lint(reply.draft)
        except DraftError as error:
            result.unreadable.append(DraftError(f"{reply.where or 'a reply'}: {error}"))
            continue
        result.replies += 1
        groups = ("all", f"language {reply.language}", f"dialect {reply.dialect}", f"set {reply.set}_{reply.language}")
        for name, expected in reply.labels.items():
            if expected is None or name not in known:
                continue
            where = message_acts if name in of_customer else acts
            words = [act.text for act in where if act.act == name and act.sure]
            used = ("other script",) if name == "customer_name" and _other_script(reply) else groups
            for group in used:
                result.acts[group][name].add(expected=expected, found=bool(words))
            if expected != bool(words):
                evidence = words[0] if words else reply.evidence.get(name, "")
                text = (reply.draft.customer_message or "") if name in of_customer else reply.draft.text
                kind = "false alarm" if words else "missed"
                result.errors.append(Miss(name, kind, reply.draft.id or "", evidence, text))
        _score_tone(acts, reply, groups, result)
        _score_rules(report, reply, groups, result)
        _score_spared(linter.rulebook.book, report, reply, groups, result)
    return result


def _check_rules(book: RuleBook, reply: Labelled) -> None:
    unknown = [name for name in reply.rules if name not in book.rules]
    if unknown:
        raise DraftError("; ".join(f'rules: unknown rule "{name}"{nearest(name, book.rules)}' for name in unknown))


def _score_tone(acts: Sequence[Act], reply: Labelled, groups: tuple[str, ...], result: Evaluation) -> None:
    """Score the acts of a bad tone: right on any reply of a bad tone, missed only where the label names this very one."""
    if reply.tone is None:
        return
    for name in TONES:
        words = [act.text for act in acts if act.act == name and act.sure]
        if not words and reply.tone not in {name, "none"}:
            continue
        expected = reply.tone != "none"
        for group in groups:
            result.acts[group][name].add(expected=expected, found=bool(words))
        if expected != bool(words):
            kind = "false alarm" if words else "missed"
            result.errors.append(Miss(name, kind, reply.draft.id or "", words[0] if words else "", reply.draft.text))


def _score_spared(book: RuleBook, report: Report, reply: Labelled, groups: tuple[str, ...], result: Evaluation) -> None:
    """Count the findings on replies whose labels say that the rule has nothing to find."""
    failed = {finding.rule for finding in report.findings if finding.status == "fail"}
    for verdict in report.verdicts:
        rule = book.rules[verdict.rule]
        act = "customer_name" if rule.options.get("name") == "used" else rule.options.get("act")
        wanted = {"require": True, "name": True, "forbid": False}.get(rule.check)
        if act is None or wanted is None or (act == "customer_name" and _other_script(reply)):
            continue
        label = reply.labels.get(act) if act not in TONES else (False if reply.tone == "none" else None)
        if label is not wanted:
            continue
        for group in groups:
            counts = result.spared[group][rule.name]
            counts[0] += rule.name in failed
            counts[1] += 1


def _score_rules(report: Report, reply: Labelled, groups: tuple[str, ...], result: Evaluation) -> None:
    failed = {finding.rule for finding in report.findings if finding.status == "fail"}
    for name, expected in reply.rules.items():
        if expected is None:
            continue
        for group in groups:
            result.rules[group][name].add(expected=expected, found=name in failed)
        if expected != (name in failed):
            kind = "missed" if expected else "false alarm"
            result.errors.append(Miss(name, kind, reply.draft.id or "", "", reply.draft.text))


def _other_script(reply: Labelled) -> bool:
    name = reply.draft.customer.name
    if not name:
        return False
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in name)
    latin = any(letter.isascii() and letter.isalpha() for letter in name)
    if arabic and latin:
        return False
    if reply.dialect == "arabizi":
        return arabic
    return (reply.language == "ar") != arabic
