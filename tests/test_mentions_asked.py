"""Words that are only mentioned, acts that are looked for only where a rule asks, and patterns with what they need."""

from __future__ import annotations

import pytest

from replylint import Draft, DraftError
from replylint.acts import search

PROBE = {"probe": {"en": {"phrases": ["zorb"]}, "ar": {"phrases": ["زورب"]}}}


def acts(linter, text, **more):
    return [(act.act, act.text) for act in linter.lint(Draft(text=text, **more)).acts]


MENTIONED = [
    "Your mail said “zorb it” and we have read all of it.",
    'Your mail said "zorb it" and we have read all of it.',
    "Your mail said 'zorb it' and we have read all of it.",
    "كتبت في رسالتك «زورب كثيرا» وقد قرأنا كل ما فيها.",
    'كتبت في رسالتك "زورب كثيرا" وقد قرأنا كل ما فيها.',
    "Please press «the zorb button» twice and wait for a minute or so.",
]
SAID = [
    ("We zorb it. It's ours, and that's fine.", "zorb"),
    ("We don't zorb it, and the dogs' bowl is blue.", "zorb"),
    ("“zorb it”", "zorb"),
    ("«زورب كثيرا»", "زورب"),
    ('"We zorb it all day long," she said.', "zorb"),
    ("It is 5' long, we zorb it, and 6' wide as you can see here.", "zorb"),
    ("We say “hello” and zorb it for as long as you like.", "zorb"),
    ("We say “hello and zorb it\nfor as long as you like” and so on and on.", "zorb"),
    ("Your mail said “please” zorb it “today” and we have read it.", "zorb"),
    ('The 5" lamp, we zorb it and are glad to say so today.', "zorb"),
]


@pytest.mark.parametrize("text", MENTIONED)
def test_what_stands_between_quotation_marks_is_mentioned_and_not_said(tiny, text):
    assert acts(tiny(PROBE), text) == []


@pytest.mark.parametrize(("text", "words"), SAID)
def test_other_words_and_texts_all_in_quotation_marks_are_said(tiny, text, words):
    assert acts(tiny(PROBE), text) == [("probe", words)]


@pytest.mark.parametrize("text", MENTIONED)
def test_a_quoted_act_counts_between_quotation_marks_too(tiny, text):
    quoted = {"probe": {**PROBE["probe"], "quoted": True}}
    assert [act for act, _ in acts(tiny(quoted), text)] == ["probe"]


@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_weak_cue_between_quotation_marks_makes_nothing_sure(tiny, mark):
    linter = tiny({"probe": {"en": {"maybe": ["zorb", "blick"]}}})
    report = linter.lint(Draft(text=f"We zorb it, and you wrote {mark}blick it{mark} in the mail of Monday."))
    assert [(act.text, act.sure) for act in report.acts] == [("zorb", False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://fernhill.test/zorb for more.", None),
        ("See https://fernhill.test/a-zorb/زورب?x=zorb.", None),
        ("See fernhill.test/help/zorb/now for more.", None),
        ("We zorb: https://fernhill.test/help", "zorb"),
        ("https://fernhill.test/help zorb", "zorb"),
        ("We ship and/or zorb it.", "zorb"),
        ("We ship/zorb it.", "zorb"),
    ],
)
def test_the_words_of_a_link_are_not_said(tiny, text, words):
    assert acts(tiny(PROBE), text) == ([] if words is None else [("probe", words)])


ASKED = {
    "step": {"when_asked": True, "en": {"phrases": ["zorb"]}},
    "question": {"of": ["customer"], "en": {"phrases": ["when"], "maybe": ["perhaps"]}},
    "other": {"en": {"phrases": ["blick"]}},
}
ASKS = {
    "step-missing": {"check": {"require": "step"}, "when": {"question": True}},
    "any": {"check": {"require": "other"}},
}


@pytest.mark.parametrize(
    ("message", "found"),
    [("When?", True), ("perhaps", True), ("Thank you.", False), (None, False), (" ", False)],
)
def test_a_costly_act_is_looked_for_only_when_a_rule_that_asks_for_it_applies(tiny, message, found):
    linter = tiny(ASKED, ASKS)
    expected = [("other", "blick"), ("step", "zorb")] if found else [("other", "blick")]
    assert acts(linter, "We blick and zorb it.", customer_message=message) == expected


def test_an_ignored_rule_does_not_ask(tiny):
    linter = tiny(ASKED, ASKS)
    draft = Draft(text="We zorb it.", customer_message="When?")
    assert [act.act for act in linter.lint(draft, ignore=["step-missing"]).acts] == []
    assert [act.act for act in linter.lint(draft, ignore=["any"]).acts] == ["step"]
    assert [act.act for act in linter.recognise(Draft(text="We zorb it."))[0]] == ["step"]


def test_a_costly_act_decides_the_verdict(tiny):
    linter = tiny(ASKED, ASKS)
    for text, status in (("We zorb it.", "pass"), ("We send it.", "fail")):
        assert linter.lint(Draft(text=text, customer_message="When?")).verdicts[0].status == status


@pytest.mark.parametrize(
    ("needs", "text", "found"),
    [
        (["blick"], "a blick and zorb7", True),
        (["blick"], "unblicked zorb7", True),  # a long need counts inside a word
        (["blick"], "zorb7", False),
        (["ab"], "abc zorb7", True),
        (["ab"], "cab zorb7", False),  # a short need must start a word
        (["في"], "وفي الطلب zorb7", True),
        (["في"], "لطيفة zorb7", False),
        (["{", "ab"], "x{ zorb7", True),
        (["Blíck", "AB"], "ABC zorb7", True),
        ([], "zorb7", True),
    ],
)
def test_a_pattern_is_tried_only_where_one_of_its_needs_occurs(tiny, needs, text, found):
    linter = tiny({"probe": {"en": {"phrases": [{"pattern": r"zorb\d", **({"needs": needs} if needs else {})}]}}})
    assert bool(acts(linter, text)) is found


def test_an_empty_match_of_a_pattern_is_none(tiny):
    assert acts(tiny({"probe": {"en": {"phrases": [{"pattern": "z*"}]}}}), "a zz b") == [("probe", "zz")]


def test_the_time_limit_of_a_pattern_grows_with_the_text(tiny, monkeypatch):
    monkeypatch.setattr(search, "PATTERN_SECONDS", 0.1)
    linter = tiny({"probe": {"en": {"phrases": [{"pattern": "(a+)+$"}]}}})
    for length, seconds in ((1_000, "0.1"), (100_000, "0.3")):
        with pytest.raises(DraftError, match=rf"acts/probe\.yaml:1 ran longer than {seconds} s"):
            linter.lint(Draft(text="a" * length + "!"))


def test_a_pattern_that_cancels_runs_only_where_its_act_was_found(tiny, monkeypatch):
    monkeypatch.setattr(search, "PATTERN_SECONDS", 0.1)
    probe = {"en": {"phrases": ["zorb"], "unless": [{"pattern": "(a+)+$"}]}}
    linter = tiny({"probe": probe, "other": {"en": {"phrases": ["blick"]}}})
    assert acts(linter, "a" * 1_000 + "!") == []
    assert acts(linter, "blick " + "a" * 1_000 + "!") == [("other", "blick")]
    with pytest.raises(DraftError, match="ran longer"):
        linter.lint(Draft(text="zorb " + "a" * 1_000 + "!"))
