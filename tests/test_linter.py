"""The public API: drafts in, reports out."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import replylint
from replylint import ConfigError, Draft, DraftError, Linter, Report

GOOD = "Dear Sara,\n\nThank you for waiting. We are sorry for the delay and understand how frustrating the wait is. Your lamp ships today, and it arrives on Monday morning.\n\nPlease let us know if you need anything else.\n\nKind regards,\nOmar"
GOOD_AR = "السلام عليكم سارة،\n\nشكرا لتواصلك معنا. نعتذر عن التأخير ونتفهم انزعاجك. سيصل طلبك اليوم مساء إن شاء الله.\n\nنحن في خدمتك.\n\nمع تحياتنا،\nعمر"
COMPLAINT_AR = "طلبي لم يصل حتى الآن! أنا مستاء جدا وأريد استرداد المبلغ"
COMPLAINT = "My order never arrived. I am very disappointed and want a refund!"


def verdict(report, rule):
    return next(one for one in report.verdicts if one.rule == rule)


def check(linter, rule, text, **more):
    return verdict(linter.lint(Draft.read({"text": text, **more})), rule).status


def test_the_call_of_the_readme():
    report = replylint.lint(
        "تم شحن طلبك.",
        channel="email",
        customer_name="Sarah Al-Qahtani",
        customer_message="طلبي متأخر أسبوع!",
        subject="طلبك رقم 4471",
    )
    assert not report.passed
    assert report.findings[0].rule == "greeting-missing"
    assert report.language == "ar"
    assert json.loads(report.model_dump_json())["rulebook_digest"] == report.rulebook_digest


@pytest.mark.parametrize(
    ("text", "name", "message"), [(GOOD, "Sara Ali", COMPLAINT), (GOOD_AR, "سارة علي", COMPLAINT_AR)]
)
def test_a_good_reply_has_no_findings(linter, text, name, message):
    report = linter.lint(Draft(text=text, subject="Order 4471", customer={"name": name}, customer_message=message))
    assert report.passed
    assert report.score == 100
    assert report.findings == ()
    assert {one.status for one in report.verdicts} <= {"pass", "not_applicable"}


@pytest.mark.parametrize("text", [GOOD, GOOD_AR, "ok", GOOD.replace("\n", "\r\n"), "😀 " + GOOD_AR])
def test_acts_are_cut_out_of_the_text_in_order(linter, text):
    acts = linter.lint(Draft(text=text)).acts
    assert [act.span for act in acts] == sorted(act.span for act in acts)
    assert all(text[slice(*act.span)] == act.text for act in acts)


def test_a_pass_has_its_evidence(linter):
    report = linter.lint(Draft(text=GOOD, subject="Order 4471", customer={"name": "Sara"}, customer_message=COMPLAINT))
    assert verdict(report, "greeting-missing").evidence == "Dear"
    assert verdict(report, "thanks-missing").evidence == "Thank you for waiting"
    assert verdict(report, "customer-name-missing").evidence == "Sara"
    assert verdict(report, "subject-missing").evidence == "2 words in the subject"


def test_every_rule_of_the_channel_has_one_verdict(linter, rulebook):
    for channel in rulebook.channels:
        report = linter.lint(Draft(text=GOOD, channel=channel))
        assert [one.rule for one in report.verdicts] == list(rulebook.book.channels[channel].uses)
        failed = {one.rule for one in report.verdicts if one.status in {"fail", "unsure"}}
        assert {one.rule for one in report.findings} == failed


def test_what_is_missing_has_an_anchor_and_no_span(linter):
    report = linter.lint(Draft(text="It ships today.", customer_message=COMPLAINT))
    found = {one.rule: one for one in report.findings}
    assert {
        rule: found[rule].anchor
        for rule in ("greeting-missing", "apology-missing", "offer-missing", "closing-missing", "subject-missing")
    } == {
        "greeting-missing": "start",
        "apology-missing": "after-greeting",
        "offer-missing": "before-closing",
        "closing-missing": "end",
        "subject-missing": "subject",
    }
    assert all(one.span is None for one in found.values())


def test_what_is_there_has_a_span_and_no_anchor(linter):
    text = "Dear {name}, it ships today."
    found = next(one for one in linter.lint(Draft(text=text)).findings if one.rule == "placeholder-unfilled")
    assert found.anchor is None
    assert text[slice(*found.span)] == "{name}"


def test_findings_come_as_a_reader_meets_them(linter):
    text = "It ships today to {city}. We hope that it is soon with you."
    found = linter.lint(
        Draft(text=text, subject="Hello", customer_message=COMPLAINT, customer={"name": "Sara"})
    ).findings
    order = [(one.segment == "subject", one.anchor or "span") for one in found]
    places = ["subject", "start", "after-greeting", "span", "before-closing", "end"]
    ranks = [0 if subject else places.index(anchor) for subject, anchor in order]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0
    assert places.index("span") in ranks


@pytest.mark.parametrize(
    ("first_reply", "channel", "status"),
    [
        (True, "chat", "fail"),
        (None, "chat", "fail"),
        (False, "chat", "not_applicable"),
        (False, "email", "fail"),
        (True, "email", "fail"),
    ],
)
def test_first_reply_is_true_when_unknown(linter, first_reply, channel, status):
    assert check(linter, "greeting-missing", "It ships today.", channel=channel, first_reply=first_reply) == status


@pytest.mark.parametrize(
    ("message", "text", "status"),
    [
        (COMPLAINT, "Dear Sara, it ships today.", "fail"),
        (COMPLAINT, "Dear Sara, we are sorry. It ships today.", "pass"),
        ("When does the lamp ship?", "Dear Sara, it ships today.", "not_applicable"),
        ("Thank you, all is well!", "Dear Sara, it ships today.", "not_applicable"),
        (None, "Dear Sara, it ships today.", "not_applicable"),
        ("  ", "Dear Sara, it ships today.", "not_applicable"),
        ("طلبي تأخر أسبوعين وأنا مستاء جدا!", "مرحبا سارة، سيصل طلبك اليوم.", "fail"),
        ("طلبي تأخر أسبوعين وأنا مستاء جدا!", "مرحبا سارة، نعتذر لك. سيصل طلبك اليوم.", "pass"),
    ],
)
def test_a_complaint_needs_an_apology(linter, message, text, status):
    assert check(linter, "apology-missing", text, customer_message=message) == status


def test_a_weak_complaint_makes_the_verdict_unsure_and_does_not_fail(tmp_path):
    (tmp_path / "acts").mkdir()
    act = {"act": "complaint", "en": {"maybe": ["zorbly"]}}
    (tmp_path / "acts" / "complaint.yaml").write_text(json.dumps(act))
    book = replace(replylint.Rulebook.load(tmp_path, packs=False).book, learned=())  # the cue alone decides
    own = Linter(replylint.Rulebook(book))
    report = own.lint(
        Draft(text="Hello Sara, it ships today.", channel="chat", customer_message="The lamp is zorbly blue.")
    )
    assert verdict(report, "apology-missing").status == "unsure"
    assert "complaint is not certain" in verdict(report, "apology-missing").evidence
    finding = next(one for one in report.findings if one.rule == "apology-missing")
    assert (finding.status, finding.severity, finding.fix) == ("unsure", "error", None)
    assert report.passed


@pytest.mark.parametrize(
    ("public", "channel", "status"),
    [(None, "social", "fail"), (True, "social", "fail"), (False, "social", "not_applicable")],
)
def test_the_draft_may_say_that_it_is_not_public(linter, public, channel, status):
    text = "Hi Sara, please reply here with your phone number."
    assert check(linter, "private-data-requested", text, channel=channel, public=public) == status


@pytest.mark.parametrize(
    ("customer", "status"),
    [
        ({}, "not_applicable"),
        ({"gender": "f"}, "not_applicable"),
        ({"name": "Sara"}, "fail"),
        ({"preferred_name": "Sara"}, "fail"),
        ({"aliases": ["Sara"]}, "fail"),
    ],
)
def test_a_name_can_be_missing_only_when_it_is_known(linter, customer, status):
    assert check(linter, "customer-name-missing", "Hello, it ships today.", customer=customer) == status


def test_passed_looks_only_at_failures_of_the_fail_level(linter):
    report = linter.lint(Draft(text="Hi Sara, it ships today.", channel="chat", customer={"name": "Sara"}))
    assert {one.severity for one in report.findings} == {"warning", "info"}
    assert report.passed
    assert report.score < 100


def test_score_weighs_severities_and_leaves_unsure_out(linter):
    report = linter.lint(Draft(text="Hi Zorbina, it ships today.", channel="chat", customer={"name": "سارة"}))
    weights = {"error": 5, "warning": 2, "info": 1}
    uses = linter.rulebook.book.channels["chat"].uses
    counted = [(one, weights[uses[one.rule].severity]) for one in report.verdicts if one.status in {"pass", "fail"}]
    earned = sum(weight for one, weight in counted if one.status == "pass")
    assert "unsure" in {one.status for one in report.verdicts}
    assert report.score == round(100 * earned / sum(weight for _, weight in counted))


def test_the_digest_names_the_rules(linter, rulebook, tmp_path):
    assert linter.lint(Draft(text=GOOD)).rulebook_digest == rulebook.digest
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "thanks.yaml").write_text(json.dumps({"act": "thanks", "en": {"phrases": ["zorb you"]}}))
    changed = replylint.Rulebook.load(tmp_path, packs=False).digest
    assert changed != rulebook.digest
    assert changed == replylint.Rulebook.load(tmp_path, packs=False).digest
    assert replylint.Rulebook.load(packs=False).digest == rulebook.digest


def fingerprints(linter, text, **more):
    return {one.rule: one.fingerprint for one in linter.lint(Draft(text=text, **more)).findings}


def test_fingerprints_survive_edits_elsewhere(linter):
    one = fingerprints(linter, "Dear {name}, it ships today.", id="7")
    other = fingerprints(linter, "👍 Well,\n\nDear {NAME}, it certainly ships on Tuesday, not on Monday.", id="7")
    assert "placeholder-unfilled" in one.keys() & other.keys()
    assert all(one[rule] == other[rule] for rule in one.keys() & other.keys())
    assert len(set(one.values())) == len(one)


def test_fingerprints_differ_between_drafts(linter):
    text = "Dear {name}, it ships today."
    one, other = fingerprints(linter, text, id="7"), fingerprints(linter, text, id="8")
    assert one.keys() == other.keys()
    assert not set(one.values()) & set(other.values())


def test_what_is_missing_in_drafts_without_id_differs_by_their_text(linter):
    one, other = fingerprints(linter, "It ships today."), fingerprints(linter, "It ships tomorrow.")
    assert one["greeting-missing"] != other["greeting-missing"]
    assert one == fingerprints(linter, "It  ships today.")


DRAFTS = [
    Draft(text=f"{text} {number}", channel=channel, customer={"name": name}, customer_message=COMPLAINT, id=str(number))
    for number in range(8)
    for text, name in ((GOOD, "Sara"), (GOOD_AR, "سارة"), ("Dear {name}, ok", "Omar"))
    for channel in ("email", "chat", "social", "phone")
]


def test_threads_share_a_linter(rulebook):
    fresh = Linter(rulebook)
    with ThreadPoolExecutor(8) as pool:
        together = [report.model_dump_json() for report in pool.map(fresh.lint, DRAFTS)]
    assert together == [report.model_dump_json() for report in map(Linter(rulebook).lint, DRAFTS)]


def test_a_linter_and_a_report_can_be_pickled(linter):
    report = linter.lint(DRAFTS[0])
    copy = pickle.loads(pickle.dumps(linter))  # noqa: S301  our own bytes
    assert copy.lint(DRAFTS[0]) == report
    assert copy.messages == linter.messages
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301


def test_a_report_can_be_read_back(linter):
    report = linter.lint(DRAFTS[2])
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_lint_many_is_lazy(linter):
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield DRAFTS[len(taken) % len(DRAFTS)]

    reports = linter.lint_many(endless())
    assert not taken
    assert next(reports) == linter.lint(DRAFTS[1])
    assert next(reports) == linter.lint(DRAFTS[2])
    assert len(taken) == 2


def test_messages_in_arabic_change_words_and_nothing_else(rulebook, linter):
    arabic = Linter(rulebook, messages="ar")
    draft = Draft(text="Dear Omar, it ships today.", customer={"name": "Sara"}, customer_message=COMPLAINT)
    words = {"message", "why", "fix"}
    ours, theirs = arabic.lint(draft), linter.lint(draft)
    assert [one.model_dump(exclude=words) for one in ours.findings] == [
        one.model_dump(exclude=words) for one in theirs.findings
    ]
    assert [one.fix and one.fix.edits for one in ours.findings] == [
        one.fix and one.fix.edits for one in theirs.findings
    ]
    for one in ours.findings:
        assert any("\u0621" <= letter <= "\u064a" for letter in one.message)
        assert any("\u0621" <= letter <= "\u064a" for letter in one.why)
        assert "{" not in one.message


def test_messages_in_another_language_are_refused(rulebook):
    with pytest.raises(ConfigError, match="fr"):
        Linter(rulebook, messages="fr")


def test_the_flat_call_takes_the_keys_of_a_draft_and_no_others():
    assert replylint.lint("Hi Sara.", channel="chat", customer_name=None, agent_name=None).channel == "chat"
    assert "شكر" in "".join(one.message for one in replylint.lint("Hi Sara.", messages="ar").findings)
    with pytest.raises(DraftError, match="customer_message"):
        replylint.lint("Hi Sara.", customer_mesage="x")


WRONG_CALLS = [
    # a call that looks right, and what is said to write instead
    (lambda _: Linter("my-rules"), TypeError, "a Linter takes a Rulebook, not str: Linter(Rulebook.load('my-rules'))"),
    (lambda _: Linter(Path("my-rules")), TypeError, "Linter(Rulebook.load('my-rules'))"),
    (lambda _: Linter({}), TypeError, "a Linter takes a Rulebook, not dict: Linter(Rulebook.load(...))"),
    (lambda linter: Linter(linter.rulebook.book), TypeError, "a Linter takes a Rulebook, not RuleBook"),
    (lambda _: replylint.Rulebook("my-rules"), TypeError, "a Rulebook is loaded: Rulebook.load('my-rules')"),
    (lambda linter: linter.lint("Hello."), TypeError, "not str: lint(Draft(text=...)), or replylint.lint(text)"),
    (lambda linter: linter.lint({"text": "Hello."}), TypeError, "lint takes a Draft, not dict: lint(Draft.read(data))"),
    (lambda linter: linter.lint(None), TypeError, "lint takes a Draft, not NoneType: lint(Draft(text=...))"),
    (lambda linter: list(linter.lint_many(["Hello."])), TypeError, "lint takes a Draft, not str"),
    (lambda _: replylint.lint(123), DraftError, "text: a text is needed, not int"),
    (lambda _: replylint.lint(b"Hello."), DraftError, "text: a text is needed, not bytes: decode them first"),
    (lambda _: replylint.lint(None), DraftError, "text: a text is needed, not null"),
    (lambda _: replylint.lint("Hi.", channel="chta"), DraftError, 'unknown channel "chta"; did you mean "chat"?'),
    (lambda _: replylint.lint("Hi.", language="arabic"), DraftError, 'did you mean "ar"?'),
    (lambda _: replylint.lint("Hi.", ignore=["blam"]), ConfigError, 'unknown rule "blam"; did you mean "blame"?'),
    (lambda _: replylint.lint("Hi.", ignore=[5]), ConfigError, 'unknown rule "5"'),
    (lambda _: replylint.lint("Hi.", ignore="blame"), ConfigError, 'ignore is a list of rules: ["blame"], not "blame"'),
    (lambda linter: linter.ignoring("blame"), ConfigError, 'ignore is a list of rules: ["blame"]'),
    (lambda linter: replylint.apply_fixes("Hi.", linter), TypeError, "apply_fixes(draft, linter.lint(draft))"),
    (lambda linter: linter.rulebook.channel(5), DraftError, 'unknown channel "5"; known: chat, email'),
]


@pytest.mark.parametrize(("call", "kind", "message"), WRONG_CALLS, ids=[message for *_, message in WRONG_CALLS])
def test_a_wrong_call_says_what_to_write_instead(linter, call, kind, message):
    with pytest.raises(kind) as caught:
        call(linter)
    assert message in str(caught.value)


def test_folders_may_be_named_by_a_string(tmp_path, linter):
    folder = str(tmp_path / "cache")
    kept = Linter(replylint.Rulebook.load(packs=False, cache=folder), cache=folder)
    assert kept.lint(DRAFTS[0]) == linter.lint(DRAFTS[0])
