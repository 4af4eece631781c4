"""Write fixed drafts back, whole or not at all, and show what would change."""

from __future__ import annotations

import difflib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from replylint.formats.outcome import Outcome
    from replylint.model import Draft


def diff_of(mended: list[tuple[Outcome, Draft]]) -> str:
    """Give a unified diff of subjects and texts."""
    lines: list[str] = []
    for outcome, after in mended:
        before = outcome.draft
        if before is None or before == after:
            continue
        for part in ("subject", "text"):
            old, new = getattr(before, part) or "", getattr(after, part) or ""
            name = f"{outcome.where}#{part}"
            lines += difflib.unified_diff(_lines(old), _lines(new), name, f"{name} (fixed)")
    return "".join(lines)


def _lines(text: str) -> list[str]:
    return [line if line.endswith("\n") else line + "\n" for line in text.splitlines(keepends=True)]


def rewrite(path: Path, kind: str, mended: list[tuple[Outcome, Draft]]) -> None:
    """Replace the file's drafts by the mended ones; a file in which nothing changes is not touched."""
    if all(outcome.draft == after for outcome, after in mended):
        return
    data = path.read_bytes()
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data.decode("utf-8-sig")
    if kind == "txt":
        outcome, after = mended[0]
        if outcome.draft is not None and after.subject != outcome.draft.subject:
            click.echo(f"{path}: the fixed subject is: {after.subject}", err=True)
        new = after.text
    elif kind == "json":
        found = json.loads(text)
        changed = [_changed(item, after) for item, (_, after) in zip(_as_list(found), mended, strict=True)]
        new = json.dumps(changed if isinstance(found, list) else changed[0], ensure_ascii=False, indent=2) + "\n"
    else:
        lines = text.split("\n")
        for outcome, after in mended:
            number = (outcome.line or 1) - 1
            if outcome.draft != after:
                line_end = "\r" if lines[number].endswith("\r") else ""
                lines[number] = json.dumps(_changed(json.loads(lines[number]), after), ensure_ascii=False) + line_end
        new = "\n".join(lines)
    _replace(path, bom + new.encode("utf-8"))


def _as_list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


def _changed(item: dict[str, Any], after: Draft) -> dict[str, Any]:
    changed = {**item, "text": after.text}
    return {**changed, "subject": after.subject} if "subject" in item else changed


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place: nobody ever sees half of it."""
    path = path.resolve()  # a link stays a link
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).chmod(path.stat().st_mode & 0o7777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
