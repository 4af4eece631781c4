"""What a learned recogniser sees of a text: words, their stems, pairs of stems, and how it begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[?؟!]+")
_ARABIC = "\u0600"
_PARTICLES = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "ه", "ع")
_ENDINGS = ("كم", "هم", "ها", "نا", "ني", "ك", "ه", "ي", "ات", "ين", "ون", "وا")
_SHORTEST_STEM = 3
_MOST_WORDS = 400  # a longer message says what it says at its start


class Feature(NamedTuple):
    """A feature and the place in the folded text where it stands."""

    name: str
    start: int
    end: int


def features(flat: str) -> list[Feature]:
    """List the features of a folded text, each once, in order of place. A number is "#", whatever it is.

    >>> [feature.name for feature in features("late again")]
    ['late', 's:late', '^late', 'again', 's:again', 'late_again', 'again$']
    """
    found: dict[str, Feature] = {}
    before: tuple[str, int] | None = None
    for count, match in enumerate(_WORD.finditer(flat)):
        if count == _MOST_WORDS:
            break
        start, end = match.span()
        word = match[0]
        if word[0].isdigit() and word.isdigit():
            word = "#"
        stem = _stem(word)
        found.setdefault(word, Feature(word, start, end))
        found.setdefault(f"s:{stem}", Feature(f"s:{stem}", start, end))
        if before is None:
            found[f"^{stem}"] = Feature(f"^{stem}", start, end)
        else:
            pair = f"{before[0]}_{stem}"
            found.setdefault(pair, Feature(pair, before[1], end))
        before = stem, start
    if before is not None:
        found[f"{before[0]}$"] = Feature(f"{before[0]}$", before[1], end)
    return list(found.values())


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Take one Arabic particle off the start and one ending off the end, where three letters stay."""
    if word[0] < _ARABIC:
        return word
    for particle in _PARTICLES:
        if word.startswith(particle) and len(word) - len(particle) >= _SHORTEST_STEM:
            word = word[len(particle) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
