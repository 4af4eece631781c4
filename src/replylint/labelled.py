"""Labelled replies: what a reader said of them, one JSON object a line.

A labelled reply has the keys of a draft, `labels` (act: true, false, or null for "do not score"; `tone_problem`: none or
one of TONES), optionally `rules`: {rule: true when the reply deserves a finding}, `evidence` and `meta` (lang, dialect, set).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from replylint.errors import DraftError, nearest
from replylint.jsontext import read_json
from replylint.model import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TONES = ("blame", "argument", "dismissive", "impatience", "rude")
_TONE_LABELS = ("none", *TONES)
_TEXT_LABELS = frozenset({"tone_problem", "rules"})
_DRAFT_KEYS = frozenset(Draft.model_fields)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply with what a reader said of it. `where` is the file and the line it stands on."""

    draft: Draft
    labels: Mapping[str, bool | None]
    rules: Mapping[str, bool | None]
    evidence: Mapping[str, str]
    language: str
    dialect: str
    set: str
    tone: str | None = None
    where: str = ""


def read_labelled(lines: Iterable[str], name: str) -> Iterator[Labelled | DraftError]:
    """Read labelled replies, one JSON object a line; a broken line comes out as its error, with no word of the reply."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            yield _labelled(read_json(line), where)
        except (DraftError, ValueError) as error:
            yield DraftError(f"{where}: {error}")


def _labelled(data: Any, where: str) -> Labelled:
    if not isinstance(data, dict) or not isinstance(data.get("labels"), dict):
        raise DraftError('a labelled reply needs an object "labels"')
    rules, evidence, meta = (_mapping(data, key) for key in ("rules", "evidence", "meta"))
    labels = {key: value for key, value in data["labels"].items() if key not in _TEXT_LABELS}
    wrong = [key for key, value in [*labels.items(), *rules.items()] if not (value is None or isinstance(value, bool))]
    if wrong:
        raise DraftError(f"labels are true, false or null: {', '.join(wrong)}")
    return Labelled(
        draft=Draft.read({key: value for key, value in data.items() if key in _DRAFT_KEYS and value is not None}),
        labels=labels,
        rules=rules,
        evidence=evidence,
        language=str(meta.get("lang") or "unknown"),
        dialect=str(meta.get("dialect") or "none"),
        set=str(meta.get("set") or "all"),
        tone=_tone(data["labels"].get("tone_problem")),
        where=where,
    )


def _mapping(data: dict[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise DraftError(f'"{key}" is an object, not {type(found).__name__}')
    return found


def _tone(label: Any) -> str | None:
    if label is None or label in _TONE_LABELS:
        return label  # type: ignore[no-any-return]
    meant = nearest(label, _TONE_LABELS) if isinstance(label, str) else ""
    close = meant if "did you mean" in meant else ""
    raise DraftError(f"labels: tone_problem is {', '.join(_TONE_LABELS)} or null{close}")
