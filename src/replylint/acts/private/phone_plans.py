"""Which digits can be a telephone number: calling codes of the world, numbering plans of the countries we know closely.

Nothing here looks at a text: a caller has cut the digits out. Numbers that belong to companies by their beginning
(toll-free 800, shared cost 920 or 1800, hotlines) are no one's private number and are in none of the patterns.
"""

from __future__ import annotations

import re
from functools import cache

from replylint.acts.private.patterns import compiled

# ITU-T E.164: assigned calling codes, and how many digits a geographic, mobile or personal number has after them.
_CODES = (
    "1:10 20:8-10 211:9 212:9 213:8-9 216:8 218:9 220:7-9 221:9 222:8 223:8 224:8-9 225:10 226:8 227:8 228:8 229:10 "
    "230:7-8 231:7-9 232:8 233:9 234:10 235:8 236:8 237:9 238:7 239:7 240:9 241:7-8 242:9 243:7-10 244:9 245:7-9 "
    "246:7 247:5 248:7 249:9 250:8-9 251:9 252:6-9 253:8 254:7-9 255:9 256:9 257:8 258:8-9 260:9 261:9 262:9 "
    "263:9-10 264:8-9 265:7-9 266:8 267:7-8 268:8 269:7 27:6-9 290:4-5 291:7 297:7 298:6 299:6 30:10 31:9-11 32:8-9 "
    "33:9 34:9 350:8 351:9 352:6-11 353:7-10 354:7-9 355:8-9 356:8 357:8 358:6-10 359:6-9 36:8-9 370:8 371:8 372:7-8 "
    "373:8 374:8 375:9 376:6-9 377:8-9 378:8-10 380:9 381:7-12 382:8 383:8-12 385:8-9 386:8 387:8-9 389:8 39:6-12 "
    "40:6-9 41:9 420:9 421:6-9 423:7-9 43:6-13 44:9-10 45:8 46:7-9 47:8 48:7-9 49:6-13 500:5 501:7 502:8 503:8 504:8 "
    "505:8 506:8 507:7-8 508:6-9 509:8 51:8-9 52:10 53:6-10 54:10-11 55:10-11 56:9 57:8-10 58:10 590:9 591:8 592:7 "
    "593:8-9 594:9 595:7-9 596:9 597:6-7 598:8 599:7-8 60:8-10 61:9 62:7-12 63:6-10 64:8-10 65:8 66:8-9 670:7-8 "
    "672:6 673:7 674:7 675:7-8 676:5-7 677:5-7 678:5-7 679:7 680:7 681:6 682:5 683:4-7 685:5-10 686:5-8 687:6 "
    "688:5-7 689:8 690:4-7 691:7 692:7 7:10 81:9-10 82:6-11 84:9-10 850:8-10 852:8 853:8 855:8-9 856:8-10 86:7-11 "
    "870:9-12 878:12 880:6-10 881:9-10 882:7-12 883:8-12 886:8-11 90:10 91:10 92:9-10 93:9 94:9 95:6-10 960:7 "
    "961:7-8 962:8-9 963:8-9 964:8-10 965:8 966:9 967:7-9 968:8 970:8-9 971:8-9 972:8-12 973:8 974:8 975:7-8 "
    "976:8-10 977:8-10 98:6-10 992:9 993:8 994:9 995:9 996:9 998:9 "
)

# The numbers after the calling code, as each regulator publishes its plan to the ITU (E.164 national numbering plans).
_PLANS = {
    "1": r"(?!8(?:00|33|44|55|66|77|88)|900|.11|...[0-9]11)[2-9]\d\d[2-9]\d{6}",  # NANP
    "20": r"1[0125]\d{8}|2\d{8}|3\d{7}|(?:1[35]|4[05-8]|5[057]|6[2-689]|8[24-68]|9[235-7])\d{7}",  # Egypt, NTRA
    "44": r"7[1-57-9]\d{8}|7624\d{6}|1\d{8,9}|2\d{9}",  # United Kingdom, Ofcom
    "91": r"[6-9]\d{9}|(?!1[4689])[1-8]\d{9}",  # India, DoT
    "212": r"[67]\d{8}|5[2-4]\d{7}",  # Morocco, ANRT
    "213": r"[567]\d{8}|[1-4]\d{7}|9\d{8}",  # Algeria, ARPCE
    "216": r"[2459]\d{7}|[37]\d{7}",  # Tunisia, INT
    "218": r"9\d{8}|[2-8]\d{7,8}",  # Libya
    "249": r"9\d{8}|1[0-2]\d{7}|1[58]\d{7}",  # Sudan, TPRA
    "961": r"3\d{6}|7\d{7}|81\d{6}|(?!80)[14-9]\d{6}",  # Lebanon
    "962": r"7[789]\d{7}|[2356]\d{7}",  # Jordan, TRC
    "964": r"7[3-9]\d{8}|1\d{7}|[2-6]\d{7,8}",  # Iraq, CMC
    "965": r"[4569]\d{7}|2\d{7}",  # Kuwait, CITRA
    "966": r"5\d{8}|1[1-7]\d{7}",  # Saudi Arabia, CST
    "967": r"7[01378]\d{7}|[1-7]\d{6,7}",  # Yemen
    "968": r"(?!900)[79]\d{7}|2\d{7}",  # Oman, TRA
    "970": r"5[69]\d{7}|[2489]\d{7}",  # Palestine
    "971": r"5[024568]\d{7}|[2-4679]\d{7}",  # United Arab Emirates, TDRA
    "973": r"(?:3\d|6[36]|1[367]|77)\d{6}",  # Bahrain, TRA
    "974": r"[34567]\d{7}|2\d{7}",  # Qatar, CRA
}
# Elsewhere toll-free and premium numbers begin with 800 or 900, or with these after their calling code.
_COMPANY = (
    r"[2-9]\d{1,2}(?:[89]00|1[38]00)|(?:27|36|45|82|299|298|371|386|387|597|670|676|376)80|(?:33|262)8"
    r"|3728|37790|4620|81120|7800"
)
# With the trunk prefix 0, and long enough that a chance number rarely looks so:
# 05 Saudi Arabia, UAE, Palestine, Algeria; 06 Morocco, Algeria; 07 Jordan, Morocco, Algeria, Iraq, UK; 01 Egypt;
# 09 Libya, Sudan.
_SURE_MOBILE = r"0[567]\d{8}|07\d{9}|01[0125]\d{8}|09[0-69]\d{7}"
# The calling code of a neighbour and a mobile number, written without a plus as messengers show them.
_SURE_WORLDWIDE = r"9665\d{8}|9715[024568]\d{7}|9627[789]\d{7}|9647[3-9]\d{8}|9705[69]\d{7}"
_MOBILE_WORLDWIDE = (
    r"201[0125]\d{8}|212[67]\d{8}|213[567]\d{8}|216[2459]\d{7}|2189\d{8}|249[19]\d{8}|447\d{9}"
    r"|91[6-9]\d{9}|961[378]\d{6,7}"
    r"|965[4569]\d{7}|9677\d{8}|968[79]\d{7}|973[36]\d{7}|974[3567]\d{7}"
)
_TRUNK = r"(?!0[89]00|08\d{6,7}$|08[09]\d{7}$|08(?:0[08]|4[2-5]|7[0-3])\d{7}$|0[39]\d{9}$|05[56]\d{8}$)0[1-9]\d{6,9}"
_WITHOUT_TRUNK = (
    r"(?!8[02-9]|[679]00)[2-9]\d{7}|1[367]\d{6}"  # Kuwait, Qatar, Bahrain, Oman, Tunisia, Lebanon: eight digits
    r"|(?![69]00|92[05]0)[5679]\d{8}|1[1-7]\d{7}"  # Saudi Arabia, UAE, Jordan, Yemen, Morocco, Sudan: nine
    r"|1[0125]\d{8}|(?![89]00)[6-9]\d{9}"  # Egypt, Iraq, UK, India: ten
    r"|(?!1860)1?(?!8(?:00|33|44|55|66|77|88)|900|.11|...[0-9]11)[2-9]\d\d[2-9]\d{6}"  # NANP
)
_NANP = f"1?(?:{_PLANS['1']})"
_INDIAN = r"[6-9]\d{9}"
_FIXED = r"0[1-9]\d{6,9}|[24]\d{7}|1[367]\d{6}"
_SAME = re.compile(r"(\d)\1{6}$")  # 0500000000: a number that stands for a number


@cache
def _lengths() -> dict[str, tuple[int, int]]:
    """Read the table of calling codes, once, when the first number is seen."""
    table: dict[str, tuple[int, int]] = {}
    for entry in _CODES.split():
        code, _, lengths = entry.partition(":")
        shortest, _, longest = lengths.partition("-")
        table[code] = int(shortest), int(longest or shortest)
    return table


def international(digits: str, *, strict: bool) -> str:
    """Give the number in E.164 digits when `digits` begin with a calling code, or "".

    A trunk 0 written after the code is dropped («+966 (0)50...»). `strict` asks for a country whose plan we know.

    >>> international("966501234567", strict=True), international("9660501234567", strict=True)
    ('966501234567', '966501234567')
    >>> international("966920001122", strict=False)
    ''
    """
    code = next((digits[:length] for length in (1, 2, 3) if digits[:length] in _lengths()), "")
    if not code or compiled(_SAME).search(digits):
        return ""
    written = digits[len(code) :]
    for number in (written, written[1:]) if written.startswith("0") else (written,):
        if code in _PLANS:
            known = compiled(_PLANS[code]).fullmatch(number) is not None
        else:
            shortest, longest = _lengths()[code]
            known = not strict and shortest <= len(number) <= longest and not compiled(_COMPANY).match(code + number)
        if known:
            return code + number
    return ""


def sure_mobile(digits: str) -> bool:
    """Say whether digits without any mark are a mobile number by their beginning and length.

    >>> sure_mobile("0501234567"), sure_mobile("966501234567"), sure_mobile("4401234567")
    (True, True, False)
    """
    return bool(
        (compiled(_SURE_MOBILE).fullmatch(digits) or compiled(_SURE_WORLDWIDE).fullmatch(digits))
        and not compiled(_SAME).search(digits)
    )


def sure_grouped(digits: str, shape: tuple[int, ...]) -> bool:
    """Say whether the digits and the way they are grouped are a telephone number's: (011) 234 5678, 212-555-0123.

    >>> sure_grouped("0112345678", (3, 3, 4)), sure_grouped("44123456", (4, 4))
    (True, False)
    """
    if compiled(_SAME).search(digits):
        return False
    if shape in {(3, 3, 4), (1, 3, 3, 4)} and compiled(_NANP).fullmatch(digits):
        return True
    if shape == (5, 5) and compiled(_INDIAN).fullmatch(digits):
        return True
    return len(digits) >= 9 and 2 <= shape[0] <= 6 and bool(compiled(_TRUNK).fullmatch(digits))


def landline(digits: str) -> bool:
    """Say whether a national number is a fixed line, such as a shop or a branch has.

    >>> landline("025550190"), landline("0501234567")
    (True, False)
    """
    return bool(compiled(_FIXED).fullmatch(digits)) and not compiled(_SURE_MOBILE).fullmatch(digits)


def possible(digits: str) -> bool:
    """Say whether digits can be a number of a country we know, once the words around say that it is a telephone.

    >>> possible("98765432"), possible("4471")
    (True, False)
    """
    patterns = (_TRUNK, _WITHOUT_TRUNK, _MOBILE_WORLDWIDE)
    return any(compiled(pattern).fullmatch(digits) for pattern in patterns) and not compiled(_SAME).search(digits)
