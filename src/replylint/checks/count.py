"""`count`: an act must not be done too often, or too seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse


def count(rule: Rule, use: RuleUse) -> Check:
    """Fail below `min` or above `max` sure matches; the channel's limits win over the rule's."""
    act_name: str = rule.options["act"]
    segments: tuple[str, ...] = rule.options["in"]
    low, high = use.limits.get("min", 0), use.limits.get("max")

    def judge(reading: Reading) -> Ruling:
        acts = [
            act
            for act in reading.acts.get(act_name, ())
            if act.sure and (not segments or reading.within(act, segments))
        ]
        actual = len(acts)
        if actual < low:
            return Ruling("fail", f"{actual}, limit {low}", None, "after-greeting", {"actual": actual, "limit": low})
        if high is not None and actual > high:
            extra = acts[high]
            values = {"actual": actual, "limit": high, "words": extra.text}
            return Ruling("fail", extra.text, extra, None, values)
        return Ruling("pass", str(actual))

    nothing = Ruling("pass", "0")
    if low:
        nothing = Ruling("fail", f"0, limit {low}", None, "after-greeting", {"actual": 0, "limit": low})
    return Check(judge, (act_name,), nothing)
