"""Read a draft: its folded text, its segments, and the acts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.cache import tables
from replylint.acts.matcher import Matcher, place
from replylint.acts.names import NameFinder
from replylint.checks.reading import Reading
from replylint.errors import DraftError
from replylint.model import Act, Draft
from replylint.text.segment import Layout, layout
from replylint.text.view import View, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from replylint.acts.matcher import Match
    from replylint.rulebook import RuleBook

_SUBJECT = ("subject",)


class Recogniser:
    """The phrases of a rulebook, compiled for the three texts they are read in. Made once and shared.

    `cache` is a folder where compiled phrases are kept between runs. Raises RulebookError for phrases that cannot be
    compiled.
    """

    def __init__(self, book: RuleBook, cache: Path | None = None) -> None:
        acts = book.acts.values()
        reply = [act for act in acts if "agent" in act.readers and act.segments != _SUBJECT]
        subject = [act for act in acts if "agent" in act.readers and "subject" in act.segments]
        customer = [act for act in acts if "customer" in act.readers]
        self._reply = Matcher(reply, tables(reply, cache, f"{book.digest}-reply"))
        self._subject = Matcher(subject, tables(subject, cache, f"{book.digest}-subject"))
        self._customer = Matcher(customer, tables(customer, cache, f"{book.digest}-customer"))
        self._names = NameFinder(book.names)

    def read(self, draft: Draft) -> Reading:
        """Find what the reply and its subject do. Raises DraftError when no words of the agent's own are there."""
        seen = view(draft.text)
        found = layout(seen.text)
        if not found.own:
            what = "only quoted text" if found.quote else "no text"
            raise DraftError(f"nothing to judge: the draft holds {what}")
        segment_of = _segments(found)
        matches = self._reply.find(seen, segment_of)
        greetings = [match for match in matches if match.act == "greeting"]
        names = self._names.find(draft, seen, found, greetings, segment_of)
        if names:
            matches += names
            matches.sort(key=place)
        in_order = []
        if draft.subject:
            subject = view(draft.subject)
            in_order = [_act(match, subject) for match in self._subject.find(subject, _in_subject)]
        in_order += [_act(match, seen) for match in matches]
        acts: dict[str, list[Act]] = {}
        for act in in_order:
            if act.act in acts:
                acts[act.act].append(act)
            else:
                acts[act.act] = [act]
        return Reading(draft, seen, found, acts, tuple(in_order))

    def customer(self, message: str | None) -> tuple[Act, ...]:
        """Find what the customer's message does."""
        if not message or message.isspace():
            return ()
        seen = view(message)
        found = layout(seen.text)
        if not found.own:
            return ()
        return tuple(_act(match, seen) for match in self._customer.find(seen, _segments(found)))


def _segments(found: Layout) -> Callable[[int, tuple[str, ...]], str | None]:
    """Make the function that names the segment a place counts in; a text without quotes needs no look-up."""
    opening, closing, signature = found.opening_end, found.closing_start, found.signature_start
    whole = not found.quote

    def segment_of(at: int, allowed: tuple[str, ...]) -> str | None:
        if not whole and not found.is_own(at):
            return None
        if at >= signature:
            return "signature" if "signature" in allowed else None
        if at < opening and "opening" in allowed:
            return "opening"
        if at >= closing and "closing" in allowed:
            return "closing"
        return "body" if "body" in allowed else None

    return segment_of


def _in_subject(at: int, allowed: tuple[str, ...]) -> str | None:
    return "subject" if at >= 0 and "subject" in allowed else None


def _act(match: Match, seen: View) -> Act:
    name, start, end, segment, sure = match
    if seen.starts:
        start, end = seen.span(start, end)
    return Act.trusted(
        {"act": name, "start": start, "end": end, "text": seen.source[start:end], "segment": segment, "sure": sure}
    )
