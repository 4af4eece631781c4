"""The phrase notation: parse one phrase into a small tree.

(a|b c)   one of          [x]  [x|y]   optional        word~  (a|b)~   Arabic attachments may be glued on
...       up to three words            ^  $            clause start, clause end
<name> <company> <number> <phone> <email> <clause>   slots; <thing> is the file's own word list
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.errors import nearest
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOTS = ("name", "company", "number", "phone", "email", "clause")
_TOKEN = re.compile(r"\.\.\.|…|<[^<>]*>|[()\[\]|~^$]|[^\s()\[\]|~^$<>]+|\s+|.")
_SPACE_BEFORE_SIGN = re.compile(r"(?<=\w) (?=[,،;؛:.!?؟…]+(?: |$))")
_MAX_NESTING = 8


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of an act, and those already parsed."""

    words: Mapping[str, tuple[str, ...]]
    kept: dict[str, Choice]


class NotationError(ValueError):
    """A phrase that cannot be read."""


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word; Arabic particles may be glued on `before` it, endings and pronouns `after` it."""

    text: str
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Zero to three words of the same sentence."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A personal name, a company, a number or code, a phone number, an e-mail address, or the rest of a clause."""

    kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty one makes it optional."""

    options: tuple[Sequence, ...]


Node = Word | Gap | Slot | Choice
Sequence = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A parsed phrase: its nodes, and whether it must stand at the start or the end of a clause."""

    nodes: Sequence
    at_start: bool = False
    at_end: bool = False


def parse(
    phrase: str,
    words: Mapping[str, tuple[str, ...]] | None = None,
    *,
    kept: dict[str, Choice] | None = None,
    depth: int = 0,
) -> Phrase:
    """Parse one phrase; `words` are the file's own word lists, `kept` those of them that were parsed before.

    Raises NotationError with a message that says what is wrong.

    >>> parse("^thank you [so much]").at_start
    True
    """
    text = phrase.strip()
    at_start, at_end = text.startswith("^"), text.endswith("$")
    tokens = _TOKEN.findall(text[at_start : len(text) - at_end].strip())
    nodes, rest = _sequence(tokens, 0, _Lists(words or {}, {} if kept is None else kept), depth)
    if rest < len(tokens):
        raise NotationError(f'unexpected "{tokens[rest]}"')
    if not any(_has_word(node) for node in nodes):
        raise NotationError("a phrase needs a word of its own, outside gaps and slots")
    return Phrase(nodes, at_start, at_end)


@lru_cache(maxsize=1 << 14)
def _fold_token(token: str) -> str:
    """Fold one word of a phrase; most words stand in many phrases."""
    return view(token).text


def _has_word(node: Node) -> bool:
    if isinstance(node, Choice):
        return all(any(_has_word(inner) for inner in option) for option in node.options)
    return isinstance(node, Word)


_SAMPLES = {
    "name": "sara",
    "company": "acme",
    "number": "4471",
    "phone": "920001234",
    "email": "care@acme.test",
    "clause": "it is late",
}


def spell(nodes: Sequence, way: int = 0) -> str:
    """Spell a phrase out in one of several ways: the alternatives of that number, nothing in the gaps.

    A sign stands right behind the word before it, as people write.
    """
    words = []
    for node in nodes:
        if isinstance(node, Word):
            words.append(node.text)
        elif isinstance(node, Slot):
            words.append(_SAMPLES[node.kind])
        elif isinstance(node, Choice):
            words.append(spell(node.options[min(way, len(node.options) - 1)], way))
    return _SPACE_BEFORE_SIGN.sub("", " ".join(filter(None, words)))


def _options(tokens: list[str], at: int, closing: str, lists: _Lists, depth: int) -> tuple[list[Sequence], int]:
    options = []
    while True:
        nodes, at = _sequence(tokens, at, lists, depth + 1)
        options.append(nodes)
        if at >= len(tokens):
            raise NotationError(f'"{closing}" is missing')
        if tokens[at] == closing:
            return options, at + 1
        if tokens[at] != "|":
            raise NotationError(f'unexpected "{tokens[at]}"')
        at += 1


def _sequence(tokens: list[str], at: int, lists: _Lists, depth: int) -> tuple[Sequence, int]:
    if depth > _MAX_NESTING:
        raise NotationError(f"nested deeper than {_MAX_NESTING}")
    nodes: list[Node] = []
    while at < len(tokens):
        token = tokens[at]
        if token in {")", "]", "|"}:
            break
        at += 1
        if token.isspace():
            continue
        if token == "(":  # noqa: S105  a bracket, not a secret
            options, at = _options(tokens, at, ")", lists, depth)
            nodes.append(Choice(tuple(options)))
        elif token == "[":  # noqa: S105
            options, at = _options(tokens, at, "]", lists, depth)
            nodes.append(Choice((*options, ())))
        elif token == "~":  # noqa: S105
            if not nodes:
                raise NotationError('"~" follows a word or a group')
            nodes[-1] = _attach(nodes[-1])
        elif token in {"...", "…"}:
            nodes.append(Gap())
        elif token in {"^", "$"}:
            raise NotationError(f'"{token}" stands only at the {"start" if token == "^" else "end"} of a phrase')  # noqa: S105
        elif token.startswith("<") and token.endswith(">"):
            nodes.append(_slot(token[1:-1], lists, depth))
        else:
            folded = _fold_token(token)
            if folded:
                nodes.append(Word(folded))
    return tuple(nodes), at


def _slot(name: str, lists: _Lists, depth: int) -> Node:
    if name in lists.kept:
        return lists.kept[name]
    if name in lists.words:
        inner = {key: value for key, value in lists.words.items() if key != name}
        parsed = Choice(
            tuple(parse(entry, inner, kept=lists.kept, depth=depth + 1).nodes for entry in lists.words[name])
        )
        lists.kept[name] = parsed
        return parsed
    if name in SLOTS:
        return Slot(name)
    raise NotationError(f'unknown slot "<{name}>"{nearest(name, [*SLOTS, *lists.words])}')


def _attach(node: Node, *, before: bool = True, after: bool = True) -> Node:
    """Let attachments be glued on before the first word of a node and after its last."""
    if isinstance(node, Word):
        return Word(node.text, before=node.before or before, after=node.after or after)
    if not isinstance(node, Choice):
        raise NotationError('"~" follows a word or a group')
    options = []
    for option in node.options:
        nodes = list(option)
        if len(nodes) == 1:
            nodes[0] = _attach(nodes[0], before=before, after=after)
        elif nodes:
            nodes[0] = _attach(nodes[0], before=before, after=False)
            nodes[-1] = _attach(nodes[-1], before=False, after=after)
        options.append(tuple(nodes))
    return Choice(tuple(options))
