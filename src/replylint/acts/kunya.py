"""Find an address by kunya («هلا بو ناصر»): the father or mother of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.acts.matcher import Match
from replylint.acts.scripts import reads_as
from replylint.acts.spelling import is_arabic
from replylint.acts.vocative import is_vocative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.acts.spelling import NameSpelling
    from replylint.acts.vocative import Scene

_WORD = re.compile(r"[^\W\d_][\w']*")
_LAST_WORD = re.compile(r"(\w[\w']*)[ ,،:]*\Z")
# Before a name these say that somebody else is meant: the agent, a driver, a colleague.
_SPEAKS_OF = frozenset(
    "is i'm am by from with driver courier colleague agent technician manager mr your our معك معاك معكم وياك انا من عند مع الي "
    "المندوب السايق السائق الفني الموظف زميلي زميلنا مديرنا المدير محدثك".split()
)


def find_kunya(scene: Scene, spelling: NameSpelling) -> Match | None:
    """Find the first address by kunya: a right name unless the record holds another kunya.

    A record seldom says whose father or mother a customer is; the agent who says it knows.
    """
    seen = scene.seen
    for match in _WORD.finditer(seen.text):
        if not spelling.is_kunya(match[0]):
            continue
        child = _WORD.match(seen.text, match.end() + 1)
        if child is None or spelling.is_never_a_name(child[0]):
            continue
        start, end = match.start(), child.end()
        called = seen.text[max(0, start - 3) : start] in {"يا ", "ya "}
        word = _LAST_WORD.search(seen.flat, max(0, start - 24), start)
        spoken_of = word is not None and word[1] in _SPEAKS_OF
        opens = start < scene.layout.opening_end and child[0] in spelling.given and not spoken_of
        if called or opens or is_vocative(scene, spelling, start, end):
            segment = scene.segment_of(start)
            if segment:
                children = [child for record in scene.records for child in spelling.children(record)]
                kind, sure = _compared(child[0], children)
                return Match(kind, start, end, segment, sure)
    return None


def _compared(child: str, children: Sequence[str]) -> tuple[str, bool]:
    """Compare whose father or mother the reply says with what the record says: the act, and whether it is sure."""
    if not children or child in children:
        return "customer_name", True
    arabic = is_arabic(child)
    if all(is_arabic(one) == arabic for one in children):
        return "other_name", True
    pairs = [(child, one) if arabic else (one, child) for one in children if is_arabic(one) != arabic]
    return "customer_name", any(reads_as(one, other) for one, other in pairs)
