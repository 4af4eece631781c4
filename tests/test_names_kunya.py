"""Addresses by kunya, words inside a greeting, and names that are also words."""

from __future__ import annotations

import pytest

from replylint import Draft


@pytest.fixture
def addressed(linter):
    def found(text, name, **more):
        acts = linter.lint(Draft(text=text, channel="chat", customer={"name": name}, **more)).acts
        return [(act.act, act.text) for act in acts if act.act in {"customer_name", "misspelt_name", "other_name"}]

    return found


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("هلا بو ناصر، طلبك جاهز.", "محمد العلي", ("customer_name", "بو ناصر")),
        ("هلا بو ناصر، طلبك جاهز.", None, ("customer_name", "بو ناصر")),
        ("هلا بو ناصر، طلبك جاهز.", "أبو ناصر", ("customer_name", "بو ناصر")),
        ("هلا أبا ناصر، طلبك جاهز.", "أبو ناصر", ("customer_name", "أبا ناصر")),
        ("هلا بو ناصر، طلبك جاهز.", "أبو خالد", ("other_name", "بو ناصر")),
        ("مرحبا يا أم فهد، طلبك جاهز.", "سارة علي", ("customer_name", "أم فهد")),
        ("مرحبا يا أم فهد، طلبك جاهز.", "أم خالد", ("other_name", "أم فهد")),
        ("Hi Abu Nasser, it ships today.", "Mohammed Ali", ("customer_name", "Abu Nasser")),
        ("Hi Abu Nasser, it ships today.", "Abu Khalid", ("other_name", "Abu Nasser")),
        ("Hi Um Fahad, it ships today.", "Sara Ali", ("customer_name", "Um Fahad")),
        ("هلا محمد، طلبك جاهز يا بو ناصر.", "محمد العلي", ("customer_name", "محمد")),
    ],
)
def test_a_kunya_is_a_right_name_unless_the_record_holds_another(addressed, text, name, expected):
    assert addressed(text, name) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "وجدنا أبو ظبي في العنوان.",
        "مرحبا، زرنا أبو ظبي أمس.",
        "هلا أم، طلبك جاهز.",
        "Hello, we ship to Abu Dhabi.",
        "Hi um the lamp ships today.",
    ],
)
@pytest.mark.parametrize("name", ["محمد العلي", "أبو خالد"])
def test_what_only_begins_like_a_kunya_is_none(addressed, text, name):
    assert addressed(text, name) == []


def test_another_kunya_fails_the_rule_and_a_kunya_beside_a_name_passes(linter):
    for name, status in (("أبو خالد", "fail"), ("خالد العلي", "pass")):
        report = linter.lint(Draft(text="هلا بو ناصر، طلبك جاهز.", channel="email", customer={"name": name}))
        assert {one.rule: one.status for one in report.verdicts}["customer-name-wrong"] == status


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello, this is Abu Nasser from Fernhill.", "Um Khalid"),
        ("مرحبا، معك أبو ناصر من فرنهيل.", "أم خالد"),
        ("Hello, your driver Abu Nasser is near.", "Um Khalid"),
        ("مرحبا، المندوب أبو ناصر في الطريق إليك.", "أم خالد"),
    ],
)
def test_somebody_else_who_is_spoken_of_by_kunya_is_not_addressed(addressed, text, name):
    assert addressed(text, name) == []


@pytest.mark.parametrize(
    ("text", "name", "used"),
    [
        ("السلام عليكم ورحمة الله وبركاته، طلبك جاهز.", "رحمة العلي", None),
        ("السلام عليكم رحمة، طلبك جاهز.", "رحمة العلي", "رحمة"),
        ("السلام عليكم ورحمة الله، يا رحمة طلبك جاهز.", "رحمة العلي", "رحمة"),
        ("عزيزتي رحمة، طلبك جاهز.", "رحمة العلي", "رحمة"),
        ("صباح الخير، طلبك جاهز.", "صباح العلي", None),
        ("صباح النور، طلبك جاهز.", "نور العلي", None),
        ("صباح الخير صباح، طلبك جاهز.", "صباح العلي", "صباح"),
        ("مساء النور، طلبك جاهز.", "نور العلي", None),
        ("مساء الخير نور، طلبك جاهز.", "نور العلي", "نور"),
        ("مساء النور يا نور، طلبك جاهز.", "نور العلي", "نور"),
    ],
)
def test_a_word_inside_a_greeting_addresses_nobody(addressed, text, name, used):
    assert addressed(text, name) == ([] if used is None else [("customer_name", used)])


def test_the_greeting_does_not_hide_that_the_name_is_missing(linter):
    for text, name in (("السلام عليكم ورحمة الله، طلبك جاهز.", "رحمة العلي"), ("صباح الخير، طلبك جاهز.", "صباح العلي")):
        report = linter.lint(Draft(text=text, customer={"name": name}))
        assert "customer-name-missing" in {one.rule for one in report.findings}


@pytest.mark.parametrize(
    ("text", "name", "used"),
    [
        ("Hello, the white one ships today.", "Olivia White", None),
        ("Hello, your White lamp ships today.", "Olivia White", None),
        ("Hello, it will be with you by May. The Brown box, too.", "Olivia Brown", None),
        ("Hello, the young lady has it.", "Peter Young", None),
        ("Hello, the Rose lamp ships today.", "Rose Bell", None),
        ("Dear Ms. White, it ships today.", "Olivia White", "White"),
        ("Dear White, it ships today.", "Olivia White", "White"),
        ("Dear Olivia White, the white one ships.", "Olivia White", "Olivia White"),
        ("Hello Mr Young, it ships today.", "Peter Young", "Young"),
        ("Thanks, Rose. It ships today.", "Rose Bell", "Rose"),
        ("أستاذ سعيد، طلبك جاهز.", "محمد سعيد", "سعيد"),
        ("مرحبا، يوم سعيد لك.", "محمد سعيد", None),
    ],
)
def test_a_family_name_that_is_a_word_counts_only_as_an_address(addressed, text, name, used):
    assert addressed(text, name) == ([] if used is None else [("customer_name", used)])


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("hello olivia, it ships today.", "olivia"),
        ("hi there, olivia it ships today. thanks", "olivia"),
        ("Hello olivia, it ships today.", "olivia"),
        ("Hello, we saw olivia oil on it.", None),
        ("Hello, it ships today, olivia has it.", None),
        ("Hello, we saw Olivia today.", "Olivia"),
        ("Hello, Olivia's lamp ships today.", None),
        ("Hello, Boliviana ships today.", None),
    ],
)
def test_small_letters_where_the_writer_uses_capitals_are_a_name_only_as_an_address(addressed, text, used):
    assert addressed(text, "Olivia Brandt") == ([] if used is None else [("customer_name", used)])
