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
from replylint.cli.judge import LEVELS, STDIN, Worst, data_of, drafts, judged
from replylint.cli.mend import mend
from replylint.cli.options import complain, format_option, load_rules, messages_option, rules_option, wants_colour
from replylint.errors import DraftError
from replylint.formats import FORMATS, write
from replylint.formats.outcome import Outcome, Run
from replylint.inputs import KINDS
from replylint.linter import Linter
from replylint.own import LEAST, own_data
from replylint.rulebook.cache import user_cache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.book import Rulebook


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, readable=False, allow_dash=True))
@click.option("--as", "kind", type=click.Choice(KINDS), help="What the input is; by the ending of its name otherwise.")
@click.option("--channel", help="email, chat, social, phone, or one of your own.")
@click.option("--subject", help="The subject line.")
@click.option("--customer-name", help="The customer's name as in your records.")
@click.option("--customer-gender", type=click.Choice(["m", "f"]), help="The customer's gender, when known.")
@click.option("--customer-message", help="What the customer wrote.")
@click.option(
    "--customer-message-file",
    type=click.Path(path_type=Path, readable=False),
    help="A file with what the customer wrote.",
)
@click.option("--agent-name", help="Who writes the reply.")
@click.option("--language", type=click.Choice(["ar", "en", "mixed"]), help="The reply's language; detected otherwise.")
@click.option("--first-reply/--mid-thread", default=None, help="Whether this is the first reply of the thread.")
@click.option("--public/--private", default=None, help="Whether everybody can read the reply.")
@click.option("--fail-on", type=click.Choice(list(LEVELS)), help="From which severity on to exit with 1.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes to the files (stdin: print the fixed text).")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the fixes that a person must look at, too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave a rule out; may be given again.")
@click.option(
    "--baseline",
    "known",
    type=click.Path(path_type=Path, readable=False),
    help="Show only findings that this file lacks.",
)
@click.option(
    "--write-baseline", "note", type=click.Path(path_type=Path, readable=False), help="Write the findings to this file."
)
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
    files = files or (STDIN,)
    instead = diff or (fix and STDIN in files)  # what is printed is no report
    if instead and form != "text":
        raise click.UsageError("--format is about reports, and --diff or --fix of standard input prints none")
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
    worst = Worst(fail_on)
    if fix or diff:
        left = mend(linter, files, kind, context, unsafe=unsafe_fixes, diff=diff, worst=worst)
        if instead:
            complain(*left.said())
            sys.exit(worst.code)
        worst = Worst(fail_on, worst.unreadable)
    book = linter.rulebook.book
    run = Run(replylint.__version__, book.digest, book.rules, messages, wants_colour() and form == "text")
    seen: dict[str, str] = {}
    outcomes = _new(judged(linter, files, kind, context), linter.rulebook, baseline, seen)
    write(form, worst.watch(outcomes), sys.stdout, run)
    if note and worst.readable:
        write_baseline(note, seen)
    elif note:
        complain(f"{note}: not written, since no draft could be read")
    gone = {name: rule for name, rule in stale(baseline, set(seen)).items() if rule not in ignore}
    if gone:
        rules = ", ".join(sorted(set(gone.values())))
        entries = (
            "1 stale entry, its finding is" if len(gone) == 1 else f"{len(gone)} stale entries, their findings are"
        )
        complain(f"{known}: {entries} gone: {rules}")
    sys.exit(worst.code)


def _with_own(linter: Linter, files: tuple[Path, ...], kind: str | None, context: dict[str, Any]) -> Linter:
    """Learn the company's own numbers and addresses from the files, and say which."""
    if STDIN in files:
        raise click.UsageError("--learn-own reads the files twice, which stdin cannot be")
    own = own_data(drafts(files, kind, context))
    listed = ", ".join(sorted(own)) or "none"
    complain(f"the company's own, since {LEAST} customers or more are told it: {listed}")
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
        return data_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftError(f"{path}: not UTF-8 (byte {error.start})") from None
