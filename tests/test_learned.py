"""A learned recogniser: what it sees of a text, and what it makes of weights and of what the phrases found."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.features import features
from replylint.acts.learned import CUE, DOUBTED, MANY, PHRASE, SURE, UNSURE, Learned, phrase_features
from replylint.acts.matcher import Match
from replylint.text.view import view


def names(text: str) -> list[str]:
    return [feature.name for feature in features(view(text).flat)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("— 😀 …", []),
        ("Late again", ["late", "s:late", "^late", "again", "s:again", "late_again", "again$"]),
        ("Late, LATE", ["late", "s:late", "^late", "late_late", "late$"]),
        ("it's late", ["it's", "s:it's", "^it's", "late", "s:late", "it's_late", "late$"]),
        ("order 4471", ["order", "s:order", "^order", "#", "s:#", "order_#", "#$"]),
        ("٤٤٧١ 12", ["#", "s:#", "^#", "#_#", "#$"]),
        ("b2 4x4", ["b2", "s:b2", "^b2", "4x4", "s:4x4", "b2_4x4", "4x4$"]),
        ("why?!", ["why", "s:why", "^why", "?!", "s:?!", "why_?!", "?!$"]),
        ("وين؟؟", ["وين", "s:وين", "^وين", "؟؟", "s:؟؟", "وين_؟؟", "؟؟$"]),
        ("a_b", ["a", "s:a", "^a", "b", "s:b", "a_b", "b$"]),
        (
            "الطلب متأخر",
            ["الطلب", "s:طلب", "^طلب", "متاخر", "s:متاخر", "طلب_متاخر", "متاخر$"],
        ),  # a pair is one of stems
    ],
)
def test_words_stems_pairs_and_ends_come_once_each_in_order(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("الطلب", "طلب"),
        ("بالطلب", "طلب"),
        ("والطلب", "طلب"),
        ("للطلب", "طلب"),
        ("طلبي", "طلب"),
        ("طلبكم", "طلب"),
        ("وطلبنا", "طلب"),
        ("طلبات", "طلب"),
        ("متأخرة", "متاخر"),
        ("أُريدها", "اريد"),
        ("ولد", "ولد"),  # three letters stay
        ("بلد", "بلد"),
        ("كتابهم", "تاب"),  # only by its letters: «ك» is taken for a particle
        ("الو", "الو"),
        ("unhappily", "unhappily"),  # Latin words are taken as they are
    ],
)
def test_the_stem_of_an_arabic_word_has_no_particle_and_no_ending(word, stem):
    assert names(word) == [view(word).flat, f"s:{stem}", f"^{stem}", f"{stem}$"]


@given(
    st.lists(
        st.sampled_from(["طلبي", "الطلب", "late", "again", "it's", "٤٤", "7", "؟؟", ",", "\n", "_", "😀"]), max_size=14
    ).map(" ".join)
)
def test_places_cut_the_words_of_a_feature_out_of_the_text(text):
    flat = view(text).flat
    found = features(flat)
    assert len({feature.name for feature in found}) == len(found)
    for name, start, end in found:
        cut = flat[start:end]
        assert cut == cut.strip() != ""
        if name.startswith("s:"):
            assert "#" in name or name[2:] in cut
        elif name[0] == "^" or name[-1] == "$":
            assert "#" in name or name.strip("^$") in cut
        elif "_" in name:
            assert (start, end) != (0, 0)
            assert name.split("_")[0] in cut or "#" in name
        else:
            assert cut.isdigit() if name == "#" else cut == name
    words = [one.start for one in found if "_" not in one.name and one.name[:2] != "s:" and one.name[-1] != "$"]
    assert words == sorted(words)


def test_a_long_message_says_what_it_says_at_its_start():
    text = " ".join(f"w{number}" for number in range(400))
    assert names(f"{text} late") == names(text)
    assert "late" in names(text.replace("w399", "late"))


def learned(bias: float = 0.0, **weights: float) -> Learned:
    return Learned("complaint", bias, weights)


def logit(probability: float) -> float:
    return log(probability / (1 - probability))


def match(start: int = 0, *, sure: bool = True) -> Match:
    return Match("complaint", start, start + 4, "body", sure)


WORD = view(
    "late"
)  # four features, "late" and "s:late", "^late" and "late$"; a weight counts by the root of their number


@pytest.mark.parametrize(
    ("probability", "sure"),
    [
        (0.01, None),
        (UNSURE - 0.001, None),
        (UNSURE + 0.001, False),
        (SURE - 0.001, False),
        (SURE + 0.001, True),
        (0.99, True),
    ],
)
def test_without_a_phrase_two_limits_decide(probability, sure):
    for judge in (learned(logit(probability)), learned(late=logit(probability) * 4**0.5)):
        found = judge.judge(WORD.flat, [])
        assert [one.sure for one in found] == ([] if sure is None else [sure])


@pytest.mark.parametrize(
    ("probability", "sure"), [(0.01, False), (DOUBTED - 0.001, False), (DOUBTED + 0.001, True), (0.99, True)]
)
def test_a_phrase_is_doubted_only_where_all_else_speaks_against_it(probability, sure):
    found = [match(), match(9, sure=False)]
    assert learned(logit(probability)).judge(WORD.flat, found) == [one._replace(sure=sure) for one in found]


@pytest.mark.parametrize(
    ("probability", "sure"),
    [(0.01, None), (UNSURE - 0.001, None), (UNSURE + 0.001, False), (SURE - 0.001, False), (SURE + 0.001, True)],
)
def test_a_mere_cue_is_dropped_left_or_confirmed(probability, sure):
    found = [match(sure=False), match(9, sure=False)]
    expected = [] if sure is None else [one._replace(sure=sure) for one in found]
    assert learned(logit(probability)).judge(WORD.flat, found) == expected


def test_two_phrases_are_enough_whatever_else_speaks_against_them():
    found = [match(), match(9), match(15, sure=False)]
    assert learned(-99.0).judge("late", found) == [match(), match(9), match(15)]


def test_the_evidence_is_what_weighed_most():
    seen = view("The parcel is nine days late")
    for weights, words in (
        ({"late": 9.0, "days": 3.0}, "late"),
        ({"late": 3.0, "days": 9.0}, "days"),
        ({"s:late": 9.0}, "late"),
        ({"days_late": 9.0, "nine": 1.0}, "days late"),
        ({"late": 9.0, "parcel": 9.0}, "parcel"),  # of equals, the first
        ({"late": 9.0, "parcel": -50.0, "zorb": 99.0}, "late"),
    ):
        found = Learned("complaint", 20.0, weights).judge(seen.flat, [], "closing")
        assert [(seen.text[one.start : one.end], one.act, one.segment) for one in found] == [
            (words, "complaint", "closing")
        ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        ([match()], [PHRASE]),
        ([match(sure=False)], [CUE]),
        ([match(), match(9, sure=False)], [PHRASE, MANY]),
        ([match(sure=False)] * 2, [CUE, MANY]),
    ],
)
def test_what_the_phrases_found_are_features_too(found, expected):
    assert phrase_features(found) == expected
    judge = learned(0.0, **dict.fromkeys(expected, 1.0), zorb=99.0)
    assert judge.probability([], found) == pytest.approx(1 / (1 + 2.718281828 ** -len(expected)))


@pytest.mark.parametrize("text", ["", "\x1b", "— 😀 …"])
def test_a_message_without_words_is_what_the_phrases_say(text):
    assert learned(9.0).judge(text, []) == []
    assert learned(-9.0).judge(text, [match()]) == [match()]


def test_a_long_text_counts_no_more_than_a_short_one():
    judge = learned(late=2.0)
    short, long = features("late"), features("late " + " ".join(f"w{number}" for number in range(50)))
    assert judge.probability(short, []) > judge.probability(long, []) > 0.5
    assert judge.probability(short, []) == pytest.approx(1 / (1 + 2.718281828 ** -(2 / 4**0.5)))


@pytest.mark.parametrize(("bias", "limit"), [(1e6, 1.0), (-1e6, 0.0)])
def test_huge_weights_overflow_nothing(bias, limit):
    assert learned(bias).probability([], []) == pytest.approx(limit)


def test_a_message_without_words_has_no_evidence_to_show():
    assert learned(-9.0).judge("😀", []) == []
