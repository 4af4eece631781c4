"""Made-up replies of some 60 words in both languages, each with a customer's message; varied so that nothing repeats."""

from __future__ import annotations

import random

from replylint import Draft

_EN = (
    "Thank you for getting in touch with us about your order {n}.",
    "I'm sorry that the parcel has not reached you yet.",
    "The courier scanned it in the depot on Monday and it should be with you by Thursday.",
    "I have added a note for the driver to ring the bell twice.",
    "You can follow the parcel on the tracking page at any time.",
    "The delivery fee of 4.90 has been returned to your card today.",
    "Our warehouse team checked the packing list and everything is there.",
    "If anything else comes up, just let me know and I will gladly help.",
)
_AR = (
    "شكرًا لتواصلك معنا بخصوص الطلب رقم {n}.",
    "نعتذر لك عن تأخر وصول الشحنة إليك حتى الآن.",
    "سجّل المندوب الشحنة في المستودع يوم الاثنين ومن المتوقع أن تصلك يوم الخميس.",
    "أضفت ملاحظة للسائق كي يتصل بك قبل الوصول بنصف ساعة.",
    "يمكنك متابعة الشحنة من صفحة التتبع في أي وقت.",
    "أعدنا رسوم التوصيل وقدرها ١٩ ريالًا إلى بطاقتك اليوم.",
    "راجع فريق المستودع قائمة التغليف وكل القطع موجودة.",
    "إذا احتجت إلى أي مساعدة أخرى فنحن في خدمتك دائمًا.",
)
_NAMES = {"en": ("Helen", "Omar", "Priya", "Tom"), "ar": ("سارة", "خالد", "هدى", "ماجد")}
_MESSAGES = {
    "en": "My order {n} still hasn't arrived, it was promised for last week. Where is it?",
    "ar": "طلبي رقم {n} لم يصل حتى الآن وكان الموعد الأسبوع الماضي. أين هو؟",
}


def replies(language: str, count: int, words: int = 60) -> list[Draft]:
    """Make drafts of about so many words."""
    chance = random.Random(f"{language}{count}{words}")  # noqa: S311  a benchmark, not a secret
    sentences = _EN if language == "en" else _AR
    drafts = []
    for number in range(count):
        name = chance.choice(_NAMES[language])
        greeting = f"Hi {name}," if language == "en" else f"مرحبًا {name}،"
        body = []
        length = 2
        while length < words - 2:
            sentence = chance.choice(sentences).format(n=chance.randrange(10_000, 99_999))
            body.append(sentence)
            length += len(sentence.split())
        closing = "Kind regards,\nMaya" if language == "en" else "مع التحية،\nمها"
        drafts.append(
            Draft(
                id=str(number),
                text=f"{greeting}\n\n{' '.join(body)}\n\n{closing}",
                channel="email",
                subject="Order 4471" if language == "en" else "طلبك رقم 4471",
                customer={"name": name},
                customer_message=_MESSAGES[language].format(n=number),
            )
        )
    return drafts
