"""Find all acts of a text: weigh the phrases found, act by act.

What an `unless` overlaps or reported speech introduces is cancelled, weak cues are weighed, and of overlapping matches
the longest stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from heapq import nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.search import Hit, Search
from replylint.acts.tables import MAYBE, PHRASE, SAYS, UNLESS, Tables, make_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from replylint.acts.search import Hits
    from replylint.rulebook.model import ActFile
    from replylint.text.view import View

_REPORTED = re.compile(r"(?:[,،:]? [^\s.!?؟…]+){0,4}")
_REPLY_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|رد)\s*:\s*)+")
_QUOTATION_MARKS = ('"', "«", "“", "'")
_MENTION = re.compile(r"«[^»\n]{1,160}»|“[^”\n]{1,160}”|\"[^\"\n]{1,160}\"|(?<!\w)'[^'\n]{2,80}'(?!\w)")
_LINK = re.compile(r"[\w.-]{1,80}(?:://|\.\w{2,24}/)[^\s]{1,400}")


class Match(NamedTuple):
    """An act found in a view: offsets of the view, the segment it counts in, and whether the evidence is strong."""

    act: str
    start: int
    end: int
    segment: str
    sure: bool


class Matcher:
    """The compiled phrases of some acts. Made once and shared."""

    def __init__(self, acts: Iterable[ActFile], tables: Tables | None = None) -> None:
        self._acts = tuple(acts)
        self._search = Search(tables or make_tables(self._acts))

    def find(
        self, seen: View, segment_of: Callable[[int, tuple[str, ...]], str | None], *, enough: int | None = None
    ) -> list[Match]:
        """List the acts of a text, sorted by place. `segment_of` names the segment a place counts in, or None.

        With `enough`, each act is looked for until so many of its phrases are found, and then all that count are told.
        Raises DraftError when a `pattern:` of a rule file runs longer than its time limit.
        """
        found = self._weigh(seen, segment_of, self._search.hits(seen, enough))
        if enough is not None and not found:  # the first phrases may all be cancelled, and later ones not
            found = self._weigh(seen, segment_of, self._search.hits(seen))
        return found

    def _weigh(self, seen: View, segment_of: Callable[[int, tuple[str, ...]], str | None], hits: Hits) -> list[Match]:
        found: list[Match] = []
        mentions = _mentions(seen.text) if hits else []
        for index in sorted({bucket >> 2 for bucket in hits}):
            act = self._acts[index]
            strong = hits.get(4 * index + PHRASE, [])
            weak = hits.get(4 * index + MAYBE, [])
            if 4 * index + UNLESS in hits or 4 * index + SAYS in hits:
                barred = _barred(index, hits, seen)
                strong = [hit for hit in strong if not _is_barred(hit, barred)]
                weak = [hit for hit in weak if not _is_barred(hit, barred)]
            if mentions and not act.quoted:
                strong = [hit for hit in strong if not _is_inside(hit, mentions)]
                weak = [hit for hit in weak if not _is_inside(hit, mentions)]
            if act.whole:
                strong = [hit for hit in strong if _is_whole(seen.flat, hit)]
                weak = [hit for hit in weak if _is_whole(seen.flat, hit)]
            if weak:
                strong = [hit for hit in strong if segment_of(hit[0], hit[3])]
                weak = [hit for hit in weak if segment_of(hit[0], hit[3])]
                sure = bool(strong) or _are_two_cues(weak)
                _join(act.name, strong + weak, segment_of, found, sure=sure)
            else:
                _join(act.name, strong, segment_of, found, sure=True)
        found.sort(key=place)
        return found


def _are_two_cues(weak: list[Hit]) -> bool:
    """Say whether two different cues stand apart: two that share words are one cue told twice."""
    ends: dict[int, int] = {}
    for _, end, entry, _ in weak:
        ends[entry] = min(end, ends.get(entry, end))
    if len(ends) < 2:
        return False
    (first, first_end), (_, second_end) = nsmallest(2, ends.items(), key=itemgetter(1))
    return any(start >= (second_end if entry == first else first_end) for start, _, entry, _ in weak)


def _barred(act: int, hits: Hits, seen: View) -> list[tuple[int, int]]:
    """List the places where an act cannot count: what an `unless` covers, and reported speech."""
    unless, says = hits.get(4 * act + UNLESS), hits.get(4 * act + SAYS)
    if not unless and not says:
        return []
    places = [(start, end) for start, end, _, _ in unless or ()]
    for start, end, _, _ in says or ():
        reported = _REPORTED.match(seen.flat, end)
        places.append((start, reported.end() if reported else end))
    return _merged(places)


def _mentions(text: str) -> list[tuple[int, int]]:
    """List what stands between quotation marks, or in a link: words that are mentioned and not said.

    A text that is nearly all between such marks is said after all.
    """
    places = []
    if any(mark in text for mark in _QUOTATION_MARKS):
        places = [match.span() for match in _MENTION.finditer(text)]
        if 2 * sum(end - start for start, end in places) >= len(text):
            places = []
    if "/" in text:
        places += [(start - 1, end + 1) for start, end in (match.span() for match in _LINK.finditer(text))]
    return _merged(places)


def _is_inside(hit: Hit, places: list[tuple[int, int]]) -> bool:
    before = bisect_left(places, (hit[0], 0))
    return before > 0 and places[before - 1][1] > hit[1]


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the places that overlap and sort them, so that one look-up tells whether a hit overlaps any."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_barred(hit: Hit, barred: list[tuple[int, int]]) -> bool:
    before = bisect_left(barred, (hit[1], 0))
    return before > 0 and barred[before - 1][1] > hit[0]


def _is_whole(flat: str, hit: Hit) -> bool:
    """Say whether nothing else is said: reply prefixes such as "Re:" and punctuation do not count."""
    rest = _REPLY_PREFIX.sub("", flat[: hit[0]]) + flat[hit[1] :]
    return not any(map(str.isalnum, rest))


def _join(
    act: str,
    hits: list[Hit],
    segment_of: Callable[[int, tuple[str, ...]], str | None],
    found: list[Match],
    *,
    sure: bool,
) -> None:
    """Make one match of the hits that overlap, in the segment where the first of them stands."""
    if len(hits) > 1:
        hits.sort()
    first = last = -1
    segment: str | None = None
    for start, end, _, segments in hits:
        if start < last:
            last = max(last, end)
        elif here := segment_of(start, segments):
            if segment:
                found.append(Match(act, first, last, segment, sure))
            first, last, segment = start, end, here
    if segment:
        found.append(Match(act, first, last, segment, sure))


def place(match: Match) -> tuple[int, int, str]:
    """Order matches as a reader meets them."""
    return match.start, match.end, match.act
