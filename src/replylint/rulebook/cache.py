"""Keep what was read and compiled between runs, in a folder of the user's cache. What cannot be read is made anew.

The name of a kept file holds the digest of the rule files and the state of this code, so a stale one is never read; the
oldest are removed when a new one is written. A kept rulebook is two pickles, which may name the classes of
`rulebook.model` and nothing else: the rulebook, and the phrases and examples of its acts, which are read when they are
needed.
"""

from __future__ import annotations

import io
import os
import pickle
import re
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.files import write_whole
from replylint.rulebook import model
from replylint.rulebook.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGEST, _LENGTH = 16, 8  # bytes
_MOST_KEPT = 20  # files: a rulebook has five, so the last four, some 35 MB
_OURS = re.compile(r"\.?[0-9a-f]{16}-[a-z0-9]+-[0-9a-f]{12}\.(?:json|txt|pickle)(?:\.[0-9a-f]{8})?")


def user_cache() -> Path | None:
    """Name the folder of the user's cache, or None when REPLYLINT_NO_CACHE is set or there is no home."""
    if os.environ.get("REPLYLINT_NO_CACHE"):
        return None
    with suppress(RuntimeError):
        base = os.environ.get("XDG_CACHE_HOME")
        return (Path(base) if base else Path.home() / ".cache") / "replylint"
    return None


def kept_text(folder: Path | None, name: str, make: Callable[[], str]) -> str:
    """Give the text kept under a name, or make and keep it."""
    if folder is None:
        return make()
    path = folder / f"{name}-{_code()}.txt"
    with suppress(OSError, UnicodeDecodeError):
        return path.read_text("utf-8")
    made = make()
    _keep(path, made.encode("utf-8"))
    return made


def kept_rulebook(folder: Path | None, name: str, make: Callable[[], model.RuleBook]) -> model.RuleBook:
    """Give the rulebook kept under a name, or make and keep it."""
    if folder is None:
        return make()
    path = folder / f"{name}-{_code()}.pickle"
    with suppress(
        OSError, pickle.UnpicklingError, EOFError, AttributeError, IndexError, TypeError, ValueError, OverflowError
    ):
        return _read(path.read_bytes())
    made = make()
    _keep(path, _written(made))
    return made


def _written(book: model.RuleBook) -> bytes:
    """Write a rulebook down: a digest of what follows, the length of the first pickle, and the two."""
    bare = {name: replace(act, entries=(), examples=()) for name, act in book.acts.items()}
    first = pickle.dumps(replace(book, acts=bare), protocol=5)
    rest = pickle.dumps(
        {name: (tuple(act.entries), tuple(act.examples)) for name, act in book.acts.items()}, protocol=5
    )
    data = len(first).to_bytes(_LENGTH, "big") + first + rest
    return blake2b(data, digest_size=_DIGEST).digest() + data


def _read(kept: bytes) -> model.RuleBook:
    """Read what `_written` wrote. Raises one of many errors for anything else."""
    data = memoryview(kept)[_DIGEST:]
    if blake2b(data, digest_size=_DIGEST).digest() != kept[:_DIGEST]:
        raise ValueError("not as it was written")
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    found = _OnlyModels(io.BytesIO(data[_LENGTH:end])).load()
    if not isinstance(found, model.RuleBook):
        raise TypeError(type(found))
    rest = cache(lambda: _OnlyModels(io.BytesIO(data[end:])).load())

    def part(act: str, place: int) -> Later[Any]:
        return Later(lambda: rest()[act][place])

    acts = {name: replace(act, entries=part(name, 0), examples=part(name, 1)) for name, act in found.acts.items()}
    return replace(found, acts=acts)


class _OnlyModels(pickle.Unpickler):
    """Builds the values of a rulebook; a file that asks for anything else is refused."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class of `rulebook.model`."""
        if module == model.__name__ and name in _MODELS:
            return getattr(model, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a rulebook")


_MODELS = frozenset(
    {
        "ActFile",
        "Channel",
        "Condition",
        "Entry",
        "Example",
        "FixPlan",
        "NameLists",
        "Near",
        "Rule",
        "RuleBook",
        "RuleUse",
        "Weights",
    }
)


def _code() -> str:
    """Name the state of the code that reads rules and compiles phrases."""
    hashed = blake2b(digest_size=6)
    here = Path(__file__).parent
    rooms = [here, here.parent / "text", here.parent / "acts"]
    for path in sorted(path for room in rooms for path in room.glob("*.py")):
        with suppress(OSError):
            found = path.stat()
            hashed.update(f"{path.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return hashed.hexdigest()


def _keep(path: Path, data: bytes) -> None:
    """Write a file of the cache and remove the oldest of them; a folder that cannot be written is no error."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, data)
        _forget(path.parent)


def _forget(folder: Path) -> None:
    """Leave the newest files and whatever is not ours; another process may remove the same ones meanwhile."""
    ours = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    ours.append((entry.stat(follow_symlinks=False).st_mtime_ns, entry.name))
    for _, name in sorted(ours, reverse=True)[_MOST_KEPT:]:
        with suppress(OSError):
            (folder / name).unlink()
