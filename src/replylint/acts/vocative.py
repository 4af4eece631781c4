"""Say whether the words at a place address somebody: «يا نورة», "Hi Sam," and not "my colleague Sam"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.clause import clause_ends, clause_starts
from replylint.acts.spelling import is_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replylint.acts.matcher import Match
    from replylint.acts.spelling import NameSpelling
    from replylint.text.segment import Layout
    from replylint.text.view import View

REACH = 6  # words looked at after a greeting
# A capitalised word after one of these is a month, a place or a thing rather than the person addressed.
_BEFORE_A_WORD = frozenset(
    "in on by until since of the for with from this next last and to at a an your our my via".split()
)
_NEXT_WORD = re.compile(r" (\w[\w']*)")
_CALLS = re.compile(r"(?<!\w)(?:يا ايها|ايها|ايتها) \w+ \Z")  # «أيها الفارس سيف»


class Scene(NamedTuple):
    """What an address by name is looked for in.

    Attributes:
        seen: The reply as it is matched.
        layout: Where its opening ends and its own words begin.
        greetings: The greetings found in it.
        records: The customer's names as the record holds them.
        segment_of: Gives the segment of a code point of `seen`; None outside the agent's own words.
    """

    seen: View
    layout: Layout
    greetings: Sequence[Match]
    records: Sequence[str]
    segment_of: Callable[[int], str | None]


def is_vocative(scene: Scene, spelling: NameSpelling, start: int, end: int) -> bool:
    """Say whether the words from `start` to `end` (code points of `scene.seen`) address somebody."""
    text = scene.seen.text
    before = text[max(0, start - 24) : start].rstrip(" .,،/:")
    word = re.search(r"[\w']+$", before)
    if word and spelling.is_title(word[0]):
        return True
    behind = _NEXT_WORD.match(text, end)
    if (behind and spelling.is_honorific(behind[1])) or _CALLS.search(text, max(0, start - 24), start):
        return True
    # Right behind a greeting, or its last word; not a word inside one, as in «ورحمة الله» or «صباح الخير».
    if any(greeting.start < start <= greeting.end + 2 and end >= greeting.end for greeting in scene.greetings):
        return True
    if not clause_ends(text, end):
        return False
    if clause_starts(text, start):
        return start < scene.layout.opening_end + REACH or text[start - 2 : start] in {", ", "، "}
    return word is not None and not is_arabic(word[0]) and word[0] not in _BEFORE_A_WORD
