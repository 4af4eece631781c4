"""Find what shouts in a reply: words in capitals, rows of marks, stretched letters.

capitals   two or more words in capitals, or one of five letters, that belong to a sentence (`shouting_words`). Not a
           name, a brand, an acronym, a code, a heading, a label to press or type, something between quotes, or joy.
marks      three or more of ! ? ؟ in a row; two are lively, and no finding
stretched  a vowel or a long Arabic letter three times, another letter four times: "sooooo", «جداااا»

Laughter («هههههه», "hahaha") and thinking aloud ("hmmm") are something else and never shout; neither does a kashida
(«شكـــرا»), which only decorates. Arabic has no capitals: there it is marks and stretching.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.acts.shouting_words import (
    ACRONYMS,
    AFTER_A_LABEL,
    BEFORE_A_LABEL,
    EMPHATIC,
    GLAD,
    JOINS,
    ORDINARY,
    PROVES,
    TWO_LETTERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWO_CAPITALS = re.compile("[A-Z]['’]?[A-Z]")
_CAPITALS = re.compile(r"(?<![\w@#$%&/\\+={<_.’'-])[A-Z]+(?:['’-][A-Z]+)*(?![\w@/\\+=&%_-]|['’.]\w)")
_GAP = re.compile(r"(?!\W{0,12}\n\s{0,12}\n)[\s\d,;:.!?…\"“”()*—–&/-]{1,12}")
_MARK = "[!?؟！？❗❓❕❔‼⁉]\ufe0f?"
_MARKS = re.compile(f"{_MARK}(?:[ \u00a0]?{_MARK}){{2,}}")
_STRETCHED = re.compile(
    r"(?i:([aeiouy])\1\1+|([b-df-hj-np-tv-xz])\2\2+)|([اوىيهةآ])\3\3+|(?<=[ء-ي])([بت-زس-غف-قكلمن])\4\4+"
)
_ROW = 3
_RARE_MARK = re.compile("[！？❗❓❕❔‼⁉]")
_TRIPLES = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_ALL_TRIPLES = _TRIPLES + tuple(letter * 3 for letter in "اوىيهةآبتثجحخدذرزسشصضطظعغفقكلمن")
_ROMAN = re.compile(r"[ivxlcm]+")
_LAUGHS = re.compile(  # and thinks aloud
    r"h*(?:[aeiou]+h+)+[aeiou]*|[hk]{3,}|lo+l+|[uh]*m+|a+h+m+|s+h+|b+r+|z+|[هخ]+|اه+|ا*(?:ها+)+|ا?م+"
)
_OPENS = "\"“«‘'[{(<%`*"
_CLOSES = "\"”»’']})>%`*"
_LONG_WORD = 5
_LONGEST_HEADING = 7
_FIXED = frozenset({"to whom it may concern"})
_NO_HEADING = frozenset("already told stop never not dont said stated wrong fault i we".split())

Kind = Literal["capitals", "marks", "stretched"]


class Shout(NamedTuple):
    """A place that shouts: `start` and `end` in code points of the original text."""

    start: int
    end: int
    kind: Kind


def shouting(source: str) -> list[Shout]:
    """List the places of a reply that shout, sorted, none inside another.

    `source` is the original text; offsets are its code points. Whoever calls leaves out quoted history.
    The source is ETIQUETTE.md, dictionary-of-etiquette: calm and professional in hard moments.

    >>> shouting("PLEASE READ the mail!!!")
    [Shout(start=0, end=11, kind='capitals'), Shout(start=20, end=23, kind='marks')]
    >>> shouting("Your IBAN and VAT number, please!!")
    []
    """
    found = [Shout(*match.span(), "marks") for match in _MARKS.finditer(source)] if _has_marks(source) else []
    if _TWO_CAPITALS.search(source):
        found += (Shout(start, end, "capitals") for start, end in _capitals(source))
    lowered = source.lower()
    for triple in _TRIPLES if source.isascii() else _ALL_TRIPLES:
        if triple in lowered:
            found += (Shout(start, end, "stretched") for start, end in _stretched(source))
            break
    if len(found) < 2:
        return found
    found.sort(key=lambda shout: (shout.start, -shout.end))
    kept: list[Shout] = []
    for shout in found:
        if not kept or shout.start >= kept[-1].end:
            kept.append(shout)
    return kept


def _has_marks(source: str) -> bool:
    """Count the common marks, which costs nothing, before looking for rows of any."""
    return source.count("!") + source.count("?") + source.count("؟") >= _ROW or (
        not source.isascii() and _RARE_MARK.search(source) is not None
    )


def _capitals(source: str) -> Iterator[tuple[int, int]]:
    run: list[re.Match[str]] = []
    for match in _CAPITALS.finditer(source):
        if run and not _GAP.fullmatch(source, run[-1].end(), match.start()):
            yield from _judged(source, run)
            run = []
        run.append(match)
    if run:
        yield from _judged(source, run)


def _judged(source: str, run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give the run without acronyms at its ends, when it shouts."""
    words = [match[0].lower().replace("'", "").replace("’", "") for match in run]
    first, last = 0, len(words)
    while first < last and _says_nothing(words[first]):
        first += 1
    while last > first and _says_nothing(words[last - 1]):
        last -= 1
    words = words[first:last]
    if not words or not _shouts(words):
        return
    start, end = run[first].start(), run[last - 1].end()
    if not _is_label(source, start, end, words):
        yield start, end


def _says_nothing(word: str) -> bool:
    return (word in ACRONYMS and word not in TWO_LETTERS) or (len(word) == 1 and word not in {"i", "a"})


def _shouts(words: list[str]) -> bool:
    counted = [word for word in words if word not in ACRONYMS and len(word) > 1]
    proof = [word for word in counted if (word in ORDINARY and len(word) > 2) or word in PROVES]
    strong = [word for word in proof if word not in JOINS]
    if all(word in GLAD for word in words) or " ".join(words) in _FIXED:
        return False
    if len(counted) == 1:
        return len(counted[0]) >= _LONG_WORD and bool(strong)
    if strong:
        return True
    # "DO NOT", "NOT NOW": small words only, yet no brand.
    return bool(proof) and all(word in JOINS or word in TWO_LETTERS for word in counted)


def _is_label(source: str, start: int, end: int, words: list[str]) -> bool:
    """Say whether a run is a heading, stands between quotes, or is what one should press or type."""
    count = len(words)
    before = source[max(0, start - 40) : start]
    after = source[end : end + 24]
    opened = before[-1:] in _OPENS and before[-1:] != ""
    if opened and after.lstrip(".!?,")[:1] in _CLOSES and before[-1] != "*":
        return True
    line_start = not before.rpartition("\n")[2].strip("#*-•· \t0123456789.)") and (
        "\n" in before or len(before) == start
    )
    if line_start and count <= _LONGEST_HEADING:
        rest = after.lstrip("* ")
        if rest[:1] == ":" or (rest[:1] == "\n" and source[end:].strip() and _NO_HEADING.isdisjoint(words)):
            return True
    preceding = re.findall(r"[^\W\d_]+", before.rpartition("\n")[2].lower())
    if preceding and preceding[-1] in BEFORE_A_LABEL and count <= 3:
        return True
    following = re.match(r" ([a-z]+)", after)
    return count <= 3 and following is not None and following[1] in AFTER_A_LABEL


def _stretched(source: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in _STRETCHED.finditer(source):
        if match.start() < done:
            continue
        start, end = _word_around(source, match.start(), match.end())
        done = end
        if _is_stretch(source, start, end, match):
            yield start, end


def _word_around(source: str, start: int, end: int) -> tuple[int, int]:
    reach = max(0, start - 60)
    while start > reach and source[start - 1].isalpha():
        start -= 1
    last = min(len(source), end + 60)
    while end < last and source[end].isalpha():
        end += 1
    return start, end


def _is_stretch(source: str, start: int, end: int, match: re.Match[str]) -> bool:
    word = source[start:end].lower()
    if len(set(word)) < 2 or _ROMAN.fullmatch(word) or _LAUGHS.fullmatch(word):
        return False
    before, after = source[start - 1 : start], source[end : end + 1]
    if before.isdigit() or after.isdigit() or (before and before in "@#/._-=%&") or (after and after in "@/_=%&"):
        return False
    if after == "." and source[end + 1 : end + 2].isalnum():
        return False
    if match[2] and match.end() - match.start() == 3:  # "lesss" is a slip of the finger
        return word.rstrip(word[-1]) + word[-1] in EMPHATIC
    return True
