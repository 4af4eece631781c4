"""Names in Arabic letters and their Latin spellings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Draft
from replylint.acts.scripts import candidates, latin_spellings, reads_as
from replylint.text.view import view

SAME = [
    ("فهد", "fahad"),
    ("عادل", "adel"),
    ("وفاء", "wafaa"),
    ("سماح", "samah"),
    ("يوسف", "yousef"),
    ("عبدالعزيز", "abdulaziz"),
    ("منصور", "mansour"),
    ("سعيد", "saeed"),
    ("عبدالله", "abdullah"),
    ("خليفة", "khalifa"),
    ("فيصل", "faisal"),
    ("تهاني", "tahani"),
    ("ماهر", "maher"),
    ("هدى", "huda"),
    ("سلطان", "sultan"),
    ("يزن", "yazan"),
    ("بشرى", "bushra"),
    ("صالح", "saleh"),
    ("علي", "ali"),
    ("مبارك", "mubarak"),
    ("عايض", "ayidh"),
    ("إسماعيل", "ismail"),
    ("نسرين", "nisreen"),
    ("عبير", "abeer"),
    ("أمجد", "amjad"),
    ("هنا", "hana"),
    ("حسام", "hossam"),
    ("أيمن", "ayman"),
    ("محمود", "mahmoud"),
    ("سحر", "sahar"),
    ("رضا", "reda"),
    ("هلا", "hala"),
    ("ياسمين", "yasmin"),
    ("سنية", "sonia"),
    ("منال", "manal"),
    ("طارق", "tarek"),
    ("زكي", "zaki"),
    ("لطيفة", "latifa"),
    ("سامر", "samer"),
    ("ديما", "dima"),
    ("نبيل", "nabil"),
    ("صفير", "sfeir"),
    ("هدى", "houda"),
    ("بلال", "bilal"),
    ("ليلى", "layla"),
    ("عدنان", "adnan"),
    ("بكري", "bakri"),
    ("لمياء", "lamia"),
    ("نزار", "nizar"),
    ("يارا", "yara"),
    ("كريم", "karim"),
    ("مصطفى", "mostafa"),
    ("حسن", "hassan"),
    ("العلوي", "alawi"),
    ("سمر", "samar"),
    ("جاد", "jad"),
    ("داليا", "dalia"),
    ("فهمي", "fahmy"),
    ("لبنى", "lubna"),
    ("عباس", "abbas"),
    ("ابتسام", "ibtisam"),
    ("جابر", "jaber"),
    ("ناصر", "nasser"),
    ("رانيا", "rania"),
    ("نورة", "noura"),
    ("محمد", "mohammed"),
    ("الإدريسي", "el idrissi"),
    ("سالم", "salem"),
    ("خلود", "khulood"),
    ("دينا", "dina"),
    ("محمد", "mohamed"),
    ("محمد", "muhammad"),
    ("أحمد", "ahmed"),
    ("خالد", "khaled"),
    ("خالد", "khalid"),
    ("عبدالرحمن", "abdelrahman"),
    ("عبدالرحمن", "abdurrahman"),
    ("فاطمة", "fatima"),
    ("فاطمة", "fatma"),
    ("عائشة", "aisha"),
    ("مريم", "mariam"),
    ("مريم", "maryam"),
    ("إبراهيم", "ibrahim"),
    ("عثمان", "othman"),
    ("عثمان", "osman"),
    ("غادة", "ghada"),
    ("جمال", "gamal"),
    ("جمال", "jamal"),
    ("شيماء", "shaimaa"),
    ("هشام", "hisham"),
    ("زينب", "zainab"),
    ("قاسم", "qasim"),
    ("قاسم", "kassem"),
    ("رضوان", "radwan"),
    ("نجلاء", "naglaa"),
    ("سارة", "sarah"),
    ("سارة", "sara"),
    ("مها", "maha"),
    ("لينا", "lina"),
    ("ريم", "reem"),
    ("نوف", "nouf"),
    ("عمر", "omar"),
    ("عمرو", "amr"),
    ("حسين", "hussein"),
    ("سعد", "saad"),
    ("سعاد", "suad"),
    ("وليد", "walid"),
    ("داود", "dawood"),
    ("علاء", "alaa"),
    ("فؤاد", "fouad"),
    ("رؤى", "roua"),
    ("ياسر", "yasser"),
    ("بدر", "badr"),
    ("أسماء", "asmaa"),
    ("جواهر", "jawaher"),
    ("الشمري", "alshammari"),
    ("القحطاني", "al-qahtani"),
    ("العتيبي", "alotaibi"),
    ("الدوسري", "al-dossari"),
    ("الهاجري", "alhajri"),
    ("نايف", "naif"),
    ("تركي", "turki"),
    ("مشعل", "mishal"),
    ("عبدالمحسن", "abdulmohsen"),
    ("سليمان", "sulaiman"),
    ("غسان", "ghassan"),
    ("زياد", "ziad"),
    ("إيمان", "iman"),
    ("هند", "hind"),
    ("ندى", "nada"),
    ("سلمى", "salma"),
]
OTHER = [
    ("محمد", "mahmoud"),
    ("محمود", "mohammed"),
    ("مهند", "mohammed"),
    ("حسن", "hussein"),
    ("حسين", "hassan"),
    ("عمر", "amr"),
    ("عمرو", "omar"),
    ("سعد", "souad"),
    ("سعاد", "saad"),
    ("نور", "noura"),
    ("نورة", "nour"),
    ("سامر", "samir"),
    ("سمير", "samer"),
    ("خالد", "khalil"),
    ("كريم", "karam"),
    ("كرم", "karim"),
    ("سليم", "salem"),
    ("سالم", "salma"),
    ("سلمى", "salem"),
    ("رنا", "rania"),
    ("رانيا", "rana"),
    ("هالة", "hiba"),
    ("لمى", "lamia"),
    ("منى", "manal"),
    ("ياسر", "yasmin"),
    ("جميل", "jamal"),
    ("جمال", "jamil"),
    ("علي", "ala"),
    ("علاء", "ali"),
    ("مراد", "murid"),
    ("هند", "hanadi"),
    ("فهد", "fouad"),
    ("فؤاد", "fahad"),
    ("نبيل", "nabila"),
    ("نبيلة", "nabil"),
    ("سامح", "sameer"),
    ("طلال", "wissam"),
    ("نوال", "nabil"),
    ("سارة", "samira"),
    ("ليلى", "lulwa"),
    ("أحمد", "hamad"),
    ("حمد", "ahmed"),
    ("حمد", "hamoud"),
    ("ماجد", "majda"),
    ("فيصل", "fadel"),
    ("راشد", "rashida"),
    ("زياد", "zayed"),
    ("زايد", "ziad"),
    ("بدر", "badria"),
    ("بندر", "badr"),
    ("سامي", "samia"),
    ("يوسف", "yasser"),
]


@pytest.mark.parametrize(("arabic", "latin"), SAME)
def test_an_arabic_name_reads_as_its_latin_spelling(arabic, latin):
    folded = view(arabic).text
    assert reads_as(folded, latin)
    assert candidates(latin).search(f"مرحبا {folded} كيف حالك")[1] == folded
    assert latin_spellings(folded).search(f"hello {latin}, how are you")[1] == latin


@pytest.mark.parametrize(("arabic", "latin"), OTHER)
def test_a_name_that_only_looks_alike_does_not(arabic, latin):
    assert not reads_as(view(arabic).text, latin)


def names(linter, text, record):
    reply, _ = linter.recognise(Draft(text=text, channel="chat", customer={"name": record}))
    return [(act.act, act.text, act.sure) for act in reply if act.act in {"customer_name", "other_name"}]


@pytest.mark.parametrize(
    ("record", "text", "found"),
    [
        ("Hassan Al-Yami", "أهلًا أستاذ حسن، طلبك في الطريق.", [("customer_name", "حسن", True)]),
        ("Layla Mansouri", "شكرًا لانتظارك أستاذة ليلى. الطلب خرج.", [("customer_name", "ليلى", True)]),
        ("Bu Abdullah", "هلا بو عبدالله، طلبك جاهز.", [("customer_name", "بو عبدالله", True)]),
        ("نورة السويدي", "Dear Noura, your order is ready.", [("customer_name", "Noura", True)]),
        ("عبدالله الهاشمي", "Hi Abdullah, it ships today.", [("customer_name", "Abdullah", True)]),
        ("Hassan Al-Yami", "أهلًا أستاذ حسين، طلبك في الطريق.", [("customer_name", "حسين", False)]),
        ("Amal Said", "نعمل على حل المشكلة ونأمل أن تصلك غدًا.", []),
        ("Walid Saad", "أهلًا وليد، وصل الطلب.", [("customer_name", "وليد", True)]),
        ("Huda Nasser", "هديتك في الطريق.", []),
    ],
)
def test_the_record_is_recognised_in_the_other_script(linter, record, text, found):
    assert names(linter, text, record) == found


@given(
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويء", max_size=12),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz3579'- ", max_size=12),
)
def test_whatever_the_letters_nothing_breaks(arabic, latin):
    assert reads_as(arabic, latin) in {True, False}
    assert isinstance(latin_spellings(arabic), re.Pattern)
    candidates(latin)
