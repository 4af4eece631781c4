"""Find all acts of a text with one search.

All phrases of all acts share one Aho-Corasick automaton over their keys. Where a key occurs, the boundary of the word,
its Arabic attachments and the rest of the phrase are verified. Then, act by act: what an `unless` overlaps or reported
speech introduces is cancelled, weak cues are weighed, and of overlapping matches the longest stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs
import regex

from replylint.acts.compiled import PREFIX, SUFFIX
from replylint.acts.tables import MAYBE, PHRASE, SAYS, UNLESS, Record, Tables, make_tables
from replylint.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from replylint.rulebook.model import ActFile
    from replylint.text.view import View

PATTERN_SECONDS = 0.1
_LONG_TEXT = 50_000  # code points for which the time limit grows by as much again
_PREFIX = re.compile(PREFIX)
_SUFFIX = re.compile(SUFFIX)
_WORD_REST = re.compile(r"\w{0,6}")  # one letter more than the longest ending
_REPORTED = re.compile(r"(?:[,،:]? [^\s.!?؟…]+){0,4}")
_REPLY_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|رد)\s*:\s*)+")
_OPENERS = "وف"
_SHORT_NEED = 2  # a shorter need of a pattern counts only at the start of a word
_LONGEST_PARTICLE = 4  # as in «وبال»
_CUES_THAT_MAKE_SURE = 2


class Match(NamedTuple):
    """An act found in a view: offsets of the view, the segment it counts in, and whether the evidence is strong."""

    act: str
    start: int
    end: int
    segment: str
    sure: bool


class _Pattern(NamedTuple):
    act: int
    kind: int
    expression: regex.Pattern[str]
    guard: frozenset[int]
    segments: tuple[str, ...]
    place: str


class _Hit(NamedTuple):
    start: int
    end: int
    entry: int
    segments: tuple[str, ...]


class Matcher:
    """The compiled phrases of some acts. Immutable; made once and shared."""

    def __init__(self, acts: Iterable[ActFile], tables: Tables | None = None) -> None:
        self._acts = tuple(acts)
        tables = tables or make_tables(self._acts)
        self._sources = tables.expressions
        self._expressions: list[re.Pattern[str] | None] = [None] * len(tables.expressions)  # compiled when needed
        self._records = tables.records
        self._uses = [(reduce(or_, uses, 0), uses) for uses in tables.uses]
        self._patterns = tuple(
            _Pattern(p.act, p.kind, regex.compile(p.expression), p.guard, p.segments, p.place) for p in tables.patterns
        )
        self._always = frozenset(n for n, pattern in enumerate(self._patterns) if not pattern.guard)
        self._patterns_by_need: dict[int, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for key in pattern.guard:
                self._patterns_by_need.setdefault(key, []).append(number)
        self._needed = frozenset(self._patterns_by_need)
        self._find = ahocorasick_rs.AhoCorasick(tables.keys).find_matches_as_indexes if tables.keys else None

    def find(self, seen: View, segment_of: Callable[[int, tuple[str, ...]], str | None]) -> list[Match]:
        """List the acts of a text, sorted by place. `segment_of` names the segment a place counts in, or None.

        Raises DraftError when a `pattern:` of a rule file runs longer than its time limit.
        """
        hits = self._hits(seen)
        found: list[Match] = []
        for index, act in enumerate(self._acts):
            strong = hits.get(4 * index + PHRASE)
            weak = hits.get(4 * index + MAYBE)
            if not strong and not weak:
                continue
            barred = [(hit.start, hit.end) for hit in hits.get(4 * index + UNLESS, ())]
            for hit in hits.get(4 * index + SAYS, ()):
                reported = _REPORTED.match(seen.flat, hit.end)
                barred.append((hit.start, reported.end() if reported else hit.end))
            barred = _merged(barred)
            chosen = [
                (hit, segment, True)
                for hit in strong or ()
                if not _is_barred(hit, barred) and (segment := segment_of(hit.start, hit.segments))
            ]
            if weak:
                cues = [
                    (hit, segment)
                    for hit in weak
                    if not _is_barred(hit, barred) and (segment := segment_of(hit.start, hit.segments))
                ]
                sure = bool(chosen) or len({hit.entry for hit, _ in cues}) >= _CUES_THAT_MAKE_SURE
                chosen += [(hit, segment, sure) for hit, segment in cues]
            if act.whole:
                chosen = [item for item in chosen if _is_whole(seen.flat, item[0])]
            if chosen:
                _keep_longest(act.name, chosen, found)
        found.sort(key=_place)
        return found

    def _hits(self, seen: View) -> dict[int, list[_Hit]]:
        hits: dict[int, list[_Hit]] = {}
        later: list[tuple[Record, int, int, bool]] = []
        flat = seen.flat
        found = self._find(flat, overlapping=True) if self._find is not None else []
        present = {key for key, _, _ in found}
        all_uses, records = self._uses, self._records
        length = len(flat)
        for key, start, end in found:
            flags, uses = all_uses[key]  # flags: whether any use lets attachments stand after (1) or before (2)
            if not uses:
                continue
            after = end < length and flat[end].isalnum()
            if after and not flags & 1:
                continue
            before = start > 0 and flat[start - 1].isalnum()
            if before and not flags & 2 and flat[start - 1] not in _OPENERS:
                continue
            for use in uses:
                if (after and not use & 1) or (before and not use & 2 and flat[start - 1] not in _OPENERS):
                    continue
                record = records[use >> 2]
                if record.guard and record.guard.isdisjoint(present):
                    continue
                if record.kind >= UNLESS:
                    later.append((record, start, end, bool(use & 2)))
                else:
                    self._add(seen, record, start, end, hits, attached=bool(use & 2))
        needed = self._needed
        begun = {
            key
            for key, start, end in found
            if key in needed and (end - start > _SHORT_NEED or _begins(flat, start) or not flat[start:end].isalnum())
        }
        wanted = sorted(self._always.union(*(self._patterns_by_need[key] for key in begun)))
        self._run_patterns(seen, [n for n in wanted if self._patterns[n].kind < UNLESS], hits)
        # What cancels an act matters only where the act was found.
        acting = {place >> 2 for place in hits}
        for record, start, end, attached in later:
            if record.act in acting:
                self._add(seen, record, start, end, hits, attached=attached)
        cancelling = [n for n in wanted if self._patterns[n].kind >= UNLESS and self._patterns[n].act in acting]
        self._run_patterns(seen, cancelling, hits)
        return hits

    def _add(
        self, seen: View, record: Record, start: int, end: int, hits: dict[int, list[_Hit]], *, attached: bool
    ) -> None:
        """Verify what stands around a key, and keep the place of the whole phrase."""
        span = self._verify(seen, record, start, end, attached=attached)
        if span is not None:
            hit = _Hit(*span, record.entry, record.segments)
            hits.setdefault(4 * record.act + record.kind, []).append(hit)

    def _run_patterns(self, seen: View, numbers: list[int], hits: dict[int, list[_Hit]]) -> None:
        limit = PATTERN_SECONDS * (1 + len(seen.text) / _LONG_TEXT)
        for number in numbers:
            pattern = self._patterns[number]
            try:
                for match in pattern.expression.finditer(seen.text, timeout=limit):
                    if match.end() > match.start():
                        hit = _Hit(*match.span(), -1 - number, pattern.segments)
                        hits.setdefault(4 * pattern.act + pattern.kind, []).append(hit)
            except TimeoutError:
                raise DraftError(f"the pattern at {pattern.place} ran longer than {limit:.1f} s on this text") from None

    def _verify(self, seen: View, record: Record, start: int, end: int, *, attached: bool) -> tuple[int, int] | None:
        """Check what stands around a key; give the place of the whole phrase."""
        flat = seen.flat
        if start and (flat[start - 1].isalnum() or flat[start - 1] in "-@_"):
            first = _word_start(flat, start)
            if first < start:
                if attached:
                    if not _PREFIX.fullmatch(flat, first, start):
                        return None
                elif start - first != 1 or flat[start] < "\u0600":
                    return None
                if record.left is None or attached:
                    start = first
            if (
                start
                and flat[start - 1] in "-@_"
                and ((start > 1 and flat[start - 2].isalnum()) or flat[start - 1] == "@")
            ):
                return None
        if end < len(flat):
            if flat[end].isalnum():
                rest = _WORD_REST.match(flat, end)
                last = rest.end() if rest else end
                if not _SUFFIX.fullmatch(flat, end, last):
                    return None
                end = last
            elif flat[end] in "-_" and flat[end + 1 : end + 2].isalnum():
                return None
        if record.right is not None:
            right = self._expression(record.right).match(flat, end)
            if right is None:
                return None
            end = right.end()
        if record.left is not None:
            left = self._expression(record.left).search(flat, max(0, start - 120), start)
            if left is None:
                return None
            start = left.start()
        if record.at_start and not clause_starts(seen.text, start):
            return None
        if record.at_end and not clause_ends(seen.text, end):
            return None
        return start, end

    def _expression(self, number: int) -> re.Pattern[str]:
        compiled = self._expressions[number]
        if compiled is None:
            compiled = self._expressions[number] = re.compile(self._sources[number])
        return compiled


def _begins(flat: str, at: int) -> bool:
    """Say whether a word starts here; «و» and «ف» may be glued on before it."""
    return not at or not flat[at - 1].isalnum() or flat[at - 1] in _OPENERS


def _word_start(flat: str, at: int) -> int:
    """Give where the word starts, or a place too far before `at` for any particle: a line may be one word."""
    farthest = max(0, at - _LONGEST_PARTICLE - 1)
    while at > farthest and flat[at - 1].isalnum():
        at -= 1
    return at


def clause_starts(text: str, at: int) -> bool:
    """Say whether a clause starts here: at the start of the text or a line, or after punctuation, emoji or @handle."""
    while at and text[at - 1] == " ":
        at -= 1
    if not at or not text[at - 1].isalnum():
        return True
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return bool(start) and text[start - 1] == "@"


def clause_ends(text: str, at: int) -> bool:
    """Say whether a clause ends here: before punctuation, emoji, a line break, or the end of the text."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at >= len(text) or not text[at].isalnum()


def _is_whole(flat: str, hit: _Hit) -> bool:
    """Say whether nothing else is said: reply prefixes such as "Re:" and punctuation do not count."""
    rest = _REPLY_PREFIX.sub("", flat[: hit.start]) + flat[hit.end :]
    return not any(map(str.isalnum, rest))


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the places that overlap and sort them, so that one look-up tells whether a hit overlaps any."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_barred(hit: _Hit, barred: list[tuple[int, int]]) -> bool:
    before = bisect_left(barred, (hit.end, 0))
    return before > 0 and barred[before - 1][1] > hit.start


def _keep_longest(act: str, chosen: list[tuple[_Hit, str, bool]], found: list[Match]) -> None:
    if len(chosen) > 1:
        chosen.sort(key=lambda item: (item[0].start, -item[0].end))
    end = -1
    for hit, segment, sure in chosen:
        if hit.start < end:
            last = found[-1]
            if hit.end > last.end and last.act == act:
                found[-1] = last._replace(end=hit.end, sure=last.sure or sure)
                end = hit.end
            continue
        found.append(Match(act, hit.start, hit.end, segment, sure))
        end = hit.end


def _place(match: Match) -> tuple[int, int, str]:
    return match.start, match.end, match.act
