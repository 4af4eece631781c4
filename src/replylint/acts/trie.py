"""Write many words as one regular expression that looks at each letter once: a list of hundreds costs like a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_Node = dict[str, Any]  # letter to node; "" says that a word ends here


def trie(words: Iterable[str]) -> str:
    """Write an expression that matches these words and no others, the longest that fits first.

    >>> trie(["ask", "asks", "as", "call"])
    '(?:as(?:ks?)?|call)'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _write(root)


def _write(node: _Node) -> str:
    options = [_letter(letter) + _write(child) for letter, child in node.items() if letter]
    if not options:
        return ""
    if "" not in node:
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    whole = options[0] if len(options) == 1 and len(options[0]) == 1 else f"(?:{'|'.join(options)})"
    return f"{whole}?"


def _letter(letter: str) -> str:
    return letter if letter == " " else re.escape(letter)
