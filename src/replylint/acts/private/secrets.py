"""Find a password or a one-time code that a text gives away, as against one it only speaks of.

"Your password is Xk29#b" gives it away; "your password is case-sensitive" does not. There is no standard for the words;
RFC 4226 and RFC 6238 say that a one-time code has six to eight digits, banks send four to eight.
"""

from __future__ import annotations

import re

from replylint.acts.private.patterns import compiled

_ITS_NAMES = (
    r"(?<![\w-])(?:(?:pass ?word|passwd|passcode|pwd|passphrase)s?|mot de passe"
    r"|[وفبل]{0,2}(?:ال|لل)?باس ?وو?رد(?:ك|كم)?|(?:ال|لل)?(?:كلمه (?:ال)?(?:مرور|سر)|رقم(?:ك"
    r"|كم)? (?:ال)?سري|رمز(?:ك|كم)? (?:ال)?(?:سري|مرور))(?:ك|كم)?)(?!\w)"
    r"|(?<![\w-])pass(?= ?[:=])"
)
_ONE_TIME = r"one[- ]time $|otp $"
_TICKET = (
    r"(?<!\w)(?:boarding|season|travel|day|bus|gate|visitor|guest|monthly|annual|weekly|metro|train|ski"
    r"|event|the|your|a) $"
)
_NEW_BEFORE = r"(?<!\w)(?:new|temporary|temp|default|initial|first|current) (?:login |account )?$"
_NEW = (
    r"(?P<new>(?: (?:temporary|temp|new|default|initial|first|current|المؤقته?|الموقته?|مؤقت"
    r"|موقته?|الجديده?|الافتراضيه?|الحاليه?))*)"
)
_OWNER = (
    r"(?: (?:for|of|to) (?:the|your|this) [\w -]{2,24}?| الخاصه? (?:بك|بكم|بحسابك|بحسابكم)| (?:ل"
    r"|ب)?(?:حسابك|الحساب|حسابكم|الدخول|للدخول|للنظام|التطبيق)| (?:ال)?واي ?فاي"
    r"| (?:ل|ال|لل)بطاق(?:ه|تك|تكم)| حقك| حقتك| بتاعك| بتاعتك"
    r"| تبعك| ديالك| متاعك)?"
)
_GIVES = (
    _NEW
    + _OWNER
    + r"(?P<how> ?[:=→] ?(?:\n)?| [-–] | (?:is now|is|was|will be|has been (?:set|reset|changed) to|set to|reset to"
    r"|changed to|to|الي|هي|هو|صار|صارت|اصبح|اصبحت)(?: الان)?(?: ?:)? )"
    r"(?P<open>[\"'«“`*]{0,2})(?P<value>[^\s\"'«»“”`]{4,64})"
)
_BARE = r" (?P<open>[\"«“`])(?P<value>[^\s\"«»“”`]{4,64})[\"»”`]"
_DIRECT = _NEW + _OWNER + r" (?P<open>)(?P<value>(?=[!-~]{0,24}[0-9])(?![0-9]{1,4}[-/.:][0-9]|[0-9]+-[a-z])[!-~]{4,64})"
_MARK = r"[!@#$%^&*_+=~?]"
_TRAILING = ".,;:?)]}»،؛؟"  # a "!" ends a password more often than a sentence about one
_LINK = (
    r"https?:|www\.|\S+@\S+\.|[\w-]+\.(?:com|net|org|sa|ae|eg|example)\b|[{\[<%(].*|[x*•.#_-]+$"
    r"|\d+[-+]?(?:\d+)?$(?<!\d{4})|\d+/\d+|\d+-[a-z]"
)
_MEASURE = (
    r" ?(?:characters?|chars|letters|digits|symbols|minutes|hours|days|months|times|حرف|احرف|حروف|رموز"
    r"|خانات|ارقام|ساع|دقيق|يوم|ايام|مر)"
)
_PLAIN = r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*$"
_CLAUSE_END = r"\s*(?:$|[\n.,;!?،؛؟)»\"'])"
_NO_PASSWORD = frozenset(
    "required wrong incorrect invalid expired reset forgotten forgot changed case safe secure strong weak"
    " active ready correct fine hidden"
    " encrypted protected private confidential personal yours valid mandatory optional blank empty"
    " missing unknown click here please enter"
    " temporary different unique outdated updated saved stored sent your this that what never always only"
    " also still been being not needed"
    " none n/a same long short locked blocked disabled enabled accepted rejected compromised leaked"
    " removed deleted generated created above"
    " below easy hard simple good secret known visible masked okay done working important necessary with"
    " must should make choose create"
    " pending available unavailable attached inside shown displayed provided emailed texted"
    " case-sensitive too password passcode link reset"
    " مطلوبه مطلوب خاطيه خاطي غير صحيحه صحيح منتهيه اضغط سريه سري حساسه".split()
)

_CODE_BEFORE = (
    r"(?<!\w)(?:(?P<strong>otp|o\.t\.p\.?|one[- ]time (?:pass ?word|pass ?code|code|pin)|(?:verification"
    r"|security|authenti\w+|auth|activation"
    r"|log ?-?in|sign-?in|sms|access|2fa|mfa|two[- ]factor|confirmation|unlock|login) (?:code|pin"
    r"|passcode)|passcode|verification"
    r"|[وفبل]{0,2}(?:ال|لل)?(?:رمز|كود|رقم)(?:ك|كم)? (?:ال)?(?:تحقق|تفعيل|توثيق|مصادقه|تاكيد|امان|دخول|otp"
    r"|سري المتغير|سري الموقت|متغير)"
    r"|[وفبل]{0,2}(?:ال)?(?:رمز|كود|كلمه (?:ال)?(?:مرور|سر)|رقم (?:ال)?سري) ل(?:ال)?(?:مره"
    r"|لمره) (?:ال)?واحده|(?:ال)?او ?تي ?بي|كود الواتساب|رمز الواتساب)"
    r"|(?P<weak>(?:the|your|this|that|my|new|following|enter|type) code|[وفب]{0,2}(?:ال|لل)(?:كود|رمز)"
    r"|[وفب]?(?:كود|رمز)(?:ك|كم)))"
    r"(?: (?:is|was|will be|are|we (?:just )?sent(?: to)?(?: you)?|sent(?: to you)?|for (?:your|this"
    r"|the) \w+|number|no\.?|below|here|to (?:enter|use)"
    r"|هو|هي|الخاص بكم?|الخاص بحسابكم?|حقكم?|تبعك|بتاعك|ديالك|متاعك|اللي (?:وصلكم?|جاك|جالك|ارسلناه|بعتناه)"
    r"|المرسل(?: لكم?| اليكم?)?|الجديد|التالي"
    r"|كالتالي|رقم|للدخول|لحسابكم?|للتحقق|تبعكم|بتاعكم)(?!\w)"
    r"|[ :=«\"'(\[*`\-–\n])*$"
)
_CODE_AFTER = (
    r"[»\"')\]*`]? (?:to (?:log ?in|sign in|verify|confirm your)|(?:is|was|as) (?:the|your|ur) (?:otp"
    r"|one[- ]time|verification|security|log ?in|access|authentication|activation|sms)"
    r"|(?:هو|هذا|هي) (?:ال)?(?:رمز|كود)(?:ك)? (?:ال)?(?:تحقق|تفعيل|دخول|توثيق|تاكيد|امان|مصادقه))"
)
_OTHER_CODE = (
    r"discount|promo|coupon|voucher|gift|referral|error|zip|post|area|country|product|\bitem\b|sku|branch"
    r"|booking|reservation|checkout|% off"
    r"|\boffer|\bsale\b|order|hotel|flight|\bcart\b|pick-?up|fault|status|swift|\bsort\b|colou?r|خصم|كوبون"
    r"|قسيم|عرض|خطا|بريد|ترويج|منتج|فرع|حجز|دوله|نقاط|سله"
    r"|اللون|شحنه|تتبع"
)
_PIN = (
    r"(?<!\w)(?:(?:your|the) (?:new |temporary |card )?pin(?: code| number)?(?: is(?: now)?|:)?"
    r"|pin(?: ?[:=]| is)?) ?$"
)


def passwords(text: str) -> list[tuple[int, int]]:
    """Give the places of the passwords that a text gives away.

    >>> text = "your new password is xk29#b. your password is case-sensitive."
    >>> [text[start:end] for start, end in passwords(text)]
    ['xk29#b']
    """
    found = []
    for word in compiled(_ITS_NAMES).finditer(text):
        if compiled(_ONE_TIME).search(text, max(0, word.start() - 10), word.start()):
            continue
        if word[0] == "pass" and compiled(_TICKET).search(text, max(0, word.start() - 10), word.start()):
            continue
        given = (
            compiled(_GIVES).match(text, word.end()) or compiled(_BARE).match(text, word.end()) or _direct(text, word)
        )
        new = compiled(_NEW_BEFORE).search(text, max(0, word.start() - 24), word.start()) is not None
        if given and (end := _end_of_secret(text, given, new=new)):
            found.append((given.start("value"), end))
    return found


def _direct(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """«الباسورد 12345678»: in English a bare number there may count something, so it needs six characters and a letter."""
    given = compiled(_DIRECT).match(text, word.end())
    if given and word[0].isascii() and (len(given["value"]) < 6 or given["value"].rstrip(_TRAILING).isdigit()):
        return None
    return given


def _end_of_secret(text: str, given: re.Match[str], *, new: bool) -> int:
    """Give where the secret ends, or 0 when the words after "password is" only describe it."""
    value = given["value"]
    # a mark at the end is the sentence's, unless nothing follows a "!" or "?" that a quotation holds
    stripped = (
        value if given["open"] and text[given.end() : given.end() + 1] in "\"'»”`" else value.rstrip(_TRAILING + "*")
    )
    end = given.start("value") + len(stripped)
    if len(stripped) < 4 or compiled(_LINK).match(stripped) or compiled(_MEASURE).match(text, end):
        return 0
    if given["open"] or given.re is compiled(_DIRECT):
        return 0 if stripped in _NO_PASSWORD else end
    if not compiled(_PLAIN).match(stripped):
        telling = any(character.isdigit() for character in stripped) or compiled(_MARK).search(stripped)
        return end if telling and stripped.isascii() else 0
    groups = given.groupdict()
    introduced = (
        ":" in groups["how"]
        or "=" in groups["how"]
        or new
        or bool(groups["new"])
        or not text[given.start() - 1].isascii()
    )
    alone = compiled(_CLAUSE_END).match(text, end) and stripped.isascii() and stripped not in _NO_PASSWORD
    return end if introduced and alone and not re.search(r"-|(?:ed|ing|able|ible|ive)$", stripped) else 0


def is_code(text: str, start: int, end: int) -> bool:
    """Say whether the four to eight digits at a place are given as a code that proves who one is.

    >>> is_code("the code is 4821", 12, 16), is_code("error code is 4821", 14, 18)
    (True, False)
    """
    words = text[max(0, start - 64) : start]
    if "code" in words or "otp" in words or "رمز" in words or "كود" in words or _may_be_code(words):
        cue = compiled(_CODE_BEFORE).search(words)
        if cue:
            around = words[max(0, cue.start() - 40) :] + text[end : end + 32]
            return not compiled(_OTHER_CODE).search(around)
    return compiled(_CODE_AFTER).match(text, end) is not None


def _may_be_code(words: str) -> bool:
    return "verif" in words or "one" in words or "تحقق" in words or " بي" in words or "واحده" in words


def is_pin(text: str, start: int) -> bool:
    """Say whether the digits at a place are given as a card's secret number.

    >>> is_pin("your pin is 4821", 12), is_pin("pin code 560001", 9)
    (True, False)
    """
    words = text[max(0, start - 30) : start]
    return "pin" in words and compiled(_PIN).search(words) is not None
