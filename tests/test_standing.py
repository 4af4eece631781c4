"""What a key can mean, from the letters around it: never another answer than the whole text would give."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.acts import standing
from replylint.acts.expressions import Writer
from replylint.acts.neighbours import beginnings, endings
from replylint.acts.notation import parse
from replylint.acts.search import Hit, Search
from replylint.acts.tables import REACH, make_tables
from replylint.rulebook.model import ActFile, Entry
from replylint.text.view import view

PHRASES = (
    "thank you [so] much",
    "(many|my|our warmest) thanks [again]",
    "thanks ... your (patience|time)",
    "sorry [a] (bit|lot)",
    "sorry <name>",
    "شكرا [جزيلا] (لك~|على) صبر~",
    "(نعتذر|اسف~) عن (ال|) تاخير",
    "(please|kindly) <act>",
)
WORDS = {"act": ("call us", "write [to us]", "dm")}
ACT = ActFile(
    "probe",
    {},
    ("agent",),
    ("body",),
    tuple(Entry("phrases", "en", phrase=phrase) for phrase in PHRASES),
    {"en": WORDS},
    (),
)
PIECES = "thank you| so |much|many |thanks|sorry| a bit|شكرا|جزيلا| ل|وال|صبر|كم|تاخير|نعتذر عن|-|@|. |\n| ".split("|")


@pytest.mark.parametrize(
    ("phrase", "before", "after"),
    [
        ("[so] much", {" hc"}, {" so", " mu"}),
        ("much [so]", {" os", " hc"}, {" mu"}),
        ("a lot", {" to"}, {" a"}),
        ("[very]", None, None),
        ("... much", {" hc"}, None),
        ("<name> much", {" hc"}, None),
        ("much <name>", None, {" mu"}),
        ("much !", None, {" mu"}),
        ("صبر~", {" رب", *map(" {}".format, "اونتيمهك")}, {" صب", *map(" {}".format, "وفلبكعهاس")}),
    ],
)
def test_the_letters_beside_a_key(phrase, before, after):
    nodes = parse(f"word {phrase}").nodes[1:]
    assert (endings(nodes), beginnings(nodes)) == (before, after)


@given(
    st.sampled_from(PHRASES),
    st.lists(st.sampled_from(" thank you so much my a lot bit على صبرك لكم وتاخير ! , .".split()), max_size=5),
)
def test_the_letters_never_say_no_where_the_expression_says_yes(phrase, words):
    """Whatever follows or precedes: where the expression matches, the letters fit."""
    nodes = parse(phrase, WORDS).nodes
    text = "".join(f" {word}" for word in words)
    writer = Writer()
    for cut in range(1, len(nodes)):
        right, left = writer.after(nodes[cut:]), writer.before(nodes[:cut])
        ahead, behind = beginnings(nodes[cut:]), endings(nodes[:cut])
        if ahead is not None and right and re.match(right, text):
            assert text[:REACH] in ahead or text[: REACH - 1] in ahead
        if behind is not None and left and re.match(left, text):
            assert text[:REACH] in behind or text[: REACH - 1] in behind


def hits(search: Search, text: str) -> dict[int, list[Hit]]:
    return search.hits(view(text))


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=6))
def test_what_is_kept_answers_as_what_is_worked_out(texts):
    tables = make_tables([ACT])
    kept = Search(tables)
    assert [hits(kept, text) for text in texts] == [hits(Search(tables), text) for text in texts]


def test_a_full_memory_starts_again(monkeypatch):
    monkeypatch.setattr(standing, "_MOST_KEPT", 2)
    tables = make_tables([ACT])
    search = Search(tables)
    for text in [f"{mark}many thanks{mark}وشكرا لصبركم{mark}" for mark in " .,;:!?"] * 2:
        assert hits(search, text) == hits(Search(tables), text)
    answers = standing.Standings(tables)
    for mark in ".,;:!?":
        answers.look_near(0, f"  {mark}{tables.keys[0]}   ")
    assert len(answers.near) == 2
