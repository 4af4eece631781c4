"""Find e-mail addresses of persons; a mailbox that a team reads is no one's private data."""

from __future__ import annotations

import re

from replylint.acts.private import nearby
from replylint.acts.private.patterns import compiled

_ADDRESS = r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![a-z0-9-]|:[a-z])"
_LOCAL = r"[a-z0-9._%+'-]{1,64}"
# RFC 2142 names mailboxes of a role (support, info, abuse); the rest is what companies add.
_ROLES = frozenset(
    "support info abuse noc security postmaster hostmaster webmaster sales marketing service services"
    " care help helpdesk hello hi contact"
    " contactus team noreply no-reply donotreply reply customercare customerservice customersupport"
    " customerservices customer customers"
    " cs complaints complaint feedback billing accounts account finance invoices payments orders order"
    " returns refunds refund claims"
    " claim bookings booking reservations reservation enquiries enquiry inquiries inquiry admin office"
    " mail privacy dpo legal press media"
    " hr jobs careers recruitment news newsletter shop store warranty repairs tickets ticket desk ops"
    " operations delivery shipping"
    " logistics warehouse dispatch parts admissions registrar reception frontdesk concierge events groups"
    " vip loyalty members membership"
    " contracts porting fraud disputes cards loans resolution escalations escalation social cx crm it"
    " tech techsupport".split()
)


def emails(text: str) -> list[tuple[int, int]]:
    """Give the places of the addresses in a folded text (RFC 5322, the dot-atom form that people use).

    >>> text = "we wrote to sara.ahmed@gmail.com; reply to support@shop.example"
    >>> [text[start:end] for start, end in emails(text)]
    ['sara.ahmed@gmail.com']
    """
    found = []
    for domain in compiled(_ADDRESS).finditer(text):
        at = domain.start()
        local = compiled(_LOCAL).match(text[max(0, at - 64) : at][::-1])
        name = local[0][::-1].lstrip(".'%-") if local else ""
        start = at - len(name)
        role = _ROLES.intersection([name, *re.split(r"[._-]", name.partition("+")[0])])
        if name and not role and not nearby.is_ours(nearby.before(text, start)):
            found.append((start, domain.end()))
    return found
