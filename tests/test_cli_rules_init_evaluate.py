"""The other commands: rules list, show, test and schema; init; evaluate; completion."""

from __future__ import annotations

import json
import sys

import pytest

from replylint.pages import page
from replylint.rulebook.load import load

BAD_RULE = """\
rule: lamp-missing
summary: {en: No lamp., ar: لا مصباح.}
message: {en: No lamp., ar: لا مصباح.}
why: {en: They want light., ar: يريدون الضوء.}
source: ours
check: {require: thanks}
severity: warning
examples:
  - {en: "Thank you for your letter.", bad: true, channel: fax}
"""
FAX = "channel: fax\nsummary: {en: Fax., ar: فاكس.}\nrules: {lamp-missing: warning}\n"
LABELLED = [
    {
        "id": "a",
        "text": "Dear Sara, thank you for your letter.",
        "labels": {"greeting": True, "thanks": True},
        "meta": {"lang": "en", "set": "tiny"},
    },
    {
        "id": "b",
        "text": "Dear Sara, thank you.",
        "labels": {"greeting": True, "thanks": False},
        "meta": {"lang": "en", "set": "tiny"},
    },
    {
        "id": "c",
        "text": "طلبك جاهز.",
        "labels": {"greeting": True, "thanks": False},
        "evidence": {"greeting": "طلبك"},
        "meta": {"lang": "ar", "set": "tiny"},
    },
]


def write(path, *lines: object):
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def team(tmp_path):
    for name, text in (("etiquette/lamp.yaml", BAD_RULE), ("channels/fax.yaml", FAX)):
        (tmp_path / "team" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "team" / name).write_text(text, encoding="utf-8")
    return tmp_path / "team"


def test_rules_list_names_every_rule_with_its_channels(cli, rulebook):
    ran = cli("rules", "list")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split(":")[0] for line in lines[::2]] == list(rulebook.rules)
    at = next(number for number, line in enumerate(lines) if line.startswith("thanks-missing: "))
    assert lines[at + 1] == "    chat warning, email warning, phone error, social info"


def test_rules_list_as_json_and_in_arabic(cli, rulebook):
    rows = json.loads(cli("rules", "list", "--format", "json", "--messages", "ar").out)
    assert [row["rule"] for row in rows] == list(rulebook.rules)
    thanks = next(row for row in rows if row["rule"] == "thanks-missing")
    assert thanks["summary"] == rulebook.book.rules["thanks-missing"].summary["ar"]
    assert thanks["channels"] == {"chat": "warning", "email": "warning", "phone": "error", "social": "info"}


def test_rules_list_with_a_teams_folder(cli, team):
    assert "lamp-missing: No lamp.\n    fax warning\n" in cli("rules", "list", "--rules", team).out


@pytest.mark.parametrize("messages", ["en", "ar"])
def test_rules_show_explains_every_rule(cli, rulebook, messages):
    for name, rule in list(rulebook.book.rules.items())[::4]:
        out = cli("rules", "show", name, "--messages", messages).out
        assert out.startswith(f"# {name}\n")
        for text in (rule.summary[messages], rule.why[messages], rule.source):
            assert text in out
        shown = [example for example in rule.examples if example.language == messages]
        assert sum(line.startswith("- ") for line in out.splitlines()) == len(shown)


@pytest.mark.parametrize("messages", ["en", "ar"])
def test_rules_show_writes_into_a_file_the_page_itself_and_isolates_arabic_on_a_terminal(
    cli, monkeypatch, rulebook, messages
):
    book = rulebook.book
    assert cli("rules", "show", "thanks-missing", "--messages", messages).out == page(
        book, book.rules["thanks-missing"], messages
    )
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    shown = cli("rules", "show", "thanks-missing", "--messages", messages).out
    assert "\u2068" in shown


def test_the_pages_of_the_rules_are_fresh(cli, root):
    ran = cli("rules", "docs", str(root / "docs" / "rules"), "--check")
    assert (ran.code, ran.out) == (0, "")


def test_a_stale_page_and_a_page_of_no_rule_are_named(cli, tmp_path):
    assert cli("rules", "docs", str(tmp_path)).code == 0
    (tmp_path / "en" / "rude.md").write_text("old", encoding="utf-8")
    (tmp_path / "en" / "gone.md").write_text("old", encoding="utf-8")
    ran = cli("rules", "docs", str(tmp_path), "--check")
    assert (ran.code, ran.out) == (1, "stale: en/rude.md\nstale: en/gone.md (no such rule)\n")


def test_rules_show_as_json(cli, rulebook):
    data = json.loads(cli("rules", "show", "reply-too-long", "--format", "json").out)
    assert data["check"] == {"kind": "measure", "measure": "words", "max": 200}
    assert data["fix"] is None
    assert len(data["examples"]) == len(rulebook.book.rules["reply-too-long"].examples)
    assert data["summary"].keys() == {"en", "ar"}


def test_an_unknown_rule_is_named_with_the_nearest_one(cli):
    ran = cli("rules", "show", "thanks-mising")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'unknown rule "thanks-mising"; did you mean "thanks-missing"?\n'


def test_rules_test_names_an_example_that_fails_and_what_is_missing(cli, team):
    ran = cli("rules", "test", team)
    assert ran.code == 1
    assert (
        f"{team}/etiquette/lamp.yaml:9: lamp-missing: bad, but pass: Thank you for your: Thank you for your letter."
        in ran.out
    )
    assert "2 bad examples in en are needed, but 1 found" in ran.out
    assert "3 good examples in ar are needed, but 0 found" in ran.out


def test_rules_test_as_json(cli, team):
    ran = cli("rules", "test", team, "--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 1
    mine = [failure for failure in data["failures"] if failure["owner"] == "lamp-missing" and failure["text"]]
    assert [(failure["line"], failure["expected"], failure["wrong"]) for failure in mine] == [
        (9, "bad", "pass: Thank you for your")
    ]
    assert data["examples"] > 500


@pytest.mark.parametrize("args", [("list", "--rules"), ("test",), ("show", "thanks-missing", "--rules")])
def test_rule_files_with_problems_end_with_2_and_all_of_them(cli, team, args):
    (team / "channels" / "fax.yaml").write_text(
        FAX.replace("lamp-missing", "lamp-mising").replace("channel:", "chanel:"), encoding="utf-8"
    )
    ran = cli("rules", *args, team)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) >= 2
    assert f"{team}/channels/fax.yaml:" in ran.err


@pytest.mark.parametrize("kind", ["act", "rule", "channel", "draft", "report"])
def test_rules_schema_prints_a_schema(cli, kind):
    ran = cli("rules", "schema", kind)
    assert ran.code == 0
    assert json.loads(ran.out)["type"] == "object"


def test_an_unknown_schema_is_a_usage_error(cli):
    assert cli("rules", "schema", "acts").code == 2


def test_what_init_writes_loads_and_changes_nothing(cli, tmp_path, monkeypatch, rulebook):
    monkeypatch.chdir(tmp_path)
    ran = cli("init")
    assert ran.code == 0
    assert "my-rules/channels/email.yaml written" in ran.out
    mine = load(tmp_path / "my-rules", with_packs=False)
    assert mine.channels == rulebook.book.channels
    written = (tmp_path / "my-rules" / "channels" / "email.yaml").read_text(encoding="utf-8")
    assert [name for name in rulebook.rules if f"\n  {name}: " not in written] == []


def test_init_overwrites_nothing(cli, tmp_path):
    target = tmp_path / "mine" / "channels" / "email.yaml"
    target.parent.mkdir(parents=True)
    target.write_text("ours")
    ran = cli("init", tmp_path / "mine")
    assert (ran.code, ran.err) == (2, f"{target} is already there; it was not changed\n")
    assert target.read_text() == "ours"


@pytest.mark.parametrize(
    ("name", "named"), [("my rules", "'my rules'"), ("two\nlines", "'two␣lines'"), ("قواعد", "'قواعد'")]
)
def test_init_writes_the_folder_as_a_shell_reads_it(cli, tmp_path, monkeypatch, name, named):
    monkeypatch.chdir(tmp_path)
    assert cli("init", name).out.endswith(f"use it with: replylint check --rules {named} FILE\n")
    assert load(tmp_path / name, with_packs=False).channels


def test_init_goes_into_a_folder_that_has_other_files(cli, tmp_path, team):
    assert cli("init", team).code == 0
    assert sorted(path.name for path in (team / "channels").iterdir()) == ["email.yaml", "fax.yaml"]
    (tmp_path / "file").touch()
    assert cli("init", tmp_path / "file").code == 2


def test_evaluate_prints_scores(cli, tmp_path):
    ran = cli("evaluate", write(tmp_path / "tiny.jsonl", *LABELLED))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("3 replies, rulebook ")
    block = ran.out.split("\nacts, all\n")[1].split("\n\n")[0]
    greeting, thanks = (line.split() for line in block.splitlines()[1:3])
    assert (greeting[0], greeting[1:4], greeting[-3:]) == ("greeting", ["1.000", "0.667", "0.800"], ["2", "0", "1"])
    assert (thanks[0], thanks[1:4], thanks[-3:]) == ("thanks", ["0.500", "1.000", "0.667"], ["1", "1", "0"])


def test_evaluate_by_group(cli, tmp_path):
    out = cli("evaluate", write(tmp_path / "tiny.jsonl", *LABELLED), "--by", "language").out
    assert [line for line in out.splitlines() if line.startswith("acts, ")] == [
        "acts, language ar",
        "acts, language en",
    ]


def test_evaluate_by_a_group_that_is_none_says_so(cli, tmp_path):
    ran = cli("evaluate", write(tmp_path / "tiny.jsonl", *LABELLED), "--by", "language", "--by", "lang:en")
    assert ran.code == 2
    assert ran.err.startswith('--by "lang:en": no such group; known: all, dialect none, language ar')


def test_evaluate_as_json(cli, tmp_path, rulebook):
    data = json.loads(cli("evaluate", write(tmp_path / "tiny.jsonl", *LABELLED), "--format", "json").out)
    assert (data["schema"], data["replies"]) == ("replylint-evaluation/1", 3)
    assert data["rulebook_digest"] == rulebook.digest
    greeting = data["acts"]["all"]["greeting"]
    assert (greeting["true_positive"], greeting["false_positive"], greeting["false_negative"]) == (2, 0, 1)
    assert greeting["f1"] == pytest.approx(0.8)
    assert greeting["f1_interval"][0] < 0.8 < greeting["f1_interval"][1]
    assert "errors" not in data


@pytest.mark.parametrize("form", ["text", "json"])
def test_evaluate_shows_the_errors_when_asked(cli, tmp_path, form):
    out = cli("evaluate", write(tmp_path / "tiny.jsonl", *LABELLED), "--errors", "--format", form).out
    if form == "json":
        assert [(miss["name"], miss["kind"], miss["draft_id"]) for miss in json.loads(out)["errors"]] == [
            ("thanks", "false alarm", "b"),
            ("greeting", "missed", "c"),
        ]
    else:
        assert "thanks: false alarm: b: thank you\n    Dear Sara, thank you.\n" in out
        assert "greeting: missed: c: \u2068طلبك\u2069\n    \u2068طلبك جاهز.\u2069\n" in out


def test_evaluate_names_a_broken_line_scores_the_rest_and_ends_with_2(cli, tmp_path):
    path = write(tmp_path / "tiny.jsonl", LABELLED[0], "{broken", LABELLED[1])
    ran = cli("evaluate", path)
    assert ran.code == 2
    assert ran.out.startswith("2 replies, ")
    assert ran.err.startswith(f"{path}:2: ")


def test_evaluate_names_a_reply_without_words_of_its_own_and_scores_the_rest(cli, tmp_path):
    quoted = {"id": "q", "text": "> only\n> quoted", "labels": {"greeting": False}}
    path = write(tmp_path / "tiny.jsonl", LABELLED[0], quoted, LABELLED[1])
    ran = cli("evaluate", path)
    assert ran.code == 2
    assert ran.out.startswith("2 replies, ")
    assert "nothing to judge" in ran.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_evaluate_with_an_unknown_rule_scores_the_rest_and_ends_with_2(cli, tmp_path, form):
    wrong = {**LABELLED[2], "rules": {"greeting-mising": True}}
    path = write(tmp_path / "tiny.jsonl", LABELLED[0], wrong, LABELLED[1])
    ran = cli("evaluate", path, "--format", form)
    message = f'{path}:2: rules: unknown rule "greeting-mising"; did you mean "greeting-missing"?'
    assert (ran.code, ran.err) == (2, f"{message}\n")
    if form == "json":
        assert (json.loads(ran.out)["replies"], json.loads(ran.out)["unreadable"]) == (2, [message])
    else:
        assert ran.out.startswith("2 replies, ")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no labelled reply in it"),
        (b"\n\n", "no labelled reply in it"),
        (b"\xff", "not UTF-8 (byte 0)"),
        (None, "No such file"),
    ],
)
def test_evaluate_of_nothing_is_no_success(cli, tmp_path, data, message):
    if data is not None:
        (tmp_path / "tiny.jsonl").write_bytes(data)
    ran = cli("evaluate", tmp_path / "tiny.jsonl")
    assert ran.code == 2
    assert message in ran.err


def test_evaluate_needs_a_file(cli):
    assert cli("evaluate").code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(cli, monkeypatch, shell):
    monkeypatch.setattr("click.shell_completion.BashComplete._check_version", lambda *_: None)
    ran = cli("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_REPLYLINT_COMPLETE" in ran.out


def test_completion_of_an_unknown_shell_is_a_usage_error(cli):
    assert cli("completion", "csh").code == 2
