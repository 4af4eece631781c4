"""One page a rule in each language: the same headings everywhere, and everything shown as it is."""

from __future__ import annotations

import re

import pytest

from replylint.pages import LANGUAGES, page, pages

HEADINGS = {
    "en": [
        "Why it matters",
        "What it says",
        "Where it holds",
        "When it applies",
        "Fix",
        "Examples",
        "Source",
        "Status",
    ],
    "ar": ["لماذا تهم", "نص الملاحظة", "أين تسري", "متى تنطبق", "الإصلاح", "أمثلة", "المصدر", "الحالة"],
}


@pytest.fixture(scope="module")
def written(rulebook) -> dict[str, str]:
    return dict(pages(rulebook.book))


def test_an_index_and_a_page_a_rule_in_each_language(written, rulebook):
    names = ["index", *rulebook.rules]
    assert sorted(written) == sorted(f"{language}/{name}.md" for language in LANGUAGES for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_same_headings(written, rulebook, language):
    for name in rulebook.rules:
        text = written[f"{language}/{name}.md"]
        assert re.findall("^## (.+)$", text, re.MULTILINE) == HEADINGS[language], name
        assert re.findall("^# (.+)$", text, re.MULTILINE) == [name]


def test_arabic_pages_run_from_right_to_left_and_english_ones_do_not(written):
    for path, text in written.items():
        if path.startswith("ar/"):
            assert text.startswith('<div dir="rtl" lang="ar" markdown="1">\n\n# ')
            assert text.endswith("\n\n</div>\n")
            assert text.count("<div") == text.count("</div>") == 1
        else:
            assert text.startswith("# ")
            assert 'dir="rtl"' not in text


def test_no_page_holds_a_character_that_nobody_sees(written):
    for path, text in written.items():
        odd = {character for character in text if not character.isprintable() and character not in "\n\u200d"}
        assert not odd, path


def test_every_example_of_the_language_is_on_the_page(written, rulebook):
    for name, rule in rulebook.book.rules.items():
        for language in LANGUAGES:
            bullets = re.findall("^- `", written[f"{language}/{name}.md"], re.MULTILINE)
            assert len(bullets) == sum(example.language == language for example in rule.examples), name


def test_the_index_names_every_rule_with_its_severity_on_every_channel(written, rulebook):
    channels = rulebook.book.channels
    for language, off in (("en", "off"), ("ar", "معطّلة")):
        rows = [line for line in written[f"{language}/index.md"].splitlines() if line.startswith("| [")]
        assert [row.split("](")[0].removeprefix("| [") for row in rows] == sorted(rulebook.rules)
        for row in rows:
            name = row.split("](")[1].split(".md")[0]
            uses = [channels[channel].uses.get(name) for channel in channels]
            assert row.endswith(" | " + " | ".join(use.severity if use else off for use in uses) + " |")


def shown(tiny, language="en", channel=None, **rule):
    base = {"check": {"measure": "words", "max": 9}}
    book = tiny(
        {"complaint": {"of": ["customer"], "en": {"phrases": ["bad"]}}}, {"rule": {**base, **rule}}, channel
    ).rulebook.book
    text = page(book, book.rules["rule"], language)
    parts = re.split(r"^## (.+)\n\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pay\u200bment", "- `pay\\u200bment`"),
        ("a\u00a0b\u00adc", "- `a\\u00a0b\\u00adc`"),
        ("one\ntwo\n\nthree", "- `one⏎two⏎⏎three`"),
        ("a *b* <i>c</i> [d](e)", "- `a *b* <i>c</i> [d](e)`"),
        ("press `x` now", "- `` press `x` now ``"),
        ("👩‍💻 ok", "- `👩‍💻 ok`"),
        ("a\tb", "- `a\\u0009b`"),
    ],
)
def test_an_example_is_shown_on_one_line_with_what_is_hidden_spelt_out(tiny, text, expected):
    assert expected in shown(tiny, examples=[{"en": text, "bad": True}])["Examples"].splitlines()


@pytest.mark.parametrize("text", ["`x` now", "press `x`", "a `` b ` c"])
def test_backticks_at_the_edge_or_doubled_are_fenced(tiny, text):
    line = shown(tiny, examples=[{"en": text, "bad": True}])["Examples"].splitlines()[2]
    fence = re.match("- (`+)", line)[1]
    inner = line.removeprefix(f"- {fence}").removesuffix(fence)
    assert fence not in re.findall("`+", inner)
    assert not inner.startswith("`")
    assert not inner.endswith("`")


def test_an_example_says_what_is_known_of_the_draft(tiny):
    example = {"en": "Hi.", "good": True, "near_miss": True, "channel": "email", "customer_name": "Sara", "max": 3}
    assert (
        "- `Hi.` (channel: `email`; customer_name: `Sara`; max: `3`; near miss)"
        in shown(tiny, examples=[example])["Examples"]
    )


@pytest.mark.parametrize(
    ("key", "value", "spelt"),
    [
        ("first_reply", False, "first_reply: `false`"),
        ("public", True, "public: `true`"),
        ("attachments", [], "attachments: `[]`"),
        ("attachments", ["a.pdf", "b.pdf"], "attachments: `[a.pdf, b.pdf]`"),
        ("channel", "email", "channel: `email`"),
    ],
)
def test_a_value_is_spelt_as_in_a_rule_file(tiny, key, value, spelt):
    assert f"- `Hi.` ({spelt})" in shown(tiny, examples=[{"en": "Hi.", "good": True, key: value}])["Examples"]


def test_conditions_limits_fixes_and_names(tiny):
    channel = {
        "rules": {
            "rule": {"severity": "error", "max": 4, "measure": "sentences", "auto_fail": True, "when": {"public": True}}
        }
    }
    fix = {"insert": {"en": "Hi {name},", "ar": "مرحبا،"}, "safety": "unsafe"}
    rule = {"when": {"complaint": True, "language": "en"}, "fix": fix, "status": "preview", "aliases": ["old-rule"]}
    english = shown(tiny, "en", channel, **rule)
    assert english["When it applies"] == "All of these hold: `complaint: true`, `language: en`"
    assert english["Fix"] == "Inserts `Hi {name},` (unsafe: a person must look at it)."
    assert english["Status"] == "preview: it may still change. formerly: old-rule."
    assert "| email | error, fails the score | max 4 (sentences) | public: true |" in english["Where it holds"]
    arabic = shown(tiny, "ar", channel, **rule)
    assert "`مرحبا،`" in arabic["الإصلاح"]
    assert "old-rule" in arabic["الحالة"]


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        (None, "None: only a person can decide."),
        (
            {"collapse": "subject", "safety": "safe"},
            "Joins the subject into one line (safe: it cannot change what the reply means).",
        ),
        (
            {"clean": "hidden_characters", "safety": "safe"},
            "Replaces the hidden characters (safe: it cannot change what the reply means).",
        ),
    ],
)
def test_fixes(tiny, fix, expected):
    found = shown(tiny, **({"fix": fix} if fix else {}))
    assert (found["Fix"], found["When it applies"], found["Status"]) == (expected, "Always.", "stable.")
