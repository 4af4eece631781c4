"""Find data that belongs to one person and is of use to a stranger: numbers to call, pay or sign in with.

Numbers are judged by their form (numbering plans, check digits, dates within) and, where a chance number passes too,
by the words beside them. What a company is reached by (hotlines, "call us on", support@) is not private and is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.acts.private import checksums, nearby, secrets
from replylint.acts.private.addresses import emails
from replylint.acts.private.digit_runs import joins, may_begin, may_end
from replylint.acts.private.phones import phone

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["phone", "email", "iban", "card", "national_id", "password", "otp"]

_DIGITS = b"0123456789"
_STOPS = b" \n.,:;!()-/'\""
_RUN = re.compile(r"[0-9]++(?:[ .()\-‐-–]{1,3}+[0-9]++)*+")
_GROUP = re.compile(r"[0-9]+")
_MOST_GROUPS = 60  # a longer run of numbers is a table
_SHORTEST_JOINED = 6  # characters: 482 193
_IDENTITIES: dict[int, Callable[[str], bool]] = {
    10: checksums.saudi_id,
    12: checksums.kuwaiti_id,
    14: checksums.egyptian_id,
    15: checksums.emirates_id,
}
_CARD_SHAPES = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 1), (8, 8)})
_ID_SHAPES = frozenset({(12,), (14,), (15,), (3, 4, 7, 1), (3, 4, 8), (3, 12)})


class Datum(NamedTuple):
    """One private datum; its value without separators: digits (a worldwide number from its calling code on), or as written."""

    kind: Kind
    start: int
    end: int
    value: str


def private_data(text: str) -> list[Datum]:
    """List the private data in a folded text, by place and without overlap.

    ITU-T E.164 (phone), RFC 5322 (email), ISO 13616 (iban), ISO/IEC 7812 (card); the national numbers are in `checksums`.

    >>> private_data("we will call you on +966 50 123 4567 about order 4471")
    [Datum(kind='phone', start=20, end=36, value='966501234567')]
    """
    plain = text.encode("ascii", "ignore")  # what is left of Arabic is short, and quick to look through
    digits = len(plain.translate(None, _DIGITS)) != len(plain)
    at = b"@" in plain
    if len(plain) == len(text):
        words = "pass" in text or (digits and "pwd" in text)
    else:
        words = b"pass" in plain or ((digits or bool(plain.translate(None, _STOPS))) and _arabic_password(text))
    if not (digits or at or words):
        return []
    found: list[Datum] = []
    if at:
        found += (Datum("email", start, end, text[start:end]) for start, end in emails(text))
    if words:
        found += (Datum("password", start, end, text[start:end]) for start, end in secrets.passwords(text))
    if digits:
        found += _numbers(text)
    if len(found) > 1:
        found.sort(key=lambda datum: datum.start)  # stable: what was found first goes first at the same place
        last, apart = -1, []
        for datum in found:
            if datum.start >= last:
                apart.append(datum)
                last = datum.end
        return apart
    return found


def _arabic_password(text: str) -> bool:
    """Worth asking where there are Latin letters or digits, of which a password given in Arabic consists too."""
    return "باس" in text or "السر" in text or "مرور" in text or " سر" in text


def _numbers(text: str) -> list[Datum]:
    found: list[Datum] = []
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        if end - start > 1 and (account := _iban(text, start)):
            found.append(account)
            done = account.end
        elif end - start > 3 and text[start:end].isdigit():
            found += _cut(text, [(start, end)])
        elif end - start > _SHORTEST_JOINED:
            found += _cut(text, [match.span() for match in _GROUP.finditer(text, start, end)][:_MOST_GROUPS])
    return found


def _iban(text: str, start: int) -> Datum | None:
    """An IBAN begins with two letters and two digits; people put spaces or dashes anywhere, once also after the letters."""
    spaced = text[start - 1 : start] == " "
    head = start - 2 - spaced
    country = text[max(0, head) : head + 2]
    length = checksums.iban_length(country) if head >= 0 and country.isascii() else 0
    if not length or (head and text[head - 1].isascii() and text[head - 1].isalnum()):
        return None
    value, at = country, start
    while at < len(text) and len(value) < length:
        character = text[at]
        if character.isascii() and character.isalnum():
            value += character
        elif character not in " -" or text[at - 1] in " -":
            return None
        at += 1
    if text[at : at + 1].isascii() and text[at : at + 1].isalnum():
        return None
    if (spaced and not value[2:].isdigit()) or not checksums.iban(value):
        return None
    return Datum("iban", head, at, value.upper())


def _cut(text: str, places: list[tuple[int, int]]) -> list[Datum]:
    """Cut a run of digit groups into the data it holds."""
    found: list[Datum] = []
    first = 0
    while first < len(places):
        last = first
        if may_begin(text, places, first):
            for last in joins(places, first):
                datum = _datum(text, places[first : last + 1]) if may_end(text, places, last) else None
                if datum:
                    found.append(datum)
                    break
            else:
                last = first
                if text[places[0][0] - 1 : places[0][0]] == "+" and places[-1][1] - places[0][0] > 8:
                    return found  # a worldwide number that is not private: nor are its parts
        first = last + 1
    return found


def _datum(text: str, places: list[tuple[int, int]]) -> Datum | None:
    """Say what a few digit groups are together."""
    start, end = places[0][0], places[-1][1]
    groups = tuple(text[a:b] for a, b in places)
    digits = "".join(groups)
    length = len(digits)
    if length <= 8 and (len(groups) == 1 or [len(group) for group in groups] == [3, 3]):
        if secrets.is_code(text, start, end):
            return Datum("otp", start, end, digits)
        if length <= 5 and secrets.is_pin(text, start):
            return Datum("password", start, end, digits)
    left = _with_sign(text, start, end)
    if length < 8 and left == start:
        return None
    other = nearby.right_after_other
    if length in _IDENTITIES and _IDENTITIES[length](digits):
        words = nearby.before(text, start)
        # a random number of these forms passes once in a thousand or less, a Saudi one in ten
        telling = length != 10 and tuple(map(len, groups)) in _ID_SHAPES
        telling = telling and not (length == 12 and nearby.says_phone(words, text, end))
        if nearby.says_identity(words, text, end) or (telling and left == start and not other(words)):
            return Datum("national_id", start, end, digits)
    if length >= 13 and checksums.issued_card(digits):
        shaped = len(groups) > 1 and tuple(map(len, groups)) in _CARD_SHAPES
        if shaped or (len(groups) == 1 and not other(nearby.before(text, start))):
            return Datum("card", start, end, digits)
    number = phone(text, left, end, groups)
    return Datum("phone", left, end, number) if number else None


def _with_sign(text: str, start: int, end: int) -> int:
    """Move the start over the plus, and over the bracket that the digits close."""
    left = start
    if text[left - 1 : left] == "+" or text[max(0, left - 2) : left] == "+ ":
        left -= 1 if text[left - 1] == "+" else 2
    if text[left - 1 : left] == "(" and ")" in text[start:end]:
        left -= 1
    return left
