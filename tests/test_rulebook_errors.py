"""A bad rule file: every problem at once, each with file:line:column, the key's path and the nearest valid word."""

from __future__ import annotations

import pickle
import re

import pytest

from replylint import Linter, Rulebook
from replylint.errors import Problem, RulebookError
from replylint.rulebook.load import load, parse
from replylint.rulebook.sources import Source
from replylint.rulebook.yaml import read

RULE = """\
rule: parcel-missing
summary: {en: No parcel., ar: لا طرد.}
message: {en: No parcel., ar: لا طرد.}
why: {en: They wait for it., ar: ينتظرونه.}
source: ours
check: {require: thanks, in: [opening, body, closing]}
severity: warning
examples:
  - {en: "Thank you.", good: true}
"""
ACT = """\
act: parcel
summary: {en: A parcel., ar: طرد.}
en:
  phrases: [the parcel]
examples:
  - {en: "Here is the parcel.", has: true}
"""
CHANNEL = """\
channel: fax
summary: {en: Fax., ar: فاكس.}
rules:
  thanks-missing: warning
"""


@pytest.fixture
def problems(tmp_path):
    """Write files into a team's folder and give what loading it complains about."""

    def load_with(files: dict[str, str | bytes]) -> tuple[Problem, ...]:
        for name, content in files.items():
            path = tmp_path / "team" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(RulebookError) as error:
            load(tmp_path / "team", with_packs=False)
        return error.value.problems

    return load_with


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


WRONG_WORDS = [
    # file, what is written, by what it is replaced, line, path, message
    (
        "etiquette/p.yaml",
        RULE,
        "source: ours",
        "sorce: ours",
        5,
        "sorce",
        'unknown key "sorce"; did you mean "source"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "require: thanks",
        "require: thank",
        6,
        "check.require",
        'unknown act "thank"; did you mean "thanks"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "{require: thanks, in",
        "{forbid: thanks, unless: apolgy, in",
        6,
        "check.unless",
        'unknown act "apolgy"; did you mean "apology"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "[opening, body",
        "[openning, body",
        6,
        "check.in",
        'unknown segment "openning"; did you mean "opening"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "severity: warning",
        "severity: warn",
        7,
        "severity",
        'unknown severity "warn"; did you mean "warning"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "{require: thanks, in: [opening, body, closing]}",
        "{measure: word, max: 3}",
        6,
        "check.measure",
        'unknown measure "word"; did you mean "words"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "{require: thanks, in: [opening, body, closing]}",
        "{name: use}",
        6,
        "check.name",
        'unknown kind of name check "use"; did you mean "used"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "severity: warning",
        "severity: warning\nwhen: {complain: true}",
        8,
        "when.complain",
        'unknown key "complain"; did you mean "complaint"?',
    ),
    (
        "etiquette/p.yaml",
        RULE,
        "severity: warning",
        "severity: warning\nwhen: {language: fr}",
        8,
        "when.language",
        'unknown language "fr"',
    ),
    ("etiquette/p.yaml", RULE, '{en: "Thank you."', '{fr: "Merci."', 9, "examples[0].fr", 'unknown key "fr"'),
    (
        "etiquette/p.yaml",
        RULE,
        "{en: No parcel., ar: لا طرد.}\nmessage",
        "{en: No parcel., ar: لا طرد., de: Kein Paket.}\nmessage",
        2,
        "summary.de",
        'unknown key "de"; known: ar, en',
    ),
    ("acts/p.yaml", ACT, "en:\n", "fr:\n", 4, "fr", 'unknown key "fr"'),
    ("acts/p.yaml", ACT, "phrases:", "phrase:", 4, "en.phrase", 'unknown key "phrase"; did you mean "phrases"?'),
    ("acts/p.yaml", ACT, "en:\n", "of: [agnet]\nen:\n", 3, "of", 'unknown reader "agnet"; did you mean "agent"?'),
    ("acts/p.yaml", ACT, "en:\n", "in: [boddy]\nen:\n", 3, "in", 'unknown segment "boddy"; did you mean "body"?'),
    (
        "acts/p.yaml",
        ACT,
        ", has: true",
        ", hass: true",
        6,
        "examples[0].hass",
        'unknown key "hass"; did you mean "has"?',
    ),
    (
        "channels/f.yaml",
        CHANNEL,
        "thanks-missing: warning",
        "thanks-mising: warning",
        4,
        "rules.thanks-mising",
        'unknown rule "thanks-mising"; did you mean "thanks-missing"?',
    ),
    (
        "channels/f.yaml",
        CHANNEL,
        "thanks-missing: warning",
        "thanks-missing: of",
        4,
        "rules.thanks-missing",
        'unknown severity "of"; did you mean "off"?',
    ),
    (
        "channels/f.yaml",
        CHANNEL,
        "rules:",
        "extends: emial\nrules:",
        3,
        "extends",
        'unknown channel "emial"; did you mean "email"?',
    ),
    (
        "channels/f.yaml",
        CHANNEL,
        "rules:",
        "fail_on: eror\nrules:",
        3,
        "fail_on",
        'unknown severity "eror"; did you mean "error"?',
    ),
    (
        "channels/f.yaml",
        CHANNEL,
        "rules:",
        "publik: true\nrules:",
        3,
        "publik",
        'unknown key "publik"; did you mean "public"?',
    ),
    ("names/nicknames.yaml", "ar: [سارة]\n", "ar: [سارة]", "ar: [سارة]", 1, "", 'unknown name list "nicknames"'),
]


@pytest.mark.parametrize(("file", "text", "old", "new", "line", "path", "message"), WRONG_WORDS)
def test_a_wrong_word_is_named_with_its_place_and_the_nearest_right_one(
    problems, file, text, old, new, line, path, message
):
    found = problems({file: changed(text, old, new)})
    named = [problem for problem in found if problem.message.startswith(message)]
    assert [(problem.file.endswith(f"team/{file}"), problem.line, problem.path) for problem in named] == [
        (True, line, path)
    ]


WRONG_SHAPES = [
    ("etiquette/p.yaml", changed(RULE, "source: ours\n", ""), "", 'key "source" is missing'),
    (
        "etiquette/p.yaml",
        changed(RULE, "message: {en: No parcel., ar: لا طرد.}", "message: {en: No parcel.}"),
        "message",
        'key "ar" is missing',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, 'examples:\n  - {en: "Thank you.", good: true}\n', ""),
        "",
        'key "examples" is missing',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, '\n  - {en: "Thank you.", good: true}', " []"),
        "examples",
        "a rule without examples cannot be proved",
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, ", good: true", ""),
        "examples[0]",
        'an example is either "good: true" or "bad: true"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, ", good: true", ", good: true, bad: true"),
        "examples[0]",
        'an example is either "good: true" or "bad: true"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, '"Thank you."', '"Thank you.", ar: شكرا'),
        "examples[0]",
        'an example holds one text, under "ar" or "en"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "good: true", "good: yes"),
        "examples[0].good",
        'true or false is needed here, not "yes"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "{require: thanks, in: [opening, body, closing]}", "{measure: words}"),
        "check",
        'a measure needs a "min" or a "max"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "{require: thanks, in: [opening, body, closing]}", "{measure: words, max: -1}"),
        "check.max",
        'a bad limit: a whole number from 0 is needed, not "-1"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "{require: thanks, in: [opening, body, closing]}", "{measure: words, max: many}"),
        "check.max",
        'a bad limit: a whole number from 0 is needed, not "many"',
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "{require: thanks, in: [opening, body, closing]}", "{demand: thanks}"),
        "check",
        "a check is one of require, forbid, measure, count, first, match, name or plugin",
    ),
    (
        "etiquette/p.yaml",
        changed(RULE, "severity: warning", "severity: warning\nfix: {safety: safe}"),
        "fix",
        'a fix needs "insert", "collapse" or "clean"',
    ),
    ("etiquette/p.yaml", "- rule\n", "", "a mapping with the keys"),
    ("etiquette/p.yaml", "", "", "a mapping with the keys"),
    (
        "acts/p.yaml",
        changed(ACT, 'examples:\n  - {en: "Here is the parcel.", has: true}\n', ""),
        "",
        "an act without examples cannot be proved",
    ),
    ("acts/p.yaml", changed(ACT, "[the parcel]", "the parcel"), "en.phrases", "a list is needed here"),
    (
        "acts/p.yaml",
        changed(ACT, "[the parcel]", "[{in: [body]}]"),
        "en.phrases[0]",
        'one of the keys "phrase" and "pattern" is needed here',
    ),
    (
        "channels/f.yaml",
        changed(CHANNEL, "thanks-missing: warning", "thanks-missing: off"),
        "rules",
        "a channel with no active rule would pass everything",
    ),
    (
        "channels/f.yaml",
        changed(CHANNEL, "thanks-missing: warning", "reply-too-long: {max: 1.5}"),
        "rules.reply-too-long.max",
        "a bad limit: a whole number from 0 is needed",
    ),
    (
        "channels/f.yaml",
        changed(CHANNEL, "thanks-missing: warning", "thanks-missing: {max: 5}"),
        "rules.thanks-missing.max",
        'unknown key "max"',
    ),
    (
        "channels/f.yaml",
        changed(CHANNEL, "rules:\n  thanks-missing: warning", "extends: [email]\nrules: {}"),
        "extends",
        "unknown channel",
    ),
    (
        "channels/f.yaml",
        changed(CHANNEL, "rules:\n  thanks-missing: warning", "extends: fax\nrules: {}"),
        "extends",
        "channels extend each other",
    ),
]


@pytest.mark.parametrize(("file", "text", "path", "message"), WRONG_SHAPES)
def test_a_wrong_shape_is_named_with_its_path(problems, file, text, path, message):
    found = problems({file: text})
    assert [problem for problem in found if problem.path == path and problem.message.startswith(message)], found


UNREADABLE = [
    ("duplicate key", "rule: a\nsource: x\nrule: b\n", 3, 1, 'duplicate key "rule"'),
    ("duplicate key inside", "ar:\n  words: {x: [a], x: [b]}\n", 2, 19, 'duplicate key "x"'),
    ("anchor", "ar: &names [a]\n", 1, 5, "anchors and aliases are not allowed in rule files"),
    ("alias", "ar: [a]\nen: *names\n", 2, 5, "anchors and aliases are not allowed in rule files"),
    ("tag", "ar: !!python/object/apply:os.system [ls]\n", 1, 5, "tags are not allowed in rule files: tag:yaml.org,2002:python/object/apply:os.system"),
    ("tag of our own", "a: b\nar: !include other.yaml\n", 2, 5, "tags are not allowed in rule files: !include"),
    ("two documents", "act: a\n---\nact: b\n", 2, 1, "a rule file holds one document"),
    ("open bracket", "act: [a\nsummary: x\n", 2, 8, "not YAML: "),
    ("tab", "act:\n\t- a\n", 2, 1, "not YAML: "),
    ("key that is a list", "[a, b]: c\n", 1, 6, "a key is a word"),
    ("bidi override", "act: a\nsource: a\u202eb\n", 2, 10, "bidi control character U+202E"),
    ("bidi mark", "\u200fact: a\n", 1, 1, "bidi control character U+200F"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "column", "message"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE]
)
def test_a_file_that_is_not_plain_yaml_is_refused_at_its_place(text, line, column, message):
    root, found = read("rules/a.yaml", text)
    assert root is None
    assert [(problem.line, problem.column) for problem in found] == [(line, column)]
    assert found[0].message.startswith(message)


def test_every_bidi_control_is_refused():
    for letter in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        assert [problem.message for problem in read("a.yaml", f"a: b{letter}c")[1]] == [
            f"bidi control character U+{ord(letter):04X}"
        ]


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 5000 + "]" * 5000, "".join(f"{' ' * depth}a:\n" for depth in range(200)) + " " * 200 + "b"]
)
def test_deep_nesting_is_an_error_and_not_a_crash(text):
    root, found = read("a.yaml", text)
    assert root is None
    assert found[0].message in {"nested deeper than 20", "not YAML: exceeded maximum nesting depth"}  # ours, libyaml's


def test_an_alias_bomb_is_refused_before_it_grows():
    bomb = 'a: &a ["x","x","x","x"]\n' + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    root, found = read("a.yaml", bomb)
    assert (root, found[0].line) == (None, 1)


def test_a_very_large_file_is_refused():
    assert "longer than" in read("a.yaml", "a: " + "b" * 1_000_001)[1][0].message


YAML_1_2 = [
    ("no", "no"), ("off", "off"), ("yes", "yes"), ("on", "on"), ("NO", "NO"), ("y", "y"), ("true", True), ("False", False),
    ("~", None), ("null", None), ("", None), ("12", 12), ("-3", -3), ("0x1F", "0x1F"), ("1e3", "1e3"), ("1.5", 1.5),
    ("12:30:45", "12:30:45"), ("2024-01-31", "2024-01-31"), ('"true"', "true"), ("'12'", "12"), ("٤٤٧١", "٤٤٧١"), ("<<", "<<"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), YAML_1_2)
def test_scalars_are_those_of_yaml_1_2(written, meant):
    root, found = read("a.yaml", f"key: {written}\n")
    assert found == []
    assert root is not None
    value = root.data["key"].data
    assert (value, type(value)) == (meant, type(meant))


def test_off_turns_a_rule_off_and_no_is_a_phrase(tmp_path):
    (tmp_path / "channels").mkdir()
    (tmp_path / "acts").mkdir()
    (tmp_path / "channels" / "chat.yaml").write_text("channel: chat\nextends: chat\nrules: {thanks-missing: off}\n")
    (tmp_path / "acts" / "p.yaml").write_text(changed(ACT, "[the parcel]", "[no, off, yes]"), encoding="utf-8")
    book = load(tmp_path, with_packs=False)
    assert "thanks-missing" not in book.channels["chat"].uses
    assert [entry.phrase for entry in book.acts["parcel"].entries] == ["no", "off", "yes"]


def test_all_problems_of_all_files_come_at_once_sorted_by_place(problems):
    found = problems(
        {
            "etiquette/a.yaml": changed(
                changed(RULE, "source: ours", "sorce: ours"), "severity: warning", "severity: loud"
            ),
            "channels/b.yaml": changed(
                CHANNEL, "thanks-missing: warning", "thanks-mising: warning\n  offer-mising: info"
            ),
            "acts/c.yaml": "act: [a\n",
        }
    )
    assert len(found) >= 7
    assert list(found) == sorted(found)
    files = {problem.file.rsplit("/", 1)[-1] for problem in found}
    assert files == {"a.yaml", "b.yaml", "c.yaml"}


def test_an_error_reads_as_a_line_a_problem_and_survives_pickling(problems, tmp_path):
    problems({"etiquette/a.yaml": changed(RULE, "require: thanks", "require: thank")})
    with pytest.raises(RulebookError) as error:
        load(tmp_path / "team", with_packs=False)
    lines = str(error.value).splitlines()
    assert len(lines) == len(error.value.problems)
    assert all(re.fullmatch(r".+/a\.yaml:\d+:\d+: .+ \(.+\)", line) for line in lines)
    assert pickle.loads(pickle.dumps(error.value)).problems == error.value.problems  # noqa: S301  our own bytes


def test_channels_that_extend_each_other_are_all_named(problems):
    found = problems(
        {
            "channels/a.yaml": "channel: a\nextends: b\nsummary: {en: A., ar: أ.}\nrules: {}\n",
            "channels/b.yaml": "channel: b\nextends: a\nsummary: {en: B., ar: ب.}\nrules: {}\n",
        }
    )
    assert [(problem.file.rsplit("/", 1)[-1], problem.message) for problem in found] == [
        ("a.yaml", "channels extend each other"),
        ("b.yaml", "channels extend each other"),
    ]


def test_the_same_name_twice_in_one_folder_is_an_error(problems):
    found = problems({"etiquette/a.yaml": RULE, "etiquette/b.yaml": RULE})
    assert [problem.message.split(" in ")[0] for problem in found] == ['"parcel-missing" is already defined']


@pytest.mark.parametrize(
    ("files", "name", "line", "message"),
    [
        ({"acts/a.yaml": b"act: a\nsummary: \xff\n"}, "acts/a.yaml", 2, "not UTF-8"),
        ({"acts/a.yaml": ACT.encode("utf-16")}, "acts/a.yaml", 1, "not UTF-8"),
        ({"acts/notes.txt": b"hello"}, "acts/notes.txt", 1, "not a rule file: its name does not end in .yaml"),
        (
            {"greeting.yaml": b"act: greeting\n"},
            "greeting.yaml",
            1,
            "not read here: move it into one of acts, etiquette, channels, names",
        ),
        (
            {"rules/greeting.yaml": b"act: greeting\n"},
            "rules/greeting.yaml",
            1,
            "not read here: move it into one of acts, etiquette, channels, names",
        ),
        (
            {"acts/arabic/greeting.yaml": b"act: greeting\n"},
            "acts/arabic/greeting.yaml",
            1,
            "not read here: move it into one of acts, etiquette, channels, names",
        ),
    ],
)
def test_a_file_that_would_not_be_read_is_named(problems, files, name, line, message):
    found = problems({"channels/ok.yaml": CHANNEL, **files})
    assert [(problem.file.split("team/")[1], problem.line) for problem in found] == [(name, line)]
    assert found[0].message.startswith(message)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(
        RulebookError, match=r"no rule files \(\*\.yaml\) in any of its folders acts, etiquette, channels, names"
    ):
        load(tmp_path, with_packs=False)


@pytest.mark.parametrize(
    ("name", "message"), [("nowhere", "no such folder of rules"), ("file.txt", "a file, not a folder of rules")]
)
def test_a_folder_that_is_not_one_is_an_error(tmp_path, name, message):
    (tmp_path / "file.txt").touch()
    with pytest.raises(RulebookError, match=message):
        load(tmp_path / name)


def test_no_channel_at_all_is_an_error():
    with pytest.raises(RulebookError, match="no channel: nothing could be checked"):
        parse([Source(0, "acts", "rules/acts/p.yaml", ACT)])


UNREADABLE_PHRASES = [
    ("(the parcel", '"\\)" is missing'),
    ("the parcel)", 'unexpected "\\)"'),
    ("the ^parcel", '"\\^" stands only at the start of a phrase'),
    ("the <parcl>", 'unknown slot "<parcl>"'),
    ("<name>", "a phrase needs a word of its own"),
    ("...", "a phrase needs a word of its own"),
    ("~ parcel", '"~" follows a word or a group'),
    ("(" * 9 + "a" + ")" * 9, "nested deeper than 8"),
    ("[the]", "needs a word"),
]


@pytest.mark.parametrize(("phrase", "message"), UNREADABLE_PHRASES)
def test_a_phrase_that_cannot_be_read_is_named_with_its_place(tmp_path, phrase, message):
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "p.yaml").write_text(changed(ACT, "[the parcel]", f"[fine, '{phrase}']"), encoding="utf-8")
    with pytest.raises(RulebookError, match=message) as error:
        Linter(Rulebook.load(tmp_path, packs=False))
    (problem,) = error.value.problems
    assert (problem.file.endswith("acts/p.yaml"), problem.line, problem.column, problem.path) == (
        True,
        4,
        19,
        "en.phrases[1]",
    )
