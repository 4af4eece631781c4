"""Read a draft: its folded text, its segments, and the acts in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from replylint.acts import signals
from replylint.acts.gender import GenderFinder
from replylint.acts.learned import Learned
from replylint.acts.matcher import Matcher, place
from replylint.acts.names import NameFinder
from replylint.acts.tables import kept_tables
from replylint.checks.reading import Asked, Reading
from replylint.errors import DraftError
from replylint.model import Act, Draft
from replylint.text.language import language
from replylint.text.segment import Layout, layout
from replylint.text.view import View, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from replylint.acts.matcher import Match
    from replylint.rulebook import RuleBook

_SUBJECT = ("subject",)
_ENOUGH = 3  # phrases of an act that is looked for when asked: a rule needs one that counts


class Recogniser:
    """The phrases of a rulebook, compiled for the three texts they are read in. Made once and shared.

    `cache` is a folder where compiled phrases are kept between runs. Raises RulebookError for phrases that cannot be
    compiled.
    """

    def __init__(self, book: RuleBook, cache: Path | None = None) -> None:
        acts = book.acts.values()
        reply = [act for act in acts if "agent" in act.readers and act.segments != _SUBJECT and not act.when_asked]
        asked = [act for act in acts if "agent" in act.readers and act.when_asked]
        subject = [act for act in acts if "agent" in act.readers and "subject" in act.segments]
        customer = [act for act in acts if "customer" in act.readers]
        self._reply = Matcher(reply, kept_tables(reply, cache, f"{book.digest}-reply"))
        self._asked = Matcher(asked, kept_tables(asked, cache, f"{book.digest}-asked"))
        self._subject = Matcher(subject, kept_tables(subject, cache, f"{book.digest}-subject"))
        self._customer = Matcher(customer, kept_tables(customer, cache, f"{book.digest}-customer"))
        self._names = NameFinder(book.names)
        self._gender = GenderFinder(book.names)
        self._learned = [Learned(one.act, one.bias, one.weights) for one in book.learned]
        self.when_asked = frozenset(act.name for act in asked)

    def read(self, draft: Draft, *, public: bool = False) -> Reading:
        """Find what the reply, its subject and the customer's message do; `public`: everybody can read the reply.

        Raises DraftError when no words of the agent's own are there.
        """
        seen = view(draft.text)
        found = layout(seen.text)
        if not found.own:
            what = "only quoted text" if found.quote else "no text"
            raise DraftError(f"nothing to judge: the draft holds {what}")
        segment_of = _segments(found)
        matches = self._reply.find(seen, segment_of)
        greetings = [match for match in matches if match.act == "greeting"]
        more = self._names.find(draft, seen, found, greetings, segment_of)
        more += signals.signed(seen, found, draft.agent.name)
        more += [match for match in signals.private(seen) if segment_of(match.start, (match.segment,))]
        gender = self._gender.of(draft.customer)
        if gender:
            more += self._gender.wrong(gender, seen, [*matches, *more])
        if more:
            matches += more
            matches.sort(key=place)
        in_order = []
        if draft.subject:
            subject = view(draft.subject)
            in_order = [_act(match, subject) for match in self._subject.find(subject, _in_subject)]
            in_order += [_act(match, subject) for match in signals.private(subject, "subject")]
        in_order += [_act(match, seen) for match in matches]
        as_typed = signals.as_typed(seen, found, gender)
        if as_typed:
            in_order = sorted([*in_order, *as_typed], key=_act_place)
        acts = _by_kind(in_order)
        spoken = draft.language or language(found.body(seen.text))
        message = draft.customer_message
        if not message or message.isspace():
            return Reading(draft, seen, found, acts, tuple(in_order), spoken, public, gender=gender)
        asked = view(message)
        parts = layout(asked.text)
        said = Asked(asked, parts.unquoted(asked.text)) if parts.own else None
        customer_acts = self._customer_acts(asked, parts) if said else ()
        return Reading(draft, seen, found, acts, tuple(in_order), spoken, public, said, customer_acts, gender)

    def complete(self, reading: Reading) -> Reading:
        """Add the acts that are looked for only when a rule asks."""
        matches = self._asked.find(reading.seen, _segments(reading.layout), enough=_ENOUGH)
        if not matches:
            return reading
        in_order = sorted([*reading.in_order, *(_act(match, reading.seen) for match in matches)], key=_act_place)
        return replace(reading, in_order=tuple(in_order), acts=_by_kind(in_order))

    def _customer_acts(self, asked: View, parts: Layout) -> tuple[Act, ...]:
        matches = self._customer.find(asked, _segments(parts))
        for learned in self._learned:
            by_phrase = [match for match in matches if match.act == learned.act]
            judged = learned.judge(parts.unquoted(asked.flat), by_phrase)
            if judged or by_phrase:
                others = [match for match in matches if match.act != learned.act]
                matches = sorted([*others, *judged], key=place)
        return tuple(_act(match, asked) for match in matches)


def _by_kind(in_order: list[Act]) -> dict[str, list[Act]]:
    acts: dict[str, list[Act]] = {}
    for act in in_order:
        if act.act in acts:
            acts[act.act].append(act)
        else:
            acts[act.act] = [act]
    return acts


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


def _act_place(act: Act) -> tuple[bool, int, int, str]:
    return act.segment != "subject", act.start, act.end, act.act
