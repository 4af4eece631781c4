"""The checks that count: how often an act is done, how soon, and numbers about the draft."""

from __future__ import annotations

import pytest

from replylint import Draft, DraftError

ACTS = {"zorb": {"en": {"phrases": ["zorb"], "maybe": ["blick"]}, "ar": {"phrases": ["زورب"]}}}


def judged(tiny, check, text, use=None, **more):
    """The verdict and the finding of one rule with this check, as the channel uses it."""
    linter = tiny(ACTS, {"rule": {"check": check}}, {"rules": {"rule": use or {}}})
    report = linter.lint(Draft.read({"text": text, **more}))
    return report.verdicts[0], (report.findings or (None,))[0]


MANY = "Zorb and zorb, then zorb and زورب."


@pytest.mark.parametrize(
    ("check", "use", "text", "status", "evidence"),
    [
        ({"max": 2}, {}, "zorb zorb", "pass", "2"),
        ({"max": 2}, {}, "Ok.", "pass", "0"),
        ({"max": 2}, {}, MANY, "fail", "zorb"),
        ({"max": 3}, {}, MANY, "fail", "زورب"),
        ({"max": 2}, {"max": 4}, MANY, "pass", "4"),
        ({"max": 4}, {"max": 0}, "It is zorb.", "fail", "zorb"),
        ({"min": 2}, {}, "zorb", "fail", "1, limit 2"),
        ({"min": 2}, {}, "Ok.", "fail", "0, limit 2"),
        ({"min": 2}, {}, "zorb زورب", "pass", "2"),
        ({"min": 2}, {"min": 0}, "Ok.", "pass", "0"),
        ({"min": 1}, {"min": 3}, "zorb zorb", "fail", "2, limit 3"),
        ({"min": 1, "max": 2}, {}, "zorb", "pass", "1"),
        ({"min": 1}, {}, "blick", "fail", "0, limit 1"),  # a weak cue is not counted
        ({"max": 0}, {}, "blick", "pass", "0"),
        ({"max": 0}, {}, "Ok.\n> zorb", "pass", "0"),
        ({"max": 0, "in": ["closing"]}, {}, "zorb. " + "We looked into it. " * 20, "pass", "0"),
        ({"max": 0, "in": ["opening"]}, {}, "zorb. " + "We looked into it. " * 20, "fail", "zorb"),
    ],
)
def test_count(tiny, check, use, text, status, evidence):
    verdict, _ = judged(tiny, {"count": "zorb", **check}, text, use)
    assert (verdict.status, verdict.evidence) == (status, evidence)


def test_too_many_are_shown_at_the_first_that_is_too_much(tiny):
    _, finding = judged(tiny, {"count": "zorb", "max": 2}, MANY)
    assert (finding.span, finding.anchor) == ((20, 24), None)


@pytest.mark.parametrize("text", ["Ok.", "zorb"])
def test_too_few_are_shown_where_more_would_go(tiny, text):
    _, finding = judged(tiny, {"count": "zorb", "min": 2}, text)
    assert (finding.span, finding.anchor) == (None, "after-greeting")


def test_the_message_knows_the_number_the_limit_and_the_words(tiny):
    for check, expected in (({"max": 1}, "4 of 1: zorb"), ({"min": 9}, "4 of 9: ")):
        rule = {"check": {"count": "zorb", **check}, "message": {"en": "{actual} of {limit}: {words}", "ar": "{words}"}}
        assert tiny(ACTS, {"rule": rule}).lint(Draft(text=MANY)).findings[0].message == expected


@pytest.mark.parametrize(
    ("within", "text", "status"),
    [
        (None, "zorb it is.", "pass"),
        (None, "Oh zorb it is.", "fail"),
        (0, "— zorb it is.", "pass"),
        (1, "Oh, zorb it is.", "pass"),
        (1, "Oh well, zorb it is.", "fail"),
        (2, "Oh well, zorb. And then zorb.", "pass"),
        (0, "It is not there.", "pass"),
        (0, "Oh, blick it is.", "pass"),  # a weak cue does not open
        (0, "> the old mail says so\n\nzorb it is.", "pass"),
        (1, "Customer: where is it?\nAgent: zorb it is.", "pass"),
        (1, "وصل طلبك زورب", "fail"),
        (2, "وصل طلبك زورب", "pass"),
    ],
)
def test_first(tiny, within, text, status):
    check = {"first": "zorb", **({} if within is None else {"within": within})}
    verdict, finding = judged(tiny, check, text)
    assert verdict.status == status
    if finding:
        assert text[slice(*finding.span)] in {"zorb", "زورب"}


SENTENCES = "One two three. One two three four five! كلمة كلمتان؟ One"
PARAGRAPHS = "One two.\nThree four five.\n\nOne two three.\n \nواحد اثنان"


@pytest.mark.parametrize(
    ("measure", "text", "actual"),
    [
        ("longest_sentence", SENTENCES, 5),
        ("longest_sentence", "واحد اثنان ثلاثة؟ واحد اثنان", 3),
        ("longest_sentence", "one\none two\none", 2),
        ("longest_sentence", "It costs 2.50 in all. Yes", 5),
        ("longest_paragraph", PARAGRAPHS, 5),
        ("longest_paragraph", "one - two\n\n--- ! --- ! ---", 2),
        ("longest_paragraph", "One", 1),
        ("longest_paragraph", "One two\n\none two three", 3),
        ("words", PARAGRAPHS, 10),
        ("paragraphs", PARAGRAPHS, 3),
    ],
)
@pytest.mark.parametrize("history", ["", "\n\n> " + "old words " * 50, "\n-- \n" + "Omar of Fernhill\n" * 9])
def test_a_measure_keeps_its_limits_whatever_is_quoted(tiny, measure, text, actual, history):
    for limits, status in (
        ({"max": actual}, "pass"),
        ({"max": actual - 1}, "fail"),
        ({"min": actual}, "pass"),
        ({"min": actual + 1}, "fail"),
    ):
        verdict, finding = judged(tiny, {"measure": measure, **limits}, text + history)
        assert verdict.status == status, limits
        if finding:
            assert finding.anchor == "end"
            unit = measure.replace("longest_", "words in the longest ")
            assert verdict.evidence == f"{actual} {unit}, limit {next(iter(limits.values()))}"


@pytest.mark.parametrize(
    ("limits", "status"),
    [({"min": 4, "max": 50}, "fail"), ({"min": 3, "max": 50}, "pass"), ({"min": 2, "max": 2}, "fail")],
)
def test_a_measure_may_have_two_limits(tiny, limits, status):
    text = "One two three. One two."
    assert judged(tiny, {"measure": "longest_sentence", **limits}, text)[0].status == status


def test_a_measure_of_the_channel_wins(tiny):
    rule = {"measure": "words", "max": 3}
    assert judged(tiny, rule, "one two three four")[0].evidence == "4 words, limit 3"
    for use, evidence in (
        ({"measure": "characters"}, "18 characters, limit 3"),
        ({"measure": "characters", "max": 18}, "18 characters"),
        ({"measure": "sentences"}, "1 sentences"),
        ({"measure": "subject_words", "max": 0}, "1 words in the subject, limit 0"),
    ):
        assert judged(tiny, rule, "one two three four", use, subject="Lamp")[0].evidence == evidence
    assert judged(tiny, rule, "one two", {"measure": "subject_words", "max": 0}, subject="Lamp")[1].anchor == "subject"


AT_TEN = "2026-01-01T10:00:00Z"


@pytest.mark.parametrize(
    ("measure", "more", "status", "evidence"),
    [
        ("response_minutes", {}, "not_applicable", "not known"),
        ("response_minutes", {"received_at": AT_TEN}, "not_applicable", "not known"),
        ("response_minutes", {"sent_at": AT_TEN}, "not_applicable", "not known"),
        ("response_minutes", {"received_at": AT_TEN, "sent_at": "2026-01-01T10:05:59Z"}, "pass", "5 minutes"),
        ("response_minutes", {"received_at": AT_TEN, "sent_at": "2026-01-01T10:06:00Z"}, "fail", "6 minutes, limit 5"),
        ("response_minutes", {"received_at": AT_TEN, "sent_at": "2026-01-01T13:04:00+03:00"}, "pass", "4 minutes"),
        ("response_minutes", {"received_at": AT_TEN, "sent_at": "2026-01-02T10:00:00Z"}, "fail", "1440 minutes, limit 5"),
        ("rings", {}, "not_applicable", "not known"),
        ("rings", {"answered_after_rings": 0}, "pass", "0 rings"),
        ("rings", {"answered_after_rings": 5}, "pass", "5 rings"),
        ("rings", {"answered_after_rings": 6}, "fail", "6 rings, limit 5"),
    ],
)  # fmt: skip
def test_how_long_the_customer_waited(tiny, measure, more, status, evidence):
    verdict, finding = judged(tiny, {"measure": measure, "max": 5}, "It ships today.", **more)
    assert (verdict.status, verdict.evidence) == (status, evidence)
    assert (finding is not None) is (status == "fail")


def test_the_phone_channel_measures_rings_instead_of_minutes(linter):
    for rings, status in ((None, "not_applicable"), (1, "pass"), (40, "fail")):
        draft = Draft(text="Hello, it ships today.", channel="phone", answered_after_rings=rings)
        verdict = next(one for one in linter.lint(draft).verdicts if one.rule == "response-too-slow")
        assert verdict.status == status


@pytest.mark.parametrize(
    ("received", "sent", "message"),
    [
        ("2026-01-01T10:00:00", AT_TEN, "received_at: Input should have timezone info"),
        (AT_TEN, "2026-01-01T10:00:00", "sent_at: Input should have timezone info"),
        (AT_TEN, "2026-01-01T09:59:00Z", "sent_at is before received_at"),
    ],
)
def test_times_that_cannot_be_compared_are_refused(received, sent, message):
    with pytest.raises(DraftError, match=message):
        Draft.read({"text": "It ships today.", "received_at": received, "sent_at": sent})
