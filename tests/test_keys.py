"""The keys found in the first text are those that the automaton of all keys finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.acts.keys import Keys

LETTERS = "aboشك ?"


def brute(keys: list[str], text: str) -> list[tuple[int, int, int]]:
    return sorted(
        (number, at, at + len(key))
        for number, key in enumerate(keys)
        for at in range(len(text))
        if text.startswith(key, at)
    )


@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=5), unique=True, max_size=12),
    st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=3),
)
def test_each_text_gives_all_places_of_all_keys(keys, texts):
    found = Keys(keys)
    for text in texts:
        assert sorted(found.find(text)) == brute(keys, text)


def test_a_long_first_text_needs_no_look_at_its_letters():
    text = "thank you " * 5_000
    assert len(Keys(["thank you", "you"]).find(text)) == 10_000


def test_no_keys_find_nothing():
    assert Keys([]).find("thank you") == []
