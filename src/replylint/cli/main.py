"""The `replylint` command.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage, rule-file or input error; 141 nobody reads the output.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import replylint
from replylint.cli.options import complain
from replylint.errors import ReplylintError, RulebookError
from replylint.files import because

_COMMANDS = {
    "check": ("replylint.cli.check", "check", "Lint draft replies from files or stdin."),
    "rules": ("replylint.cli.rules", "rules", "List, show and test the rules."),
    "init": ("replylint.cli.init", "init", "Write a commented folder of rules to start from."),
    "evaluate": ("replylint.cli.evaluate", "evaluate", "Score the recognisers and rules on labelled replies."),
    "completion": ("replylint.cli.completion", "completion", "Print the completion script of a shell."),
}


class _Commands(click.Group):
    """Imports a command only when it runs, so that a check starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from replylint.errors import nearest  # noqa: PLC0415

            raise click.UsageError(f'no such command "{args[0]}"{nearest(args[0], _COMMANDS)}', ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(130)  # click says 1, which is for findings

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, _, text) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(replylint.__version__, prog_name="replylint")
def _root() -> None:
    """Lint customer-support replies, in Arabic and English, before they are sent."""


def main() -> None:
    """Run the command of this process: when nobody reads its output any more, it ends as other commands do."""
    gc.disable()  # what is loaded stays, and to look through it time and again is a quarter of a cold start
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a shell shows 141
    run()


def run() -> None:
    """Run the command; errors raised on purpose become a message and exit code 2, and so do files that fail."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  for as long as we live
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            _root(prog_name="replylint")
        finally:
            sys.stdout.flush()  # a full disk is to be known before the exit code is
    except RulebookError as error:
        complain(*error.problems)
    except ReplylintError as error:
        complain(error)
    except OSError as error:
        complain(because(error.filename or "<stdout>", error))
    sys.exit(2)
