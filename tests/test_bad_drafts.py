"""Drafts that no agent meant to send: each is refused or found faulty, none passes as clean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

import replylint
from replylint import Draft, DraftError

CHANNELS = ["email", "chat", "social", "phone"]
QUOTE = "On Mon, Nov 3, 2025 at 10:15 Sara <s@example.com> wrote:\n> Dear Omar, thank you. Sorry!\n> Kind regards"


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("", "no text"),
        ("   ", "no text"),
        (" \t\r\n \u00a0 ", "no text"),
        ("\u200b\u200f\u202b\u2066\ufeff", "no text"),
        ("\u064b\u0640\u0301", "no text"),
        (QUOTE, "only quoted text"),
        ("> Dear Omar, thank you.\n> Sorry", "only quoted text"),
        ("\r\n\r\nSent from my iPhone\r\n", "only quoted text"),
        ("من: سارة <s@example.com>\nتم الإرسال: اليوم\nإلى: الدعم\n\nشكرا", "only quoted text"),
    ],
)
def test_a_draft_without_words_of_the_agent_is_refused(linter, channel, text, holds):
    with pytest.raises(DraftError, match=holds):
        linter.lint(Draft(text=text, channel=channel))


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    "text",
    [
        "😀" * 100_000,
        "...",
        "?!",
        "-",
        "12345",
        "\u202e\u2066Dear\u202d",
        "\u2069\u202c!",
        "a" * 1_000_000,
        "ش" * 1_000_000,
        "-- \nDear Sara, thank you",
        "```",
        "\ufffd",
    ],
    ids=lambda text: f"{text[:6]!r} x {len(text)}",
)
def test_what_says_nothing_is_never_clean(linter, channel, text):
    report = linter.lint(Draft(text=text, channel=channel))
    assert report.findings
    assert report.score < 100


@pytest.mark.parametrize(
    "piece",
    [
        "Dear Sara, thank you for waiting, we are sorry. ",
        "شكرا لتواصلك معنا ونعتذر عن التأخير. ",
        "Thanks to the team, no thanks, you said thank you. ",
        "نشكر",
        "sara",
        "thank",
        "شكرا{",
        "ab-",
        "a.b@c.",
        "1-2.",
        "no,",
        "a1",
        "> old\n",
        "from: x\n",
        "من: س\n",
        "on 3 november\n",
        " \n",
        "\r",
        "\u064b",
        "@",
        "<a",
        "ﻣﻔﻬﻮم ",
        "hi, ",
    ],
    ids=repr,
)
def test_a_megabyte_of_one_thing_is_judged_or_refused(linter, piece):
    text = "It ships. " + piece * (1_000_000 // len(piece))
    draft = Draft(text=text, customer={"name": "Sara"}, customer_message=text[:5000], subject=text[:300])
    try:
        assert linter.lint(draft).findings
    except DraftError as error:
        assert "ran longer" in str(error)  # noqa: PT017


def test_ten_megabytes_are_judged(linter):
    sentence = "Dear Sara, the lamp that was ordered in the spring will leave our warehouse in the morning.\n"
    report = linter.lint(Draft(text=sentence * (10_000_000 // len(sentence)), customer={"name": "Sara"}))
    assert "reply-too-long" in {one.rule for one in report.findings}


@pytest.mark.parametrize("key", ["text", "subject", "customer_message", "id"])
@pytest.mark.parametrize(
    ("bad", "said"), [("a\0b", "NUL character at 1"), ("ab\ud83d", "lone surrogate. at 2"), ("\udc00", "at 0")]
)
def test_unreadable_text_is_refused_with_its_place(key, bad, said):
    with pytest.raises(DraftError, match=f"{key}: .*{said}"):
        Draft.read({"text": "Hello Sara.", key: bad})


@pytest.mark.parametrize("bad", [{"name": "Sa\0ra"}, {"aliases": ["ok", "\ud800"]}])
def test_unreadable_names_are_refused(bad):
    with pytest.raises(DraftError, match="customer"):
        Draft.read({"text": "Hello Sara.", "customer": bad})


@pytest.mark.parametrize("subject", ["Order\r\nBcc: everybody@example.com", "Order\n4471", "Order\r4471", "a\n" * 5000])
def test_a_subject_with_line_breaks_fails(linter, subject):
    report = linter.lint(Draft(text="Dear Sara, thank you. It ships today.", subject=subject))
    assert not report.passed
    found = next(one for one in report.findings if one.rule == "subject-multiline")
    assert found.segment == "subject"
    assert found.fix.edits[0].replacement.splitlines() == [found.fix.edits[0].replacement]


@pytest.mark.parametrize("subject", [None, "", "   ", "\r\n", "😀", "..."])
def test_a_mail_without_a_subject_fails(linter, subject):
    report = linter.lint(Draft(text="Dear Sara, thank you. It ships today.", subject=subject))
    assert "subject-missing" in {one.rule for one in report.findings}
    assert not report.passed


@pytest.mark.parametrize(
    ("channel", "meant"),
    [
        ("emial", "email"),
        ("Chat", "chat"),
        ("socail", "social"),
        ("fax", "known: chat, email, phone, social"),
        ("", "known"),
        ("e" * 5000, "unknown"),
    ],
)
def test_an_unknown_channel_is_refused_with_the_nearest(linter, channel, meant):
    with pytest.raises(DraftError, match=meant):
        linter.lint(Draft(text="Dear Sara, thank you.", channel=channel))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"txt": "Hello"}, 'unknown key "txt"; did you mean "text"'),
        ({"text": "Hi", "chanel": "chat"}, 'did you mean "channel"'),
        ({"text": "Hi", "customer": {"nmae": "Sara"}}, 'unknown key "customer.nmae"; did you mean "name"'),
        ({"text": "Hi", "agent": {"nickname": "x"}}, 'unknown key "agent.nickname"'),
        ({"text": "Hi", "language": "fr"}, "language: one of ar, en, mixed is needed"),
        ({"text": "Hi", "language": "arr"}, 'language: one of ar, en, mixed is needed; did you mean "ar"?'),
        ({"text": "Hi", "language": "English"}, 'did you mean "en"?'),
        ({"text": "Hi", "language": 5}, "language: one of ar, en, mixed is needed"),
        ({"text": "Hi", "customer": {"gender": "female"}}, 'customer.gender: one of m, f is needed; did you mean "f"?'),
        ({"text": "Hi", "answered_after_rings": -1}, "answered_after_rings"),
        ({"text": "Hi", "first_reply": "maybe"}, "first_reply"),
        ({"text": "Hi", "sent_at": "yesterday"}, "sent_at"),
        ({"text": None}, "text: a text is needed, not null"),
        ({"text": b"Hi"}, "text: a text is needed, not bytes: decode them first"),
        ({"text": b"\xff\xfe"}, "text: a text is needed, not bytes: decode them first"),
        ({"text": ["Hi"]}, "text: a text is needed, not list"),
        ({"text": "Hi", "channel": None}, "channel: a text is needed, not null"),
        ({"text": "Hi", "customer": "Omar"}, 'customer: an object such as {"name": "Sara"} is needed'),
        ({"text": "Hi", "attachments": "a.pdf"}, "attachments: a list is needed"),
        ({"text": "Hi", "first_reply": "maybe"}, "first_reply: true or false is needed"),
        ({"text": "Hi", "csat": "good"}, "csat: a number is needed"),
        ({"text": "Hi", "csat": float("nan")}, "csat: Input should be a finite number"),
        ({"text": "Hi", 5: "Hi"}, "the keys of a draft are strings"),
        ({"customer": "Sara", "text": "Hi"}, "customer"),
        ({}, 'key "text" is missing'),
        ("Hello", "not str"),
        (None, "not NoneType"),
        ([{"text": "Hi"}], "not list"),
    ],
)
def test_wrong_data_is_refused_with_what_is_wrong(data, said):
    with pytest.raises(DraftError) as caught:
        Draft.read(data)
    assert said in str(caught.value)
    if isinstance(data, dict) and all(isinstance(key, str) for key in data):
        with pytest.raises(DraftError) as caught:
            Draft(**data)
        assert said in str(caught.value)


def test_the_parts_of_a_draft_are_named():
    with pytest.raises(TypeError, match=r"Draft\(text=\.\.\.\)"):
        Draft("Hello Sara.")


def test_everything_wrong_is_said_at_once():
    with pytest.raises(DraftError) as caught:
        Draft.read({"chanel": "chat", "customer": {"nmae": "x"}, "csat": "high"})
    assert str(caught.value).count(";") >= 3
    assert all(word in str(caught.value) for word in ("chanel", "customer.nmae", "csat", '"text" is missing'))


def test_an_error_message_does_not_repeat_the_customers_words():
    with pytest.raises(DraftError) as caught:
        Draft.read({"text": "my secret is 4471\0"})
    assert "secret" not in str(caught.value)


def test_a_draft_cannot_be_changed():
    draft = Draft(text="Hello", sent_at=datetime(2025, 11, 3, tzinfo=UTC))
    with pytest.raises(ValidationError):
        draft.text = "Other"


def test_the_flat_call_raises_draft_errors_only():
    for bad in (
        {"text": ""},
        {"text": "Hi\0"},
        {"text": "Hi", "channel": "fax"},
        {"text": "Hi", "customer_name": 7},
        {"text": 7},
    ):
        with pytest.raises(DraftError):
            replylint.lint(**bad)
