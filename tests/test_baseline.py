"""A baseline: what is known is hidden, what is new is shown, what is gone is named."""

from __future__ import annotations

import json

import pytest

from replylint import Draft
from replylint.baseline import read, stale, without_known, write
from replylint.errors import ConfigError

BARE = "The lamp with the oak foot will be back on Monday."
LINES = [
    {"id": "one", "text": BARE, "channel": "chat"},
    {"id": "two", "text": "Hello Ruth, thank you. Dear {name}, it ships.", "channel": "chat"},
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, LINES)))
    return tmp_path


def rules(ran):
    return [[one["rule"] for one in item["report"]["findings"]] for item in json.loads(ran.out)["reports"]]


def test_what_was_written_down_is_hidden_the_next_time(cli, here):  # noqa: ARG001  a folder with drafts
    first = cli("check", "a.jsonl", "--write-baseline", "known.json", "--format", "json")
    assert first.code == 1
    assert all("missing" in "".join(found) or "placeholder-unfilled" in found for found in rules(first))
    again = cli("check", "a.jsonl", "--baseline", "known.json", "--format", "json")
    assert (again.code, again.err, rules(again)) == (0, "", [[], []])
    assert [item["report"]["passed"] for item in json.loads(again.out)["reports"]] == [True, True]


def test_a_new_finding_is_shown_alone(cli, here):
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    changed = {**LINES[0], "text": BARE + " It is for {city}."}
    (here / "a.jsonl").write_text("\n".join(map(json.dumps, [changed, LINES[1]])))
    ran = cli("check", "a.jsonl", "--baseline", "known.json", "--format", "json")
    assert (ran.code, rules(ran)) == (1, [["placeholder-unfilled"], []])


def test_edits_elsewhere_leave_it_alone(cli, here):
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    moved = {**LINES[1], "text": "Hello Ruth, thank you so much. It  ships, dear {name}."}
    (here / "a.jsonl").write_text("\n".join(map(json.dumps, [LINES[0], moved])))
    assert cli("check", "a.jsonl", "--baseline", "known.json").code == 0


def test_stale_entries_are_named_on_stderr(cli, here):
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    (here / "a.jsonl").write_text(json.dumps(LINES[0]))
    ran = cli("check", "a.jsonl", "--baseline", "known.json", "--format", "json")
    assert ran.code == 0
    assert ran.err.startswith("known.json: ")
    assert "stale entries, their findings are gone: " in ran.err
    assert "placeholder-unfilled" in ran.err
    assert "greeting-missing" not in ran.err
    json.loads(ran.out)


def test_one_stale_entry_is_one(cli, here):
    known = {"schema": "replylint-baseline/1", "findings": {"0" * 16: "blame"}}
    (here / "known.json").write_text(json.dumps(known))
    ran = cli("check", "a.jsonl", "--baseline", "known.json")
    assert ran.err == "known.json: 1 stale entry, its finding is gone: blame\n"


def test_nothing_is_written_where_nothing_could_be_read(cli, here):
    (here / "known.json").write_text("precious")
    (here / "a.jsonl").write_text("{")
    ran = cli("check", "a.jsonl", "--write-baseline", "known.json")
    assert ran.code == 2
    assert "known.json: not written, since no draft could be read" in ran.err
    assert (here / "known.json").read_text() == "precious"


def test_an_ignored_rule_is_not_stale(cli, here):
    (here / "b.jsonl").write_text(json.dumps(LINES[0]))
    cli("check", "b.jsonl", "--write-baseline", "known.json")
    ran = cli("check", "b.jsonl", "--baseline", "known.json", "--ignore", "greeting-missing")
    assert (ran.code, ran.err) == (0, "")


def test_both_at_once_bring_a_baseline_up_to_date(cli, here):
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    before = json.loads((here / "known.json").read_text())["findings"]
    (here / "a.jsonl").write_text(json.dumps(LINES[1]))
    assert cli("check", "a.jsonl", "--baseline", "known.json", "--write-baseline", "known.json").code == 0
    after = json.loads((here / "known.json").read_text())["findings"]
    assert after
    assert after.items() < before.items()


def test_nothing_of_the_text_is_in_the_file(cli, here):
    secret = {
        "id": "Ruth-4471",
        "text": BARE + " Dear {name}, شكرا.",
        "customer": {"name": "Ruth Bell"},
        "customer_message": "The oak is broken!",
        "subject": "Oak",
    }
    (here / "a.jsonl").write_text(json.dumps(secret))
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    text = (here / "known.json").read_text()
    assert json.loads(text)["schema"] == "replylint-baseline/1"
    assert json.loads(text)["findings"]
    for word in ("lamp", "oak", "Ruth", "4471", "{name}", "شكر", "a.jsonl", "Monday"):
        assert word.lower() not in text.lower(), word
    assert all(len(name) == 16 and int(name, 16) >= 0 for name in json.loads(text)["findings"])


def test_the_file_is_sorted_by_rule(cli, here):
    cli("check", "a.jsonl", "--write-baseline", "known.json")
    pairs = [(rule, name) for name, rule in json.loads((here / "known.json").read_text())["findings"].items()]
    assert pairs == sorted(pairs)


NOT_ONE = [
    (b"", "not a baseline"),
    (b"{", "not a baseline"),
    (b"[]", 'an object with "schema": "replylint-baseline/1" and "findings" is needed'),
    (b"5", "is needed"),
    (b'{"schema": "replylint-baseline/2", "findings": {}}', "is needed"),
    (b'{"findings": {}}', "is needed"),
    (b'{"schema": "replylint-baseline/1"}', "is needed"),
    (b'{"schema": "replylint-baseline/1", "findings": []}', "is needed"),
    (b'{"schema": "replylint-baseline/1", "findings": {"a": 1}}', "is needed"),
    (b"\xff\xfe", "not a baseline"),
]


@pytest.mark.parametrize(("data", "message"), NOT_ONE)
def test_what_is_no_baseline_ends_with_2_and_says_so(cli, here, data, message):
    (here / "known.json").write_bytes(data)
    ran = cli("check", "a.jsonl", "--baseline", "known.json")
    assert (ran.code, ran.out) == (2, "")
    assert "known.json: not a baseline" in ran.err
    assert message in ran.err


def test_a_baseline_nested_too_deep_is_none(cli, here):
    (here / "known.json").write_bytes(b"[" * 200_000)
    assert cli("check", "a.jsonl", "--baseline", "known.json").code == 2


def test_a_missing_baseline_and_one_that_cannot_be_written(cli, here):  # noqa: ARG001  a folder with a draft
    ran = cli("check", "a.jsonl", "--baseline", "nowhere.json")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere.json: No such file or directory" in ran.err
    ran = cli("check", "a.jsonl", "--write-baseline", "nowhere/known.json")
    assert ran.code == 2
    assert "nowhere/known.json: No such file or directory" in ran.err


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
@pytest.mark.parametrize("fixing", [["--fix"], ["--diff"], ["--fix", "--unsafe-fixes"]])
def test_it_does_not_go_with_fixes(cli, here, option, fixing):
    before = (here / "a.jsonl").read_bytes()
    ran = cli("check", "a.jsonl", option, "known.json", *fixing)
    assert (ran.code, ran.out) == (2, "")
    assert "do not go with --fix or --diff" in ran.err
    assert (here / "a.jsonl").read_bytes() == before
    assert not (here / "known.json").exists()


def test_ignore_on_the_command_line(cli, here):  # noqa: ARG001
    found = rules(
        cli("check", "a.jsonl", "--ignore", "greeting-missing", "--ignore", "placeholder-unfilled", "--format", "json")
    )
    assert found[0]
    assert not {"greeting-missing", "placeholder-unfilled"} & {*found[0], *found[1]}
    ran = cli("check", "a.jsonl", "--ignore", "greeting-mising")
    assert (ran.code, ran.out) == (2, "")
    assert 'unknown rule "greeting-mising"; did you mean "greeting-missing"?' in ran.err


@pytest.mark.parametrize(("fail_on", "passed"), [("error", True), ("warning", False), ("info", False)])
def test_passed_is_worked_out_anew_by_the_fail_level(linter, fail_on, passed):
    report = linter.lint(Draft(text=BARE, channel="chat"))
    known = {one.fingerprint: one.rule for one in report.findings if one.severity == "error"}
    assert known
    assert not report.passed
    left = without_known(report, known, fail_on)
    assert {one.severity for one in left.findings} == {"warning", "info"}
    assert left.passed is passed
    assert (left.score, left.verdicts, left.acts) == (report.score, report.verdicts, report.acts)


def test_a_report_without_known_findings_stays_as_it_is(linter):
    report = linter.lint(Draft(text=BARE, channel="chat"))
    assert without_known(report, {"0" * 16: "greeting-missing"}, "error") is report


def test_read_gives_what_was_written(tmp_path):
    found = {"b" * 16: "blame", "a" * 16: "rude", "c" * 16: "blame"}
    write(tmp_path / "known.json", found)
    assert read(tmp_path / "known.json") == found
    assert stale(found, {"a" * 16}) == {"b" * 16: "blame", "c" * 16: "blame"}
    (tmp_path / "bom.json").write_bytes(b"\xef\xbb\xbf" + (tmp_path / "known.json").read_bytes())
    assert read(tmp_path / "bom.json") == found
    with pytest.raises(ConfigError, match="No such file"):
        read(tmp_path / "nowhere.json")
