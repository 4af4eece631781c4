"""Whatever a reply holds: spans are exact, reports are sound, and nothing but DraftError is raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Draft, DraftError, apply_fixes

PHRASES = [
    "Dear Sara,", "Hello", "Thank you for waiting.", "We are sorry for the delay", "Please let us know", "Kind regards,",
    "no thanks", "thanks to the team", "you said", "{name}", "[Customer Name]", "السلام عليكم", "مرحبا سارة،", "شكرًا لتواصلك معنا.",
    "نَعتذرُ عن التأخير", "نحن في خدمتك", "مع تحياتنا،", "ﺷﻜﺮﺍ ﻟﻚ", "قلت لنا", "أبو فهد", "رقم جوالك", "4471", "٤٤٧١",
    "> quoted", "On Mon, Nov 3, 2025 Sara wrote:", "من: سارة", "تم الإرسال: اليوم", "-- ", "Sent from my iPhone", "__________",
]  # fmt: skip
NOISE = [
    "\u064b",
    "\u0640",
    "\u0301",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u00ad",
    "İ",
    "ß",
    "ﷺ",
    "😀",
    "👩‍💻",
    "𝒳",
    "(",
    ")",
    "*",
    "\\",
    "…",
    "؟",
]
SPACES = [" ", "  ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u2028", "\n\n", ""]

pieces = st.one_of(st.sampled_from(PHRASES), st.sampled_from(NOISE), st.sampled_from(SPACES))
replies = st.lists(pieces, max_size=30).map("".join)
sprinkled = st.tuples(replies, st.lists(st.tuples(st.integers(0, 400), st.sampled_from(NOISE)), max_size=6)).map(
    lambda made: _sprinkle(*made)
)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=500)
names = st.sampled_from([None, "Sara Ali", "سارة علي", "أبو فهد", "Mark", ".*(", "X", "İbrahim", "ﻣﺤﻤﺪ"])
channels = st.sampled_from(["email", "chat", "social", "phone"])


def _sprinkle(text, marks):
    for at, mark in marks:
        text = text[:at] + mark + text[at:]
    return text


def read(linter, text, name, channel, message=None, subject=None):
    """Lint, or None where the draft holds no words of the agent's own."""
    draft = Draft(text=text, channel=channel, customer={"name": name}, customer_message=message, subject=subject)
    try:
        return draft, linter.lint(draft)
    except DraftError as error:
        assert "nothing to judge" in str(error)  # noqa: PT017  any other refusal of a short text is a fault
        return draft, None


def assert_sound(draft, report):
    for act in report.acts:
        source = draft.subject if act.segment == "subject" else draft.text
        assert 0 <= act.start < act.end <= len(source)
        assert source[act.start : act.end] == act.text
        assert act.text.strip()
    for finding in report.findings:
        source = draft.subject if finding.segment == "subject" else draft.text
        assert (finding.span is None) != (finding.anchor is None)
        if finding.span is not None:
            assert source[slice(*finding.span)] == finding.evidence
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(source)
    assert 0 <= report.score <= 100
    assert report.passed or any(one.severity == "error" and one.status == "fail" for one in report.findings)
    assert {one.status for one in report.findings} <= {"fail", "unsure"}


@given(st.one_of(replies, sprinkled), names, channels, st.one_of(st.none(), replies))
def test_every_act_is_cut_out_of_the_text(linter, text, name, channel, message):
    draft, report = read(linter, text, name, channel, message)
    if report:
        assert_sound(draft, report)


@given(anything, names, channels)
def test_any_text_is_judged_or_refused(linter, text, name, channel):
    draft, report = read(linter, text, name, channel, message=text, subject=text)
    if report:
        assert_sound(draft, report)


@given(st.one_of(replies, anything))
def test_fixes_apply_to_whatever_was_judged(linter, text):
    draft, report = read(
        linter, text, "Sara Ali", "email", "My order never arrived, I am very disappointed!", text[:80]
    )
    if report:
        after = apply_fixes(draft, report, unsafe=True)
        again = linter.lint(after)
        assert_sound(after, again)
        assert len(after.text) >= len(text)


@given(replies, names)
def test_the_same_draft_gives_the_same_report(linter, text, name):
    (_, one), (_, other) = read(linter, text, name, "email"), read(linter, text, name, "email")
    assert one == other


CLEAR = ["Dear Sara, thank you.", "We are sorry, Sara.", "السلام عليكم سارة، شكرا لك.", "نعتذر لك يا سارة."]


@given(st.sampled_from(CLEAR), st.integers(0, 40), st.sampled_from(["\u200b", "\u200f", "\u202b", "\u2066", "\ufeff"]))
def test_unseen_characters_hide_no_act(linter, text, at, mark):
    plain = linter.lint(Draft(text=text, channel="chat"))
    marked = linter.lint(Draft(text=text[:at] + mark + text[at:], channel="chat"))
    found = [(act.act, act.segment) for act in marked.acts if act.act != "hidden_characters"]
    assert found == [(act.act, act.segment) for act in plain.acts]


@given(
    st.sampled_from([text for text in CLEAR if "ا" in text]),
    st.integers(1, 40),
    st.sampled_from(["\u064b", "\u0651", "\u0640"]),
)
def test_diacritics_and_tatweel_hide_no_act(linter, text, at, mark):
    at = next((place for place in range(min(at, len(text) - 1), 0, -1) if text[place - 1].isalpha()), 1)
    plain = linter.lint(Draft(text=text, channel="chat"))
    marked = linter.lint(Draft(text=text[:at] + mark + text[at:], channel="chat"))
    assert [act.act for act in marked.acts] == [act.act for act in plain.acts]


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_read_the_same(linter, line_break):
    text = "Dear Sara,\n\nThank you for waiting. We are sorry.\n\n> old words\n\nKind regards,\nOmar"
    plain, other = (linter.lint(Draft(text=one)) for one in (text, text.replace("\n", line_break)))
    assert [(act.act, act.text, act.segment) for act in plain.acts] == [
        (act.act, act.text, act.segment) for act in other.acts
    ]
    assert [one.status for one in plain.verdicts] == [one.status for one in other.verdicts]
