"""Compare personal names within one script: forms of a record, variants, confusable names, small typos."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.rulebook.model import NameLists

_PART = re.compile(r"[^\W\d_][\w']*")
_PARTICLES = frozenset(
    "al el bin ibn bint ben abd abdul abdel de da di van von der la le du dos بن ابن بنت ال عبد ابو ام بو".split()
)
_SERVANT = re.compile(
    r"(?<![^\W_])abd(?:[aeou]{1,2}l)?[ -](?:(?:[aeu]l|[aeu][drstnz])[ -])?(?=\w{2})"
)  # "Abd al-Rahman"
_FAITH = re.compile(r"(\w{2,}) (الدين)\b|(\w{2,})[ -]((?:[aeiou][ld]?[ -]?)?d(?:ee|i|e)ne?)\b")
_SHORTEST = 2
_TYPO_LENGTHS = ((7, 2), (4, 1))  # how many edits are a typo, from which length on

_LONG_NAME = 5

Kind = Literal["same", "misspelt", "other", "other_script", "nobody"]


def is_arabic(word: str) -> bool:
    """Say whether a word is in Arabic script, by its first letter."""
    return "\u0600" <= word[:1] <= "\u06ff"


class NameSpelling:
    """What is known about names, folded. Made once from the curated lists."""

    def __init__(self, lists: NameLists) -> None:
        self.given = frozenset(_folded(lists.given))
        self._titles = frozenset(part for title in _folded(lists.titles) for part in _PART.findall(title))
        self._honorifics = frozenset(_folded(lists.honorifics))
        self._kunya = frozenset(_folded(lists.kunya))
        self._ambiguous = frozenset(_folded(lists.ambiguous))
        self._never = frozenset(_folded(lists.never))
        self._variants = _groups((*lists.variants, *lists.across))
        self._confusable = _groups(lists.confusable)
        self.forms = lru_cache(maxsize=4096)(self._forms)

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("made anew from the name lists, never pickled")

    def is_title(self, word: str) -> bool:
        """Say whether a folded word is a title such as «استاذه» or "mr"."""
        return word in self._titles

    def is_honorific(self, word: str) -> bool:
        """Say whether a folded word shows respect behind a name, such as «خانم» or "ji"."""
        return word in self._honorifics

    def is_kunya(self, word: str) -> bool:
        """Say whether a folded word opens a kunya."""
        return word in self._kunya

    def is_never_a_name(self, word: str) -> bool:
        """Say whether a folded word may follow a greeting or a title and is still no name."""
        return word in self._never

    def is_ambiguous(self, word: str) -> bool:
        """Say whether a folded name is also an ordinary word, or too short to be told from one."""
        return word in self._ambiguous or len(word) < _SHORTEST or word in self._kunya

    def parts(self, record: str) -> list[str]:
        """List the folded parts of a record that are names of their own: no particles, titles or initials.

        "Abd al-Rahman" is one name, and so is "Nour Eddine", beside "Nour".
        """
        text = _SERVANT.sub("abdul", view(record).text.replace("عبد ال", "عبدال"))
        found = _PART.findall(text) + ["".join(pair) for pair in _FAITH.findall(text)]
        return [
            part
            for part in found
            if (len(part) > _SHORTEST or (part in self.given and is_arabic(part)))
            and part not in _PARTICLES
            and (not self.is_title(part) or (part in self._ambiguous and part in self.given))
            and part not in self._kunya
        ]

    def children(self, record: str) -> list[str]:
        """List whose father or mother a record says the customer is: what follows a word that opens a kunya."""
        found = _PART.findall(view(record).text)
        return [child for opener, child in pairwise(found) if opener in self._kunya]

    def _forms(self, records: tuple[str, ...]) -> tuple[str, ...]:
        """List the folded strings by which the customer may be addressed, longest first."""
        forms: set[str] = set()
        for record in records:
            text = view(record).text
            parts = _PART.findall(text)
            joined = " ".join(parts)
            for index, part in enumerate(parts):
                following = parts[index + 1] if index + 1 < len(parts) else ""
                if part in self._kunya and following:
                    forms |= {f"{opener} {following}" for opener in self._kunya if is_arabic(opener) == is_arabic(part)}
                elif part in {"عبد", "abd", "abdul", "abdel"} and following:
                    forms |= {f"{part} {following}", f"{part}{following}", f"{part}-{following}"}
                elif part in _PARTICLES:
                    if part == joined:
                        forms.add(part)
                elif self.is_title(part):
                    if part == joined or (part in self._ambiguous and part in self.given):
                        forms.add(part)  # «شيخة» is a title and a name
                elif not (index and parts[index - 1] in (*self._kunya, "عبد", "abd", "abdul", "abdel")):
                    forms |= self.spellings(part)
                    if part.startswith("ال") and len(part) > 5:
                        forms.add(part[2:])
                    elif index and is_arabic(part):
                        forms.add("ال" + part)
        return tuple(sorted(forms, key=lambda form: (-len(form), form)))

    def compare(self, word: str, records: Iterable[str]) -> Kind:
        """Compare an addressed name with the customer's record."""
        parts = [part for record in records for part in _PART.findall(view(record).text)]
        parts = [part for part in parts if part not in _PARTICLES] or parts
        if not parts:
            return "nobody"
        same_script = [part for part in parts if is_arabic(part) == is_arabic(word)]
        if not same_script:
            return "other_script"
        for part in same_script:
            if word in self.spellings(part):
                return "same"
        if any(self._are_confusable(word, part) for part in same_script):
            return "other"
        known = word in self.given and any(part in self.given for part in same_script)
        for part in same_script:
            allowed = next((edits for length, edits in _TYPO_LENGTHS if min(len(part), len(word)) >= length), 0)
            if known:  # two names that both exist: only one letter of a longer name is a slip
                allowed = int(min(len(part), len(word)) >= _LONG_NAME)
            if allowed and part[0] == word[0] and distance(part, word) <= allowed:
                return "misspelt"
        return "other"

    def _are_confusable(self, one: str, other: str) -> bool:
        """Say whether two names, in any of their spellings, are listed as different names that look alike."""
        spellings = self.spellings(other)
        return any(spellings & group for name in self.spellings(one) for group in self._confusable.get(name, ()))

    def spellings(self, name: str) -> set[str]:
        """List a folded name and its variants; a nickname belongs to several groups, so groups are never merged."""
        return {name}.union(*(group for group in self._variants.get(name, ())))


def distance(one: str, other: str) -> int:
    """Count the edits (insert, delete, replace, swap of neighbours) between two short words.

    >>> distance("hussein", "husesin")
    1
    """
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _folded(names: Iterable[str]) -> list[str]:
    return [view(name).text.strip(" .") for name in names]


def _groups(groups: Iterable[tuple[str, ...]]) -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for group in groups:
        folded = frozenset(_folded(group))
        for name in folded:
            found.setdefault(name, []).append(folded)
    return found
