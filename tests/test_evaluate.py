"""Scores: counts, shares, Wilson's interval; reading labelled replies; what is scored and what is left out."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import DraftError
from replylint.evaluate import Evaluation, Labelled, Score, evaluate, read_labelled, wilson


def labelled(text: str, labels: dict[str, bool | None], *, lang: str = "en", **more: object) -> str:
    return json.dumps(
        {"id": "x", "text": text, "labels": labels, "meta": {"lang": lang, "dialect": "us", "set": "tiny"}, **more},
        ensure_ascii=False,
    )


def read(*lines: str) -> list[Labelled]:
    found = list(read_labelled(lines, "tiny.jsonl"))
    assert all(isinstance(item, Labelled) for item in found), found
    return found


@pytest.fixture
def scored(linter):
    def run(*lines: str) -> Evaluation:
        return evaluate(linter, read(*lines))

    return run


@pytest.mark.parametrize(
    ("expected", "found", "counted"),
    [
        (True, True, (1, 0, 0, 0)),
        (False, True, (0, 1, 0, 0)),
        (True, False, (0, 0, 1, 0)),
        (False, False, (0, 0, 0, 1)),
    ],
)
def test_a_reply_counts_once(expected, found, counted):
    score = Score()
    score.add(expected=expected, found=found)
    assert (score.hits, score.false_alarms, score.misses, score.rejections) == counted


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(), None, None, None),
        (Score(rejections=9), None, None, None),
        (Score(hits=4), 1.0, 1.0, 1.0),
        (Score(hits=3, false_alarms=1), 0.75, 1.0, 6 / 7),
        (Score(hits=3, misses=1), 1.0, 0.75, 6 / 7),
        (Score(hits=6, false_alarms=2, misses=4), 0.75, 0.6, 2 / 3),
        (Score(false_alarms=2), 0.0, None, 0.0),
        (Score(misses=2), None, 0.0, 0.0),
    ],
)
def test_shares(score, precision, recall, f1):
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1 if f1 is None else pytest.approx(f1))


@pytest.mark.parametrize(  # textbook values of Wilson's interval at 95 %
    ("part", "whole", "low", "high"),
    [(9, 10, 0.5958, 0.9821), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)],
)
def test_wilsons_interval(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=1e-4)


def test_there_is_no_interval_of_nothing():
    assert wilson(0, 0) is None
    assert Score(rejections=5).interval() is None


@given(hits=st.integers(0, 200), false_alarms=st.integers(0, 200), misses=st.integers(0, 200))
def test_the_interval_holds_f1_and_stays_between_0_and_1(hits, false_alarms, misses):
    score = Score(hits, false_alarms, misses)
    interval = score.interval()
    if interval is None:
        assert hits + false_alarms + misses == 0
        return
    low, high = interval
    assert score.f1 is not None
    assert 0 <= low <= score.f1 + 1e-9
    assert score.f1 - 1e-9 <= high <= 1


@given(hits=st.integers(1, 50), wrong=st.integers(1, 50))
def test_ten_times_the_replies_make_a_narrower_interval(hits, wrong):
    few, many = Score(hits, wrong).interval(), Score(hits * 10, wrong * 10).interval()
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < few[1] - few[0]


@given(hits=st.integers(1, 100), false_alarms=st.integers(0, 100), misses=st.integers(0, 100))
def test_f1_is_the_harmonic_mean(hits, false_alarms, misses):
    score = Score(hits, false_alarms, misses)
    assert score.precision
    assert score.recall
    assert math.isclose(score.f1 or 0, 2 / (1 / score.precision + 1 / score.recall))


BROKEN = [
    ("{not json", "Expecting property name"),
    ("[1, 2]", 'needs an object "labels"'),
    ('"text"', 'needs an object "labels"'),
    ('{"text": "Hi"}', 'needs an object "labels"'),
    ('{"text": "Hi", "labels": ["greeting"]}', 'needs an object "labels"'),
    ('{"text": "Hi", "labels": {"greeting": "yes"}}', "labels are true, false or null: greeting"),
    ('{"text": "Hi", "labels": {"greeting": []}}', "labels are true, false or null: greeting"),
    ('{"labels": {"greeting": true}}', 'key "text" is missing'),
    ('{"text": 5, "labels": {}}', "text: "),
    ('{"text": "Hi", "labels": {}, "rules": ["greeting-missing"]}', "rules"),
    (
        '{"text": "Hi", "labels": {}, "rules": {"greeting-missing": "yes"}}',
        "labels are true, false or null: greeting-missing",
    ),
    ('{"text": "Hi", "labels": {}, "evidence": "Hi"}', "evidence"),
    ('{"text": "Hi", "labels": {}, "meta": "en"}', '"meta" is an object, not str'),
    ('{"text": "Hi", "labels": {}, "meta": false}', '"meta" is an object, not bool'),
    ('{"text": "Hi", "labels": {"thanks": 1}}', "labels are true, false or null: thanks"),
    ('{"text": "Hi", "labels": {"thanks": true, "thanks": false}}', 'key "labels.thanks" stands twice'),
    ('{"text": "Hi", "labels": {"thanks": NaN}}', 'not JSON: NaN in key "labels.thanks"'),
    ('{"text": "Hi", "labels": {"tone_problem": "rued"}}', 'or null; did you mean "rude"?'),
    (
        '{"text": "Hi", "labels": {"tone_problem": "sarcasm"}}',
        "labels: tone_problem is none, blame, argument, dismissive, impatience, rude or null",
    ),
    ('{"text": "Hi", "labels": {"tone_problem": ["rude"]}}', "labels: tone_problem is none, blame"),
    ('{"text": "Hi", "labels": {"tone_problem": true}}', "labels: tone_problem is none, blame"),
    ("[" * 100_000, "nested too deep"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN, ids=[line[:60] for line, _ in BROKEN])
def test_a_broken_line_is_named_and_stops_nothing(line, message):
    good = labelled("Hi Sara.", {"greeting": True})
    before, broken, after = read_labelled([good, line, good], "tiny.jsonl")
    assert isinstance(before, Labelled)
    assert isinstance(after, Labelled)
    assert isinstance(broken, DraftError)
    assert str(broken).startswith("tiny.jsonl:2: ")
    assert message in str(broken)


def test_empty_lines_are_passed_over_and_counted():
    found = list(read_labelled(["", labelled("Hi", {}), "  ", "{"], "tiny.jsonl"))
    assert [type(item) for item in found] == [Labelled, DraftError]
    assert str(found[1]).startswith("tiny.jsonl:4: ")


def test_what_is_not_part_of_a_draft_or_a_label_is_left_out():
    (item,) = read(labelled("Hi", {"greeting": True, "tone_problem": None}, annotator="b", subject=None))
    assert item.labels == {"greeting": True}
    assert (item.language, item.dialect, item.set) == ("en", "us", "tiny")
    (bare,) = read('{"text": "Hi", "labels": {}}')
    assert (bare.language, bare.dialect, bare.set) == ("unknown", "none", "all")


def test_groups_and_errors(scored):
    result = scored(
        labelled("Dear Sara, thank you for your letter.", {"greeting": True, "thanks": False, "apology": None}),
        labelled(
            "السلام عليكم، طلبك جاهز.", {"greeting": True, "thanks": True}, lang="ar", evidence={"thanks": "طلبك"}
        ),
    )
    assert result.replies == 2
    assert set(result.acts) == {"all", "language en", "language ar", "dialect us", "set tiny_en", "set tiny_ar"}
    greeting, thanks = result.acts["all"]["greeting"], result.acts["all"]["thanks"]
    assert (greeting.hits, greeting.false_alarms, greeting.misses) == (2, 0, 0)
    assert (thanks.hits, thanks.false_alarms, thanks.misses) == (0, 1, 1)
    assert "apology" not in result.acts["all"]
    assert [(miss.kind, miss.name) for miss in result.errors] == [("false alarm", "thanks"), ("missed", "thanks")]
    assert result.errors[0].words.lower().startswith("thank you")
    assert result.errors[1].words == "طلبك"


def test_a_label_without_a_recogniser_is_not_scored(scored):
    assert dict(scored(labelled("Hi Sara.", {"sarcasm": True})).acts) == {}


def test_complaint_is_read_in_the_customers_message(scored):
    reply = labelled(
        "Hello.",
        {"complaint": True},
        customer_message="This is unacceptable, I am very disappointed with your service.",
    )
    assert scored(reply).acts["all"]["complaint"].hits == 1


@pytest.mark.parametrize(
    ("name", "text", "lang", "excluded"),
    [
        ("Sara", "Hi Sara.", "en", False),
        ("سارة", "مرحبا سارة.", "ar", False),
        ("Sara", "مرحبا سارة.", "ar", True),
        ("سارة", "Hi Sara.", "en", True),
        ("سارة Sara", "مرحبا سارة.", "ar", False),
    ],
)
def test_a_name_on_record_in_the_other_script_is_scored_apart(scored, name, text, lang, excluded):
    result = scored(labelled(text, {"customer_name": True, "greeting": True}, lang=lang, customer={"name": name}))
    assert ("customer_name" in result.acts["all"]) is not excluded
    assert ("customer_name" in result.acts.get("other script", {})) is excluded
    assert "greeting" in result.acts["all"]


def test_rules_are_scored_where_they_are_labelled(scored):
    rules = {"greeting-missing": True, "thanks-missing": False, "apology-missing": None}
    result = scored(labelled("Your parcel ships today.", {}, rules=rules))
    assert result.rules["all"]["greeting-missing"].hits == 1
    assert result.rules["all"]["thanks-missing"].false_alarms == 1
    assert "apology-missing" not in result.rules["all"]
    assert scored(labelled("Your parcel ships today.", {})).rules == {}


UNJUDGED = [
    # a line, the key at fault and what is wrong
    (labelled("A secret word.", {}, rules={"thanks-mising": True}), 'rules: unknown rule "thanks-mising"; did you mean "thanks-missing"?'),
    (labelled("A secret word.", {}, rules={"zorb": True, "blam": None}), 'rules: unknown rule "zorb"; rules: unknown rule "blam"; did you mean "blame"?'),
    (labelled("> A secret word.", {"thanks": True}), "nothing to judge: the draft holds only quoted text"),
    (labelled("A secret word.", {}, channel="chta"), 'unknown channel "chta"; did you mean "chat"?'),
    (labelled("A secret word.", {}, language="arabic"), "language: "),
    (labelled("A secret\0word.", {}), "text: holds a NUL character at 8"),
    ('{"text": "A secret word.", "labels": {}', "not JSON: Expecting ',' delimiter at column 40"),
    ('{"text": "A secret word.", "text": "", "labels": {}}', 'key "text" stands twice'),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message"), UNJUDGED, ids=[message[:50] for _, message in UNJUDGED])
def test_what_cannot_be_judged_is_named_without_its_words_and_the_rest_is_scored(linter, line, message):
    good = labelled("Dear Sara, thank you.", {"thanks": True})
    result = evaluate(linter, read_labelled([good, line, good], "tiny.jsonl"))
    assert (result.replies, result.acts["all"]["thanks"].hits) == (2, 2)
    (error,) = result.unreadable
    assert str(error).startswith(f"tiny.jsonl:2: {message}")
    assert "secret" not in str(error)
