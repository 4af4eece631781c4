"""`replylint rules list|show|test|schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.cli.options import format_option, load_rules, messages_option, rules_option
from replylint.errors import ConfigError, nearest

if TYPE_CHECKING:
    from replylint.rulebook import Example, Rule, RuleBook

_SCHEMAS = ("act", "rule", "channel", "draft", "report")


@click.group()
def rules() -> None:
    """List, show and test the rules."""


@rules.command("list")
@format_option("text", "json")
@messages_option
@rules_option
def list_(form: str, messages: str, folder: Path | None) -> None:
    """List the rules, with their severity on each channel."""
    book = load_rules(folder).book
    rows: list[dict[str, Any]] = [
        {
            "rule": rule.name,
            "summary": rule.summary[messages],
            "channels": {name: _severity(book, name, rule.name) for name in book.channels},
        }
        for rule in book.rules.values()
    ]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        on = ", ".join(f"{name} {severity}" for name, severity in row["channels"].items() if severity != "off")
        click.echo(f"{row['rule']}: {_isolated(row['summary'])}\n    {on or 'off everywhere'}")


@rules.command()
@click.argument("name")
@format_option("text", "json")
@messages_option
@rules_option
def show(name: str, form: str, messages: str, folder: Path | None) -> None:
    """Explain one rule: why it matters, where it comes from, how it is fixed, and examples."""
    book = load_rules(folder).book
    if name not in book.rules:
        raise ConfigError(f'unknown rule "{name}"{nearest(name, book.rules)}')
    rule = book.rules[name]
    if form == "json":
        click.echo(json.dumps(_plain(book, rule), ensure_ascii=False, indent=2))
        return
    labels = _LABELS[messages]
    on = ", ".join(f"{channel} {_severity(book, channel, name)}" for channel in book.channels)
    click.echo(f"{rule.name}\n\n{_isolated(rule.summary[messages])}\n")
    for label, text in (
        ("why", rule.why[messages]),
        ("channels", on),
        ("when", ", ".join(f"{condition.key}: {condition.value}" for condition in rule.when) or labels["always"]),
        ("source", rule.source),
        ("fix", f"{rule.fix.safety}: {rule.fix.insert.get(messages, 'one line')}" if rule.fix else labels["none"]),
    ):
        click.echo(f"{_isolated(labels[label])}: {_isolated(text)}")
    for good, label in ((False, labels["bad"]), (True, labels["good"])):
        click.echo(f"\n{_isolated(label)}:")
        for example in rule.examples:
            if example.good is good and example.language == messages:
                click.echo("  - " + _isolated(_example(example)))


@rules.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@format_option("text", "json")
def test(path: Path | None, form: str) -> None:
    """Run the examples of all rules and acts, with those of the folder PATH on top. Exit code 1 when one fails."""
    from replylint.prove import prove  # noqa: PLC0415

    proofs = list(prove(load_rules(path)))
    wrong = [proof for proof in proofs if proof.wrong]
    if form == "json":
        fields = ("owner", "file", "line", "text", "expected", "wrong")
        failures = [{name: getattr(proof, name) for name in fields} for proof in wrong]
        click.echo(json.dumps({"examples": len(proofs), "failures": failures}, ensure_ascii=False, indent=2))
    else:
        for proof in wrong:
            click.echo(
                f"{proof.file}:{proof.line}: {proof.owner}: {proof.expected}, but {proof.wrong}: {_isolated(proof.text)}"
            )
        click.echo(f"{len(proofs)} examples, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


@rules.command()
@click.argument("kind", type=click.Choice(_SCHEMAS))
def schema(kind: str) -> None:
    """Print a JSON Schema: of the rule files (act, rule, channel) or of the wire format (draft, report)."""
    click.echo(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))


def schema_of(kind: str) -> dict[str, Any]:
    """Give a JSON Schema by name."""
    if kind in {"draft", "report"}:
        from replylint.model import Draft, Report  # noqa: PLC0415

        return (Draft if kind == "draft" else Report).model_json_schema()
    from replylint.rulebook.schema import schemas  # noqa: PLC0415

    return schemas()[kind]


_LABELS = {
    "en": {
        "why": "Why", "channels": "Channels", "when": "When", "source": "Source", "fix": "Fix", "bad": "Bad",
        "good": "Good", "always": "always", "none": "none: a person must decide",
    },
    "ar": {
        "why": "السبب", "channels": "القنوات", "when": "متى", "source": "المصدر", "fix": "الإصلاح", "bad": "أمثلة سيئة",
        "good": "أمثلة جيدة", "always": "دائمًا", "none": "لا يوجد: القرار متروك للإنسان",
    },
}  # fmt: skip


def _severity(book: RuleBook, channel: str, rule: str) -> str:
    use = book.channels[channel].uses.get(rule)
    return use.severity if use else "off"


def _example(example: Example) -> str:
    context = ", ".join(f"{key}: {value}" for key, value in {**example.context, **example.limits}.items())
    text = example.text.replace("\n", " ⏎ ")
    return f"{text} ({context})" if context else text


def _isolated(text: str) -> str:
    from replylint.formats.text import isolated  # noqa: PLC0415

    return isolated(text)


def _plain(book: RuleBook, rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.name,
        "summary": dict(rule.summary),
        "message": dict(rule.message),
        "why": dict(rule.why),
        "source": rule.source,
        "check": {"kind": rule.check, **rule.options},
        "when": {condition.key: condition.value for condition in rule.when},
        "severity": rule.severity,
        "channels": {name: _severity(book, name, rule.name) for name in book.channels},
        "fix": {"kind": rule.fix.kind, "safety": rule.fix.safety} if rule.fix else None,
        "examples": [
            {"language": e.language, "text": e.text, "good": e.good, "near_miss": e.near_miss, **e.context, **e.limits}
            for e in rule.examples
        ],
    }
