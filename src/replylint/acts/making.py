"""Compile the phrases of acts into tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import regex

from replylint.acts.compiled import Compiler
from replylint.acts.notation import Gap, NotationError, parse
from replylint.acts.tables import MAYBE, PHRASE, SAYS, UNLESS, PatternUse, Record, Tables
from replylint.errors import Problem, RulebookError
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.rulebook.model import ActFile, Entry

_KINDS = {"phrases": PHRASE, "maybe": MAYBE, "unless": UNLESS, "customer_says": SAYS}


def made(acts: Iterable[ActFile]) -> Tables:
    """Compile the phrases of some acts. Raises RulebookError with every phrase that cannot be read."""
    making = _Making()
    problems: list[Problem] = []
    number = 0
    for index, act in enumerate(acts):
        parsed: dict[str, Any] = {}
        for entry in act.entries:
            number += 1
            try:
                making.add(index, act, entry, number, parsed)
            except (NotationError, regex.error) as error:
                file, line, column, path = entry.place
                problems.append(Problem(file, line, column, path, f"{entry.phrase or entry.pattern}: {error}"))
    if problems:
        raise RulebookError(problems)
    return making.tables()


def check_phrases(acts: Iterable[ActFile], folder: str) -> None:
    """Read the phrases that stand in files of a folder. Raises RulebookError with each one that cannot be read."""
    own = [
        replace(act, entries=entries)
        for act in acts
        if (entries := tuple(entry for entry in act.entries if entry.place[0].startswith(folder)))
    ]
    made(own)


class _Making:
    def __init__(self) -> None:
        self._uses: dict[str, list[int]] = {}
        self._records: list[Record] = []
        self._expressions: dict[str, int] = {}
        self._neighbours: dict[frozenset[str], int] = {}
        self._patterns: list[PatternUse] = []
        self._numbers: dict[str, int] = {}
        self._compiler = Compiler()

    def tables(self) -> Tables:
        return Tables(
            list(self._uses),
            [" ".join(map(str, numbers)) for numbers in self._uses.values()],
            [record.line() for record in self._records],
            list(self._expressions),
            ["\t".join(sorted(letters)) for letters in self._neighbours],
            self._patterns,
        )

    def _key(self, text: str) -> int:
        self._uses.setdefault(text, [])
        return self._numbers.setdefault(text, len(self._numbers))

    def _expression(self, source: str | None) -> int | None:
        return None if source is None else self._expressions.setdefault(source, len(self._expressions))

    def _beside(self, letters: frozenset[str] | None) -> int | None:
        return None if letters is None else self._neighbours.setdefault(letters, len(self._neighbours))

    def add(self, index: int, act: ActFile, entry: Entry, number: int, parsed: dict[str, Any]) -> None:
        """Compile one entry; `parsed` keeps the word lists of the act that were parsed already."""
        kind = _KINDS[entry.kind]
        segments = entry.segments or act.segments
        if entry.pattern is not None:
            regex.compile(entry.pattern)
            place = f"{entry.place[0]}:{entry.place[1]}"
            guard = frozenset(self._key(view(need).flat or need) for need in entry.needs)
            self._patterns.append(PatternUse(index, kind, entry.pattern, guard, segments, place))
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
                self._uses[text].append(4 * len(self._records) + 2 * first + last)
            self._records.append(Record(index, kind, number, *around, *beside, one.at_start, one.at_end, segments))
