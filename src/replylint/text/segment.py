"""Divide a reply into opening, body, closing, signature and quote, by structure alone.

opening    up to the end of the second line, and not past the first sentence that ends beyond 60 characters
closing    the last 250 characters or the sign-off lines, whichever is more
signature  what follows a "-- " line, or a sign-off line such as "Kind regards,"
body       all of the agent's own text but the signature; it overlaps opening and closing, and in a reply of one
           sentence the three are the same

Quoted history and signatures never count for or against the agent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from replylint.text.quote import quoted

_OPENING_REACH = 60
_CLOSING_REACH = 250
_SENTENCE_END = re.compile(r"[.!?؟…\n]+")
_SIGN_OFF = re.compile(
    r"^(?:(?:kind|best|warm|warmest|kindest|many|with|thanks (?:and|&)) .{0,30}|.{0,20}\bregards|best|cheers|thanks|thank you|"
    r"sincerely|(?:yours|respectfully) ?\w*|"
    r"(?:و?مع |و?تقبلوا |و?تفضلوا |خالص |اطيب |ودمتم|دمتم|و?لكم|لك ).{0,40}|تحيات?ي?|تحياتنا|شكرا|مع الشكر)[,،.!]?$"
)
_SHORT_LINE = 60
_BLOCK_LINES = 8
_FAR = 1 << 62  # beyond any text


@dataclass(frozen=True, slots=True)
class Layout:
    """The segments of a view, in its offsets. `own` are the agent's ranges, signature included."""

    own: tuple[tuple[int, int], ...]
    quote: tuple[tuple[int, int], ...]
    opening_end: int
    closing_start: int
    signature_start: int

    @property
    def start(self) -> int:
        """Where the agent's own text starts."""
        return self.own[0][0] if self.own else 0

    @property
    def end(self) -> int:
        """Where the agent's own text ends, signature left out."""
        return min(self.own[-1][1], self.signature_start) if self.own else 0

    def body(self, text: str) -> str:
        """Cut the agent's own words out of the view's text: no quote, no signature."""
        cut = self.signature_start
        return "\n".join(text[start : min(end, cut)] for start, end in self.own if start < cut)

    def unquoted(self, text: str) -> str:
        """Give the view's text with spaces in place of what is quoted: offsets stay."""
        pieces: list[str] = []
        at = 0
        for start, end in self.quote:
            pieces += (text[at:start], " " * (end - start))
            at = end
        return "".join((*pieces, text[at:]))

    def is_own(self, at: int) -> bool:
        """Say whether this place is the agent's, signature included."""
        before = bisect_right(self.own, (at, _FAR))
        return before > 0 and self.own[before - 1][1] > at


def layout(text: str) -> Layout:
    r"""Find the segments of a folded text.

    >>> found = layout("hi sara,\n\nit ships today.\n\nkind regards,\nomar")
    >>> found.opening_end, found.signature_start
    (27, 40)
    """
    quote = quoted(text)
    own = _rest(text, quote)
    if not own:
        end = len(text)
        return Layout((), tuple(quote), 0, end, end)
    start, end = own[0][0], own[-1][1]
    block, signature = _sign_off(text, own)
    closing = max(start, min(block, _sentence_start(text, start, min(end, signature) - _CLOSING_REACH)))
    return Layout(tuple(own), tuple(quote), _opening_end(text, start, own[0][1]), closing, signature)


def _rest(text: str, quote: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give what the quotes leave, without white space at the ends and without empty pieces."""
    own = []
    at = 0
    for start, end in [*quote, (len(text), len(text))]:
        piece = text[at:start]
        stripped = piece.strip()
        if stripped:
            first = at + len(piece) - len(piece.lstrip())
            own.append((first, first + len(stripped)))
        at = end
    return own


def _opening_end(text: str, start: int, end: int) -> int:
    reach = start + _OPENING_REACH
    lines = 0
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() >= reach:
            return match.end()
        if "\n" in match[0]:
            lines += 1
            if lines == 2:
                return match.end()
    return end


def _sentence_start(text: str, start: int, at: int) -> int:
    if at <= start:
        return start
    match = _SENTENCE_END.search(text, at)
    return match.end() if match else at


def _sign_off(text: str, own: list[tuple[int, int]]) -> tuple[int, int]:
    """Find where the trailing block of short lines starts, and where the signature in it does."""
    first, last = own[-1]
    signature = last
    dashes = text.rfind("\n--\n", first, last)
    if dashes >= 0:
        signature = last = dashes
    block = at = last
    for _ in range(_BLOCK_LINES):
        line_start = text.rfind("\n", first, at) + 1
        if line_start <= first:
            break
        line = text[line_start:at]
        if len(line) > _SHORT_LINE or line.endswith((".", "?", "؟", ":")):
            if line_start < at:
                break
        elif line:
            block = line_start
            if signature == last and at < last and (line.endswith((",", "،")) or _SIGN_OFF.match(line)):
                signature = at
        at = line_start - 1
    return block, signature
