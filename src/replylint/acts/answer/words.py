"""Light stems, so that a word of the customer is known again in the reply, in another form or in the other language.

Each word becomes a key and a root. The key is the topic of the word (`topics`), or what is left without the commonest
endings and, in Arabic, without attached particles; the root is bolder (no verb prefix, no long vowel in the last
syllable) and only ever compared with other roots. After Larkey's light10 for Arabic and Porter's first steps for English.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from replylint.acts.answer.topics import NEGATIONS, STOP, TOPICS, WORKS
from replylint.text.view import view

WORD = re.compile(r"\w+(?:[.,]\d+)*")  # "don't" is two words: short patterns keep this fast
_NO_WORDS = re.compile(r"(?:https?:|www\.)\S+|[@<]\w+>?")
WORKS_KEY = "#works"
FAULT_KEY = "#fault"
_ATTACHED = ("وبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "عال", "هال", "ال", "لل")
_ENDINGS = (
    "تكم", "تنا", "تها", "تهم", "تني", "لكم", "لنا", "كما", "هما", "تي", "تك", "ته", "لي", "لك", "ات", "ون", "ين", "ان",
    "ها", "هم", "كم", "كو", "نا", "ني", "وا", "يه", "ه", "ي", "ك", "ا", "ش",
)  # fmt: skip
_VERBAL = (
    "است", "هين", "هيت", "بين", "بيت", "ين", "يت", "مت", "من", "ان", "هي", "هت", "بي", "بت", "حي", "حت", "سي", "ست", "بن",
    "ات", "ت", "ي", "ن", "م", "ا", "ب", "ه", "و", "ف", "ل",
)  # fmt: skip
_GLUED = "وفبلك"
_LONGEST_PARTICLE = 4
_LONGEST_WORD = 24
_LEAST = 3
_LONG_NUMBER = 3


class Word(NamedTuple):
    """What a word is compared by; an empty key is a word that says nothing."""

    key: str
    root: str


_NOTHING = Word("", "")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> Word:
    """Give the key and the root of one folded word; both are empty for a word that says nothing.

    >>> stem("delayed") == stem("متاخره"), stem("please").key, stem("blenders").key
    (True, '', 'blender')
    """
    if word[0].isdigit() and not word[-1].isalpha():
        digits = re.sub(r"\D", "", re.sub(r"[.,]0+$", "", word))
        return Word(digits, digits) if len(digits) >= _LONG_NUMBER else _NOTHING
    tables = _tables()
    if word in tables.stop or len(word) < 2:
        return _NOTHING
    key, root = _cut(word)
    topic = tables.topics.get(word) or tables.topics.get(key)
    if topic:
        return Word(topic, topic)
    if word in tables.stop or key in tables.stop_keys:
        return _NOTHING
    topic = tables.roots.get(root)
    if topic:
        return Word(topic, topic)
    if word[0] in _GLUED and _LONGEST_PARTICLE < len(word) <= _LONGEST_WORD:
        bare = stem(word[1:])
        if not bare.key or bare.key[0] == "#":
            return bare
    return Word(key, root)


def masked(text: str) -> str:
    """Put spaces over links, handles and template fields; places stay.

    >>> masked("see https://a.example now")
    'see                   now'
    """
    if "@" not in text and "<" not in text and "http" not in text and "www." not in text:
        return text
    return _NO_WORDS.sub(lambda match: " " * len(match[0]), text)


def is_negation(word: str) -> bool:
    """Say whether a folded word denies the next one: "not", «مش»."""
    return word in _tables().negations


class _Tables(NamedTuple):
    stop: frozenset[str]
    stop_keys: frozenset[str]
    topics: dict[str, str]
    roots: dict[str, str]
    negations: frozenset[str]


@cache
def _tables() -> _Tables:
    """Fold and cut the word lists once, when the first word is asked for."""
    topics: dict[str, str] = {}
    roots: dict[str, set[str]] = {}
    entries = re.findall(r"(\w+):([^:]+)(?=\n\w+:|$)", view(TOPICS.strip()).text)
    for name, words in [*entries, ("works", view(WORKS).text)]:
        for word in words.split():
            key, root = _cut(word)
            topics.setdefault(word, f"#{name}")
            topics.setdefault(key, f"#{name}")
            if word > "\u0600":
                roots.setdefault(root, set()).add(f"#{name}")
    stop = frozenset(view(STOP).text.split())
    keys = {_cut(word)[0] for word in stop}
    single = {root: names.copy().pop() for root, names in roots.items() if len(names) == 1 and _is_firm(root)}
    for word in stop:
        single.pop(_cut(word)[1], None)
    return _Tables(stop, frozenset(keys), topics, single, frozenset(view(NEGATIONS).text.split()))


def _is_firm(root: str) -> bool:
    """Say whether a root may stand for a topic: a short one with a long vowel meets too many words."""
    return len(root) > _LEAST or (len(root) == _LEAST and "ا" not in root and "ي" not in root)


def _cut(word: str) -> tuple[str, str]:
    if word > "\u0600":
        return _arabic(word)
    key = _english(word)
    return key, key


def _arabic(word: str) -> tuple[str, str]:
    for particle in _ATTACHED if word.startswith(_ATTACHED) else ():
        if word.startswith(particle) and len(word) >= len(particle) + _LEAST:
            word = word[len(particle) :]
            break
    for _ in range(2):
        if not word.endswith(_ENDINGS):
            break
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) >= len(ending) + _LEAST:
                word = word[: -len(ending)]
                break
    root = word
    if len(root) > _LEAST and root[-1] == "ت":
        root = root[:-1]
    if len(root) > _LEAST and root[-2] in "ايو":
        root = root[:-2] + root[-1]
    for prefix in _VERBAL if root.startswith(_VERBAL) else ():
        if root.startswith(prefix) and len(root) >= len(prefix) + _LEAST:
            root = root[len(prefix) :]
            break
    return word, root


def _english(word: str) -> str:
    if len(word) <= _LEAST or not word.isalpha():
        return word
    if word.endswith(("ies", "ied", "sses", "xes", "zes", "ches", "shes")):
        word = word[:-2]
    elif word[-1] == "s" and word[-2] not in "siu":
        word = word[:-1]
    for ending, least in (("ation", 9), ("ing", 6), ("ed", 5), ("ment", 8), ("ly", 6), ("ion", 8)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)]
            break
    if len(word) > _LEAST and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) > _LEAST and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" else word
