"""What all tests share."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from replylint import Linter, Rulebook
from replylint.cli import run as command
from replylint.rulebook.load import parse
from replylint.rulebook.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable

# How long an example takes says more about what else the machine does than about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

BOTH = {"en": "A probe.", "ar": "تجربة."}
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return Rulebook.load(packs=False)


@pytest.fixture(scope="session")
def linter(rulebook: Rulebook) -> Linter:
    return Linter(rulebook)


@pytest.fixture(scope="session")
def tiny() -> Callable[..., Linter]:
    """Make a linter of a few acts, rules and one channel, and nothing else; each by name with what is special in it."""

    def make(
        acts: dict[str, dict] | None = None, rules: dict[str, dict] | None = None, channel: dict | None = None
    ) -> Linter:
        rules = rules or {"any": {"check": {"measure": "words", "min": 1}}}
        act_head = {"summary": BOTH, "examples": [{"en": "Nothing.", "has": False}]}
        rule_head = dict.fromkeys(("summary", "message", "why"), BOTH) | {"source": "ours", "severity": "warning"}
        rule_head["examples"] = [{"en": "Nothing.", "good": True}]
        uses = {name: {} for name in rules}
        files = [("acts", name, {"act": name, **act_head, **act}) for name, act in (acts or {}).items()]
        files += [("etiquette", name, {"rule": name, **rule_head, **rule}) for name, rule in rules.items()]
        files += [("channels", "email", {"channel": "email", "summary": BOTH, "rules": uses, **(channel or {})})]
        sources = [
            Source(0, room, f"{room}/{name}.yaml", json.dumps(text, ensure_ascii=False)) for room, name, text in files
        ]
        return Linter(Rulebook(parse(sources)))

    return make


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(monkeypatch, capsys) -> Callable[..., Ran]:
    """Run `replylint ARGS...` in this process, with `stdin` as its input."""

    def run(*args: str | Path, stdin: str | bytes = b"") -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.argv", ["replylint", *map(str, args)])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            command()
        code = left.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run
