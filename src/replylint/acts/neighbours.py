"""Tell which letters can stand right beside a key, so that most expressions need not be tried at all.

What follows a key nearly always begins with one of a few words. The space and the first two letters of each say no nine
times in ten, and looking them up in a set costs a tenth of trying an expression.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.attachments import ATTACHED_FIRST, ATTACHED_LAST
from replylint.acts.expressions import is_sign
from replylint.acts.notation import Choice, Word
from replylint.acts.tables import REACH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from replylint.acts.notation import Node, Sequence

_MOST = 400  # a longer list seldom says no


class _AnythingError(Exception):
    """A gap, a slot or a sign: what stands beside the key is not listed."""


def beginnings(nodes: Sequence) -> frozenset[str] | None:
    """List what a text that fits these nodes can begin with, in two or three code points; None for anything.

    >>> from replylint.acts.notation import parse
    >>> sorted(beginnings(parse("[so] much").nodes))
    [' mu', ' so']
    """
    return _bounded(nodes, _first_of)


def endings(nodes: Sequence) -> frozenset[str] | None:
    """List what a text that fits these nodes can end with before the key, read backwards; None for anything.

    >>> from replylint.acts.notation import parse
    >>> sorted(endings(parse("(many|my) thanks").nodes))
    [' sk']
    """
    return _bounded(_reversed(nodes), _last_of)


def _bounded(nodes: Sequence, of: Callable[[Word], set[str]]) -> frozenset[str] | None:
    found: set[str] = set()
    try:
        may_be_empty = _gather(nodes, of, found)
    except _AnythingError:
        return None
    return None if may_be_empty or len(found) > _MOST else frozenset(found)


def _gather(nodes: Iterable[Node], of: Callable[[Word], set[str]], found: set[str]) -> bool:
    """Add what the sequence can begin with, and say whether it can be empty."""
    for node in nodes:
        if isinstance(node, Word) and not is_sign(node.text):
            found |= of(node)
            return False
        if not isinstance(node, Choice):
            raise _AnythingError
        may_be_empty = [_gather(option, of, found) for option in node.options]
        if not any(may_be_empty):
            return False
    return True


def _reversed(nodes: Sequence) -> Sequence:
    return tuple(
        Choice(tuple(map(_reversed, node.options))) if isinstance(node, Choice) else node for node in reversed(nodes)
    )


def _first_of(word: Word) -> set[str]:
    attached = {f" {letter}" for letter in ATTACHED_FIRST} if word.before else set()
    return {f" {word.text[: REACH - 1]}", *attached}


def _last_of(word: Word) -> set[str]:
    attached = {f" {letter}" for letter in ATTACHED_LAST} if word.after else set()
    return {f" {word.text[::-1][: REACH - 1]}", *attached}
