"""JSON is read strictly: what would be lost or changed in silence is an error with its line and its key."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.jsontext import read_json

ODD = [
    ('{"text": "a", "text": "b"}', 'key "text" stands twice, the second time at column 15'),
    ('{\n  "text": "a",\n  "text": "b"\n}', 'key "text" stands twice, the second time at line 3, column 3'),
    ('{"customer": {"name": "a", "name": "b"}}', 'key "customer.name" stands twice, the second time at column 28'),
    ('[{"id": 1}, {"id": 1, "id": 2}]', 'key "id" stands twice, the second time at column 23'),
    ('{"a\\u0062": 1, "ab": 2}', 'key "ab" stands twice, the second time at column 16'),
    ('{"a": {"b": 1}, "c": [1, {"b": 2}], "a": 3}', 'key "a" stands twice, the second time at column 37'),
    ('{"اسم": 1, "اسم": 2}', 'key "اسم" stands twice, the second time at column 12'),
    ('{"csat": NaN}', 'not JSON: NaN in key "csat" at column 10'),
    ('{"text": "NaN",\n "csat": -Infinity}', 'not JSON: -Infinity in key "csat" at line 2, column 10'),
    ('{"meta": {"x": [1, Infinity]}}', 'not JSON: Infinity in key "meta.x" at column 20'),
    ('{"n": ' + "9" * 5000 + "}", 'a number of 5000 digits in key "n" at column 7'),
    ("{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
    ('{"a": 1,\n}', "not JSON: Expecting property name enclosed in double quotes at line 2, column 1"),
    ("", "not JSON: Expecting value at column 1"),
    ("[" * 100_000, "not JSON: nested too deep"),
    ("{'text': 'secret words'}", "not JSON: Expecting property name enclosed in double quotes at column 2"),
]


@pytest.mark.parametrize(("text", "message"), ODD, ids=[text[:40] for text, _ in ODD])
def test_what_is_odd_is_named_with_its_place(text, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read_json(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 2}]}',
        '["a", "a", "a"]',
        '{"text": "\\"text\\": NaN, {[", "id": "text"}',
        '{"csat": -1.5e3, "n": 9007199254740993}',
        "5",
        "null",
    ],
)
def test_what_is_in_order_is_read_as_ever(text):
    assert read_json(text) == json.loads(text)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=3), below, max_size=4),
    max_leaves=20,
)


@given(values, st.sampled_from([None, 1]))
def test_every_value_comes_back(value, indent):
    assert read_json(json.dumps(value, indent=indent)) == value


@given(values)
def test_a_repeated_key_is_found_wherever_it_stands(value):
    inner = json.dumps(value)
    with pytest.raises(ValueError, match=r'key "list\.two" stands twice, the second time at column'):
        read_json(f'{{"one": {inner}, "list": [{inner}, {{"two": {inner}, "three": {inner}, "two": {inner}}}]}}')
