"""The score by weights, rules left out, and the facts that conditions ask about."""

from __future__ import annotations

import pickle

import pytest

import replylint
from replylint import ConfigError, Draft, Linter

ACTS = {
    **{name: {"en": {"phrases": [name], "maybe": [f"{name}ish"]}} for name in ("zorb", "blick", "gronk")},
    "complaint": {"of": ["customer"], "en": {"phrases": ["broken"], "maybe": ["slow"]}},
    "question": {"of": ["customer"], "en": {"phrases": ["when"], "maybe": ["perhaps"]}},
}
RULES = {
    "zorb-missing": {"check": {"require": "zorb"}, "severity": "error", "aliases": ["zorb-gone", "no-zorb"]},
    "blick-missing": {"check": {"require": "blick"}, "severity": "warning"},
    "gronk-missing": {"check": {"require": "gronk"}, "severity": "info"},
}


@pytest.fixture(scope="module")
def plain(tiny):
    return tiny(ACTS, RULES)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("zorb blick gronk", 100),
        ("zorb blick", 88),  # 7 of 8
        ("zorb gronk", 75),
        ("blick gronk", 38),
        ("zorb", 62),  # 5 of 8, to the even number
        ("gronk", 12),
        ("Ok.", 0),
        ("zorb gronkish", 71),  # 5 of 7: an unsure verdict is left out
        ("zorbish blick", 67),
        ("zorbish blickish gronkish", 100),  # nothing to weigh
    ],
)
def test_an_error_weighs_5_a_warning_2_and_an_info_1(plain, text, score):
    assert plain.lint(Draft(text=text)).score == score


@pytest.mark.parametrize(
    ("channel", "text", "score"),
    [
        ({"weights": {"warning": 5}}, "zorb", 45),  # 5 of 11; the others weigh what they did
        ({"weights": {"error": 0, "warning": 3, "info": 1}}, "blick", 75),
        ({"weights": {"error": 0, "warning": 0, "info": 0}}, "Ok.", 100),
        ({"rules": {"zorb-missing": {"weight": 1}, "gronk-missing": {"weight": 7}}}, "zorb", 12),
        ({"rules": {"zorb-missing": {"weight": 0}, "gronk-missing": {}}}, "gronk", 100),
        ({"rules": {"zorb-missing": {"severity": "info"}, "gronk-missing": {}}}, "gronk", 50),
        ({"rules": {"zorb-missing": {"auto_fail": True}, "gronk-missing": {"weight": 99}}}, "gronk", 0),
        ({"rules": {"zorb-missing": {"auto_fail": True}, "gronk-missing": {}}}, "zorb", 83),
        ({"rules": {"zorb-missing": {"auto_fail": True}, "gronk-missing": {}}}, "zorbish gronk", 100),
        ({"rules": {"gronk-missing": {"auto_fail": True, "weight": 0}, "zorb-missing": {}}}, "zorb", 0),
        (
            {"rules": {"zorb-missing": {"auto_fail": True}, "gronk-missing": {}}, "ignore": ["zorb-missing"]},
            "gronk",
            100,
        ),
    ],
)
def test_a_channel_weighs_as_it_says(tiny, channel, text, score):
    assert tiny(ACTS, RULES, channel).lint(Draft(text=text)).score == score


def test_auto_fail_is_about_the_score_and_not_about_passing(tiny):
    channel = {"rules": {"gronk-missing": {"auto_fail": True}}}
    report = tiny(ACTS, RULES, channel).lint(Draft(text="Ok."))
    assert (report.score, report.passed) == (0, True)


def test_a_rule_that_does_not_apply_weighs_nothing(tiny):
    rules = {**RULES, "zorb-missing": {**RULES["zorb-missing"], "when": {"complaint": True}}}
    linter = tiny(ACTS, rules)
    assert linter.lint(Draft(text="blick")).score == 67
    assert linter.lint(Draft(text="blick", customer_message="It is broken.")).score == 25
    assert linter.lint(Draft(text="blick", customer_message="It is slow.")).score == 67  # doubtful, so unsure


def test_a_near_miss_weighs_as_much_as_its_own_severity(tiny):
    rule = {
        "check": {"name": "right"},
        "severity": "error",
        "near": {"severity": "info", "message": {"en": "n", "ar": "ق"}},
    }
    linter = tiny({"greeting": {"en": {"phrases": ["dear"]}}, **ACTS}, {"wrong": rule, **RULES})
    right, near, other = (
        linter.lint(Draft(text=f"Dear {name}, zorb blick.", customer={"name": "Hussein Ali"}))
        for name in ("Hussein", "Huseein", "Omar")
    )
    assert [one.score for one in (right, near, other)] == [92, 78, 54]
    assert [one.passed for one in (right, near, other)] == [True, True, False]


@pytest.mark.parametrize("name", ["zorb-missing", "zorb-gone", "no-zorb"])
def test_a_rule_is_ignored_per_call_per_linter_and_per_channel_by_any_of_its_names(tiny, plain, name):
    draft = Draft(text="blick gronk")
    reports = [
        plain.lint(draft, ignore=[name]),
        plain.ignoring([name]).lint(draft),
        next(plain.lint_many([draft], ignore=(name, name))),
        tiny(ACTS, RULES, {"ignore": [name]}).lint(draft),
        plain.ignoring(["gronk-missing"]).ignoring([]).lint(draft, ignore={name}),
    ]
    for report in reports:
        assert (report.verdicts[0].status, report.verdicts[0].evidence) == ("not_applicable", "ignored")
        assert (report.findings, report.score, report.passed) == ((), 100, True)


def test_ignoring_changes_nothing_else(plain):
    draft = Draft(text="Ok.")
    before = plain.lint(draft)
    less = plain.ignoring(["zorb-missing"])
    assert [one.rule for one in less.lint(draft).findings] == ["blick-missing", "gronk-missing"]
    assert [one.rule for one in less.lint(draft, ignore=["gronk-missing"]).findings] == ["blick-missing"]
    assert [one.rule for one in less.ignoring(["blick-missing"]).lint(draft).findings] == ["gronk-missing"]
    assert plain.lint(draft) == before
    assert [one.rule for one in less.lint(draft).verdicts] == list(RULES)


def test_an_unknown_rule_is_named_with_the_nearest(plain):
    for call in (
        lambda: plain.lint(Draft(text="Ok."), ignore=["zorb-mising", "gronk-missing", "xx"]),
        lambda: plain.ignoring(["zorb-mising", "xx"]),
    ):
        with pytest.raises(
            ConfigError, match=r'^unknown rule "zorb-mising"; did you mean "zorb-missing"\?; unknown rule "xx"; known: '
        ):
            call()


def test_the_flat_call_ignores_too():
    names = [one.rule for one in replylint.lint("It ships today.", ignore=["greeting-missing"]).findings]
    assert "thanks-missing" in names
    assert "greeting-missing" not in names
    with pytest.raises(ConfigError, match='did you mean "greeting-missing"'):
        replylint.lint("Hi", ignore=["greeting-mising"])


def test_pickling_keeps_what_is_ignored(plain):
    draft = Draft(text="Ok.")
    less = plain.ignoring(["zorb-gone", "gronk-missing"])
    copy: Linter = pickle.loads(pickle.dumps(less))  # noqa: S301  our own bytes
    assert copy.lint(draft) == less.lint(draft)
    assert [one.rule for one in copy.lint(draft).findings] == ["blick-missing"]
    assert len(pickle.loads(pickle.dumps(plain)).lint(draft).findings) == 3  # noqa: S301


def test_another_use_of_a_rule_keeps_what_is_ignored(plain):
    use = plain.rulebook.book.channels["email"].uses["blick-missing"]
    changed = plain.ignoring(["zorb-missing"]).with_use("email", use)
    assert [one.rule for one in changed.lint(Draft(text="Ok.")).findings] == ["blick-missing", "gronk-missing"]


@pytest.mark.parametrize(
    ("when", "more", "status"),
    [
        ({"attachments": False}, {}, "not_applicable"),
        ({"attachments": True}, {}, "not_applicable"),
        ({"attachments": False}, {"attachments": []}, "fail"),
        ({"attachments": True}, {"attachments": []}, "not_applicable"),
        ({"attachments": True}, {"attachments": ["a.pdf"]}, "fail"),
        ({"attachments": False}, {"attachments": ["a.pdf"]}, "not_applicable"),
        ({"needs_answer": True}, {}, "not_applicable"),
        ({"needs_answer": False}, {}, "fail"),
        ({"needs_answer": True}, {"customer_message": "Thank you."}, "not_applicable"),
        ({"needs_answer": True}, {"customer_message": "When?"}, "fail"),
        ({"needs_answer": True}, {"customer_message": "It is broken."}, "fail"),
        ({"needs_answer": True}, {"customer_message": "It is broken, perhaps."}, "fail"),
        ({"needs_answer": True}, {"customer_message": "It is slow."}, "unsure"),
        ({"needs_answer": True}, {"customer_message": "Slow, perhaps."}, "unsure"),
        ({"needs_answer": False}, {"customer_message": "It is slow."}, "unsure"),
        ({"needs_answer": False}, {"customer_message": "When?"}, "not_applicable"),
        ({"customer_message": True}, {}, "not_applicable"),
        ({"customer_message": True}, {"customer_message": " "}, "not_applicable"),
        ({"customer_message": False}, {"customer_message": " "}, "fail"),
        ({"language": "ar"}, {}, "not_applicable"),
        ({"language": "en"}, {}, "fail"),
    ],
)
def test_a_rule_applies_where_its_facts_hold(tiny, when, more, status):
    linter = tiny(ACTS, {"rule": {"check": {"require": "zorb"}, "when": when}})
    verdict = linter.lint(Draft.read({"text": "It ships today.", **more})).verdicts[0]
    assert verdict.status == status
    if status == "unsure":
        assert verdict.evidence == "needs_answer is not certain"


def test_the_condition_of_a_channel_replaces_that_of_the_rule(tiny):
    rule = {"check": {"require": "zorb"}, "when": {"complaint": True}}
    for when, status in (({}, "fail"), ({"question": True}, "not_applicable"), ({"question": False}, "fail")):
        channel = {"rules": {"rule": {"when": when}}}
        assert tiny(ACTS, {"rule": rule}, channel).lint(Draft(text="Ok.")).verdicts[0].status == status
