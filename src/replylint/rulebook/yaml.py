"""Read YAML into values that know where they stand.

Rule files are plain: no anchors, no tags, no second document, no duplicate keys, no bidi control characters. Booleans
are those of YAML 1.2 (`true`, `false`), so that `no`, `on` and `off` are words. Events are read one by one on a stack
of our own, so that neither deep nesting nor an alias bomb can hurt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from replylint.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 20
MAX_CHARACTERS = 1_000_000
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of YAML: `data` is a dict of Values, a list of Values, or a plain scalar; line and column from 1."""

    data: Any
    line: int
    column: int


class _Found(Exception):  # noqa: N818  carries a problem out of the event loop; never leaves this module
    def __init__(self, mark: Any, message: str) -> None:
        self.mark, self.message = mark, message


def read(name: str, text: str) -> tuple[Value | None, list[Problem]]:
    """Parse one file; give its root, or None with the problems that make it unreadable."""
    problems = [
        Problem(name, *_place(text, match.start()), "", f"bidi control character U+{ord(match[0]):04X}")
        for match in _BIDI.finditer(text)
    ]
    if len(text) > MAX_CHARACTERS:
        return None, [Problem(name, 1, 1, "", f"longer than {MAX_CHARACTERS:,} characters")]
    if problems:
        return None, problems
    try:
        return _build(yaml.parse(text, Loader=_Loader)), []
    except _Found as found:
        return None, [Problem(name, found.mark.line + 1, found.mark.column + 1, "", found.message)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return None, [Problem(name, line, column, "", f"not YAML: {error.problem or error.context}")]
    except yaml.YAMLError as error:
        return None, [Problem(name, 1, 1, "", f"not YAML: {str(error).splitlines()[0]}")]


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _build(events: Iterator[Any]) -> Value:
    stack: list[tuple[Value, list[Value]]] = []  # an open collection and, for a mapping, its pending key
    root: Value | None = None
    for event in events:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Found(mark, "anchors and aliases are not allowed in rule files")
        if getattr(event, "tag", None) and not isinstance(event, yaml.DocumentStartEvent):
            raise _Found(mark, f"tags are not allowed in rule files: {event.tag}")
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _Found(mark, "a rule file holds one document")
        if isinstance(event, yaml.ScalarEvent):
            value = Value(_scalar(event), mark.line + 1, mark.column + 1)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _Found(mark, f"nested deeper than {MAX_DEPTH}")
            data: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            stack.append((Value(data, mark.line + 1, mark.column + 1), []))
            continue
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            value = stack.pop()[0]
        else:
            continue
        if not stack:
            root = value
            continue
        _add(*stack[-1], value, mark)
    return root if root is not None else Value(None, 1, 1)


def _add(parent: Value, pending: list[Value], value: Value, mark: Any) -> None:
    if isinstance(parent.data, list):
        parent.data.append(value)
    elif not pending:
        if not isinstance(value.data, str | int):
            raise _Found(mark, "a key is a word")
        if str(value.data) in parent.data:
            raise _Found(mark, f'duplicate key "{value.data}"')
        pending.append(value)
    else:
        parent.data[str(pending.pop().data)] = value


def _scalar(event: Any) -> Any:
    text = event.value
    if event.style is not None and event.style != "":
        return text
    if text in {"true", "True", "TRUE"}:
        return True
    if text in {"false", "False", "FALSE"}:
        return False
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
