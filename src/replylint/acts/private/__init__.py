"""Private data in a reply: whose publication or presence in a message harms the customer."""

from replylint.acts.private.data import Datum, private_data

__all__ = ["Datum", "private_data"]
