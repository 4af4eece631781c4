"""Recognisers and rules against labelled replies: precision, recall, F1 with a 95 % interval, and the errors.

A labelled reply is a JSON object with the keys of a draft, `labels` (act: true, false, or null for "do not score";
`tone_problem`: none, blame, dismissive, rude), optionally `rules`: {rule: true when the reply deserves a finding}, and
`meta` (lang, dialect, set).
The interval of F1 is Wilson's for the share p = TP / (TP + FP + FN), carried over by F1 = 2p / (1 + p), which grows
with p.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING, Any

from replylint.errors import ConfigError, DraftError, nearest
from replylint.model import Draft
from replylint.rulebook.load import BUILT_IN_ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from replylint.linter import Linter
    from replylint.model import Act, Report
    from replylint.rulebook import RuleBook

_Z = 1.96
_DRAFT_KEYS = frozenset(Draft.model_fields)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply with what a reader said of it."""

    draft: Draft
    labels: Mapping[str, bool | None]
    rules: Mapping[str, bool | None]
    evidence: Mapping[str, str]
    language: str
    dialect: str
    set: str
    tone: str | None = None


@dataclass(slots=True)
class Score:
    """Counts of one act in one group of replies."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0
    rejections: int = 0

    def add(self, *, expected: bool, found: bool) -> None:
        """Count one reply."""
        if expected and found:
            self.hits += 1
        elif found:
            self.false_alarms += 1
        elif expected:
            self.misses += 1
        else:
            self.rejections += 1

    @property
    def precision(self) -> float | None:
        """The share of right ones in what was found; None when nothing was found."""
        return _share(self.hits, self.hits + self.false_alarms)

    @property
    def recall(self) -> float | None:
        """The share found of what is there; None when nothing is there."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None when nothing is there and nothing was found."""
        return _share(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)

    def interval(self) -> tuple[float, float] | None:
        """A 95 % interval for F1."""
        return wilson(self.hits, self.hits + self.false_alarms + self.misses, dice=True)

    def plain(self) -> dict[str, Any]:
        """Give all of it as plain data."""
        return {
            "true_positive": self.hits,
            "false_positive": self.false_alarms,
            "false_negative": self.misses,
            "true_negative": self.rejections,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "f1_interval": self.interval(),
        }


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


def read_labelled(lines: Iterable[str], name: str) -> Iterator[Labelled | DraftError]:
    """Read labelled replies, one JSON object a line; a broken line comes out as its error."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _labelled(json.loads(line))
        except RecursionError:
            yield DraftError(f"{name}:{number}: not JSON: nested too deep")
        except (DraftError, ValueError, TypeError, AttributeError, KeyError) as error:
            yield DraftError(f"{name}:{number}: {error}")


def _labelled(data: Mapping[str, Any]) -> Labelled:
    if not isinstance(data, dict) or not isinstance(data.get("labels"), dict):
        raise DraftError('a labelled reply needs an object "labels"')
    for key in ("rules", "evidence", "meta"):
        if not isinstance(data.get(key) or {}, dict):
            raise DraftError(f'"{key}" is an object, not {type(data[key]).__name__}')
    meta = data.get("meta") or {}
    given = {key: value for key, value in data.items() if key in _DRAFT_KEYS and value is not None}
    labels = data["labels"]
    scored = [
        *((key, value) for key, value in labels.items() if key not in _TEXT_LABELS),
        *(data.get("rules") or {}).items(),
    ]
    wrong = [key for key, value in scored if value not in (True, False, None)]
    if wrong:
        raise DraftError(f"labels are true, false or null: {', '.join(wrong)}")
    tone = labels.get("tone_problem")
    if tone not in _TONE_LABELS:
        raise DraftError(f'tone_problem is one of none, blame, dismissive, rude, not "{tone}"')
    return Labelled(
        draft=Draft.read(given),
        labels={key: value for key, value in labels.items() if key not in _TEXT_LABELS},
        rules=data.get("rules") or {},
        evidence=data.get("evidence") or {},
        language=str(meta.get("lang") or "unknown"),
        dialect=str(meta.get("dialect") or "none"),
        set=str(meta.get("set") or "all"),
        tone=tone,
    )


_TONES = ("blame", "argument", "dismissive", "impatience", "rude")
_TONE_LABELS = (None, "none", *_TONES)
_TEXT_LABELS = frozenset({"tone_problem", "rules"})


def evaluate(linter: Linter, replies: Iterable[Labelled]) -> Evaluation:
    """Score recognisers on every labelled act they know, and rules where `rules` are labelled.

    Weak evidence does not count as found. A customer_name whose record is in the other script than the reply is
    scored in the group "other script" and left out of all others: same-script names are what is promised here.
    """
    result = Evaluation()
    book = linter.rulebook.book
    known = {*book.acts, *BUILT_IN_ACTS}
    of_customer = {name for name, act in book.acts.items() if "agent" not in act.readers}
    for reply in replies:
        unknown = [
            f'unknown rule "{name}"{nearest(name, book.rules)}' for name in reply.rules if name not in book.rules
        ]
        if unknown:
            raise ConfigError(f"{reply.draft.id or reply.draft.text[:40]!r}: {'; '.join(unknown)}")
        try:
            acts, message_acts = linter.recognise(reply.draft)
            report = linter.lint(reply.draft)
        except DraftError as error:
            result.unreadable.append(DraftError(f"{reply.draft.id or reply.draft.text[:40]!r}: {error}"))
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


def _score_tone(acts: Sequence[Act], reply: Labelled, groups: tuple[str, ...], result: Evaluation) -> None:
    """Score the acts of a bad tone: right on any reply of a bad tone, missed only where the label names this very one."""
    if reply.tone is None:
        return
    for name in _TONES:
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
        label = reply.labels.get(act) if act not in _TONES else (False if reply.tone == "none" else None)
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


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def wilson(part: int, whole: int, *, dice: bool = False) -> tuple[float, float] | None:
    """Give Wilson's 95 % interval of a proportion; with `dice`, that of F1 = 2p / (1 + p) for p = TP/(TP+FP+FN).

    >>> low, high = wilson(9, 10)
    >>> round(low, 2), round(high, 2)
    (0.6, 0.98)
    """
    if not whole:
        return None
    share = part / whole
    spread = _Z * sqrt(share * (1 - share) / whole + _Z * _Z / (4 * whole * whole))
    middle = share + _Z * _Z / (2 * whole)
    scale = 1 + _Z * _Z / whole
    low, high = max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
    return (2 * low / (1 + low), 2 * high / (1 + high)) if dice else (low, high)
