"""What a check sees of a draft, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from replylint.text import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from replylint.model import Act, Draft
    from replylint.text.segment import Layout
    from replylint.text.view import View


class Ruling(NamedTuple):
    """The answer of a check: offsets are those of the draft; `anchor` says where something missing would go.

    `values` fill the rule's message. `near` marks a milder fault than the rule's own (a misspelt name).
    """

    status: str  # pass, fail, unsure, not_applicable
    evidence: str = ""
    act: Act | None = None
    anchor: str | None = None
    values: Mapping[str, object] = {}
    near: bool = False


class Check(NamedTuple):
    """A judge, and what it need not be asked: where none of `acts` is in the reply, the answer is always `absent`.

    Without `absent` the judge is asked about every draft.
    """

    judge: Judge
    acts: tuple[str, ...] = ()
    absent: Ruling | None = None


class Asked(NamedTuple):
    """The customer's message: its view, and the folded text with spaces where it quotes others, offsets unchanged."""

    seen: View
    text: str


@dataclass(slots=True)
class Reading:
    """A draft as the linter read it: acts by kind in order of place, and measures on demand."""

    draft: Draft
    seen: View
    layout: Layout
    acts: Mapping[str, list[Act]]
    in_order: tuple[Act, ...]  # all of them, those of the subject first
    language: str  # ar, en, mixed or unknown
    public: bool  # whether everybody can read the reply
    message: Asked | None = None  # what the customer wrote, unless it is nothing but quotes
    customer_acts: tuple[Act, ...] = ()
    gender: str | None = None  # the customer's, m or f, when it is known or certain
    _measured: dict[str, int | None] = field(default_factory=dict)

    def within(self, act: Act, segments: tuple[str, ...]) -> bool:
        """Say whether an act stands in one of the segments; they overlap, and a short reply is all of them."""
        if act.segment in segments:
            return True
        if act.segment == "subject":
            return False
        position, layout = self.seen.position, self.layout
        own = act.start < position(layout.signature_start)
        return (
            ("body" in segments and own)
            or ("opening" in segments and act.start < position(layout.opening_end))
            or ("closing" in segments and position(layout.closing_start) <= act.start and own)
        )

    def body(self) -> str:
        """Give the agent's own words, folded: no quote, no signature."""
        return self.layout.body(self.seen.text)

    def measured(self, name: str) -> int | None:
        """Measure the agent's own words, the subject, or how long the customer waited; None when nobody knows."""
        if name not in self._measured:
            self._measured[name] = self._measure(name)
        return self._measured[name]

    def _measure(self, name: str) -> int | None:
        draft = self.draft
        if name == "rings":
            return draft.answered_after_rings
        if name == "response_minutes":
            if draft.received_at is None or draft.sent_at is None:
                return None
            return int((draft.sent_at - draft.received_at).total_seconds() // 60)
        kind = name.removeprefix("subject_")
        value: int = getattr(measure, kind)((draft.subject or "") if kind != name else self.body())
        return value


if TYPE_CHECKING:
    Judge = Callable[[Reading], Ruling]
