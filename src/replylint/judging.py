"""Judge a reading by the rules of a channel.

What a rule says depends on facts about the draft and on the acts it looks at. For each combination of facts the answer
of every rule whose acts are missing is worked out once; a draft then costs only the rules that have something to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replylint.checks import check_of
from replylint.findings import LEVELS
from replylint.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from replylint.checks.reading import Check, Reading, Ruling
    from replylint.rulebook import Channel, Condition, Rule, RuleUse

Fact = bool | str | None  # None where the evidence is weak
_SPEAKING = ("fail", "unsure")
_MOST_PLANS = 4096  # combinations of facts are few; a plugin cannot add any


class Judged(NamedTuple):
    """A rule that found something to say, and what."""

    rule: Rule
    severity: str
    status: str
    ruling: Ruling


class Sentence(NamedTuple):
    """All verdicts in the order of the channel, those that become findings, and the score from 0 to 100."""

    verdicts: tuple[Verdict, ...]
    findings: list[Judged]
    passed: bool
    score: int


class _Seat(NamedTuple):
    """A rule in the order of the channel. `doubtful` names the condition that is not certain."""

    position: int
    rule: Rule
    use: RuleUse
    check: Check
    doubtful: str = ""


class _Plan(NamedTuple):
    """The answers for one combination of facts where no act is there, and which rules an act gives to judge."""

    verdicts: list[Verdict]
    absent: dict[int, Judged]
    always: list[_Seat]
    by_act: dict[str, list[_Seat]]
    earned: int  # what the rules that pass here weigh together


class Bench:
    """The rules of a channel, ready to judge. Made once and shared.

    Raises RulebookError when a rule uses a check that no installed package offers.
    """

    def __init__(self, channel: Channel, rules: dict[str, Rule], facts: tuple[str, ...]) -> None:
        self._fail_level = LEVELS[channel.fail_on]
        self._facts = facts
        self._seats = [
            _Seat(position, rules[name], use, check_of(rules[name], use))
            for position, (name, use) in enumerate(channel.uses.items())
        ]
        self._channel = channel
        weights = channel.weights
        self._weights = [
            weights[seat.use.severity] if seat.use.weight is None else seat.use.weight for seat in self._seats
        ]
        self._plans: dict[tuple[tuple[Fact, ...], frozenset[str]], _Plan] = {}

    def acts(self, facts: tuple[Fact, ...], ignored: frozenset[str] = frozenset()) -> Collection[str]:
        """List the acts that the rules look at where these facts hold."""
        return self._planned(facts, ignored).by_act.keys()

    def judge(self, reading: Reading, facts: tuple[Fact, ...], ignored: frozenset[str] = frozenset()) -> Sentence:
        """Give the verdicts on a reading; `facts` are in the order that the bench was made with."""
        plan = self._planned(facts, ignored)
        verdicts = plan.verdicts.copy()
        judged = plan.absent.copy()
        seats, earned = plan.always, plan.earned
        for act in reading.acts:
            more = plan.by_act.get(act)
            if more is not None:
                seats = seats + more
        for seat in seats:
            ruling = seat.check.judge(reading)
            if ruling is not seat.check.absent:
                position = seat.position
                before = verdicts[position].status
                status = self._say(seat, ruling, verdicts)
                if status in _SPEAKING:
                    judged[position] = Judged(seat.rule, seat.use.severity, status, ruling)
                else:
                    judged.pop(position, None)
                if status != before:
                    weight = self._weights[position]
                    earned += weight if status == "pass" else -weight if before == "pass" else 0
        return self._sum_up(verdicts, [judged[position] for position in sorted(judged)], earned)

    def _planned(self, facts: tuple[Fact, ...], ignored: frozenset[str]) -> _Plan:
        plan = self._plans.get((facts, ignored))
        if plan is None:
            plan = self._plan(facts, ignored)
            if len(self._plans) < _MOST_PLANS:
                self._plans[facts, ignored] = plan
        return plan

    def _say(self, seat: _Seat, ruling: Ruling, verdicts: list[Verdict]) -> str:
        status, evidence = ruling.status, ruling.evidence
        if seat.doubtful and status == "fail":
            status, evidence = "unsure", f"{evidence}; {seat.doubtful} is not certain".removeprefix("; ")
        verdicts[seat.position] = Verdict.trusted({"rule": seat.rule.name, "status": status, "evidence": evidence})
        return status

    def _sum_up(self, verdicts: list[Verdict], findings: list[Judged], earned: int) -> Sentence:
        """Score: of the weight of the rules that passed or failed, the share that passed; 0 where one fails the reply.

        A rule weighs what the channel says of it, or what its severity weighs there.
        """
        possible = earned
        passed, doomed = True, False
        for found in findings:
            if found.status == "fail":
                near = found.rule.near if found.ruling.near else None
                severity = found.severity
                if near is not None and LEVELS[near.severity] < LEVELS[severity]:
                    severity = near.severity
                use = self._channel.uses[found.rule.name]
                possible += self._channel.weights[severity] if use.weight is None else use.weight
                passed = passed and LEVELS[severity] < self._fail_level
                doomed = doomed or use.auto_fail
        score = 0 if doomed else round(100 * earned / possible) if possible else 100
        return Sentence(tuple(verdicts), findings, passed, score)

    def _plan(self, values: tuple[Fact, ...], ignored: frozenset[str]) -> _Plan:
        facts = dict(zip(self._facts, values, strict=True))
        plan = _Plan([], {}, [], {}, 0)
        for seat in self._seats:
            if seat.rule.name in ignored or seat.rule.name in self._channel.ignore:
                plan.verdicts.append(Verdict(rule=seat.rule.name, status="not_applicable", evidence="ignored"))
                continue
            conditions = seat.rule.when if seat.use.when is None else seat.use.when
            failed = next((one for one in conditions if facts[one.key] not in (None, one.value)), None)
            if failed is not None:
                plan.verdicts.append(_not_applicable(seat.rule, failed))
                continue
            doubtful = next((one.key for one in reversed(conditions) if facts[one.key] is None), "")
            held = seat._replace(doubtful=doubtful)
            absent = seat.check.absent
            plan.verdicts.append(Verdict(rule=seat.rule.name, status="pass"))
            if absent is None:
                plan.always.append(held)
                continue
            status = self._say(held, absent, plan.verdicts)
            if status in _SPEAKING:
                plan.absent[seat.position] = Judged(seat.rule, seat.use.severity, status, absent)
            for act in seat.check.acts:
                plan.by_act.setdefault(act, []).append(held)
        passing = (
            weight for verdict, weight in zip(plan.verdicts, self._weights, strict=True) if verdict.status == "pass"
        )
        return plan._replace(earned=sum(passing))


def _not_applicable(rule: Rule, condition: Condition) -> Verdict:
    evidence = f"only when {condition.key} is {str(condition.value).lower()}"
    return Verdict(rule=rule.name, status="not_applicable", evidence=evidence)
