"""Acts that no phrase can name: private data, shouting, hidden characters, and the name under a sign-off."""

from __future__ import annotations

import pytest

from replylint import Draft

KINDS = {"private_data", "secret_data", "shouting", "hidden_characters", "agent_name"}


@pytest.fixture
def signals(linter):
    def found(text):
        acts = linter.lint(Draft(text=text, channel="chat")).acts
        return [(act.act, act.text, act.sure, act.segment) for act in acts if act.act in KINDS]

    return found


@pytest.mark.parametrize(
    ("text", "kind", "words", "sure"),
    [
        ("Your number 0501234567 is wrong.", "private_data", "0501234567", True),
        ("We will call you on 050-123-4567.", "private_data", "050-123-4567", True),
        ("The driver is Ahmed, 0501234567.", "private_data", "0501234567", False),
        ("The young man is Ahmed, 0501234567.", "private_data", "0501234567", False),
        ("رقم جوالك ٠٥٠١٢٣٤٥٦٧ غير صحيح.", "private_data", "٠٥٠١٢٣٤٥٦٧", True),
        ("سنتصل على هاتفكم 0501234567 اليوم.", "private_data", "0501234567", True),
        ("المندوب أحمد جواله 0501234567 في الطريق.", "private_data", "0501234567", False),
        ("Your address sara.ali@example.com is known.", "private_data", "sara.ali@example.com", True),
        ("The mail went to sara.ali@gmail.com today.", "private_data", "sara.ali@gmail.com", False),
        ("بريدك sara.ali@gmail.com مسجل.", "private_data", "sara.ali@gmail.com", True),
        ("IBAN SA0380000000608010167519 is on file.", "private_data", "SA0380000000608010167519", True),
        ("Card 4111 1111 1111 1111 is on file.", "secret_data", "4111 1111 1111 1111", True),
        ("بطاقة ٤١١١ ١١١١ ١١١١ ١١١١ مسجلة.", "secret_data", "٤١١١ ١١١١ ١١١١ ١١١١", True),
        ("The password: hunter22x", "secret_data", "hunter22x", True),
        ("Your OTP is 482913.", "secret_data", "482913", True),
        ("رمز التحقق 482913 صالح.", "secret_data", "482913", True),
    ],
)
def test_data_of_one_person_are_private_or_secret(signals, text, kind, words, sure):
    assert signals(text) == [(kind, words, sure, signals(text)[0][3])]


def test_words_far_before_a_number_do_not_make_it_the_customers(signals):
    near = "Your parcel is with the driver, Ahmed, 0501234567."
    far = "Your parcel is with the driver, and he is in the blue van near the old mill, Ahmed, 0501234567."
    assert [signals(text)[0][2] for text in (near, far)] == [True, False]


OWN = "It ships today."


@pytest.mark.parametrize(
    "below",
    [
        "\n-- \nOmar 0501234567\nomar.said@gmail.com",
        "\n\nKind regards,\nOmar\n0501234567",
        "\n\nمع تحياتنا،\nعمر\n0501234567",
        "\n> your number 0501234567, your card 4111 1111 1111 1111",
        "\nCustomer: my number is 0501234567\nAgent: yes",
        "\n\nOn Mon, Nov 3, 2025 at 10:15 AM Sara <sara@gmail.com> wrote:\n> 0501234567",
    ],
)
def test_data_in_a_signature_or_a_quote_are_no_fault(signals, below):
    assert {kind for kind, *_ in signals(OWN + below)} <= {"agent_name"}
    assert signals(f"{OWN} Your number is 0501234567.{below}")[0][:2] == ("private_data", "0501234567")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("STOP CALLING US now.\n> WHY IS IT SO LATE", [("shouting", "STOP CALLING US")]),
        ("Agent: It ships!!!\nCustomer: WHY IS IT LATE!!!", [("shouting", "!!!")]),
        ("سيصل اليوم!!!\n> أين طلبي؟؟؟", [("shouting", "!!!")]),
        ("It ships.\n> WHY IS IT SO LATE!!!", []),
        ("Your pay\u200bment is in.\n> my pay\u200bment", [("hidden_characters", "\u200b")]),
        ("It ships.\n> my pay\u200bment", []),
        ("الموظف: سيصل الط\u200bلب.\nالعميل: أين الط\u200bلب؟", [("hidden_characters", "\u200b")]),
    ],
)
def test_shouting_and_hidden_characters_count_only_in_the_agents_own_words(signals, text, found):
    assert [one[:2] for one in signals(text)] == found


def test_what_shouts_under_a_sign_off_is_in_the_signature(signals):
    assert ("shouting", "CALL US NOW", True, "signature") in signals("It ships.\n\nKind regards,\nOmar\nCALL US NOW")
    assert ("shouting", "WE SAID SO, CALL US NOW", True, "body") in signals(
        "WE SAID SO, CALL US NOW.\n\nKind regards,\nOmar"
    )


def test_places_are_those_of_the_text_as_it_was_typed(linter):
    text = "Dear  Sara,\r\n\r\nشُكْـرًا لك. Your pay\u200bment of 0501234567 is LATE AGAIN, we told you!!!"
    acts = linter.lint(Draft(text=text)).acts
    assert {"hidden_characters", "shouting"} <= {act.act for act in acts}
    assert all(text[slice(*act.span)] == act.text for act in acts)
    assert [act.start for act in acts] == sorted(act.start for act in acts)


@pytest.mark.parametrize(
    ("text", "agent", "found"),
    [
        ("Hello, Omar will send it today.", "Omar Said", ("Omar", "body")),
        ("Hello, it ships today.\n\nKind regards,\nO. Said", "Omar Said", ("Said", "signature")),
        ("مرحبا، سيرسله عُمر اليوم.", "عمر سعيد", ("عُمر", "body")),
        ("Hello, the Omarion lamp ships today.", "Omar Said", None),
        ("Hello, it ships today.\n> Omar said so", "Omar", None),
        ("Hello, Al will send it today.", "Al", None),  # too short to be told from a word
        ("Hello, it ships today.", None, None),
        ("Hello, it ships (.*) today.", ".*", None),
    ],
)
def test_the_known_name_of_the_agent_says_who_writes(linter, text, agent, found):
    acts = linter.lint(Draft.read({"text": text, "channel": "chat", "agent": {"name": agent}})).acts
    named = [(act.text, act.segment) for act in acts if act.act == "agent_name"]
    assert named == ([] if found is None else [found])


def test_data_in_the_subject_are_found_too(linter):
    acts = linter.lint(Draft(text="It ships today.", subject="Your card 4111 1111 1111 1111")).acts
    assert ("secret_data", "4111 1111 1111 1111", "subject") in {(act.act, act.text, act.segment) for act in acts}


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("Kind regards,\nOmar Said", "Omar Said"),
        ("Kind regards,\n\nOmar", "Omar"),
        ("Best,\nOmar, Support\nFernhill", "Omar"),
        ("Kind regards,\nOmar Said | Support", "Omar Said"),
        ("Kind regards,\nMary-Jane O'Brien", "Mary-Jane O'Brien"),
        ("-- \nOmar", "Omar"),
        ("مع تحياتنا،\nعمر سعيد", "عمر سعيد"),
        ("مع خالص التحية،\nسُعاد", "سُعاد"),
        ("تحياتي،\nعمر، خدمة العملاء", "عمر"),
        ("Kind regards,\n4471", None),
        ("Kind regards,\nThe team of the blue house at Fernhill", None),
        ("Kind regards,\nThank you", None),
        ("مع تحياتنا،\nشكرا لك", None),
        ("Kind regards,", None),
        ("Omar", None),
        ("Kind regards,\n\n> Sara", None),
    ],
)
def test_the_name_under_a_sign_off_is_the_agents(signals, below, name):
    found = [one[1:] for one in signals(f"Hello, it ships today.\n\n{below}") if one[0] == "agent_name"]
    assert found == ([] if name is None else [(name, True, "signature")])
