"""The hall: Linter(rulebook).lint(draft) gives a Report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Literal

from replylint.book import Rulebook
from replylint.errors import ConfigError, nearest
from replylint.findings import Languages, finding, place
from replylint.judging import Bench
from replylint.model import Draft, Report
from replylint.recognise import Recogniser
from replylint.rulebook.rules import FACTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from replylint.checks.reading import Reading
    from replylint.judging import Fact
    from replylint.model import Act
    from replylint.rulebook import Channel, RuleBook, RuleUse

_PRIVATE = "private_data"
_INSTEAD = {str: "lint(Draft(text=...)), or replylint.lint(text)", dict: "lint(Draft.read(data))"}
_ANY_DRAFT = "lint(Draft(text=...))"


class Linter:
    """Lints drafts by one rulebook. Built once and shared: thread-safe, picklable, deterministic.

    `messages` is the language of messages and explanations, "en" or "ar". `cache` is a folder where compiled phrases
    are kept between runs; the command line uses one, since compiling is most of a cold start.
    Raises ConfigError for another language, RulebookError for phrases that cannot be compiled.

    >>> from replylint import Draft
    >>> Linter().lint(Draft(text="Your parcel ships today.", subject="Parcel 4471")).findings[0].rule
    'greeting-missing'
    """

    def __init__(
        self, rulebook: Rulebook | None = None, *, messages: Literal["en", "ar"] = "en", cache: str | Path | None = None
    ) -> None:
        if messages not in ("en", "ar"):
            raise ConfigError(f'messages are in "en" or "ar", not "{messages}"')
        _check_rulebook(rulebook)
        self.rulebook = rulebook or Rulebook.load()
        self.messages = messages
        book = self.rulebook.book
        self._recogniser = Recogniser(book, None if cache is None else Path(cache))
        self._customer_acts = tuple(act.name for act in book.acts.values() if "customer" in act.readers)
        self._ignore: frozenset[str] = frozenset()
        self._benches = {name: self._bench(channel) for name, channel in book.channels.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.rulebook.book, self.messages, self._ignore)

    def _bench(self, channel: Channel) -> Bench:
        return Bench(channel, dict(self.rulebook.book.rules), (*FACTS, *self._customer_acts))

    def with_use(self, channel: str, use: RuleUse) -> Linter:
        """Give a linter that uses one rule differently on one channel; the compiled phrases are shared."""
        changed = object.__new__(type(self))  # copy() would rebuild it by __reduce__ and compile every phrase again
        changed.__dict__.update(self.__dict__)
        book = self.rulebook.book
        old = book.channels[channel]
        new = replace(old, uses={**old.uses, use.rule: use})
        changed.rulebook = Rulebook(replace(book, channels={**book.channels, channel: new}))
        changed._benches = {**self._benches, channel: self._bench(new)}
        return changed

    def allowing(self, values: Collection[str]) -> Linter:
        """Give a linter to which these private data are the company's own, on every channel: `own_data` gathers them.

        Only letters and digits are compared, as with `allow:` in a channel file.
        """
        changed, book = self, self.rulebook.book
        for channel in book.channels.values():
            for use in channel.uses.values():
                options = book.rules[use.rule].options
                if _PRIVATE in (options.get("act"), options.get("in_public")):
                    changed = changed.with_use(channel.name, replace(use, allow=(*use.allow, *sorted(values))))
        return changed

    def ignoring(self, rules: Collection[str]) -> Linter:
        """Give a linter that leaves these rules out of every report. Raises ConfigError when there is no such rule."""
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__)
        changed._ignore = self._ignore | self._named(rules)
        return changed

    def lint(self, draft: Draft, *, ignore: Collection[str] = ()) -> Report:
        """Judge one draft, without the rules named in `ignore`.

        Raises DraftError when the channel is unknown or the draft holds no words of the agent's own, ConfigError when
        there is no rule of a name in `ignore`, TypeError for what is no Draft.
        """
        if not isinstance(draft, Draft):
            raise TypeError(f"lint takes a Draft, not {type(draft).__name__}: {_INSTEAD.get(type(draft), _ANY_DRAFT)}")
        channel = self.rulebook.channel(draft.channel)
        ignored = self._ignore | self._named(ignore) if ignore else self._ignore
        reading = self._recogniser.read(draft, public=channel.public if draft.public is None else draft.public)
        bench, facts = self._benches[draft.channel], self._facts(reading)
        if not self._recogniser.when_asked.isdisjoint(bench.acts(facts, ignored)):
            reading = self._recogniser.complete(reading)
        sentence = bench.judge(reading, facts, ignored)
        languages = Languages(self.messages, reading.language if reading.language in {"ar", "en"} else "en")
        findings = [finding(*judged, reading, languages) for judged in sentence.findings]
        if len(findings) > 1:
            findings.sort(key=place)
        return Report.trusted(
            {
                "draft_id": draft.id,
                "channel": draft.channel,
                "language": reading.language,
                "passed": sentence.passed,
                "score": sentence.score,
                "acts": reading.in_order,
                "verdicts": sentence.verdicts,
                "findings": tuple(findings),
                "rulebook_digest": self.rulebook.digest,
            }
        )

    def lint_many(self, drafts: Iterable[Draft], *, ignore: Collection[str] = ()) -> Iterator[Report]:
        """Judge drafts one by one as they come; constant memory."""
        return (self.lint(draft, ignore=ignore) for draft in drafts)

    def recognise(self, draft: Draft) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
        """List the acts of the reply and those of the customer's message, without judging them."""
        reading = self._recogniser.complete(self._recogniser.read(draft))
        return reading.in_order, reading.customer_acts

    def _named(self, ignore: Collection[str]) -> frozenset[str]:
        """Name the rules to leave out; an old name of a rule is as good as its own."""
        if isinstance(ignore, str):
            raise ConfigError(f'ignore is a list of rules: ["{ignore}"], not "{ignore}"')
        rules = self.rulebook.book.rules
        names = {
            **{alias: rule.name for rule in rules.values() for alias in rule.aliases},
            **{name: name for name in rules},
        }
        unknown = [f'unknown rule "{name}"{nearest(str(name), names)}' for name in ignore if name not in names]
        if unknown:
            raise ConfigError("; ".join(unknown))
        return frozenset(names[name] for name in ignore)

    def _facts(self, reading: Reading) -> tuple[Fact, ...]:
        """What conditions ask about, in the order of FACTS and then the customer's acts."""
        draft = reading.draft
        customer = draft.customer
        acts: dict[str, bool | None] = dict.fromkeys(self._customer_acts, False)
        for act in reading.customer_acts:
            acts[act.act] = True if act.sure else (acts[act.act] or None)
        waiting = (acts.get("complaint", False), acts.get("question", False))
        return (
            draft.first_reply is not False,
            bool(customer.name or customer.preferred_name or customer.aliases),
            reading.gender is not None,
            reading.public,
            reading.message is not None,
            "unknown" if draft.attachments is None else bool(draft.attachments),
            True if True in waiting else None if None in waiting else False,
            reading.language,
            *acts.values(),
        )


def _check_rulebook(given: object) -> None:
    if given is not None and not isinstance(given, Rulebook):
        wanted = repr(str(given)) if isinstance(given, (str, PurePath)) else "..."
        raise TypeError(f"a Linter takes a Rulebook, not {type(given).__name__}: Linter(Rulebook.load({wanted}))")


def _rebuild(book: RuleBook, messages: Literal["en", "ar"], ignore: frozenset[str]) -> Linter:
    return Linter(Rulebook(book), messages=messages).ignoring(ignore)
