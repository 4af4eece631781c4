"""Find what the agent did not write: quoted history, forwarded blocks, mobile signatures, the customer's turns.

Knows the shapes that Gmail, Outlook, Apple Mail, Thunderbird and phones write, in English, Arabic and French (which
Maghrebi mail programs speak). Works on folded, lower-case text (see `view`), where marks and digits are already plain.

A header block («من: …») needs a line that says when it was sent within five lines; a mere date needs an address or a
subject beside it. So «من: الرياض / إلى: جدة / التاريخ: 12 مايو» stays the agent's.
An attribution line drops only itself and the lines that carry `>`, so that answers between quoted lines stay the
agent's; where no line carries `>`, all that follows is quoted.
"""

from __future__ import annotations

import re

# One of these must occur before any line is looked at.
_SIGNS = (
    "\n>", "wrote:", "كتب", "كتابه", "from:", "من:", "من :", "---", "___",
    "customer :", "client :", "caller :", "guest :", "العميل :", "العميله :", "الزبون :", "الزبونه :", "المتصل :",
    "المتصله :", "customer:", "client:", "caller:", "guest:", "العميل:", "العميله:", "الزبون:", "الزبونه:", "المتصل:",
    "المتصله:",
    "forwarded", "ecrit", "écrit", "schrieb", "sent from", "get outlook", "ارسلت من", "مرسل من", "تم الارسال من",
)  # fmt: skip
_ATTRIBUTION = re.compile(
    r"^(?:> ?)*(?:"
    r"on\b(?=.*\d)(?!.*\byou wrote:).*\bwrote:"
    r"|(?:في|بتاريخ|يوم|علي)\b(?=.*\d)(?!.*\bكتبت[مي]?(?: لنا| الينا)? ?:).*(?:كتبت?|كتابه ما يلي بواسطه)\b.*:"
    r"|كتبت? (?!لنا|الينا)(?=.*\d)(?=.*(?:في|يوم|بتاريخ|<|\d/\d)).*:"
    r"|le\b(?=.*\d).*\ba [ée]crit ?:"
    r"|am\b(?=.*\d).*\bschrieb\b.*:"
    r")$"
)
_HEADER = re.compile(
    r"^[>*\s]*(from|sent|date|to|subject|cc|من|تم الارسال|تاريخ الارسال|ارسلت|الي|الموضوع|التاريخ|نسخه|"
    r"de|envoy[ée]|date d'envoi|objet|à)\s?\*?\s?:"
)
_FROM = frozenset({"from", "من", "de"})
_SENT = frozenset({"sent", "تم الارسال", "تاريخ الارسال", "ارسلت", "envoyé", "envoye", "date d'envoi"})
_DATE = frozenset({"date", "التاريخ"})
_SUBJECT = frozenset({"subject", "الموضوع", "objet"})
_RULE = re.compile(
    r"^(?:_{10,}|-{2,}\s?(?:original message|forwarded message|الرساله الاصليه|رساله اصليه|رساله معاد توجيهها|"
    r"رساله محوله|الرساله السابقه|رساله سابقه|الرد السابق|previous message|message d'origine|message transf[ée]r[ée])\s?-{2,}"
    r"|begin forwarded message:|بدء الرساله المعاد توجيهها:|بدايه الرساله المحوله:)$"
)
_MOBILE = re.compile(
    r"^(?:sent from (?:my|outlook|mail|yahoo)\b|get outlook for\b|(?:ا?رسلت|مرسل|تم الارسال) من (?:ال|هاتف|جهاز|تطبيق|بريد))"
)
# A line of a transcript that the customer speaks; a transcript has lines that an agent speaks, too.
_TURN = re.compile(r"^\W{0,3}(?:customer|client|caller|guest|العميل|العميله|الزبون|الزبونه|المتصل|المتصله)\s?:\s?\S")
_AGENT_TURN = re.compile(
    r"^\W{0,3}(?:agent|support|rep|representative|advisor|adviser|employee|operator|"
    r"الموظف|الموظفه|موظف|موظفه|الدعم|خدمه العملاء|المندوب|المندوبه|الوكيل)\s?:"
)
_LONGEST_ATTRIBUTION = 300


def quoted(text: str) -> list[tuple[int, int]]:
    """List the ranges of folded text that are quoted history, forwarded mail or a mobile signature, in order."""
    if not text.startswith(">"):
        for sign in _SIGNS:
            if sign in text:
                break
        else:
            return []
    ranges: list[tuple[int, int]] = []
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    transcript = any(map(_AGENT_TURN.match, lines))
    carries_marks = any(line.startswith(">") for line in lines)
    index, count = 0, len(lines)
    while index < count:
        line = lines[index]
        start = starts[index]
        if _is_block(lines, index):
            return [*ranges, (start, len(text))]
        width = _attribution(lines, index)
        if width:
            if not carries_marks:
                return [*ranges, (start, len(text))]
            ranges.append((start, starts[index + width] - 1))
        elif line.startswith(">") or _MOBILE.match(line) or (transcript and _TURN.match(line)):
            ranges.append((start, start + len(line)))
        index += max(width, 1)
    return ranges


def _is_block(lines: list[str], index: int) -> bool:
    """Say whether a forwarded or replied-to mail starts here and runs to the end."""
    line = lines[index]
    ruled = _RULE.match(line) is not None
    if ruled:
        if not line.startswith("_"):
            return True
        line = next((later for later in lines[index + 1 : index + 3] if later), "")
    header = _HEADER.match(line) if len(line) < _LONGEST_ATTRIBUTION else None
    if not header or header[1] not in _FROM:
        return False
    following = {found[1] for later in lines[index + 1 : index + 6] if (found := _HEADER.match(later[:60]))}
    if following & _SENT:
        return True
    return bool(following & _DATE) and ("@" in line or ruled or bool(following & _SUBJECT))


def _attribution(lines: list[str], index: int) -> int:
    """Count the lines (0, 1 or 2: clients wrap at 78) of an attribution that starts here."""
    line = lines[index]
    if not line or len(line) > _LONGEST_ATTRIBUTION:
        return 0
    if line.endswith(":") and _ATTRIBUTION.match(line):
        return 1
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if following.endswith(":") and len(following) < _LONGEST_ATTRIBUTION and not following.startswith(">"):
        return 2 if _ATTRIBUTION.match(f"{line} {following}") else 0
    return 0
