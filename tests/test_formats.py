"""Outputs: golden files of one run over many kinds of draft, and what each format must never get wrong.

REPLYLINT_UPDATE_GOLDEN=1 rewrites the golden files. They are made with the rules in tests/data/tiny-rules, so that
tuning the real phrases does not touch them.
"""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from replylint import Draft, Linter, Report, Rulebook
from replylint.formats import FORMATS, write
from replylint.formats.outcome import Outcome, Run
from replylint.formats.text import excerpt, isolated
from replylint.rulebook.load import parse
from replylint.rulebook.sources import Source

HERE = Path(__file__).resolve().parent
TINY = HERE / "data" / "tiny-rules"
FSI, PDI = "\u2068", "\u2069"
DRAFTS: list[tuple[str, int | None, dict[str, object]]] = [
    ("good.txt", None, {"text": "Hello Sara, it ships today."}),
    ("shrug.txt", None, {"text": "Dear Sara,\r\n\r\nIt ships today 👍🏽 so whatever, 50% off: fine.\r\n"}),
    (
        "bare.json",
        None,
        {
            "text": "It ships today, anyhow.",
            "customer": {"name": "Sara Bell"},
            "subject": "Order\n4471",
            "id": "bare-1",
        },
    ),
    ("ردود.jsonl", 3, {"text": "السلام عليكم، هذا مش شغلنا والله.", "customer": {"name": "سارة"}}),
    ("ردود.jsonl", 4, {"text": "طلبك جاهز يا سارة.", "customer": {"name": "سارة"}, "id": "ar-4"}),
    ("odd, name: 100%.txt", None, {"text": 'Hello\x1b[31m Sara, whatever\x07 <b>&"x"</b>'}),
]
GOLDEN = [(form, messages) for form in FORMATS for messages in ("en", "ar") if messages == "en" or form == "text"]


def tiny() -> Rulebook:
    files = sorted(TINY.glob("*/*.yaml"))
    return Rulebook(
        parse(
            [
                Source(0, path.parent.name, f"rules/{path.parent.name}/{path.name}", path.read_text("utf-8"))
                for path in files
            ]
        )
    )


def outcomes(messages: str) -> list[Outcome]:
    linter = Linter(tiny(), messages=messages)
    made = []
    for name, line, data in DRAFTS:
        draft = Draft.read(data)
        made.append(Outcome(name, line, draft, linter.lint(draft), plain=name.endswith(".txt")))
    made.insert(3, Outcome("ردود.jsonl", 2, error="ردود.jsonl:2: not JSON: Expecting value at line 1, column 9"))
    return made


def run(messages: str = "en", *, colour: bool = False) -> Run:
    return Run("0.0.0", "0123456789abcdef", tiny().book.rules, messages, colour)


def written(form: str, messages: str = "en", made: list[Outcome] | None = None) -> str:
    out = io.StringIO(newline="")
    write(form, iter(outcomes(messages) if made is None else made), out, run(messages))
    return out.getvalue()


@pytest.mark.parametrize(("form", "messages"), GOLDEN)
def test_the_output_is_the_golden_file(form, messages):
    path = HERE / "golden" / f"{form}.{messages}.txt"
    out = written(form, messages)
    if os.environ.get("REPLYLINT_UPDATE_GOLDEN"):
        path.write_bytes(out.encode())
    assert out.encode() == path.read_bytes()


@pytest.mark.skipif("REPLYLINT_UPDATE_GOLDEN" in os.environ, reason="the golden files are being written")
def test_every_golden_file_is_compared():
    there = {path.name for path in (HERE / "golden").glob("*.*.txt") if path.name.split(".")[0] in FORMATS}
    assert there == {f"{form}.{messages}.txt" for form, messages in GOLDEN}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_drafts_give_the_same_bytes(form):
    assert written(form) == written(form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_unreadable_draft_is_in_every_output(form):
    assert "ردود.jsonl:2" in written(form) or "line=2" in written(form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_draft_at_all_is_still_a_document(form):
    out = written(form, made=[])
    assert "\033" not in out
    assert out == "" or out.endswith("\n")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_reports_keep_to_the_schema_of_reports(form):
    out = written(form)
    items = (
        json.loads(out)["reports"]
        if form == "json"
        else [item for item in map(json.loads, out.splitlines()) if "report" in item]
    )
    schema = Draft202012Validator(Report.model_json_schema())
    assert len(items) == len(DRAFTS)
    assert [error.message for item in items for error in schema.iter_errors(item["report"])] == []
    assert [Report.model_validate(item["report"]).draft_id for item in items] == [
        data.get("id") for _, _, data in DRAFTS
    ]


def test_json_counts_what_it_holds():
    document = json.loads(written("json"))
    assert document["schema"] == "replylint/1"
    assert document["summary"] == {"drafts": 7, "passed": 4, "failed": 2, "unreadable": 1}
    assert [(item["file"], item["line"]) for item in document["errors"]] == [("ردود.jsonl", 2)]


def test_json_lines_are_one_object_a_draft_in_order():
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [(line["file"], line["line"]) for line in lines] == [
        (outcome.name, outcome.line) for outcome in outcomes("en")
    ]
    assert ["error" in line for line in lines] == [outcome.error is not None for outcome in outcomes("en")]
    assert all(("error" in line) != ("report" in line) for line in lines)


def test_sarif_has_what_the_standard_asks_for():
    log = json.loads(written("sarif"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (one,) = log["runs"]
    driver = one["tool"]["driver"]
    known = [rule["id"] for rule in driver["rules"]]
    assert (driver["name"], driver["version"], one["columnKind"]) == ("replylint", "0.0.0", "unicodeCodePoints")
    assert {rule["defaultConfiguration"]["level"] for rule in driver["rules"]} <= {"error", "warning", "note"}
    for result in one["results"]:
        assert result["ruleId"] in known
        assert result["message"]["text"]
        assert (result["kind"] == "fail") is (result["level"] != "none")
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(" ،,")
    assert {result["kind"] for result in one["results"]} == {"fail", "review"}
    (invocation,) = one["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [notice["level"] for notice in invocation["toolExecutionNotifications"]] == ["error"]


def test_sarif_regions_cut_the_words_out_of_the_file():
    text = str(DRAFTS[1][2]["text"])
    results = json.loads(written("sarif"))["runs"][0]["results"]
    (region,) = [item["locations"][0]["physicalLocation"]["region"] for item in results if "shrug.txt" in str(item)]
    assert text[region["charOffset"] :][: region["charLength"]] == "whatever"
    line = text.split("\r\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "whatever"


def test_junit_is_xml_and_counts_what_it_holds():
    suites = ET.fromstring(written("junit").encode())  # noqa: S314  our own output
    assert len(suites) == len(DRAFTS) + 1
    for suite in suites:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{tag}")), tag
    assert len(suites.findall("testsuite/testcase/error")) == 1
    assert "Careless: whatever" in [failure.attrib["message"] for failure in suites.iter("failure")]


@given(st.text())
def test_junit_is_xml_whatever_the_names_and_errors_hold(text):
    ET.fromstring(written("junit", made=[Outcome(text, error=text)]).encode("utf-8", "surrogatepass"))  # noqa: S314


@given(st.text())
def test_github_commands_stay_on_one_line(text):
    out = written("github", made=[Outcome(text, error=text)])
    assert out.count("\n") == 1
    assert "\r" not in out


def test_github_properties_are_escaped():
    line = next(line for line in written("github").splitlines() if "odd" in line and "shrug" in line)
    assert line.startswith("::warning file=odd%2C name%3A 100%25.txt,line=1,col=")


def lines_with_arabic(out: str) -> list[str]:
    return [line for line in out.splitlines() if any("\u0621" <= letter <= "\u064a" for letter in line)]


@pytest.mark.parametrize("messages", ["en", "ar"])
def test_text_isolates_every_arabic_letter(messages):
    found = lines_with_arabic(written("text", messages))
    assert found
    for line in found:
        depth = 0
        for letter in line:
            depth += (letter == FSI) - (letter == PDI)
            assert 0 <= depth <= 1, line
            assert depth == 1 or not "\u0621" <= letter <= "\u064a", line
        assert depth == 0, line


@pytest.mark.parametrize("messages", ["en", "ar"])
def test_text_holds_nothing_that_moves_the_cursor(messages):
    out = written("text", messages)
    assert not {letter for letter in out if ord(letter) < 0x20 and letter != "\n"}
    assert not {letter for letter in out if letter in "\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067"}


@pytest.mark.parametrize(
    ("form", "messages", "asked"),
    [
        ("text", "en", "shrug: maybe, please check: Careless: anyhow\n"),
        ("text", "ar", f"shrug: {FSI}ربما، يُرجى التحقق: لا مبالاة: anyhow{PDI}\n"),
        ("github", "en", "::maybe, please check: Careless: anyhow\n"),
    ],
)
def test_what_is_unsure_is_put_as_a_question_and_what_is_sure_is_not(form, messages, asked):
    out = written(form, messages)
    assert asked in out
    assert out.count(asked.split("shrug: ")[-1][:9]) == 1


def test_text_is_coloured_only_when_wanted():
    out = io.StringIO()
    write("text", iter(outcomes("en")), out, run(colour=True))
    assert "\033[31merror\033[0m" in out.getvalue()
    assert "\033" not in written("text").replace("\x1b[31m Sara", "")


@pytest.mark.parametrize(
    ("text", "marked", "lines"),
    [
        ("It ships whatever today.", "whatever", ["It ships whatever today.", "         ^^^^^^^^"]),
        ("one\nwhatever\nthree", "whatever", ["whatever", "^^^^^^^^"]),
        ("one\r\nwhatever\r\nthree", "whatever", ["whatever", "^^^^^^^^"]),
        ("👍 whatever", "whatever", ["👍 whatever", "   ^^^^^^^^"]),
        ("a\u0301 whatever", "whatever", ["a\u0301 whatever", "  ^^^^^^^^"]),
        ("a\tb\x07 whatever", "whatever", ["a␣b␣ whatever", "     ^^^^^^^^"]),
        ("هذا مش شغلنا", "مش شغلنا", [f"{FSI}هذا مش شغلنا{PDI}", f"^ {FSI}مش شغلنا{PDI}"]),
        ("x" * 60 + " whatever " + "y" * 60, "whatever", ["x" * 39 + " whatever " + "y" * 39, " " * 40 + "^^^^^^^^"]),
    ],
)
def test_excerpts(text, marked, lines):
    start = text.index(marked)
    assert excerpt(text, start, start + len(marked)) == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("شكرا", f"{FSI}شكرا{PDI}"),
        ("a\u202eb", "a␣b"),
        ("a\x1bb", "a␣b"),
        ("می\u200cخواهم", f"{FSI}می\u200cخواهم{PDI}"),
        ("", ""),
    ],
)
def test_isolated(text, shown):
    assert isolated(text) == shown
