"""Tell whether a reply says back what the customer's problem is, and which questions it leaves without an answer.

Both compare the words that carry a meaning: content words, by their stem or their topic, and numbers of three digits
and more. Greeting lines, names in them and sign-offs are left out, for a name said back is no problem said back.
A paraphrase in other words is beyond such a comparison: "no" means that nothing was said back in the customer's words,
and where the two texts are in different languages it is "unsure" instead.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from replylint.acts.answer.questions import has_answer, questions
from replylint.acts.answer.words import FAULT_KEY, WORD, WORKS_KEY, is_negation, masked, stem

_GREETING = re.compile(
    r"\s*(?:@\S+\s+)*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings"
    r"|و?عليكم السلام|السلام عليكم|مرحبا|اهلا|هلا|عزيز\w*|ال?استاذ\w*|ال?سيد\w*)"
    r"(?! (?:i|my|we|can|is|do|the|it|عندي|لدي|انا)\b)(?:[ .]{1,2}[^\W\d]\w*){0,6}? ?(?:[^\w\s'<{]|\n)"
)
_SIGN_OFF = re.compile(
    r"\n ?(?:(?:kind|best|warm|many|with|yours)? ?(?:regards|sincerely|wishes|faithfully)|thanks?(?: you)?|cheers"
    r"|(?:و?مع )?(?:خالص |اطيب )?(?:ال)?تحي(?:ات|ه)\w*|و?شكرا[^\n]{0,20})"
    r"[^\n\w]{0,3}(?=(?:\n[^\n]{0,60}){0,6}\Z)"  # few and short lines follow
)
_ARABIC = re.compile("[ء-ي]")
_ARABIZI = re.compile(r"\b[a-z]*(?:[a-z][2357]|[2357][a-z])[a-z]+")
# Too small to prove anything, and yet a sign that the customer was heard: "three weeks", "14 across", "all gone".
_HINT = re.compile(
    r"\b(?:\d\d|gone|half|third|first|two|three|four|five|weeks?|months?|years?|again|yesterday)\b"
    r"|(?<!\w)(?:اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|سنه|سنين|ساعه|ساعات|ثلاث|مره ثانيه)(?!\w)"
)
# "Could you please check" asks for a deed; only with enough words of its own can it be told whether it was met.
_REQUEST = re.compile("(?:can|could|would|will) (?:you|someone|u)|ممكن|تقدر")
_SHAPED = frozenset({"much", "when", "where"})
# Topics that any reply may touch: they count half.
_WEAK = frozenset(
    "#deliver #pay #account #app #site #phone #name #add #change #document #data #branch #code #hours #connect".split()
)
# One topic of these for another is a paraphrase: "it never came" and "sorry for the delay".
_KIN = tuple(
    frozenset(kin.split())
    for kin in (
        "#late #deliver #waiting #tracking #missing #slow",
        "#cancel #change #refund #return #exchange #delete #subscribe",
        "#broken #fault #repair #wrong #login #internet #app #site",
        "#charge #bill #pay #price #twice #refund #balance #transfer",
    )
)
_MUCH_ELSE = 6  # a reply of so many content words may well say it in others
_ENOUGH = 2.0
_FEW, _ONE = 3, 1.0
_MOST = 0.4


class Restatement(NamedTuple):
    """How much of the message comes back: `share` from 0 to 1, `words` as places in the reply, and the decision.

    The reply is read up to where the decision falls; what comes back after that is not counted.
    """

    share: float
    words: tuple[tuple[int, int], ...]
    decided: Literal["yes", "no", "unsure"]


def restated(message: str, reply: str) -> Restatement:
    """Compare the content words of a message with those of the reply.

    Both are folded (`view(...).text`); places are code points of the folded reply.
    The source is ETIQUETTE.md, dictionary-of-etiquette: show that you listened by saying the problem back.

    >>> restated("my blender is cracked", "we are sorry that the blender was damaged.")
    Restatement(share=1.0, words=((22, 29), (34, 41)), decided='yes')
    >>> restated("my blender arrived cracked", "please send us your order number").decided
    'no'
    """
    asked = _content(masked(message), 0, _end(message))
    if not asked:
        return Restatement(0.0, (), "unsure")
    start, end = _start(reply), _end(reply)
    roots = {root: key for key, root in asked.items()}
    said: dict[str, float] = {}
    own: set[str] = set()
    places: list[tuple[int, int]] = []
    before = ""
    for match in WORD.finditer(masked(reply), start, end):
        word = match[0]
        key, root = stem(word)
        if key:
            if key == WORKS_KEY:
                key = root = FAULT_KEY if is_negation(before) else ""
            own.add(key)
            told = key if key in asked else roots.get(root) if root else None
            if told:
                places.append(match.span())
                said[told] = 0.5 if told in _WEAK else 1.0
                if sum(said.values()) >= _ENOUGH:
                    break
        before = word
    share = len(said) / len(asked)
    return Restatement(
        share, tuple(places), _decide(sum(said.values()), len(asked), share) or _deny(message, reply, asked, own)
    )


def unanswered(message: str, reply: str) -> list[tuple[int, int]]:
    """List the places of the questions in the message that the reply seems to leave open.

    A question is met when one of its content words comes back in the reply, or the kind of answer it expects is there.
    One without content words ("really?") is left alone, unless it asks for a time, a place or a number.
    Both texts are folded; places are code points of the folded message.
    The source is ETIQUETTE.md, what-is-customer-service: answer every question.

    >>> unanswered("when is the delivery? do you sell lamps?", "it comes on monday")
    [(22, 39)]
    """
    asking = questions(message)
    if not asking:
        return []
    plain = masked(message)
    told: dict[str, str] | None = None
    roots: set[str] = set()
    answered: dict[str, bool] = {}
    found: list[tuple[int, int]] = []
    for start, end, kind in asking:
        if kind not in answered:
            answered[kind] = has_answer(kind, reply)
        if answered[kind]:
            continue
        asked = _content(plain, start, end)
        least = 2 if _REQUEST.match(message, start) else 0 if kind in _SHAPED else 1
        if len(asked) < least:
            continue
        if told is None:
            told = _content(masked(reply), _start(reply), _end(reply))
            roots = set(told.values())
        if told.keys().isdisjoint(asked) and roots.isdisjoint(asked.values()):
            found.append((start, end))
    return found


def _content(text: str, start: int, end: int) -> dict[str, str]:
    """Map the key of each content word in a place to its root."""
    found: dict[str, str] = {}
    words = WORD.findall(text, start, end)
    for index, word in enumerate(words):
        key, root = stem(word)
        if key == WORKS_KEY:
            key = root = FAULT_KEY if index and is_negation(words[index - 1]) else ""
        if key and key not in found:
            found[key] = root
    return found


def _start(text: str) -> int:
    greeting = _GREETING.match(text)
    return greeting.end() if greeting else 0


def _end(text: str) -> int:
    signed = _SIGN_OFF.search(text) if "\n" in text else None
    return signed.start() if signed else len(text)


def _decide(score: float, asked: int, share: float) -> Literal["yes", "unsure"] | None:
    if score >= _ENOUGH or share == 1 or (score >= _ONE and (asked <= _FEW or share >= _MOST)):
        return "yes"
    return "unsure" if score else None


def _deny(message: str, reply: str, asked: dict[str, str], own: set[str]) -> Literal["no", "unsure"]:
    """Decide where no content word came back: "no", unless something hints at a paraphrase or another language."""
    if len(own) >= _MUCH_ELSE or any(not kin.isdisjoint(asked) and not kin.isdisjoint(own) for kin in _KIN):
        return "unsure"
    if bool(_ARABIC.search(message)) != bool(_ARABIC.search(reply)) or _ARABIZI.search(message):
        return "unsure"
    return "no" if set(_HINT.findall(message)).isdisjoint(_HINT.findall(reply)) else "unsure"
