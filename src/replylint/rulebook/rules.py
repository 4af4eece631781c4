"""Read a rule file and a channel file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from replylint.rulebook.examples import rule_example
from replylint.rulebook.model import (
    MATCHES,
    SEGMENTS,
    SEVERITIES,
    STATUSES,
    Condition,
    FixPlan,
    Near,
    Rule,
    RuleUse,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from replylint.rulebook.reader import Reader
    from replylint.rulebook.yaml import Value

FACTS = (
    "first_reply", "name_known", "gender_known", "public", "customer_message", "attachments", "needs_answer", "language",
)  # fmt: skip
MEASURES = (
    "words", "sentences", "characters", "paragraphs", "longest_sentence", "longest_paragraph",
    "subject_words", "subject_characters", "subject_lines", "response_minutes", "rings",
)  # fmt: skip
LIMITED = ("measure", "count")  # checks whose limits a channel may change
ANCHORS = ("start", "after-greeting", "before-closing", "end")
_RULE_KEYS = (
    "rule", "summary", "message", "why", "source", "check", "when", "severity", "near", "fix", "status", "aliases",
    "examples",
)  # fmt: skip
_NEEDED = ("rule", "summary", "message", "why", "source", "check", "severity", "examples")
_CHECK_KEYS: Mapping[str, tuple[str, ...]] = {
    "require": ("require", "in"),
    "forbid": ("forbid", "in", "unless", "in_public"),
    "measure": ("measure", "min", "max"),
    "count": ("count", "in", "min", "max"),
    "first": ("first", "within"),
    "match": ("match",),
    "name": ("name",),
}


def read_rule(reader: Reader, root: Value, acts: Collection[str], customer_acts: Collection[str]) -> Rule | None:
    """Read one rule."""
    found = reader.fields(root, "", _RULE_KEYS, _NEEDED)
    if "rule" not in found:
        return None
    check, options = _check(reader, found.get("check"), acts)
    examples = [
        example
        for number, item in enumerate(reader.items(found.get("examples"), "examples"))
        if (example := rule_example(reader, item, f"examples[{number}]"))
    ]
    if "examples" in found and not examples:
        reader.wrong(found["examples"], "examples", "a rule without examples cannot be proved: write some")
    return Rule(
        name=reader.text(found["rule"], "rule"),
        summary=reader.both(found.get("summary"), "summary"),
        message=reader.both(found.get("message"), "message"),
        why=reader.both(found.get("why"), "why"),
        source=reader.text(found.get("source"), "source"),
        check=check,
        options=options,
        when=read_when(reader, found.get("when"), "when", customer_acts),
        severity=reader.word(found.get("severity"), "severity", SEVERITIES, "severity", "warning"),
        fix=_fix(reader, found.get("fix")),
        examples=tuple(examples),
        near=_near(reader, found.get("near")),
        status=reader.word(found.get("status"), "status", STATUSES, "status", "stable"),
        aliases=tuple(reader.text(item, "aliases") for item in reader.items(found.get("aliases"), "aliases")),
        place=reader.place(root, ""),
    )


def read_when(reader: Reader, value: Value | None, path: str, customer_acts: Collection[str]) -> tuple[Condition, ...]:
    """Read conditions: facts about the draft, and acts of the customer's message."""
    if value is None:
        return ()
    found = reader.fields(value, path, (*FACTS, *customer_acts))
    conditions = []
    for key, item in found.items():
        if key == "language":
            conditions.append(Condition(key, reader.word(item, f"{path}.language", ("ar", "en", "mixed"), "language")))
        else:
            conditions.append(Condition(key, reader.flag(item, f"{path}.{key}")))
    return tuple(conditions)


def read_use(reader: Reader, value: Value, path: str, rule: Rule, customer_acts: Collection[str]) -> RuleUse | None:
    """Read how a channel uses a rule: a severity, `off`, or a mapping; None when the rule is off."""
    if value.data == "off":
        return None
    limited = rule.check in LIMITED
    own: dict[str, int] = {}
    if limited:
        own = {str(key): number for key, number in rule.options.items() if key in {"min", "max"}}
    if isinstance(value.data, str):
        return RuleUse(rule.name, reader.word(value, path, (*SEVERITIES, "off"), "severity", rule.severity), None, own)
    keys = ["severity", "when", "weight", "auto_fail"]
    keys += ["min", "max"] if limited else []
    keys += {"measure": ["measure"], "forbid": ["allow"]}.get(rule.check, [])
    found = reader.fields(value, path, keys)
    merged = {**own, **_limits(reader, found, path)}
    if merged.get("min", 0) > merged.get("max", merged.get("min", 0)):
        reader.wrong(value, path, f"a bad limit: min {merged['min']} is above max {merged['max']}")
    return RuleUse(
        rule=rule.name,
        severity=reader.word(found.get("severity"), f"{path}.severity", SEVERITIES, "severity", rule.severity),
        when=read_when(reader, found["when"], f"{path}.when", customer_acts) if "when" in found else None,
        limits=merged,
        measure=reader.word(found.get("measure"), f"{path}.measure", MEASURES, "measure") or None,
        weight=reader.count(found["weight"], f"{path}.weight") if "weight" in found else None,
        auto_fail=reader.flag(found.get("auto_fail"), f"{path}.auto_fail"),
        allow=tuple(reader.scalar_text(item, f"{path}.allow") for item in reader.items(found.get("allow"), path)),
    )


def _check(reader: Reader, value: Value | None, acts: Collection[str]) -> tuple[str, Mapping[str, Any]]:
    if value is None:
        return "", {}
    kinds = [kind for kind in _CHECK_KEYS if isinstance(value.data, dict) and kind in value.data]
    if isinstance(value.data, dict) and "plugin" in value.data:
        own = {key: _plain(item) for key, item in value.data.items() if key != "plugin"}
        return "plugin", {"plugin": reader.text(value.data["plugin"], "check.plugin"), "options": own}
    if len(kinds) != 1:
        reader.wrong(value, "check", f"a check is one of {', '.join(_CHECK_KEYS)} or plugin")
        return "", {}
    kind = kinds[0]
    found = reader.fields(value, "check", _CHECK_KEYS[kind])
    options: dict[str, Any] = {}
    if kind in {"require", "forbid", "count", "first"}:
        options["act"] = reader.word(found[kind], f"check.{kind}", acts, "act")
    if "in" in _CHECK_KEYS[kind]:
        options["in"] = reader.words(found.get("in"), "check.in", SEGMENTS, "segment")
    for key in ("unless", "in_public"):
        if key in found:
            options[key] = reader.word(found[key], f"check.{key}", acts, "act")
    if kind == "name":
        options["name"] = reader.word(found["name"], "check.name", ("used", "right"), "kind of name check")
    elif kind == "match":
        options["match"] = reader.word(found["match"], "check.match", MATCHES, "thing to match")
    elif kind == "first":
        options["within"] = reader.count(found["within"], "check.within") if "within" in found else 0
    elif kind == "measure":
        options["measure"] = reader.word(found["measure"], "check.measure", MEASURES, "measure")
    if kind in LIMITED:
        limits = _limits(reader, found, "check")
        if not limits:
            reader.wrong(value, "check", f'a {kind} needs a "min" or a "max"')
        options.update(limits)
    return kind, options


def _limits(reader: Reader, found: Mapping[str, Value], path: str) -> dict[str, int]:
    return {key: reader.count(found[key], f"{path}.{key}") for key in ("min", "max") if key in found}


def _near(reader: Reader, value: Value | None) -> Near | None:
    if value is None:
        return None
    found = reader.fields(value, "near", ("severity", "message"), ("severity", "message"))
    severity = reader.word(found.get("severity"), "near.severity", SEVERITIES, "severity", "warning")
    return Near(severity, reader.both(found.get("message"), "near.message"))


def _fix(reader: Reader, value: Value | None) -> FixPlan | None:
    if value is None:
        return None
    found = reader.fields(value, "fix", ("insert", "insert_unnamed", "at", "collapse", "clean", "safety"), ("safety",))
    safety = cast("Any", reader.word(found.get("safety"), "fix.safety", ("safe", "unsafe"), "safety", "unsafe"))
    if "collapse" in found:
        reader.word(found["collapse"], "fix.collapse", ("subject",), "thing to collapse")
        return FixPlan("collapse", safety)
    if "clean" in found:
        reader.word(found["clean"], "fix.clean", ("hidden_characters",), "thing to clean")
        return FixPlan("clean", safety)
    if "insert" not in found:
        reader.wrong(value, "fix", 'a fix needs "insert", "collapse" or "clean"')
        return None
    return FixPlan(
        "insert",
        safety,
        reader.word(found.get("at"), "fix.at", ANCHORS, "place", "start"),
        reader.both(found["insert"], "fix.insert"),
        reader.both(found.get("insert_unnamed"), "fix.insert_unnamed"),
    )


def _plain(value: Value) -> Any:
    if isinstance(value.data, dict):
        return {key: _plain(item) for key, item in value.data.items()}
    if isinstance(value.data, list):
        return [_plain(item) for item in value.data]
    return value.data
