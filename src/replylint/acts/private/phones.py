"""Tell which digit groups of a text are somebody's telephone number.

The care is that of the `phonenumbers` package (candidates by shape, then the numbering plan), without carrying it: plans are in
`phone_plans`, the words around in `nearby`. The numbers by which a company is reached are nobody's private data.
"""

from __future__ import annotations

from replylint.acts.private import nearby
from replylint.acts.private.patterns import compiled
from replylint.acts.private.phone_plans import international, landline, possible, sure_grouped, sure_mobile

_DATE = r"(?:[0-3]?\d([ .-])(?:0?\d|1[0-2])\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([ .-])(?:0?\d|1[0-2])\2[0-3]?\d)$"
_YEARS = r"(?:19|20)\d\d\D+(?:19|20)\d\d$"
_MONEY = (
    r" ?(?:[$€£%]|sar|aed|egp|usd|kwd|qar|riyal|dirham|dollar|pound|ريال|درهم|جنيه|دينار|دولار|ر\.س|د\.إ"
    r"|نقط|points|km|kg)"
)
_PLAUSIBLE = range(7, 18)


def phone(text: str, start: int, end: int, groups: tuple[str, ...]) -> str:
    """Give the digits of the telephone number that stands at a place, or "" when it is none.

    `start` may be a plus; `groups` are the digit groups between. A worldwide number comes without its plus or 00.
    Plans: ITU-T E.164 and the national plans it lists.

    >>> phone("+966 50 123 4567", 0, 16, ("966", "50", "123", "4567"))
    '966501234567'
    """
    digits = "".join(groups)
    if len(digits) not in _PLAUSIBLE:
        return ""
    written = text[start:end]
    single = len(groups) == 1
    number = ""
    if "+" in written or (end < len(text) and text[end] == "+" and single):
        number = international(digits, strict=False)
    elif digits.startswith("00"):
        number = international(digits[2:], strict=single)
        if not number and international(digits[2:], strict=False):
            words = nearby.before(text, start)
            number = international(digits[2:], strict=False) if nearby.says_phone(words, text, end) else ""
    elif not single and _is_something_else(written, groups):
        return ""
    elif sure_mobile(digits) or (not single and sure_grouped(digits, _shape(groups)) and _spaced(written, groups)):
        number = digits
    elif possible(digits) and not compiled(_MONEY).match(text, end):
        words = nearby.before(text, start)
        number = digits if nearby.says_phone(words, text, end) else ""
    if not number:
        return ""
    words = nearby.before(text, start)
    if nearby.is_ours(words) or nearby.is_a_desk(words, text, end, fixed=landline(number)):
        return ""
    if "+" not in written and nearby.right_after_other(words):
        return ""
    return number


def _shape(groups: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(len(group) for group in groups)


def _spaced(written: str, groups: tuple[str, ...]) -> bool:
    """Plain spaces group three numbers as often as one telephone: they need a leading zero or a bracket."""
    return groups[0].startswith("0") or "(" in written or "-" in written or "." in written or len(groups) == 2


def _is_something_else(written: str, groups: tuple[str, ...]) -> bool:
    """Dates, spans of years or hours, decimals, addresses of machines."""
    if compiled(_DATE).match(written) or compiled(_YEARS).match(written):
        return True
    dots = "." in written
    if dots and ("-" in written or len(groups) < 3 or (len(groups) == 4 and all(len(group) <= 3 for group in groups))):
        return True
    return len(groups[0]) == 1 and groups[0] != "1"
