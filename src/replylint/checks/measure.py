"""`measure`: a number about the draft must keep its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling
from replylint.text.measure import longest_sentence_at_most

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse

_PARTS = ("longest_sentence", "longest_paragraph")  # no longer than the reply itself
_UNITS = {
    "longest_sentence": "words in the longest sentence",
    "longest_paragraph": "words in the longest paragraph",
    "response_minutes": "minutes",
    "subject_words": "words in the subject",
    "subject_characters": "characters in the subject",
    "subject_lines": "lines in the subject",
}
_UNKNOWN = Ruling("not_applicable", "not known")


def measure(rule: Rule, use: RuleUse) -> Check:
    """Fail below `min` or above `max`; the channel's limits win over the rule's."""
    name: str = use.measure or rule.options["measure"]
    low, high = use.limits.get("min"), use.limits.get("max")
    anchor = "subject" if name.startswith("subject_") else "end"
    unit = _UNITS.get(name, name.replace("_", " "))

    def judge(reading: Reading) -> Ruling:
        if name in _PARTS and high is not None and low is None:
            most = reading.measured("words")
            if most is not None and most > high and name == "longest_sentence":
                most = longest_sentence_at_most(reading.body())
            if most is not None and most <= high:
                return Ruling("pass", f"at most {most} words")
        actual = reading.measured(name)
        if actual is None:
            return _UNKNOWN
        if low is not None and actual < low:
            limit = low
        elif high is not None and actual > high:
            limit = high
        else:
            return Ruling("pass", f"{actual} {unit}")
        return Ruling("fail", f"{actual} {unit}, limit {limit}", None, anchor, {"actual": actual, "limit": limit})

    return Check(judge)
