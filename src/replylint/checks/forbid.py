"""`forbid`: an act must not be there, unless another act lifts the ban."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse

_CLEAN = Ruling("pass")


def forbid(rule: Rule, use: RuleUse) -> Check:  # noqa: ARG001  every check is made of the same two
    """Fail at the first strong match, be unsure at a weak one."""
    act_name: str = rule.options["act"]
    segments: tuple[str, ...] = rule.options["in"]
    unless: str = rule.options.get("unless", "")

    def judge(reading: Reading) -> Ruling:
        acts = [act for act in reading.acts.get(act_name, ()) if not segments or reading.within(act, segments)]
        if not acts:
            return _CLEAN
        lifting = reading.acts.get(unless)
        if lifting:
            return Ruling("pass", lifting[0].text)
        worst = next((act for act in acts if act.sure), acts[0])
        return Ruling("fail" if worst.sure else "unsure", worst.text, worst, None, {"words": worst.text})

    return Check(judge, (act_name,), _CLEAN)
