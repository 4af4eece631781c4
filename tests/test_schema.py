"""JSON Schemas: the committed ones are those of the code, and everything written by hand keeps to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from replylint import Draft
from replylint.rulebook.yaml import read

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("act", "rule", "channel", "draft", "report")
ROOMS = {"acts": "act", "etiquette": "rule", "channels": "channel"}
RULE_FILES = [
    (ROOMS[path.parent.name], path) for room in ROOMS for path in sorted((ROOT / "rules" / room).glob("*.yaml"))
]
SAMPLES = sorted((ROOT / "docs" / "samples").glob("*.json"))


def committed(kind: str) -> dict[str, object]:
    return json.loads((ROOT / "rules" / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))


def wrong(kind: str, data: object) -> list[str]:
    return [
        f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(committed(kind)).iter_errors(data)
    ]


def plain(path: Path) -> object:
    """Read a rule file as its own loader does."""

    def bare(value):
        if isinstance(value.data, dict):
            return {key: bare(item) for key, item in value.data.items()}
        return [bare(item) for item in value.data] if isinstance(value.data, list) else value.data

    root, problems = read(str(path), path.read_text(encoding="utf-8"))
    assert not problems
    return bare(root)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_what_the_command_prints(cli, kind):
    ran = cli("rules", "schema", kind)
    assert ran.code == 0
    stale = f"stale: python -m replylint rules schema {kind} > rules/schema/{kind}.schema.json"
    assert ran.out == (ROOT / "rules" / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"), stale


def test_every_committed_schema_is_of_a_known_kind():
    assert sorted(path.name for path in (ROOT / "rules" / "schema").iterdir()) == sorted(
        f"{kind}.schema.json" for kind in KINDS
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_itself_valid(kind):
    Draft202012Validator.check_schema(committed(kind))


@pytest.mark.parametrize(
    ("kind", "path"), RULE_FILES, ids=[f"{path.parent.name}/{path.name}" for _, path in RULE_FILES]
)
def test_a_rule_file_keeps_to_its_schema(kind, path):
    assert wrong(kind, plain(path)) == []


def test_all_rooms_with_a_schema_hold_files():
    assert {path.parent.name for _, path in RULE_FILES} == set(ROOMS)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_a_sample_keeps_to_the_schema_of_drafts(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    assert wrong("draft", data) == []
    Draft.read(data)


def test_the_lines_of_the_batch_keep_to_the_schema_of_drafts():
    lines = (ROOT / "docs" / "samples" / "batch.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 1
    assert [wrong("draft", json.loads(line)) for line in lines] == [[]] * len(lines)


def test_a_report_keeps_to_its_schema(linter):
    report = linter.lint(Draft(text="Your parcel ships today.", subject="Order\n4471", customer={"name": "Sara"}))
    assert report.findings
    assert wrong("report", report.model_dump(mode="json")) == []


BAD = [
    ("channel", {"channel": "fax", "rules": {"thanks-missing": "loud"}}, "rules"),
    ("channel", {"channel": "fax", "publik": True}, "publik"),
    ("channel", {"extends": "email"}, "channel"),
    ("act", {"act": "parcel", "fr": {}}, "fr"),
    ("act", {"act": "parcel", "examples": [{"en": "A parcel."}]}, "has"),
    ("act", {"act": "parcel", "examples": [{"en": "A parcel.", "ar": "طرد", "has": True}]}, "examples"),
    ("rule", {"rule": "x"}, "examples"),
    ("draft", {"text": "Hi", "chanel": "chat"}, "chanel"),
    ("draft", {}, "text"),
]


@pytest.mark.parametrize(("kind", "data", "named"), BAD)
def test_a_schema_refuses_what_the_loader_refuses(kind, data, named):
    found = wrong(kind, data)
    assert any(named in message for message in found), found
