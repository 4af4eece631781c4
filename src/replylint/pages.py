"""One page a rule, in English and in Arabic, made of its rule file. The headings are the same on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.rulebook import Example, Rule, RuleBook, RuleUse

LANGUAGES = ("en", "ar")
_WORDS = {
    "en": {
        "why": "Why it matters", "message": "What it says", "channels": "Where it holds", "when": "When it applies",
        "fix": "Fix", "examples": "Examples", "bad": "Bad", "good": "Good", "source": "Source", "status": "Status",
        "always": "Always.", "all": "All of these hold:", "off": "off", "none": "None: only a person can decide.",
        "safe": "safe: it cannot change what the reply means", "unsafe": "unsafe: a person must look at it",
        "insert": "Inserts", "collapse": "Joins the subject into one line", "clean": "Replaces the hidden characters",
        "channel": "channel", "severity": "severity", "limits": "limits", "condition": "condition",
        "near_miss": "near miss", "index": "The rules", "rule": "rule", "what": "what is wrong",
        "aliases": "formerly", "auto_fail": "fails the score",
        "stable": "stable", "preview": "preview: it may still change", "deprecated": "deprecated: it will go",
    },
    "ar": {
        "why": "لماذا تهم", "message": "نص الملاحظة", "channels": "أين تسري", "when": "متى تنطبق", "fix": "الإصلاح",
        "examples": "أمثلة", "bad": "سيئ", "good": "جيد", "source": "المصدر", "status": "الحالة", "always": "دائمًا.",
        "all": "إذا تحقق كل ما يلي:", "off": "معطّلة", "none": "لا إصلاح آليًّا: القرار متروك للإنسان.",
        "safe": "آمن: لا يغيّر معنى الرد", "unsafe": "غير آمن: يحتاج إلى مراجعة", "insert": "يضيف",
        "collapse": "يجمع الموضوع في سطر واحد", "clean": "يستبدل المحارف الخفية", "channel": "القناة",
        "severity": "الشدة", "limits": "الحدود", "condition": "الشرط", "near_miss": "مثال ملتبس",
        "index": "القواعد", "rule": "القاعدة", "what": "الخلل", "aliases": "سُمّيت سابقًا",
        "auto_fail": "تجعل الدرجة صفرًا",
        "stable": "مستقرة", "preview": "تجريبية: قد تتغير", "deprecated": "مهجورة: ستُزال",
    },
}  # fmt: skip


def pages(book: RuleBook) -> Iterator[tuple[str, str]]:
    """Give every page with its path below the folder of pages: an index a language, and one page a rule."""
    for language in LANGUAGES:
        yield f"{language}/index.md", _turned(_index(book, language), language)
        for rule in book.rules.values():
            yield f"{language}/{rule.name}.md", _turned(page(book, rule, language), language)


def page(book: RuleBook, rule: Rule, language: str) -> str:
    """Write the page of a rule in Markdown."""
    words = _WORDS[language]
    parts = [f"# {rule.name}", rule.summary[language]]
    for heading, text in (
        ("why", rule.why[language]),
        ("message", _quoted(rule.message[language])),
        ("channels", _channels(book, rule, words)),
        ("when", _when(rule, words)),
        ("fix", _fix(rule, words, language)),
        ("examples", _examples(rule, words, language)),
        ("source", rule.source),
        ("status", _status(rule, words)),
    ):
        parts += [f"## {words[heading]}", text]
    return "\n\n".join(parts) + "\n"


def _index(book: RuleBook, language: str) -> str:
    words = _WORDS[language]
    channels = list(book.channels)
    head = f"| {words['rule']} | {words['what']} | {' | '.join(channels)} |\n|{'---|' * (len(channels) + 2)}"
    rows = [
        f"| [{rule.name}]({rule.name}.md) | {rule.summary[language]} | "
        + " | ".join(_severity(book.channels[name].uses.get(rule.name), words) for name in channels)
        + " |"
        for rule in sorted(book.rules.values(), key=lambda rule: rule.name)
    ]
    return f"# {words['index']}\n\n" + "\n".join([head, *rows]) + "\n"


def _channels(book: RuleBook, rule: Rule, words: dict[str, str]) -> str:
    head = f"| {words['channel']} | {words['severity']} | {words['limits']} | {words['condition']} |\n|---|---|---|---|"
    rows = []
    for name, channel in book.channels.items():
        use = channel.uses.get(rule.name)
        limits = ", ".join(f"{key} {value}" for key, value in use.limits.items()) if use else ""
        if use and use.measure:
            limits += f" ({use.measure})"
        conditions = ", ".join(f"{one.key}: {_spelt(one.value)}" for one in (use.when or ())) if use else ""
        severity = _severity(use, words) + (f", {words['auto_fail']}" if use and use.auto_fail else "")
        rows.append(f"| {name} | {severity} | {limits} | {conditions} |")
    return "\n".join([head, *rows])


def _severity(use: RuleUse | None, words: dict[str, str]) -> str:
    return use.severity if use else words["off"]


def _when(rule: Rule, words: dict[str, str]) -> str:
    if not rule.when:
        return words["always"]
    return f"{words['all']} " + ", ".join(f"`{one.key}: {_spelt(one.value)}`" for one in rule.when)


def _fix(rule: Rule, words: dict[str, str], language: str) -> str:
    if rule.fix is None:
        return words["none"]
    what = words[rule.fix.kind]
    if rule.fix.kind == "insert":
        what += f" {_quoted(rule.fix.insert[language])}"
    return f"{what} ({words[rule.fix.safety]})."


def _examples(rule: Rule, words: dict[str, str], language: str) -> str:
    lines = []
    for good in (False, True):
        lines.append(f"{words['good' if good else 'bad']}:\n")
        lines += [
            f"- {_example(example, words)}"
            for example in rule.examples
            if example.good is good and example.language == language
        ]
        lines.append("")
    return "\n".join(lines).rstrip()


def _example(example: Example, words: dict[str, str]) -> str:
    facts = [f"{key}: {_quoted(_spelt(value))}" for key, value in {**example.context, **example.limits}.items()]
    if example.near_miss:
        facts.append(words["near_miss"])
    return _quoted(example.text) + (f" ({'; '.join(facts)})" if facts else "")


def _status(rule: Rule, words: dict[str, str]) -> str:
    former = f" {words['aliases']}: {', '.join(rule.aliases)}." if rule.aliases else ""
    return f"{words[rule.status]}.{former}"


def _spelt(value: object) -> str:
    """Spell a value as a rule file does."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_spelt, value))}]"
    return str(value)


def _quoted(text: str) -> str:
    """Show a text as it is, on one line: nothing in it is Markdown, and what is not seen is spelt out."""
    shown = "".join(_shown(character) for character in text)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {shown} {fence}" if longest else f"{fence}{shown}{fence}"


def _shown(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character.isprintable() or character == "\u200d":  # part of emoji
        return character
    return f"\\u{ord(character):04x}"


def _turned(text: str, language: str) -> str:
    """Write an Arabic page from right to left."""
    return f'<div dir="rtl" lang="ar" markdown="1">\n\n{text}\n</div>\n' if language == "ar" else text
