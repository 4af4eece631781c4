"""Every error replylint raises on purpose.

ReplylintError            root: catch this to catch them all
├── DraftError            a draft that cannot be read: not UTF-8, no words of the agent's own, unknown channel
├── RulebookError         rule files with problems; lists all of them, each with its place
└── ConfigError           a call or a command with options that cannot be honoured
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReplylintError(Exception):
    """The root of all errors raised on purpose."""


class DraftError(ReplylintError):
    """A draft cannot be read or judged; it never counts as clean."""


class ConfigError(ReplylintError):
    """An option cannot be honoured."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a rule file, with its place (lines and columns count from 1)."""

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        where = f" ({self.path})" if self.path else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{where}"


class RulebookError(ReplylintError):
    """Rule files with problems: `problems` lists every one of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[RulebookError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


def nearest(word: str, known: Iterable[str]) -> str:
    """Name the known word closest to a mistyped one, as the tail of a message.

    >>> nearest("thank", ["thanks", "greeting"])
    '; did you mean "thanks"?'
    """
    known = sorted(known)
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f'; did you mean "{close[0]}"?'
    return f"; known: {', '.join(known)}" if len(known) <= 24 else ""
