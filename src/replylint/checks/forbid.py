"""`forbid`: an act must not be there, unless another act lifts the ban."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling
from replylint.text.view import view

if TYPE_CHECKING:
    from replylint.model import Act
    from replylint.rulebook.model import Rule, RuleUse

_CLEAN = Ruling("pass")


def forbid(rule: Rule, use: RuleUse) -> Check:
    """Fail at the first strong match, be unsure at a weak one; what the channel allows is no match.

    An act named by `in_public` is forbidden too where everybody can read the reply.
    """
    act_name: str = rule.options["act"]
    segments: tuple[str, ...] = rule.options["in"]
    unless: str = rule.options.get("unless", "")
    in_public: str = rule.options.get("in_public", "")
    allowed = frozenset(map(_bare, use.allow))

    def judge(reading: Reading) -> Ruling:
        found: list[Act] = reading.acts.get(act_name, [])
        if in_public and reading.public:
            found = [*found, *reading.acts.get(in_public, ())]
        acts = [
            act
            for act in found
            if (not segments or reading.within(act, segments)) and not (allowed and _bare(act.text) in allowed)
        ]
        if not acts:
            return _CLEAN
        lifting = reading.acts.get(unless)
        if lifting:
            return Ruling("pass", lifting[0].text)
        worst = next((act for act in acts if act.sure), acts[0])
        return Ruling("fail" if worst.sure else "unsure", worst.text, worst, None, {"words": worst.text})

    return Check(judge, tuple(filter(None, (act_name, in_public))), _CLEAN)


def _bare(text: str) -> str:
    """Leave letters and digits only, folded, so that spaces and dashes in a number make no difference."""
    return "".join(filter(str.isalnum, view(text).text))
