"""The compiled form of phrases as plain data, so that it can be kept between runs.

Compiling the bundled phrases takes most of a second; reading the tables back takes a few hundredths.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from replylint.acts.compiled import Compiler
from replylint.acts.notation import Gap, NotationError, parse
from replylint.errors import Problem, RulebookError
from replylint.rulebook.cache import kept_text
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from replylint.rulebook.model import ActFile, Entry

PHRASE, MAYBE, UNLESS, SAYS = range(4)
_KINDS = {"phrases": PHRASE, "maybe": MAYBE, "unless": UNLESS, "customer_says": SAYS}


class Record(NamedTuple):
    """A compiled phrase: its act, list and entry, what to verify around its keys, and where it counts.

    `left` and `right` are places in `Tables.expressions`, `behind` and `ahead` in `Tables.neighbours`.
    """

    act: int
    kind: int
    entry: int
    left: int | None
    right: int | None
    behind: int | None
    ahead: int | None
    at_start: bool
    at_end: bool
    segments: tuple[str, ...]


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
    """What a matcher needs, as plain data.

    `keys` are searched for. A key's `uses` are numbers: four times the place of a record, plus 2 when attachments may
    stand before the key, plus 1 when they may stand after it; a key without uses is what a pattern needs. `neighbours`
    are the letters that can stand right beside a key, two or three of them.
    """

    keys: list[str]
    uses: list[list[int]]
    records: list[Record]
    expressions: list[str]
    neighbours: list[list[str]]
    patterns: list[PatternUse]

    def to_json(self) -> str:
        """Write the tables down."""
        patterns = [[*p[:3], sorted(p.guard), p.segments, p.place] for p in self.patterns]
        tables = [self.keys, self.uses, self.records, self.expressions, self.neighbours, patterns]
        return json.dumps(tables, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Tables:
        """Read tables back. Raises ValueError or TypeError when they are not tables."""
        keys, uses, records, expressions, neighbours, patterns = json.loads(text)
        return cls(
            keys, uses, [_record(row) for row in records], expressions, neighbours, [_pattern(row) for row in patterns]
        )


def _record(row: list[Any]) -> Record:
    return Record._make([*row[:-1], tuple(row[-1])])


def _pattern(row: list[Any]) -> PatternUse:
    act, kind, expression, guard, segments, place = row
    return PatternUse(act, kind, expression, frozenset(guard), tuple(segments), place)


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
    neighbours = [sorted(letters) for letters in made.neighbours]
    return Tables(
        list(made.uses), list(made.uses.values()), made.records, list(made.expressions), neighbours, made.patterns
    )


def kept_tables(acts: Iterable[ActFile], folder: Path | None, name: str) -> Tables:
    """Compile the phrases of some acts, or take them from the folder. Raises RulebookError as `make_tables` does."""
    with suppress(ValueError, TypeError, IndexError):
        return Tables.from_json(kept_text(folder, name, lambda: make_tables(acts).to_json()))
    return make_tables(acts)


def check_phrases(acts: Iterable[ActFile], folder: str) -> None:
    """Read the phrases that stand in files of a folder. Raises RulebookError with each one that cannot be read."""
    own = [
        replace(act, entries=entries)
        for act in acts
        if (entries := tuple(entry for entry in act.entries if entry.place[0].startswith(folder)))
    ]
    make_tables(own)


class _Making:
    def __init__(self) -> None:
        self.uses: dict[str, list[int]] = {}
        self.records: list[Record] = []
        self.expressions: dict[str, int] = {}
        self.neighbours: dict[frozenset[str], int] = {}
        self.patterns: list[PatternUse] = []
        self._numbers: dict[str, int] = {}
        self._compiler = Compiler()

    def _key(self, text: str) -> int:
        self.uses.setdefault(text, [])
        return self._numbers.setdefault(text, len(self._numbers))

    def _expression(self, source: str | None) -> int | None:
        return None if source is None else self.expressions.setdefault(source, len(self.expressions))

    def _beside(self, letters: frozenset[str] | None) -> int | None:
        return None if letters is None else self.neighbours.setdefault(letters, len(self.neighbours))

    def add(self, index: int, act: ActFile, entry: Entry, number: int, parsed: dict[str, Any]) -> None:
        """Compile one entry; `parsed` keeps the word lists of the act that were parsed already."""
        kind = _KINDS[entry.kind]
        segments = entry.segments or act.segments
        if entry.pattern is not None:
            regex.compile(entry.pattern)
            place = f"{entry.place[0]}:{entry.place[1]}"
            guard = frozenset(self._key(view(need).flat or need) for need in entry.needs)
            self.patterns.append(PatternUse(index, kind, entry.pattern, guard, segments, place))
            return
        kept = parsed.setdefault(entry.language, {})
        phrase = parse(entry.phrase or "", act.words.get(entry.language), kept=kept)
        if kind in {PHRASE, MAYBE} and (isinstance(phrase.nodes[0], Gap) or isinstance(phrase.nodes[-1], Gap)):
            raise NotationError('"..." does not stand at the ends of a phrase, only of an "unless"')
        for one in self._compiler.compile(phrase):
            around = (self._expression(one.left), self._expression(one.right))
            beside = (self._beside(one.behind), self._beside(one.ahead))
            for text, first, last in one.keys:
                self._key(text)
                self.uses[text].append(4 * len(self.records) + 2 * first + last)
            self.records.append(Record(index, kind, number, *around, *beside, one.at_start, one.at_end, segments))
