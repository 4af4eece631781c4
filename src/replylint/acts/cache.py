"""Keep compiled phrases between runs, in a folder of the user's cache. What cannot be read or written is passed over.

The name of a kept file holds the digest of the rules and the state of this code, so a stale one is never read.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.acts.tables import Tables, make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.rulebook.model import ActFile


def user_cache() -> Path | None:
    """Name the folder of the user's cache, or None when REPLYLINT_NO_CACHE is set or there is no home."""
    if os.environ.get("REPLYLINT_NO_CACHE"):
        return None
    with suppress(RuntimeError):
        base = os.environ.get("XDG_CACHE_HOME")
        return (Path(base) if base else Path.home() / ".cache") / "replylint"
    return None


def tables(acts: Iterable[ActFile], folder: Path | None, name: str) -> Tables:
    """Compile the phrases of some acts, or take them from the folder. Raises RulebookError as `make_tables` does."""
    if folder is None:
        return make_tables(acts)
    path = folder / f"{name}-{_code()}.json"
    with suppress(OSError, ValueError, TypeError, IndexError):
        return Tables.from_json(path.read_text("utf-8"))
    made = make_tables(acts)
    with suppress(OSError):
        _write(path, made.to_json())
    return made


def _code() -> str:
    """Name the state of the code that compiles phrases."""
    hashed = blake2b(digest_size=6)
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *(here.parent / "text").glob("*.py")]):
        with suppress(OSError):
            found = path.stat()
            hashed.update(f"{path.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return hashed.hexdigest()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
