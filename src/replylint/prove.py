"""Run the examples of rule files as tests: every rule and every act proves itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from replylint.acts.matcher import Matcher
from replylint.acts.notation import parse, spell
from replylint.book import Rulebook
from replylint.errors import DraftError, ReplylintError
from replylint.linter import Linter
from replylint.model import Draft
from replylint.rulebook.model import LANGUAGES, ActFile, Channel, Example, Rule, RuleBook, RuleUse
from replylint.text.view import view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_WAYS = 4  # how many of its alternatives a phrase is tried with
_FEWEST = {"bad": 2, "good": 3, "near_miss": 1}


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of one example: where it stands, what was expected, and what is wrong ("" when nothing is)."""

    owner: str
    file: str
    line: int
    text: str
    expected: str
    wrong: str


def prove(rulebook: Rulebook) -> Iterator[Proof]:
    """Run every example of every rule and act of a rulebook, and check that each rule has enough of them."""
    book = _as_written(rulebook.book)
    linter = Linter(Rulebook(book))
    for act in book.acts.values():
        for example in act.examples:
            yield _act(linter, act, example)
    yield from _cancelled(linter)
    channels = _Channels(linter)
    for rule in book.rules.values():
        yield from _enough(rule)
        for example in rule.examples:
            yield _rule(channels, rule, example)


def _as_written(book: RuleBook) -> RuleBook:
    """Undo what a team allows or ignores on its channels: examples prove a rule as its file states it."""
    return replace(
        book,
        channels={
            name: replace(channel, ignore=(), uses={rule: replace(use, allow=()) for rule, use in channel.uses.items()})
            for name, channel in book.channels.items()
        },
    )


def _enough(rule: Rule) -> Iterator[Proof]:
    for language in LANGUAGES:
        own = [example for example in rule.examples if example.language == language]
        counts = {
            "bad": sum(not example.good for example in own),
            "good": sum(example.good for example in own),
            "near_miss": sum(example.near_miss for example in own),
        }
        for kind, fewest in _FEWEST.items():
            if counts[kind] < fewest:
                needed = f"{fewest} {kind} examples in {language} are needed"
                yield Proof(rule.name, rule.place[0], rule.place[1], "", needed, f"{counts[kind]} found")


def _cancelled(linter: Linter) -> Iterator[Proof]:
    """Find phrases that their own file's `unless` cancels: they could never count."""
    for act in linter.rulebook.book.acts.values():
        matcher = Matcher([act])
        for entry in act.entries:
            if entry.kind != "phrases" or entry.phrase is None:
                continue
            nodes = parse(entry.phrase, act.words.get(entry.language)).nodes
            samples = [spell(nodes, way) for way in range(_WAYS)]
            if not any(matcher.find(view(sample), _anywhere) for sample in samples):
                file, line, _, _ = entry.place
                yield Proof(act.name, file, line, samples[0], "a phrase", "the file's own unless cancels it")


def _anywhere(_: int, segments: tuple[str, ...]) -> str:
    return segments[0]


def _act(linter: Linter, act: ActFile, example: Example) -> Proof:
    draft = Draft(text=example.text)
    from_customer = "agent" not in act.readers
    if from_customer:
        draft = Draft(text="-", customer_message=example.text)
    elif act.segments == ("subject",):
        draft = Draft(text="-", subject=example.text)
    try:
        reply, message = linter.recognise(draft)
    except DraftError as error:
        return _proof(act.name, example, "has" if example.good else "has not", str(error))
    found = [act_.text for act_ in (message if from_customer else reply) if act_.act == act.name and act_.sure]
    wrong = ""
    if bool(found) != example.good:
        wrong = f"found {found[0]!r}" if found else "not found"
    elif example.good and example.words and example.words not in found:
        wrong = f"found {found[0]!r}, not {example.words!r}"
    return _proof(act.name, example, "has" if example.good else "has not", wrong)


class _Channels:
    """Linters for the channel of an example, with the example's own limits where it has some."""

    def __init__(self, linter: Linter) -> None:
        self._book = linter.rulebook.book
        self._linter = linter

    def channel(self, rule: Rule, example: Example) -> Channel | None:
        """Take the example's channel, or the first where the rule is on; one that is off everywhere is tried by mail."""
        wanted = example.context.get("channel")
        if wanted is not None:
            return self._book.channels.get(wanted)
        order = [name for name in ("email", "chat", "social", "phone") if name in self._book.channels]
        order += [name for name in self._book.channels if name not in order]
        using = [name for name in order if rule.name in self._book.channels[name].uses]
        return self._book.channels[(using or order)[0]]

    def linter(self, rule: Rule, channel: Channel, example: Example) -> Linter:
        """Give a linter; one with other limits shares the compiled phrases."""
        use = channel.uses.get(rule.name)
        if use is not None and not example.limits:
            return self._linter
        if use is None:
            own = {key: value for key, value in rule.options.items() if key in {"min", "max"}}
            use = RuleUse(rule.name, rule.severity, limits=own)
        return self._linter.with_use(channel.name, replace(use, limits={**use.limits, **example.limits}))


def _rule(channels: _Channels, rule: Rule, example: Example) -> Proof:
    expected = "good" if example.good else "bad"
    channel = channels.channel(rule, example)
    off = channel is not None and "channel" in example.context and rule.name not in channel.uses
    if channel is None or off:
        return _proof(rule.name, example, expected, "the rule is off on this channel, or there is no such channel")
    context = example.context
    try:
        draft = Draft.read(
            {
                "text": example.text,
                "channel": channel.name,
                "attachments": [],
                **{key: context[key] for key in _PLAIN if key in context},
                "customer": {
                    key: context[f"customer_{key}"] for key in ("name", "gender") if f"customer_{key}" in context
                },
                **({"agent": {"name": context["agent_name"]}} if "agent_name" in context else {}),
                **_waited(context),
            }
        )
        report = channels.linter(rule, channel, example).lint(draft)
    except ReplylintError as error:
        return _proof(rule.name, example, expected, str(error))
    verdict = next(verdict for verdict in report.verdicts if verdict.rule == rule.name)
    doubts = rule.options.get("match") == "questions"  # it can never be sure
    failed = verdict.status == "fail" or (doubts and verdict.status == "unsure")
    wrong = "" if failed != example.good else f"{verdict.status}: {verdict.evidence}".removesuffix(": ")
    return _proof(rule.name, example, expected, wrong)


def _waited(context: Mapping[str, Any]) -> dict[str, Any]:
    """Lay out how long the customer waited: `minutes` for an answer, `rings` of the phone."""
    waited: dict[str, Any] = {}
    if "minutes" in context:
        waited["received_at"] = datetime(2026, 1, 1, tzinfo=UTC)
        waited["sent_at"] = waited["received_at"] + timedelta(minutes=context["minutes"])
    if "rings" in context:
        waited["answered_after_rings"] = context["rings"]
    return waited


_PLAIN = ("customer_message", "subject", "first_reply", "public", "attachments")


def _proof(owner: str, example: Example, expected: str, wrong: str) -> Proof:
    return Proof(owner, example.place[0], example.place[1], example.text, expected, wrong)
