"""`replylint evaluate`."""

from __future__ import annotations

import gc
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from replylint.cli.options import complain, format_option, load_rules, rules_option
from replylint.errors import DraftError
from replylint.evaluate import Evaluation, Labelled, Score, read_labelled
from replylint.evaluate import evaluate as run
from replylint.files import because
from replylint.formats.text import isolated
from replylint.linter import Linter
from replylint.rulebook.cache import user_cache

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--errors", is_flag=True, help="Print every miss and false alarm with its text.")
@click.option("--by", multiple=True, help="Only groups that start so: language, dialect, set, all. May be repeated.")
@format_option("text", "json")
@rules_option
def evaluate(files: tuple[Path, ...], errors: bool, by: tuple[str, ...], form: str, folder: Path | None) -> None:
    """Score the recognisers (and rules, where labelled) on labelled replies: JSON Lines as docs/evaluate.md says."""
    linter = Linter(load_rules(folder), cache=user_cache())
    gc.freeze()
    gc.enable()
    result = run(linter, (reply for path in files for reply in _read(path)))
    complain(*result.unreadable)
    groups = {*result.acts, *result.rules, *result.spared}
    complain(*(f'--by "{start}": no such group; known: {", ".join(sorted(groups))}' for start in _lost(by, groups)))
    if form == "json":
        click.echo(json.dumps(_plain(linter, result, errors=errors), ensure_ascii=False, indent=2))
    else:
        _print(linter, result, by, errors=errors)
    sys.exit(2 if result.unreadable or _lost(by, groups) else 0)


def _lost(by: tuple[str, ...], groups: set[str]) -> list[str]:
    return [start for start in by if not any(group.startswith(start) for group in groups)]


def _read(path: Path) -> Iterator[Labelled | DraftError]:
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except OSError as error:
        yield DraftError(because(path, error))
        return
    except UnicodeDecodeError as error:
        yield DraftError(f"{path}: not UTF-8 (byte {error.start})")
        return
    empty = True
    for item in read_labelled(lines, str(path)):
        empty = False
        yield item
    if empty:
        yield DraftError(f"{path}: no labelled reply in it")


def _plain(linter: Linter, result: Evaluation, *, errors: bool) -> dict[str, object]:
    def scores(groups: Mapping[str, Mapping[str, Score]]) -> dict[str, object]:
        return {
            group: {name: score.plain() for name, score in sorted(found.items())} for group, found in groups.items()
        }

    plain: dict[str, object] = {
        "schema": "replylint-evaluation/1",
        "rulebook_digest": linter.rulebook.digest,
        "replies": result.replies,
        "unreadable": [str(error) for error in result.unreadable],
        "acts": scores(result.acts),
        "rules": scores(result.rules),
        "spared": {
            group: {rule: {"findings": found, "replies": count} for rule, (found, count) in sorted(rules.items())}
            for group, rules in result.spared.items()
        },
    }
    if errors:
        plain["errors"] = [asdict(miss) for miss in result.errors]
    return plain


def _print(linter: Linter, result: Evaluation, by: tuple[str, ...], *, errors: bool) -> None:
    click.echo(f"{result.replies} replies, rulebook {linter.rulebook.digest}")
    for title, groups in (("acts", result.acts), ("rules", result.rules)):
        for group in sorted(groups):
            if by and not group.startswith(by):
                continue
            click.echo(f"\n{title}, {group}\n  {'':20} precision recall  F1 (95 %)            right false missed")
            for name, score in sorted(groups[group].items()):
                click.echo(_row(name, score))
    for group in sorted(result.spared):
        if not by or group.startswith(by):
            counts = result.spared[group].values()
            findings, needless = sum(found for found, _ in counts), sum(count for _, count in counts)
            share = 100 * findings / needless if needless else 0.0
            click.echo(
                f"\n{group}: {findings} findings where {needless} labels say that none is due ({share:.1f} in 100)"
            )
    if errors:
        click.echo("")
        for miss in result.errors:
            text = miss.text.replace("\n", " ⏎ ")
            click.echo(f"{miss.name}: {miss.kind}: {miss.draft_id}: {isolated(miss.words)}\n    {isolated(text)}")


def _row(name: str, score: Score) -> str:
    shares = f"{_figure(score.precision):>9} {_figure(score.recall):>6}"
    counts = f"{score.hits:5} {score.false_alarms:5} {score.misses:6}"
    return f"  {name:20} {shares}  {_f1(score):20} {counts}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _f1(score: Score) -> str:
    interval = score.interval()
    return _figure(score.f1) + (f" ({interval[0]:.2f} to {interval[1]:.2f})" if interval else "")
