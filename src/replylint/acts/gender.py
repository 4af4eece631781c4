"""Find where the reply addresses the customer in the wrong gender: «عزيزي سارة», «أختي» to a man, "Dear Mr. Noura".

The customer's gender is the record's, or that of a first name that only one gender bears. Words for a man are wrong to a
woman and the other way round; what both hear («حضرتك تقدر», «عزيزي العميل») is wrong to nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from replylint.acts.matcher import Match
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replylint.model import Customer
    from replylint.rulebook.model import NameLists
    from replylint.text.view import View

WRONG_GENDER = "wrong_gender"
Gender = Literal["m", "f"]
_ACTS: dict[Gender, str] = {"m": "addresses_woman", "f": "addresses_man"}  # what is wrong to whom
_WORD = re.compile(r"[^\W\d_][\w']*")
_BEFORE = re.compile(r"([^\W\d_][\w']*)[.]?[ ]\Z")
_MANY = re.compile(r"&|\band\b|\bfamily\b|\b(?:co|ltd|inc|llc|company|group)\b| و ?(?=\w)|شركه|موسسه|عائله|مكتب|متجر")
_LAST = re.compile(r"([^\W\d_][\w']*)\Z")
_COUPLE = re.compile(r"(?:mr|mrs|ms|السيد|السيده|الاستاذ|الاستاذه)[.]? (?:and |& ?|و ?)\Z")
# The words after which a title opens an address.
_CALLING = frozenset(
    "dear hi hello hey day thanks you sorry ok okay morning afternoon evening welcome respected greetings yes no "
    "يا اهلا مرحبا هلا بك بيك بكم ليك شكرا الخير النور السلام عليكم وبركاته وسهلا صباحك مساك مساءك والله عذرا حاضر تمام نعم "
    "اهلين سلام تحيه طيبه".split()
)
_MOST_TITLES = 3
_VOWELLED = re.compile("[\u0621-\u0652]+[\u064e\u0650](?![\u0621-\u0652])")
# Words that end in the pronoun of whom one speaks to, folded, without «و»; others end in such a letter of their own.
_YOU = frozenset(
    "انت انك بدك لك بك منك معك عليك اليك لديك عندك فيك عنك يمكنك بامكانك نشكرك اشكرك طلبك حسابك رسالتك تواصلك صبرك رقمك اسمك "
    "انتظارك تفهمك ثقتك خدمتك لخدمتك بخدمتك مساعدتك لمساعدتك اشتراكك شحنتك حجزك عنوانك بريدك".split()
)
_FATHER, _MOTHER = frozenset({"ابو", "ابا", "ابي", "بو", "abu", "abou"}), frozenset({"ام", "umm", "um"})


class GenderFinder:
    """Made once from the lists of `rules/names/`."""

    def __init__(self, lists: NameLists) -> None:
        self._names: dict[Gender, frozenset[str]] = {"m": _folded(lists.men), "f": _folded(lists.women)}
        self._titles: dict[Gender, frozenset[str]] = {
            "m": _folded(lists.titles_of_men),
            "f": _folded(lists.titles_of_women),
        }

    def of(self, customer: Customer) -> Gender | None:
        """Give the customer's gender: the record's, or that of a certain first name; None when nobody can say."""
        if customer.gender:
            return customer.gender
        for record in (customer.preferred_name, customer.name):
            text = view(record).text if record else ""
            if _MANY.search(text):
                return None
            words = _WORD.findall(text.replace("عبد ال", "عبدال"))
            titled = {gender for gender, titles in self._titles.items() for word in words[:1] if word in titles}
            words = words[1:] if titled and len(words) > 1 else words
            if not words:
                continue
            if len(words) > 1 and words[0] in _FATHER | _MOTHER:
                return "m" if words[0] in _FATHER else "f"
            borne = [gender for gender, names in self._names.items() if words[0] in names]
            if len(borne) == 1:
                return borne[0]
        return None

    def wrong(self, gender: Gender, seen: View, matches: Iterable[Match]) -> list[Match]:
        """List the words that address the customer in the other gender.

        They are those of the acts `addresses_man` and `addresses_woman`, and titles right before the customer's name.
        """
        other: Gender = "f" if gender == "m" else "m"
        found = []
        for match in matches:
            if match.act == _ACTS[gender]:
                found.append(match._replace(act=WRONG_GENDER))
            elif match.act == "customer_name" and match.sure:
                start = self._title_before(seen.text, match.start, other)
                if start is not None:
                    found.append(Match(WRONG_GENDER, start, match.end, match.segment, sure=True))
        return _apart(found)

    def _title_before(self, text: str, at: int, other: Gender) -> int | None:
        """Give where the titles before a name begin, when one of them is for the other gender."""
        wrong = first = None
        for _ in range(_MOST_TITLES):
            before = _BEFORE.search(text, max(0, at - 24), at)
            if before is None or not any(before[1] in titles for titles in self._titles.values()):
                break
            at = first = before.start(1)
            if before[1] in self._titles[other] and before[1] not in self._titles["m" if other == "f" else "f"]:
                wrong = at
        # "the flowers for Mrs. Smith" addresses nobody
        return wrong if first is not None and _is_address(text, first) else None


def _is_address(text: str, at: int) -> bool:
    """Say whether the title that begins here opens an address: it begins a sentence, or follows a word that greets or calls."""
    if text[at - 1 : at] == "/" or _COUPLE.search(text, max(0, at - 12), at):
        return False  # «عزيزي/عزيزتي», "Mr. and Mrs. Smith"
    said = text[max(0, at - 24) : at].rstrip(" ")
    if not said or said[-1] in ".!?؟\n:":
        return True
    before = _LAST.search(said.rstrip(",،"))
    return before is not None and before[1] in _CALLING


def wrong_vowels(gender: Gender | None, source: str) -> list[tuple[int, int]]:
    """List the places in a text as typed where a vowel sign says the other gender: «لكِ» to a man, «أنتَ» to a woman.

    >>> wrong_vowels("m", "يمكنكِ تتبع الشحنة"), wrong_vowels("f", "يمكنكِ تتبع الشحنة")
    ([(0, 6)], [])
    """
    sign = {"m": "\u0650", "f": "\u064e"}.get(gender or "")
    if sign is None or sign not in source:
        return []
    return [
        match.span()
        for match in _VOWELLED.finditer(source)
        if match[0][-1] == sign and view(match[0]).text.removeprefix("و") in _YOU
    ]


def _apart(matches: Sequence[Match]) -> list[Match]:
    """Leave of overlapping matches the longest."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start - match.end, match.start)):
        if all(match.end <= one.start or one.end <= match.start for one in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(view(word).text for word in words)
