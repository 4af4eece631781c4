"""A folded view of a text that knows the way back to the original.

The view is what phrases are compared with; `View.span` maps a place in it to code points of the original. Nothing is
deleted unless a guard search finds something to delete, so a plain text pays only for the letter folding.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from replylint.text.fold import comparable

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


@dataclass(frozen=True, slots=True)
class View:
    """`text` is folded, with line breaks; `flat` is the same with spaces for line breaks; both have equal offsets."""

    source: str
    text: str
    flat: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

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
    if len(lowered) != len(source) or (not plain and _PRESENTATION.search(lowered)):
        return _view_by_character(source)
    untidy = "  " in lowered or " \n" in lowered or "\n " in lowered or "\t" in lowered or "\r" in lowered
    if not untidy and (plain or not _DROP.search(lowered)):
        text = comparable(lowered)
        return View(source, text, text.replace("\n", " "))
    return _view_by_shifts(source, lowered)


def _view_by_shifts(source: str, lowered: str) -> View:
    kept: list[str] = []
    starts, shifts = [0], [0]
    at = shift = 0
    for match in _DROP_ALL.finditer(lowered):
        start, end = match.span()
        kept.append(lowered[at:start])
        shift += end - start
        at = end
        starts.append(end - shift)
        shifts.append(shift)
    kept.append(lowered[at:])
    text = comparable("".join(kept).replace("\t", " ").replace("\r", "\n"))
    return View(source, text, text.replace("\n", " "), tuple(starts), tuple(shifts))


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
