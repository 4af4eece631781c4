"""Write a file whole or not at all, and say for a person why one cannot be read or written."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path


def because(path: Path | str, error: OSError) -> str:
    """Name the path and the reason, for a message."""
    return f"{path}: {error.strerror or error}"


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place: nobody ever sees half of it. Raises OSError, of this path.

    A link stays a link, and a file keeps its permissions. A device or a pipe is written to as it is.
    """
    try:
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            mode = None
        if mode is None or stat.S_ISREG(mode):
            _replace(Path(os.path.realpath(path)), data, mode)  # resolve() raises RuntimeError for links in a circle
        else:
            with path.open("wb") as out:
                out.write(data)
    except OSError as error:
        error.filename = str(path)
        raise


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}")
    try:
        with beside.open("xb") as out:
            out.write(data)
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises OSError, also where a file is in the way."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), error.filename) from None
