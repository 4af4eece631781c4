"""A word list as one expression: it matches the words of the list, the longest that fits, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.trie import trie

LETTERS = "abشكر ' .*+?()[]{}|^$\\-#&~"
words = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    "given_words",
    [
        ["ask", "asks", "as", "call"],
        ["شكر", "شكرا", "شكرا لك", "اشكرك"],
        ["a.b", "a+b", "(a|b)", "[ab]", "^a$", "a\\d", "a{2}"],
        ["a", "aa", "aaa"],
        ["thank you", "thank you so much", "thanks"],
        ["?", "?!", "؟"],
        ["one"],
    ],
)
def test_each_word_is_matched_and_its_pieces_are_not(given_words):
    expression = re.compile(trie(given_words))
    pieces = {
        word[start:end] for word in given_words for start in range(len(word)) for end in range(start, len(word) + 1)
    }
    assert {piece for piece in pieces if expression.fullmatch(piece)} == set(given_words)


@given(words, st.text(LETTERS, max_size=7))
def test_it_matches_exactly_the_given_words(given_words, other):
    expression = re.compile(trie(given_words))
    assert all(expression.fullmatch(word) for word in given_words)
    neighbours = {other, *(word[:-1] for word in given_words), *(word + other[:1] for word in given_words)}
    for text in neighbours:
        assert bool(expression.fullmatch(text)) == (text in given_words), text


@given(words, st.text(LETTERS, max_size=7))
def test_the_longest_word_that_fits_is_taken(given_words, tail):
    expression = re.compile(trie(given_words))
    for word in given_words:
        text = word + tail
        found = expression.match(text)
        assert found is not None
        assert found[0] == max((one for one in given_words if text.startswith(one)), key=len)


@given(words)
def test_the_order_and_repeats_of_the_words_do_not_matter(given_words):
    one, other = re.compile(trie(given_words)), re.compile(trie([*reversed(given_words), *given_words]))
    assert all(one.fullmatch(word) and other.fullmatch(word) for word in given_words)


def test_a_list_of_hundreds_is_one_expression_without_repeats_of_a_prefix():
    assert trie(f"order {number}" for number in range(500)).count("order") == 1
