"""A folded view of a text that knows the way back to the original.

The view is what phrases are compared with; `View.span` maps a place in it to code points of the original. Nothing is
deleted unless a guard search finds something to delete, so a plain text pays only for the letter folding.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.text.fold import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Marks that change how a letter looks and not which letter it is, and characters nobody sees:
# Arabic diacritics and Quranic signs, tatweel, Latin combining marks, zero-width and bidi controls,
# the soft hyphen, variation selectors.
_MARKS = "\u064b-\u065f\u0670\u0640\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f"
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_DROP = re.compile(f"[{_MARKS}{_UNSEEN}]+")
_DROP_ALL = re.compile(
    rf"(?<=[ \t\r\n])[ \t{_MARKS}{_UNSEEN}]+|[{_MARKS}{_UNSEEN}]+|\r(?=\n)|[ \t][ \t{_MARKS}{_UNSEEN}]*(?=[\r\n])"
)
_MARK = re.compile(f"[{_MARKS}]")
_PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]")
_SPECIAL = re.compile(f"[{_MARKS}{_UNSEEN}\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]")
_UNTIDY = ("  ", " \n", "\n ")


@dataclass(frozen=True, slots=True)
class View:
    """`text` is folded, with line breaks; `flat` is the same with spaces for line breaks; both have equal offsets.

    From each of `starts` on, the source is ahead by the shift of the same number; both are empty where nothing was
    dropped. `bare` says that only white space was dropped.
    """

    source: str
    text: str
    flat: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    bare: bool = False

    def position(self, at: int) -> int:
        """Map an offset of the view to the code point of the source that stands there."""
        if not self.starts:
            return at
        if at >= len(self.text):
            return len(self.source)
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty place in the view to the source; the end grows over trailing combining marks."""
        if not self.starts:
            return start, end
        first = self.position(start)
        last = self.position(end - 1) + 1
        if self.bare:
            return first, last
        while last < len(self.source) and _MARK.match(self.source, last):
            last += 1
        return first, last


def view(source: str) -> View:
    """Fold a text for comparison.

    >>> v = view("شُكْـــراً لكم")
    >>> v.text, v.span(0, 4)
    ('شكرا لكم', (0, 10))
    """
    lowered = source.lower()
    plain = source.isascii()
    special = None if plain else _SPECIAL.search(lowered)
    if len(lowered) != len(source) or (special and _has_presentation_forms(lowered)):
        return _view_by_character(source)
    if "\t" in lowered or "\r" in lowered:
        return _view_by_shifts(source, lowered)
    if special:
        return _view_without_marks(source, lowered)
    if _is_untidy(lowered):
        return _view(source, lowered, _needless_spaces(lowered), bare=True)
    text = comparable(lowered)
    return View(source, text, text.replace("\n", " "))


def _view_without_marks(source: str, lowered: str) -> View:
    dropped = [match.span() for match in _DROP.finditer(lowered)]
    seen = _view(source, lowered, dropped)
    if not _is_untidy(seen.text):
        return seen
    spaces = _needless_spaces(_DROP.sub("", lowered))
    dropped += [(at, at + 1) for start, end in spaces for at in map(seen.position, range(start, end))]
    return _view(source, lowered, sorted(dropped))


def _has_presentation_forms(text: str) -> bool:
    """Look at single letters only where a byte of UTF-8 says that there may be some: most texts have none."""
    return b"\xef" in text.encode("utf-8", "surrogatepass") and _PRESENTATION.search(text) is not None


def _is_untidy(text: str) -> bool:
    return "  " in text or " \n" in text or "\n " in text


def _needless_spaces(lowered: str) -> Iterator[tuple[int, int]]:
    """Find the spaces that a reader does not see: at the ends of lines, and all but the first of several."""
    ahead = {pair: lowered.find(pair) for pair in _UNTIDY}
    at = 0
    while True:
        for pair, found in ahead.items():
            if 0 <= found < at:
                ahead[pair] = lowered.find(pair, at)
        first = min((found for found in ahead.values() if found >= 0), default=-1)
        if first < 0:
            return
        start = first + (lowered[first] == "\n")
        end = start + 1
        while lowered.startswith(" ", end):
            end += 1
        at_edge = (start and lowered[start - 1] == "\n") or lowered.startswith("\n", end)
        if end > start + (not at_edge):
            yield start + (not at_edge), end
        at = end


def _view_by_shifts(source: str, lowered: str) -> View:
    return _view(source, lowered, (match.span() for match in _DROP_ALL.finditer(lowered)))


def _view(source: str, lowered: str, dropped: Iterable[tuple[int, int]], *, bare: bool = False) -> View:
    """Make a view without some places, and keep the way back."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    at = shift = 0
    for start, end in dropped:
        kept.append(lowered[at:start])
        shift += end - start
        at = end
        starts.append(end - shift)
        shifts.append(shift)
    kept.append(lowered[at:])
    text = comparable("".join(kept).replace("\t", " ").replace("\r", "\n"))
    return View(source, text, text.replace("\n", " "), tuple(starts), tuple(shifts), bare)


def _view_by_character(source: str) -> View:
    """Spell presentation forms out («ﻣﻔﻬﻮم») and keep the way back: one source character may become several."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    at = 0
    dropped = bytearray(len(source))
    for match in _DROP_ALL.finditer(source):
        start, end = match.span()
        dropped[start:end] = b"\1" * (end - start)
    for index, character in enumerate(source):
        if dropped[index]:
            continue
        spelt = unicodedata.normalize("NFKC", character) if _PRESENTATION.match(character) else character
        spelt = _DROP.sub("", spelt.lower())
        for offset in range(len(spelt)):
            shift = index - at - offset
            if shift != shifts[-1]:
                starts.append(at + offset)
                shifts.append(shift)
        kept.append(spelt)
        at += len(spelt)
    text = comparable("".join(kept).replace("\t", " ").replace("\r", "\n"))
    return View(source, text, text.replace("\n", " "), tuple(starts), tuple(shifts))
