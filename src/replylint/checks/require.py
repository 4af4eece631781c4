"""`require`: an act must be there, in one of the named segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse

# Where an act that is missing would go.
_ANCHORS = {"greeting": "start", "closing": "end", "offer_help": "before-closing"}


def require(rule: Rule, use: RuleUse) -> Check:  # noqa: ARG001  every check is made of the same two
    """Pass with the first strong match, be unsure with a weak one, fail with the place where the act would go."""
    act_name: str = rule.options["act"]
    segments: tuple[str, ...] = rule.options["in"]
    anchor = _ANCHORS.get(act_name, rule.fix.at if rule.fix and rule.fix.kind == "insert" else "after-greeting")
    missing = Ruling("fail", anchor=anchor)

    def judge(reading: Reading) -> Ruling:
        weak = None
        for act in reading.acts.get(act_name, ()):
            if not segments or reading.within(act, segments):
                if act.sure:
                    return Ruling("pass", act.text)
                weak = act
        return Ruling("unsure", weak.text, weak) if weak else missing

    return Check(judge, (act_name,), missing)
