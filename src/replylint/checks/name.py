"""`name`: the customer is called by a name (`used`), and by the right one (`right`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks.reading import Check, Reading, Ruling

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse


def name(rule: Rule, use: RuleUse) -> Check:  # noqa: ARG001  every check is made of the same two
    """Give the judge for `used` or `right`."""
    if rule.options["name"] == "used":
        return Check(_used)  # what it says of a missing name depends on the customer
    return Check(_right, ("other_name", "misspelt_name", "customer_name"), Ruling("pass"))


def _used(reading: Reading) -> Ruling:
    acts = reading.acts.get("customer_name", ())
    for act in acts:
        if act.sure:
            return Ruling("pass", act.text)
    if acts:
        return Ruling("unsure", acts[0].text, acts[0], None, _values(reading, acts[0].text))
    return Ruling("fail", anchor="after-greeting", values=_values(reading, ""))


def _right(reading: Reading) -> Ruling:
    for act in reading.acts.get("other_name", ()):
        return Ruling("fail", act.text, act, None, _values(reading, act.text))
    for act in reading.acts.get("misspelt_name", ()):
        return Ruling("fail", act.text, act, None, _values(reading, act.text), near=True)
    acts = reading.acts.get("customer_name", ())
    if acts and not acts[0].sure:
        return Ruling("unsure", acts[0].text, acts[0], None, _values(reading, acts[0].text))
    return Ruling("pass", acts[0].text if acts else "")


def _values(reading: Reading, found: str) -> dict[str, object]:
    customer = reading.draft.customer
    return {"found": found, "name": customer.preferred_name or customer.name or ""}
