"""Read the words beside a number: what it is, whose it is, and what it is not.

Every function takes a folded text and the place of the number and looks no farther than a few words, within the sentence.
"""

from __future__ import annotations

from replylint.acts.private.patterns import compiled

_REACH = 60
_SENTENCE = r"[!?؟\n]|(?<!tel)(?<!mob)(?<!no)(?<!ph)(?<!num)\.\s"

_PHONE = (
    r"(?<!\w)(?:(?:tele)?phones?|mobile|mob|cell(?:phone)?|tel|whats ?app|viber|telegram|call(?:ed|ing)?"
    r"|ring|rang|dial|text(?:ed)?|sms"
    r"|contact(?: number| no)?|reach(?:ed)?(?: \w+)? (?:on|at)|landline|handset)(?!\w)"
    r"|(?:جوال|موبايل|موبيل|هاتف|تليفون|تلفون|تيليفون|تلفن|نقال|محمول|خلوي|واتس|اتصل|اتصال|نتصل|كلم(?:ه|ها"
    r"|ني|نا|ك)?(?!\w)|بورطابل|نمر[هت]|نصيه|للتواصل|التواصل"
    r"|(?<!\w)(?:و?عل[يى] |و)?(?:ال|ب)?رقم(?:ك|كم|ه|ها|ي)?(?: (?:هو|التالي|المسجل|التاني|الثاني|الاخر))? ?[:=]? ?$)"
)
# One of these is in whatever _PHONE matches: a search for plain strings is ten times cheaper than the pattern.
_PHONE_STEMS = (
    "phone mob cell tel what viber call ring rang dial text sms contact reach landline handset جوال موب"
    " هاتف تل تيليفون نقال محمول خلوي واتس"
    " تصل اتصال كلم بورطابل نمر نصيه تواصل رقم"
).split()
_OTHER = (
    r"(?<!\w)(?:orders?|tickets?|cases?|ref(?:erence)?|tracking|awb|shipments?|invoices?|bookings?"
    r"|reservations?|confirmation"
    r"|transactions?|accounts?|acct|a/c|policy|contract|claim|request|complaint|serial|imei|sku|item"
    r"|product|model|version|build"
    r"|membership|customer|client|consignment|parcel|receipt|po|rma|bill|meter|subscription|waybill|docket"
    r"|flight|file|batch"
    r"|lot|part|vat|crn?|licen[cs]e|job|reading|fax|utr|rrn|wallet|device|voucher|gtin|ean|upc|isbn|warranty|payment|refund|barcode|postcode|zip|amount|total|balance|price"
    r"|size|iccid|job sheet"
    r"|(?:order|customer|user|case|ticket|employee|transaction|profile) id)(?!\w)"
    r"|(?<!\w)[وفبل]{0,2}(?:ال|لل)?(?:طلب|طلبي[هت]|تذكر[هت]|بلاغ|شكو[يا]|شحن[هت]|بوليص[هت]|فاتور[هت]|حجز"
    r"|تتبع|مرجع|مرجعي|معامل[هت]"
    r"|عملي[هت]|حوال[هت]|حساب|عقد|عضوي[هت]|عميل|مشترك|اشتراك|عداد|سند|ايصال|ملف|تسلسلي|تعريفي|منتج|صنف"
    r"|موديل|باركود|طرد|كومند[هت]"
    r"|سداد|ضمان|وصل|سيريال|سريال|محفظ[هت]|صك|باق[هت]|قضي[هت]|دعوي|مطالب[هت]|موعد|تامين|لوح[هت]|غرف[هت]|رمز"
    r"|كوماند|كوموند|مبلغ|فاكس|ضريبي|سجل التجاري|رخص[هت]|وثيق[هت]|رحل[هت]|تذاكر|اوردر|تيكت|تراكينج?"
    r"|قسيم[هت])(?:ك|كم|ي|نا|ه|ها)?(?!\w)"
)
_EITHER = f"(?P<phone>{_PHONE})|(?P<other>{_OTHER})"
_FILLER = (
    r"(?: ?(?:id|no|nos|number|num|code|is|was|of|ref|reference|رقم(?:ه|ها)?|هو|هي|برقم|الرقم|تحت|المستحق|المرجعي"
    r"|الخاص ب[كه]م?)(?!\w)|[ .:=#«\"'(\[\-–/])*"
)
_RIGHT_AFTER_OTHER = f"(?:{_OTHER}|(?<!\\w)id(?!\\w)){_FILLER}$"
_PHONE_OF = (  # the telephone on an account is not the account
    r"(?:phone|mobile|cell|tel|whats ?app|contact)(?: number| no\.?)? (?:\w+ )?(?:on|for|of|in|with|from"
    r"|to|by) (?:\w+ )?$"
    r"|(?:جوال|هاتف|موبايل|تليفون|تلفون|واتساب|نقال|نمره)\w{0,3} (?:\w+ )?(?:ال)?$"
)
_SAYS_PHONE_AFTER = (
    r"[ )\]»\"',\-–(]{0,3}(?:is (?:your|the|his|her|my) |هو |هذا |\(?)?(?:ال|رقم )?(?:ال)?"
    r"(?:(?:tele)?phone|mobile|cell|whats ?app|contact number|tel|جوال|موبايل|هاتف|تليفون|تلفون|واتس)"
)
_IDENTITY = (
    r"هوي[هت]|(?<!\w)(?:و|ب|ال|بال|لل|وال)?اقام(?:ه|ت\w{1,3})(?!\w)|قومي|(?:رقم|بطاق"
    r"|سجل)\w* (?:ال)?(?:مدني|وطني)|بطاق\w* (?:ال)?شخصي"
    r"|(?<!\w)(?:national id|nid|iqama|emirates id|eid|civil id|qid|identity|id (?:number|no|card)"
    r"|resident id|saudi id|residence (?:id|permit|card))(?!\w)"
)
_OURS = (
    r"(?<!\w)(?:(?:call|ring|phone|text|message|contact|reach|dial|e-?mail|mail|dm|whats ?app"
    r"|write(?: to)?|get in touch with|chat (?:with|to)"
    r"|talk to|speak (?:to|with)) (?:us|them)(?! from)|(?:call|dial|ring|phone|contact) (?:the"
    r"|our) (?:\w+ )?(?:stores?|shop|branch|clinic|office|desk|line|team|hotel|bank|department|number"
    r"|centre|center)"
    r"|our (?:\w+ )?(?:number|line|phone|tel|telephone|whats ?app|hotline|helpline|team|office|branch"
    r"|support|desk|centre|center|e-?mail|mail|inbox|address|department)"
    r"|customer (?:care|services?|support|relations)|(?:support|help|care|sales|accounts?) (?:line|team"
    r"|desk|centre|center)"
    r"|help ?line|hot ?line|switchboard|call cent(?:er|re)|head office|toll[- ]free|emergency|reception"
    r"|front desk|branch|showroom)(?!\w)"
    r"|(?:اتصل|اتصلو|اتصلي|اتصلوا|الاتصال|التواصل|تواصل|تواصلو|تواصلي|تواصلوا|تتصل|تتصلي|تتواصل|تتواصلي)"
    r"(?: معنا| معانا| بنا| فينا| علينا| بينا| ويانا| علي (?:مركز|قسم|خدمه|الخط|الفرع))|(?:كلم|كلمي|كلمو"
    r"|راسل|راسلي|راسلو|تكلم|تكلمي|تراسل)نا|خدمه (?:ال)?(?:عملاء|زباين|مشتركين)|رقمنا|ارقامنا|هاتفنا"
    r"|واتسابنا|ايميلنا|بريدنا|الخط الساخن|الرقم (?:الموحد|المجاني)|فرعنا|الفرع|فرع |مركز (?:الاتصال"
    r"|البلاغات|الخدمه)|علاقات (?:المرضي|العملاء)|قسم |اداره |مكتبنا|الاستقبال"
)
_COMPANY_AFTER = (
    r"[ ,(\-–]{0,3}(?:ext(?:ension|\.)?(?!\w)|x ?\d|تحويله|داخلي|(?:and )?(?:ask for|press|choose|select"
    r"|option)|(?:our )?lines? (?:is|are)"
    r"|24/7|24 hours|around the clock|toll[- ]free|(?:any|every) ?(?:day|time)|weekdays|mon"
    r"|sun(?:day)?[ -]|sat(?:urday)?[ -]"
    r"|(?:on|during|within) (?:weekdays|working|business|office)|(?:between|from) \d|علي مدار|من الساعه"
    r"|يوميا|طوال|خلال (?:اوقات|ساعات)|المجاني|الموحد)"
)
_TOLD_TO_CALL = (
    r"(?<!\w)(?<!will )(?<!'ll )(?<!to )(?:call|dial|ring|(?:please|and|or|then) (?:phone|contact))(?: on| at)? $"
    r"|(?<!\w)(?:الاتصال|اتصلو?ا?|اتصلي|تتصل) (?:علي|ب)(?: ?ال)?(?:رقم)? ?$"
)
_YOURS = (
    r"(?<!\w)(?:your|yours|his|her|customer's|(?:call|ring|phone|reach|contact|text|message|e-?mail|to|for"
    r"|with|from|whats ?app) you"
    r"|you (?:gave|give|left|used|registered|provided|have|sent|shared|wrote|call(?:ed)? from))(?!\w)"
    r"|(?:رقم|جوال|موبايل|هاتف|تليفون|واتساب|ايميل|بريد|حساب|نمرت|ب|ل|مع|علي)ك(?:م|ي)?(?!\w)"
    r"|حضرتك|سيادتك|(?<!\w)ن(?:تصل|تواصل|كلم)\w*|المسجل|العميل(?!\w)"
)


def before(text: str, start: int) -> str:
    """Give the words of the sentence that stand before a place, not many of them.

    >>> before("Hello. my number is 98765432", 20)
    ' my number is '
    """
    words = text[max(0, start - _REACH) : start]
    cut = 0
    for match in compiled(_SENTENCE).finditer(words):
        if match.end() < len(words.rstrip()):
            cut = match.end() - match[0].endswith(" ")
    return words[cut:]


def right_after_other(words: str) -> bool:
    """Say whether the words end in the name of another number: «order no.», «رقم الطلب».

    >>> right_after_other("your order number is "), right_after_other("your order: call ")
    (True, False)
    """
    name = compiled(_RIGHT_AFTER_OTHER).search(words)
    return name is not None and not compiled(_PHONE_OF).search(words, 0, name.start())


def says_phone(words: str, text: str, end: int) -> bool:
    """Say whether the words before a number, or right after it, call it a telephone, and nothing nearer calls it otherwise.

    >>> says_phone("call me on ", "", 0), says_phone("call about order ", "", 0)
    (True, False)
    """
    around = words + text[end : end + 30]
    if not any(stem in around for stem in _PHONE_STEMS):
        return False
    if not right_after_other(words) and compiled(_SAYS_PHONE_AFTER).match(text, end):
        return True
    nearest = ""
    for match in compiled(_EITHER).finditer(words):
        if match.lastgroup != "other" or not compiled(_PHONE_OF).search(words, 0, match.start()):
            nearest = match.lastgroup or ""
    return nearest == "phone"


def says_identity(words: str, text: str, end: int) -> bool:
    """Say whether the words around a number speak of an identity card or a residence permit.

    >>> says_identity("رقم الهويه ", "", 0), says_identity("order ", "", 0)
    (True, False)
    """
    names = list(compiled(_IDENTITY).finditer(words))
    other = compiled(_RIGHT_AFTER_OTHER).search(words)
    if names:  # "national id" stays, "customer id" and "iqama, order no." do not
        return other is None or names[-1].start() <= other.start() < names[-1].end()
    return other is None and compiled(_IDENTITY).search(text, end, end + 25) is not None


def is_ours(words: str) -> bool:
    """Say whether the words before a number or an address offer it as the company's own: «call us on», «كلمنا على».

    >>> is_ours("please call us on "), is_ours("our team will call you on ")
    (True, False)
    """
    last = -1
    for match in compiled(_OURS).finditer(words):
        last = match.end()
    return last >= 0 and compiled(_YOURS).search(words, last) is None


def is_a_desk(words: str, text: str, end: int, *, fixed: bool) -> bool:
    """Say whether a number has an extension or opening hours, or is a fixed line that the reader is told to call.

    >>> is_a_desk("", " ext. 45", 0, fixed=True), is_a_desk("to cancel, please call ", "", 0, fixed=True)
    (True, True)
    """
    return compiled(_COMPANY_AFTER).match(text, end) is not None or (
        fixed and compiled(_TOLD_TO_CALL).search(words) is not None
    )
