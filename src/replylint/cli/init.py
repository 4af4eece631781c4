"""`replylint init`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from replylint.cli.options import load_rules
from replylint.errors import ConfigError
from replylint.files import because, make_folder, write_whole
from replylint.formats.text import shown

_HEAD = """\
# The e-mail channel of your team. It starts from the bundled one; what you write here wins.
# Try it:  replylint check --rules {folder} reply.txt     Prove it:  replylint rules test {folder}
channel: email
extends: email
fail_on: error          # error | warning | info: from which severity on a finding fails the reply
rules:
  # A rule takes a severity (error, warning, info), or off, or a mapping:
  #   reply-too-long: {{severity: error, max: 120}}
  #   thanks-missing: {{severity: warning, when: {{first_reply: true}}}}
  # The bundled values are written out below; change what you like.
"""


@click.command()
@click.argument("folder", default="my-rules", type=click.Path(path_type=Path, readable=False, file_okay=False))
def init(folder: Path) -> None:
    """Write FOLDER/channels/email.yaml, with every rule and its value to change. Overwrites nothing."""
    book = load_rules(None).book
    target = folder / "channels" / "email.yaml"
    if os.path.lexists(target):
        raise ConfigError(f"{target} is already there; it was not changed")
    named = shown(shlex.quote(str(folder)))
    lines = [_HEAD.format(folder=named)]
    email = book.channels["email"]
    for name, rule in book.rules.items():
        use = email.uses.get(name)
        limits = "".join(f", {key}: {value}" for key, value in use.limits.items()) if use else ""
        value = "off" if use is None else f"{{severity: {use.severity}{limits}}}" if limits else use.severity
        lines.append(f"  {name}: {value}    # {rule.summary['en']}\n")
    try:
        make_folder(target.parent)
        write_whole(target, "".join(lines).encode("utf-8"))
    except OSError as error:
        raise ConfigError(because(target, error)) from None
    click.echo(shown(f"{target} written; use it with: replylint check --rules {named} FILE"))
