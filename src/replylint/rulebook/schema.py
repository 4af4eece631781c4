"""JSON Schemas of the rule files, for editors. Made from the same words the loader checks by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replylint.rulebook.examples import GENDERS
from replylint.rulebook.model import LANGUAGES, MATCHES, READERS, SEGMENTS, SEVERITIES, STATUSES
from replylint.rulebook.rules import ANCHORS, FACTS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 0}
_FLAG = {"type": "boolean"}


def schemas() -> Mapping[str, dict[str, Any]]:
    """Give the schema of each kind of rule file by name: act, rule, channel."""
    return {"act": _act(), "rule": _rule(), "channel": _channel()}


def _object(properties: dict[str, Any], *required: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def _both(inner: Any = None) -> dict[str, Any]:
    return _object(dict.fromkeys(LANGUAGES, inner or _TEXT), *LANGUAGES)


def _list(inner: Any) -> dict[str, Any]:
    return {"type": "array", "items": inner}


def _root(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": _DIALECT, "title": title, **schema}


def _act() -> dict[str, Any]:
    segments = {"anyOf": [{"enum": list(SEGMENTS)}, _list({"enum": list(SEGMENTS)})]}
    entry = {
        "anyOf": [
            _TEXT,
            {"type": "integer"},
            _object({"phrase": _TEXT, "in": segments}, "phrase"),
            _object({"pattern": _TEXT, "needs": _list(_TEXT), "in": segments}, "pattern"),
        ]
    }
    lists = dict.fromkeys(("phrases", "maybe", "unless", "customer_says"), _list(entry))
    words = {"type": "object", "additionalProperties": _list({"type": ["string", "integer"]})}
    language = _object({"words": words, **lists})
    example = _object(
        {**dict.fromkeys(LANGUAGES, _TEXT), "has": _FLAG, "near_miss": _FLAG, "words": _TEXT},
        "has",
        oneOf=[{"required": [name]} for name in LANGUAGES],
    )
    readers = {"anyOf": [{"enum": list(READERS)}, _list({"enum": list(READERS)})]}
    properties = {
        "act": _TEXT,
        "summary": _both(),
        "of": readers,
        "in": segments,
        "whole": _FLAG,
        "quoted": _FLAG,
        "when_asked": _FLAG,
        "examples": _list(example),
    }
    return _root("replylint act file", _object({**properties, **dict.fromkeys(LANGUAGES, language)}, "act"))


def _when() -> dict[str, Any]:
    facts = {fact: _FLAG for fact in FACTS if fact != "language"}
    languages = {"enum": [*LANGUAGES, "mixed"]}
    return {"type": "object", "properties": {**facts, "language": languages}, "additionalProperties": _FLAG}


def _rule() -> dict[str, Any]:
    segments = {"anyOf": [{"enum": list(SEGMENTS)}, _list({"enum": list(SEGMENTS)})]}
    check = {
        "oneOf": [
            _object({"require": _TEXT, "in": segments}, "require"),
            _object({"forbid": _TEXT, "in": segments, "unless": _TEXT, "in_public": _TEXT}, "forbid"),
            _object({"count": _TEXT, "in": segments, "min": _COUNT, "max": _COUNT}, "count"),
            _object({"first": _TEXT, "within": _COUNT}, "first"),
            _object({"match": {"enum": list(MATCHES)}}, "match"),
            _object({"measure": {"enum": list(MEASURES)}, "min": _COUNT, "max": _COUNT}, "measure"),
            _object({"name": {"enum": ["used", "right"]}}, "name"),
            {"type": "object", "properties": {"plugin": _TEXT}, "required": ["plugin"]},
        ]
    }
    safety = {"enum": ["safe", "unsafe"]}
    fix = {
        "oneOf": [
            _object({"collapse": {"const": "subject"}, "safety": safety}, "collapse", "safety"),
            _object({"clean": {"const": "hidden_characters"}, "safety": safety}, "clean", "safety"),
            _object(
                {"insert": _both(), "insert_unnamed": _both(), "at": {"enum": list(ANCHORS)}, "safety": safety},
                "insert",
                "safety",
            ),
        ]
    }
    context = {
        key: {"type": "string"} for key in ("channel", "customer_message", "customer_name", "agent_name", "subject")
    }
    example = _object(
        {
            **dict.fromkeys(LANGUAGES, _TEXT),
            **dict.fromkeys(("good", "bad", "near_miss", "first_reply", "public"), _FLAG),
            **dict.fromkeys(("min", "max", "minutes", "rings"), _COUNT),
            "attachments": _list(_TEXT),
            "customer_gender": {"enum": list(GENDERS)},
            **context,
        },
        oneOf=[{"required": [name]} for name in LANGUAGES],
    )
    properties = {
        "rule": _TEXT,
        **dict.fromkeys(("summary", "message", "why"), _both()),
        "source": _TEXT,
        "check": check,
        "when": _when(),
        "severity": {"enum": list(SEVERITIES)},
        "near": _object({"severity": {"enum": list(SEVERITIES)}, "message": _both()}, "severity", "message"),
        "fix": fix,
        "status": {"enum": list(STATUSES)},
        "aliases": _list(_TEXT),
        "examples": {**_list(example), "minItems": 1},
    }
    needed = ("rule", "summary", "message", "why", "source", "check", "severity", "examples")
    return _root("replylint rule file", _object(properties, *needed))


def _channel() -> dict[str, Any]:
    severity = {"enum": [*SEVERITIES, "off"]}
    properties = {
        "severity": {"enum": list(SEVERITIES)},
        "when": _when(),
        **dict.fromkeys(("min", "max", "weight"), _COUNT),
        "measure": {"enum": list(MEASURES)},
        "auto_fail": _FLAG,
        "allow": _list(_TEXT),
    }
    use = {"anyOf": [severity, _object(properties)]}
    return _root(
        "replylint channel file",
        _object(
            {
                "channel": _TEXT,
                "extends": _TEXT,
                "summary": _both(),
                "public": _FLAG,
                "fail_on": {"enum": list(SEVERITIES)},
                "weights": _object(dict.fromkeys(SEVERITIES, _COUNT)),
                "ignore": _list(_TEXT),
                "rules": {"type": "object", "additionalProperties": use},
            },
            "channel",
        ),
    )
