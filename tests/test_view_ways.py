"""A view is made in one of several ways, by what the text holds; all of them say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.view import (
    View,
    _needless_spaces,
    _view,
    _view_by_character,
    _view_by_shifts,
    _view_without_marks,
    view,
)

MARKS = ["\u064b", "\u0651", "\u0640", "\u0301", "\u200b", "\u200f", "\u202b", "\ufe0f", "\ufeff", "\u00ad"]
spaces = st.lists(st.sampled_from(["a", "ش", ".", "😀", " ", " ", "  ", "\n", "\n\n"]), max_size=16).map("".join)
marked = st.lists(st.sampled_from(["a", "ش", " ", " ", "  ", "\n", *MARKS]), max_size=16).map("".join)
mixed = st.lists(st.sampled_from(["a", "ش", " ", " ", "\n", "\t", "\r", "\r\n", *MARKS]), max_size=16).map("".join)
shaped = st.lists(st.sampled_from(["a", "ﻣﻔﻬﻮم", "ﷲ", "İ", " ", "\n", "\t", *MARKS]), max_size=16).map("".join)


def told(seen: View) -> tuple[str, str, list[int], list[tuple[int, int]]]:
    """All that a view says of its text."""
    size = len(seen.text)
    return (
        seen.text,
        seen.flat,
        [seen.position(at) for at in range(size + 1)],
        [seen.span(at, end) for at in range(size) for end in range(at + 1, size + 1)],
    )


@given(spaces)
def test_spaces_only(source):
    slow = told(_view_by_character(source))
    assert told(_view(source, source.lower(), _needless_spaces(source.lower()), bare=True)) == slow
    assert told(_view_by_shifts(source, source.lower())) == slow
    assert told(view(source)) == slow


@given(marked)
def test_marks(source):
    slow = told(_view_by_character(source))
    assert told(_view_without_marks(source, source.lower())) == slow
    assert told(_view_by_shifts(source, source.lower())) == slow
    assert told(view(source)) == slow


@given(mixed)
def test_tabs_and_carriage_returns(source):
    assert told(_view_by_shifts(source, source.lower())) == told(_view_by_character(source)) == told(view(source))


@given(shaped)
def test_presentation_forms_read_as_their_letters(source):
    plain = source.replace("ﻣﻔﻬﻮم", "مفهوم").replace("ﷲ", "الله").replace("İ", "i")
    assert view(source).text == view(plain).text


@pytest.mark.parametrize(
    ("source", "text", "positions"),
    [
        ("a  b", "a b", [0, 1, 3, 4]),
        ("a \n b", "a\nb", [0, 2, 4, 5]),
        ("  a", " a", [0, 2, 3]),
        ("a\u064b b", "a b", [0, 2, 3, 4]),
        ("a \u200f b", "a b", [0, 1, 4, 5]),
        ("a\r\nb", "a\nb", [0, 2, 3, 4]),
        ("a\t\tb", "a b", [0, 1, 3, 4]),
        ("\n\n a", "\n\na", [0, 1, 3, 4]),
    ],
)
def test_places_of_small_texts(source, text, positions):
    seen = view(source)
    assert (seen.text, [seen.position(at) for at in range(len(text) + 1)]) == (text, positions)


MILLION = 1_000_000
LONG = [
    (" " * MILLION, " "),
    ("a" + " " * MILLION + "b", "a b"),
    (" \n" * (MILLION // 2), "\n" * (MILLION // 2)),
    ("a" + "\n " * (MILLION // 2) + "b", "a" + "\n" * (MILLION // 2) + "b"),
    ("a " * (MILLION // 2), "a " * (MILLION // 2)),
    ("ش" + "\u064b" * MILLION + "ك", "شك"),
    ("ش" + " \u064b" * (MILLION // 2) + "ك", "ش ك"),
    ("ش\u064b" * (MILLION // 2), "ش" * (MILLION // 2)),
    ("a" + "\t" * MILLION + "b", "a b"),
    ("a" + "\t \u200f" * (MILLION // 3) + "b", "a b"),
    ("\u200f\t" * (MILLION // 2) + "b", " b"),
    ("\r\n" * (MILLION // 2), "\n" * (MILLION // 2)),
    ("a" + " \r" * (MILLION // 2), "a" + "\n" * (MILLION // 2)),
]


@pytest.mark.parametrize(("source", "text"), LONG, ids=[ascii(source[:8]) for source, _ in LONG])
def test_a_million_of_them_come_to_an_end(source, text):
    """A way that looked at each of them again for every other would not end while anybody waits."""
    seen = view(source)
    assert seen.text == text
    assert seen.position(len(text)) == len(source)
    assert seen.position(len(text) - 1) >= len(text) - 1
