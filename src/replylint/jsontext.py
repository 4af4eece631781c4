"""Read JSON strictly: what Python's reader takes in silence is an error here, each with its place.

A key that stands twice would lose its first value, NaN and Infinity are not JSON, and a number of thousands of digits
is none that anybody meant.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})
_MOST_DIGITS = 1000


class _OddError(Exception):
    """Python's reader met something that it would take."""


def read_json(text: str) -> Any:
    r"""Read a JSON text. Raises ValueError with the line, the column and the key; nothing else of the text is in it.

    >>> read_json('{"id": 1,\n "id": 2}')
    Traceback (most recent call last):
    ValueError: key "id" stands twice, the second time at line 2, column 2
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse, parse_int=_number)
    except _OddError:
        raise ValueError(next(_oddities(text), "a key stands twice")) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at {_place(text, error.pos)}") from None
    except RecursionError:
        raise ValueError("not JSON: nested too deep") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _OddError
    return found


def _refuse(_: str) -> NoReturn:
    raise _OddError


def _number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _OddError
    return int(digits)


def _oddities(text: str) -> Iterator[str]:
    """Walk through a text that is JSON but for what Python's reader takes as well, and name what is odd."""
    path: list[str] = []  # the key that each open object is at; "" in a list
    seen: list[set[str] | None] = []  # the keys of each open object; None for a list
    fresh = False  # whether the next string is a key
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "{[":
            seen.append(set() if word == "{" else None)
            path.append("")
            fresh = word == "{"
        elif word in "}]":
            seen.pop()
            path.pop()
        elif word == ",":
            fresh = bool(seen) and seen[-1] is not None
        elif fresh and word[0] == '"' and seen and (keys := seen[-1]) is not None:
            fresh = False
            path[-1] = json.loads(word, strict=False)
            if path[-1] in keys:
                yield f'key "{_named(path)}" stands twice, the second time at {_place(text, token.start())}'
            keys.add(path[-1])
        elif word in _CONSTANTS:
            yield f'not JSON: {word} in key "{_named(path)}" at {_place(text, token.start())}'
        elif len(word) > _MOST_DIGITS and word.lstrip("-").isdigit():
            yield f'a number of {len(word)} digits in key "{_named(path)}" at {_place(text, token.start())}'


def _named(path: list[str]) -> str:
    return ".".join(key for key in path if key)


def _place(text: str, at: int) -> str:
    """Say where; in a text of one line the column is enough."""
    column = at - text.rfind("\n", 0, at)
    return f"line {text.count(chr(10), 0, at) + 1}, column {column}" if "\n" in text.strip() else f"column {column}"
