"""What a rule file may say of checks, weights, facts and examples, and what is said of a mistake in it."""

from __future__ import annotations

import json

import pytest

from replylint.errors import RulebookError
from replylint.rulebook.load import parse
from replylint.rulebook.sources import Source

BOTH = {"en": "A probe.", "ar": "تجربة."}
ACT = {"act": "zorb", "summary": BOTH, "en": {"phrases": ["zorb"]}, "examples": [{"en": "We zorb.", "has": True}]}
CUSTOMER = {**ACT, "act": "complaint", "of": ["customer"]}
GOOD = {"en": "We zorb.", "good": True}
RULE = {
    **dict.fromkeys(("summary", "message", "why"), BOTH),
    "source": "ours",
    "severity": "warning",
    "examples": [GOOD],
}
CHECKS = {
    "required": {"require": "zorb"},
    "forbidden": {"forbid": "zorb"},
    "measured": {"measure": "words", "max": 9},
    "counted": {"count": "zorb", "max": 2},
    "first": {"first": "zorb", "within": 3},
    "matched": {"match": "issue"},
    "named": {"name": "used"},
}


def sources(rule: dict | None = None, channel: dict | None = None, uses: dict | None = None) -> list[Source]:
    rules = {name: {**RULE, "rule": name, "check": check} for name, check in CHECKS.items()}
    if rule is not None:
        rules["probe"] = {**RULE, "rule": "probe", "check": CHECKS["required"], **rule}
    files = [("acts", "zorb", ACT), ("acts", "complaint", CUSTOMER)]
    files += [("etiquette", name, text) for name, text in rules.items()]
    head = {"channel": "fax", "summary": BOTH, "rules": dict.fromkeys(rules, "warning") | (uses or {})}
    files.append(("channels", "fax", {**head, **(channel or {})}))
    return [Source(0, room, f"{room}/{name}.yaml", json.dumps(text, ensure_ascii=False)) for room, name, text in files]


def complaints(**given: dict) -> list[tuple[str, str, str]]:
    with pytest.raises(RulebookError) as error:
        parse(sources(**given))
    return [(one.file, one.path, one.message) for one in error.value.problems]


WRONG_RULES = [
    ({"check": {"require": "zorb", "max": 2}}, "check.max", 'unknown key "max"; known: in, require'),
    ({"check": {"require": "zorb", "unless": "zorb"}}, "check.unless", 'unknown key "unless"'),
    ({"check": {"forbid": "zorb", "in_publik": "zorb"}}, "check.in_publik", 'unknown key "in_publik"; did you mean "in_public"?'),
    ({"check": {"forbid": "zorb", "in_public": "zrob"}}, "check.in_public", 'unknown act "zrob"; did you mean "zorb"?'),
    ({"check": {"forbid": "complaint"}}, "check.forbid", 'unknown act "complaint"'),  # an act of the customer's
    ({"check": {"count": "zorb"}}, "check", 'a count needs a "min" or a "max"'),
    ({"check": {"count": "zrob", "max": 1}}, "check.count", 'unknown act "zrob"; did you mean "zorb"?'),
    ({"check": {"count": "zorb", "max": -1}}, "check.max", "a bad limit: a whole number from 0 is needed"),
    ({"check": {"count": "zorb", "within": 1, "max": 1}}, "check.within", 'unknown key "within"'),
    ({"check": {"first": "zorb", "within": -1}}, "check.within", "a bad limit: a whole number from 0 is needed"),
    ({"check": {"first": "zorb", "within": "three"}}, "check.within", 'a bad limit: a whole number from 0 is needed, not "three"'),
    ({"check": {"first": "zorb", "within": True}}, "check.within", "a bad limit: a whole number from 0 is needed"),
    ({"check": {"first": "zorb", "in": ["body"]}}, "check.in", 'unknown key "in"'),
    ({"check": {"match": "isue"}}, "check.match", 'unknown thing to match "isue"; did you mean "issue"?'),
    ({"check": {"match": "issue", "max": 1}}, "check.max", 'unknown key "max"'),
    ({"check": {"measure": "ring", "max": 1}}, "check.measure", 'unknown measure "ring"; did you mean "rings"?'),
    ({"check": {"measure": "words", "max": 1, "allow": ["a"]}}, "check.allow", 'unknown key "allow"'),
    ({"check": {"require": "zorb", "forbid": "zorb"}}, "check", "a check is one of require, forbid, measure, count, first, match, name or plugin"),
    ({"status": "beta"}, "status", 'unknown status "beta"; known: deprecated, preview, stable'),
    ({"fix": {"clean": "hidden", "safety": "safe"}}, "fix.clean", 'unknown thing to clean "hidden"'),
    ({"fix": {"collapse": "subjekt", "safety": "safe"}}, "fix.collapse", 'unknown thing to collapse "subjekt"; did you mean "subject"?'),
    ({"fix": {"clean": "hidden_characters"}}, "fix", 'key "safety" is missing'),
    ({"fix": {"clean": "hidden_characters", "safety": "sure"}}, "fix.safety", 'unknown safety "sure"'),
    ({"aliases": "old"}, "aliases", "a list is needed here"),
    ({"aliases": [""]}, "aliases", "a text is needed here"),
    ({"when": {"attachments": "none"}}, "when.attachments", 'true or false is needed here, not "none"'),
    ({"when": {"needs_anser": True}}, "when.needs_anser", 'unknown key "needs_anser"; did you mean "needs_answer"?'),
    ({"when": {"zorb": True}}, "when.zorb", 'unknown key "zorb"'),  # an act of the agent's is no condition
    ({"examples": [{**GOOD, "minutes": -1}]}, "examples[0].minutes", "a bad limit: a whole number from 0 is needed"),
    ({"examples": [{**GOOD, "minutes": 1.5}]}, "examples[0].minutes", "a bad limit: a whole number from 0 is needed"),
    ({"examples": [GOOD, {**GOOD, "rings": "three"}]}, "examples[1].rings", "a bad limit: a whole number from 0 is needed"),
    ({"examples": [{**GOOD, "attachments": "a.pdf"}]}, "examples[0].attachments", "a list is needed here"),
    ({"examples": [{**GOOD, "attachments": [7]}]}, "examples[0].attachments", "a text is needed here"),
    ({"examples": [{**GOOD, "customer_name": 7}]}, "examples[0].customer_name", "a text is needed here"),
    ({"examples": [{**GOOD, "public": "yes"}]}, "examples[0].public", "true or false is needed here"),
    ({"examples": [{**GOOD, "minute": 1}]}, "examples[0].minute", 'unknown key "minute"; did you mean "minutes"?'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "message"), WRONG_RULES)
def test_a_mistake_in_a_rule_is_named_once_with_its_path(rule, path, message):
    found = complaints(rule=rule)
    assert [one[:2] for one in found] == [("etiquette/probe.yaml", path)]
    assert found[0][2].startswith(message)


WRONG_USES = [
    ({"measured": {"allow": ["a"]}}, "rules.measured.allow", 'unknown key "allow"'),
    ({"required": {"allow": ["a"]}}, "rules.required.allow", 'unknown key "allow"'),
    ({"forbidden": {"allow": "a"}}, "rules.forbidden", "a list is needed here"),
    ({"forbidden": {"allow": [""]}}, "rules.forbidden.allow", "a text is needed here"),
    ({"forbidden": {"max": 1}}, "rules.forbidden.max", 'unknown key "max"'),
    ({"forbidden": {"measure": "words"}}, "rules.forbidden.measure", 'unknown key "measure"'),
    ({"counted": {"measure": "words"}}, "rules.counted.measure", 'unknown key "measure"'),
    ({"first": {"within": 2}}, "rules.first.within", 'unknown key "within"'),
    ({"measured": {"measure": "wrods"}}, "rules.measured.measure", 'unknown measure "wrods"; did you mean "words"?'),
    ({"measured": {"min": 10}}, "rules.measured", "a bad limit: min 10 is above max 9"),
    ({"counted": {"min": 3}}, "rules.counted", "a bad limit: min 3 is above max 2"),
    ({"required": {"weight": -1}}, "rules.required.weight", "a bad limit: a whole number from 0 is needed"),
    ({"required": {"weight": "heavy"}}, "rules.required.weight", "a bad limit: a whole number from 0 is needed"),
    ({"required": {"auto_fail": 1}}, "rules.required.auto_fail", "true or false is needed here"),
    ({"required": {"wieght": 1}}, "rules.required.wieght", 'unknown key "wieght"; did you mean "weight"?'),
    ({"required": {"when": {"pubic": True}}}, "rules.required.when.pubic", 'unknown key "pubic"; did you mean "public"?'),
    ({"required": 5}, "rules.required", "a mapping with the keys"),
]  # fmt: skip


@pytest.mark.parametrize(("uses", "path", "message"), WRONG_USES)
def test_a_mistake_in_how_a_channel_uses_a_rule_is_named(uses, path, message):
    found = complaints(uses=uses)
    assert [one[:2] for one in found] == [("channels/fax.yaml", path)]
    assert found[0][2].startswith(message)


WRONG_CHANNELS = [
    ({"weights": {"eror": 5}}, "weights.eror", 'unknown key "eror"; did you mean "error"?'),
    ({"weights": {"error": -5}}, "weights.error", "a bad limit: a whole number from 0 is needed"),
    ({"weights": {"error": 0.5}}, "weights.error", "a bad limit: a whole number from 0 is needed"),
    ({"weights": 5}, "weights", "a mapping with the keys error, info, warning is needed here"),
    ({"ignore": ["measurd"]}, "ignore", 'unknown rule "measurd"; did you mean "measured"?'),
    ({"ignore": "measured"}, "ignore", "a list is needed here"),
    ({"ignore": [7]}, "ignore", 'unknown rule "7"'),
    ({"rules": {"measurd": "error"}}, "rules.measurd", 'unknown rule "measurd"; did you mean "measured"?'),
]


@pytest.mark.parametrize(("channel", "path", "message"), WRONG_CHANNELS)
def test_a_mistake_in_a_channel_is_named(channel, path, message):
    found = [one for one in complaints(channel=channel) if one[1] == path]
    assert [one[0] for one in found] == ["channels/fax.yaml"]
    assert found[0][2].startswith(message)


def test_what_is_right_is_read_as_it_is_written():
    example = {**GOOD, "minutes": 30, "rings": 2, "attachments": ["a.pdf", "ب.png"], "max": 4}
    fix = {"clean": "hidden_characters", "safety": "safe"}
    rule = {"status": "deprecated", "aliases": ["old", "older"], "examples": [example], "fix": fix}
    uses = {
        "older": {"weight": 0, "auto_fail": True},
        "forbidden": {"allow": [920001234, "a-b"]},
        "measured": {"measure": "rings", "max": 3},
        "counted": {"min": 1},
    }
    channel = {"weights": {"info": 0}, "ignore": ["old", "first"]}
    given = sources(rule, channel)
    head = json.loads(given[-1].text)
    head["rules"] = {"required": "error", **uses}
    book = parse([*given[:-1], Source(0, "channels", "channels/fax.yaml", json.dumps(head))])
    probe, fax = book.rules["probe"], book.channels["fax"]
    assert (probe.status, probe.aliases, probe.fix.kind) == ("deprecated", ("old", "older"), "clean")
    assert probe.examples[0].context == {"minutes": 30, "rings": 2, "attachments": ["a.pdf", "ب.png"]}
    assert probe.examples[0].limits == {"max": 4}
    assert set(fax.uses) == {"required", "forbidden", "measured", "counted", "probe"}
    assert (fax.uses["probe"].weight, fax.uses["probe"].auto_fail) == (0, True)
    assert fax.uses["forbidden"].allow == ("920001234", "a-b")
    assert (fax.uses["measured"].measure, fax.uses["measured"].limits) == ("rings", {"max": 3})
    assert fax.uses["counted"].limits == {"min": 1, "max": 2}
    assert fax.weights == {"error": 5, "warning": 2, "info": 0}
    assert fax.ignore == ("probe", "first")


def test_a_channel_that_extends_another_keeps_its_weights_and_what_it_ignores():
    given = sources(channel={"weights": {"info": 7}, "ignore": ["first"]})
    for more, weights, ignore in (
        ({}, {"error": 5, "warning": 2, "info": 7}, ("first",)),
        ({"weights": {"error": 1}, "ignore": ["named"]}, {"error": 1, "warning": 2, "info": 7}, ("named",)),
    ):
        text = json.dumps({"channel": "telex", "extends": "fax", **more})
        telex = parse([*given, Source(0, "channels", "channels/telex.yaml", text)]).channels["telex"]
        assert (telex.weights, telex.ignore) == (weights, ignore)


def test_a_channel_may_ignore_nothing_of_what_the_other_ignores():
    text = json.dumps({"channel": "telex", "extends": "fax", "ignore": []})
    given = [*sources(channel={"ignore": ["first"]}), Source(0, "channels", "channels/telex.yaml", text)]
    assert parse(given).channels["telex"].ignore == ()


@pytest.mark.parametrize(
    ("name", "message"),
    [("required", '"required" is already the name of required'), ("old", '"old" is already the name of ')],
)
def test_two_rules_of_one_name_old_or_not_are_an_error(name, message):
    given = sources({"aliases": [name]})
    other = {**RULE, "rule": "other", "check": CHECKS["required"], "aliases": ["old"]}
    with pytest.raises(RulebookError) as error:
        parse([*given, Source(0, "etiquette", "etiquette/other.yaml", json.dumps(other))])
    assert [(one.path, one.message.startswith(message)) for one in error.value.problems] == [("aliases", True)]
