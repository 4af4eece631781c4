"""Load all layers of rule files into one rulebook, or raise every problem at once.

A team's act file adds its phrases to the bundled act; a rule or a channel of the same name replaces the bundled one;
a channel may extend another, or the one it replaces.
"""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from replylint.errors import Problem, RulebookError, nearest
from replylint.rulebook.acts import read_act
from replylint.rulebook.cache import kept_rulebook
from replylint.rulebook.model import (
    LANGUAGES,
    SEVERITIES,
    WEIGHTS,
    ActFile,
    Channel,
    NameLists,
    Rule,
    RuleBook,
    RuleUse,
    Weights,
)
from replylint.rulebook.reader import Reader
from replylint.rulebook.rules import read_rule, read_use
from replylint.rulebook.sources import LEARNED, Source, collect, digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from replylint.rulebook.yaml import Value

_CHANNEL_KEYS = ("channel", "extends", "summary", "public", "fail_on", "weights", "ignore", "rules")
_NAME_LISTS = (
    "titles", "honorifics", "kunya", "given", "ambiguous", "never", "variants", "confusable", "across", "men", "women",
    "titles_of_men", "titles_of_women",
)  # fmt: skip
# Recognised by code: they need the customer's record, the text as it was typed, or check digits.
BUILT_IN_ACTS = (
    "customer_name", "misspelt_name", "other_name", "shouting", "hidden_characters", "private_data", "secret_data",
    "wrong_gender",
)  # fmt: skip


def load(folder: Path | None = None, *, with_packs: bool = True, cache: Path | None = None) -> RuleBook:
    """Load the bundled rules, the packs of installed packages and a team's folder; `cache` keeps what was read.

    Raises RulebookError with every problem of every file, each with file:line:column and the nearest valid word.
    """
    sources = collect(folder, with_packs=with_packs)
    places = blake2b("\n".join(source.name for source in sources).encode(), digest_size=4).hexdigest()
    return kept_rulebook(cache, f"{digest(sources)}-{places}", lambda: parse(sources))


def parse(sources: list[Source]) -> RuleBook:
    """Make a rulebook of rule files already read."""
    from replylint.rulebook.yaml import read  # noqa: PLC0415  where the rules are kept, no YAML is read

    problems: list[Problem] = []
    roots: list[tuple[Source, Value]] = []
    learned = [source for source in sources if source.room == LEARNED]
    for source in sources:
        if source.room == LEARNED:
            continue
        root, found = read(source.name, source.text)
        problems += found
        if root is not None:
            roots.append((source, root))
    acts = _acts(roots, problems)
    customer_acts = {name for name, act in acts.items() if "customer" in act.readers}
    agent_acts = {*(name for name, act in acts.items() if "agent" in act.readers), *BUILT_IN_ACTS}
    rules = _rules(roots, problems, agent_acts, customer_acts)
    channels = _channels(roots, problems, rules, customer_acts)
    names = _names(roots, problems)
    if not channels and not problems:
        problems.append(Problem("rules/channels", 1, 1, "", "no channel: nothing could be checked"))
    if problems:
        raise RulebookError(problems)
    weights = tuple(_weights_of(source) for source in learned)
    return RuleBook(acts, rules, channels, names, digest(sources), tuple(one for one in weights if one.act in acts))


def _weights_of(source: Source) -> Weights:
    data = json.loads(source.text)
    return Weights(data["act"], data["bias"], data["weights"])


def _room(roots: list[tuple[Source, Value]], room: str) -> list[tuple[Source, Value]]:
    return [(source, root) for source, root in roots if source.room == room]


def _twice(seen: dict[tuple[int, str], str], source: Source, root: Value, name: str) -> list[Problem]:
    """Two files of one layer must not define the same thing."""
    first = seen.setdefault((source.layer, name), source.name)
    if first == source.name:
        return []
    return [Problem(source.name, root.line, root.column, "", f'"{name}" is already defined in {first}')]


def _acts(roots: list[tuple[Source, Value]], problems: list[Problem]) -> dict[str, ActFile]:
    acts: dict[str, ActFile] = {}
    seen: dict[tuple[int, str], str] = {}
    for source, root in _room(roots, "acts"):
        reader = Reader(source.name, problems)
        act = read_act(reader, root)
        if act is None:
            continue
        problems += _twice(seen, source, root, act.name)
        below = acts.get(act.name)
        if below is not None:
            words = {
                language: {**below.words.get(language, {}), **act.words.get(language, {})} for language in LANGUAGES
            }
            act = replace(
                below,
                entries=(*below.entries, *act.entries),
                words=words,
                examples=(*below.examples, *act.examples),
            )
        elif not act.summary:
            reader.wrong(root, "", 'key "summary" is missing')
        elif not act.examples:
            reader.wrong(root, "", "an act without examples cannot be proved: write some")
        acts[act.name] = act
    return acts


def _rules(
    roots: list[tuple[Source, Value]], problems: list[Problem], acts: set[str], customer_acts: set[str]
) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    seen: dict[tuple[int, str], str] = {}
    for source, root in _room(roots, "etiquette"):
        rule = read_rule(Reader(source.name, problems), root, acts, customer_acts)
        if rule is not None:
            problems += _twice(seen, source, root, rule.name)
            rules[rule.name] = rule
    owners: dict[str, str] = {}
    for rule in rules.values():
        for alias in rule.aliases:
            other = alias if alias in rules else owners.setdefault(alias, rule.name)
            if other != rule.name:
                file, line, column, _ = rule.place
                problems.append(Problem(file, line, column, "aliases", f'"{alias}" is already the name of {other}'))
    return rules


def _channels(
    roots: list[tuple[Source, Value]], problems: list[Problem], rules: Mapping[str, Rule], customer_acts: set[str]
) -> dict[str, Channel]:
    channels: dict[str, Channel] = {}
    room = _room(roots, "channels")
    names = {_name(root) for _, root in room}
    seen: dict[tuple[int, str], str] = {}
    for layer in sorted({source.layer for source, _ in room}):
        waiting = [(source, root) for source, root in room if source.layer == layer]
        while waiting:
            unread = {_name(root) for _, root in waiting}
            later = []
            for source, root in waiting:
                parent = root.data.get("extends") if isinstance(root.data, dict) else None
                parent_name = str(parent.data) if parent else ""
                own = parent_name == _name(root) and parent_name in channels  # the one of a layer below
                if parent_name and parent_name in unread and not own:
                    later.append((source, root))
                    continue
                reader = Reader(source.name, problems)
                if parent is not None and parent_name not in channels:
                    reader.wrong(parent, "extends", f'unknown channel "{parent_name}"{nearest(parent_name, names)}')
                channel = _channel(reader, root, channels.get(parent_name), rules, customer_acts)
                if channel is not None:
                    problems += _twice(seen, source, root, channel.name)
                    channels[channel.name] = channel
            if len(later) == len(waiting):
                for source, root in later:
                    problems.append(
                        Problem(source.name, root.line, root.column, "extends", "channels extend each other")
                    )
                break
            waiting = later
    return channels


def _name(root: Value) -> str:
    value = root.data.get("channel") if isinstance(root.data, dict) else None
    return str(value.data) if value else ""


def _channel(
    reader: Reader, root: Value, parent: Channel | None, rules: Mapping[str, Rule], customer_acts: set[str]
) -> Channel | None:
    found = reader.fields(root, "", _CHANNEL_KEYS, ("channel",) if parent else ("channel", "summary", "rules"))
    if "channel" not in found:
        return None
    uses: dict[str, RuleUse] = dict(parent.uses) if parent else {}
    named = {
        **{alias: rule.name for rule in rules.values() for alias in rule.aliases},
        **{name: name for name in rules},
    }
    listed = found.get("rules")
    if listed is not None and not isinstance(listed.data, dict):
        reader.wrong(listed, "rules", "a mapping of rule names is needed here")
    for name, value in listed.data.items() if listed is not None and isinstance(listed.data, dict) else ():
        if name not in named:
            reader.wrong(value, f"rules.{name}", f'unknown rule "{name}"{nearest(name, rules)}')
            continue
        use = read_use(reader, value, f"rules.{name}", rules[named[name]], customer_acts)
        if use is None:
            uses.pop(named[name], None)
        else:
            uses[named[name]] = use
    if not uses:
        reader.wrong(root, "rules", "a channel with no active rule would pass everything")
    return Channel(
        name=reader.text(found["channel"], "channel"),
        summary=reader.both(found.get("summary"), "summary") or (parent.summary if parent else {}),
        public=reader.flag(found.get("public"), "public", default=parent.public if parent else False),
        fail_on=reader.word(
            found.get("fail_on"), "fail_on", SEVERITIES, "severity", parent.fail_on if parent else "error"
        ),
        uses={name: uses[name] for name in rules if name in uses},
        weights=_weights(reader, found.get("weights"), parent),
        ignore=_ignored(reader, found.get("ignore"), named) if "ignore" in found else parent.ignore if parent else (),
    )


def _ignored(reader: Reader, value: Value | None, named: Mapping[str, str]) -> tuple[str, ...]:
    """Read which rules are left out; an old name of a rule is as good as its own."""
    words = [reader.word(item, "ignore", named, "rule") for item in reader.items(value, "ignore")]
    return tuple(named[word] for word in words if word)


def _weights(reader: Reader, value: Value | None, parent: Channel | None) -> Mapping[str, int]:
    """Read what each severity weighs in the score."""
    below = parent.weights if parent else WEIGHTS
    given = reader.fields(value, "weights", SEVERITIES) if value is not None else {}
    return {**below, **{severity: reader.count(item, f"weights.{severity}") for severity, item in given.items()}}


def _names(roots: list[tuple[Source, Value]], problems: list[Problem]) -> NameLists:
    lists: dict[str, list[object]] = {name: [] for name in _NAME_LISTS}
    for source, root in _room(roots, "names"):
        reader = Reader(source.name, problems)
        kind = source.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if kind not in lists:
            problems.append(Problem(source.name, 1, 1, "", f'unknown name list "{kind}"{nearest(kind, lists)}'))
            continue
        for language, value in reader.fields(root, "", LANGUAGES).items():
            for item in reader.items(value, language):
                if kind in {"variants", "confusable", "across"}:
                    lists[kind].append(tuple(reader.text(name, language) for name in reader.items(item, language)))
                else:
                    lists[kind].append(reader.text(item, language))
    return NameLists(**{name: tuple(values) for name, values in lists.items()})  # type: ignore[arg-type]
