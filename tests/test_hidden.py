"""Characters nobody sees, or that are not what they look like; and the ones that are at home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.hidden import hidden
from replylint.text.mojibake import mojibake

TURNED = "\ufee3\ufeae\ufea3\ufe92\ufe8e"[::-1]  # مرحبا, in the order of the page
WRONG_1256 = "السلام عليكم".encode().decode("cp1256")
OLD = "السلام عليكم".encode("cp1256").decode("cp1252")


@pytest.mark.parametrize(
    ("text", "kind", "words", "replacement"),
    [
        ("pay \u202e4471\u202c now", "bidi", "\u202e", ""),
        ("file \u202dtxt", "bidi", "\u202d", ""),
        ("call \u202a+966 50 000 0000\u202c", "bidi", "\u202a", ""),
        ("رقمنا \u202b920000000\u202c", "bidi", "\u202b", ""),
        ("طلبك \u2067رقم 4471", "bidi", "\u2067", ""),
        ("order \u2068\u20664471\u2069", "bidi", "\u2068", ""),
        ("order 4471\u2069 is out", "bidi", "\u2069", ""),
        ("\u2066one\ntwo\u2069", "bidi", "\u2066", ""),
        ("عزيزي ﻣﻔﻬﻮم", "presentation", "ﻣﻔﻬﻮ", "مفهو"),
        ("ﺷﻜﺮﺍ ﻟﻚ سارة", "presentation", "ﺷﻜﺮﺍ ﻟﻚ", "شكرا لك"),
        ("ﺍﻟﺴﻼﻡ عليكم", "presentation", "ﺍﻟﺴﻼﻡ", "السلام"),
        ("شكرا" + TURNED, "presentation", TURNED, None),
        ("the oﬃce is open", "presentation", "ﬃ", "ffi"),
        ("your conﬁrmation", "presentation", "ﬁ", "fi"),
        ("your p\u0430ssword", "lookalike", "p\u0430ssword", "password"),
        ("\u0410pple Store", "lookalike", "\u0410pple", "Apple"),
        ("pay\u0440al.com", "lookalike", "pay\u0440al", "paypal"),
        ("the \u039fffice", "lookalike", "\u039fffice", "Office"),
        ("g\u03bfogle", "lookalike", "g\u03bfogle", "google"),
        ("your \u0441\u043e\u0440\u0443 of the bill", "lookalike", "\u0441\u043e\u0440\u0443", "copy"),
        ("pay\u200bment", "invisible", "\u200b", ""),
        ("44\ufeff71", "invisible", "\ufeff", ""),
        ("re\u2060fund", "invisible", "\u2060", ""),
        ("الس\u200bلام", "invisible", "\u200b", ""),
        ("الط\u200cلب", "invisible", "\u200c", ""),
        ("re\u200cfund", "invisible", "\u200c", ""),
        ("re\u200d\u200dfund", "invisible", "\u200d\u200d", ""),
        ("الط\u200fلب", "invisible", "\u200f", ""),
        ("re\u200efund", "invisible", "\u200e", ""),
        ("hel\u3164lo", "invisible", "\u3164", ""),
        ("cus\u00adtomer", "soft_hyphen", "\u00ad", ""),
        ("الاستر\u00adجاع", "soft_hyphen", "\u00ad", ""),
        ("hi\U000e0049\U000e0067 there", "tag", "\U000e0049\U000e0067", ""),
        ("😀\U000e0101\U000e0102", "tag", "\U000e0101\U000e0102", ""),
        ("\uf0b7 open the box", "private_use", "\uf0b7", "•"),
        ("thanks \uf04a", "private_use", "\uf04a", "🙂"),
        ("press \ue001 twice", "private_use", "\ue001", None),
        ("شكرا \ufffd\ufffd لك", "replacement", "\ufffd\ufffd", None),
        ("We canâ€™t find it", "mojibake", "â€™", "’"),
        ("the â€œfamilyâ€\u009d plan", "mojibake", "â€œ", "“"),
        ("the family â€ plan", "mojibake", "â€", None),
        ("a cafÃ© nearby", "mojibake", "Ã©", "é"),
        ("Â£40", "mojibake", "Â£", "£"),
        ("costs â‚¬40", "mojibake", "â‚¬", "€"),
        ("thanks ðŸ˜Š", "mojibake", "ðŸ˜Š", "😊"),
        ("ï»¿Hello", "mojibake", "ï»¿", ""),
        ("Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", "mojibake", "Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", "السلام عليكم"),
        (WRONG_1256, "mojibake", WRONG_1256, "السلام عليكم"),
        (OLD, "mojibake", OLD, "السلام عليكم"),
        ("lost ï¿½ here", "mojibake", "ï¿½", None),
    ],
)
def test_what_hides(text, kind, words, replacement):
    first = hidden(text)[0]
    assert (first.kind, text[first.start : first.end], first.replacement) == (kind, words, replacement)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        "شكرًا لتواصلك معنا",
        "شكـــراً لكم",
        "رقم العقد \u200fNJD-2024-118\u200f غير مطابق",
        "order \u200e4471\u200e, thanks",
        "هو\u200f!",
        "السلام\u200c عليكم",
        "رقم \u20664471-AB\u2069 جاهز",
        "\u2068\u2067سارة\u2069\u2069 hello",
        "سنة ١٤٤٥ه\u200d جديدة",
        "🙋\u200d♂️ thanks 👩\u200d💻",
        "می\u200cخواهم یک کتاب",
        "गर्\u200dव",
        "languages \u200b\u200b and more",
        "ﷺ ﷲ ﷼ ﴿الحمد﴾",
        "کتاب گپ چای",
        "چم سعره وگال",
        "the Ωmega and 5 μm, ΔT, π",
        "α-tocopherol and TNFα",
        "привет, сор",
        "добрый day",
        "Αθήνα και ΟΙ",
        "ОК",
        "café, naïve, NÃO, São, año",
        "Ø±0.1 mm",
        "CAFÉ’s menu and the café”… said",
        "Âge, château, maïs, Ænima",
        "São “Ã” é a letter",
        "flag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f here",
        "葛\U000e0100",
        "❗️ ☎️ 1️⃣",
        "éèà in French",
        "ñàé",
        "طظ طظ حظ طبيب",
        "حافظ طه ظاهر طاهر",
        "الـSLA والـOTP",
        "£40, €40 and 40 °C",
        "“quoted” — ‘so’ … • ™",
        "e\u0301galite\u0301",
        "ａｂｃ",
        "مر\u0651ة",
        "İstanbul, ığdır",
        "no\u00a0break\u202fhere",
    ],
)
def test_what_does_not(text):
    assert hidden(text) == []


def test_every_place_of_one_text_comes_in_order():
    text = "a\u200bb \u202ec\u00add ﻣﻔﻬﻮم \ufffd"
    assert [place.kind for place in hidden(text)] == ["invisible", "bidi", "soft_hyphen", "presentation", "replacement"]


def test_putting_the_replacements_in_leaves_nothing_to_replace():
    text = "pay\u200bment \u202eof ﺷﻜﺮﺍ canâ€™t p\u0430y cus\u00adtomer Ø§Ù„Ø³Ù„Ø§Ù…"
    for place in reversed(hidden(text)):
        text = text[: place.start] + place.replacement + text[place.end :]
    assert text == "payment of شكرا can’t pay customer السلام"
    assert hidden(text) == []


def _misread(text, written, read):
    try:
        return text.encode(written).decode(read)
    except UnicodeError:
        return None


@pytest.mark.parametrize("text", ["تم شحن طلبك", "شكرا لتواصلك معنا", "يصل يوم الخميس", "مرحبا"])
def test_arabic_comes_back_from_each_accident(text):
    for written, read in (("utf-8", "cp1252"), ("utf-8", "cp1256"), ("cp1256", "cp1252"), ("utf-8", "latin-1")):
        wrong = _misread(text, written, read)
        if wrong is not None:
            assert "".join(was for _, _, was in mojibake(wrong)) == text


PIECES = st.sampled_from(
    ["a", "س", "\u0430", "\u03bf", "\u200b", "\u200c", "\u200d", "\u200f", "\u202e", "\u2066", "\u2069", "\n", " ", "\u00ad", "\ufffd", "\ufee3", "\ufe76",
     "\U000e0041", "\U000e0100", "\U0001f3f4", "\U000e007f", "\ue000", "\uf0b7", "Ã", "©", "â", "€", "™", "Ø", "§", "ط", "ظ", "Ù", "„", "\x81", "é"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_every_place_lies_inside_and_none_overlaps(text):
    at = 0
    for start, end, kind, replacement in hidden(text):
        assert at <= start < end <= len(text)
        at = end
        assert text[start:end] != replacement
        if kind in {"bidi", "invisible", "soft_hyphen", "tag"}:
            assert replacement == ""
            assert not text[start:end].isprintable() or text[start] in "\u3164\u1160\u115f\uffa0\u034f\U000e0100"
        elif kind == "replacement":
            assert set(text[start:end]) == {"\ufffd"}


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_hides_nothing(text):
    assert hidden(text) == []


@pytest.mark.parametrize(
    "piece",
    ["a\u200b", "\u2066", "\u2069", "\u202e", "ﻣ", "ﻣ ", "p\u0430", "\u0430", "\u00ad", "Ã©", "Ø§", "Ø", "طظ", "ط§", "é", "éé ", "\U000e0041", "\U0001f3f4\U000e0041",
     "\ue000", "\ufffd", "\u200b", "س\u200c", "â", "â€", "ï»", "\u2066a\n"],
)  # fmt: skip
def test_a_long_text_takes_no_time(piece):
    text = piece * (100_000 // len(piece))
    hidden(text)
    # That it ends is the test: a search that goes back and forth would not.
