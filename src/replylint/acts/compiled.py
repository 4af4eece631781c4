"""Turn a parsed phrase into keys to search for and two small expressions that verify what stands around a key.

Each phrase is cut into runs: stretches without gaps and slots, spelt out into at most 64 literal strings. The run
whose shortest string is longest becomes the phrase's key, so that a key is rare; what stands before and after it is
verified only where the key was found. Everything is bounded, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from replylint.acts.notation import Choice, Gap, Node, NotationError, Phrase, Sequence, Slot, Word
from replylint.acts.trie import trie


def _reverse_each(alternatives: str) -> list[str]:
    return [part if part.startswith("[") else part[::-1] for part in alternatives.split("|")]


# Arabic attachments: particles before a word, and verb endings and pronouns after it.
_OPENER = "[وف]?"
_PARTICLES = "لل|بال|كال|فال|عال|هال|ال|[لبكسع]"
_ENDINGS = "وا|ون|ين|تو|ت|تي|و|ي"
_PRONOUNS = "لكم|لكن|لكو|لنا|لها|لهم|لك|لو|له|لي|كما|كم|كن|كو|ني|نا|ها|هم|هن|ك|ه|ي"
PREFIX = f"{_OPENER}(?:{_PARTICLES})?"
SUFFIX = f"(?:{_ENDINGS})?(?:{_PRONOUNS})?"
_REVERSED_PREFIX = f"(?:{'|'.join(_reverse_each(_PARTICLES))})?{_OPENER}"
_REVERSED_SUFFIX = f"(?:{'|'.join(_reverse_each(_PRONOUNS))})?(?:{'|'.join(_reverse_each(_ENDINGS))})?"
_WORD_END = r"(?![\w])"
_REVERSED_START = r"(?![\w]|[-@_][\w])"  # over the reversed text: nothing ties the first word to what stands before
_GAP_WORD = r"[^\s.!?؟…]+"
_PAUSE = "[,،:]?"
_SLOTS = {
    "name": r"[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,2}?",
    "company": r"[^\s.,!?،؟]+(?: [^\s.,!?،؟]+){0,3}?",
    "number": r"[$£€]?#?[\w-]*\d[\w-]*",
    "clause": rf"{_GAP_WORD}(?: {_GAP_WORD}){{0,14}}?",
    "phone": r"(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){4,18}|\d{4}",
    "email": r"[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w",
}
_REVERSED_SLOTS = {
    "name": r"[\w'.-]*[^\W\d_](?: [\w'.-]*[^\W\d_]){0,2}?",
    "company": _SLOTS["company"],
    "number": r"[\w-]*\d[\w-]*#?[$£€]?",
    "clause": _SLOTS["clause"],
    "phone": r"(?:\d[ ().-]{0,2}){4,18}\d\(?(?:\+|00)?|\d{4}",
    "email": r"\w[\w.-]*\.[\w-]+@[\w.+-]{1,64}",
}
_MAX_KEYS = 48  # of a run of several nodes
_MAX_OPTIONS = 600  # of one node, such as a long word list
_USEFUL_WEIGHT = 12  # a longer key is hardly rarer
# Words that stand in most replies: alone they make a bad key.
_FUNCTION_WORDS = frozenset(
    "a an the to of in on at for with and or is are be it this that you your we us our i i'm my me will can have has do "
    "not from as if so any all by was been in it's at please في من على علي الى الي عن مع ما لا لم ان او هو هي هذا هذه كل "
    "يا لك لكم رقم تم".split()
)
_FREQUENT = frozenset(
    "number order support customer thank thanks sorry email contact help issue team service time day days get need "
    "يتم طلب طلبك اي اذا شكرا الله عليكم خدمه وقت يوم".split()
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """`keys` with, for each, whether its first and last word take attachments; expressions for what surrounds them.

    `left` is matched against the reversed text, from the key backwards. The expressions are sources: compiling thousands
    of them is what a cold start would wait for, and a text needs few.
    """

    keys: tuple[tuple[str, bool, bool], ...]
    left: str | None
    right: str | None
    at_start: bool
    at_end: bool


def compile_phrase(phrase: Phrase) -> list[Compiled]:
    """Choose the keys of a phrase and what surrounds them; a phrase of unlike alternatives is compiled one by one.

    Raises NotationError for a phrase without keys.
    """
    runs = _runs(phrase.nodes)
    if runs:
        return [_compile(phrase, runs)]
    for index, node in enumerate(phrase.nodes):
        if isinstance(node, Choice):
            before, after = phrase.nodes[:index], phrase.nodes[index + 1 :]
            return [
                compiled
                for option in node.options
                for compiled in compile_phrase(replace(phrase, nodes=(*before, *option, *after)))
            ]
    raise NotationError("no part of the phrase is fixed enough to search for: it needs a word that is not optional")


def _compile(phrase: Phrase, runs: list[tuple[int, int, tuple[tuple[str, bool, bool], ...]]]) -> Compiled:
    start, end, keys = max(runs, key=_rarity)
    before, after = phrase.nodes[:start], phrase.nodes[end:]
    left = _left_of(before, pause=False)
    right = "".join(_right(node, last=index == len(after) - 1) for index, node in enumerate(after))
    return Compiled(
        keys=keys,
        left=left + _OPENER + _REVERSED_START if left else None,
        right=right + _WORD_END if right else None,
        at_start=phrase.at_start,
        at_end=phrase.at_end,
    )


def _next_is_gap(nodes: Sequence, index: int) -> bool:
    return index + 1 < len(nodes) and isinstance(nodes[index + 1], Gap)


def _rarity(run: tuple[int, int, tuple[tuple[str, bool, bool], ...]]) -> tuple[int, int, int]:
    """Guess how seldom a run's commonest key occurs; of equals, the first in the phrase needs no look back."""
    start, _, keys = run
    rarest = min(sum(map(_weight, text.split())) for text, _, _ in keys)
    return min(rarest, _USEFUL_WEIGHT), -start, -len(keys)


def _weight(word: str) -> int:
    if word in _FUNCTION_WORDS:
        return 1
    return 3 if word in _FREQUENT else min(len(word), 8)


def _runs(nodes: Sequence) -> list[tuple[int, int, tuple[tuple[str, bool, bool], ...]]]:
    """List the stretches that can be spelt out, with their spellings. No run may be empty in one of its spellings."""
    runs = []
    for start in range(len(nodes)):
        spelt: list[Sequence] = [()]
        end = start
        while end < len(nodes):
            options = _spell(nodes[end])
            if options is None or (end > start and len(spelt) * len(options) > _MAX_KEYS):
                break
            spelt = [(*head, *tail) for head in spelt for tail in options]
            end += 1
            keys = _keys(spelt)
            if keys is not None:
                runs.append((start, end, keys))
    return runs


def _keys(spelt: list[Sequence]) -> tuple[tuple[str, bool, bool], ...] | None:
    """Join spellings into keys; None where one is empty or a word inside takes attachments."""
    keys = []
    for sequence in dict.fromkeys(spelt):
        words = [node for node in sequence if isinstance(node, Word)]
        inside = any(word.after for word in words[:-1]) or any(word.before for word in words[1:])
        if not words or inside:
            return None
        spaced = " ".join(word.text for word in words)
        glued = "".join(word.text if _is_sign(word) else f" {word.text}" for word in words).removeprefix(" ")
        keys += [(text, words[0].before, words[-1].after) for text in dict.fromkeys((spaced, glued))]
    return tuple(keys)


def _spell(node: Node) -> list[Sequence] | None:
    """Spell a node out, or None when it holds a gap or a slot or has too many spellings."""
    if isinstance(node, Word):
        return [(node,)]
    if not isinstance(node, Choice):
        return None
    spelt: list[Sequence] = []
    for option in node.options:
        heads: list[Sequence] = [()]
        for inner in option:
            tails = _spell(inner)
            if tails is None or len(heads) * len(tails) > _MAX_OPTIONS:
                return None
            heads = [(*head, *tail) for head in heads for tail in tails]
        spelt += heads
        if len(spelt) > _MAX_OPTIONS:
            return None
    return spelt


def _is_sign(word: Word) -> bool:
    """Say whether a word is punctuation, which may follow the word before it without a space."""
    return not any(map(str.isalnum, word.text))


def _literal(word: Word) -> str:
    escaped = re.escape(word.text).replace(r"\ ", " ")
    return (PREFIX if word.before else "") + escaped + (SUFFIX if word.after else "")


def _reversed_literal(word: Word) -> str:
    escaped = re.escape(word.text[::-1]).replace(r"\ ", " ")
    return (_REVERSED_SUFFIX if word.after else "") + escaped + (_REVERSED_PREFIX if word.before else "")


def _right(node: Node, *, last: bool = False) -> str:
    """Write a node as an expression that begins with its own space."""
    if isinstance(node, Word):
        return (" ?" if _is_sign(node) else " ") + _literal(node)
    if isinstance(node, Gap):
        return f"(?:{_PAUSE} {_GAP_WORD}){{0,3}}" + ("" if last else f"?{_PAUSE}")
    if isinstance(node, Slot):
        return f" (?:{_SLOTS[node.kind]})"
    spelt, others = _alternatives(node)
    parts = [
        f" {PREFIX if before else ''}{trie(texts)}{SUFFIX if after else ''}" for (before, after), texts in spelt.items()
    ]
    parts += ["".join(map(_right, option)) for option in others]
    return f"(?:{'|'.join(parts)})"


def _alternatives(node: Choice) -> tuple[dict[tuple[bool, bool], list[str]], list[Sequence]]:
    """Part the options that are plain words, by the attachments they take, from those that are more."""
    spelt: dict[tuple[bool, bool], list[str]] = {}
    others: list[Sequence] = []
    for option in _longest_first(node):
        words = [inner for inner in option if isinstance(inner, Word)]
        inside = any(word.after for word in words[:-1]) or any(word.before for word in words[1:])
        if not words or len(words) < len(option) or inside or any(map(_is_sign, words)):
            others.append(option)
        else:
            text = " ".join(word.text for word in words)
            spelt.setdefault((words[0].before, words[-1].after), []).append(text)
    return spelt, others


def _left_of(nodes: Sequence, *, pause: bool) -> str:
    """Write what stands before a key as an expression over the reversed text; `pause`: a gap follows the last node."""
    parts = [_left(node, pause=_next_is_gap(nodes, index)) for index, node in enumerate(nodes[:-1])]
    if nodes:
        parts.append(_left(nodes[-1], pause=pause))
    return "".join(reversed(parts))


def _left(node: Node, *, pause: bool) -> str:
    """Write a node, reversed, as an expression that begins with the space after it."""
    head = " " + (_PAUSE if pause else "")
    if isinstance(node, Word):
        return head + _reversed_literal(node)
    if isinstance(node, Gap):
        return f"(?: {_GAP_WORD}){{0,3}}?"
    if isinstance(node, Slot):
        return f"{head}(?:{_REVERSED_SLOTS[node.kind]})"
    spelt, others = _alternatives(node)
    parts = [
        f"{head}{_REVERSED_SUFFIX if after else ''}{trie(text[::-1] for text in texts)}{_REVERSED_PREFIX if before else ''}"
        for (before, after), texts in spelt.items()
    ]
    parts += [_left_of(option, pause=pause) for option in others]
    return f"(?:{'|'.join(parts)})"


def _longest_first(node: Choice) -> list[Sequence]:
    """Put the empty alternative last, so that an optional part is taken where it stands."""
    return sorted(node.options, key=lambda option: not option)
