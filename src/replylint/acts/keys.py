"""Find every key in a text with one Aho-Corasick search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Found = list[tuple[int, int, int]]  # the number of a key, start and end
_LETTERS = 6
_SHORT_TEXT = 20_000  # code points


class Keys:
    """The keys of a search. The automaton of all of them takes a tenth of a second to build.

    A process that checks one reply needs it for one text. So the first text is searched for those keys only whose first
    letters stand in it; the automaton is built for the second.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self._is_first = True
        self._find: Callable[..., Found] | None = None

    def find(self, flat: str) -> Found:
        """List all places of all keys, those inside others too.

        >>> Keys(["thank", "thank you", "you"]).find("thank you")
        [(0, 0, 5), (1, 0, 9), (2, 6, 9)]
        """
        if self._find is None:
            if not self._keys:
                return []
            if self._is_first and len(flat) < _SHORT_TEXT:
                self._is_first = False
                return self._in_first(flat)
            self._find = ahocorasick_rs.AhoCorasick(self._keys).find_matches_as_indexes
        return self._find(flat, overlapping=True)

    def _in_first(self, flat: str) -> Found:
        letters = {flat[at : at + count] for count in range(1, _LETTERS + 1) for at in range(len(flat))}
        numbers = [number for number, key in enumerate(self._keys) if key[:_LETTERS] in letters]
        if not numbers:
            return []
        automaton = ahocorasick_rs.AhoCorasick([self._keys[number] for number in numbers])
        return [
            (numbers[one], start, end) for one, start, end in automaton.find_matches_as_indexes(flat, overlapping=True)
        ]
