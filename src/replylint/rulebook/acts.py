"""Read an act file."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from replylint.rulebook.examples import act_example
from replylint.rulebook.model import LANGUAGES, READERS, SEGMENTS, ActFile, Entry, EntryKind, Language

if TYPE_CHECKING:
    from replylint.rulebook.model import Example
    from replylint.rulebook.reader import Reader
    from replylint.rulebook.yaml import Value

_KEYS = ("act", "summary", "of", "in", "whole", "quoted", "when_asked", "ar", "en", "examples")
_LISTS: tuple[EntryKind, ...] = ("phrases", "maybe", "unless", "customer_says")
_DEFAULT_SEGMENTS = ("opening", "body", "closing")


def read_act(reader: Reader, root: Value) -> ActFile | None:
    """Read one act; a team's file of the same act adds to the bundled one, so nothing but `act` is needed."""
    found = reader.fields(root, "", _KEYS, ("act",))
    if "act" not in found:
        return None
    entries: list[Entry] = []
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in LANGUAGES:
        if language in found:
            words[language] = _language(reader, found[language], cast("Language", language), entries)
    examples: tuple[Example, ...] = tuple(
        example
        for number, item in enumerate(reader.items(found.get("examples"), "examples"))
        if (example := act_example(reader, item, f"examples[{number}]"))
    )
    return ActFile(
        name=reader.text(found["act"], "act"),
        summary=reader.both(found.get("summary"), "summary"),
        readers=reader.words(found.get("of"), "of", READERS, "reader") or ("agent",),
        segments=reader.words(found.get("in"), "in", SEGMENTS, "segment") or _DEFAULT_SEGMENTS,
        entries=tuple(entries),
        words=words,
        examples=examples,
        whole=reader.flag(found.get("whole"), "whole"),
        quoted=reader.flag(found.get("quoted"), "quoted"),
        when_asked=reader.flag(found.get("when_asked"), "when_asked"),
    )


def _language(reader: Reader, value: Value, language: Language, entries: list[Entry]) -> dict[str, tuple[str, ...]]:
    found = reader.fields(value, language, ("words", *_LISTS))
    for kind in _LISTS:
        for number, item in enumerate(reader.items(found.get(kind), f"{language}.{kind}")):
            entry = _entry(reader, item, f"{language}.{kind}[{number}]", kind, language)
            if entry:
                entries.append(entry)
    lists = found.get("words")
    if lists is None:
        return {}
    if not isinstance(lists.data, dict):
        reader.wrong(lists, f"{language}.words", "a mapping of list names to lists of phrases is needed here")
        return {}
    return {
        name: tuple(
            reader.scalar_text(item, f"{language}.words.{name}[{number}]")
            for number, item in enumerate(reader.items(items, f"{language}.words.{name}"))
        )
        for name, items in lists.data.items()
    }


def _entry(reader: Reader, item: Value, path: str, kind: EntryKind, language: Language) -> Entry | None:
    place = reader.place(item, path)
    if not isinstance(item.data, dict):
        phrase = reader.scalar_text(item, path)
        return Entry(kind, language, phrase=phrase, place=place) if phrase else None
    found = reader.fields(item, path, ("phrase", "pattern", "needs", "in"))
    if ("phrase" in found) == ("pattern" in found):
        reader.wrong(item, path, 'one of the keys "phrase" and "pattern" is needed here')
        return None
    return Entry(
        kind,
        language,
        phrase=reader.text(found.get("phrase"), f"{path}.phrase") or None,
        pattern=reader.text(found.get("pattern"), f"{path}.pattern") or None,
        needs=tuple(reader.text(need, f"{path}.needs") for need in reader.items(found.get("needs"), f"{path}.needs")),
        segments=reader.words(found.get("in"), f"{path}.in", SEGMENTS, "segment") or None,
        place=place,
    )
