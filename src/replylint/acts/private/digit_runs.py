"""Say where, in a run of digits and separators, one number may begin and end.

A run is cut at its separators into groups; `places` are the places of the groups.
"""

from __future__ import annotations

import re

_GLUED_BEFORE = re.compile(
    r".*(?:[a-z_#@$€£]|[*0-9]\*|[a-z0-9][-–]|(?<![0-9]{4})(?<=[0-9])[,:]"
    r"|(?<!tel)(?<!mob)(?<!ph)(?<!no)\.)$",
    re.DOTALL,
)
_GLUED_AFTER = re.compile(r"[a-z_@%]|\*[*0-9]|[-_.=][a-z0-9]|/[a-z]")
_THOUSANDS = re.compile(r"[,:][0-9]")
_MOST_JOINED = 8
_LONGEST = 19  # digits of the longest card number
_LINK = re.compile(r"\S*[.?&]\S*$|//\S*$")


def joins(places: list[tuple[int, int]], first: int) -> list[int]:
    """List the last groups to try: the group alone when it is long, then as many as one number may have, and ever fewer.

    >>> joins([(0, 3), (4, 7), (8, 12)], 0)
    [2, 1]
    """
    joins: list[int] = []
    length, before = 0, 2
    for last in range(first, min(first + _MOST_JOINED, len(places))):
        start, end = places[last]
        length += end - start
        if length > _LONGEST or (end - start == 1 == before):
            break
        before = end - start
        if length > 3:
            joins.append(last)
    if joins and joins[0] == first and places[first][1] - places[first][0] > 6:
        return [first, *joins[:0:-1]]
    return joins[::-1]


def may_begin(text: str, places: list[tuple[int, int]], first: int) -> bool:
    """Say whether a number may begin with this group: it is not the rest of a code, a link, a decimal or an amount.

    >>> may_begin("kb-3390127", [(3, 10)], 0), may_begin("tel:3390127", [(4, 11)], 0)
    (False, True)
    """
    start = places[first][0]
    if first:
        between = text[places[first - 1][1] : start]
        return " " in between or "(" in between
    if not start:
        return True
    before = text[max(0, start - 6) : start]
    if before[-1] in "/=&?":
        return not _LINK.search(text[max(0, start - 80) : start])
    return not _GLUED_BEFORE.match(before)


def may_end(text: str, places: list[tuple[int, int]], last: int) -> bool:
    """Say whether a number may end with this group.

    >>> may_end("0501234567-ab", [(0, 10)], 0), may_end("0501234567.", [(0, 10)], 0)
    (False, True)
    """
    start, end = places[last]
    if last + 1 < len(places):
        return " " in text[end : places[last + 1][0]]
    return not _GLUED_AFTER.match(text, end) and not (end - start <= 3 and _THOUSANDS.match(text, end))
