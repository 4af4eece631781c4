"""What a key of the search can mean: the phrases it belongs to, and the patterns that need it. Compiled when needed."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.tables import REACH, UNLESS
from replylint.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

    from replylint.acts.tables import PatternUse, Record, Tables

    Matching = Callable[[str, int], re.Match[str] | None]

_TRIES = 2


class Phrase:
    """A record ready for use. Its expressions are compiled when they are first needed: a text needs few of them."""

    __slots__ = (
        "act",
        "ahead",
        "alone",
        "at_end",
        "at_start",
        "behind",
        "bucket",
        "cancels",
        "entry",
        "is_compiled",
        "left",
        "right",
        "segments",
        "sources",
    )

    def __init__(self, record: Record, tables: Tables) -> None:
        expressions, neighbours = tables.expressions, tables.neighbours
        self.act = record.act
        self.bucket = 4 * record.act + record.kind
        self.cancels = record.kind >= UNLESS
        self.entry = record.entry
        self.segments = record.segments
        self.behind = None if record.behind is None else frozenset(neighbours[record.behind].split("\t"))
        self.ahead = None if record.ahead is None else frozenset(neighbours[record.ahead].split("\t"))
        self.at_start = record.at_start
        self.at_end = record.at_end
        self.left: Matching | None = None
        self.right: Matching | None = None
        self.sources = (
            None if record.left is None else expressions[record.left],
            None if record.right is None else expressions[record.right],
        )
        # The key is the whole phrase.
        self.alone = record.left is record.right is None and not record.at_start and not record.at_end
        self.is_compiled = self.sources == (None, None)

    def compile(self) -> None:
        """Compile the expressions, the first time that the phrase has to be verified."""
        left, right = self.sources
        self.left = None if left is None else re.compile(left).match
        self.right = None if right is None else re.compile(right).match
        self.is_compiled = True

    def fits(self, around: str, edge: int, end: int) -> bool:
        """Say whether the phrase can stand here, from the letters right before `edge` and from `end` on."""
        if self.ahead is not None:
            ahead = around[end : end + REACH]
            if ahead not in self.ahead and ahead[:-1] not in self.ahead:
                return False
        if self.behind is None:
            return True
        behind = around[edge - REACH : edge][::-1]
        return behind in self.behind or behind[:-1] in self.behind


class Use(NamedTuple):
    """A phrase as one of its keys finds it: whether Arabic attachments may stand before or after the key."""

    phrase: Phrase
    attached_before: bool
    attached_after: bool


class Site(NamedTuple):
    """All that a key can mean. A key that begins or ends with a sign such as "?" needs no boundary there."""

    uses: tuple[Use, ...]
    cancelling: tuple[Use, ...]
    patterns: tuple[int, ...]
    attached_before: bool
    attached_after: bool
    free_before: bool
    free_after: bool


class Pattern:
    """A `pattern:` of a rule file, compiled when it is first needed."""

    __slots__ = ("_expression", "_source", "act", "bucket", "cancels", "place", "segments")

    def __init__(self, use: PatternUse) -> None:
        self.act = use.act
        self.bucket = 4 * use.act + use.kind
        self.cancels = use.kind >= UNLESS
        self.segments = use.segments
        self.place = use.place
        self._source = use.expression
        self._expression: regex.Pattern[str] | None = None

    def places(self, text: str, seconds: float) -> list[tuple[int, int]]:
        """List the non-empty matches. Raises DraftError when it runs longer than so many seconds, twice.

        The clock also runs while a busy machine does something else, hence the second try.
        """
        if self._expression is None:
            import regex  # noqa: PLC0415  few texts come to a pattern

            self._expression = regex.compile(self._source)
        for _ in range(_TRIES):
            with suppress(TimeoutError):
                found = [match.span() for match in self._expression.finditer(text, timeout=seconds)]
                return [(start, end) for start, end in found if end > start]
        raise DraftError(f"the pattern at {self.place} ran longer than {seconds:.1f} s on this text")
