"""The typed rulebook: acts with their phrases, rules, channels and name lists. Plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES = ("ar", "en")
SEGMENTS = ("subject", "opening", "body", "closing", "signature")
SEVERITIES = ("error", "warning", "info")
WEIGHTS = {"error": 5, "warning": 2, "info": 1}  # in the score, unless a channel says otherwise
READERS = ("agent", "customer")
Language = Literal["ar", "en"]
STATUSES = ("stable", "preview", "deprecated")
MATCHES = ("language", "issue", "questions")
EntryKind = Literal["phrases", "maybe", "unless", "customer_says"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a phrase list: a phrase in the notation, or a pattern with the literals that must occur first."""

    kind: EntryKind
    language: Language
    phrase: str | None = None
    pattern: str | None = None
    needs: tuple[str, ...] = ()
    segments: tuple[str, ...] | None = None
    place: tuple[str, int, int, str] = ("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class Example:
    """A real sentence that a rule or an act is proved on."""

    language: Language
    text: str
    good: bool
    near_miss: bool = False
    words: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    place: tuple[str, int, int, str] = ("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class ActFile:
    """What an act is, whose text it is read in, where it counts, and how it is performed."""

    name: str
    summary: Mapping[str, str]
    readers: tuple[str, ...]
    segments: tuple[str, ...]
    entries: Sequence[Entry]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]  # language, list name, phrases
    examples: Sequence[Example]
    whole: bool = False  # counts only when nothing else is said
    quoted: bool = False  # counts between quotation marks too; elsewhere such words are only mentioned
    when_asked: bool = False  # looked for only where a rule that applies asks for it: a costly act


@dataclass(frozen=True, slots=True)
class Condition:
    """One `when` key: a fact about the draft, or an act of the customer's message, and the value it must have."""

    key: str
    value: bool | str


@dataclass(frozen=True, slots=True)
class FixPlan:
    """How a finding is mended: text to insert at a place, a multi-line subject to join, or characters to clean."""

    kind: Literal["insert", "collapse", "clean"]
    safety: Literal["safe", "unsafe"]
    at: str = "start"
    insert: Mapping[str, str] = field(default_factory=dict)
    insert_unnamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Near:
    """What a rule says, and how severe it is at most, when the reply is nearly right (a misspelt name)."""

    severity: str
    message: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One point of etiquette."""

    name: str
    summary: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    source: str
    check: str
    options: Mapping[str, Any]
    when: tuple[Condition, ...]
    severity: str
    fix: FixPlan | None
    examples: tuple[Example, ...]
    near: Near | None = None
    status: str = "stable"
    aliases: tuple[str, ...] = ()  # names that it had before
    place: tuple[str, int, int, str] = ("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule as a channel uses it.

    `measure` replaces the rule's own. `weight` counts in the score instead of the severity's. A failed rule with
    `auto_fail` makes the score 0. What is listed in `allow` is no fault of a `forbid` rule.
    """

    rule: str
    severity: str
    when: tuple[Condition, ...] | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    measure: str | None = None
    weight: int | None = None
    auto_fail: bool = False
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """Which rules hold on a channel, how severe they are, and from which severity a finding fails the reply."""

    name: str
    summary: Mapping[str, str]
    public: bool
    fail_on: str
    uses: Mapping[str, RuleUse]
    weights: Mapping[str, int] = field(default_factory=lambda: dict(WEIGHTS))
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameLists:
    """Small curated lists about personal names, folded by the reader of names."""

    titles: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    kunya: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    confusable: tuple[tuple[str, ...], ...] = ()
    across: tuple[tuple[str, ...], ...] = ()
    men: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    titles_of_men: tuple[str, ...] = ()
    titles_of_women: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What a learned recogniser knows of an act of the customer's message: a weight for each feature."""

    act: str
    bias: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All that was loaded together, with the digest of its sources."""

    acts: Mapping[str, ActFile]
    rules: Mapping[str, Rule]
    channels: Mapping[str, Channel]
    names: NameLists
    digest: str
    learned: tuple[Weights, ...] = ()
