"""The language of a text by its script, and numbers about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Draft
from replylint.text import measure
from replylint.text.language import language
from replylint.text.view import view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thank you for waiting", "en"),
        ("شكرا لتواصلك معنا", "ar"),
        ("١٢٣ 456 !!", "unknown"),
        ("😀😀😀", "unknown"),
        ("", "unknown"),
        ("تم شحن طلبك ويمكنك تتبعه هنا https://example.com/track/orders/very/long/path", "ar"),
        ("راسلنا على support.team@example.com وسنرد عليك", "ar"),
        ("رقم طلبك هو order-4471-abcdef وقد خرج", "ar"),
        ("مرحبا {customer_first_name} تم شحن طلبك", "ar"),
        ("تابعنا على @replylint_support_team لمعرفة الجديد", "ar"),
        ("حدّث تطبيق iphone ثم أعد المحاولة من فضلك", "ar"),
        ("please reply to «شكرا» in the form that we sent you yesterday", "en"),
        ("مرحبا بك عزيزي العميل. hello dear customer of ours", "mixed"),
        ("شكرا لتواصلك معنا thank you for contacting us", "mixed"),
    ],
)
def test_language_is_told_by_script_without_links_and_codes(text, expected):
    assert language(view(text).text) == expected


def test_the_callers_word_wins(linter):
    assert linter.lint(Draft(text="شكرا لك", channel="chat", language="en")).language == "en"


@given(st.text(max_size=60))
def test_language_answers_for_any_text(text):
    assert language(text) in {"ar", "en", "mixed", "unknown"}


@pytest.mark.parametrize("line", ["a" * 200_000 + "ش", "{شa" * 60_000, "ab-" * 60_000 + "ش", "a1" * 90_000 + " ش"])
def test_one_endless_line_is_no_trap(line):
    assert language(line) in {"ar", "en", "mixed"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("شكرًا لك ، Sara - 2 طلب", 5),
        ("one", 1),
        ("it's a well-known fact", 4),
        ("... !! 😀 —", 0),
        ("(hello) «شكرا»", 2),
        ("a\tb\nc\r\nd", 4),
    ],
)
def test_words_hold_a_letter_or_a_digit(text, count):
    assert measure.words(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("No end", 1),
        ("One. Two! Three?", 3),
        ("كيف حالك؟ نعتذر لك. شكرا…", 3),
        ("Version 2.5 costs 3.50 today.", 1),
        ("Wait... what?!", 2),
        ("A line\nanother line", 2),
        ("She said “fine.” Then left.", 2),
        ("!!! ...", 0),
    ],
)
def test_sentences_end_at_marks_and_line_breaks(text, count):
    assert measure.sentences(text) == count


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a\nb", 1), ("a\n\nb", 2), ("a\n \n\n\nb\n\n", 2), ("a\n\n---\n\nb", 2)]
)
def test_paragraphs_are_blocks_between_blank_lines(text, count):
    assert measure.paragraphs(text) == count


@pytest.mark.parametrize(("text", "count"), [("", 0), ("  ", 0), (" Order 4471 ", 10), ("طلبك", 4), ("👍", 1)])
def test_characters_are_code_points_without_outer_space(text, count):
    assert measure.characters(text) == count


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a", 1), ("a\nb", 2), ("a\r\nb", 2), ("a\rb", 2), ("a\n\n \nb", 2)]
)
def test_lines_hold_anything(text, count):
    assert measure.lines(text) == count


@given(st.lists(st.sampled_from(["شكرا", "hello", "4471", "it's"]), max_size=30))
def test_words_counts_what_was_joined(parts):
    assert measure.words(" \n ".join(parts)) == len(parts)


@given(st.text(max_size=60))
def test_measures_are_never_negative_and_agree_on_emptiness(text):
    found = (measure.words(text), measure.sentences(text), measure.paragraphs(text))
    assert len({bool(number) for number in found}) == 1
    assert found[0] >= found[2]


def test_quoted_history_and_signature_are_not_measured(linter):
    text = "Dear Sara, it ships today.\n-- \nOmar\nSupport\n> " + "old words " * 300
    report = linter.lint(Draft(text=text, customer={"name": "Sara"}, subject="Order 4471"))
    verdict = next(verdict for verdict in report.verdicts if verdict.rule == "reply-too-short")
    assert verdict.evidence.startswith("5 words")
