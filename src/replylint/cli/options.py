"""Options and small steps that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from replylint.book import Rulebook

rules_option = click.option(
    "--rules",
    "folder",
    type=click.Path(path_type=Path, readable=False),
    help="A folder of your own rules, on top of the bundled ones.",
)
messages_option = click.option(
    "--messages", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="The language of messages."
)


def format_option(*names: str) -> Callable[[Any], Any]:
    """Make the option that chooses an output."""
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="The output."
    )


def load_rules(folder: Path | None) -> Rulebook:
    """Load the rulebook a command works with."""
    from replylint.book import Rulebook  # noqa: PLC0415  a command that needs no rules should not pay for them
    from replylint.rulebook.cache import user_cache  # noqa: PLC0415

    return Rulebook.load(folder, cache=user_cache())


def wants_colour() -> bool:
    """Colour only on a terminal, and never against NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complain(*messages: object) -> None:
    """Write messages to standard error, one a line; a name in them cannot move the cursor."""
    from replylint.formats.text import shown  # noqa: PLC0415  what goes well needs none of it

    for message in messages:
        click.echo(shown(str(message)), err=True)
