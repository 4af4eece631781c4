"""Find whom the reply addresses: the customer, the customer misspelt, or somebody else.

A name of the record is recognised in the other script too; another name there is reported as not sure.
Three acts come out: `customer_name`, `misspelt_name` (beside customer_name, with the words as written), `other_name`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.clause import OPENERS, clause_ends
from replylint.acts.kunya import find_kunya
from replylint.acts.matcher import Match
from replylint.acts.scripts import candidates, latin_spellings, reads_as
from replylint.acts.skeleton import are_two_names
from replylint.acts.spelling import NameSpelling, is_arabic
from replylint.acts.vocative import REACH, Scene, is_vocative
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from replylint.model import Draft
    from replylint.rulebook.model import NameLists
    from replylint.text.segment import Layout
    from replylint.text.view import View

_WORD = re.compile(r"[^\W\d_][\w']*")
_ARABIC_PREFIX = re.compile("(?:[وف]?(?:ل|ب|يا)?)")
_LONGEST_PARTICLE = 3  # as in «ويا»
_INTRODUCES = frozenset("here from speaking this with at on of هنا من معك معاك معكم وياك".split())
_NAMELESS_GREETINGS = ("to", "from", "ب", "من", "في")
_VOCATIVE = re.compile(r"(?<=[a-z'][,]) ([A-Z][a-z]+)(?=[.,!?])")
_BEFORE_A_VARIABLE = tuple("[{<%$")
_OPENING = 200  # code points that show whether the writer uses capitals


class _Token(NamedTuple):
    text: str
    start: int
    end: int


class NameFinder:
    """Finds addresses by name. Made once from the curated lists of `rules/names/`."""

    def __init__(self, lists: NameLists) -> None:
        self._spelling = NameSpelling(lists)

    def find(
        self,
        draft: Draft,
        seen: View,
        layout: Layout,
        greetings: Sequence[Match],
        segment_of: Callable[[int, tuple[str, ...]], str | None],
    ) -> list[Match]:
        """List the addresses by name in the agent's own words, sorted by place."""
        customer = draft.customer
        records = [name for name in (customer.preferred_name, customer.name, *customer.aliases) if name]
        scene = Scene(seen, layout, greetings, records, lambda at: segment_of(at, ("opening", "body", "closing")))
        forms = self._spelling.forms(tuple(records))
        found = [match for form in forms for match in self._occurrences(form, scene)]
        if found:
            found.sort(key=lambda match: match.start)
            return _without_overlap(found)
        address = find_kunya(scene, self._spelling) or self._across(scene)
        if address:
            return [address]
        own = frozenset(_WORD.findall(view(draft.agent.name).text)) if draft.agent.name else frozenset()
        for token, certain in self._addressed(scene, own):
            segment = scene.segment_of(token.start)
            if segment is None:
                continue
            kind = self._spelling.compare(token.text, records)
            if kind == "other_script" and certain and self._is_another(token.text, records):
                kind = "other"
            if kind == "other" and not certain:
                continue
            if kind == "other":
                return [Match("other_name", token.start, token.end, segment, sure=True)]
            sure = kind in {"same", "misspelt"} or (kind == "nobody" and certain)
            found.append(Match("customer_name", token.start, token.end, segment, sure))
            if kind == "misspelt":
                found.append(Match("misspelt_name", token.start, token.end, segment, sure=True))
            return found
        address = None if records else self._between_commas(scene)
        return [address] if address else []

    def _is_another(self, word: str, records: Sequence[str]) -> bool:
        """Say whether a well-known name is surely none of those of the record, which is in the other script."""
        if word not in self._spelling.given:
            return False
        arabic = is_arabic(word)
        parts = [part for record in records for part in self._spelling.parts(record)]
        return bool(parts) and all(
            are_two_names(word, part) if arabic else are_two_names(part, word)
            for part in parts
            if is_arabic(part) != arabic
        )

    def _across(self, scene: Scene) -> Match | None:
        """Find a name of the record in the other script: «أستاذ محمد» for Mohammed Al-Qahtani, or the other way round."""
        for record in scene.records:
            for part in self._spelling.parts(record):
                arabic = is_arabic(part)
                pattern = latin_spellings(part) if arabic else candidates(part)
                for match in pattern.finditer(scene.seen.flat) if pattern else ():
                    name, (start, end) = match[1], match.span(1)
                    if not arabic and not reads_as(name, part):
                        if name[0] not in OPENERS or not reads_as(name[1:], part):
                            continue
                        name, start = name[1:], start + 1  # «وحسن» is and Hassan, «وليد» is Walid
                    known = name in self._spelling.given and not self._spelling.is_ambiguous(name)
                    segment = scene.segment_of(start)
                    if segment and (known or is_vocative(scene, self._spelling, start, end)):
                        return Match("customer_name", start, end, segment, sure=True)
        return None

    def _between_commas(self, scene: Scene) -> Match | None:
        """Find a well-known first name between commas ("My apologies, Wendy."), when the record holds no name."""
        for match in _VOCATIVE.finditer(scene.seen.source):
            name = match[1].lower()
            called = re.search(rf", {name}(?!\w)", scene.seen.flat)
            at = called.start() + 2 if called else -1
            segment = scene.segment_of(at) if called else None
            if segment and name in self._spelling.given and not self._spelling.is_ambiguous(name):
                return Match("customer_name", at, at + len(name), segment, sure=True)
        return None

    def _occurrences(self, form: str, scene: Scene) -> Iterator[Match]:
        flat = scene.seen.flat
        at = flat.find(form)
        while at >= 0:
            end = at + len(form)
            start = _own_start(flat, at)
            if start is not None and not flat[end : end + 1].isalnum() and flat[end : end + 2] != "'s":
                segment = scene.segment_of(at)
                if segment and self._counts(form, scene, start, end):
                    yield Match("customer_name", at, end, segment, sure=True)
            at = flat.find(form, end)

    def _counts(self, form: str, scene: Scene, start: int, end: int) -> bool:
        """A name that is also a word, and a name of one letter, count only where somebody is addressed.

        So does a Latin name in small letters, where the writer uses capitals.
        """
        seen = scene.seen
        ambiguous = self._spelling.is_ambiguous(form)
        small = not is_arabic(form) and not seen.source[seen.position(start) : seen.position(start) + 1].isupper()
        if small and ambiguous:
            return False
        if ambiguous or (small and any(map(str.isupper, seen.source[:_OPENING]))):
            return is_vocative(scene, self._spelling, start, end)
        return True

    def _addressed(self, scene: Scene, own: frozenset[str]) -> list[tuple[_Token, bool]]:
        """List who is addressed in the opening, with whether it is certainly a personal name."""
        found: list[tuple[_Token, bool]] = []
        for greeting in scene.greetings:
            found += self._after(scene.seen, greeting.start, greeting.end, own)
        layout = scene.layout
        if not found and layout.own:
            found += self._after(scene.seen, layout.start, layout.start, own)
        return found

    def _after(self, seen: View, start: int, expected: int, own: frozenset[str]) -> list[tuple[_Token, bool]]:
        """Read the words from `start`; a name may stand after a title, or right after `expected`."""
        flat, source = seen.text, seen.source
        titled = False
        reach = flat.find("\n", max(expected, start + 1))
        limit = min(len(flat) if reach < 0 else reach, expected + 60)
        seen_after = 0
        previous_end = start
        for match in _WORD.finditer(flat, start, limit):
            word = match[0]
            between = flat[previous_end : match.start()]
            past = match.start() >= expected
            if past and any(mark in between for mark in ".!?؟") and match.start() > expected + 3 and not titled:
                break
            if between[-1:] in _BEFORE_A_VARIABLE and between:
                break  # of a template: "Dear [CUSTOMER_NAME]"
            titled = titled and not ("," in between or "،" in between)  # «مرحبا بك، سيصل» names nobody
            previous_end = match.end()
            if self._spelling.is_title(word) and not (titled and word in self._spelling.given):
                titled = True
                continue
            seen_after += past
            if seen_after > REACH:
                break
            arabic = is_arabic(word)
            # «أستاذ علي،» is a name, «على» elsewhere is none
            called = titled and word in self._spelling.given and clause_ends(flat, match.end())
            if self._spelling.is_never_a_name(word) and not called:
                if past and not titled and not arabic:
                    break
                titled = False
                continue
            follows = flat[match.end() : match.end() + 14].split(" ", 2)
            introduces = bool({part.strip(",.!") for part in follows[:2]} & _INTRODUCES) and word in own
            known = word in self._spelling.given or self._spelling.is_kunya(word)
            capital = source[seen.position(match.start())].isupper()
            ambiguous = self._spelling.is_ambiguous(word)
            adjacent = past and seen_after == 1 and expected > start
            joined = adjacent and not between.strip(" .") and not flat[:expected].endswith(_NAMELESS_GREETINGS)
            if introduces or (not arabic and not capital and not (known and not ambiguous)):
                if titled or past:
                    break
                continue
            token = _Token(word, match.start(), match.end())
            if titled or (joined and not arabic):
                return [(token, known or not arabic)]
            if known and not ambiguous and (adjacent or (arabic and past)) and expected > start:
                return [(token, True)]
            if adjacent and clause_ends(flat, match.end()):
                return [(token, known)]
            if past:
                break
        return []


def _own_start(flat: str, at: int) -> int | None:
    """Give where the word starts: at the name, or at the Arabic particle glued before it; None inside a word."""
    if not at or not flat[at - 1].isalnum():
        return None if at and flat[at - 1] == "@" else at
    first = at
    while first and at - first <= _LONGEST_PARTICLE and flat[first - 1].isalnum():
        first -= 1
    return first if flat[at] >= "\u0600" and _ARABIC_PREFIX.fullmatch(flat, first, at) else None


def _without_overlap(matches: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in matches:
        if kept and match.start <= kept[-1].end + 1:
            if match.end > kept[-1].end:
                kept[-1] = kept[-1]._replace(end=match.end)  # "Sara" and "Al-Qahtani" side by side are one address
        else:
            kept.append(match)
    return kept
