"""In which gender the reply addresses the customer, by tables written without sight of the rules, and by cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint import Draft
from replylint.acts.gender import GenderFinder, wrong_vowels
from replylint.model import Customer

TABLES = Path(__file__).parent / "gender"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (TABLES / name).read_text("utf-8").splitlines()]


def wrong(linter, text: str, name: str | None, gender: str | None = None) -> list[tuple[str, str]]:
    report = linter.lint(Draft(text=text, channel="chat", customer={"name": name, "gender": gender}))
    found = [finding for finding in report.findings if finding.rule == "address-gender"]
    return [(finding.status, text[finding.start : finding.end]) for finding in found if finding.start is not None]


@pytest.mark.parametrize("table", ["first.jsonl", "second.jsonl", "third.jsonl"])
def test_wrong_alarms_are_rare_and_most_wrong_words_are_found(linter, table):
    found = {True: 0, False: 0}
    missed = []
    alarms = []
    for row in rows(table):
        failed = any(status == "fail" for status, _ in wrong(linter, row["text"], row["name"], row["gender"]))
        found[row["wrong"]] += failed
        if failed and not row["wrong"]:
            alarms.append(row["text"])
        if row["wrong"] and not failed:
            missed.append(row["text"])
    all_wrong = sum(bool(row["wrong"]) for row in rows(table))
    assert len(alarms) <= 0.03 * (found[True] + found[False]), alarms
    assert found[True] >= 0.85 * all_wrong, missed


def test_no_name_is_given_a_gender_that_it_has_not(rulebook):
    finder = GenderFinder(rulebook.book.names)
    given = [(row["name"], row["gender"], finder.of(Customer(name=row["name"]))) for row in rows("names.jsonl")]
    assert not [one for one in given if one[2] not in (None, one[1])]
    assert sum(one[2] == one[1] for one in given) > 0.9 * len(given)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("سارة العلي", "f"),
        ("Mohammed Al-Qahtani", "m"),
        ("أبو فهد", "m"),
        ("أم خالد", "f"),
        ("عبد الرحمن الحربي", "m"),
        ("الأستاذ خالد", "m"),
        ("نور الهاشمي", None),
        ("Alex Morgan", None),
        ("Paul and Anna Smith", None),
        ("مؤسسة خالد", None),
        ("Khalid & Sons Co.", None),
        (None, None),
    ],
)
def test_the_gender_of_a_name(rulebook, name, gender):
    assert GenderFinder(rulebook.book.names).of(Customer(name=name)) == gender


def test_the_record_knows_better_than_the_name(linter):
    assert wrong(linter, "عزيزي سارة، وصل طلبك.", "سارة العلي") == [("fail", "عزيزي سارة")]
    assert wrong(linter, "عزيزي سارة، وصل طلبك.", "سارة العلي", "m") == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Dear Mr. Noura, the bill is attached.", "Noura Ali", ["Mr. Noura"]),
        ("Dear Mr. and Mrs. Haddad, the room is ready.", "Omar Haddad", []),
        ("مرحبًا عزيزي الأستاذ سارة، وصلت الأوراق.", "سارة العلي", ["عزيزي الأستاذ سارة"]),
        ("أهلا يا أستاذ سارة، وصلت الأوراق.", "سارة العلي", ["أستاذ سارة"]),
        ("أهلا سارة، سيتصل بك الأستاذ خالد.", "سارة العلي", []),
        ("أهلا خالد، تواصلي معنا متى شئت.", "خالد العلي", ["تواصلي"]),
        ("أهلا أحمد، يمكنكِ تتبع الشحنة.", "أحمد سالم", ["يمكنكِ"]),
        ("أهلا منيرة، يمكنكَ تتبع الشحنة.", "منيرة سالم", ["يمكنكَ"]),
        ("أهلا منيرة، يمكنكِ تتبع الشحنة.", "منيرة سالم", []),
        ("أهلا نور، تقدرين تستلمينه غدا.", "نور سالم", []),
    ],
)
def test_the_words_that_are_wrong(linter, text, name, words):
    assert [said for _, said in wrong(linter, text, name)] == words


@pytest.mark.parametrize("text", ["ملكِ العقار", "بنكِ الرياض", "اشتراكِ الشهر", "شريكَ النجاح"])
def test_a_vowel_sign_on_a_letter_of_the_word_itself_is_none(text):
    assert wrong_vowels("m", text) == wrong_vowels("f", text) == []


def test_without_a_gender_the_rule_is_not_applicable(linter):
    report = linter.lint(Draft(text="Dear Sir, your card is ready.", customer={"name": "Alex Morgan"}))
    assert next(one for one in report.verdicts if one.rule == "address-gender").status == "not_applicable"


def test_a_woman_called_something_only_half_certain_is_unsure(linter):
    assert [status for status, _ in wrong(linter, "عسلامة أنيس، إنتي تنجم تخلص بالكارطة.", "أنيس", "m")] == ["unsure"]
