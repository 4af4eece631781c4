"""`match`: the reply answers the customer's message: in its language, about its issue, to all its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.answer import restated, unanswered
from replylint.checks.reading import Check, Reading, Ruling
from replylint.text.language import is_arabizi, language

if TYPE_CHECKING:
    from replylint.rulebook.model import Rule, RuleUse

_SCRIPTS = {"ar", "en"}
_NO_MESSAGE = Ruling("not_applicable", "the customer's message is not known")


def match(rule: Rule, use: RuleUse) -> Check:  # noqa: ARG001  every check is made of the same two
    """Give the check for `language`, `issue` or `questions`."""
    return Check({"language": _language, "issue": _issue, "questions": _questions}[rule.options["match"]])


def _language(reading: Reading) -> Ruling:
    if reading.message is None:
        return _NO_MESSAGE
    asked = language(reading.message.text)
    given = reading.language
    if (
        asked == given
        or not {asked, given} <= _SCRIPTS
        or is_arabizi(reading.message.text)
        or is_arabizi(reading.body())
    ):
        return Ruling("pass", given)
    return Ruling("fail", f"{given}, not {asked}", None, "start", {"actual": given, "limit": asked})


def _issue(reading: Reading) -> Ruling:
    if reading.message is None:
        return _NO_MESSAGE
    body = reading.body()
    found = restated(reading.message.text, body)
    if found.decided == "unsure":
        return Ruling("not_applicable", "the message and the reply cannot be compared")
    if found.decided == "no":
        return Ruling("fail", "no word of the message comes back", None, "after-greeting")
    return Ruling("pass", ", ".join(dict.fromkeys(body[start:end] for start, end in found.words)))


def _questions(reading: Reading) -> Ruling:
    message = reading.message
    if message is None:
        return _NO_MESSAGE
    places = unanswered(message.text, reading.body())
    if not places:
        return Ruling("pass")
    first, last = message.seen.span(*places[0])
    question = message.seen.source[first:last]
    return Ruling("unsure", question, None, "end", {"words": question, "actual": len(places)})
