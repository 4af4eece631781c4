"""What shouts: capitals, rows of marks, stretched letters; and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.shouting import shouting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PLEASE READ THE MAIL before you reply.", [("capitals", "PLEASE READ THE MAIL")]),
        ("We ALREADY TOLD YOU that on Monday.", [("capitals", "ALREADY TOLD YOU")]),
        ("You must pay IMMEDIATELY.", [("capitals", "IMMEDIATELY")]),
        ("I NEVER said that.", [("capitals", "I NEVER")]),
        ("THERE IS NOTHING ELSE WE CAN DO", [("capitals", "THERE IS NOTHING ELSE WE CAN DO")]),
        (
            "AS I SAID, THE WARRANTY DOES NOT COVER WATER.",
            [("capitals", "AS I SAID, THE WARRANTY DOES NOT COVER WATER")],
        ),
        ("STOP CALLING US\n\nAhmed", [("capitals", "STOP CALLING US")]),
        ("Your VAT number is WRONG, sir.", [("capitals", "WRONG")]),
        ("DO NOT share it.", [("capitals", "DO NOT")]),
        ("DON’T EVER call again.", [("capitals", "DON’T EVER")]),
        ("MARK,\n\nREAD YOUR EMAIL FIRST.", [("capitals", "READ YOUR EMAIL FIRST")]),
        ("CALL 3 TIMES IS NOT ENOUGH", [("capitals", "CALL 3 TIMES IS NOT ENOUGH")]),
        ("هذا آخر رد، PLEASE READ YOUR CONTRACT", [("capitals", "PLEASE READ YOUR CONTRACT")]),
        ("I am so sorry!!!", [("marks", "!!!")]),
        ("What did you expect?!?!", [("marks", "?!?!")]),
        ("ليش ما تقرأ الرسالة؟؟؟", [("marks", "؟؟؟")]),
        ("قلنا لك لا !!!! افهم", [("marks", "!!!!")]),
        ("اقرا الإيميل ! ! !", [("marks", "! ! !")]),
        ("الرد واضح ؟!؟!", [("marks", "؟!؟!")]),
        ("انتهى الموضوع ❗️❗️❗️", [("marks", "❗️❗️❗️")]),
        ("*!!!*", [("marks", "!!!")]),
        ("We are sooooo busy", [("stretched", "sooooo")]),
        ("pleaseee wait", [("stretched", "pleaseee")]),
        ("Nooo, that is not so", [("stretched", "Nooo")]),
        ("yesss we did", [("stretched", "yesss")]),
        ("stoppp it", [("stretched", "stoppp")]),
        ("heyyy there", [("stretched", "heyyy")]),
        ("thankssss", [("stretched", "thankssss")]),
        ("الموضوع بسيط جداااا", [("stretched", "جداااا")]),
        ("لااااا ما يصير", [("stretched", "لااااا")]),
        ("كثييييير مرات شرحنا", [("stretched", "كثييييير")]),
        ("يلاااا خلصنا", [("stretched", "يلاااا")]),
        ("مستحيييل", [("stretched", "مستحيييل")]),
        ("والله زهقققنا من الشرح", [("stretched", "زهقققنا")]),
        ("حرااام عليك!!!", [("stretched", "حرااام"), ("marks", "!!!")]),
        ("WHY DID YOU NOT READ IT???", [("capitals", "WHY DID YOU NOT READ IT"), ("marks", "???")]),
    ],
)
def test_what_shouts(text, expected):
    assert [(shout.kind, text[shout.start : shout.end]) for shout in shouting(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you!!",
        "Greetings of the day!!",
        "شكرا لك!!",
        "متى يصل؟؟",
        "We will update you ASAP.",
        "Please send your IBAN and VAT number.",
        "The PDF needs an OTP from the UAE or the USA.",
        "See the FAQ on SLA and KYC.",
        "Your order SKU AB-4471-XL is packed.",
        "The booking QX81LD is confirmed, PNR J7KQ2M.",
        "SAMSUNG GALAXY ULTRA",
        "Your Canon PIXMA MG3620 is covered.",
        "I recommend DON DON DONKI Pearl City",
        "AWS ECS or AWS Lambda, SSL/TLS and CI/CD",
        "An LG OLED C1 and an ASUS ProArt",
        "Dear MOHAMMED ALHARBI,\n\nyour card is ready.",
        "BED BATH AND BEYOND is next door.",
        "IMPORTANT: keep the receipt.",
        "WHAT YOU NEED\n- a passport\n- a photo",
        "## NEXT STEPS\n1. open the box",
        "Reply STOP to end these messages.",
        "Text HELP ME to 4471.",
        "Press SAVE CHANGES when you are done.",
        "اضغط SEND NOW ثم انتظر",
        'Tap "FORGOT YOUR PASSWORD" below.',
        "The «DO NOT DISTURB» mode is on.",
        "Dear [YOUR NAME HERE], hello",
        "Use the CANCEL ORDER button.",
        "Monday 10 AM - 10 PM, 7 PM EST",
        "THANK YOU SO MUCH",
        "EID MUBARAK to you and yours",
        "TO WHOM IT MAY CONCERN\n\nthis is to confirm",
        "The coupon is ONE per household.",
        "The answer was TREACLE.",
        "Write to NADA.ALI@PLEASE-STOP.COM or see HTTPS://X.COM/PLEASE/READ",
        "AED 300 and SAR 450 were deducted.",
        "https://www8.hp.com/us/www/aaaa and www.example.com",
        "World War III, Louis XIII, chapter VIII",
        "hahahaha that was a good one",
        "hmmm, let me see",
        "ههههههه الله يسعدك",
        "ههههه",
        "items of 10 lbs or lesss",
        "شكـــراً لكم، تحيـــة طيبـــة",
        "يمكنك أن تتتبع شحنتك",
        "عزيزي XXXX، رقمك 111000",
        "AAA batteries",
        "the file foo_aaab.txt and cooool.example.com",
        "ممم خليني أشوف",
        "I want to help. A good day.",
        "OK, I have let my manager know.",
    ],
)
def test_what_does_not(text):
    assert shouting(text) == []


PIECES = st.sampled_from(
    [
        "PLEASE",
        "READ",
        "THIS",
        "!!",
        "؟؟",
        "!",
        " ",
        "\n",
        "\n\n",
        "sooo",
        "جداا",
        "ا",
        "A",
        "I",
        "'",
        "-",
        "9",
        "@",
        "X",
        ":",
        "\ufe0f",
        "❗",
        "😀",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_every_span_lies_inside_and_none_overlaps(text):
    found = shouting(text)
    at = 0
    for start, end, kind in found:
        assert at <= start < end <= len(text)
        at = end
        words = text[start:end]
        if kind == "capitals":
            assert words == words.upper()
            assert words[0].isalpha()
            assert words[-1].isalpha()
        elif kind == "stretched":
            assert words.isalpha()
        else:
            assert not any(c.isalnum() for c in words)


@pytest.mark.parametrize(
    "piece",
    [
        "PLEASE ",
        "A",
        "AB-",
        "!",
        "! ",
        "ا",
        "aaab",
        "جداااا ",
        "HELLO WORLD, ",
        "A'",
        "\n",
        "lo",
        "ها",
        "ha",
        "A\n\n",
        "(",
        "NO!!! ",
    ],
)
def test_a_long_text_takes_no_time(piece):
    text = piece * (100_000 // len(piece))
    shouting(text)
    # That it ends is the test: a search that goes back and forth would not.
