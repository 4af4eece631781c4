"""What all tests share."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from replylint import Linter, Rulebook
from replylint.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

# How long an example takes says more about what else the machine does than about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

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
            main()
        code = left.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run
