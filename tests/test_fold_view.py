"""The folded view: what reads the same compares the same, and every place leads back to the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.fold import comparable, fold
from replylint.text.position import place, utf16
from replylint.text.view import view

NOISE = ["\u064b", "\u0651", "\u0640", "\u0301", "\u200b", "\u200f", "\u202b", "\u2069", "\ufe0f", "\ufeff", "\u00ad"]
PIECES = [
    *NOISE,
    "شكرا",
    "لك",
    "Thank",
    "you",
    "İ",
    "ß",
    "ﻣﻔﻬﻮم",
    "ﷲ",
    "ﷺ",
    "é",
    "😀",
    "👩‍💻",
    "𝒳",
    "٤٧",
    "’",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    " \r\n ",
    ".",
    "؟",
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُستاذة هُدى", "استاذه هدي"),
        ("إلى الآن ٱلله", "الي الان الله"),
        ("مسؤول شيئ", "مسؤول شيئ"),  # the four normalisers leave hamza on waw and yeh alone
        ("plain English", "plain English"),
        ("", ""),
    ],
)
def test_fold_merges_only_what_arabic_writers_interchange(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("مسؤول الشؤون", "مسوول الشوون"),
        ("شیک کریم", "شيك كريم"),  # Persian yeh and kaf
        ("٤٤٧١ ۴۴۷۱", "4471 4471"),
        ("i’m ‘here’", "i'm 'here'"),
        ("a\u00a0b\u202fc", "a b c"),
        ("a\u2028b\u2029c", "a\nb\nc"),
    ],
)
def test_comparable_letters_are_merged_one_for_one(written, compared):
    assert comparable(written) == compared
    assert len(comparable(written)) == len(written)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Thank YOU", "thank you"),
        ("شُكْرًا لكَ", "شكرا لك"),
        ("شكـــــرا", "شكرا"),
        ("ﻣﻔﻬﻮم", "مفهوم"),
        ("ﺷﻜﺮﺍ  لك", "شكرا لك"),
        ("\u202bشكرا\u202c لك\u200f", "شكرا لك"),
        ("thank \u200b you", "thank you"),
        ("شكرا \u200f لك", "شكرا لك"),
        ("cafe\u0301", "cafe"),
        ("İbrahim", "ibrahim"),
        ("Thank  you,\tİbrahim", "thank you, ibrahim"),
        ("hi  there \r\n  you", "hi there\nyou"),
        ("hi \u200f\r\nyou", "hi\nyou"),
        ("a\rb\r\nc\nd", "a\nb\nc\nd"),
        ("so\u00adrry", "sorry"),
        ("👍🏽 ok ❤️", "👍🏽 ok ❤"),
        ("𝒳 ok", "𝒳 ok"),
        ("", ""),
    ],
)
def test_view_reads_the_same(source, seen):
    assert view(source).text == seen
    assert view(source).flat == seen.replace("\n", " ")


@pytest.mark.parametrize(
    ("source", "words", "cut"),
    [
        ("شُكْـــراً لكم", "شكرا", "شُكْـــراً"),
        ("قال: شكرًا!", "شكرا", "شكرًا"),
        ("👍👍 شُكرًا لك", "شكرا لك", "شُكرًا لك"),
        ("هذا ﻣﻔﻬﻮم تماما", "مفهوم", "ﻣﻔﻬﻮم"),
        ("قال ﷲ أعلم", "الله", "ﷲ"),
        ("dear İbrahim, hi", "ibrahim", "İbrahim"),
        ("Dear\r\n\r\nSara", "sara", "Sara"),
        ("Dear\rSara", "sara", "Sara"),
        ("thank  you so", "thank you", "thank  you"),
        ("Hi cafe\u0301!", "cafe", "cafe\u0301"),
        ("𝒳𝒳 sorry", "sorry", "sorry"),
        ("\u2067sorry\u2069 Sara", "sorry", "sorry"),
        ("thank \r\n  you", "thank\nyou", "thank \r\n  you"),
    ],
)
def test_span_cuts_the_exact_words_out_of_the_original(source, words, cut):
    seen = view(source)
    at = seen.text.index(words)
    start, end = seen.span(at, at + len(words))
    assert source[start:end] == cut


def test_text_without_anything_to_drop_keeps_its_offsets():
    seen = view("Thank you, أستاذة سارة 👍")
    assert seen.starts == ()
    assert seen.span(3, 8) == (3, 8)


@given(texts)
def test_every_place_of_the_view_cuts_a_slice_of_the_source(source):
    seen = view(source)
    assert len(seen.text) == len(seen.flat)
    spans = [seen.span(at, at + 1) for at in range(len(seen.text))]
    for start, end in spans:
        assert 0 <= start < end <= len(source)
    for (start, end), (later_start, later_end) in pairwise(spans):
        assert start <= later_start
        assert end <= later_end
    if spans:
        assert seen.span(0, len(seen.text)) == (spans[0][0], spans[-1][1])


@given(texts)
def test_position_is_monotone_and_ends_at_the_end(source):
    seen = view(source)
    places = [seen.position(at) for at in range(len(seen.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(source)


@given(texts)
def test_view_of_a_view_changes_nothing(source):
    once = view(source).text
    assert view(once).text == once


@given(texts)
def test_view_has_nothing_left_that_two_writers_do_differently(source):
    seen = view(source).text
    assert not set(NOISE) & set(seen)
    assert "\r" not in seen
    assert "\t" not in seen


@given(texts, st.sampled_from(NOISE), st.data())
def test_marks_and_unseen_characters_never_matter(source, noise, data):
    at = data.draw(st.integers(0, len(source)))
    if source[at - 1 : at] == "\r":  # between \r and \n there is nowhere to write
        return
    assert view(source[:at] + noise + source[at:]).text == view(source).text


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("👍 ok", 0, 0), ("👍 ok", 1, 2), ("👍 ok", 2, 3), ("شكرا 𝒳!", 6, 7), ("plain", 5, 5), ("\ud83d!", 1, 1)],
)
def test_utf16_counts_as_editors_do(text, offset, units):
    assert utf16(text, offset) == units


@given(st.text(max_size=40), st.data())
def test_utf16_offsets_lead_back(text, data):
    offset = data.draw(st.integers(0, len(text)))
    encoded = text.encode("utf-16-le", "surrogatepass")
    assert encoded[: 2 * utf16(text, offset)].decode("utf-16-le", "surrogatepass") == text[:offset]


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("abc", 0, 1, 1),
        ("abc", 3, 1, 4),
        ("a\nb", 2, 2, 1),
        ("a\r\nbc", 4, 2, 2),
        ("a\rbc", 3, 2, 2),
        ("a\n\r\n\rb", 5, 4, 1),
        ("👍👍\nشكرا", 4, 2, 2),
    ],
)
def test_place_counts_lines_and_code_points(text, offset, line, column):
    assert place(text, offset) == (line, column)


@given(st.lists(st.sampled_from(["a", "ش", "👍", "\n", "\r\n", "\r", " "]), max_size=20).map("".join), st.data())
def test_place_leads_back_to_the_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":  # inside a line break there is no place of its own
        return
    line, column = place(text, offset)
    lines = text.replace("\r\n", "\r\n\0").split("\0")
    lines = [piece for part in lines for piece in part.splitlines(keepends=True)]
    assert sum(map(len, lines[: line - 1])) + column - 1 == offset
