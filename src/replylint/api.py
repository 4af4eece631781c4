"""The one function most users need."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from replylint.book import Rulebook
from replylint.linter import Linter
from replylint.model import Draft, Report
from replylint.rulebook.cache import user_cache

if TYPE_CHECKING:
    from collections.abc import Collection


def lint(text: str, *, messages: Literal["en", "ar"] = "en", ignore: Collection[str] = (), **context: Any) -> Report:
    """Judge one reply by the bundled rules, without those named in `ignore`.

    `context` takes the keys of `Draft` (`channel`, `subject`, `customer_message`, `first_reply`, ...), and flat
    `customer_name`, `customer_gender` and `agent_name`. Raises DraftError for a draft that cannot be read, ConfigError
    for an unknown rule in `ignore`.

    >>> lint("Hi Sara, thanks for waiting. It ships today.", channel="chat", customer_name="Sara").passed
    True
    """
    nested: dict[str, dict[str, Any]] = {"customer": {}, "agent": {}}
    for flat, owner, key in (
        ("customer_name", "customer", "name"),
        ("customer_gender", "customer", "gender"),
        ("agent_name", "agent", "name"),
    ):
        if context.get(flat) is not None:
            nested[owner][key] = context.pop(flat)
        else:
            context.pop(flat, None)
    given = {key: value for key, value in nested.items() if value}
    return _linter(messages).lint(Draft.read({"text": text, **given, **context}), ignore=ignore)


@lru_cache(maxsize=2)
def _linter(messages: Literal["en", "ar"]) -> Linter:
    """Build the default linter once; the bundled rules do not change in a process.

    What is compiled of them is kept in the user's cache: the first call of a process would take seconds otherwise.
    """
    cache = user_cache()
    return Linter(Rulebook.load(cache=cache), messages=messages, cache=cache)
