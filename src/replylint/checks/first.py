"""`first`: where an act is done, it opens the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling
from replylint.text.measure import words

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse

_CLEAN = Ruling("pass")


def first(rule: Rule, use: RuleUse) -> Check:  # noqa: ARG001  every check is made of the same two
    """Fail when more than `within` words stand before the first match; a reply without the act passes."""
    act_name: str = rule.options["act"]
    within: int = rule.options["within"]

    def judge(reading: Reading) -> Ruling:
        act = next((act for act in reading.acts.get(act_name, ()) if act.sure), None)
        if act is None:
            return _CLEAN
        start = reading.seen.position(reading.layout.start)
        before = words(reading.draft.text[start : act.start])
        if before <= within:
            return Ruling("pass", act.text)
        return Ruling("fail", act.text, act, None, {"words": act.text, "actual": before, "limit": within})

    return Check(judge, (act_name,), _CLEAN)
