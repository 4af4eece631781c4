"""Find every place where a phrase of any act stands, with one search of the text.

All phrases share one Aho-Corasick automaton over their keys. Where a key occurs, the boundary of the word, its Arabic
attachments and the rest of the phrase are verified: what follows in the text, what stands before in the reversed text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ahocorasick_rs

from replylint.acts.clause import OPENERS, clause_ends, clause_starts, word_start, word_starts
from replylint.acts.expressions import PREFIX, SUFFIX
from replylint.acts.site import Pattern, Phrase, Site, Use
from replylint.acts.tables import UNLESS, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.acts.site import Standing
    from replylint.text.view import View

PATTERN_SECONDS = 0.5
_LONG_TEXT = 50_000  # code points for which the time limit grows by as much again
_PREFIX = re.compile(PREFIX)
_SUFFIX = re.compile(SUFFIX)
_WORD_REST = re.compile(r"\w{0,6}")  # one letter more than the longest ending
_SHORT_NEED = 2  # a shorter need of a pattern counts only at the start of a word
_FIRST_ARABIC = "\u0600"


# A verified phrase: start and end in the view, the number of its entry, and the segments where it counts. A bare tuple,
# since a reply has dozens of them and a named one costs four times as much.
Hit = tuple[int, int, int, tuple[str, ...]]
Hits = dict[int, list[Hit]]  # by four times the act plus the kind of entry


class Search:
    """The keys and phrases of some acts. It never changes but for what it compiles on first use."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._phrases: list[Phrase | None] = [None] * len(tables.records)
        self._sites: list[Site | None] = [None] * len(tables.keys)
        self._patterns = [Pattern(use) for use in tables.patterns]
        self._by_need: dict[int, list[int]] = {}
        for number, use in enumerate(tables.patterns):
            for key in use.guard:
                self._by_need.setdefault(key, []).append(number)
        self._always = [number for number, use in enumerate(tables.patterns) if not use.guard]
        self._find = ahocorasick_rs.AhoCorasick(tables.keys).find_matches_as_indexes if tables.keys else None

    def hits(self, seen: View, enough: int | None = None) -> Hits:
        """List the verified phrases of a text by act and kind; with `enough`, no more than so many of each.

        Raises DraftError when a `pattern:` of a rule file runs longer than its time limit.
        """
        hits: Hits = {}
        looking = _Looking(seen)
        wanted = set(self._always)
        standing = self._standing(seen.flat, wanted)
        for uses, _, start, end, begin, last, particle in standing:
            for phrase, attached_before, attached_after in uses:
                if (begin < start and not attached_before and not particle) or (last > end and not attached_after):
                    continue
                if enough is not None and len(hits.get(phrase.bucket, ())) >= enough:
                    continue
                if phrase.alone:
                    hit: Hit | None = (begin, last, phrase.entry, phrase.segments)
                else:
                    hit = looking.verify(phrase, begin if attached_before else start, begin, last)
                if hit is not None:
                    bucket = phrase.bucket
                    if bucket in hits:
                        hits[bucket].append(hit)
                    else:
                        hits[bucket] = [hit]
        if wanted:
            self._run([n for n in wanted if not self._patterns[n].cancels], seen, hits)
        if hits:
            self._cancel(standing, wanted, looking, seen, hits)
        return hits

    def _cancel(self, standing: list[Standing], wanted: set[int], looking: _Looking, seen: View, hits: Hits) -> None:
        """Add what cancels an act, where the act was found: elsewhere it does not matter."""
        acting = {bucket >> 2 for bucket in hits}
        for _, cancelling, start, end, begin, last, particle in standing:
            for phrase, attached_before, attached_after in cancelling:
                if phrase.act not in acting:
                    continue
                if (begin < start and not attached_before and not particle) or (last > end and not attached_after):
                    continue
                hit = looking.verify(phrase, begin if attached_before else start, begin, last)
                if hit is not None:
                    hits.setdefault(phrase.bucket, []).append(hit)
        if wanted:
            self._run([n for n in wanted if self._patterns[n].cancels and self._patterns[n].act in acting], seen, hits)

    def _standing(self, flat: str, wanted: set[int]) -> list[Standing]:
        """List the keys that stand as words of their own, or with attachments, and gather the patterns to try."""
        found = self._find(flat, overlapping=True) if self._find is not None else []
        standing: list[Standing] = []
        flat += " "  # a space at each end: flat[-1] stands before the start
        sites = self._sites
        for key, start, end in found:
            site = sites[key] or self._site(key)
            uses, cancelling, patterns, may_begin, may_go_on, free_before, free_after = site
            if patterns and _is_needed(flat, start, end):
                wanted.update(patterns)
            begin, last, particle = start, end, False
            previous, following = flat[start - 1], flat[end]
            if free_before:
                if previous == flat[start]:
                    continue  # of "???" only the first counts
            elif previous != " ":
                if previous.isalnum():
                    if not may_begin and (previous not in OPENERS or flat[start] < _FIRST_ARABIC):
                        continue
                    begin = word_start(flat, start)
                    particle = start - begin == 1 and previous in OPENERS
                    if not particle and not (may_begin and _PREFIX.fullmatch(flat, begin, start)):
                        continue
                if begin and not _is_free_before(flat, begin):
                    continue
            if following != " " and not free_after:
                if following.isalnum():
                    if not may_go_on:
                        continue
                    rest = _WORD_REST.match(flat, end)
                    last = rest.end() if rest else end
                    if not _SUFFIX.fullmatch(flat, end, last):
                        continue
                elif following == "@" or (following in "-_" and flat[end + 1].isalnum()):
                    continue
            standing.append((uses, cancelling, start, end, begin, last, particle))
        return standing

    def _site(self, key: int) -> Site:
        """Gather what a key means, the first time that it occurs."""
        uses: list[Use] = []
        cancelling: list[Use] = []
        for number in self._tables.uses[key]:
            place = number >> 2
            phrase = self._phrases[place]
            if phrase is None:
                phrase = self._phrases[place] = Phrase(self._tables.records[place], self._tables.expressions)
            use = Use(phrase, bool(number & 2), bool(number & 1))
            (cancelling if self._tables.records[place].kind >= UNLESS else uses).append(use)
        both = (*uses, *cancelling)
        before, after = any(use.attached_before for use in both), any(use.attached_after for use in both)
        text = self._tables.keys[key]
        free = not any(map(str.isalnum, text.split(" ")[0])), not text[-1].isalnum()
        site = Site(tuple(uses), tuple(cancelling), tuple(self._by_need.get(key, ())), before, after, *free)
        self._sites[key] = site
        return site

    def _run(self, numbers: Iterable[int], seen: View, hits: Hits) -> None:
        """Try patterns on the whole text, within their time limit."""
        limit = PATTERN_SECONDS * (1 + len(seen.text) / _LONG_TEXT)
        for number in sorted(numbers):
            pattern = self._patterns[number]
            for start, end in pattern.places(seen.text, limit):
                hits.setdefault(pattern.bucket, []).append((start, end, -1 - number, pattern.segments))


class _Looking:
    """One text being searched, with what is worked out only when it is needed: its reverse."""

    __slots__ = ("_flat", "_length", "_reversed", "_text")

    def __init__(self, seen: View) -> None:
        self._flat = seen.flat
        self._text = seen.text
        self._length = len(seen.flat)
        self._reversed: str | None = None

    def verify(self, phrase: Phrase, edge: int, begin: int, end: int) -> Hit | None:
        """Check what stands around a key: before `edge`, after `end`, the word beginning at `begin`.

        Gives the place of the whole phrase.
        """
        if phrase.right is not None:
            right = phrase.right(self._flat, end)
            if right is None:
                return None
            end = right.end()
        if phrase.left is not None:
            backwards = self._reversed
            if backwards is None:
                backwards = self._reversed = self._flat[::-1]
            left = phrase.left(backwards, self._length - edge)
            if left is None:
                return None
            begin = self._length - left.end()
        if phrase.at_start and not clause_starts(self._text, begin):
            return None
        if phrase.at_end and not clause_ends(self._text, end):
            return None
        return begin, end, phrase.entry, phrase.segments


def _is_needed(flat: str, start: int, end: int) -> bool:
    """Say whether the literal found here lets a pattern be tried: a short one must start a word."""
    return end - start > _SHORT_NEED or word_starts(flat, start) or not flat[start:end].isalnum()


def _is_free_before(flat: str, at: int) -> bool:
    """Say whether no hyphen, underscore or @ ties the word that begins here to what stands before it."""
    previous = flat[at - 1]
    return previous not in "-@_" or (previous != "@" and not (at > 1 and flat[at - 2].isalnum()))
