"""Fixes: planned by the linter, applied by `apply_fixes`, and safe unless they say otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import ConfigError, Draft, apply_fixes
from replylint.text.view import view

COMPLAINT = "My order never arrived. I am very disappointed!"


def mended(linter, text, *, unsafe=True, **more):
    draft = Draft.read({"text": text, **more})
    return apply_fixes(draft, linter.lint(draft), unsafe=unsafe)


@pytest.mark.parametrize(
    "subject", ["Order\n4471", "Order\r\n4471", "Order\r4471", " Order \n\n 4471 ", "Order\u20284471"]
)
def test_a_subject_of_several_lines_is_joined(linter, subject):
    after = mended(linter, "Hello Sara, it ships today.", unsafe=False, subject=subject)
    assert after.subject == "Order 4471"
    assert after.text == "Hello Sara, it ships today."
    report = linter.lint(after)
    assert not [one for one in report.findings if one.rule == "subject-multiline"]
    assert apply_fixes(after, report) == after


def test_safe_fixes_change_no_word_of_the_reply(linter):
    draft = Draft(text="It ships today.", subject="Order\n4471", customer_message=COMPLAINT)
    after = apply_fixes(draft, linter.lint(draft))
    assert after == draft.model_copy(update={"subject": "Order 4471"})


def test_an_apology_and_a_name_are_never_safe(linter):
    draft = Draft(text="It ships today.", customer={"name": "Sara"}, customer_message=COMPLAINT)
    fixes = {one.rule: one.fix for one in linter.lint(draft).findings if one.fix}
    assert fixes["apology-missing"].safety == "unsafe"
    assert all(fix.safety == "unsafe" for fix in fixes.values() if "Sara" in fix.title)


EMAILS = [
    ("It ships today.", "Sara Ali"),
    ("Dear Sara, it ships today.", "Sara Ali"),
    ("Dear Sara,\n\nIt ships today.\n\nKind regards,\nOmar", "Sara Ali"),
    ("Dear Sara,\r\n\r\nIt ships today.\r\n\r\nKind regards,\r\nOmar", "Sara Ali"),
    ("سيصل طلبك اليوم.", "سارة علي"),
    ("السلام عليكم سارة،\n\nسيصل طلبك اليوم.\n\nمع تحياتنا،\nعمر", "سارة علي"),
    ("مُرْحَبًا سارة، سيصلُ طلبكَ اليوم 👍👍", "سارة علي"),
    ("\u200f\u202bسيصل طلبك اليوم.\u202c", "سارة علي"),
    ("It ships today.\n\nOn Mon, Nov 3, 2025 Sara <s@example.com> wrote:\n> Where is it?", "Sara"),
    ("  It ships today.  \n-- \nOmar", "Sara"),
]


@pytest.mark.parametrize(("text", "name"), EMAILS)
def test_a_missing_act_that_is_inserted_is_no_longer_missing(linter, text, name):
    context = {"customer": {"name": name}, "customer_message": COMPLAINT, "subject": "Order 4471"}
    draft = Draft.read({"text": text, **context})
    report = linter.lint(draft)
    offered = {one.rule for one in report.findings if one.fix}
    after = apply_fixes(draft, report, unsafe=True)
    left = {one.rule for one in linter.lint(after).findings}
    assert {"thanks-missing", "apology-missing", "offer-missing"} <= offered
    assert not offered & left
    assert apply_fixes(after, linter.lint(after), unsafe=True) == after


@pytest.mark.parametrize(("text", "name"), EMAILS)
def test_fixes_only_add_and_keep_every_word(linter, text, name):
    draft = Draft.read({"text": text, "customer": {"name": name}, "customer_message": COMPLAINT})
    report = linter.lint(draft, ignore=["hidden-characters"])  # its fix takes out what nobody sees
    edits = sorted((edit.start, edit.replacement) for one in report.findings if one.fix for edit in one.fix.edits)
    assert all(edit.start == edit.end for one in report.findings if one.fix for edit in one.fix.edits)
    after = apply_fixes(draft, report, unsafe=True).text
    assert len(after) == len(text) + sum(len(words) for _, words in edits)
    words = iter(view(after).text.split())
    assert all(word in words for word in view(text).text.split())


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Dear Sara, it ships today.", "Dear Sara, it ships today. Thank you for contacting us."),
        ("Dear Sara,\n\nIt ships today.", "Dear Sara,\n\nThank you for contacting us.\n\nIt ships today."),
        ("Dear Sara,\nIt ships today.", "Dear Sara,\n\nThank you for contacting us.\nIt ships today."),
        ("مرحبا سارة، سيصل طلبك.", "مرحبا سارة، سيصل طلبك. شكرًا لتواصلك معنا."),
    ],
)
def test_thanks_go_after_the_greeting(linter, text, after):
    draft = Draft(text=text, channel="chat")
    report = linter.lint(draft)
    only = report.model_copy(update={"findings": tuple(one for one in report.findings if one.rule == "thanks-missing")})
    assert apply_fixes(draft, only, unsafe=True).text == after


# <O> is where an offer of help is inserted, <C> where a closing is; "" for an agent that nobody knows.
SIGNED = [
    ("", "Hi Sara,\n\nIt ships today.\n\n<O>\n\n<C>\nOmar"),
    ("", "Hi Sara,\r\n\r\nIt ships today.\r\n\r\n<O>\r\n\r\n<C>\r\nOmar Said\r\nACME Support\r\n"),
    ("", "Hi Sara,\n\nIt ships today.\n\n<O>\n\n<C>\nOmar\nSupport team"),
    ("", "Hi Sara,\n\nIt ships today.\n\n<O>\n\n<C>\n— Omar"),
    ("", "Hi Sara,\n\nIt ships today.\n\n<O>\n\n<C>\nT. Hollis\nClaims"),
    ("", "Hi Sara, it ships today. <O> <C> - Omar, Support"),
    ("", "Hi Sara, it ships today. <O> <C> - Dr. Omar"),
    ("", "مرحبا سارة،\n\nسيصل طلبك اليوم.\n\n<O>\n\n<C>\nعمر"),
    ("", "مرحبا سارة، سيصل طلبك اليوم. <O> <C> - عمر، خدمة العملاء"),
    ("", "مرحبا سارة،\n\nسيصل طلبك اليوم.\n\n<O>\n\n<C>\nد. عمر الراوي\nعمادة الطلبة"),
    ("Omar Said", "Hi Sara,\n\nIt ships today.\n\n<O>\n\n<C>\nOmar"),
    ("Omar", "Hi Sara,\n\nIt ships today\n\n<O>\n\n<C>\nOmar"),
    ("Omar", "Hi Sara,\n\nIt ships today.\n<O>\n\n<C>\nOmar | ACME"),
    ("Omar", "Hi Sara, it ships today. <O> <C> Omar"),
    ("Omar", "Hi Sara, it ships today. <O> <C> ~Omar"),
    ("Omar", "Hi Sara, it ships today. <O> <C> Omar."),
    ("Omar", "Hi Sara, it ships today. <O> <C> Omar from ACME"),
    ("عمر", "مرحبا سارة،\n\nسيصل طلبك اليوم.\n\n<O>\n\n<C>\nعمر - خدمة العملاء"),
    # a delimiter
    ("", "Hi Sara, it ships today.\n\n<O>\n\n<C>\n\n-- \nOmar\nACME"),
    # what ends a reply and is no name
    ("", "Hi Sara,\n\nIt ships today\n\n<O>\n\n<C>"),
    ("", "Hi Sara,\n\nIt is here.\n\nYou can come at three\n\n<O>\n\n<C>"),
    ("", "Hi Sara,\n\nIt is here.\n\nAsk for:\n\n<O>\n\n<C>"),
    ("Omar", "Hi Sara,\n\nIt ships today. Omar will call you\n\n<O>\n\n<C>"),
    ("Omar", "Hi Sara,\n\nIt ships today.\n\nPlease call Omar\n\n<O>\n\n<C>"),
    ("Omar", "This is Omar. It ships today. <O> <C>"),
    ("Omar", "Omar here <O> <C>"),
    ("Said", "Hi Sara, it ships today. Ask Dr. Said <O> <C>"),
]


@pytest.mark.parametrize(("agent", "text"), SIGNED, ids=[text for _, text in SIGNED])
def test_an_offer_and_a_closing_go_before_the_name_that_the_agent_signs_with(tiny, agent, text):
    own = tiny(
        {"offer_help": {"en": {"phrases": ["zorb"]}}, "closing": {"en": {"phrases": ["zorb"]}}},
        {
            "offer-missing": {
                "check": {"require": "offer_help"},
                "fix": {"insert": {"en": "<O>", "ar": "<O>"}, "at": "before-closing", "safety": "unsafe"},
            },
            "closing-missing": {
                "check": {"require": "closing"},
                "fix": {"insert": {"en": "<C>", "ar": "<C>"}, "at": "end", "safety": "unsafe"},
            },
        },
    )
    before = re.sub(r"(?<![\n ])[\r\n ]+<O>[\r\n ]+<C>(?=\r?\n-- |$)|<[OC]>\s+", "", text)
    draft = Draft(text=before, agent={"name": agent or None})
    report = own.lint(draft)
    in_order = sorted(report.findings, key=lambda one: one.rule, reverse=True)  # the offer, then the closing
    assert apply_fixes(draft, report.model_copy(update={"findings": tuple(in_order)}), unsafe=True).text == text


def test_an_offer_goes_before_thanks_that_stand_above_a_name(linter):
    draft = Draft(text="Hi Sara,\n\nIt ships today.\n\nThanks\nOmar", subject="Order 4471")
    after = apply_fixes(draft, linter.lint(draft, ignore=["closing-missing"]), unsafe=True).text
    assert re.search(r"today\.\n\nPlease let us know [^\n]+\n\nThanks\nOmar$", after)


def test_thanks_under_a_reply_are_no_name(linter):
    draft = Draft(text="Hi Sara,\n\nIt ships today.\n\nMany thanks", subject="Order 4471")
    after = apply_fixes(draft, linter.lint(draft), unsafe=True).text
    assert after.index("Many thanks") < after.index("Please let us know")


def test_nothing_is_inserted_into_the_quote_or_the_signature(linter):
    history = "\n\nOn Mon, Nov 3, 2025 Sara <s@example.com> wrote:\n> Where is it?\n"
    after = mended(linter, "It ships today.\n\nKind regards,\nOmar" + history, customer_message=COMPLAINT)
    assert after.text.endswith("Kind regards,\nOmar" + history)


def test_a_greeting_uses_the_name_the_customer_likes(linter):
    after = mended(
        linter, "It ships today.", customer={"name": "Nawal Said", "preferred_name": "Nonny"}, channel="chat"
    )
    assert after.text.startswith("Hello Nonny,")
    assert mended(linter, "It ships today.", customer={"name": "Nawal Said"}, channel="chat").text.startswith(
        "Hello Nawal,"
    )
    assert mended(linter, "It ships today.", channel="chat").text.startswith("Hello,")
    assert "{name}" not in mended(linter, "سيصل طلبك اليوم.", channel="chat").text


@pytest.mark.parametrize(
    ("message", "status", "fixed"),
    [("The lamp is broken.", "fail", True), ("The lamp is a bit dim.", "unsure", False)],
)
def test_what_is_unsure_is_never_fixed(tiny, message, status, fixed):
    complaint = {"of": ["customer"], "en": {"phrases": ["broken"], "maybe": ["a bit dim"]}}
    rule = {
        "check": {"require": "apology"},
        "when": {"complaint": True},
        "fix": {"insert": {"en": "We are sorry.", "ar": "نعتذر."}, "at": "after-greeting", "safety": "unsafe"},
    }
    own = tiny({"complaint": complaint, "apology": {"en": {"phrases": ["sorry"]}}}, {"apology-missing": rule})
    (found,) = own.lint(Draft(text="Dear Sara, it ships today.", customer_message=message)).findings
    assert (found.status, found.fix is not None) == (status, fixed)


def test_a_report_without_fixes_changes_nothing(linter):
    draft = Draft(text="Dear {name}, thank you.", channel="social")
    report = linter.lint(draft)
    only = report.model_copy(update={"findings": tuple(one for one in report.findings if one.fix is None)})
    assert only.findings
    assert apply_fixes(draft, only, unsafe=True) == draft


def test_overlapping_edits_wait_for_the_next_round(linter):
    draft = Draft(text="Hello Sara.", subject="Order\n4471")
    report = linter.lint(draft)
    twice = report.model_copy(update={"findings": report.findings * 2})
    assert apply_fixes(draft, twice).subject == "Order 4471"


@pytest.mark.parametrize(
    "other",
    [
        Draft(text="Hello Sara.", subject="Re"),
        Draft(text="Hello Sara."),
        Draft(text="Hello Sara.", subject="Order\n4471", id="another"),
    ],
    ids=["shorter subject", "no subject", "another id"],
)
def test_the_report_of_another_draft_is_refused(linter, other):
    report = linter.lint(Draft(text="Hello Sara.", subject="Order\n4471", id="one"))
    with pytest.raises(ConfigError, match="not of this draft"):
        apply_fixes(other.model_copy(update={"id": other.id or "one"}), report)


def test_the_report_of_a_longer_text_is_refused(linter):
    report = linter.lint(Draft(text="It ships today, and it arrives on Monday."))
    with pytest.raises(ConfigError, match="not of this draft"):
        apply_fixes(Draft(text="Short."), report, unsafe=True)


@given(
    st.lists(
        st.sampled_from(["Order", "4471", "طلبك", " ", "\n", "\r\n", "\r", "\t", "\u00a0", "👍"]), max_size=12
    ).map("".join)
)
def test_joining_a_subject_settles_in_one_round(linter, subject):
    draft = Draft(text="Dear Sara, thank you.", subject=subject)
    once = apply_fixes(draft, linter.lint(draft))
    assert apply_fixes(once, linter.lint(once)) == once
    assert once.subject.split() == subject.split()
    assert len(once.subject.strip().splitlines()) <= 1
