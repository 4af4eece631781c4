"""Turn a parsed phrase into keys to search for and two small expressions that verify what stands around a key.

Each phrase is cut into runs: stretches without gaps and slots, spelt out into at most 64 literal strings. The run
whose shortest string is longest becomes the phrase's key, so that a key is rare; what stands before and after it is
verified only where the key was found. Everything is bounded, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from replylint.acts.notation import Choice, Gap, Node, NotationError, Phrase, Sequence, Slot, Word

# Arabic attachments: particles before a word, and verb endings and pronouns after it.
PREFIX = "[وف]?(?:لل|بال|كال|فال|عال|هال|ال|[لبكسع])?"
SUFFIX = "(?:وا|ون|ين|تو|ت|تي|و|ي)?(?:لكم|لكن|لكو|لنا|لها|لهم|لك|لو|له|لي|كما|كم|كن|كو|ني|نا|ها|هم|هن|ك|ه|ي)?"
_WORD_END = r"(?![\w])"
_GAP_WORD = r"[^\s.!?؟…]+"
_PAUSE = "[,،:]?"
_SLOTS = {
    "name": r"[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,2}?",
    "company": r"[^\s.,!?،؟]+(?: [^\s.,!?،؟]+){0,3}?",
    "number": r"[$£€]?#?[\w-]*\d[\w-]*",
}
_MAX_KEYS = 128  # of a run of several nodes
_MAX_OPTIONS = 600  # of one node, such as a long word list
_RARE = 7  # a rarer key needs no guard
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

    One string of `guard`, where there are any, must occur somewhere in the text too: the next rarest run.

    The expressions are sources: compiling thousands of them is what a cold start would wait for, and a text needs few.
    """

    keys: tuple[tuple[str, bool, bool], ...]
    guard: tuple[str, ...]
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
    second: tuple[tuple[str, bool, bool], ...] = ()
    if _rarity((start, end, keys))[0] < _RARE:
        apart = [run for run in runs if (run[1] <= start or run[0] >= end) and _rarity(run)[0] > 1]
        second = max(apart, key=_rarity)[2] if apart else ()
    before, after = phrase.nodes[:start], phrase.nodes[end:]
    left = "".join(_left(node, _next_is_gap(before, index)) for index, node in enumerate(before))
    right = "".join(_right(node, last=index == len(after) - 1) for index, node in enumerate(after))
    return Compiled(
        keys=keys,
        guard=tuple(dict.fromkeys(text for text, _, _ in second)),
        left=r"(?<![\w])" + _lead(before) + left + r"\Z" if left else None,
        right=right + _WORD_END if right else None,
        at_start=phrase.at_start,
        at_end=phrase.at_end,
    )


def _lead(before: Sequence) -> str:
    """Any Arabic phrase may carry «و» or «ف» before its first word."""
    return "[وف]?" if before else ""


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
        keys.append((" ".join(word.text for word in words), words[0].before, words[-1].after))
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


def _literal(word: Word) -> str:
    escaped = re.escape(word.text).replace(r"\ ", " ")
    return (PREFIX if word.before else "") + escaped + (SUFFIX if word.after else "")


def _right(node: Node, *, last: bool = False) -> str:
    """Write a node as an expression that begins with its own space."""
    if isinstance(node, Word):
        return " " + _literal(node)
    if isinstance(node, Gap):
        return f"(?:{_PAUSE} {_GAP_WORD}){{0,3}}" + ("" if last else f"?{_PAUSE}")
    if isinstance(node, Slot):
        return f" (?:{_SLOTS[node.kind]})"
    return "(?:" + "|".join("".join(map(_right, option)) for option in _longest_first(node)) + ")"


def _left(node: Node, pause: bool = False) -> str:
    """Write a node as an expression that ends with its own space."""
    tail = (_PAUSE if pause else "") + " "
    if isinstance(node, Word):
        return _literal(node) + tail
    if isinstance(node, Gap):
        return f"(?:{_GAP_WORD} ){{0,3}}?"
    if isinstance(node, Slot):
        return f"(?:{_SLOTS[node.kind]}){tail}"
    options = []
    for option in _longest_first(node):
        parts = [
            _left(inner, _next_is_gap(option, index) or (pause and index == len(option) - 1))
            for index, inner in enumerate(option)
        ]
        options.append("".join(parts))
    return "(?:" + "|".join(options) + ")"


def _longest_first(node: Choice) -> list[Sequence]:
    """Put the empty alternative last, so that an optional part is taken where it stands."""
    return sorted(node.options, key=lambda option: not option)
