"""The compiled form of phrases as plain data, so that it can be kept between runs.

Compiling the bundled phrases takes most of a second; reading the tables back takes a few hundredths.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from replylint.acts.compiled import compile_phrase
from replylint.acts.notation import NotationError, parse
from replylint.errors import Problem, RulebookError
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.rulebook.model import ActFile, Entry

PHRASE, MAYBE, UNLESS, SAYS = range(4)
_KINDS = {"phrases": PHRASE, "maybe": MAYBE, "unless": UNLESS, "customer_says": SAYS}


class Use(NamedTuple):
    """One way a key is used: by which act, list and entry, and what to verify around it."""

    act: int
    kind: int
    entry: int
    left: str | None
    right: str | None
    at_start: bool
    at_end: bool
    attach_first: bool
    attach_last: bool
    segments: tuple[str, ...]
    guard: frozenset[int]


class PatternUse(NamedTuple):
    """A `pattern:` of a rule file, with the keys one of which must occur before it is tried."""

    act: int
    kind: int
    expression: str
    guard: frozenset[int]
    segments: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The keys to search for, the uses of each (none where it only guards others), and the patterns."""

    keys: list[str]
    uses: list[tuple[Use, ...]]
    patterns: list[PatternUse]

    def to_json(self) -> str:
        """Write the tables down."""
        uses = [[[*use[:-1], sorted(use.guard)] for use in found] for found in self.uses]
        patterns = [[*p[:3], sorted(p.guard), p.segments, p.place] for p in self.patterns]
        return json.dumps([self.keys, uses, patterns], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Tables:
        """Read tables back. Raises ValueError, TypeError or IndexError when they are not tables."""
        keys, uses, patterns = json.loads(text)
        return cls(
            keys,
            [
                tuple([Use(*u[:9], tuple(u[9]), frozenset(u[10]) if u[10] else nothing) for u in found])
                for found in uses
            ],
            [PatternUse(p[0], p[1], p[2], frozenset(p[3]), tuple(p[4]), p[5]) for p in patterns],
        )


_NOTHING: frozenset[int] = frozenset()


def _use(row: list[Any]) -> Use:
    """Make a Use of its JSON row, in the order of the fields."""
    act, kind, entry, left, right, at_start, at_end, first, last, segments, guard = row
    kept = frozenset(guard) if guard else _NOTHING
    return Use(act, kind, entry, left, right, at_start, at_end, first, last, tuple(segments), kept)


def make_tables(acts: Iterable[ActFile]) -> Tables:
    """Compile the phrases of some acts. Raises RulebookError with every phrase that cannot be read."""
    made = _Making()
    problems: list[Problem] = []
    number = 0
    for index, act in enumerate(acts):
        parsed: dict[str, Any] = {}
        for entry in act.entries:
            number += 1
            try:
                made.add(index, act, entry, number, parsed)
            except (NotationError, regex.error) as error:
                file, line, column, path = entry.place
                problems.append(Problem(file, line, column, path, f"{entry.phrase or entry.pattern}: {error}"))
    if problems:
        raise RulebookError(problems)
    return Tables(list(made.uses), [tuple(found) for found in made.uses.values()], made.patterns)


class _Making:
    def __init__(self) -> None:
        self.uses: dict[str, list[Use]] = {}
        self.patterns: list[PatternUse] = []
        self._numbers: dict[str, int] = {}

    def _register(self, text: str) -> int:
        self.uses.setdefault(text, [])
        return self._numbers.setdefault(text, len(self._numbers))

    def add(self, index: int, act: ActFile, entry: Entry, number: int, parsed: dict[str, Any]) -> None:
        """Compile one entry; `parsed` keeps the word lists of the act that were parsed already."""
        kind = _KINDS[entry.kind]
        segments = entry.segments or act.segments
        if entry.pattern is not None:
            regex.compile(entry.pattern)
            place = f"{entry.place[0]}:{entry.place[1]}"
            guard = frozenset(self._register(view(need).flat or need) for need in entry.needs)
            self.patterns.append(PatternUse(index, kind, entry.pattern, guard, segments, place))
            return
        kept = parsed.setdefault(entry.language, {})
        phrase = parse(entry.phrase or "", act.words.get(entry.language), kept=kept)
        for one in compile_phrase(phrase):
            guard = frozenset(map(self._register, one.guard))
            around = (one.left, one.right, one.at_start, one.at_end)
            for text, first, last in one.keys:
                self._register(text)
                self.uses[text].append(Use(index, kind, number, *around, first, last, segments, guard))
