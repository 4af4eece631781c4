"""Find every place where a phrase of any act stands, with one search of the text.

All phrases share one Aho-Corasick automaton over their keys. Where a key occurs, the boundary of the word, its Arabic
attachments and the rest of the phrase are verified: what follows in the text, what stands before in the reversed text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.clause import clause_ends, clause_starts
from replylint.acts.keys import Keys
from replylint.acts.site import Pattern
from replylint.acts.standing import FAR, LOOK_FAR, NEAR, NOTHING, Standings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.acts.site import Phrase
    from replylint.acts.tables import Tables
    from replylint.text.view import View

PATTERN_SECONDS = 0.5
_LONG_TEXT = 50_000  # code points for which the time limit grows by as much again
_PADDING = " " * FAR  # what stands before and after a text


# A verified phrase: start and end in the view, the number of its entry, and the segments where it counts. A bare tuple,
# since a reply has dozens of them and a named one costs four times as much.
Hit = tuple[int, int, int, tuple[str, ...]]
Hits = dict[int, list[Hit]]  # by four times the act plus the kind of entry
# What cancels, and where: the start of the key, the start of its word, the end of its word.
_Cancelling = tuple[tuple[tuple["Phrase", bool], ...], int, int, int]


class Search:
    """The keys and phrases of some acts. It never changes but for what it compiles and keeps."""

    def __init__(self, tables: Tables) -> None:
        self._standings = Standings(tables)
        self._patterns = [Pattern(use) for use in tables.patterns]
        self._always = [number for number, use in enumerate(tables.patterns) if not use.guard]
        self._keys = Keys(tables.keys)

    def hits(self, seen: View, enough: int | None = None) -> Hits:
        """List the verified phrases of a text by act and kind; with `enough`, no more than so many of each.

        Raises DraftError when a `pattern:` of a rule file runs longer than its time limit.
        """
        hits: Hits = {}
        looking = _Looking(seen)
        wanted = set(self._always)
        cancelling: list[_Cancelling] = []
        padded = f"{_PADDING}{seen.flat}{_PADDING}"
        near = self._standings.near.get
        for key, start, end in self._keys.find(seen.flat):
            around = padded[start + FAR - NEAR : end + FAR + NEAR]
            standing = near(around) or self._standings.look_near(key, around)
            if standing is NOTHING:
                continue
            if standing is LOOK_FAR:
                around = padded[start : end + FAR + FAR]
                standing = self._standings.far.get(around) or self._standings.look_far(key, around)
            uses, cancels, patterns, before, after = standing
            if patterns:
                wanted.update(patterns)
            if cancels:
                cancelling.append((cancels, start, start - before, end + after))
            for phrase, attached in uses:
                bucket = phrase.bucket
                if enough is not None and len(hits.get(bucket, ())) >= enough:
                    continue
                begin = start - before
                if phrase.alone:
                    hit: Hit | None = (begin, end + after, phrase.entry, phrase.segments)
                else:
                    hit = looking.verify(phrase, begin if attached else start, begin, end + after)
                if hit is not None:
                    if bucket in hits:
                        hits[bucket].append(hit)
                    else:
                        hits[bucket] = [hit]
        if wanted:
            self._run([n for n in wanted if not self._patterns[n].cancels], seen, hits)
        if hits:
            self._cancel(cancelling, wanted, looking, seen, hits)
        return hits

    def _cancel(
        self, cancelling: list[_Cancelling], wanted: set[int], looking: _Looking, seen: View, hits: Hits
    ) -> None:
        """Add what cancels an act, where the act was found: elsewhere it does not matter."""
        acting = {bucket >> 2 for bucket in hits}
        for uses, start, begin, last in cancelling:
            for phrase, attached in uses:
                if phrase.act in acting:
                    hit = looking.verify(phrase, begin if attached else start, begin, last)
                    if hit is not None:
                        hits.setdefault(phrase.bucket, []).append(hit)
        if wanted:
            self._run([n for n in wanted if self._patterns[n].cancels and self._patterns[n].act in acting], seen, hits)

    def _run(self, numbers: Iterable[int], seen: View, hits: Hits) -> None:
        """Try patterns on the whole text, within their time limit."""
        limit = PATTERN_SECONDS * (1 + len(seen.text) / _LONG_TEXT)
        for number in sorted(numbers):
            pattern = self._patterns[number]
            for start, end in pattern.places(seen.text, limit):
                hits.setdefault(pattern.bucket, []).append((start, end, -1 - number, pattern.segments))


class _Looking:
    """One text being searched, forwards and backwards."""

    __slots__ = ("_flat", "_length", "_text", "backwards")

    def __init__(self, seen: View) -> None:
        self._flat = seen.flat
        self._text = seen.text
        self._length = len(seen.flat)
        self.backwards = seen.flat[::-1]

    def verify(self, phrase: Phrase, edge: int, begin: int, end: int) -> Hit | None:
        """Check what stands around a key: before `edge`, after `end`, the word beginning at `begin`.

        Gives the place of the whole phrase.
        """
        if not phrase.is_compiled:
            phrase.compile()
        if phrase.right is not None:
            right = phrase.right(self._flat, end)
            if right is None:
                return None
            end = right.end()
        if phrase.left is not None:
            left = phrase.left(self.backwards, self._length - edge)
            if left is None:
                return None
            begin = self._length - left.end()
        if phrase.at_start and not clause_starts(self._text, begin):
            return None
        if phrase.at_end and not clause_ends(self._text, end):
            return None
        return begin, end, phrase.entry, phrase.segments
