"""Read the examples that rules and acts are proved on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from replylint.rulebook.model import LANGUAGES, Example, Language

if TYPE_CHECKING:
    from replylint.rulebook.reader import Reader
    from replylint.rulebook.yaml import Value

_CONTEXT = (
    "channel", "customer_message", "customer_name", "customer_gender", "agent_name", "subject", "first_reply", "public",
    "attachments", "minutes", "rings",
)  # fmt: skip
_COUNTS = frozenset({"minutes", "rings"})  # how long the customer waited
_FLAGS = frozenset({"first_reply", "public"})
_LIMITS = ("max", "min")
GENDERS = ("m", "f")


def act_example(reader: Reader, item: Value, path: str) -> Example | None:
    """Read `{en: text, has: true, words: ...}`."""
    found = reader.fields(item, path, (*LANGUAGES, "has", "near_miss", "words"), ("has",))
    language = _language(reader, item, path, found)
    if language is None:
        return None
    return Example(
        language=language,
        text=reader.text(found[language], f"{path}.{language}"),
        good=reader.flag(found.get("has"), f"{path}.has"),
        near_miss=reader.flag(found.get("near_miss"), f"{path}.near_miss"),
        words=reader.text(found.get("words"), f"{path}.words") or None,
        place=reader.place(item, path),
    )


def rule_example(reader: Reader, item: Value, path: str) -> Example | None:
    """Read `{en: text, good: true, channel: chat, ...}`."""
    known = (*LANGUAGES, "good", "bad", "near_miss", *_CONTEXT, *_LIMITS)
    found = reader.fields(item, path, known)
    language = _language(reader, item, path, found)
    if language is None:
        return None
    if ("good" in found) == ("bad" in found):
        reader.wrong(item, path, 'an example is either "good: true" or "bad: true"')
        return None
    context: dict[str, Any] = {}
    for key in _CONTEXT:
        if key in found:
            value = found[key]
            if key in _FLAGS:
                context[key] = reader.flag(value, f"{path}.{key}")
            elif key in _COUNTS:
                context[key] = reader.count(value, f"{path}.{key}")
            elif key == "attachments":
                items = reader.items(value, f"{path}.attachments")
                context[key] = [reader.text(one, f"{path}.attachments") for one in items]
            elif key == "customer_gender":
                context[key] = reader.word(value, f"{path}.{key}", GENDERS, "gender", GENDERS[0])
            elif isinstance(value.data, str):
                context[key] = value.data
            else:
                reader.wrong(value, f"{path}.{key}", "a text is needed here")
    return Example(
        language=language,
        text=reader.text(found[language], f"{path}.{language}"),
        good="good" in found and reader.flag(found["good"], f"{path}.good"),
        near_miss=reader.flag(found.get("near_miss"), f"{path}.near_miss"),
        context=context,
        limits={key: reader.count(found[key], f"{path}.{key}") for key in _LIMITS if key in found},
        place=reader.place(item, path),
    )


def _language(reader: Reader, item: Value, path: str, found: dict[str, Value]) -> Language | None:
    languages = [language for language in LANGUAGES if language in found]
    if len(languages) != 1:
        if found:
            reader.wrong(item, path, 'an example holds one text, under "ar" or "en"')
        return None
    return cast("Language", languages[0])
