"""Compare a name in Arabic letters with one in Latin letters: «حسن» reads as Hassan, and not as Hussein.

From the Arabic spelling an expression is made for the Latin ones: long vowels must be there in one of their spellings, short
ones may be anything or nothing. From the Latin spelling a looser one is made, to find candidates in an Arabic text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT = "[aeiou]?"
_FIRST_SHORT = "(?:ou|[aeiou])?"  # French writes the first one of هدى so
_CONSONANTS = {
    "ب": "[bp]", "ت": "t", "ث": "(?:th|t|s)", "ج": "(?:dj|j|g)", "ح": "(?:h|7)", "خ": "(?:kh|k|h|5)", "د": "d",
    "ذ": "(?:dh|th|z|d)", "ر": "r", "ز": "z", "س": "(?:s|c)", "ش": "(?:sh|ch|sch)", "ص": "(?:s|9)",
    "ض": "(?:dh|d|z)", "ط": "(?:t|6)",
    "ظ": "(?:dh|z|th|d)", "غ": "(?:gh|g)", "ف": "(?:ph|f|v)", "ق": "[qkgc]", "ك": "[kcq]", "ل": "l", "م": "m", "ن": "n",
    "ه": "h", "پ": "p", "چ": "(?:ch|j)", "گ": "g", "ڤ": "v",
}  # fmt: skip
# A vowel letter, or one like it: at the start, inside, at the end.
_VOWELS = {
    "ا": ("[aeiou]{1,2}", "(?:aa?|e)", "(?:aa?h?|e)"),
    "ع": ("[3'’]?[aeiou]{1,2}", "[aeiou]{0,2}['’3]?[aeiou]?", "(?:a|aa|e|[3'’])?"),
    "و": ("(?:w|v|ou|o|u)", "(?:w|v|oo|ou|au|aw|ow|u|o)", "(?:w|ou|u|o)?"),
    "ي": ("(?:y|i|j)", "(?:ee|ei|ey|ay|ai|iy|yi|ya|ie|ia|i|y)", "(?:iy|ee|ie|i|y|aa?|e)"),
    "ه": ("h", "h", "(?:ah?|eh?|h|at)"),
    "ء": ("['’]?", "['’]?", "['’]?"),
}  # fmt: skip
# Pairs that differ in a short vowel or a silent letter only: written out.
_EXACT = {
    "عمر": "(?:o|u|ou)m[ae]r", "عمرو": "amr(?:o|u|ou)?", "سعد": "sa['’3]?a?e?d", "سعاد": "s(?:o|u|ou)['’3]?a+d",
    "زياد": "z(?:iy|ey|i|y)ad", "زايد": "za(?:y|ye|yi|i)d", "ايمان": "(?:ei|ey|ee|i|e)m[ae]+n",
    "داود": "da(?:w|v)?(?:oo|ou|u|o)d",
    "سامر": "sam[ea]r", "كرم": "kar[ae]m", "علي": "all?(?:i|y|ee|ie|e)", "ليلي": "l(?:ay|ai|ei|ey)l+ah?",
    "محمد": "(?:m(?:o|u|ou|e)?hamm?[ae]d|mohd|muhd|m7a?md|m7ammad)", "مريم": "m[ae]r(?:y|i|iy|ie)[ae]m",
    "حسن": "hass?[ae]n", "حسين": "h(?:o|u|ou)ss?[ae](?:i|y)n", "يحيي": "ya(?:h|7)[iy]+a",
}  # fmt: skip
_SERVANT = "عبدال"
_ARTICLE = "(?:(?:al|el|ul|il)[ -]?)?"
_TO_ARABIC = {
    "sch": "ش", "sh": "ش", "kh": "خ", "gh": "[غق]", "th": "[ثذتظط]", "dh": "[ذضظد]", "ch": "[شچك]", "ph": "ف", "dj": "ج",
    "b": "[بپ]", "p": "[بپ]", "t": "[تط]", "d": "[دضذظ]", "j": "[جي]", "g": "[جغقگ]", "k": "[كقخ]", "q": "[قك]", "c": "[كسق]",
    "s": "[سصثش]", "z": "[زظذض]", "h": "[هح]?", "f": "ف", "v": "[فوڤ]", "r": "ر", "l": "ل", "m": "م", "n": "ن", "w": "و?",
    "y": "ي?", "x": "كس", "5": "خ", "7": "ح", "9": "[صق]", "6": "ط", "3": "ع",
}  # fmt: skip
_BETWEEN = "[اويءعهة]{0,3}"
_UNIT = re.compile("sch|sh|kh|gh|th|dh|ch|ph|dj|[a-z3-9]")
_DOUBLE = re.compile(r"([a-z])\1")
_SHORTEST = 3


@lru_cache(maxsize=4096)
def reads_as(arabic: str, latin: str) -> bool:
    """Say whether a folded Arabic name is one spelling of a folded Latin one.

    >>> reads_as("حسين", "hussein"), reads_as("حسين", "hassan"), reads_as("نوره", "noura"), reads_as("نور", "noura")
    (True, False, True, False)
    """
    return re.fullmatch(_latin(arabic), latin) is not None


@lru_cache(maxsize=4096)
def candidates(latin: str) -> re.Pattern[str] | None:
    """Make the expression that finds a folded Latin name in a folded Arabic text; its group is the name.

    None for a name without firm consonants, as Yahya has none. What is found is a candidate only: `reads_as` decides.
    """
    units = [unit for unit in _UNIT.findall(_DOUBLE.sub(r"\1", latin)) if unit in _TO_ARABIC]
    if len(latin) < _SHORTEST or all(_TO_ARABIC[unit].endswith("?") for unit in units):
        return None
    body = r"عبد ?ال\w{2,8}" if latin.startswith("abd") else _BETWEEN.join(map(_arabic, units))
    return re.compile(rf"(?<!\w)(?:[وف]?(?:لل|[لب])?|يا )??((?:ال)?{_BETWEEN}{body}{_BETWEEN})(?!\w)")


def _arabic(unit: str) -> str:
    letters = _TO_ARABIC[unit]
    return letters if letters.endswith("?") else f"{letters}{{1,2}}"


@lru_cache(maxsize=4096)
def latin_spellings(arabic: str) -> re.Pattern[str]:
    """Make the expression that finds a folded Arabic name in a folded Latin text."""
    return re.compile(rf"(?<![\w@])({_latin(arabic)})(?![\w@])")


def _latin(arabic: str) -> str:
    exact = _EXACT.get(arabic)
    if exact is not None:
        return exact
    if arabic.startswith(_SERVANT) and len(arabic) > len(_SERVANT):
        rest = _letters(arabic[len(_SERVANT) :])
        return f"abd[aeiou]{{0,2}}[ -]?(?:[aeu]?(?:l|[drstnz]))?[ -]?{rest}"
    if arabic.startswith("ال") and len(arabic) > 4:
        return _ARTICLE + _letters(arabic[2:])
    return _letters(arabic)


def _letters(arabic: str) -> str:
    parts = []
    after_consonant = False
    for index, letter in enumerate(arabic):
        place = 0 if not index else 2 if index == len(arabic) - 1 else 1
        if letter in _VOWELS and (letter != "ه" or place == 2):
            following = arabic[index + 1 : index + 2]
            if letter == "ع" and place < 2 and following in _VOWELS:
                parts.append("['’3]?[aeiou]?")  # «عادل»: the vowel is that of the next letter
            else:
                parts.append(_VOWELS[letter][place])
            after_consonant = letter in "وي" and not place
        else:
            sound = _CONSONANTS.get(letter, re.escape(letter))
            short = (_FIRST_SHORT if index == 1 else _SHORT) if after_consonant else ""
            parts.append(f"{short}{sound}{{1,2}}")
            after_consonant = True
    return "".join(parts)
