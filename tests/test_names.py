"""Whom the reply addresses: the customer, the customer misspelt, or somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Draft
from replylint.acts.spelling import distance


def addressed(linter, text, name, **customer):
    draft = Draft(text=text, channel="email", customer={"name": name, **customer})
    return [
        (act.act, act.text, act.sure)
        for act in linter.lint(draft).acts
        if act.act in {"customer_name", "misspelt_name", "other_name"}
    ]


def status(linter, rule, text, name, **customer):
    report = linter.lint(Draft(text=text, channel="email", customer={"name": name, **customer}))
    return next(verdict.status for verdict in report.verdicts if verdict.rule == rule)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Dear Sara, it ships today.", "Sara Al-Qahtani", "Sara"),
        ("Dear Ms. Al-Qahtani, it ships today.", "Sara Al-Qahtani", "Qahtani"),
        ("Dear SARA, it ships today.", "sara", "SARA"),
        ("Dear Jon, it ships today.", "John Smith", "Jon"),
        ("Thank you, Sara. It ships today.", "Sara Ali", "Sara"),
        ("Dear Mr. Jean-Luc, it ships today.", "Jean-Luc Picard", "Jean-Luc"),
        ("Dear O'Brien, it ships today.", "Mary O’Brien", "O'Brien"),
        ("عزيزتي سارة، سيصل طلبك اليوم.", "سارة القحطاني", "سارة"),
        ("الأستاذة ساره، سيصل طلبك اليوم.", "سارة القحطاني", "ساره"),
        ("شكرا يا أحمد، سيصل طلبك اليوم.", "احمد علي", "أحمد"),
        ("مرحبا أُسَامَة، سيصل طلبك اليوم.", "أسامة", "أُسَامَة"),
        ("مرحبا عبد الله، سيصل طلبك اليوم.", "عبدالله سعيد", "عبد الله"),
        ("مرحبا عبدالله، سيصل طلبك اليوم.", "عبد الله سعيد", "عبدالله"),
        ("مرحبا أبو فهد، سيصل طلبك اليوم.", "أبو فهد", "أبو فهد"),
        ("Dear Abu Fahad, it ships today.", "Abu Fahad", "Abu Fahad"),
    ],
)
def test_the_customer_is_recognised(linter, text, name, words):
    found = addressed(linter, text, name)
    assert [kind for kind, _, sure in found if sure] == ["customer_name"]
    assert words in found[0][1]
    assert status(linter, "customer-name-missing", text, name) == "pass"
    assert status(linter, "customer-name-wrong", text, name) == "pass"


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("Dear Nonny, it ships today.", {"name": "Nawal Said", "preferred_name": "Nonny"}),
        ("عزيزي أبو فهد، سيصل طلبك اليوم.", {"name": "محمد علي", "aliases": ["أبو فهد"]}),
        ("Dear Sara, it ships today.", {"name": "سارة القحطاني", "aliases": ["Sara"]}),
        ("عزيزتي سارة، سيصل طلبك اليوم.", {"name": "Sara سارة"}),
    ],
)
def test_every_right_name_counts(linter, text, customer):
    assert [found[0] for found in addressed(linter, text, **customer)] == ["customer_name"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Dear Huseein, it ships today.", "Hussein Ali", "Huseein"),
        ("Dear Katehrine, it ships today.", "Katherine Jones", "Katehrine"),
        ("مرحبا إبراهييم، سيصل طلبك اليوم.", "إبراهيم علي", "إبراهييم"),
    ],
)
def test_a_misspelling_is_a_warning_with_both_spellings(linter, text, name, words):
    kinds = addressed(linter, text, name)
    assert {kind for kind, _, _ in kinds} == {"customer_name", "misspelt_name"}
    report = linter.lint(Draft(text=text, customer={"name": name}))
    finding = next(finding for finding in report.findings if finding.rule == "customer-name-wrong")
    assert finding.severity == "warning"
    assert words in finding.message
    assert name in finding.message
    assert text[slice(*finding.span)] == words


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Dear Omar, it ships today.", "Sara Ali", "Omar"),
        ("Dear Mr. Haddad, it ships today.", "Sara Ali", "Haddad"),
        ("Dear Mahmoud, it ships today.", "Mohammed Ali", "Mahmoud"),  # alike, and two names
        ("عزيزي أحمد، سيصل طلبك اليوم.", "محمد علي", "أحمد"),
        ("عزيزي خالد، سيصل طلبك اليوم.", "سارة القحطاني", "خالد"),
        ("الأستاذ سلمان، سيصل طلبك اليوم.", "سليمان الحربي", "سلمان"),
        ("أهلا أستاذ علي، سيصل طلبك اليوم.", "محمد القحطاني", "علي"),
        ("أهلا أستاذ خالد، سيصل طلبك اليوم.", "Mohammed Al-Qahtani", "خالد"),
        ("Hi Al, it ships today.", "Mohammed Al-Qahtani", "Al"),
        ("عزيزتي منيرة، سيصل طلبك اليوم.", "Sara Ali", "منيرة"),
        ("Dear Monica, it ships today.", "سارة القحطاني", "Monica"),
        ("Dear Mohammed, it ships today.", "سارة القحطاني", "Mohammed"),
        ("عزيزي إبراهيم، سيصل طلبك اليوم.", "Mohammed Al-Qahtani", "إبراهيم"),
    ],
)
def test_somebody_elses_name_is_an_error(linter, text, name, words):
    assert addressed(linter, text, name) == [("other_name", words, True)]
    report = linter.lint(Draft(text=text, customer={"name": name}))
    finding = next(finding for finding in report.findings if finding.rule == "customer-name-wrong")
    assert (finding.severity, finding.status) == ("error", "fail")
    assert not report.passed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عزيزي محمود، سيصل طلبك اليوم.", "Mohammed Ali"),  # alike
        ("عزيزي سمير، سيصل طلبك اليوم.", "Samer Haddad"),
        ("Dear Zorbina, it ships today.", "سارة القحطاني"),  # no name that is known
    ],
)
def test_a_doubtful_name_in_the_other_script_is_unsure_and_never_fails(linter, text, name):
    assert [(kind, sure) for kind, _, sure in addressed(linter, text, name)] == [("customer_name", False)]
    assert status(linter, "customer-name-missing", text, name) == "unsure"
    assert status(linter, "customer-name-wrong", text, name) == "unsure"


@pytest.mark.parametrize(
    ("text", "name", "used"),
    [
        ("Hello, we hope it arrives in May.", "May Ali", False),
        ("Hello, we will mark it as urgent.", "Mark Jones", False),
        ("Dear Mark, it ships today.", "Mark Jones", True),
        ("Dear May, it ships today.", "May Ali", True),
        ("مرحبا بك، سيكون كل شيء على أمل اللقاء.", "أمل سعيد", False),
        ("عزيزتي أمل، سيصل طلبك اليوم.", "أمل سعيد", True),
        ("مرحبا بك، هذا خصم جميل لك.", "جميل سعيد", False),
        ("أستاذ جميل، سيصل طلبك اليوم.", "جميل سعيد", True),
        ("Hello, a parcel for Sarahville left.", "Sarah Ali", False),
        ("Hello @sara, it ships today.", "Sara Ali", False),
    ],
)
def test_a_name_that_is_a_word_counts_only_as_an_address(linter, text, name, used):
    assert ("customer_name" in {kind for kind, _, _ in addressed(linter, text, name)}) is used


@pytest.mark.parametrize(
    "text",
    [
        "Hello, it ships today.",
        "Dear customer, it ships today.",
        "Dear Sir or Madam, it ships today.",
        "Hi there, it ships today.",
        "عزيزي العميل، سيصل طلبك اليوم.",
        "مرحبا بك، سيصل طلبك اليوم.",
        "السلام عليكم ورحمة الله، سيصل طلبك اليوم.",
    ],
)
@pytest.mark.parametrize("name", ["Zainab Ali", "زينب علي"])
def test_no_address_by_name_is_no_name(linter, text, name):
    assert addressed(linter, text, name) == []
    assert status(linter, "customer-name-missing", text, name) == "fail"
    assert status(linter, "customer-name-wrong", text, name) == "pass"


def test_a_name_in_the_quote_or_the_signature_is_not_used(linter):
    assert addressed(linter, "Hello, it ships today.\n\n> Sara wants her lamp\n> Sara", "Sara Ali") == []
    assert addressed(linter, "Hello, it ships today.\n-- \nSara", "Sara Ali") == []


@pytest.mark.parametrize(
    "name",
    [
        ".*(",
        "[",
        "\\",
        "(?P<x",
        "a{99999}",
        "$^",
        "4471",
        "😀",
        "-",
        "'",
        " ",
        "X",
        "ع",
        "Ng",
        "al",
        "بن",
        "Mr",
        "abdul",
        "أبو",
        "x" * 5000,
        "ab " * 500,
    ],
)
@pytest.mark.parametrize(
    "text", ["Dear X, .*( it ships today.", "عزيزي ع، سيصل طلبك.", "Hi Ng, it ships.", "Hello [ \\ (?P<x 😀"]
)
def test_any_record_is_taken_as_plain_words(linter, text, name):
    for act in linter.lint(Draft(text=text, customer={"name": name})).acts:
        assert text[act.start : act.end] == act.text


@pytest.mark.parametrize(
    ("text", "name", "used"),
    [
        ("Dear X, it ships today.", "X", True),
        ("Dear customer, model X ships.", "X", False),
        ("Dear customer, exit X2.", "X", False),
    ],
)
def test_a_name_of_one_letter_counts_only_as_an_address(linter, text, name, used):
    assert bool(addressed(linter, text, name)) is used


@pytest.mark.parametrize("name", ["", "   "])
def test_an_empty_record_is_no_name(linter, name):
    report = linter.lint(Draft(text="Hello, it ships today.", customer={"name": name}))
    assert not [finding for finding in report.findings if finding.rule == "customer-name-wrong"]


def test_the_agents_own_name_is_not_the_customers(linter):
    text = "Hello, Omar here from Fernhill. It ships today."
    report = linter.lint(Draft(text=text, customer={"name": "Sara Ali"}, agent={"name": "Omar"}))
    assert not [act for act in report.acts if act.act in {"other_name", "customer_name"}]


@pytest.mark.parametrize("mark", ["", "\u064b", "\u0640", "\u200f"])
def test_marks_in_a_name_never_matter(linter, mark):
    assert addressed(linter, f"مرحبا سا{mark}رة، سيصل طلبك اليوم.", "سارة") == [("customer_name", f"سا{mark}رة", True)]


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0),
        ("sara", "sara", 0),
        ("sara", "sarah", 1),
        ("hussein", "husesin", 1),
        ("abc", "", 3),
        ("omar", "sara", 4 - 1),
    ],
)
def test_distance_counts_edits(one, other, edits):
    assert distance(one, other) == edits


@given(st.text("abحس", max_size=7), st.text("abحس", max_size=7))
def test_distance_is_symmetric_and_zero_only_for_equals(one, other):
    found = distance(one, other)
    assert found == distance(other, one)
    assert (found == 0) == (one == other)
    assert abs(len(one) - len(other)) <= found <= max(len(one), len(other))
