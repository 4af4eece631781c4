"""The notation of phrase files, by what a phrase finds and what it leaves alone."""

from __future__ import annotations

import json

import pytest

from replylint import Draft, DraftError, Linter, Rulebook, RulebookError
from replylint.acts.notation import NotationError, parse

# language lists, then texts with the words found (None: nothing; "": found, unsure)
THING = {"words": {"thing": ["lamp", "floor (lamp|light)", "<size> sofa"], "size": ["big", "small"]}}
MANY = f"({'|'.join(f'w{number}' for number in range(60))})"  # more than a key is spelt out in
CASES = [
    ("one of", {"phrases": ["zorb (alpha|beta gamma)"]}, {"a zorb alpha": "zorb alpha", "zorb beta gamma": "zorb beta gamma", "zorb beta": None, "zorb": None}),
    ("optional", {"phrases": ["zorb [very [very]] much"]}, {"zorb much": "zorb much", "zorb very very much": "zorb very very much", "zorb so much": None}),
    ("optional, one of", {"phrases": ["zorb [all|you all]"]}, {"zorb us": "zorb", "zorb you all": "zorb you all"}),
    ("case and apostrophes", {"phrases": ["I'm zorbing"]}, {"I’M ZORBING": "I’M ZORBING", "im zorbing": None}),
    ("whole words", {"phrases": ["zorb"]}, {"zorbs": None, "a zorb.": "zorb", "pre-zorb": None, "@zorb": None, "zorb-like": None, "(zorb)": "zorb"}),
    ("spaces", {"phrases": ["zorb you"]}, {"zorb\nyou": "zorb\nyou", "zorb\r\n  you": "zorb\r\n  you", "zorb   you": "zorb   you", "zorb\n\nyou": None, "zorb, you": None}),
    ("gap", {"phrases": ["zorb ... lamp"]}, {"zorb lamp": "zorb lamp", "zorb a very big lamp": "zorb a very big lamp", "zorb one two three four lamp": None, "zorb it. A lamp": None, "zorb, my lamp": "zorb, my lamp"}),
    ("clause start", {"phrases": ["^zorb you"]}, {"zorb you": "zorb you", "Oh, zorb you": "zorb you", "we zorb you": None, "yes 😀 zorb you": "zorb you", "it is\nzorb you": "zorb you"}),
    ("clause end", {"phrases": ["zorb it$"]}, {"we zorb it.": "zorb it", "zorb it now": None, "zorb it 😀 now": "zorb it", "zorb it\nnow": "zorb it", "zorb it": "zorb it"}),
    ("whole clause", {"phrases": ["^zorb$"]}, {"zorb": "zorb", "Well, zorb!": "zorb", "zorb on": None, "we zorb": None}),
    ("number", {"phrases": ["zorb <number>"]}, {"zorb 4471 now": "zorb 4471", "zorb #AB-12": "zorb #AB-12", "zorb number": None}),
    ("number, Arabic digits", {"phrases": ["زورب <number>"]}, {"زورب ٤٤٧١": "زورب ٤٤٧١"}),
    ("name", {"phrases": ["zorb <name> of lamps"]}, {"zorb Sara of lamps": "zorb Sara of lamps", "zorb Sara Ali Omar of lamps": "zorb Sara Ali Omar of lamps", "zorb 12 of lamps": None}),
    ("company", {"phrases": ["zorb <company> desk"]}, {"zorb Fern & Sons 24 desk": "zorb Fern & Sons 24 desk", "zorb a b c d e desk": None}),
    ("word list", THING | {"phrases": ["zorb <thing>"]}, {"zorb lamp": "zorb lamp", "zorb floor light": "zorb floor light", "zorb small sofa": "zorb small sofa", "zorb sofa": None}),
    ("folding", {"phrases": ["زوربة الآن"]}, {"زُوربه الان": "زُوربه الان", "زوربة الأن": "زوربة الأن", "ﺯﻭﺭﺑﺔ الآن": "ﺯﻭﺭﺑﺔ الآن", "زورب الآن": None}),
    ("and before Arabic", {"phrases": ["زورب لك"]}, {"وزورب لك": "وزورب لك", "فزورب لك": "فزورب لك", "بزورب لك": None, "زورب لكم": None}),
    ("attachments", {"phrases": ["زورب~"]}, {"وبالزوربكم": "وبالزوربكم", "زوربناك": None, "زوربوا": "زوربوا", "زوربتني": "زوربتني", "قزورب": None, "زوربق": None}),
    ("attachments of a group", {"phrases": ["(زورب|كلمه زرب)~ لك"]}, {"زوربنا لك": "زوربنا لك", "بكلمة زربكم لك": "بكلمة زربكم لك", "زورب لك": "زورب لك"}),
    ("unless", {"phrases": ["zorb"], "unless": ["no zorb", "zorb ... later"]}, {"no zorb": None, "we zorb you later": None, "no, zorb": "zorb", "no zorb, but zorb": "zorb"}),
    ("unless ending in a gap", {"phrases": ["zorb lamp"], "unless": ["they say ..."]}, {"they say zorb lamp": None, "zorb lamp": "zorb lamp"}),
    ("reported speech", {"phrases": ["zorb"], "customer_says": ["you said"]}, {"you said zorb": None, "you said, one two three zorb": None, "you said one two three four zorb": "zorb", "you said it. zorb": "zorb"}),
    ("one weak cue", {"maybe": ["zorb", "blick"]}, {"zorb here": "", "zorb and zorb": "", "zorb and blick": "zorb"}),
    ("two cues that share words", {"maybe": ["zorb blick", "blick"]}, {"a zorb blick": "", "zorb blick, blick": "zorb blick"}),
    ("weak beside strong", {"phrases": ["blick"], "maybe": ["zorb"]}, {"zorb and blick": "zorb"}),
    ("weak pattern", {"maybe": [{"pattern": r"zorb\d"}]}, {"zorb1": "", "zorb1 zorb2 zorb3": ""}),
    ("two weak patterns", {"maybe": [{"pattern": r"zorb\d"}, {"pattern": r"blick\d"}]}, {"blick1 zorb1": "blick1", "zorb1 blick1": "zorb1"}),
    ("pattern", {"phrases": [{"pattern": r"zorb-\d+"}]}, {"a ZORB-٤٤!": "ZORB-٤٤", "zorb-": None}),
    ("pattern that needs", {"phrases": [{"pattern": r"zorb\W+\w", "needs": ["{"]}]}, {"zorb {x": "zorb {x", "zorb (x": None}),
    ("only in the opening", {"phrases": [{"phrase": "zorb", "in": ["opening"]}]}, {"zorb": "zorb", "We looked into it with care, and it took quite some time. " * 3 + "zorb": None}),
    ("longest wins", {"phrases": ["zorb", "zorb you", "you all"]}, {"zorb you": "zorb you", "zorb you all": "zorb you all"}),
    ("punctuation is a word's own", {"phrases": ["zorb, you"]}, {"zorb, you": "zorb, you", "zorb you": None}),
    ("a sign written apart", {"phrases": ["zorb , you"]}, {"zorb, you": "zorb, you", "zorb , you": "zorb , you", "zorb you": None}),
    ("a sign where a key begins", {"phrases": [f"zorb , (you|we) {MANY}"]}, {"zorb, you w1": "zorb, you w1", "zorb , we w9": "zorb , we w9", "zorb you w1": None}),
    ("a sign that may lack, before a key", {"phrases": [f"zorb [,] {MANY} you"]}, {"zorb, w1 you": "zorb, w1 you", "zorb w9 you": "zorb w9 you", "zorb; w9 you": None, "zorbw9 you": None}),
    ("a sign that may lack, amid what stands before a key", {"phrases": [f"zorb {MANY} [,] {MANY} blickering"]}, {"zorb w1, w2 blickering": "zorb w1, w2 blickering", "zorb w1 w2 blickering": "zorb w1 w2 blickering", "zorb w1w2 blickering": None}),
    ("numbers without quotes", {"phrases": [47110815]}, {"call 47110815": "47110815", "call 471108155": None}),
]  # fmt: skip


def act_file(act, lists, language="en", **more):
    head = {"act": act, "summary": {"en": "A probe.", "ar": "تجربة."}, language: lists, **more}
    return json.dumps({**head, "examples": [{"en": "Nothing here.", "has": False}]}, ensure_ascii=False)


def rules_in(folder, **acts):
    (folder / "acts").mkdir()
    for act, text in acts.items():
        (folder / "acts" / f"{act}.yaml").write_text(text, encoding="utf-8")
    return Rulebook.load(folder, packs=False)


@pytest.fixture(scope="module")
def probing(tmp_path_factory):
    acts = {f"probe_{number}": act_file(f"probe_{number}", lists) for number, (_, lists, _) in enumerate(CASES)}
    return Linter(rules_in(tmp_path_factory.mktemp("rules"), **acts))


TEXTS = [
    pytest.param(f"probe_{number}", text, words, id=f"{title}: {text[:40]}")
    for number, (title, _, texts) in enumerate(CASES)
    for text, words in texts.items()
]


@pytest.mark.parametrize(("act", "text", "words"), TEXTS)
def test_a_phrase_finds(probing, act, text, words):
    found = [one for one in probing.lint(Draft(text=text, channel="chat")).acts if one.act == act]
    if words is None:
        assert found == []
    elif words:
        assert found[0].text == words
        assert found[0].sure
    else:
        assert found
        assert not any(one.sure for one in found)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("zorb (a|b", '")" is missing'),
        ("zorb [a", '"]" is missing'),
        ("zorb a)", 'unexpected ")"'),
        ("zorb (a]", 'unexpected "]"'),
        ("zorb | blick", 'unexpected "|"'),
        ("~ zorb", "follows a word"),
        ("zorb ...~", "follows a word"),
        ("zorb ^blick", "only at the start"),
        ("zorb$ blick", "only at the end"),
        ("zorb <nmae>", 'did you mean "name"'),
        ("<name> ... <number>", "a word of its own"),
        ("[zorb] ...", "word"),
        ("", "word"),
        ("zorb " + "(" * 12 + "a" + ")" * 12, "nested deeper"),
    ],
)
def test_wrong_notation_says_what_is_wrong(phrase, said):
    with pytest.raises(
        NotationError, match=said.replace("(", r"\(").replace(")", r"\)").replace("|", r"\|").replace("]", r"\]")
    ):
        parse(phrase)


def test_word_lists_that_name_each_other_are_refused():
    with pytest.raises(NotationError, match="unknown slot"):
        parse("zorb <one>", {"one": ("<two>",), "two": ("<one>",)})


def test_every_wrong_phrase_is_reported_at_once_with_its_place(tmp_path):
    text = """act: probe
summary: {en: A probe., ar: تجربة.}
en:
  phrases:
    - zorb (a|b
    - fine zorb
    - zorb <nmae>
  unless: ["~ zorb"]
  maybe:
    - {pattern: "zorb(", needs: [zorb]}
    - "[zorb]"
examples: [{en: Nothing., has: false}]
"""
    book_error = None
    try:
        Linter(rules_in(tmp_path, probe=text))
    except RulebookError as error:
        book_error = error
    assert book_error is not None
    places = [(problem.line, problem.column) for problem in book_error.problems]
    assert places == [(5, 7), (7, 7), (8, 12), (10, 7), (11, 7)]
    assert {problem.file.rsplit("/", 1)[-1] for problem in book_error.problems} == {"probe.yaml"}
    assert "en.phrases[0]" in str(book_error)


def test_a_hanging_pattern_is_stopped_and_named(tmp_path):
    linter = Linter(rules_in(tmp_path, probe=act_file("probe", {"phrases": [{"pattern": "(a+)+$"}]})))
    with pytest.raises(DraftError, match=r"probe\.yaml:1"):
        linter.lint(Draft(text="a" * 5000 + "!", channel="chat"))
    assert linter.lint(Draft(text="Dear Sara, thank you.", channel="chat")).acts


def test_a_teams_phrases_add_to_the_bundled_act(tmp_path):
    linter = Linter(rules_in(tmp_path, thanks=json.dumps({"act": "thanks", "en": {"phrases": ["zorb you"]}})))
    acts = linter.lint(Draft(text="Thank you, Sara. We looked into it. Zorb you!", channel="chat")).acts
    assert [one.text for one in acts if one.act == "thanks"] == ["Thank you", "Zorb you"]


def test_acts_do_not_disturb_one_another(tmp_path):
    acts = {
        "probe_a": act_file("probe_a", {"phrases": ["zorb lamp"]}),
        "probe_b": act_file("probe_b", {"phrases": ["lamp now"]}),
    }
    found = Linter(rules_in(tmp_path, **acts)).lint(Draft(text="zorb lamp now", channel="chat")).acts
    assert [(one.act, one.text) for one in found] == [("probe_a", "zorb lamp"), ("probe_b", "lamp now")]
