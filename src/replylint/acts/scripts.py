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
    "ب": "[bp]", "ت": "t", "ث": "(?:th|t|s)", "ج": "(?:dj|j|gu|g)", "ح": "(?:h|7)", "خ": "(?:kh|k|h|5)", "د": "d",
    "ذ": "(?:dh|th|z|d)", "ر": "r", "ز": "z", "س": "(?:s|c)", "ش": "(?:sh|ch|sch)", "ص": "(?:s|c|9)",
    "ض": "(?:dh|d|z)", "ط": "(?:t|6)",
    "ظ": "(?:dh|z|th|d)", "غ": "(?:gh|g)", "ف": "(?:ph|f|v)", "ق": "[qkgc]", "ك": "(?:[kcq]|x)", "ل": "l", "م": "m", "ن": "n",
    "ه": "h", "پ": "p", "چ": "(?:ch|j)", "گ": "g", "ڤ": "v",
}  # fmt: skip
# A vowel letter, or one like it: at the start, inside, at the end.
_VOWELS = {
    "ا": ("[aeiou]{1,2}", "(?:aa?['’]?|e)", "(?:aa?h?|e)"),
    "ع": ("[3'’]?[aeiou]{1,2}", "[aeiou]{0,2}['’3]?[aeiou]?", "(?:aa?|ea?|h|i|[3'’])?"),
    "و": ("(?:w|v|ou|o|u)", "(?:[aei]?(?:ww?|ou|u)[aei]?|oo|ow|v|eo|o['’]?[ae]?)", "(?:w|ou|u|o)?"),
    "ي": ("(?:y|i|j)", "(?:[aei]?(?:yy?|i|ï)[aeio]?|ee|ea)", "(?:iy|ee|ie|i|y|aa?|e)"),
    "ه": ("h", "h", "(?:ah?|eh?|h|a?t)"),
    "ء": ("['’]?", "['’]?", "['’]?"),
}  # fmt: skip
# Pairs that differ in a short vowel or a silent letter only: written out.
_EXACT = {
    "عمر": "(?:o|u|ou)m[ae]r", "عمرو": "amr(?:o|u|ou)?", "سعد": "sa['’3]?a?e?d", "سعاد": "s(?:o|u|ou)['’3]?a+d",
    "زياد": "z(?:iy|ey|i|y)[ae]d",
    "عامر": "(?:aa?|3)m(?:eu|[ei])re?", "زايد": "za(?:y|ye|yi|i)d", "ايمان": "(?:ei|ey|ee|i|e)m[ae]+ne?",
    "داود": "da(?:w|v)?(?:oo|ou|u|o)d",
    "سيد": "(?:s[ae]yy?[aei]?d|syed|sid)", "سعيد": "s[ae]['’3]?(?:ee|ie|i|ï|ei)d",
    "سامر": "sam[ea]r", "كرم": "kar[ae]m", "علي": "all?(?:i|y|ee|ie|e)", "ليلي": "l(?:ay|ai|ei|ey)l+ah?",
    "محمد": "(?:m(?:o|u|ou|e)?hamm?[ae]d|mohd|muhd|m7a?md|m7ammad)", "مريم": "m[aeiy]r(?:y|i|iy|ie)[ae]?me?",
    "حسن": "hass?[ae]ne?", "حسين": "h(?:o|u|ou)(?:ss?[ae](?:i|y)|cc?i|ss?ee)ne?", "يحيي": "y[ae](?:h|7)[iy]+[ae]?",
    "طه": "taa?ha?", "مي": "m(?:ai|ay|ei|ey|aye|i)", "جورج": "(?:ge?orges?|jorge)",
}  # fmt: skip
_SERVANT = "عبدال"
_OF_FAITH = "الدين"
_FAITH = re.compile(r"[aeiou]{0,2}[ld]?[ -]?d(?:ee|i|e)ne?$")  # «نور الدين»: Noureddine
_ARTICLE = "(?:(?:al|el|ul|il|la|le|l)[ -]?)?"
_TO_ARABIC = {
    "sch": "ش", "sh": "(?:ش|س[هح])", "kh": "(?:خ|ك[هح])", "gh": "[غق]",
    "th": "(?:[ثذظط]|ت[هح]?)", "dh": "(?:[ذضظ]|د[هح]?)",
    "ch": "[شچك]", "ph": "ف", "dj": "ج",
    "b": "[بپ]", "p": "[بپ]", "t": "[تط]", "d": "[دضذظ]", "j": "[جي]", "g": "[جغقگ]", "k": "[كقخ]", "q": "[قك]", "c": "[كسقص]",
    "s": "[سصثش]", "z": "[زظذض]", "h": "[هح]?", "f": "ف", "v": "[فوڤ]", "r": "ر", "l": "ل", "m": "م", "n": "ن", "w": "و?",
    "y": "ي?", "x": "كس", "5": "خ", "7": "ح", "9": "[صق]", "6": "ط", "3": "ع",
}  # fmt: skip
_BETWEEN = "[اويءعهة]{0,3}"
_UNIT = re.compile("sch|sh|kh|gh|th|dh|ch|ph|dj|[a-z3-9]")
_DOUBLE = re.compile(r"([a-z])\1")
_SHORTEST = 3
_ANY_WORD = re.compile(r"(?<!\w)(?:[وف]?(?:لل|[لب])?|يا )??((?:ال)?[\u0621-\u064a]{2,8})(?!\w)")
_END_IN_HAMZA = "(?:a['’]?[ae]|aa?)['’]?h?"  # «سناء»: Sana, Sanaa, Sanae


@lru_cache(maxsize=4096)
def reads_as(arabic: str, latin: str) -> bool:
    """Say whether a folded Arabic name is one spelling of a folded Latin one. «عبد الله» is one name.

    >>> reads_as("حسين", "hussein"), reads_as("حسين", "hassan"), reads_as("نوره", "noura"), reads_as("نور", "noura")
    (True, False, True, False)
    """
    return re.fullmatch(_latin(_joined(arabic)), latin) is not None


@lru_cache(maxsize=4096)
def candidates(latin: str) -> re.Pattern[str] | None:
    """Make the expression that finds a folded Latin name in a folded Arabic text; its group is the name.

    None for a name of two letters. A name without firm consonants, such as Yahya, may be any word. What is found is a
    candidate only: `reads_as` decides.
    """
    units = [unit for unit in _UNIT.findall(_DOUBLE.sub(r"\1", latin)) if unit in _TO_ARABIC]
    if len(latin) < _SHORTEST:
        return None
    if all(_TO_ARABIC[unit].endswith("?") for unit in units):
        return _ANY_WORD
    faith = _FAITH.search(latin)
    if latin.startswith("abd"):
        body = r"عبد ?ال\w{2,8}"
    elif faith and faith.start() > 1:
        first = [unit for unit in _UNIT.findall(_DOUBLE.sub(r"\1", latin[: faith.start()])) if unit in _TO_ARABIC]
        body = _BETWEEN.join(map(_arabic, first)) + f"{_BETWEEN} ?الدين"
    else:
        body = _BETWEEN.join(map(_arabic, units))
        if latin.endswith("t"):
            body = body.removesuffix(_arabic("t")) + "[تطه]{1,2}"  # «حياة»: Hayat
    return re.compile(rf"(?<!\w)(?:[وف]?(?:لل|[لب])?|يا )??((?:ال)?{_BETWEEN}{body}{_BETWEEN})(?!\w)")


def _joined(arabic: str) -> str:
    """Write a name of two words as one, and a doubled long vowel once."""
    one = arabic.replace("عبد ال", _SERVANT).replace(f" {_OF_FAITH}", _OF_FAITH).replace("وو", "و")
    return one[:-2].replace("يي", "ي") + one[-2:]


def _arabic(unit: str) -> str:
    letters = _TO_ARABIC[unit]
    return letters if letters.endswith("?") else f"{letters}{{1,2}}"


@lru_cache(maxsize=4096)
def latin_spellings(arabic: str) -> re.Pattern[str]:
    """Make the expression that finds a folded Arabic name in a folded Latin text."""
    return re.compile(rf"(?<![\w@])({_latin(_joined(arabic))})(?![\w@])")


def _latin(arabic: str) -> str:
    exact = _EXACT.get(arabic)
    if exact is not None:
        return exact
    if arabic.startswith(_SERVANT) and len(arabic) > len(_SERVANT):
        rest = _letters(arabic[len(_SERVANT) :])
        return f"abd[aeiou]{{0,2}}[ -]?(?:[aeu]?(?:l|[drstnz]))?[ -]?{rest}"
    if arabic.endswith(_OF_FAITH) and len(arabic) > len(_OF_FAITH) + 1:
        return _letters(arabic[: -len(_OF_FAITH)]).removesuffix("e?") + "[ -]?(?:[aeu]?[ld]?)[ -]?d(?:ee|i|e)ne?"
    if arabic.startswith("ال") and len(arabic) > 4:
        return f"(?:{_ARTICLE}{_letters(arabic[2:])}|{_letters(arabic)})"  # «العربي» has an article, «اليكس» has none
    return _letters(arabic)


def _letters(arabic: str) -> str:
    head, rest, after_consonant = _head(arabic)
    offset = len(arabic) - len(rest)
    rest, tail = (rest[:-2], _END_IN_HAMZA) if rest.endswith("اء") and len(rest) + len(head) > 2 else (rest, "")
    parts = [head]
    for index, letter in enumerate(rest):
        place = 0 if not index and not head else 2 if index == len(rest) - 1 and not tail else 1
        if letter in _VOWELS and (letter != "ه" or place == 2):
            following = rest[index + 1 : index + 2]
            if letter == "ع" and place < 2 and following in _VOWELS:
                parts.append("(?:['’3]?[aeiou]?|ou)")  # «عادل»: the vowel is that of the next letter
            elif letter == "ي" and place == 1 and (offset + index == 1 or arabic[offset + index - 1] in "اع"):
                parts.append(
                    f"(?:{_VOWELS[letter][place]}|['’]?e)"
                )  # «ريهام»: Reham, «وائل»: Wael; but «سمير» is not Samer
            else:
                parts.append(_VOWELS[letter][place])
            after_consonant = letter in "وي" and not place
        else:
            sound = _CONSONANTS.get(letter, re.escape(letter))
            if letter == "س" and arabic[offset + index - 1] == "ك":
                sound = f"(?:{sound}|(?<=x))"  # «ماكس»: Max
            short = (_FIRST_SHORT if index == 1 else _SHORT) if after_consonant else ""
            parts.append(f"{short}{sound}{{1,2}}")
            after_consonant = True
    if rest and rest[-1] in _CONSONANTS and rest[-1] != "ه" and not tail:
        tail = "e?"  # mute: French writes Yassine for «ياسين»
    return "".join([*parts, tail])


def _head(arabic: str) -> tuple[str, str, bool]:
    """Write the beginnings of more than one letter: the expression, the letters left, and whether it ends in a consonant."""
    if arabic.startswith("اي") and len(arabic) > _SHORTEST:
        return "(?:[aei]?[iy]|ee|e)", arabic[2:], False  # «ايهاب»: Ihab, Ehab
    if arabic[:1] == "ا" and len(arabic) > _SHORTEST + 1 and arabic[1] in _CONSONANTS and arabic[2] in _CONSONANTS:
        first, second = _CONSONANTS[arabic[1]], _CONSONANTS[arabic[2]]  # «ابراهيم»: Ibrahim, Brahim
        return f"(?:[aeiou]{{1,2}}{first}{{1,2}}{_SHORT}{second}{{1,2}}|{first}{second})", arabic[3:], True
    return "", arabic, False
