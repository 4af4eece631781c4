"""What stands around the key of a phrase: verified after it in the text, before it in the reversed text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from replylint.acts.matcher import Matcher
from replylint.acts.notation import NotationError, parse, spell
from replylint.acts.tables import Tables, make_tables
from replylint.errors import RulebookError
from replylint.rulebook.model import ActFile, Entry
from replylint.text.view import view

SEGMENTS = ("opening", "body", "closing")


def act(*phrases: str) -> ActFile:
    entries = tuple(Entry("phrases", "en", phrase=phrase) for phrase in phrases)
    return ActFile("probe", {}, ("agent",), SEGMENTS, entries, {}, ())


def find(matcher: Matcher, text: str) -> list[str]:
    seen = view(text)
    return [text[slice(*seen.span(match.start, match.end))] for match in matcher.find(seen, lambda *_: "body")]


# "zorbulator" and «زوربولاتور» are the rarest words, so that they become the keys: phrase, then texts with the words found.
CASES = [
    ("[very] glad ... zorbulator", {"very glad it is zorbulator": ["very glad it is zorbulator"], "so glad, my zorbulator": ["glad, my zorbulator"], "sad zorbulator": [], "very zorbulator": [], "glad a b c zorbulator": ["glad a b c zorbulator"], "glad a b c d zorbulator": [], "glad. zorbulator": [], "glad! my zorbulator": [], "unglad zorbulator": [], "pre-glad zorbulator": [], "x_glad zorbulator": [], "(glad) zorbulator": [], "- glad zorbulator": ["glad zorbulator"], "zorbulator glad": []}),
    ("(red|dark blue) <number> zorbulator", {"dark blue 12 zorbulator": ["dark blue 12 zorbulator"], "red #AB-12 zorbulator": ["red #AB-12 zorbulator"], "blue 12 zorbulator": [], "bored 12 zorbulator": [], "red zorbulator": [], "red twelve zorbulator": []}),
    ("zorbulator ... glad [today]", {"zorbulator, so very glad today": ["zorbulator, so very glad today"], "zorbulator glad": ["zorbulator glad"], "zorbulator is gladly": [], "zorbulator. Glad": [], "zorbulator a b c d glad": []}),
    ("عند طلب~ ... زوربولاتور", {"عند طلبكم زوربولاتور": ["عند طلبكم زوربولاتور"], "وعند الطلب هنا زوربولاتور": ["وعند الطلب هنا زوربولاتور"], "عند قطلب زوربولاتور": [], "عند طلبق زوربولاتور": []}),
    ("طلب~ ... زوربولاتور", {"وبطلبكم هنا زوربولاتور": ["وبطلبكم هنا زوربولاتور"], "طلب، زوربولاتور": ["طلب، زوربولاتور"], "شطلب زوربولاتور": [], "طلبق زوربولاتور": []}),
    ("زوربولاتور ... طلب~", {"زوربولاتور في طلبكم": ["زوربولاتور في طلبكم"], "زوربولاتور للطلب": ["زوربولاتور للطلب"], "زوربولاتور في طلبق": [], "زوربولاتور قطلب": []}),
    ("طلب ... زوربولاتور", {"وطلب هنا زوربولاتور": ["وطلب هنا زوربولاتور"], "فطلب زوربولاتور": ["فطلب زوربولاتور"], "بطلب زوربولاتور": [], "وفطلب زوربولاتور": [], "طلبكم زوربولاتور": [], "طلب وزوربولاتور": []}),
    ("عند زوربولاتور~", {"عند الزوربولاتور": ["عند الزوربولاتور"], "وعند وبالزوربولاتوركم": ["وعند وبالزوربولاتوركم"], "عند قزوربولاتور": []}),
    ("زوربولاتور", {"وزوربولاتور": ["وزوربولاتور"], "فزوربولاتور.": ["فزوربولاتور"], "بزوربولاتور": [], "زوربولاتورك": []}),
    ("zorbulator", {"وzorbulator": [], "zorbulator_x": [], "x_zorbulator": [], "zorbulator-x": [], "x-zorbulator": [], "@zorbulator": [], "zorbulator - x": ["zorbulator"], "zorbulator-": ["zorbulator"], "-zorbulator": ["zorbulator"], "_zorbulator_": ["zorbulator"], "zorbulator2": [], "(zorbulator)": ["zorbulator"], "😀zorbulator😀": ["zorbulator"], "zorbulator/zorbulator": ["zorbulator", "zorbulator"]}),
    ("call <phone> zorbulator", {"call +966 50 123 4567 zorbulator": ["call +966 50 123 4567 zorbulator"], "call (02) 2345-6789 zorbulator": ["call (02) 2345-6789 zorbulator"], "call ٠٥٠١٢٣٤٥٦٧ zorbulator": ["call ٠٥٠١٢٣٤٥٦٧ zorbulator"], "call 1999 zorbulator": ["call 1999 zorbulator"], "call 12 zorbulator": [], "call us zorbulator": []}),
    ("zorbulator <phone> now", {"zorbulator +966 50 123 4567 now": ["zorbulator +966 50 123 4567 now"], "zorbulator 1999 now": ["zorbulator 1999 now"], "zorbulator 12 now": []}),
    ("to <email> zorbulator", {"to s.ali+x@mail.example.com zorbulator": ["to s.ali+x@mail.example.com zorbulator"], "to s.ali zorbulator": [], "to a@b zorbulator": []}),
    ("zorbulator <email> now", {"zorbulator s.ali@example.com now": ["zorbulator s.ali@example.com now"], "zorbulator sara now": []}),
    ("if <clause> zorbulator", {"if it is late zorbulator": ["if it is late zorbulator"], "if it. Is zorbulator": [], "if zorbulator": []}),
    ("zorbulator <clause> then", {"zorbulator it is late then": ["zorbulator it is late then"], "zorbulator then": [], "zorbulator it is. Late then": []}),
    ("dear <name> zorbulator", {"dear Sara Ali zorbulator": ["dear Sara Ali zorbulator"], "dear O'Brien zorbulator": ["dear O'Brien zorbulator"], "dear 12 zorbulator": []}),
    ("from <company> zorbulator", {"from Fern & Sons zorbulator": ["from Fern & Sons zorbulator"], "from a b c d e zorbulator": []}),
    ("^glad ... zorbulator", {"Oh, glad my zorbulator": ["glad my zorbulator"], "we are glad zorbulator": []}),
    ("zorbulator ... glad$", {"zorbulator is glad.": ["zorbulator is glad"], "zorbulator is glad now": []}),
    ("why , zorbulator ?", {"why, zorbulator?": ["why, zorbulator?"], "why , zorbulator ?": ["why , zorbulator ?"], "why zorbulator?": []}),
    ("zorbulator <number> ?", {"zorbulator 4471?": ["zorbulator 4471?"], "zorbulator 4471 ?": ["zorbulator 4471 ?"], "zorbulator 4471": []}),
    ("?", {"why???": ["?"], "why? how?": ["?", "?"], "why": []}),
]  # fmt: skip
TEXTS = [
    pytest.param(*case, id=f"{case[0]}: {case[1]}")
    for phrase, texts in CASES
    for case in ((phrase, t, w) for t, w in texts.items())
]


@pytest.mark.parametrize(("phrase", "text", "words"), TEXTS)
def test_a_phrase_finds(phrase, text, words):
    assert find(Matcher([act(phrase)]), text) == words


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("ok , <number> zorbulator", "ok, 4471 zorbulator", ["ok, 4471 zorbulator"]),
        ("نعم ، <number> زوربولاتور", "نعم، 4471 زوربولاتور", ["نعم، 4471 زوربولاتور"]),
        ("[very] glad ... zorbulator", "@glad my zorbulator", []),
        ("zorbulator", "write to zorbulator@example.com.", []),
    ],
)
def test_a_phrase_finds_what_stands_before_its_key(phrase, text, words):
    assert find(Matcher([act(phrase)]), text) == words


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        pytest.param(*case, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, *case in (
            ("a slot at the end of a clause takes too few words", "zorbulator <name>$", "zorbulator Sara Ali.", ["zorbulator Sara Ali"]),
            ("an alternative at the start of a clause is not tried again", "^(طلب~|عند طلب) ... زوربولاتور", "عند طلب زوربولاتور", ["عند طلب زوربولاتور"]),
            ("a slot at the start of a clause takes too few words", "^<name> zorbulator", "Well, Sara Ali zorbulator", ["Sara Ali zorbulator"]),
        )
    ],
)  # fmt: skip
def test_a_phrase_should_find(phrase, text, words):
    assert find(Matcher([act(phrase)]), text) == words


WORDS = ["thank", "you", "the", "it's", "well-known", "شكرا", "لك", "طلبك", "؟", "?", ",", "4471", "في"]
word = st.sampled_from(WORDS)
attached = st.sampled_from(["طلب~", "شكر~", "(طلب|شحن)~"])
slot = st.sampled_from(["<name>", "<company>", "<number>", "<phone>", "<email>", "<clause>"])
phrases = st.recursive(
    st.one_of(word, word, word, attached, slot, st.just("...")),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})"),
        st.lists(inner, min_size=1, max_size=2).map(lambda options: f"[{'|'.join(options)}]"),
    ),
    max_leaves=8,
)


def compiled(phrase: str) -> Matcher | None:
    try:
        return Matcher([act(phrase)])
    except (NotationError, RulebookError):
        return None


@given(phrases, st.integers(0, 2), st.sampled_from(["", "^", "$", "^$"]))
def test_a_phrase_finds_its_own_spellings(phrase, way, ends):
    phrase = f"{'^' * ('^' in ends)}{phrase}{'$' * ('$' in ends)}"
    assume(not ends or not set("<|[") & set(phrase))  # what these take at the edge of a clause has tests of its own
    matcher = compiled(phrase)
    assume(matcher is not None)
    spelt = spell(parse(phrase).nodes, way)
    assert find(matcher, spelt), spelt
    assert find(matcher, f"😀 {spelt} 😀"), spelt
    if not ends:
        assert find(matcher, f"نعم zorb {spelt} zorb"), spelt


@given(
    st.lists(phrases, min_size=1, max_size=3),
    st.sampled_from(["zorb شكرا لك", "thank you, it's late?", "طلبك 4471 في"]),
)
def test_tables_kept_as_text_find_the_same(texts, said):
    good = [phrase for phrase in texts if compiled(phrase)]
    assume(good)
    one = act(*good)
    kept = Tables.from_text(make_tables([one]).to_text())
    assert find(Matcher([one], kept), said) == find(Matcher([one]), said)
