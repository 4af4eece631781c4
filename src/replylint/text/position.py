"""Offsets for those who do not count code points: UTF-16 units, and lines with columns."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


def utf16(text: str, offset: int) -> int:
    """Turn an offset in code points into one in UTF-16 units, as editors and browsers count.

    >>> utf16("👍 ok", 2)
    3
    """
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def place(text: str, offset: int) -> Place:
    r"""Turn an offset in code points into a line and a column; \r\n and \r and \n end a line.

    >>> place("a\r\nbc", 4)
    Place(line=2, column=2)
    """
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return Place(before.count("\n") + 1, len(before) - line_start + 1)
