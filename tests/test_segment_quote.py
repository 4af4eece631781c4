"""Where the agent's own words are: opening, closing, signature, and what mail programs quote."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Draft
from replylint.text.quote import quoted
from replylint.text.segment import layout
from replylint.text.view import view

OWN = "Dear Sara, it ships today."
OWN_AR = "عزيزتي سارة، سيصل طلبك اليوم."


def own_text(text):
    """What the linter takes for the agent's words, as written."""
    seen = view(text)
    return [text[slice(*seen.span(start, end))] for start, end in layout(seen.text).own]


HISTORY = {
    "gmail": "On Mon, Nov 3, 2025 at 10:15 AM Sara Ali <sara@example.com> wrote:\n\n> Where is my order?\n> Sara",
    "gmail wrapped": "On Mon, Nov 3, 2025 at 10:15 AM Sara Ali Al-Qahtani of Example\n<sara@example.com> wrote:\n\n> Where is it?",
    "gmail without marks": "On Mon, Nov 3, 2025 at 10:15 AM Sara <sara@example.com> wrote:\nWhere is my order?\nSorry, I am angry.",
    "outlook desktop": "From: Sara Ali <sara@example.com>\nSent: Monday, November 3, 2025 10:15 AM\nTo: Support\nSubject: Order\n\nWhere?",
    "outlook bold": "*From:* Sara Ali\n*Sent:* Monday, November 3, 2025\n*To:* Support\n*Subject:* Order\n\nWhere is it?",
    "outlook web": "________________________________\nFrom: Sara Ali <s@example.com>\nSent: Monday, November 3, 2025\nTo: Support\n\nWhere?",
    "original message": "-----Original Message-----\nFrom: Sara\nSent: Monday\nTo: Support\n\nWhere is my order?",
    "apple mail": "On 3 Nov 2025, at 10:15, Sara Ali <sara@example.com> wrote:\n\n> Where is my order?\n> \n> Sara",
    "thunderbird": "On 11/3/25 10:15, Sara Ali wrote:\n> Where is my order?\n>> Older words.",
    "forwarded gmail": "---------- Forwarded message ---------\nFrom: Sara <sara@example.com>\nDate: Mon, Nov 3\nTo: x\n\nWhere?",
    "forwarded apple": "Begin forwarded message:\n\nFrom: Sara <sara@example.com>\nSubject: Order\nDate: 3 November 2025\n\nWhere?",
    "french": "Le lun. 3 nov. 2025 à 10:15, Sara Ali <sara@example.com> a écrit :\n\n> Où est ma commande ?",
    "bare marks": "> Where is my order?\n> Sara",
    "iphone": "Sent from my iPhone",
    "outlook phone": "Get Outlook for iOS<https://aka.ms/o0ukef>",
}
HISTORY_AR = {
    "gmail": "في الاثنين، 3 نوفمبر 2025 في 10:15 ص تمت كتابة ما يلي بواسطة \u202aSara Ali\u202c\u200f <\u202asara@example.com\u202c\u200f>:\n\n> أين طلبي؟",
    "gmail digits": "في الاثنين، ٣ نوفمبر ٢٠٢٥ في ١٠:١٥ ص كتبت سارة علي <sara@example.com>:\n\n> أين طلبي؟",
    "outlook desktop": "من: سارة علي <sara@example.com>\nتم الإرسال: الاثنين، 3 نوفمبر 2025 10:15 ص\nإلى: الدعم\nالموضوع: طلبي\n\nأين طلبي؟",
    "outlook web": "________________________________\nمن: سارة علي <sara@example.com>\nتم الإرسال: الاثنين 3 نوفمبر\nإلى: الدعم\n\nأين طلبي؟",
    "apple mail": "في ٣ نوفمبر ٢٠٢٥، الساعة ١٠:١٥ ص، كتب سارة علي <sara@example.com>:\n\n> أين طلبي؟",
    "thunderbird": "في ٠٣\u200f/١١\u200f/٢٠٢٥ ١٠:١٥ ص، كتب سارة علي:\n> أين طلبي؟",
    "original message": "-----الرسالة الأصلية-----\nمن: سارة\nتم الإرسال: الاثنين\n\nأين طلبي؟",
    "forwarded": "---------- رسالة مُعاد توجيهها ---------\nمن: سارة <sara@example.com>\nالتاريخ: الاثنين\nإلى: الدعم\n\nأين؟",
    "iphone": "أُرسلت من الـ iPhone الخاص بي",
}
CASES = [(OWN, key, value) for key, value in HISTORY.items()] + [
    (OWN_AR, key, value) for key, value in HISTORY_AR.items()
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(("own", "history"), [pytest.param(o, h, id=f"{o[:1]} {k}") for o, k, h in CASES])
def test_quoted_history_is_not_the_agents(own, history, line_break):
    text = f"{own}\n\n{history}".replace("\n", line_break)
    assert own_text(text) == [own]


@pytest.mark.parametrize(("own", "history"), [pytest.param(o, h, id=f"{o[:1]} {k}") for o, k, h in CASES])
def test_history_alone_leaves_no_word_of_the_agent(own, history):
    assert own not in history
    assert own_text(history) == []


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        OWN_AR,
        "On 3 November you wrote that the lamp was broken. We are sorry.",
        "On 3 November you wrote:\nthe lamp is broken. We are sorry for that.",
        "في 3 نوفمبر كتبت لنا أن المصباح مكسور، ونعتذر عن ذلك.",
        "في 3 نوفمبر كتبت لنا:\nالمصباح مكسور. ونعتذر عن ذلك.",
        "تفاصيل رحلتك:\nمن: الرياض\nإلى: جدة\nنعتذر عن التأخير.",
        "من: الرياض / إلى: جدة\nشكرا لك.",
        "Your flight:\nFrom: Riyadh\nTo: Jeddah\nWe are sorry for the delay.",
        "Your flight:\nFrom: Riyadh\nTo: Jeddah\nDate: 12 May\nWe are sorry for the delay.",
        "رحلتك:\nمن: الرياض\nإلى: جدة\nالتاريخ: 12 مايو\nنعتذر عن التأخير.",
        "كتبت لنا في 3 نوفمبر:\nالمصباح مكسور. ونعتذر عن ذلك.",
        "The price is > 40 SAR, and 3 > 2.",
        "It was sent from our warehouse on Monday.",
        "Subject: your order\nIt ships today.",
        "Here is the list:\n---\nlamp\n---\nThank you.",
        "Our colleague wrote: it ships today.",
        "كتب زميلنا: سيصل الطلب اليوم.",
    ],
)
def test_what_only_looks_like_history_stays_the_agents(text):
    assert own_text(text) == [text]


def test_answers_between_quoted_lines_are_the_agents():
    text = (
        "Hello Sara,\n\nOn Mon, Nov 3, 2025 at 10:15 AM Sara <s@example.com> wrote:\n> Where is my order?\n"
        "It ships today.\n> And my refund?\nIt was paid on Sunday.\n> Sara"
    )
    assert own_text(text) == ["Hello Sara,", "It ships today.", "It was paid on Sunday."]


def test_answers_above_and_below_the_quote_in_arabic():
    text = "مرحبا سارة،\n> أين طلبي؟\nسيصل اليوم.\n> شكرا"
    assert own_text(text) == ["مرحبا سارة،", "سيصل اليوم."]


@pytest.mark.parametrize(
    ("text", "opening", "closing", "signature"),
    [
        (
            "Hi Sara,\n\nIt ships today.\n\nKind regards,\nOmar",
            "Hi Sara,\n\nIt ships today.\n\n",
            "Kind regards,",
            "Omar",
        ),
        (
            "مرحبا سارة،\n\nسيصل طلبك اليوم.\n\nمع تحياتنا،\nعمر",
            "مرحبا سارة،\n\nسيصل طلبك اليوم.\n\n",
            "مع تحياتنا،",
            "عمر",
        ),
        ("Hi Sara, it ships today.", "Hi Sara, it ships today.", "Hi Sara, it ships today.", ""),
        (
            "Hi Sara,\n\nIt ships today.\n\nThank you\n-- \nOmar\nSupport",
            "Hi Sara,\n\nIt ships today.\n\n",
            "Thank you",
            "-- \nOmar\nSupport",
        ),
    ],
)
def test_segments_by_structure(text, opening, closing, signature):
    seen = view(text)
    found = layout(seen.text)
    assert text[: seen.position(found.opening_end)] == opening
    assert closing in text[seen.position(found.closing_start) : seen.position(found.signature_start)]
    assert text[seen.position(found.signature_start) :].strip() == signature


def test_a_reply_of_one_sentence_is_opening_body_and_closing():
    found = layout("thank you sara, it ships today.")
    assert (found.start, found.opening_end, found.closing_start) == (0, found.end, 0)


def test_the_opening_of_a_long_reply_ends_with_a_sentence():
    text = "hi sara, thank you. " + "we looked into the matter with care and found it. " * 12
    end = layout(text).opening_end
    assert 60 <= end <= 80
    assert text[:end].endswith(".")


def test_the_closing_of_a_long_reply_is_its_end():
    text = "hi sara. " + "we looked into the matter with care and found it. " * 30
    assert len(text) - layout(text).closing_start <= 260


def test_the_signature_never_counts(linter):
    text = "The lamp ships today.\n-- \nThank you, Hello Sara, sorry"
    assert linter.lint(Draft(text=text)).acts == ()


LINES = [
    "Hi Sara,",
    "> old",
    "From: a",
    "Sent: b",
    "من: س",
    "تم الإرسال: ص",
    "On 3 Nov 2025 Sara wrote:",
    "-- ",
    "__________",
    "Kind regards,",
    "",
    "شكرا",
    "  ",
    "---",
]


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
def test_own_text_and_quotes_never_overlap(text):
    seen = view(text)
    found = layout(seen.text)
    quotes = quoted(seen.text)
    assert quotes == sorted(quotes)
    ranges = sorted([*found.own, *quotes])
    for (_, end), (start, _) in pairwise(ranges):
        assert end <= start
    for start, end in found.own:
        assert seen.text[start:end].strip() == seen.text[start:end] != ""
    assert 0 <= found.start <= found.opening_end <= len(seen.text)
    assert found.start <= found.closing_start <= len(seen.text)
