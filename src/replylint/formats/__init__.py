"""One module an output. Each has `write(outcomes, out, run)`, in an explicit list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.formats import github, json, jsonl, junit, sarif, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

    from replylint.formats.outcome import Outcome, Run

FORMATS: Mapping[str, Callable[[Iterable[Outcome], TextIO, Run], None]] = {
    "text": text.write,
    "json": json.write,
    "jsonl": jsonl.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "github": github.write,
}
