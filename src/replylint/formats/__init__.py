"""One module an output, in an explicit list; each has `write(outcomes, out, run)`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github")


def write(name: str, outcomes: Iterable[Outcome], out: TextIO, run: Run) -> None:
    """Write outcomes in one of FORMATS; only its module is imported."""
    module: Any = import_module(f"replylint.formats.{name}")
    module.write(outcomes, out, run)
