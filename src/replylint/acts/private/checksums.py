"""Check digits and the inner order of numbers that name a person's money or papers.

Each function takes plain ASCII digits (an IBAN: also letters) and answers yes or no; none of them looks at the text around.
"""

from __future__ import annotations

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_BIRTH_YEAR = 2035  # no clock: the same text is judged alike on any day
_KUWAITI_WEIGHTS = (2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

# ISO 13616: countries and the length of their IBAN, as registered with SWIFT.
_IBANS = (
    "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 "
    "dz27 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 "
    "ir26 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 ma28 mc27 md24 me22 mk19 mn20 mr27 "
    "mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 "
    "sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30"
)


def iban_length(country: str) -> int:
    """Give the length of a country's IBAN, or 0 (ISO 13616, the registry that SWIFT keeps).

    >>> iban_length("sa"), iban_length("us")
    (24, 0)
    """
    at = _IBANS.find(country) if len(country) == 2 and country.isalpha() else -1
    return int(_IBANS[at + 2 : at + 4]) if at >= 0 else 0


def luhn(digits: str) -> bool:
    """Say whether the last digit checks the others (ISO/IEC 7812-1, annex B).

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    total = sum(map(int, digits[-1::-2]))
    return (total + sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])) % 10 == 0


def iban(value: str) -> bool:
    """Say whether country, length and check digits are those of an IBAN (ISO 13616; mod 97-10 of ISO/IEC 7064).

    >>> iban("sa0380000000608010167519"), iban("sa0380000000608010167518")
    (True, False)
    """
    if iban_length(value[:2]) != len(value):
        return False
    return int("".join(str(int(character, 36)) for character in value[4:] + value[:4])) % 97 == 1


def issued_card(digits: str) -> bool:
    """Say whether a card scheme issues numbers of this beginning and length, and the check digit is right.

    ISO/IEC 7812: Visa (and mada on Visa), Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro and mada,
    Meeza (5078), RuPay (60, 65, 508), Troy (9792).

    >>> issued_card("378282246310005"), issued_card("1234567812345670")
    (True, False)
    """
    length = len(digits)
    two, four = digits[:2], digits[:4]
    if digits[:1] == "4":
        known = length in {13, 16, 19}
    elif "51" <= two <= "55" or "2221" <= four <= "2720":
        known = length == 16
    elif two in {"34", "37"}:
        known = length == 15
    elif two in {"36", "38", "39"} or "300" <= digits[:3] <= "305":
        known = length in {14, 16}
    elif "3528" <= four <= "3589" or two in {"50", "56", "57", "58", "60", "62", "63", "64", "65", "67"}:
        known = 16 <= length <= 19
    else:
        known = length == 16 and (digits[:5] == "96820" or four == "9792")
    return known and luhn(digits)


def birth_date(digits: str) -> bool:
    """Say whether seven digits are a century (2: 19.., 3: 20..) and a date YYMMDD of it.

    >>> birth_date("2900101"), birth_date("2901301")
    (True, False)
    """
    century, year, month, day = digits[0], int(digits[1:3]), int(digits[3:5]), int(digits[5:7])
    if century not in "23" or (century == "3" and 2000 + year > _LAST_BIRTH_YEAR):
        return False
    leap = year % 4 == 0 and not (century == "2" and year == 0)  # 2000 was a leap year, 1900 was not
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] - (month == 2 and not leap)


def saudi_id(digits: str) -> bool:
    """Say whether ten digits may be a Saudi identity (1) or residence (2) number: Luhn, as the Absher portal checks it.

    >>> saudi_id("1000000008"), saudi_id("3000000006")
    (True, False)
    """
    return len(digits) == 10 and digits[0] in "12" and luhn(digits)


def emirates_id(digits: str) -> bool:
    """Say whether fifteen digits are 784 (the UAE in ISO 3166-1), a year of birth, a number and a Luhn digit.

    >>> emirates_id("784198012345678"), emirates_id("784198012345677")
    (True, False)
    """
    if len(digits) != 15 or digits[:3] != "784":
        return False
    return 1900 <= int(digits[3:7]) <= _LAST_BIRTH_YEAR and luhn(digits)


def egyptian_id(digits: str) -> bool:
    """Say whether fourteen digits are century, birth date, governorate and serial, as Egypt's civil registry writes them.

    >>> egyptian_id("29001010123456"), egyptian_id("29001019923456")
    (True, False)
    """
    if len(digits) != 14 or not birth_date(digits[:7]):
        return False
    place = int(digits[7:9])
    return 1 <= place <= 4 or 11 <= place <= 19 or 21 <= place <= 29 or 31 <= place <= 35 or place == 88


def kuwaiti_id(digits: str) -> bool:
    """Say whether twelve digits are century, birth date, serial and check digit, as Kuwait's PACI weighs them.

    >>> kuwaiti_id("290010100003"), kuwaiti_id("290010100004")
    (True, False)
    """
    if len(digits) != 12 or not birth_date(digits[:7]):
        return False
    weighed = sum(weight * int(digit) for weight, digit in zip(_KUWAITI_WEIGHTS, digits[:11], strict=True))
    return 11 - weighed % 11 == int(digits[11])
