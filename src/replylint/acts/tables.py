"""The compiled form of phrases as plain data, so that it can be kept between runs.

Compiling the bundled phrases takes most of a second; reading the tables back takes a few hundredths.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.rulebook.cache import kept_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from replylint.rulebook.model import ActFile

PHRASE, MAYBE, UNLESS, SAYS = range(4)
REACH = 3  # code points looked at beside a key: a space and two letters


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

    def line(self) -> str:
        """Write the record on one line."""
        fields = ("" if value is None else str(int(value)) for value in self[:-1])
        return ",".join((*fields, *self.segments))

    @classmethod
    def of(cls, line: str) -> Record:
        """Read a line back."""
        fields = line.split(",")
        act, kind, entry, left, right, behind, ahead = (int(one) if one else None for one in fields[:7])
        if act is None or kind is None or entry is None:
            raise ValueError(line)
        start, end, *segments = fields[7:]
        return cls(act, kind, entry, left, right, behind, ahead, start == "1", end == "1", tuple(segments))


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
    """What a matcher needs, as plain lines: most of them are never looked at, and then need not be read.

    `keys` are searched for. A key's `uses` are numbers: four times the place of a record, plus 2 when attachments may
    stand before the key, plus 1 when they may stand after it; a key without uses is what a pattern needs. `neighbours`
    are the letters that can stand right beside a key, two or three of them, with tabs between. `records` are read by
    `Record.of`.
    """

    keys: list[str]
    uses: list[str]
    records: list[str]
    expressions: list[str]
    neighbours: list[str]
    patterns: list[PatternUse]

    def to_text(self) -> str:
        """Write the tables down: a NUL stands between them, and a line break between the lines of each."""
        patterns = [[*p[:3], sorted(p.guard), p.segments, p.place] for p in self.patterns]
        columns = ["\n".join(column) for column in self._columns()]
        return "\0".join([self._size(), *columns, json.dumps(patterns)])

    def _size(self) -> str:
        return " ".join(str(len(column)) for column in self._columns())

    def _columns(self) -> list[list[str]]:
        return [self.keys, self.uses, self.records, self.expressions, self.neighbours]

    @classmethod
    def from_text(cls, text: str) -> Tables:
        """Read tables back. Raises ValueError or TypeError when they are not tables."""
        size, *columns, patterns = text.split("\0")
        keys, uses, records, expressions, neighbours = (one.split("\n") if one else [] for one in columns)
        found = cls(keys, uses, records, expressions, neighbours, [_pattern(row) for row in json.loads(patterns)])
        if found._size() != size:
            raise ValueError(size)
        return found

    def numbers(self, key: int) -> list[int]:
        """Give the numbers of a key's uses."""
        return [int(number) for number in self.uses[key].split()]


def _pattern(row: list[Any]) -> PatternUse:
    act, kind, expression, guard, segments, place = row
    return PatternUse(act, kind, expression, frozenset(guard), tuple(segments), place)


def kept_tables(acts: Iterable[ActFile], folder: Path | None, name: str) -> Tables:
    """Compile the phrases of some acts, or take them from the folder. Raises RulebookError as `make_tables` does."""
    with suppress(ValueError, TypeError, IndexError):
        return Tables.from_text(kept_text(folder, name, lambda: make_tables(acts).to_text()))
    return make_tables(acts)


def make_tables(acts: Iterable[ActFile]) -> Tables:
    """Compile the phrases of some acts. Raises RulebookError with every phrase that cannot be read."""
    # Where the tables are kept, what compiles them is never needed, nor loaded.
    from replylint.acts.making import made  # noqa: PLC0415

    return made(acts)
