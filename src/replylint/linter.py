"""The hall: Linter(rulebook).lint(draft) gives a Report."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from replylint import rulebook as _rulebook
from replylint.acts.cache import tables
from replylint.acts.matcher import Match, Matcher
from replylint.acts.names import NameFinder
from replylint.acts.tables import check_phrases
from replylint.checks import judge_of
from replylint.checks.reading import Reading, Ruling
from replylint.errors import ConfigError, DraftError, nearest
from replylint.fix import plan_fix
from replylint.model import Act, Draft, Finding, Report, Verdict
from replylint.text.language import language
from replylint.text.segment import Layout, layout
from replylint.text.view import View, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replylint.checks.reading import Judge
    from replylint.rulebook import Channel, Rule, RuleBook, RuleUse

_LEVELS = {"error": 2, "warning": 1, "info": 0}
_WEIGHTS = {"error": 5, "warning": 2, "info": 1}
_SUBJECT = ("subject",)


class Rulebook:
    """The rules, channels and phrases loaded together. Share one; it never changes.

    >>> Rulebook.load(packs=False).channels
    ('chat', 'email', 'phone', 'social')
    """

    def __init__(self, book: RuleBook) -> None:
        self._book = book

    @classmethod
    def load(cls, path: str | Path | None = None, *, packs: bool = True) -> Rulebook:
        """Load the bundled rules, installed packs, and on top of them a team's folder.

        Raises RulebookError with every problem of every file.
        """
        book = _rulebook.load(Path(path) if path is not None else None, with_packs=packs)
        if path is not None:
            check_phrases(book.acts.values(), str(path))
        return cls(book)

    @property
    def book(self) -> RuleBook:
        """The typed values themselves."""
        return self._book

    @property
    def digest(self) -> str:
        """The name of these very rules; it stands in every report."""
        return self._book.digest

    @property
    def channels(self) -> tuple[str, ...]:
        """The names of the channels."""
        return tuple(self._book.channels)

    def channel(self, name: str) -> Channel:
        """Give a channel by name. Raises DraftError, with the nearest valid word, when there is none."""
        found = self._book.channels.get(name)
        if found is None:
            raise DraftError(f'unknown channel "{name}"{nearest(name, self._book.channels)}')
        return found

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules."""
        return tuple(self._book.rules)


class _Compiled(NamedTuple):
    """A rule as a channel uses it, ready to judge; verdicts that never vary are made once."""

    rule: Rule
    use: RuleUse
    judge: Judge
    conditions: tuple[tuple[str, bool | str, Verdict], ...]


class Linter:
    """Lints drafts by one rulebook. Built once and shared: thread-safe, picklable, deterministic.

    `messages` is the language of messages and explanations, "en" or "ar". `cache` is a folder where compiled phrases
    are kept between runs; the command line uses one, since compiling is most of a cold start.
    Raises ConfigError for another language, RulebookError for phrases that cannot be compiled.

    >>> Linter().lint(Draft(text="Your parcel ships today.", subject="Parcel 4471")).findings[0].rule
    'greeting-missing'
    """

    def __init__(
        self, rulebook: Rulebook | None = None, *, messages: Literal["en", "ar"] = "en", cache: Path | None = None
    ) -> None:
        if messages not in ("en", "ar"):
            raise ConfigError(f'messages are in "en" or "ar", not "{messages}"')
        self.rulebook = rulebook or Rulebook.load()
        self.messages = messages
        book = self.rulebook.book
        acts = book.acts.values()
        reply = [act for act in acts if "agent" in act.readers and act.segments != _SUBJECT]
        subject = [act for act in acts if "agent" in act.readers and "subject" in act.segments]
        customer = [act for act in acts if "customer" in act.readers]
        name = self.rulebook.digest
        self._reply = Matcher(reply, tables(reply, cache, f"{name}-reply"))
        self._subject = Matcher(subject, tables(subject, cache, f"{name}-subject"))
        self._customer = Matcher(customer, tables(customer, cache, f"{name}-customer"))
        self._customer_acts = tuple(act.name for act in acts if "customer" in act.readers)
        self._names = NameFinder(book.names)
        self._channels = {name: self._compile(channel) for name, channel in book.channels.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.rulebook.book, self.messages)

    def _compile(self, channel: Channel) -> tuple[_Compiled, ...]:
        compiled = []
        for name, use in channel.uses.items():
            rule = self.rulebook.book.rules[name]
            conditions = rule.when if use.when is None else use.when
            verdicts = tuple(
                (
                    condition.key,
                    condition.value,
                    Verdict(
                        rule=name,
                        status="not_applicable",
                        evidence=f"only when {condition.key} is {str(condition.value).lower()}",
                    ),
                )
                for condition in conditions
            )
            compiled.append(_Compiled(rule, use, judge_of(rule, use), verdicts))
        return tuple(compiled)

    def with_use(self, channel: str, use: RuleUse) -> Linter:
        """Give a linter that uses one rule differently on one channel; the compiled phrases are shared."""
        changed = object.__new__(type(self))  # copy() would rebuild it by __reduce__ and compile every phrase again
        changed.__dict__.update(self.__dict__)
        old = self.rulebook.book.channels[channel]
        compiled = self._compile(replace(old, uses={**old.uses, use.rule: use}))
        changed._channels = {**self._channels, channel: compiled}
        return changed

    def lint(self, draft: Draft) -> Report:
        """Judge one draft.

        Raises DraftError when the channel is unknown or the draft holds no words of the agent's own.
        """
        channel = self.rulebook.channel(draft.channel)
        rules = self._channels[draft.channel]
        reading = self._read(draft)
        spoken = draft.language or language(reading.layout.body(reading.seen.text))
        facts = self._facts(draft, channel, spoken)
        verdicts: list[Verdict] = []
        findings: list[Finding] = []
        earned = possible = 0
        passed = True
        fail_level = _LEVELS[channel.fail_on]
        for compiled in rules:
            verdict, ruling = _judge(compiled, reading, facts)
            verdicts.append(verdict)
            status = verdict.status
            if status == "pass":
                earned += _WEIGHTS[compiled.use.severity]
                possible += _WEIGHTS[compiled.use.severity]
            elif status in {"fail", "unsure"}:
                finding = self._finding(compiled, status, ruling, reading, spoken)
                findings.append(finding)
                if status == "fail":
                    possible += _WEIGHTS[finding.severity]
                    passed = passed and _LEVELS[finding.severity] < fail_level
        findings.sort(key=_finding_place)
        return Report.trusted(
            {
                "draft_id": draft.id,
                "channel": draft.channel,
                "language": spoken,
                "passed": passed,
                "score": round(100 * earned / possible) if possible else 100,
                "acts": tuple(sorted((act for acts in reading.acts.values() for act in acts), key=_act_place)),
                "verdicts": tuple(verdicts),
                "findings": tuple(findings),
                "rulebook_digest": self.rulebook.digest,
            }
        )

    def lint_many(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """Judge drafts one by one as they come; constant memory."""
        return map(self.lint, drafts)

    def recognise(self, draft: Draft) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
        """List the acts of the reply and those of the customer's message, without judging them."""
        acts = self._read(draft).acts
        reply = tuple(sorted((act for found in acts.values() for act in found), key=_act_place))
        message = view(draft.customer_message or "")
        return reply, tuple(_act(match, message, message.source) for match in self._customer_matches(message))

    def _read(self, draft: Draft) -> Reading:
        seen = view(draft.text)
        found = layout(seen.text)
        if not found.own:
            what = "only quoted text" if found.quote else "no text"
            raise DraftError(f"nothing to judge: the draft holds {what}")
        segment_of = _segments(found)
        matches = self._reply.find(seen, segment_of)
        greetings = [match for match in matches if match.act == "greeting"]
        matches += self._names.find(draft, seen, found, greetings, segment_of)
        acts: dict[str, list[Act]] = {}
        for match in matches:
            acts.setdefault(match.act, []).append(_act(match, seen, draft.text))
        if draft.subject:
            subject = view(draft.subject)
            for match in self._subject.find(subject, _in_subject):
                acts.setdefault(match.act, []).append(_act(match, subject, draft.subject))
        position = seen.position
        edges = (position(found.opening_end), position(found.closing_start), position(found.signature_start))
        return Reading(draft, seen, found, acts, edges)

    def _customer_matches(self, message: View) -> list[Match]:
        found = layout(message.text)
        return self._customer.find(message, _segments(found)) if found.own else []

    def _facts(self, draft: Draft, channel: Channel, spoken: str) -> dict[str, bool | str | None]:
        """What conditions ask about: True, False, or None where the evidence is weak."""
        facts: dict[str, bool | str | None] = dict.fromkeys(self._customer_acts, False)
        message = draft.customer_message
        if message and not message.isspace():
            for match in self._customer_matches(view(message)):
                facts[match.act] = True if match.sure else (facts[match.act] or None)
            facts["customer_message"] = True
        else:
            facts["customer_message"] = False
        customer = draft.customer
        facts["first_reply"] = draft.first_reply is not False
        facts["name_known"] = bool(customer.name or customer.preferred_name or customer.aliases)
        facts["public"] = channel.public if draft.public is None else draft.public
        facts["language"] = spoken
        return facts

    def _finding(self, compiled: _Compiled, status: str, ruling: Ruling, reading: Reading, spoken: str) -> Finding:
        rule = compiled.rule
        act = ruling.act
        anchor = ruling.anchor
        segment = act.segment if act else "subject" if anchor == "subject" else _SEGMENT_OF_ANCHOR[anchor or "start"]
        near = rule.near if ruling.near else None
        severity = compiled.use.severity
        if near is not None and _LEVELS[near.severity] < _LEVELS[severity]:
            severity = near.severity
        message = (near or rule).message[self.messages]
        if "{" in message:
            message = message.format_map({**_NO_VALUES, **ruling.values})
        draft = reading.draft
        text_language = spoken if spoken in {"ar", "en"} else "en"
        fix = plan_fix(rule.fix, reading, text_language, self.messages) if rule.fix and status == "fail" else None
        return Finding.trusted(
            {
                "rule": rule.name,
                "severity": severity,
                "status": status,
                "message": message,
                "why": rule.why[self.messages],
                "segment": segment,
                "start": act.start if act else None,
                "end": act.end if act else None,
                "anchor": None if act else anchor,
                "evidence": ruling.evidence,
                "fix": fix,
                "fingerprint": _fingerprint(rule.name, draft, act, reading.seen),
            }
        )


_SEGMENT_OF_ANCHOR = {
    "start": "opening",
    "after-greeting": "opening",
    "before-closing": "closing",
    "end": "closing",
    "subject": "subject",
}
_ORDER_OF_ANCHOR = {"start": -2, "after-greeting": -1, "before-closing": 1 << 40, "end": 1 << 41, "subject": -3}
_NO_VALUES = dict.fromkeys(("found", "name", "words", "actual", "limit"), "")


def _rebuild(book: RuleBook, messages: Literal["en", "ar"]) -> Linter:
    return Linter(Rulebook(book), messages=messages)


def _judge(compiled: _Compiled, reading: Reading, facts: dict[str, bool | str | None]) -> tuple[Verdict, Ruling]:
    doubtful = ""
    for key, value, not_applicable in compiled.conditions:
        fact = facts[key]
        if fact is None:
            doubtful = key
        elif fact != value:
            return not_applicable, _NO_RULING
    ruling = compiled.judge(reading)
    status, evidence = ruling.status, ruling.evidence
    if doubtful and status == "fail":
        status, evidence = "unsure", f"{evidence}; {doubtful} is not certain".removeprefix("; ")
    return Verdict.trusted({"rule": compiled.rule.name, "status": status, "evidence": evidence}), ruling


_NO_RULING = Ruling("not_applicable")


def _segments(found: Layout) -> Any:
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


def _act(match: Match, seen: View, source: str) -> Act:
    start, end = seen.span(match.start, match.end)
    return Act.trusted(
        {
            "act": match.act,
            "start": start,
            "end": end,
            "text": source[start:end],
            "segment": match.segment,
            "sure": match.sure,
        }
    )


def _act_place(act: Act) -> tuple[bool, int, int, str]:
    return act.segment != "subject", act.start, act.end, act.act


def _finding_place(finding: Finding) -> tuple[int, str]:
    """Order findings as a reader meets them: subject, missing at the start, in the text, missing later."""
    if finding.segment == "subject":
        return -3, finding.rule
    if finding.start is not None:
        return finding.start, finding.rule
    return _ORDER_OF_ANCHOR[finding.anchor or "start"], finding.rule


def _fingerprint(rule: str, draft: Draft, act: Act | None, seen: View) -> str:
    """Name a finding without its position: by rule, words and draft.

    A draft without an id is named by its subject and the customer's message, and by its own text for what is missing.
    """
    words = view(act.text).text if act else ""
    name = draft.id or f"{draft.subject or ''}\0{draft.customer_message or ''}\0{'' if act else seen.text}"
    return blake2b(f"{rule}\0{name}\0{words}".encode(), digest_size=8).hexdigest()
