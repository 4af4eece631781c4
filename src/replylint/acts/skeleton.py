"""Tell from their firm consonants whether a name in Arabic letters and one in Latin letters are surely two names.

Spelling across scripts varies in vowels, in doubled letters and between sounds that are alike. What is left when these are
set aside is the same for one name: «خالد» is K-L-D, Khalid is K-L-D, Mohammed is M-M-D.
"""

from __future__ import annotations

import re
from functools import lru_cache

from replylint.acts.spelling import distance

_LEAST = 2  # edits between the consonants of two names that are surely different
_ARABIC = {
    **dict.fromkeys("بپ", "B"), **dict.fromkeys("تطث", "T"), **dict.fromkeys("جغقكخچگ", "K"), **dict.fromkeys("دذضظز", "D"),
    **dict.fromkeys("سصش", "S"), **dict.fromkeys("فڤ", "F"), "ر": "R", "ل": "L", "م": "M", "ن": "N",
}  # fmt: skip
_LATIN = {
    **dict.fromkeys("bp", "B"), "t": "T", "th": "T",
    **dict.fromkeys(("j", "g", "k", "q", "c", "kh", "gh", "ch", "dj", "x"), "K"),
    **dict.fromkeys(("d", "z", "dh"), "D"), **dict.fromkeys(("s", "sh", "sch"), "S"), **dict.fromkeys(("f", "v", "ph"), "F"),
    "r": "R", "l": "L", "m": "M", "n": "N",
}  # fmt: skip
_UNIT = re.compile("sch|sh|kh|gh|th|dh|ch|ph|dj|[a-z]")
# Sounds that one script writes with a letter of another class: «جورج» George, «ثامر» Samer, Chadi «شادي», Moncef «منصف».
_ALIKE = [("T", "S"), ("D", "S"), ("K", "S"), ("D", "T")]


@lru_cache(maxsize=4096)
def are_two_names(arabic: str, latin: str) -> bool:
    """Say whether a folded Arabic name and a folded Latin one are surely not one name.

    >>> are_two_names("خالد", "mohammed"), are_two_names("محمود", "mohammed")
    (True, False)
    """
    one, other = _of_arabic(arabic), _of_latin(latin)
    if not one or not other:
        return False
    for first, second in _ALIKE:
        one, other = one.replace(first, second), other.replace(first, second)
    return distance(one, other) >= min(_LEAST, max(len(one), len(other)))


def _of_arabic(name: str) -> str:
    bare = name[2:] if name.startswith("ال") and len(name) > 4 else name
    return _once("".join(_ARABIC.get(letter, "") for letter in bare))


def _of_latin(name: str) -> str:
    return _once("".join(_LATIN.get(unit, "") for unit in _UNIT.findall(name)))


def _once(letters: str) -> str:
    return re.sub(r"(.)\1+", r"\1", letters)
