"""Write fixed drafts back, whole or not at all, and show what would change."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

from replylint.cli.options import complain
from replylint.errors import ConfigError
from replylint.files import because, write_whole
from replylint.formats.text import shown

if TYPE_CHECKING:
    from pathlib import Path

    from replylint.formats.outcome import Outcome
    from replylint.model import Draft

_BOM = b"\xef\xbb\xbf"


def diff_of(mended: list[tuple[Outcome, Draft]]) -> str:
    """Give a unified diff of subjects and texts."""
    lines: list[str] = []
    for outcome, after in mended:
        before = outcome.draft
        if before is None or before == after:
            continue
        for part in ("subject", "text"):
            old, new = getattr(before, part) or "", getattr(after, part) or ""
            name = f"{shown(outcome.where)}#{part}"
            lines += difflib.unified_diff(_lines(old), _lines(new), name, f"{name} (fixed)")
    return "".join(lines)


def _lines(text: str) -> list[str]:
    return [line if line.endswith("\n") else line + "\n" for line in text.splitlines(keepends=True)]


def rewrite(path: Path, data: bytes, kind: str, mended: list[tuple[Outcome, Draft]]) -> None:
    """Replace the file's drafts by the mended ones; a file in which nothing changes is not touched.

    `data` is what was read of it. Raises ConfigError when it cannot be written.
    """
    if all(outcome.draft == after for outcome, after in mended):
        return
    bom = _BOM if data.startswith(_BOM) else b""
    try:
        write_whole(path, bom + mended_text(str(path), data, kind, mended).encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{because(path, error)}; it was not changed") from None


def mended_text(name: str, data: bytes, kind: str, mended: list[tuple[Outcome, Draft]]) -> str:
    """Give the text of a file with the mended drafts in it; what does not change stays as it is."""
    text = data.decode("utf-8-sig")
    if kind == "txt":
        outcome, after = mended[0]
        if outcome.draft is not None and after.subject != outcome.draft.subject:
            complain(f"{name}: the fixed subject is: {after.subject}")
        return after.text
    if all(outcome.draft == after for outcome, after in mended):
        return text
    if kind == "json":
        found = json.loads(text)
        changed = [_changed(item, after) for item, (_, after) in zip(_as_list(found), mended, strict=True)]
        return json.dumps(changed if isinstance(found, list) else changed[0], ensure_ascii=False, indent=2) + "\n"
    lines = text.split("\n")
    for outcome, after in mended:
        number = (outcome.line or 1) - 1
        if outcome.draft != after:
            line_end = "\r" if lines[number].endswith("\r") else ""
            lines[number] = json.dumps(_changed(json.loads(lines[number]), after), ensure_ascii=False) + line_end
    return "\n".join(lines)


def _as_list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


def _changed(item: dict[str, Any], after: Draft) -> dict[str, Any]:
    changed = {**item, "text": after.text}
    return {**changed, "subject": after.subject} if "subject" in item else changed
