"""Where words and clauses start and end in a folded text."""

from __future__ import annotations

OPENERS = "وف"  # «و» and «ف» may be glued on before any Arabic word
_LONGEST_PARTICLE = 4  # as in «وبال»


def word_start(flat: str, at: int) -> int:
    """Give where the word starts, or a place too far before `at` for any particle: a line may be one word."""
    farthest = max(0, at - _LONGEST_PARTICLE - 1)
    while at > farthest and flat[at - 1].isalnum():
        at -= 1
    return at


def word_starts(flat: str, at: int) -> bool:
    """Say whether a word starts here; «و» and «ف» may be glued on before it."""
    return not at or not flat[at - 1].isalnum() or flat[at - 1] in OPENERS


def clause_starts(text: str, at: int) -> bool:
    """Say whether a clause starts here: at the start of the text or a line, or after punctuation, emoji or @handle."""
    while at and text[at - 1] == " ":
        at -= 1
    if not at or not text[at - 1].isalnum():
        return True
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return bool(start) and text[start - 1] == "@"


def clause_ends(text: str, at: int) -> bool:
    """Say whether a clause ends here: before punctuation, emoji, a line break, or the end of the text."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at >= len(text) or not text[at].isalnum()
