"""`match`: the reply answers the message; `forbid`: in public too, and not what the channel allows."""

from __future__ import annotations

import pytest

from replylint import Draft

EN, AR = "It ships today, on the blue van.", "سيصل طلبك اليوم مع المندوب."


@pytest.fixture(scope="module")
def matching(tiny):
    return tiny(rules={what: {"check": {"match": what}} for what in ("language", "issue", "questions")})


def judged(linter, rule, text, message, **more):
    report = linter.lint(Draft(text=text, customer_message=message, **more))
    return next(one for one in report.verdicts if one.rule == rule), [
        one for one in report.findings if one.rule == rule
    ]


@pytest.mark.parametrize(
    ("message", "text", "status"),
    [
        ("Where is my lamp?", EN, "pass"),
        ("أين طلبي؟", AR, "pass"),
        ("Where is my lamp?", AR, "fail"),
        ("أين طلبي؟", EN, "fail"),
        ("el 6alab 7a9alni mksoor", AR, "pass"),  # Arabic in Latin letters may be answered in either
        ("el 6alab 7a9alni mksoor", EN, "pass"),
        ("wallah mesh 3aref", AR, "pass"),
        ("my order 4471 b2 is late", AR, "fail"),
        ("4471?!", EN, "pass"),
        ("😡", AR, "pass"),
        ("Where is my lamp", "4471 👍", "pass"),
        ("أين طلبي where is my order", EN, "pass"),
        ("Where is my lamp?", "طلبك طلبك it ships today", "pass"),
        ("أين طلبي؟ https://example.com/a/long/link/to/the/order", EN, "fail"),
    ],
)
def test_the_language_of_the_reply_is_that_of_the_message(matching, message, text, status):
    verdict, findings = judged(matching, "language", text, message)
    assert verdict.status == status
    assert [one.anchor for one in findings] == (["start"] if status == "fail" else [])


def test_the_evidence_names_both_languages(matching):
    assert judged(matching, "language", AR, "Where is my lamp?")[0].evidence == "ar, not en"
    assert judged(matching, "language", EN, "أين طلبي؟")[0].evidence == "en, not ar"


def test_the_callers_word_about_the_reply_wins(matching):
    assert judged(matching, "language", EN, "أين طلبي؟", language="ar")[0].status == "pass"
    assert judged(matching, "language", AR, "أين طلبي؟", language="en")[0].status == "fail"


@pytest.mark.parametrize(
    ("message", "text", "status"),
    [
        ("My lamp arrived broken.", "We are sorry that the lamp is broken.", "pass"),
        ("My lamp arrived broken.", "We will see what can be done.", "fail"),
        ("المصباح وصل مكسور", "نعتذر عن وصول المصباح مكسورا", "pass"),
        ("المصباح وصل مكسور", "سنرى ما يمكن عمله.", "fail"),
        ("المصباح وصل مكسور", "We will see what can be done.", "not_applicable"),
        ("???", "We will see what can be done.", "not_applicable"),
        ("My lamp arrived broken.", "We will see.\n\n> My lamp arrived broken.", "fail"),
    ],
)
def test_the_issue_of_the_message_comes_back(matching, message, text, status):
    verdict, findings = judged(matching, "issue", text, message)
    assert verdict.status == status
    assert [one.anchor for one in findings] == (["after-greeting"] if status == "fail" else [])


def test_the_words_that_came_back_are_the_evidence(matching):
    assert (
        judged(matching, "issue", "The lamp? The broken lamp!", "My lamp arrived broken.")[0].evidence == "lamp, broken"
    )


@pytest.mark.parametrize(
    ("message", "text", "question"),
    [
        ("When does the lamp ship? Can I pay by card?", "The lamp ships on Monday.", "Can I pay by card"),
        ("When does the lamp ship? Can I pay by card?", "The lamp ships on Monday, and you can pay by card.", None),
        ("My lamp arrived broken.", "Thank you.", None),
        ("متى يصل المصباح؟ وهل يمكن الدفع بالبطاقة؟", "يصل المصباح يوم الاثنين.", "هل يمكن الدفع بالبطاقة"),
        ("متى يصل المصباح؟ وهل يمكن الدفع بالبطاقة؟", "يصل المصباح يوم الاثنين، ويمكنك الدفع بالبطاقة.", None),
        ("متى يَصِلُ المصباح؟", "شكرا لك.", "متى يَصِلُ المصباح"),
    ],
)
def test_a_question_without_an_answer_is_only_suspected(matching, message, text, question):
    verdict, findings = judged(matching, "questions", text, message)
    assert (verdict.status, verdict.evidence) == (("pass", "") if question is None else ("unsure", question))
    assert [(one.status, one.anchor) for one in findings] == ([] if question is None else [("unsure", "end")])


@pytest.mark.parametrize("rule", ["language", "issue", "questions"])
@pytest.mark.parametrize("message", [None, "", " \n "])
def test_without_a_message_nothing_is_matched(matching, rule, message):
    assert judged(matching, rule, EN, message)[0].status == "not_applicable"


@pytest.mark.parametrize("rule", ["language", "issue", "questions"])
def test_what_the_customer_quotes_is_not_matched(matching, rule):
    quoted = "> متى يصل المصباح؟"
    assert judged(matching, rule, EN, quoted)[0].status == "not_applicable"
    message = f"The van is blue, and ships today.\n{quoted}"
    assert judged(matching, rule, "The blue van ships today.", message)[0].status == "pass"


EXPOSED = {"check": {"forbid": "secret_data", "in_public": "private_data"}, "severity": "error"}
PHONE = "We will call you on your number {} today."


@pytest.fixture(scope="module")
def exposing(tiny):
    allow = ["0501234567", "care@fernhill.test"]
    return tiny(rules={"exposed": EXPOSED}, channel={"public": True, "rules": {"exposed": {"allow": allow}}})


@pytest.mark.parametrize(
    "written",
    ["0501234567", "050 123 4567", "050-123-4567", "(050) 123.4567", "٠٥٠١٢٣٤٥٦٧", "٠٥٠ ١٢٣ ٤٥٦٧", "۰۵۰۱۲۳۴۵۶۷"],
)
def test_a_number_that_the_channel_allows_is_allowed_however_it_is_written(exposing, written):
    report = exposing.lint(Draft(text=PHONE.format(written)))
    assert [act.act for act in report.acts] == ["private_data"]
    assert report.verdicts[0].status == "pass"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (PHONE.format("0501234568"), "fail"),
        (PHONE.format("0501234567") + " Or on your mobile 0559876543.", "fail"),
        ("Your address care@fernhill.test is ours.", "pass"),
        ("Your address CARE@Fernhill.test is ours.", "pass"),
        ("Your address sara@fernhill.test is known to us.", "fail"),
        ("Our hotline is 0559876543.", "pass"),
        ("The driver is Ahmed, 0559876543.", "unsure"),
        ("It ships today.", "pass"),
    ],
)
def test_what_is_not_allowed_is_forbidden_in_public(exposing, text, status):
    report = exposing.lint(Draft(text=text))
    assert report.verdicts[0].status == status
    assert report.passed is (status != "fail")


@pytest.mark.parametrize(("public", "status"), [(None, "pass"), (False, "pass"), (True, "fail")])
def test_private_data_is_forbidden_only_where_everybody_reads(tiny, public, status):
    draft = Draft(text=PHONE.format("0501234567"), public=public)
    assert tiny(rules={"exposed": EXPOSED}).lint(draft).verdicts[0].status == status


@pytest.mark.parametrize("public", [None, False, True])
def test_secrets_are_forbidden_everywhere(tiny, public):
    draft = Draft(text="Your card is 4111 1111 1111 1111.", public=public)
    assert tiny(rules={"exposed": EXPOSED}).lint(draft).verdicts[0].status == "fail"


ZORB = {"zorb": {"en": {"phrases": ["zorb"], "maybe": ["blick"]}}, "lift": {"en": {"phrases": ["please"]}}}


@pytest.mark.parametrize(
    ("text", "status", "evidence"),
    [
        ("We zorb.", "fail", "zorb"),
        ("We blick.", "unsure", "blick"),
        ("Please, we zorb.", "pass", "Please"),
        ("Please.", "pass", ""),
        ("We send it.", "pass", ""),
    ],
)
def test_another_act_lifts_the_ban(tiny, text, status, evidence):
    verdict = tiny(ZORB, {"no": {"check": {"forbid": "zorb", "unless": "lift"}}}).lint(Draft(text=text)).verdicts[0]
    assert (verdict.status, verdict.evidence) == (status, evidence)
