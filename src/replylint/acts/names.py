"""Find whom the reply addresses: the customer, the customer misspelt, or somebody else.

A name of the record is recognised in the other script too; another name there is reported as not sure.
Three acts come out: `customer_name`, `misspelt_name` (beside customer_name, with the words as written), `other_name`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.clause import OPENERS, clause_ends, clause_starts
from replylint.acts.matcher import Match
from replylint.acts.scripts import candidates, latin_spellings, reads_as
from replylint.acts.skeleton import are_two_names
from replylint.acts.spelling import NameSpelling, is_arabic
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replylint.model import Draft
    from replylint.rulebook.model import NameLists
    from replylint.text.segment import Layout
    from replylint.text.view import View

_WORD = re.compile(r"[^\W\d_][\w']*")
_ARABIC_PREFIX = re.compile("(?:[وف]?(?:ل|ب|يا)?)")
_LONGEST_PARTICLE = 3  # as in «ويا»
_INTRODUCES = frozenset("here from speaking this with at on of هنا من معك معاك معكم وياك".split())
# A capitalised word after one of these is a month, a place or a thing rather than the person addressed.
_BEFORE_A_WORD = frozenset(
    "in on by until since of the for with from this next last and to at a an your our my via".split()
)
_NAMELESS_GREETINGS = ("to", "from", "ب", "من", "في")
_VOCATIVE = re.compile(r"(?<=[a-z'][,]) ([A-Z][a-z]+)(?=[.,!?])")
_BEFORE_A_VARIABLE = tuple("[{<%$")
_OPENING = 200  # code points that show whether the writer uses capitals
_NEXT_WORD = re.compile(r" (\w[\w']*)")
_CALLS = re.compile(r"(?<!\w)(?:يا ايها|ايها|ايتها) \w+ \Z")  # «أيها الفارس سيف»
_LAST_WORD = re.compile(r"(\w[\w']*)[ ,،:]*\Z")
# Before a name these say that somebody else is meant: the agent, a driver, a colleague.
_SPEAKS_OF = frozenset(
    "is i'm am by from with driver courier colleague agent technician manager mr your our معك معاك معكم وياك انا من عند مع الي "
    "المندوب السايق السائق الفني الموظف زميلي زميلنا مديرنا المدير محدثك".split()
)
_REACH = 6  # words looked at after a greeting


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
        where = ("opening", "body", "closing")
        forms = self._spelling.forms(tuple(records))
        found: list[Match] = []
        for form in forms:
            self._occurrences(form, seen, layout, greetings, found, segment_of, where)
        if found:
            found.sort(key=lambda match: match.start)
            return _without_overlap(found)
        self._kunyas(seen, layout, greetings, records, found, segment_of, where)
        if not found:
            self._across(seen, layout, greetings, records, found, segment_of, where)
        if found:
            return found
        own = frozenset(_WORD.findall(view(draft.agent.name).text)) if draft.agent.name else frozenset()
        for token, certain in self._addressed(seen, layout, greetings, own):
            segment = segment_of(token.start, where)
            if segment is None:
                continue
            kind = self._spelling.compare(token.text, records)
            if kind == "other_script" and certain and self._is_another(token.text, records):
                kind = "other"
            if kind == "other" and not certain:
                continue
            if kind == "other":
                found.append(Match("other_name", token.start, token.end, segment, sure=True))
            else:
                sure = kind in {"same", "misspelt"} or (kind == "nobody" and certain)
                found.append(Match("customer_name", token.start, token.end, segment, sure))
                if kind == "misspelt":
                    found.append(Match("misspelt_name", token.start, token.end, segment, sure=True))
            break
        if not found and not records:
            self._vocatives(seen, found, segment_of, where)
        return found

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

    def _across(
        self,
        seen: View,
        layout: Layout,
        greetings: Sequence[Match],
        records: Sequence[str],
        found: list[Match],
        segment_of: Callable[[int, tuple[str, ...]], str | None],
        where: tuple[str, ...],
    ) -> None:
        """Find a name of the record in the other script: «أستاذ محمد» for Mohammed Al-Qahtani, or the other way round."""
        for record in records:
            for part in self._spelling.parts(record):
                arabic = is_arabic(part)
                pattern = latin_spellings(part) if arabic else candidates(part)
                for match in pattern.finditer(seen.flat) if pattern else ():
                    name, (start, end) = match[1], match.span(1)
                    if not arabic and not reads_as(name, part):
                        if name[0] not in OPENERS or not reads_as(name[1:], part):
                            continue
                        name, start = name[1:], start + 1  # «وحسن» is and Hassan, «وليد» is Walid
                    known = name in self._spelling.given and not self._spelling.is_ambiguous(name)
                    segment = segment_of(start, where)
                    if segment and (known or self._is_vocative(seen, layout, greetings, start, end)):
                        found.append(Match("customer_name", start, end, segment, sure=True))
                        return

    def _kunyas(
        self,
        seen: View,
        layout: Layout,
        greetings: Sequence[Match],
        records: Sequence[str],
        found: list[Match],
        segment_of: Callable[[int, tuple[str, ...]], str | None],
        where: tuple[str, ...],
    ) -> None:
        """Find an address by kunya («هلا بو ناصر»): a right name unless the record holds another kunya.

        A record seldom says whose father or mother a customer is; the agent who says it knows.
        """
        children = [child for record in records for child in self._spelling.children(record)]
        for match in _WORD.finditer(seen.text):
            if not self._spelling.is_kunya(match[0]):
                continue
            child = _WORD.match(seen.text, match.end() + 1)
            if child is None or self._spelling.is_never_a_name(child[0]):
                continue
            start, end = match.start(), child.end()
            called = seen.text[max(0, start - 3) : start] in {"يا ", "ya "}
            word = _LAST_WORD.search(seen.flat, max(0, start - 24), start)
            spoken_of = word is not None and word[1] in _SPEAKS_OF
            opens = start < layout.opening_end and child[0] in self._spelling.given and not spoken_of
            if called or opens or self._is_vocative(seen, layout, greetings, start, end):
                segment = segment_of(start, where)
                if segment:
                    kind, sure = self._kunya_of(child[0], children)
                    found.append(Match(kind, start, end, segment, sure))
                    return

    @staticmethod
    def _kunya_of(child: str, children: Sequence[str]) -> tuple[str, bool]:
        """Compare whose father or mother the reply says with what the record says: the act, and whether it is sure."""
        if not children or child in children:
            return "customer_name", True
        arabic = is_arabic(child)
        if all(is_arabic(one) == arabic for one in children):
            return "other_name", True
        pairs = [(child, one) if arabic else (one, child) for one in children if is_arabic(one) != arabic]
        return "customer_name", any(reads_as(one, other) for one, other in pairs)

    def _vocatives(
        self,
        seen: View,
        found: list[Match],
        segment_of: Callable[[int, tuple[str, ...]], str | None],
        where: tuple[str, ...],
    ) -> None:
        """Find a well-known first name between commas ("My apologies, Wendy."), when the record holds no name."""
        for match in _VOCATIVE.finditer(seen.source):
            name = match[1].lower()
            called = re.search(rf", {name}(?!\w)", seen.flat)
            at = called.start() + 2 if called else -1
            segment = segment_of(at, where) if called else None
            if segment and name in self._spelling.given and not self._spelling.is_ambiguous(name):
                found.append(Match("customer_name", at, at + len(name), segment, sure=True))
                return

    def _occurrences(
        self,
        form: str,
        seen: View,
        layout: Layout,
        greetings: Sequence[Match],
        found: list[Match],
        segment_of: Callable[[int, tuple[str, ...]], str | None],
        where: tuple[str, ...],
    ) -> None:
        flat = seen.flat
        at = flat.find(form)
        while at >= 0:
            end = at + len(form)
            start = _own_start(flat, at)
            if start is not None and not flat[end : end + 1].isalnum() and flat[end : end + 2] != "'s":
                segment = segment_of(at, where)
                if segment and self._counts(form, seen, layout, greetings, start, end):
                    found.append(Match("customer_name", at, end, segment, sure=True))
            at = flat.find(form, end)

    def _counts(self, form: str, seen: View, layout: Layout, greetings: Sequence[Match], start: int, end: int) -> bool:
        """A name that is also a word, and a name of one letter, count only where somebody is addressed.

        So does a Latin name in small letters, where the writer uses capitals.
        """
        ambiguous = self._spelling.is_ambiguous(form)
        small = not is_arabic(form) and not seen.source[seen.position(start) : seen.position(start) + 1].isupper()
        if small and ambiguous:
            return False
        if ambiguous or (small and any(map(str.isupper, seen.source[:_OPENING]))):
            return self._is_vocative(seen, layout, greetings, start, end)
        return True

    def _is_vocative(self, seen: View, layout: Layout, greetings: Sequence[Match], start: int, end: int) -> bool:
        text = seen.text
        before = text[max(0, start - 24) : start].rstrip(" .,،/:")
        word = re.search(r"[\w']+$", before)
        if word and self._spelling.is_title(word[0]):
            return True
        behind = _NEXT_WORD.match(text, end)
        if (behind and self._spelling.is_honorific(behind[1])) or _CALLS.search(text, max(0, start - 24), start):
            return True
        # Right behind a greeting, or its last word; not a word inside one, as in «ورحمة الله» or «صباح الخير».
        if any(greeting.start < start <= greeting.end + 2 and end >= greeting.end for greeting in greetings):
            return True
        if not clause_ends(text, end):
            return False
        if clause_starts(text, start):
            return start < layout.opening_end + _REACH or text[start - 2 : start] in {", ", "، "}
        return word is not None and not is_arabic(word[0]) and word[0] not in _BEFORE_A_WORD

    def _addressed(
        self, seen: View, layout: Layout, greetings: Sequence[Match], own: frozenset[str]
    ) -> list[tuple[_Token, bool]]:
        """List who is addressed in the opening, with whether it is certainly a personal name."""
        found: list[tuple[_Token, bool]] = []
        for greeting in greetings:
            found += self._after(seen, greeting.start, greeting.end, own)
        if not found and layout.own:
            found += self._after(seen, layout.start, layout.start, own)
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
            if seen_after > _REACH:
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
