"""`replylint check`."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import replylint
from replylint.baseline import read as read_baseline
from replylint.baseline import stale, without_known
from replylint.baseline import write as write_baseline
from replylint.cli.options import format_option, load_rules, messages_option, rules_option, wants_colour
from replylint.cli.rewrite import diff_of, rewrite
from replylint.errors import ConfigError, DraftError
from replylint.formats import FORMATS, write
from replylint.formats.outcome import Outcome, Run
from replylint.inputs import KINDS, Input, read_inputs
from replylint.linter import Linter
from replylint.own import LEAST, own_data
from replylint.rulebook.cache import user_cache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.book import Rulebook
    from replylint.model import Report

_LEVELS = {"error": 2, "warning": 1, "info": 0, "never": 3}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as", "kind", type=click.Choice(KINDS), help="What the input is; by the ending of its name otherwise.")
@click.option("--channel", help="email, chat, social, phone, or one of your own.")
@click.option("--subject", help="The subject line.")
@click.option("--customer-name", help="The customer's name as in your records.")
@click.option("--customer-gender", type=click.Choice(["m", "f"]), help="The customer's gender, when known.")
@click.option("--customer-message", help="What the customer wrote.")
@click.option("--customer-message-file", type=click.Path(path_type=Path), help="A file with what the customer wrote.")
@click.option("--agent-name", help="Who writes the reply.")
@click.option("--language", type=click.Choice(["ar", "en", "mixed"]), help="The reply's language; detected otherwise.")
@click.option("--first-reply/--mid-thread", default=None, help="Whether this is the first reply of the thread.")
@click.option("--public/--private", default=None, help="Whether everybody can read the reply.")
@click.option("--fail-on", type=click.Choice(list(_LEVELS)), help="From which severity on to exit with 1.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes to the files (stdin: print the fixed text).")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the fixes that a person must look at, too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave a rule out; may be given again.")
@click.option("--baseline", "known", type=click.Path(path_type=Path), help="Show only findings that this file lacks.")
@click.option("--write-baseline", "note", type=click.Path(path_type=Path), help="Write the findings to this file.")
@click.option("--learn-own", is_flag=True, help="Read FILES twice; what many customers are told is the company's own.")
@format_option(*FORMATS)
@messages_option
@rules_option
def check(
    files: tuple[Path, ...],
    *,
    kind: str | None,
    fail_on: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    ignore: tuple[str, ...],
    known: Path | None,
    note: Path | None,
    learn_own: bool,
    form: str,
    messages: Any,
    folder: Path | None,
    **given: Any,
) -> None:
    """Lint draft replies from FILES: .txt, .eml, .json and .jsonl; "-" or none is stdin."""
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    if (known or note) and (fix or diff):
        raise click.UsageError("--baseline and --write-baseline do not go with --fix or --diff")
    baseline = read_baseline(known) if known else {}
    context = _context(given)
    linter = Linter(load_rules(folder), messages=messages, cache=user_cache())
    gc.freeze()
    gc.enable()  # from here on, each draft leaves something to collect
    if "channel" in context:
        linter.rulebook.channel(context["channel"])  # a wrong word is said once, not once a draft
    linter = linter.ignoring(ignore)
    if learn_own:
        linter = _with_own(linter, files, kind, context)
    worst = _Worst(fail_on)
    if fix or diff:
        _mend(linter, files or (Path("-"),), kind, context, unsafe=unsafe_fixes, diff=diff, worst=worst)
        if diff or not files or Path("-") in files:
            sys.exit(worst.code)
        worst = _Worst(fail_on, worst.unreadable)
    book = linter.rulebook.book
    run = Run(replylint.__version__, book.digest, book.rules, messages, wants_colour() and form == "text")
    seen: dict[str, str] = {}
    outcomes = _new(_outcomes(linter, files or (Path("-"),), kind, context), linter.rulebook, baseline, seen)
    write(form, worst.watch(outcomes), sys.stdout, run)
    if note and worst.readable:
        write_baseline(note, seen)
    elif note:
        click.echo(f"{note}: not written, since no draft could be read", err=True)
    gone = {name: rule for name, rule in stale(baseline, set(seen)).items() if rule not in ignore}
    if gone:
        rules = ", ".join(sorted(set(gone.values())))
        entries = (
            "1 stale entry, its finding is" if len(gone) == 1 else f"{len(gone)} stale entries, their findings are"
        )
        click.echo(f"{known}: {entries} gone: {rules}", err=True)
    sys.exit(worst.code)


def _with_own(linter: Linter, files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Linter:
    """Learn the company's own numbers and addresses from the files, and say which."""
    if not files or Path("-") in files:
        raise click.UsageError("--learn-own reads the files twice, which stdin cannot be")
    own = own_data(item.draft for item in _inputs(files, kind, context) if item.draft is not None)
    listed = ", ".join(sorted(own)) or "none"
    click.echo(f"the company's own, since {LEAST} customers or more are told it: {listed}", err=True)
    return linter.allowing(own)


def _new(
    outcomes: Iterator[Outcome], rulebook: Rulebook, baseline: dict[str, str], seen: dict[str, str]
) -> Iterator[Outcome]:
    """Leave out what the baseline knows, and note all fingerprints that pass by."""
    for outcome in outcomes:
        report = outcome.report
        if report is None:
            yield outcome
            continue
        seen.update((finding.fingerprint, finding.rule) for finding in report.findings)
        fail_on = rulebook.channel(report.channel).fail_on
        yield replace(outcome, report=without_known(report, baseline, fail_on))


def _context(given: dict[str, Any]) -> dict[str, Any]:
    """Lay the options out as a draft's keys."""
    message_file = given.pop("customer_message_file")
    if message_file is not None:
        if given["customer_message"] is not None:
            raise click.UsageError("--customer-message and --customer-message-file are two words for one thing")
        given["customer_message"] = _text(message_file)
    owners = {
        "customer_name": ("customer", "name"),
        "customer_gender": ("customer", "gender"),
        "agent_name": ("agent", "name"),
    }
    context: dict[str, Any] = {}
    for key, value in given.items():
        if value is None:
            continue
        if key in owners:
            owner, inner = owners[key]
            context.setdefault(owner, {})[inner] = value
        else:
            context[key] = value
    return context


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DraftError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DraftError(f"{path}: not UTF-8 (byte {error.start})") from None


def _inputs(files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Iterator[Input]:
    for path in files:
        name = "<stdin>" if str(path) == "-" else str(path)
        try:
            data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
            found = kind or _kind(path)
        except OSError as error:
            yield Input(name, error=DraftError(f"{name}: {error.strerror or error}"))
            continue
        except DraftError as error:
            yield Input(name, error=error)
            continue
        empty = True
        for item in read_inputs(name, data, found, context):
            empty = False
            yield item
        if empty:
            yield Input(name, error=DraftError(f"{name}: empty: no draft to judge"))


def _kind(path: Path) -> str:
    if str(path) == "-":
        return "txt"
    ending = path.suffix.removeprefix(".").lower()
    if ending not in KINDS:
        raise DraftError(f"{path}: cannot tell what it is by its ending; say --as {', '.join(KINDS)}")
    return ending


def _outcomes(linter: Linter, files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Iterator[Outcome]:
    for item in _inputs(files, kind, context):
        plain = (kind or Path(item.name).suffix.lower()) in {"txt", ".txt"}
        yield _outcome(linter, item, plain=plain)


def _outcome(linter: Linter, item: Input, *, plain: bool) -> Outcome:
    if item.draft is None:
        return Outcome(item.name, item.line, error=str(item.error))
    try:
        return Outcome(item.name, item.line, item.draft, linter.lint(item.draft), plain=plain)
    except DraftError as error:
        return Outcome(item.name, item.line, item.draft, error=f"{item.where}: {error}")


def _mend(
    linter: Linter,
    files: tuple[Path, ...],
    kind: str | None,
    context: dict[str, Any],
    *,
    unsafe: bool,
    diff: bool,
    worst: _Worst,
) -> None:
    """Fix file by file; a file with a broken draft in it is left alone and named."""
    for path in files:
        items = list(_inputs((path,), kind, context))
        outcomes = [_outcome(linter, item, plain=False) for item in items]
        broken = [outcome for outcome in outcomes if outcome.error is not None]
        for outcome in broken:
            click.echo(outcome.error, err=True)
        mended = []
        for outcome in worst.watch(iter(outcomes)):
            if outcome.draft is not None and outcome.report is not None:
                mended.append((outcome, replylint.apply_fixes(outcome.draft, outcome.report, unsafe=unsafe)))
        if broken:
            click.echo(f"{path}: not changed, since not all of it can be read", err=True)
            continue
        found = kind or _kind(path)
        if found == "eml" and not diff:
            raise ConfigError(f"{path}: messages are not rewritten; use --diff to see the fixes")
        if diff:
            click.echo(diff_of(mended), nl=False)
        elif str(path) == "-":
            for _, draft in mended:
                click.echo(draft.text, nl=False)
        else:
            rewrite(path, found, mended)


class _Worst:
    """Keeps the exit code while outcomes pass by."""

    def __init__(self, fail_on: str | None, unreadable: bool = False) -> None:
        self._level = _LEVELS[fail_on] if fail_on else None
        self.unreadable, self.failed, self.readable = unreadable, False, False

    def watch(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            if outcome.report is None:
                self.unreadable = True
            else:
                self.readable = True
                self.failed = self.failed or self._fails(outcome.report)
            yield outcome

    def _fails(self, report: Report) -> bool:
        if self._level is None:
            return not report.passed
        return any(_LEVELS[f.severity] >= self._level for f in report.findings if f.status == "fail")

    @property
    def code(self) -> int:
        return 2 if self.unreadable else int(self.failed)
