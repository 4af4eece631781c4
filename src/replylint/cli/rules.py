"""`replylint rules list|show|docs|test|schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.cli.options import format_option, load_rules, messages_option, rules_option
from replylint.errors import ConfigError, nearest
from replylint.files import because, make_folder, write_whole

if TYPE_CHECKING:
    from replylint.rulebook import Rule, RuleBook

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
    name = next((rule.name for rule in book.rules.values() if name in rule.aliases), name)
    if name not in book.rules:
        raise ConfigError(f'unknown rule "{name}"{nearest(name, book.rules)}')
    rule = book.rules[name]
    if form == "json":
        click.echo(json.dumps(_plain(book, rule), ensure_ascii=False, indent=2))
        return
    from replylint.pages import page  # noqa: PLC0415

    text = page(book, rule, messages)
    if sys.stdout.isatty():  # in a file the isolates would break the Markdown
        text = "".join(f"{_isolated(line)}\n" for line in text.splitlines())
    click.echo(text, nl=False)


@rules.command()
@click.argument("target", type=click.Path(path_type=Path, readable=False, file_okay=False))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a page is missing or stale.")
@rules_option
def docs(target: Path, check: bool, folder: Path | None) -> None:
    """Write a page about each rule in English and Arabic to the folder TARGET."""
    from replylint.pages import pages  # noqa: PLC0415

    written = {target / name: text.encode("utf-8") for name, text in pages(load_rules(folder).book)}
    try:
        for place in () if check else sorted({path.parent for path in written}):
            make_folder(place)  # all of them first: nothing is written where not all can be
        old = [path for path, data in written.items() if not path.is_file() or path.read_bytes() != data]
        strays = [path for path in sorted(target.rglob("*.md")) if path not in written]
        for path in () if check else old:
            write_whole(path, written[path])
    except OSError as error:
        raise ConfigError(because(error.filename or target, error)) from None
    stale = [str(path.relative_to(target)) for path in old]
    stale += [f"{path.relative_to(target)} (no such rule)" for path in strays]
    for name in stale if check else ():
        click.echo(f"stale: {name}")
    if not check:
        click.echo(f"{len(written)} pages in {target}")
    sys.exit(1 if check and stale else 0)


@rules.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, readable=False))
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


def _severity(book: RuleBook, channel: str, rule: str) -> str:
    use = book.channels[channel].uses.get(rule)
    return use.severity if use else "off"


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
        "status": rule.status,
        "aliases": list(rule.aliases),
        "channels": {name: _severity(book, name, rule.name) for name in book.channels},
        "fix": {"kind": rule.fix.kind, "safety": rule.fix.safety} if rule.fix else None,
        "examples": [
            {"language": e.language, "text": e.text, "good": e.good, "near_miss": e.near_miss, **e.context, **e.limits}
            for e in rule.examples
        ],
    }
