"""Whether a reply says the problem back, and which questions it leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.answer.questions import questions
from replylint.acts.answer.restatement import restated, unanswered
from replylint.acts.answer.words import masked, stem
from replylint.text.view import view


def decided(message, reply):
    return restated(view(message).text, view(reply).text).decided


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("my blender arrived cracked", "We are sorry that your blender was damaged."),
        ("My order is late again.", "I am sorry for the delay with your parcel."),
        ("I was charged twice for one month.", "I can see the double charge on your card."),
        ("You billed me £890 instead of £89", "I see that the invoice says £890."),
        ("I want my money back, a refund please", "Your refund was made today."),
        ("Please cancel my subscription", "We have cancelled the plan for you."),
        ("The app keeps crashing when I open photos", "Sorry that the app crashes with your pictures."),
        ("My broadband has been dropping out since Monday", "I can see why the internet is disconnecting."),
        ("the printer does not work", "A printer that doesn't work is no fun."),
        ("The dress is too small", "We will exchange it for a bigger size; a tight dress is no use."),
        ("Tracking number TB90021145 shows nothing", "The tracking of TB90021145 was late."),
        ("I can't log in to my account", "Let us get your login working again."),
        ("Your driver was rude to my mother", "There is no excuse for rude drivers."),
        ("Where are my loyalty points?", "Your points came in today."),
        ("The soup was cold when it came", "Cold soup is not what you paid for."),
        ("The heater burned after ten minutes", "A heater that burned is dangerous."),
        ("laddoo boxes are totally crushed", "2 boxes of laddoo came crushed, our apologies."),
        ("وصلني الخلاط مكسور", "نعتذر عن وصول الخلاط مكسورا."),
        ("طلبي متأخر من أسبوع", "نأسف على تأخير الشحنة."),
        ("خصمتم مني المبلغ مرتين", "نعتذر عن الخصم المكرر."),
        ("أبي ألغي الاشتراك", "تم إلغاء اشتراكك."),
        ("النت بيقطع كل شوي", "نعتذر عن انقطاع الإنترنت عندك."),
        ("التطبيق ما يشتغل", "نعتذر أن التطبيق لا يعمل معك."),
        ("بطاقتي لها أسبوعين ما وصلت", "بطاقتك في الطريق وتصل غدا."),
        ("عايز أسأل عن ضمان منتج اشتريته", "تفاصيل الضمان كلها هنا."),
        ("الأوردر وصل ناقص قطعة", "ممكن اسم القطعة الناقصة؟"),
        ("حولت مبلغ بالغلط", "بخصوص التحويل الخاطئ رفعنا طلبا."),
        ("كتبت عنوان خطأ في الطلب", "نقدر نعدل العنوان الخاطئ قبل الشحن."),
        ("الانترنت بطيء جدا عندي", "نعتذر عن بطء الخدمة في النت."),
        ("الورد وصل تاني يوم الفرح", "الورد كان لازم يوصل قبل الفرح."),
        ("المكيف خربان من أمس", "الفني جاي يصلح المكيف الخربان."),
        ("فاتورتي ٨٩٠ ريال", "فاتورتك 890 صحيحة."),
        ("واش كاين التوصيل للعريش؟", "التوصيل إلى العريش متاح."),
        ("المندوب كان وقح", "نعتذر عن أسلوب المندوب."),
        ("my order is late", "نعتذر عن تأخر الشحنة"),
        ("طلبي وصل مكسور", "Sorry that the parcel arrived broken."),
        ("خصمتوا مني مرتين", "You were charged twice, and we are sorry."),
        ("I want to cancel and get a refund", "تم الإلغاء وسيتم استرداد المبلغ."),
        ("النت مقطوع عندي", "Your internet is disconnected, I see."),
        (
            "هل يوجد رسوم على الباقة؟",
            "السلام عليكم،\n\nشكرا لاهتمامك بنا.\n\nلا رسوم على هذه الباقة أبدا، ويسعدنا أن نجيب عن كل ما تسأل عنه في أي وقت.\n\nمع التحية",
        ),
        ("I want to talk to your manager", "I have told my supervisor, he will call you."),
        ("The invoice is wrong", "الفاتورة فيها خطأ فعلا."),
    ],
)
def test_the_problem_is_said_back(message, reply):
    assert decided(message, reply) == "yes"


@pytest.mark.parametrize(
    ("message", "reply", "expected"),
    [
        ("my blender arrived cracked", "Please send us your order number.", "no"),
        ("My order is late again.", "Thank you for contacting us. How can I help you?", "no"),
        ("I was charged twice", "Please DM us your details, we are happy to help.", "no"),
        (
            "My order 4471 never arrived, please help",
            "Please send your order number, we will help with your order.",
            "no",
        ),
        ("The dress is too small", "Hello Sara, thank you for your message. We will look into it.", "no"),
        ("Your driver was rude to my mother", "We value your feedback.", "no"),
        ("the router broke on Monday", "We open on Monday at 8.", "no"),
        ("I need 2 chairs in oak", "We will be with you in 2 days.", "no"),
        ("the printer does not work", "Our team is working on it within 3 working days.", "no"),
        ("The soup was cold\n\nRegards,\nHelen Partridge", "Dear Helen Partridge, we are looking into this.", "no"),
        ("@ReplyShop your lamps flicker", "@ReplyShop we hear you", "no"),
        ("the kettle leaks", "see https://example.com/kettle-leaks", "no"),
        ("وصلني الخلاط مكسور", "فضلا أرسل رقم الطلب.", "no"),
        ("طلبي متأخر من أسبوع", "شكرا لتواصلك معنا، كيف نقدر نساعدك؟", "no"),
        ("خصمتم مني المبلغ مرتين", "راسلنا على الخاص برقم الجوال.", "no"),
        ("النت مقطوع من الصبح", "يومك سعيد، الصبح أحلى بوجودكم", "no"),
        ("التطبيق ما يشتغل", "سيعمل فريقنا على ذلك خلال 3 أيام عمل.", "no"),
        ("المندوب كان وقح معي", "أهلا بك، نشكرك على ملاحظتك.", "no"),
        ("السرير ناقص براغي", "رقم الطلب لو سمحت يا غالي", "no"),
        ("الثوب مقاس صغير", "مرحبا سارة، سيتم الرد عليك قريبا.", "no"),
        ("الغسالة تسرب ماء", "تم تحويلك للقسم المختص.", "no"),
        ("شنطتي ضاعت في المطار", "نتمنى لك يوما سعيدا", "no"),
        ("الاوردر لسه موصلش", "آسف على التأخير", "unsure"),
        ("is autopay down? it says error", "we see an issue with logins", "unsure"),
        ("hi", "Hello, how can I help you?", "unsure"),
        ("please help", "Sure, what is it?", "unsure"),
        ("", "", "unsure"),
        ("مرحبا", "أهلا بك", "unsure"),
        ("ممكن مساعدة لو سمحتم", "أكيد، تفضل", "unsure"),
        ("the hinge of the wardrobe squeaks", "شكرا لتواصلك معنا", "unsure"),
        ("الدولاب يصدر أزيزا", "Thank you for your patience.", "unsure"),
        ("el order et2akhar awy w ana mesh radi", "ahlan ya fandem", "unsure"),
        ("The lamp, the rug, the sofa, the desk and the chair have stains", "The rug is on its way.", "unsure"),
        ("عملت حادث على طريق المطار والتأمين ما رد وسيارتي واقفة بالشارع", "فريق التأمين عندك خلال نصف ساعة", "unsure"),
    ],
)
def test_the_problem_is_not_said_back_or_it_is_hard_to_tell(message, reply, expected):
    assert decided(message, reply) == expected


def test_the_places_cut_what_was_said_back():
    reply = view("عزيزتي سارة، نعتذر عن وصول الخلاط مكسورًا.").text
    found = restated(view("وصلني الخلّاط مكسور").text, reply)
    assert [reply[start:end] for start, end in found.words] == ["وصول", "الخلاط", "مكسورا"]
    assert found.share == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("delayed", "متاخره"), ("deliveries", "delivery"), ("cancelling", "cancellation"), ("invoices", "فاتورتي"), ("broken", "مكسورا"),
        ("طلبكم", "order"), ("التوصيل", "يوصل"), ("بطاقتي", "بطاقه"), ("وبالفاتوره", "فواتير"), ("chairs", "chair"), ("boxes", "box"),
        ("washed", "washing"), ("الخلاط", "خلاط"), ("للخلاط", "والخلاط"), ("اشتراكك", "subscription"), ("حذاوك", "حذاوكم"), ("refunded", "استرداد"),
    ],
)  # fmt: skip
def test_forms_of_a_word_meet(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("بنك", "بن"), ("كتاب", "تاب"), ("فاتوره", "تاريخ"), ("chair", "hair"), ("lamp", "camp"), ("قطعه", "قطار"), ("مدير", "مدرسه")],
)  # fmt: skip
def test_other_words_do_not(one, other):
    assert stem(one).key != stem(other).key


@pytest.mark.parametrize(
    ("message", "reply", "left"),
    [
        ("When is the delivery? Do you sell lamps?", "It comes on Monday.", ["do you sell lamps"]),
        ("How much is the oak table?", "Thank you for writing to us.", ["how much is the oak table"]),
        ("How much is it?", "It is 40 pounds.", []),
        ("How much is it?", "It is free.", []),
        ("When will it arrive?", "Thank you for your patience.", ["when will it arrive"]),
        ("When will it arrive?", "It arrives tomorrow.", []),
        ("how much longer till it is refunded", "less than a week", []),
        ("Where is the branch?", "Please have some patience.", ["where is the branch"]),
        ("Where is it?", "It is near the mall.", []),
        ("Why was my loan refused?", "We value you.", ["why was my loan refused"]),
        ("Why was it refused?", "Because the form is incomplete.", []),
        ("How do I reset the router?", "We are sorry.", ["how do i reset the router"]),
        ("How do I reset it?", "Press and hold the button.", []),
        ("Do you ship to Oman?", "Yes, we do.", []),
        ("Do you ship to Oman?", "Sorry, we cannot.", []),
        ("Do you ship to Oman?", "Thanks for writing!", ["do you ship to oman"]),
        ("Is the sofa green, and how much is the chair?", "The sofa is green.", ["how much is the chair"]),
        ("Can I pay by card? Is there parking?", "You can pay by card, and the parking is next door.", []),
        ("When I opened the box, it was broken.", "Thank you.", []),
        ("That is how I like it.", "Thank you.", []),
        ("what a lovely surprise!", "Thank you.", []),
        ("Really?", "We are here for you.", []),
        ("Could you please help me?", "We are here for you.", []),
        ("It broke.", "We are here.", []),
        ("", "", []),
        ("see https://shop.example/list?id=4471", "Thank you.", []),
        ("متى يوصل طلبي؟", "شكرا لتواصلك.", ["متي يوصل طلبي"]),
        ("متى يوصل طلبي", "يوصل بكرة إن شاء الله", []),
        ("كم سعر التوصيل؟ وهل عندكم خلاط؟", "سعر التوصيل 20 ريال.", ["هل عندكم خلاط"]),
        ("كم سعره؟", "نشكر لك اهتمامك", ["كم سعره"]),
        ("كم رصيدي", "رصيدك 42 ريال", []),
        ("بكام التيشيرت؟", "بـ ٢٠٠ جنيه", []),
        ("الفلوس هترجعلي إمتى؟", "خلال 14 يوم عمل", []),
        ("وين فرعكم؟", "نسعد بخدمتك", ["وين فرعكم"]),
        ("وين فرعكم؟", "في شارع التحلية", []),
        ("ليش انرفض القرض؟", "نعتذر منك", ["ليش انرفض القرض"]),
        ("ليش انرفض؟", "بسبب نقص المستندات", []),
        ("ازاي أمسح الكاش؟", "شكرا ليك", ["ازاي امسح الكاش"]),
        ("كيف أمسحه؟", "من خلال الإعدادات", []),
        ("هل المنتج صالح للأطفال؟", "ابعتلي اسم المنتج", ["هل المنتج صالح للاطفال"]),
        ("هل يصلح للأطفال؟", "نعم يصلح", []),
        ("الشنطة البيج خلصت؟", "اكتبيلي اسم المنتج واللون", ["الشنطه البيج خلصت"]),
        ("التطبيق خربان من أمس.", "نعتذر", []),
        ("كم أنتم رائعون!", "شكرا", []),
        ("معقول؟", "نعتذر منك", []),
    ],
)  # fmt: skip
def test_open_questions(message, reply, left):
    text = view(message).text
    assert [text[start:end] for start, end in unanswered(text, view(reply).text)] == left


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("when do you come, and how much is it?", ["when", "much"]),
        ("متي توصلون وكم السعر؟", ["when", "much"]),
        ("وين فرعكم وكيف اوصل له؟", ["where", "how"]),
        ("how long does it take?", ["when"]),
        ("what is the price?", ["much"]),
        ("which one is better?", ["other"]),
        ("is it open today?", ["yes_no"]),
        ("الطلب جاهز؟", ["yes_no"]),
        ("ليش تاخر؟ متي يوصل؟", ["why", "when"]),
    ],
)
def test_kinds_of_questions(text, kinds):
    assert [question.kind for question in questions(text)] == kinds


def test_masking_keeps_places():
    text = "see https://a.example/b?c @sara <name> 4471"
    assert len(masked(text)) == len(text)
    assert masked(text).split() == ["see", "4471"]


PIECES = st.sampled_from(
    ["when", " ", "? ", "؟", "متى", "كم", "blender", "cracked", "الخلاط", "وصلني", "مكسور", ", and ", " و", "4471", "\n", ".", "dear sara,", "@x", "<name>",
     "https://a.b", "regards\n", "it", "is", "not", "working", "'", "_", "ها", "ي", "٣", "1,240.00"]
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=150), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map(" ".join)
)


@given(texts, texts)
def test_whatever_they_write_places_are_sound(message, reply):
    message, reply = view(message).text, view(reply).text
    found = restated(message, reply)
    assert 0 <= found.share <= 1
    at = 0
    for start, end in found.words:
        assert at <= start < end <= len(reply)
        assert not any(map(str.isspace, reply[start:end]))
        at = end
    assert bool(found.words) == (found.share > 0)
    at = 0
    for start, end in unanswered(message, reply):
        assert at <= start < end <= len(message)
        assert message[start].isalnum()
        at = end


@given(texts)
def test_who_says_everything_back_restates_it(text):
    text = view(text).text
    assert restated(text, text).decided != "no" or not restated(text, text).words


@pytest.mark.parametrize(
    "piece",
    ["blender ", "الخلاط ", "a", "ا", "when? ", "متي؟", ", and when", " و", "@", "<a", "http", "1,", "1", "dear ", "\n", "regards\n", "hi a a a ", "و", "كم ", "? ", "_", "a1b "],
)  # fmt: skip
def test_a_long_text_takes_no_time(piece):
    text = piece * (100_000 // len(piece))
    restated(text, text)
    unanswered(text, text)
    # That it ends is the test: a search that goes back and forth would not.
