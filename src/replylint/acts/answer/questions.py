"""Cut the questions out of a customer's message, and know what kind of answer each expects.

A question ends with a mark or starts with a word that asks; two in a sentence count as two ("when does it come, and can
I change the address?"). A kind names the shape that an answer has, whatever its words: a time for "when", a number for
"how much". Statements that begin like one ("when I opened the box") ask nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["much", "when", "where", "why", "how", "yes_no", "other"]

_BOUNDARY = re.compile(r"[.!]+(?=\s|$)|[?؟][?؟!]*(?=[\s\"')\]»”]|$)|؟+|\n+")
_AR_ASKS = (
    "ا?متي|ايمتي|وقتاش|فوقاش|وين|فين|اين|بكم|بكام|قديش|شحال|هل|ليش|ليه|لماذا|علاش|كيف|كيفاش|ازاي|شلون|واش|شو|شنو|وش|ايش"
)
_ASKS = (
    r"(?:(?:when|where|what|why|who|how|which|can|could|will|would|do|does|did|is|are|has|have|should|may|any)\b"
    rf"|(?:كم|{_AR_ASKS})(?!\w))"
)
_SPLIT = re.compile(rf"(?:[,،;:] ?(?:and |or |but |also |so |و)?| (?:and|also|or) | و ?)(?={_ASKS})")
_OPENS = re.compile(
    r"(?:(?:hello|hi|hey|please|pls|so|and|also|but|ok|well|مرحبا|السلام عليكم|لو سمحتوا?|من فضلكم?|طيب|بس|هلا|اهلا)\b\W*)"
    rf"{{0,3}}(?={_ASKS})"
)
# These ask even without a mark.
_PLAINLY = re.compile(
    r"\W*(?:\w+ ){0,2}?"
    r"(?:(?:when|where|what|why|who|how|which)"
    r"(?:'s| (?:is|are|was|were|will|do|does|did|can|could|should|would|much|many|long|my)\b)"
    r"|(?:can|could|may) (?:i|you|we|someone)\b|(?:do|does) (?:you|it|i|the|this)\b|is (?:there|it possible)\b"
    rf"|(?:{_AR_ASKS})(?! ما )(?!\w)|كم (?:سعر|مده|يوم|ساعه|يكلف|تكلفه|رسوم|رصيدي|باقي))"
)
# The leftmost word that asks names the kind.
_KINDS = re.compile(
    r"\bhow (?P<when>long|soon|much (?:time|long(?:er)?))\b|\b(?P<much>how (?:much|many)|what(?:'s| is| are) (?:the |your )?"
    r"(?:price|cost|fee|balance)|كم(?! يوم| مده| ساعه)|بكم|بكام|كام|قديش|شحال|ب?قداش)\b"
    r"|\b(?P<when2>when|what (?:time|date|day)|و?(?:ا?متي|ايمتي|فوقاش|وقتاش)|كم (?:يوم|مده|ساعه))\b"
    r"|\b(?:(?P<where>where\b|و?(?:وين|فين|اين))|(?P<why>(?:why|how come|ليش|ليه|لماذا|علاش)\b)"
    r"|(?P<how>how\b|و?(?:كيف|ازاي|شلون))|(?P<other>(?:what|which|who|whose|شو|شنو|وش|ايش|ايه|مين|ماذا|ما هو|ما هي|اي)\b))"
)
_ANSWERS: dict[Kind, re.Pattern[str]] = {
    "much": re.compile(r"\d|\b(?:free|nothing|no (?:charge|fee|cost)s?|one|two|three|half)\b|مجان|بلاش|بدون رسوم"),
    "when": re.compile(
        r"\d|\b(?:today|tomorrow|tonight|yesterday|now|soon|already|within|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|hours?|days?|weeks?|months?|morning|afternoon|evening|minutes?)\b|اليوم|النهارده|غدا|بكره|خلال|\bيوم|ايام"
        r"|ساع[هات]|اسبوع|شهر|دقيق|صباح|مساء|امس|الان|قريب|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
    ),
    "where": re.compile(
        r"https?:|www\.|\b(?:street|road|branch|mall|floor|city|near|next to|link|at|on (?:its|the) way|in the|here"
        r"|warehouse)\b|\bفي\b|\bب?(?:شارع|فرع|مول|رابط|حي)|بجانب|جنب|قرب|مقابل|هنا|بالطريق|المندوب"
    ),
    "why": re.compile(
        r"\b(?:because|due to|caused?|reason|as a result|since|owing)\b"
        r"|بسبب|لعدم|لان|\bل?سبب|نتيجه|نظرا|حيث|عشان|علشان"
    ),
    "how": re.compile(
        r"\b(?:click|tap|go to|open|select|choose|press|enter|visit|call|send|download|follow|steps?|link|use|via|through"
        r"|log in)\b|https?:|اضغط|ادخل|افتح|اختر|اختار|ارسل|ابعت|ابعث|خلال|طريق|عبر|رابط|خطو|تقدر|يمكنك|اتصل|زور|سجل|حمل"
    ),
    "yes_no": re.compile(
        r"\b(?:yes|yeah|yep|yup|no|not|can|cannot|could|sure|of course|unfortunately|possible|available|absolutely"
        r"|certainly|ok|okay|done)\b|n't\b|\b(?:نعم|ايوه|ايوا|ايو|ايه|اهيه|اي|لا|ما|مو|مش|غير|ممكن|اكيد|طبعا|تم|حاضر|عندنا|لدينا|يوجد"
        r"|فيه|مفيش|كاين|ابشر\w*|تفضل\w*)\b|للاسف|تقدر|يمكن|متوفر|متاح|موجود|نقدر|ان شاء الله"
    ),
}
_NAMES: dict[str, Kind] = {
    "much": "much", "when": "when", "when2": "when", "where": "where", "why": "why", "how": "how", "other": "other"
}  # fmt: skip
_TRAILS = (" and", " also", " or", " و", " but")


class Question(NamedTuple):
    """A question: `start` and `end` in code points of the folded message, and the kind of answer it expects."""

    start: int
    end: int
    kind: Kind


def questions(message: str) -> list[Question]:
    """List the questions of a folded message, in order.

    >>> [(q.start, q.end, q.kind) for q in questions("it broke. when do you come, and how much is it?")]
    [(10, 26, 'when'), (32, 46, 'much')]
    """
    found: list[Question] = []
    start = 0
    for match in _BOUNDARY.finditer(message):
        found += _sentence(message, start, match.start(), marked="?" in match[0] or "؟" in match[0])
        start = match.end()
    if start < len(message):
        found += _sentence(message, start, len(message), marked=False)
    return found


def has_answer(kind: Kind, reply: str) -> bool:
    """Say whether a folded reply holds the shape of an answer to that kind of question.

    >>> has_answer("when", "it ships on monday"), has_answer("much", "we will see")
    (True, False)
    """
    shape = _ANSWERS.get(kind)
    return shape is not None and shape.search(reply) is not None


def _sentence(message: str, start: int, end: int, *, marked: bool) -> list[Question]:
    if not marked and not _PLAINLY.match(message, start, end):
        return []
    cuts = [start, *(match.end() for match in _SPLIT.finditer(message, start, end)), end]
    pieces = [_trimmed(message, first, last) for first, last in pairwise(cuts)]
    asking = [piece for piece in pieces if _OPENS.match(message, *piece)] or [_trimmed(message, start, end)]
    return [Question(first, last, _kind(message[first:last])) for first, last in asking if first < last]


def _trimmed(message: str, first: int, last: int) -> tuple[int, int]:
    """Leave out what joins a clause to its neighbours: white space, marks, "and"."""
    while first < last and not message[first].isalnum():
        first += 1
    words = message[first:last].rstrip(" \n,،;:")
    for trail in _TRAILS:
        words = words.removesuffix(trail)
    words = words.rstrip(" \n,،;:")
    return first, first + len(words)


def _kind(words: str) -> Kind:
    """Name the kind by the first word that asks; without one, yes or no is the answer."""
    match = _KINDS.search(words)
    return _NAMES[match.lastgroup] if match and match.lastgroup else "yes_no"
