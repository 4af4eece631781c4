"""Which numbers and addresses are the company's own: those that it gives to many customers."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from replylint.acts.private import private_data
from replylint.text.segment import layout
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.model import Draft

LEAST = 3
_KINDS = frozenset({"phone", "email", "iban"})  # a card, an identity or a password is nobody's hotline


def own_data(drafts: Iterable[Draft], least: int = LEAST) -> frozenset[str]:
    """Gather the phone numbers, addresses and accounts that stand in replies to `least` customers or more.

    A customer's own number stands in replies to that customer; a hotline that no word introduces as one stands in
    replies to many. Two drafts are of one customer when the record's name is the same, or else the message, or else
    the id. Signatures and quoted history don't count. Gives each as it is written, letters and digits only. One pass,
    and nothing is kept of a text but such values.

    >>> from replylint import Draft
    >>> replies = [Draft(id=name, text=f"Dear {name}, ask on 0501234567.") for name in ("Sara", "Omar", "Lina")]
    >>> own_data(replies)
    frozenset({'0501234567'})
    """
    customers: dict[str, set[bytes]] = {}
    written: dict[str, set[str]] = {}
    for draft in drafts:
        seen = view(draft.text).text
        found = layout(seen)
        for datum in private_data(seen):
            if datum.kind in _KINDS and found.is_own(datum.start) and datum.start < found.signature_start:
                told = customers.setdefault(datum.value, set())
                if len(told) < least:
                    told.add(_customer(draft))
                form = "".join(filter(str.isalnum, seen[datum.start : datum.end]))
                written.setdefault(datum.value, set()).add(form)
    return frozenset(form for value, told in customers.items() if len(told) >= least for form in written[value])


def _customer(draft: Draft) -> bytes:
    name = draft.customer.name or draft.customer.preferred_name
    words = view(name or draft.customer_message or draft.id or draft.text).text
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
