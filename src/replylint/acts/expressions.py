"""Write what surrounds a key as regular expressions: what follows in the text, and what stands before in the reversed text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.acts.attachments import ENDINGS, OPENER, PARTICLES, PREFIX, PRONOUNS, SUFFIX
from replylint.acts.notation import Choice, Gap, Node, Sequence, Slot, Word
from replylint.acts.trie import trie

if TYPE_CHECKING:
    from collections.abc import Callable


def _reverse_each(alternatives: str) -> list[str]:
    return [part if part.startswith("[") else part[::-1] for part in alternatives.split("|")]


_REVERSED_PREFIX = f"(?:{'|'.join(_reverse_each(PARTICLES))})?{OPENER}"
_REVERSED_SUFFIX = f"(?:{'|'.join(_reverse_each(PRONOUNS))})?(?:{'|'.join(_reverse_each(ENDINGS))})?"
_WORD_END = r"(?![\w])"
_REVERSED_START = r"(?![\w@]|[-_][\w])"  # over the reversed text: nothing ties the first word to what stands before
# Every repetition has a bound: a megabyte without a space must not be read again from each of its signs.
_GAP_WORD = r"[^\s.!?؟…]{1,80}"
_PAUSE = "[,،:]?"
_SPACE_OR_SIGN = r"(?: |(?<=[^\w ]))"  # over the reversed text: before a sign the space may lack
_SLOTS = {
    "name": r"[^\W\d_][\w'.-]{0,40}(?: [^\W\d_][\w'.-]{0,40}){0,2}?",
    "company": r"[^\s.,!?،؟]{1,60}(?: [^\s.,!?،؟]{1,60}){0,3}?",
    "number": r"[$£€]?#?[\w-]{0,40}\d[\w-]{0,40}",
    "clause": rf"{_GAP_WORD}(?: {_GAP_WORD}){{0,14}}?",
    "phone": r"(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){4,18}|\d{4}",
    "email": r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,100}\w",
}
_REVERSED_SLOTS = {
    "name": r"[\w'.-]{0,40}[^\W\d_](?: [\w'.-]{0,40}[^\W\d_]){0,2}?",
    "company": _SLOTS["company"],
    "number": r"[\w-]{0,40}\d[\w-]{0,40}#?[$£€]?",
    "clause": _SLOTS["clause"],
    "phone": r"(?:\d[ ().-]{0,2}){4,18}\d\(?(?:\+|00)?|\d{4}",
    "email": r"\w[\w.-]{0,100}\.[\w-]{1,63}@[\w.+-]{1,64}",
}


class Writer:
    """Writes expressions. What was written of a word list is kept for the next phrase that uses it."""

    def __init__(self) -> None:
        # By the identity of a node, which is kept beside so that no other node can take its place.
        self._written: dict[tuple[int, str], tuple[Node, str]] = {}

    def after(self, nodes: Sequence) -> str | None:
        """Write what follows a key; None for nothing."""
        right = "".join(self._right(node, last=index == len(nodes) - 1) for index, node in enumerate(nodes))
        return right + _WORD_END if right else None

    def before(self, nodes: Sequence, *, sign: bool = False) -> str | None:
        """Write what stands before a key, from the key backwards; None for nothing. `sign`: a key may begin with one."""
        left = self._left_of(nodes, pause=False, glued=sign)
        return left + OPENER + _REVERSED_START if left else None

    def _right(self, node: Node, *, last: bool = False) -> str:
        """Write a node as an expression that begins with its own space."""
        if isinstance(node, Word):
            return (" ?" if is_sign(node.text) else " ") + _literal(node)
        if isinstance(node, Gap):
            return f"(?:{_PAUSE} {_GAP_WORD}){{0,3}}" + ("" if last else f"?{_PAUSE}")
        if isinstance(node, Slot):
            return f" (?:{_SLOTS[node.kind]})"
        return self._kept(node, "right", lambda: self._choice_right(node))

    def _choice_right(self, node: Choice) -> str:
        spelt, others = _alternatives(node)
        parts = [
            f" {PREFIX if before else ''}{trie(texts)}{SUFFIX if after else ''}"
            for (before, after), texts in spelt.items()
        ]
        parts += ["".join(map(self._right, option)) for option in others]
        return f"(?:{'|'.join(parts)})"

    def _left_of(self, nodes: Sequence, *, pause: bool, glued: bool) -> str:
        """Write what stands before a key as an expression over the reversed text.

        `pause` says that a gap follows the last node, `glued` that a sign may follow it.
        """
        parts = []
        for node in reversed(nodes):
            parts.append(self._left(node, pause=pause, glued=glued))
            pause = isinstance(node, Gap)
            glued = may_begin_with_sign(node) or (glued and _may_be_empty(node))
        return "".join(parts)

    def _left(self, node: Node, *, pause: bool, glued: bool) -> str:
        """Write a node, reversed, as an expression that begins with the space after it; before a sign it may lack."""
        head = (_SPACE_OR_SIGN if glued else " ") + (_PAUSE if pause else "")
        if isinstance(node, Word):
            return head + _reversed_literal(node)
        if isinstance(node, Gap):
            return f"(?:{head}{_GAP_WORD}(?: {_GAP_WORD}){{0,2}})??"
        if isinstance(node, Slot):
            return f"{head}(?:{_REVERSED_SLOTS[node.kind]})"
        return self._kept(node, f"left{head}", lambda: self._choice_left(node, head, pause=pause, glued=glued))

    def _choice_left(self, node: Choice, head: str, *, pause: bool, glued: bool) -> str:
        spelt, others = _alternatives(node)
        parts = [
            f"{head}{_REVERSED_SUFFIX if after else ''}{trie(text[::-1] for text in texts)}"
            f"{_REVERSED_PREFIX if before else ''}"
            for (before, after), texts in spelt.items()
        ]
        parts += [self._left_of(option, pause=pause, glued=glued) for option in others]
        return f"(?:{'|'.join(parts)})"

    def _kept(self, node: Node, side: str, write: Callable[[], str]) -> str:
        kept = self._written.get((id(node), side))
        if kept is None:
            kept = self._written[id(node), side] = node, write()
        return kept[1]


def may_begin_with_sign(node: Node) -> bool:
    """Say whether what fits a node can begin with punctuation."""
    if isinstance(node, Choice):
        return any(option and may_begin_with_sign(option[0]) for option in node.options)
    return isinstance(node, Word) and is_sign(node.text)


def _may_be_empty(node: Node) -> bool:
    if isinstance(node, Choice):
        return any(all(map(_may_be_empty, option)) for option in node.options)
    return isinstance(node, Gap)


@lru_cache(maxsize=1 << 14)
def is_sign(word: str) -> bool:
    """Say whether a word is punctuation, which may follow the word before it without a space."""
    return not any(map(str.isalnum, word))


def _literal(word: Word) -> str:
    escaped = re.escape(word.text).replace(r"\ ", " ")
    return (PREFIX if word.before else "") + escaped + (SUFFIX if word.after else "")


def _reversed_literal(word: Word) -> str:
    escaped = re.escape(word.text[::-1]).replace(r"\ ", " ")
    return (_REVERSED_SUFFIX if word.after else "") + escaped + (_REVERSED_PREFIX if word.before else "")


def _alternatives(node: Choice) -> tuple[dict[tuple[bool, bool], list[str]], list[Sequence]]:
    """Part the options that are plain words, by the attachments they take, from those that are more."""
    spelt: dict[tuple[bool, bool], list[str]] = {}
    others: list[Sequence] = []
    for option in _longest_first(node):
        words = [inner for inner in option if isinstance(inner, Word)]
        inside = any(word.after for word in words[:-1]) or any(word.before for word in words[1:])
        if not words or len(words) < len(option) or inside or any(is_sign(word.text) for word in words):
            others.append(option)
        else:
            text = " ".join(word.text for word in words)
            spelt.setdefault((words[0].before, words[-1].after), []).append(text)
    return spelt, others


def _longest_first(node: Choice) -> list[Sequence]:
    """Put the empty alternative last, so that an optional part is taken where it stands."""
    return sorted(node.options, key=lambda option: not option)
