"""Acts that no phrase can name: private data, shouting, characters that hide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.acts.gender import WRONG_GENDER, wrong_vowels
from replylint.acts.matcher import Match
from replylint.acts.private import private_data
from replylint.acts.shouting import shouting
from replylint.model import Act
from replylint.text.hidden import hidden
from replylint.text.view import view

if TYPE_CHECKING:
    from replylint.acts.gender import Gender
    from replylint.text.segment import Layout
    from replylint.text.view import View

_SECRETS = frozenset({"card", "password", "otp"})
_NUMBERED = frozenset({"iban", "national_id"})  # their form alone says what they are
# Words that make a number or an address the customer's.
_YOURS = re.compile(
    r"\byou(?:rs?)?\b|(?:رقم|جوال|هاتف|ايميل|بريد|موبايل|حساب|تليفون|عنوان)\w{0,3}(?:ك|كم)\b|\b(?:علي|ل|لي|مع|معا)(?:ك|كم)\b"
)
_FIRST_LINE = re.compile(
    r"[\s-]*(?!(?:thank|hello|hi|hey|sorry|dear|regards|best|kind|sent|yours|cheers|get|شكرا|مرحبا|مع|اهلا|تحيات|ارسل))("
    r"[^\W\d_][\w'.’-]*(?: [^\W\d_][\w'.’-]*){0,3}),?(?=\n|\Z| ?[|،,])"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 3
_REACH = 60


def private(seen: View, segment: str = "body") -> list[Match]:
    """Find data of one person: `secret_data` belongs in no reply, `private_data` in no public one.

    A phone number or an address is sure only where words before it say that it is the customer's. Data in a
    signature are the agent's own: whoever calls leaves them out.
    """
    found = []
    for kind, start, end, _ in private_data(seen.text):
        sure = kind in _SECRETS or kind in _NUMBERED or bool(_YOURS.search(seen.flat, max(0, start - _REACH), start))
        found.append(Match("secret_data" if kind in _SECRETS else "private_data", start, end, segment, sure))
    return found


def signed(seen: View, found: Layout, agent: str | None = None) -> list[Match]:
    """Find who signs: the agent's known name anywhere, or the name under a sign-off.

    That is the first line of the signature, when it is one to four words and no number.
    """
    for name in _WORD.findall(view(agent).text) if agent else ():
        called = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", seen.flat)
        if called and len(name) >= _SHORTEST_NAME and found.is_own(called.start()):
            segment = "signature" if called.start() >= found.signature_start else "body"
            return [Match("agent_name", *called.span(), segment, sure=True)]
    start = found.signature_start
    if not found.own or start >= found.own[-1][1]:
        return []
    line = _FIRST_LINE.match(seen.text, start)
    return [Match("agent_name", *line.span(1), "signature", sure=True)] if line else []


def as_typed(seen: View, found: Layout, gender: Gender | None = None) -> list[Act]:
    """Find what shows only in the text as it was typed, in the agent's own words.

    It is `shouting`, `hidden_characters`, and vowel signs that say another gender than the customer's (`wrong_gender`).
    """
    source = seen.source
    places = [("shouting", shout.start, shout.end) for shout in shouting(source)]
    places += [("hidden_characters", place.start, place.end) for place in hidden(source)]
    places += [(WRONG_GENDER, *span) for span in wrong_vowels(gender, source)]
    if not places:
        return []
    own = [(seen.position(start), seen.position(end)) for start, end in found.own]
    signature = seen.position(found.signature_start)
    return [
        Act(act=act, start=start, end=end, text=source[start:end], segment="body" if start < signature else "signature")
        for act, start, end in places
        if any(first <= start < last for first, last in own)
    ]
