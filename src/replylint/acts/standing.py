"""Say what a key can mean where it stands, from the few letters around it.

The letters around a key decide whether it is a word of its own there, or one with Arabic attachments, and which of its
phrases can stand there at all. People write the same words beside each other again and again, so each answer is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.attachments import PREFIX, SUFFIX
from replylint.acts.clause import OPENERS, word_start, word_starts
from replylint.acts.site import Phrase, Site, Use
from replylint.acts.tables import Record

if TYPE_CHECKING:
    from replylint.acts.tables import Tables

NEAR = 3  # code points on each side that decide nearly always
FAR = 8  # with attachments: four letters of particles or five of endings, and three beyond
_MOST_KEPT = 50_000  # some 20 MB; a mail client never comes near
_PREFIX = re.compile(PREFIX)
_SUFFIX = re.compile(SUFFIX)
_WORD_REST = re.compile(r"\w{0,6}")  # one letter more than the longest ending
_SHORT_NEED = 2  # a shorter need of a pattern counts only at the start of a word
_FIRST_ARABIC = "\u0600"


class Standing(NamedTuple):
    """What a key can mean at a place.

    The phrases that can stand there, each with whether it counts from where the word begins; the same of what cancels;
    the patterns to try; and by how much the word is longer than the key, before and after.
    """

    uses: tuple[tuple[Phrase, bool], ...] = ()
    cancelling: tuple[tuple[Phrase, bool], ...] = ()
    patterns: tuple[int, ...] = ()
    before: int = 0
    after: int = 0


NOTHING = Standing()
LOOK_FAR = Standing(before=-1)  # attachments: the near letters do not decide


class Standings:
    """The answers for the keys of a search. It never changes but for what it compiles and keeps.

    `near` and `far` are by the letters of the key and `NEAR` or `FAR` more on each side.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._phrases: list[Phrase | None] = [None] * len(tables.records)
        self._sites: list[Site | None] = [None] * len(tables.keys)
        self._by_need: dict[int, list[int]] = {}
        for number, use in enumerate(tables.patterns):
            for key in use.guard:
                self._by_need.setdefault(key, []).append(number)
        self.near: dict[str, Standing] = {}
        self.far: dict[str, Standing] = {}

    def look_near(self, key: int, around: str) -> Standing:
        """Judge a key by the near letters, and keep the answer."""
        site = self._sites[key] or self._site(key)
        before, after = around[NEAR - 1].isalnum(), around[-NEAR].isalnum()
        if (before and site.attached_before) or (after and site.attached_after):
            found = LOOK_FAR
        else:
            found = _standing(site, around, NEAR, len(around) - NEAR)
        if len(self.near) >= _MOST_KEPT:
            self.near.clear()
        self.near[around] = found
        return found

    def look_far(self, key: int, around: str) -> Standing:
        """Judge a key by the far letters, and keep the answer."""
        found = _standing(self._sites[key] or self._site(key), around, FAR, len(around) - FAR)
        if len(self.far) >= _MOST_KEPT:
            self.far.clear()
        self.far[around] = found
        return found

    def _site(self, key: int) -> Site:
        """Gather what a key means, the first time that it occurs."""
        uses: list[Use] = []
        cancelling: list[Use] = []
        for number in self._tables.numbers(key):
            place = number >> 2
            phrase = self._phrases[place]
            if phrase is None:
                phrase = self._phrases[place] = Phrase(Record.of(self._tables.records[place]), self._tables)
            use = Use(phrase, bool(number & 2), bool(number & 1))
            (cancelling if phrase.cancels else uses).append(use)
        both = (*uses, *cancelling)
        before, after = any(use.attached_before for use in both), any(use.attached_after for use in both)
        text = self._tables.keys[key]
        free = not any(map(str.isalnum, text.split(" ")[0])), not text[-1].isalnum()
        site = Site(tuple(uses), tuple(cancelling), tuple(self._by_need.get(key, ())), before, after, *free)
        self._sites[key] = site
        return site


def _standing(site: Site, around: str, start: int, end: int) -> Standing:
    patterns = site.patterns if site.patterns and _is_needed(around, start, end) else ()
    place = _word(site, around, start, end)
    if place is None:
        return NOTHING._replace(patterns=patterns) if patterns else NOTHING
    begin, last, particle = place

    def fitting(uses: tuple[Use, ...]) -> tuple[tuple[Phrase, bool], ...]:
        return tuple(
            (use.phrase, use.attached_before)
            for use in uses
            if (begin == start or use.attached_before or particle)
            and (last == end or use.attached_after)
            and use.phrase.fits(around, begin if use.attached_before else start, last)
        )

    uses, cancelling = fitting(site.uses), fitting(site.cancelling)
    if not (uses or cancelling or patterns):
        return NOTHING
    return Standing(uses, cancelling, patterns, start - begin, last - end)


def _word(site: Site, around: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Tell where the word begins and ends, and whether all that is glued on before it is «و» or «ف».

    None where the key does not stand as a word.
    """
    begin, last, particle = start, end, False
    previous, following = around[start - 1], around[end]
    if site.free_before:
        if previous == around[start]:
            return None  # of "???" only the first counts
    elif previous != " ":
        if previous.isalnum():
            if not site.attached_before and (previous not in OPENERS or around[start] < _FIRST_ARABIC):
                return None
            begin = word_start(around, start)
            particle = start - begin == 1 and previous in OPENERS
            if not particle and not (site.attached_before and _PREFIX.fullmatch(around, begin, start)):
                return None
        if not _is_free_before(around, begin):
            return None
    if following != " " and not site.free_after:
        if following.isalnum():
            if not site.attached_after:
                return None
            rest = _WORD_REST.match(around, end)
            last = rest.end() if rest else end
            if not _SUFFIX.fullmatch(around, end, last):
                return None
        elif following == "@" or (following in "-_" and around[end + 1].isalnum()):
            return None
    return begin, last, particle


def _is_needed(around: str, start: int, end: int) -> bool:
    """Say whether the literal found here lets a pattern be tried: a short one must start a word."""
    return end - start > _SHORT_NEED or word_starts(around, start) or not around[start:end].isalnum()


def _is_free_before(around: str, at: int) -> bool:
    """Say whether no hyphen, underscore or @ ties the word that begins here to what stands before it."""
    previous = around[at - 1]
    return previous not in "-@_" or (previous != "@" and not around[at - 2].isalnum())
